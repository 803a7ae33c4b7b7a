"""What the operations of all actions have in common: where they go and what they take."""

from __future__ import annotations

import copy
import importlib
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

from twilio_ops_runtime.dispatch import ParsedResponse, Wire, ask, request_for, url_for
from twilio_ops_runtime.errors import ParameterError, PostProcessingError, RefusedOperation
from twilio_ops_runtime.parameters import Given, encode, given
from twilio_ops_runtime.records.record import Record
from twilio_ops_runtime.records.specs import FieldSpec, OperationSpec
from twilio_ops_runtime.sids import Address, Target, is_sid, sid_in

if TYPE_CHECKING:
    from pathlib import Path

    from twilio_ops_runtime.connection import Connection
    from twilio_ops_runtime.documents.document import Document
    from twilio_ops_runtime.documents.options import Options
    from twilio_ops_runtime.documents.profiles import Profile
    from twilio_ops_runtime.http.transport import Request

__all__ = [
    "Operation",
    "address_of",
    "chosen_fields",
    "following_up",
    "record_of",
    "require_iterable",
]


class _ProfileFile:
    """The profile that a file name in an operation's spec stands for."""

    def __init__(self, attribute: str) -> None:
        self._attribute = attribute

    def __get__(self, instance: object, owner: type[Operation]) -> Profile | None:
        from twilio_ops_runtime.documents.profiles import profile_of

        spec = owner.spec
        file: str | None = getattr(spec, self._attribute)
        if self._attribute == "request_profile":
            return profile_of(spec.service.package, file, tolerant=False)
        record = record_of(spec) if file is not None else None
        accepts = () if record is None else record.spec.accepts
        return profile_of(spec.service.package, file, accepts=accepts)


class Operation:
    """One action on one object, for one connection; safe to share between threads.

    Args:
        connection: The account and the way to it.
        options: Settings of the operation; None = the usual ones.
        unknown: Whether records keep what the catalog does not know (``record.unknown``), which
            takes several times as long to read.
    """

    spec: ClassVar[OperationSpec]
    request_profile: _ProfileFile = _ProfileFile("request_profile")
    """The profile of the documents that go in; None for actions that take none."""
    response_profile: _ProfileFile = _ProfileFile("response_profile")
    """The profile of the documents that come out; None for actions that answer none."""

    def __init__(
        self, connection: Connection, *, options: Options | None = None, unknown: bool = False
    ) -> None:
        self.connection = connection
        self.unknown = unknown
        self._options = options

    def __repr__(self) -> str:
        return f"<{self.spec.name} for {self.connection.account_sid}>"

    def replace(
        self, *, connection: Connection | None = None, options: Options | None = None
    ) -> Self:
        """Return the same operation for another connection, or with other settings.

        Args:
            connection: The account and the way to it; None = this one's.
            options: Settings of the operation; None = this one's.
        """
        other = copy.copy(self)
        if connection is not None:
            other.connection = connection
        if options is not None:
            other._options = options
        return other

    def ensure_supported(self) -> None:
        """Check that the API takes this operation at all.

        Raises:
            RefusedOperation: It does not, and why.
        """
        if self.spec.refused is not None:
            raise RefusedOperation(f"{self.spec.name} is refused: {self.spec.refused}")

    def prepare(self, sid: str | None, values: Mapping[str, Any], wire: Wire) -> Request:
        """The request for an address and values, all of it checked.

        Args:
            sid: The composed Sid of the record, or of the parent.
            values: Parameters by API or Python name; None is not sent.
            wire: The format to ask for.

        Raises:
            RequestError: The address or a value is not what the operation takes.
        """
        self.ensure_supported()
        target = address_of(type(self)).target(sid, self.connection.account_sid)
        return self.request_to(target, self.checked(target, given(self.spec, values)), wire)

    def checked(self, target: Target, values: Given) -> Given:
        """The values with the key that the address gave."""
        name = self.spec.key_parameter
        if name is None:
            return values
        if name in values:
            raise ParameterError(f"{self.spec.name}: {name} is given by the address")
        return {**values, name: target.key}

    def request_to(
        self,
        target: Target,
        values: Given,
        wire: Wire,
        more: Sequence[tuple[str, str]] = (),
    ) -> Request:
        """The request to a target; ``more`` goes into the query."""
        spec = self.spec
        sent = encode(spec, values)
        url = url_for(self.connection, spec.service, target.path, wire, [*sent.query, *more])
        return request_for(spec.method, url, wire, sent, signed=spec.security != "none")

    def ask(self, request: Request, wire: Wire) -> ParsedResponse:
        """Return the answer to a request; see :func:`dispatch.ask`.

        Raises:
            MalformedAnswer: It is of another record than the one asked for.
            OutcomeUnknown: The same, of an Update.
        """
        answer = ask(self.connection, self.spec, wire, request)
        spec = self.spec
        if spec.action in ("Get", "Update") and spec.paths[0].endswith("{Sid}"):
            asked = request.path.rpartition("/")[2].partition(".")[0]
            # Prefixes may differ (SM and MM are one message); the digits never do. The quick look
            # is enough unless something is wrong; answers with masked Sids say nothing.
            if is_sid(asked) and asked[2:].encode() not in answer.body:
                found = sid_in(answer.body)
                if found is not None and found[2:].lower() != asked[2:].lower():
                    raise answer.unusable(f"it is of {found}, and {asked} was asked for")
        return answer

    @property
    def options(self) -> Options:
        """The settings of the operation."""
        if self._options is None:
            from twilio_ops_runtime.documents.options import DEFAULT

            self._options = DEFAULT
        return self._options

    @property
    def typed_wire(self) -> Wire:
        """The format that records are read from."""
        return "json" if "json" in self.spec.service.wires else "xml"

    @property
    def document_wire(self) -> Wire:
        """The format that documents are made from: the service's own XML, if it speaks it."""
        return "xml" if "xml" in self.spec.service.wires else "json"

    def keep(
        self,
        result: object,
        documents: Iterable[Document | None],
        returned: Document | None,
        index: int = 0,
    ) -> list[Path]:
        """Archive and cache what the options say.

        Args:
            result: What came of the operation, for the error.
            documents: The documents that passed, which are archived.
            returned: The document that is returned, which is cached.
            index: The position of the input.

        Returns:
            The files of the archive, in the order of the documents.

        Raises:
            PostProcessingError: It cannot be done; the error carries the result.
        """
        options = self._options
        archived: list[Path] = []
        if options is None:
            return archived
        if options.archiving is not None:
            with following_up("archiving", result):
                for document in documents:
                    if document is not None:
                        path = options.archiving.write(
                            document, index, self.spec.name, secrets=self._secret_elements
                        )
                        archived.append(path)
        if options.document_cache is not None and returned is not None:
            with following_up("caching", result):
                options.document_cache.add(returned)
        return archived

    def _keep_records(
        self, found: object, records: Iterable[Record], input: Document | None = None
    ) -> None:
        """Archive and cache the documents of what a call with Python values gave.

        Args:
            found: What it gave, for the error.
            records: The records in that.
            input: The document that says what it was given.

        Raises:
            PostProcessingError: It cannot be done; the error carries what was found.
        """
        if not self.keeps:
            return
        with following_up("writing it as a document", found):
            outputs = [record.to_document() for record in records]
        self.keep(found, [input], None)
        for output in outputs:
            self.keep(found, [output], output)

    @cached_property
    def _secret_elements(self) -> frozenset[str]:
        """The elements, of requests and answers, whose text is the caller's secret."""
        found = {one.element for one in self.spec.parameters if one.secret}
        record = record_of(self.spec)
        if record is not None:
            found |= {field.xml for field in record.spec.fields if field.secret}
        return frozenset(found)

    @property
    def _archives(self) -> bool:
        """Whether documents are wanted for archiving."""
        return self._options is not None and self._options.archiving is not None

    @property
    def keeps(self) -> bool:
        """Whether documents are wanted for archiving or caching."""
        options = self._options
        return self._archives or (options is not None and options.document_cache is not None)


