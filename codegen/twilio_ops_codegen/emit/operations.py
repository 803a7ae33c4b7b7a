"""Operations as templates see them: a class for each action of an object."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs
from attrs import frozen

from twilio_ops_codegen.catalog.model import Action, Catalog, Field, Key, Object
from twilio_ops_codegen.catalog.names import attribute, element, pascal, snake
from twilio_ops_codegen.catalog.paths import PLACEHOLDER
from twilio_ops_codegen.catalog.patterns import schema_pattern, schema_word
from twilio_ops_codegen.emit.code import Identifier, PyCode
from twilio_ops_codegen.emit.types import FilterView, ParameterView, Types, as_parameter


@frozen
class AnswerView:
    """What an operation answers: one record, or a list of them, in XML and in JSON."""

    owner: Object  # whose enums and structs the fields name
    fields: Mapping[str, Field]
    item: str  # the element of one record
    accepts: tuple[str, ...]  # further item names that answers use
    listed: str  # the element around the records of a list
    list_key: str | None  # the key of the records in JSON; None = the answer is the list


@frozen
class OperationView:
    """One action of an object, as a class."""

    name: Identifier = attrs.field(converter=Identifier)
    action: Identifier = attrs.field(converter=Identifier)
    row: Action
    parameters: tuple[ParameterView, ...]
    filters: tuple[FilterView, ...]
    answered: AnswerView | None
    record: Identifier | None = attrs.field(  # the class answered
        converter=attrs.converters.optional(Identifier)
    )
    record_address: str | None  # module:Class, if it is another module's
    redirect: str | None  # the field that the answer's Location is
    keys: tuple[tuple[str, Key], ...]
    sid_form: str | None
    sid_pattern: str | None
    parent_form: str | None
    parent_pattern: str | None
    request_profile: str | None
    response_profile: str | None
    either: tuple[tuple[str, ...], ...]
    parent_required: bool  # a Create or Query belongs to more than an account
    sid_optional: bool  # there is only one such record: the connection's account says which

    @property
    def request(self) -> Identifier | None:
        """The request class of a Create or Update."""
        return Identifier(f"{self.name}Request") if self.action in ("Create", "Update") else None

    @property
    def answer(self) -> PyCode:
        """The class answered, as a base class's argument; another module's as a forward name."""
        if self.record is None:
            return PyCode("None")
        return PyCode(f'"{self.record}"') if self.record_address else self.record

    @property
    def own_parameters(self) -> tuple[ParameterView, ...]:
        """The parameters beside the one that takes the record's key."""
        key = self.row.key_parameter if self.action == "Get" else None
        return tuple(view for view in self.parameters if view.api != key)

    @property
    def outdated(self) -> tuple[ParameterView, ...]:
        """The parameters of a Create or Update that need not be given, and are not to be."""
        if self.request is None:
            return ()
        return tuple(view for view in self.parameters if view.row.deprecated and not view.required)

    @property
    def outdated_words(self) -> str:
        """What is said of those parameters, by their names."""
        return " ".join(f"{view.name}: {view.row.deprecated}" for view in self.outdated)

    @property
    def outbound(self) -> bool:
        """Whether request documents go in: Create, Update, Delete."""
        return self.action in ("Create", "Update", "Delete")

    @property
    def addressed(self) -> bool:
        """Whether it takes one record's Sid: Get, Update, Delete."""
        return self.action in ("Get", "Update", "Delete")

    @property
    def base(self) -> Identifier:
        """The runtime class it derives from."""
        searched = self.action == "Get" and self.row.cardinality == "many"
        return Identifier("Search") if searched else self.action


