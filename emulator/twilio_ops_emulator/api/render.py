"""Records as the service writes them, in JSON and in XML."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import msgspec

from twilio_ops_emulator.api.errors import ErrorTable, Refusal
from twilio_ops_emulator.api.xml import element, escape
from twilio_ops_emulator.model import (
    Catalog,
    FieldModel,
    ObjectModel,
    pascal,
    pattern,
    placeholders,
    snake,
)
from twilio_ops_emulator.state.clock import iso8601, iso8601_utc, rfc2822
from twilio_ops_emulator.state.index import Layout, Row

_encode = msgspec.json.Encoder().encode


class Link(NamedTuple):
    """An address within the service: the caller's suffix goes between its parts."""

    path: str
    query: str = ""

    def under(self, suffix: str) -> str:
        """The address as it is written to someone who asks with a suffix."""
        return f"{self.path}{suffix}{self.query}"


class Page(NamedTuple):
    """Records of a list and where they stand in it.

    ``paging`` holds the attributes of the list under their JSON names, addresses included.
    """

    rows: Sequence[Row]
    paging: Mapping[str, Any]


class _Plan(NamedTuple):
    """How the records of a table become JSON values.

    Attributes:
        empty: Every name, in order, without a value.
        known: The names of the values that records have.
        read: What takes these values from a record's.
        converted: The names of the values that are written otherwise than they are kept, and how.
        links: The names of the values that can be addresses within the service.
        own: The name of the record's own address, if it is shown.
        maps: The names of the values that are several addresses.
    """

    empty: dict[str, Any]
    known: Sequence[str]
    read: Callable[[list[Any]], tuple[Any, ...]]
    converted: Sequence[tuple[str, Callable[[Any], Any]]]
    links: Sequence[str]
    own: str | None
    maps: Sequence[str]


def _reader(places: Sequence[int]) -> Callable[[list[Any]], tuple[Any, ...]]:
    """What takes the values at some places, as a tuple also where it is one place or none."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda values: tuple(values[place] for place in places)


class Writer:
    """Writes the records of one object.

    Args:
        model: The object.
        base: The object whose records they are; another one where this one only shows them.
        children: Names and paths of what lies below a record, for ``subresource_uris``.
        origin: What addresses begin with, where they are whole; None = they begin with their path.
    """

    def __init__(
        self,
        model: ObjectModel,
        base: ObjectModel,
        children: Mapping[str, str],
        origin: str | None = None,
    ) -> None:
        self.model = model
        self._origin = origin
        self._own = "uri" if origin is None else "url"
        path = model.instance or base.instance or model.path
        self._address = pattern(path)
        self._keys = _key_reader(placeholders(path), base)
        self._children = tuple(children.items())
        self._fields = {
            action: tuple(
                (field, _converter(field, iso8601 if origin is None else iso8601_utc))
                for field in model.fields.values()
                if not field.only or action in field.only
            )
            for action in ("Get", "Query", "Create", "Update", "Delete")
        }
        self._plans: dict[tuple[str, Layout], _Plan] = {}

    def values(self, row: Row, action: str, suffix: str) -> dict[str, Any]:
        """A record as JSON values, in catalog order."""
        plan = self._plans.get((action, row.layout))
        if plan is None:
            plan = self._plans[action, row.layout] = self._plan(action, row.layout)
        values = plan.empty.copy()
        values.update(zip(plan.known, plan.read(row.values), strict=True))
        for name, convert in plan.converted:
            value = values[name]
            if value is not None:
                values[name] = convert(value)
        for name in plan.links:
            value = values[name]
            if isinstance(value, Link):
                values[name] = value.under(suffix)
        if plan.own is not None:
            values[plan.own] = self.address(row, values[plan.own], suffix)
        for name in plan.maps:  # an empty element is no map, so that both formats say the same
            values[name] = self.addresses(row, values[name], suffix) or None
        return values

    def _plan(self, action: str, layout: Layout) -> _Plan:
        fields = [field for field, _ in self._fields[action]]
        names = [field.name for field in fields]
        known = [name for name in names if name in layout.index]
        maps = [field.name for field in fields if field.type == "uri_map"]
        own = self._own if self._own in names else None
        converted = [
            (field.name, convert)
            for field, convert in self._fields[action]
            if convert is not None and field.name != own and field.name not in maps
        ]
        apart = {own, *maps, *(name for name, _ in converted)}
        return _Plan(
            empty=dict.fromkeys(names),
            known=known,
            read=_reader([layout.index[name] for name in known]),
            converted=converted,
            links=[name for name in known if name.endswith("uri") and name not in apart],
            own=own,
            maps=maps,
        )

    def xml(self, row: Row, action: str, suffix: str) -> str:
        """A record as an XML element."""
        parts: list[str] = []
        index = row.layout.index
        known = row.values
        for field, convert in self._fields[action]:
            place = index.get(field.name)
            value = None if place is None else known[place]
            if field.name == self._own:
                value = self.address(row, value, suffix)
            elif field.type == "uri_map":
                value = self.addresses(row, value, suffix)
            elif isinstance(value, Link):
                value = value.under(suffix)
            elif value is not None and convert is not None:
                value = convert(value)
            parts.append(element(field, field.xml, value))
        return f"<{self.model.item_xml}>{''.join(parts)}</{self.model.item_xml}>"

    def address(self, row: Row, value: Any, suffix: str) -> str | None:
        """The address of a record: its own, or made of its keys."""
        if isinstance(value, Link):
            return value.under(suffix)
        if value is not None:
            return f"{value}{suffix}" if self._origin is None else str(value)
        address = self._address % self._keys(row)
        return address + suffix if self._origin is None else self._origin + address

    def addresses(self, row: Row, value: Any, suffix: str) -> dict[str, str]:
        """The addresses of what lies below a record."""
        if value is not None:
            return {
                name: link.under(suffix) if isinstance(link, Link) else link
                for name, link in value.items()
            }
        keys = self._keys(row)
        if self._origin is None:
            return {name: path % keys + suffix for name, path in self._children}
        return {name: self._origin + path % keys for name, path in self._children}


def _key_reader(names: Sequence[str], base: ObjectModel) -> Callable[[Row], tuple[Any, ...]]:
    """What reads the keys that a record's address is made of."""
    if tuple(names[:-1]) == base.scope and snake(names[-1]) == base.identity:
        identity = base.identity
        return lambda row: (*row.scope, row[identity])
    if tuple(names) == base.scope:
        return lambda row: row.scope
    places = {name: place for place, name in enumerate(base.scope)}

    def read(row: Row) -> tuple[Any, ...]:
        return tuple(
            row.scope[places[name]] if name in places else row.get(snake(name)) for name in names
        )

    return read