_addresses: dict[type[Operation], Address] = {}


def address_of(cls: type[Operation]) -> Address:
    """The addresses that an operation takes."""
    address = _addresses.get(cls)
    if address is None:
        spec = cls.spec
        address = _addresses[cls] = Address(
            spec.object, spec.paths, spec.keys, spec.service.account_key, spec.key_parameter
        )
    return address


@contextmanager
def following_up(step: str, result: object) -> Generator[None, None, None]:
    """Do what comes after an outcome is known, so that it is not lost if that fails.

    Args:
        step: What is done, for the error.
        result: What came of the operation.

    Raises:
        PostProcessingError: It failed; the error carries the result.
    """
    try:
        yield
    except Exception as error:
        raise PostProcessingError(
            f"the operation is through, and {step} failed: {type(error).__name__}: {error}; "
            "the result of this error is what came of it",
            result=result,
        ) from error


def require_iterable(name: str, values: object) -> None:
    """Check that an argument that takes several values is not one alone.

    Texts and elements can be gone through, too, but nobody means their letters or children.

    Args:
        name: The argument's name.
        values: What was given for it.

    Raises:
        ParameterError: It is one value.
    """
    one = isinstance(values, str | bytes) or hasattr(values, "iterchildren")
    if one or not isinstance(values, Iterable):
        kind = type(values).__name__
        raise ParameterError(f"{name} takes several values, not one {kind}: put it into a list")


@cache
def _loaded(address: str) -> type[Record]:
    module, _, name = address.partition(":")
    return cast("type[Record]", getattr(importlib.import_module(module), name))


def record_of(spec: OperationSpec) -> type[Record] | None:
    """The record class that an operation answers; None if it answers nothing."""
    return _loaded(spec.record) if isinstance(spec.record, str) else spec.record


def chosen_fields(cls: type[Record], names: Iterable[str] | None) -> tuple[FieldSpec, ...] | None:
    """The fields of a choice, in the catalog's order; None = all.

    Args:
        cls: The record class.
        names: Element, JSON or Python names.

    Raises:
        ParameterError: The record has no field of a name, or nothing is chosen.
    """
    if names is None:
        return None
    require_iterable("fields", names)
    wanted: list[Any] = list(names)
    known: dict[str, FieldSpec] = {}
    for field in cls.spec.fields:
        for name in (field.xml, field.json_name, field.name):
            known.setdefault(name, field)
    if unknown := [name for name in wanted if not isinstance(name, str) or name not in known]:
        raise ParameterError(
            f"{cls.__name__} has no field {unknown[0]!r}; it has "
            + ", ".join(field.xml for field in cls.spec.fields)
        )
    if not wanted:
        raise ParameterError("fields is empty: leave it out to get all")
    chosen = {known[name].name for name in wanted}
    return tuple(field for field in cls.spec.fields if field.name in chosen)