class Operations:
    """Makes the operations of one object.

    Args:
        catalog: The resolved catalog.
        value: The object.
        types: Its types.
    """

    def __init__(self, catalog: Catalog, value: Object, types: Types) -> None:
        self.catalog = catalog
        self.value = value
        self.types = types

    def operation(self, action: str, row: Action) -> OperationView:
        """One action of the object."""
        value = self.value
        name = f"{action}{value.object}"
        record, address = self._record(row)
        service = self.catalog.service
        keys = {**value.keys, **row.keys}
        own = self._segments(row.path, keys)
        parents = forms = [self._segments(path, keys) for path in (row.path, *row.alternatives)]
        under = action in ("Create", "Query") and bool(own)
        if row.key_parameter:
            key = (row.key_parameter, keys[row.key_parameter], False)
            account = service.account_key
            forms = [
                [*((name, item, name == account) for name, item, _ in form), key] for form in forms
            ]
        addressed = action in ("Get", "Update", "Delete") and (bool(own) or bool(row.key_parameter))
        parameters, filters = dict(row.parameters), dict(row.filters)
        if (
            action == "Get" and filters
        ):  # a search is asked like a Get, with what a Query filters by
            parameters |= {key: as_parameter(item) for key, item in filters.items()}
            filters = {}
        profile = f"profiles/{value.object}/{name}"
        outbound = action in ("Create", "Update", "Delete")
        return OperationView(
            name=name,
            action=action,
            row=row,
            parameters=tuple(self.types.parameter(key, item) for key, item in parameters.items()),
            filters=tuple(self.types.filter(key, item) for key, item in filters.items()),
            answered=self._answered(row) if record else None,
            record=record,
            record_address=address,
            redirect=self._redirect(row),
            keys=tuple((key, keys[key]) for key in _ordered_keys(row)),
            sid_form=" or ".join(map(self._form, forms)) if addressed else None,
            sid_pattern="|".join(map(self._pattern, forms)) if addressed else None,
            parent_form=" or ".join(map(self._form, parents)) if under else None,
            parent_pattern="|".join(map(self._pattern, parents)) if under else None,
            request_profile=f"{profile}.request.xsd" if outbound else None,
            response_profile=f"{profile}.response.xsd" if record else None,
            either=row.either,
            parent_required=all(
                any(name != service.account_key for name, _, _ in parent) for parent in parents
            ),
            sid_optional=not row.key_parameter
            and all(name == service.account_key for name, _, _ in own),
        )

    def _record(self, row: Action) -> tuple[str | None, str | None]:
        if row.cardinality == "none":
            return None, None
        if row.answers is None or row.answers == self.value.object:
            return self.value.object, None
        if row.answers in self.types.structs:
            return self.types.structs[row.answers], None
        return row.answers, f"{self.catalog.service.package}.api.{snake(row.answers)}:{row.answers}"

    def _answered(self, row: Action) -> AnswerView:
        value, answers = self.value, row.answers
        owner = (
            value if answers is None or answers in value.structs else self.catalog.objects[answers]
        )
        # A list is this object's, whatever its records are; without names of its own, theirs hold.
        named = owner if value.json.list is None else value
        item, accepts, fields = item_of(owner), owner.xml.accepts, owner.fields
        if answers is not None and answers in value.structs:
            item, accepts, fields = element(pascal(answers)), (), value.structs[answers].fields
        return AnswerView(
            owner=owner,
            fields=fields,
            item=item,
            accepts=accepts,
            listed=named.xml.list or f"{item}List",
            list_key=named.json.list,
        )

    def _redirect(self, row: Action) -> str | None:
        if row.redirect is None:
            return None
        struct = self.value.structs.get(row.answers or "")
        fields = self.value.fields if struct is None else struct.fields
        return fields[row.redirect].name or attribute(row.redirect)

    def _segments(self, path: str, keys: Mapping[str, Key]) -> list[tuple[str, Key, bool]]:
        account = self.catalog.service.account_key
        return [
            (name, keys[name], name == account and len(PLACEHOLDER.findall(path)) > 1)
            for name in PLACEHOLDER.findall(path)
        ]

    @staticmethod
    def _form(segments: Iterable[tuple[str, Key, bool]]) -> str:
        return "".join(f"[{name}:]" if free else f"{name}:" for name, _, free in segments)[:-1]

    @staticmethod
    def _pattern(segments: Iterable[tuple[str, Key, bool]]) -> str:
        text = ""
        parts = list(segments)
        for index, (_, key, free) in enumerate(parts):
            last = index == len(parts) - 1
            one = f"({'|'.join(key.prefixes)})[0-9a-fA-F]{{32}}" if key.prefixes else ".+"
            if key.pattern:  # what XSD cannot say is checked when the address is used
                said = schema_pattern(key.pattern)
                one = ".+" if said is None else f"({said})"
            if key.literals and one != ".+":
                one = f"({one}|{'|'.join(map(schema_word, key.literals))})"
            text += f"({one}:)?" if free else one if last else f"{one}:"
        return text


def item_of(value: Object) -> str:
    """The element of one record of an object."""
    return value.xml.item or value.object


def _ordered_keys(row: Action) -> list[str]:
    paths = (row.path, *row.alternatives)
    names = dict.fromkeys(name for path in paths for name in PLACEHOLDER.findall(path))
    return [*names, *([row.key_parameter] if row.key_parameter else [])]