def _converter(
    field: FieldModel, iso: Callable[[int], str] = iso8601
) -> Callable[[Any], Any] | None:
    if field.type == "datetime":
        return iso if field.format == "iso8601" else rfc2822
    if field.quoted or field.type == "decimal":
        return str
    if field.struct is not None:
        return _struct(field.struct, iso)
    if field.type == "list" and field.items is not None:
        inner = _converter(field.items, iso)
        return None if inner is None else lambda values: [inner(value) for value in values]
    return None


def _struct(fields: Mapping[str, FieldModel], iso: Callable[[int], str]) -> Callable[[Any], Any]:
    inner: dict[str, tuple[str, Callable[[Any], Any] | None]] = {}

    def convert(value: Mapping[str, Any]) -> dict[str, Any]:
        if not inner:  # made when it is used: a struct may be within itself
            known = {name: (name, _converter(field, iso)) for name, field in fields.items()}
            inner.update(known | {name.lower(): how for name, how in known.items()})
        converted: dict[str, Any] = {}
        for key, one in value.items():
            if key in inner:
                name, how = inner[key]
                converted[name] = one if one is None or how is None else how(one)
        return converted

    return convert


_CHILDREN: WeakKeyDictionary[Catalog, dict[str, dict[str, str]]] = WeakKeyDictionary()
"""What lies below the records of each catalog: found once, however many emulators there are."""


