"""What an answer is turned into: a record or a document, one or a page of them, on either wire."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from twilio_ops_runtime.dispatch import ParsedResponse, Wire
from twilio_ops_runtime.errors import OperationError, ProfileError
from twilio_ops_runtime.filters import FilterSet
from twilio_ops_runtime.formats.base import DecodeError, format_of
from twilio_ops_runtime.records.record import Record, put
from twilio_ops_runtime.records.specs import FieldSpec, OperationSpec

if TYPE_CHECKING:
    from twilio_ops_runtime.documents.document import Document
    from twilio_ops_runtime.documents.profiles import Profile
    from twilio_ops_runtime.formats.split import Piece
    from twilio_ops_runtime.formats.xml_types import Element

__all__ = [
    "Checked",
    "Listed",
    "Projection",
    "document_and_problem",
    "documents_in",
    "record_in",
    "records_in",
]


Checked = tuple["Document | None", OperationError | None]
"""The document of a record and what is wrong with it, if anything is; there is no document of a
record in JSON that cannot be read."""


class Projection(NamedTuple):
    """What is wanted of each record of an answer.

    Attributes:
        record: The record class.
        fields: The fields that are handed out; None = all.
        plan: What a record has to be like, as far as this side decides it.
        profile: What a document is checked against.
        unknown: Whether records keep what the catalog does not know.
    """

    record: type[Record]
    fields: tuple[FieldSpec, ...] | None = None
    plan: FilterSet = FilterSet((), ())
    profile: Profile | None = None
    unknown: bool = False

    @property
    def decoded(self) -> tuple[FieldSpec, ...] | None:
        """The fields that are read: those handed out and those that decide."""
        if self.fields is None or not self.plan.fields:
            return self.fields
        names = {field.name for field in self.fields} | self.plan.fields
        return tuple(field for field in self.record.spec.fields if field.name in names)

    @property
    def dropped(self) -> tuple[str, ...]:
        """The fields that are read only to decide."""
        decoded = self.decoded
        if self.fields is None or decoded is None:
            return ()
        kept = {field.name for field in self.fields}
        return tuple(field.name for field in decoded if field.name not in kept)


class Listed(NamedTuple):
    """One page as it was answered.

    Attributes:
        batches: Its records, or documents with what is wrong with them, made some at a time:
            going through an iterator for each of them costs as much as a field.
        size: How many records it has, before this side decides.
        next_uri: The address of the next page, as answered.
        next_token: The token of the next page, and the key it came under.
    """

    batches: Iterator[Sequence[Any]]
    size: int
    next_uri: str | None = None
    next_token: tuple[str, str] | None = None

    @property
    def items(self) -> Iterator[Any]:
        """What its batches hold."""
        return chain.from_iterable(self.batches)


def record_in(answer: ParsedResponse, wire: Wire, choice: Projection) -> Record:
    """The record of an answer that is one.

    Raises:
        MalformedAnswer: It is none; the message names the place.
        OutcomeUnknown: It is none, and the answer was to what must not be repeated.
    """
    if answer.values is not None:
        fields = choice.record.spec.fields if choice.fields is None else choice.fields
        wanted = {field.name for field in fields} & answer.values.keys()
        return choice.record(**{name: answer.values[name] for name in wanted})
    if format_of(answer.body, wire) == "json":
        from twilio_ops_runtime.formats.json import reader_for

        reader = reader_for(choice.record, choice.fields, choice.unknown)
        record: Record = answer.read(reader.one)
        return record
    return answer.read(lambda body: _record_of(_item(body, choice), choice))


def document_and_problem(
    answer: ParsedResponse, wire: Wire, choice: Projection
) -> tuple[Document, ProfileError | None]:
    """The document of an answer that is one record, and what is wrong with it, if anything is.

    Raises:
        MalformedAnswer: It is no record; the message names the place.
        OutcomeUnknown: It is none, and the answer was to what must not be repeated.
        ProfileError: It came in JSON, and holds text that XML cannot carry; the error has the record.
    """
    from twilio_ops_runtime.documents.document import Document
    from twilio_ops_runtime.formats import xml as xml_wire

    problem: ProfileError | None = None
    if answer.values is not None or format_of(answer.body, wire) == "json":
        record = record_in(answer, wire, choice)
        root, problem = record.to_document().element, _problem_of(record)
    else:
        item = answer.read(lambda body: _item(body, choice))
        _trim(item, choice)
        root = xml_wire.cut(item, choice.record.spec.service.root)
    profile = choice.profile
    wrong = profile is not None and not profile.is_valid(root)
    return (
        Document(xml_wire.serialize(root)),
        problem or (profile.error(root) if profile is not None and wrong else None),
    )


def records_in(
    answer: ParsedResponse, wire: Wire, choice: Projection, spec: OperationSpec
) -> Listed:
    """The records of a list answer; one that cannot be read raises when it is its turn.

    Raises:
        MalformedAnswer: It is no list of such records; the message names the place.
        OutcomeUnknown: It is none, and the answer was to what must not be repeated.
    """
    page = _records(answer, wire, choice, spec)
    return page._replace(batches=_raising(page.batches))


def _records(answer: ParsedResponse, wire: Wire, choice: Projection, spec: OperationSpec) -> Listed:
    """The records of a list answer, an error in the place of each one that cannot be read."""
    if format_of(answer.body, wire) == "json":
        from twilio_ops_runtime.formats.json import reader_for

        reader = reader_for(choice.record, choice.decoded, choice.unknown)
        page = answer.read(lambda body: reader.page(body, spec.paging, spec.json_list))
        found = _located(page.batches, answer)
        if choice.plan.spans:
            found = (_decided(batch, choice, answer) for batch in found)
        return Listed(found, page.size, page.next_uri, page.next_token)
    from twilio_ops_runtime.formats import xml as xml_wire

    record = choice.record.spec
    around, items = answer.read(lambda body: xml_wire.items_of(xml_wire.parse(body), record))
    tried = (_tried(item, choice) for item in items)
    return Listed(_located(tried, answer), len(items), xml_wire.next_page_uri(around))


def documents_in(
    answer: ParsedResponse, wire: Wire, choice: Projection, spec: OperationSpec
) -> Listed:
    """The documents of a list answer, one a record, each with what is wrong with it.

    Raises:
        MalformedAnswer: It is no list of such records; the message names the place.
        OutcomeUnknown: It is none, and the answer was to what must not be repeated.
    """
    if format_of(answer.body, wire) == "json":
        page = _records(answer, wire, choice, spec)
        return page._replace(batches=([_rendered(record, choice)] for record in page.items))
    from twilio_ops_runtime.formats.split import Wanted, cut_page

    wanted = Wanted(
        accepts=partial(_accepts, choice=choice) if choice.plan.spans else None,
        trim=partial(_trim, choice=choice) if choice.fields is not None else None,
        profile=choice.profile,
    )
    found = answer.read(lambda body: cut_page(body, choice.record.spec, wanted))
    return Listed(_found(found.batches, answer), found.size, found.next_uri)


def _decided(records: Sequence[Any], choice: Projection, answer: ParsedResponse) -> list[Any]:
    dropped = choice.dropped
    accepted: list[Any] = []
    for record in records:
        if isinstance(record, OperationError):
            accepted.append(record)
        elif undecided := choice.plan.fields & record.problems.keys():
            name = min(undecided)
            accepted.append(answer.unusable(f"{name} decides, and {record.problems[name]}"))
        elif choice.plan.accepts(_values_of(record)):
            for name in dropped:
                if record.is_set(name):
                    object.__delattr__(record, name)
            accepted.append(record)
    return accepted


def _values_of(record: Record) -> Callable[[str], Any]:
    return lambda name: getattr(record, name, None)


def _located(batches: Iterable[Sequence[Any]], answer: ParsedResponse) -> Iterator[Sequence[Any]]:
    """The batches, with errors that name the request for problems that name a place."""
    for batch in answer.read_on(batches):
        if batch and isinstance(batch[0], DecodeError):
            yield [answer.unusable(batch[0])]
        else:
            yield batch


def _raising(batches: Iterator[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    for batch in batches:
        if batch and isinstance(batch[0], OperationError):
            raise batch[0]
        yield batch


def _found(batches: Iterator[list[Piece]], answer: ParsedResponse) -> Iterator[list[Checked]]:
    for batch in answer.read_on(batches):
        document, problem = batch[0]
        if isinstance(problem, DecodeError):
            yield [(document, answer.unusable(problem))]
        else:
            yield cast("list[Checked]", batch)


def _item(body: bytes, choice: Projection) -> Element:
    from twilio_ops_runtime.formats import xml as xml_wire

    return xml_wire.only_item(xml_wire.parse(body), choice.record.spec)


def _problem_of(record: Record) -> ProfileError | None:
    """Return the error for fields that cannot be read; it has the record."""
    problems = [f"{record.spec.item}: {name}: {why}" for name, why in record.problems.items()]
    if not problems:
        return None
    error = ProfileError("; ".join(problems), problems=problems)
    error.record = record
    return error


def _rendered(record: Record | OperationError, choice: Projection) -> Checked:
    """The document of a record that came in JSON."""
    if isinstance(record, OperationError):
        return None, record
    try:
        document = record.to_document()
    except ProfileError as problem:
        return None, problem
    if unread := _problem_of(record):
        return document, unread
    if choice.profile is not None and not choice.profile.is_valid(document.element):
        return document, choice.profile.error(document.element)
    return document, None


def _tried(item: Element, choice: Projection) -> Sequence[Record | DecodeError]:
    """The record of an element, if it is in the answer, or what is wrong with it."""
    try:
        return [_record_of(item, choice)] if _accepts(item, choice) else []
    except DecodeError as problem:
        return [problem]


def _record_of(item: Element, choice: Projection) -> Record:
    from twilio_ops_runtime.records.xml_records import record_from_item, unknown_in

    _trim(item, choice)
    record = record_from_item(choice.record, item)
    if choice.unknown:
        put(record, "_unknown", unknown_in(record))
    return record


def _trim(item: Element, choice: Projection) -> None:
    """Take the fields that are not handed out from a record's element."""
    if choice.fields is not None:
        wanted = {field.xml for field in choice.fields}
        known = {field.xml for field in choice.record.spec.fields}
        for child in list(item):
            if child.tag not in wanted and not (choice.unknown and child.tag not in known):
                item.remove(child)


def _accepts(item: Element, choice: Projection) -> bool:
    """Whether the record of an element is in the answer."""
    if not choice.plan.spans:
        return True
    fields = {field.name: field for field in choice.record.spec.fields}

    def value_of(name: str) -> Any:
        field = fields[name]
        child = next((one for one in item.iterchildren("*") if one.tag == field.xml), None)
        try:
            return None if child is None else field.kind.from_element(child)
        except ValueError as error:
            raise DecodeError(f"{item.tag}/{field.xml}: {error}") from None

    return choice.plan.accepts(value_of)