class Renderer:
    """Answers in the format the caller's suffix asks for.

    Args:
        catalog: The catalog.
        errors: The table of errors.
        facts: Facts of the service: media types, containers and the names of the paging
            attributes.
        bases: The objects whose records others show, by the key of the other.
    """

    def __init__(
        self,
        catalog: Catalog,
        errors: ErrorTable,
        facts: Mapping[str, Any],
        bases: Mapping[str, ObjectModel],
    ) -> None:
        self._root = catalog.xml_root
        self._error = catalog.xml_error
        self._errors = errors
        self._json: str = facts["media_types"]["json"]
        self._xml: str = facts["media_types"]["xml"]
        self._attributes: Mapping[str, str] = facts["paging"]["attributes"]
        self._bases = bases
        self._origin = None if catalog.suffixes else f"https://{catalog.host}"
        self._speaks_xml = catalog.xml
        children = _CHILDREN.get(catalog)
        if children is None:
            children = _CHILDREN[catalog] = _children(catalog, facts["containers"])
        self._children = children
        self._writers: dict[str, Writer] = {}

    def writer(self, model: ObjectModel) -> Writer:
        """What writes the records of an object."""
        writer = self._writers.get(model.name)
        if writer is None:
            base = self._bases.get(model.key, model)
            writer = Writer(model, base, self._children[model.name], self._origin)
            self._writers[model.name] = writer
        return writer

    def media_type(self, suffix: str) -> str:
        """The Content-Type of answers to a suffix."""
        return f"{self._json if self._is_json(suffix) else self._xml}; charset=utf-8"

    def _is_json(self, suffix: str) -> bool:
        return suffix == ".json" or not self._speaks_xml

    def record(self, model: ObjectModel, row: Row, action: str, suffix: str) -> bytes:
        """One record as a document."""
        writer = self.writer(model)
        if self._is_json(suffix):
            return _encode(writer.values(row, action, suffix))
        return self._document(writer.xml(row, action, suffix))

    def page(self, model: ObjectModel, page: Page, action: str, suffix: str) -> bytes:
        """A list as a document."""
        writer = self.writer(model)
        if self._is_json(suffix):
            name = model.json_list or "records"
            document: dict[str, Any] = {
                name: [writer.values(row, action, suffix) for row in page.rows]
            }
            if self._origin is None:
                document.update(page.paging)
            else:
                document["meta"] = _meta(name, page.paging, self._origin)
            return _encode(document)
        name = model.list_xml or f"{model.item_xml}s"
        attributes = "".join(
            f' {attribute}="{escape(_attribute(page.paging[key]))}"'
            for key, attribute in self._attributes.items()
            if key in page.paging
        )
        items = "".join([writer.xml(row, action, suffix) for row in page.rows])
        return self._document(f"<{name}{attributes}>{items}</{name}>")

    def refusal(self, refusal: Refusal, suffix: str) -> bytes:
        """An error as a document."""
        document: dict[str, Any] = {}
        if refusal.code is not None:
            document["code"] = refusal.code
        if refusal.detail is not None:
            document["detail"] = refusal.detail
        document["message"] = refusal.message
        if refusal.code is not None:
            document["more_info"] = self._errors.more_info(refusal.code)
        document["status"] = refusal.status
        if self._is_json(suffix):
            return _encode(document)
        inner = "".join(element(None, pascal(name), value) for name, value in document.items())
        return self._document(f"<{self._error}>{inner}</{self._error}>")

    def _document(self, content: str) -> bytes:
        text = f"<?xml version='1.0' encoding='UTF-8'?>\n<{self._root}>{content}</{self._root}>"
        return text.encode()


def _meta(key: str, paging: Mapping[str, Any], origin: str) -> dict[str, Any]:
    """Where a page stands in its list, as services say it that speak JSON alone."""
    meta: dict[str, Any] = {"key": key}
    for name, value in paging.items():
        if name in ("page", "page_size"):
            meta[name] = value
        elif name.endswith("uri"):
            meta[f"{name.removesuffix('uri')}url"] = value and origin + value
    return meta


def _attribute(value: Any) -> str:
    return "" if value is None else str(value)


def _children(catalog: Catalog, containers: Mapping[str, str | None]) -> dict[str, dict[str, str]]:
    """Name and path of what lies right below the records of every object."""
    found: dict[str, dict[str, str]] = {name: {} for name in catalog.objects}
    collections = {model.path_pattern for model in catalog.objects.values()}
    parents: dict[str, list[str]] = {}
    for parent in catalog.objects.values():
        if parent.instance_pattern is not None:
            parents.setdefault(parent.instance_pattern, []).append(parent.name)
    for child in catalog.objects.values():
        path = child.path_pattern
        if child.deprecated:
            continue
        for cut in (at for at, sign in enumerate(path) if sign == "/"):
            name, _, rest = path[cut + 1 :].partition("/")
            if "%s" in rest or (f"{path[:cut]}/{name}" in collections and rest):
                continue
            for owner in parents.get(path[:cut], ()):
                if name not in containers:
                    found[owner].setdefault(snake(rest or name), path)
                elif container := containers[name]:
                    found[owner].setdefault(container, f"{path[:cut]}/{name}")
    return found
