"""The rules a catalog keeps beyond its format; each check names the place and what was expected."""

from __future__ import annotations

import keyword
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping

from twilio_ops_codegen.catalog.errors import Mistake
from twilio_ops_codegen.catalog.located_yaml import Place, Tree
from twilio_ops_codegen.catalog.model import (
    Action,
    ActionName,
    Cardinality,
    Catalog,
    Filter,
    Object,
    Service,
)
from twilio_ops_codegen.catalog.names import is_object_taken
from twilio_ops_codegen.catalog.passes.check_collisions import check_collisions
from twilio_ops_codegen.catalog.paths import (
    HEADER_NAME,
    PLACEHOLDER,
    path_problem,
    shown,
)
from twilio_ops_codegen.catalog.validate_types import (
    XML_NAME,
    Found,
    Scope,
    called_mistakes,
    default_mistakes,
    field_mistakes,
    key_mistakes,
    name_mistakes,
    no_pairs,
    sent_as_text,
    type_mistakes,
)

# Of a struct or an enum: it becomes part of the name of an XSD type, and stands in a comment there.
_ROW_NAME = re.compile(r"[A-Za-z_]\w*([.-]\w+)*\Z", re.ASCII)
_CLASS_PART = re.compile(r"[A-Z][A-Za-z0-9]*\Z")
_MEMBER = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*_?\Z")
_PACKAGE = r"[A-Za-z][A-Za-z0-9_]*"
OWN_HEADERS = ("accept", "authorization", "content-type")
"""Header fields that a connection writes itself; in lower case."""
HOST = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\Z")
"""The name of a host: no scheme, no port."""
VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*\Z")
"""A version of a service: the name of the folder of its objects."""
# What each action may answer: reading without an answer is none, and a Delete reads nothing.
_CARDINALITIES: dict[ActionName, tuple[Cardinality, ...]] = {
    "Get": ("one", "many"),
    "Query": ("many",),
    "Create": ("none", "one"),
    "Update": ("none", "one"),
    "Delete": ("none",),
}


def check(
    catalog: Catalog, service: Tree, trees: Mapping[str, Tree], unread: set[str]
) -> Iterator[Mistake]:
    """The mistakes of a structured catalog.

    Args:
        catalog: The catalog, overlays applied.
        service: The tree of ``catalog.yaml``, for the places.
        trees: Each object's tree, likewise.
        unread: The source names of objects that could not be read.
    """
    objects = {value.source or name: value for name, value in catalog.objects.items()}
    for name, value in catalog.objects.items():
        tree = trees[name]
        for place, message in _object(Scope(value, tree, objects, unread)):
            yield tree.mistake(place, message)
    yield from _names(catalog, trees)
    yield from check_collisions(catalog, trees)
    account = catalog.service.account_key
    if (
        account is not None
        and (trees and not unread)
        and all(tree.lacks(("keys",), account) is not None for tree in trees.values())
    ):
        message = f"names {account!r}, which is a key of no object"
        yield service.mistake(("account_key",), message)


def is_package(name: str) -> bool:
    """Whether a package may be called so: it is a name, and no word or module of Python's."""
    taken = keyword.iskeyword(name) or name in sys.stdlib_module_names
    return re.fullmatch(_PACKAGE, name) is not None and not taken


def service(value: Service) -> Found:
    """The mistakes of ``catalog.yaml``."""
    if not is_package(value.package):
        message = f"is {value.package!r}; expected a package name of its own, such as acme_ops"
        yield ("package",), message
    for label, text in (("xml_root", value.xml_root), ("xml_error", value.xml_error)):
        if not XML_NAME.match(text):
            yield (label,), f"is {text!r}; expected an element name"
    if not VERSION.match(value.version):
        message = f"is {shown(value.version)}; expected a folder's name such as v1 or 2010-04-01"
        yield ("version",), message
    if not HOST.match(value.host):
        yield ("host",), f"is {value.host!r}; expected a host name such as api.example.com"


def _names(catalog: Catalog, trees: Mapping[str, Tree]) -> Iterator[Mistake]:
    taken = {name: name for name in catalog.objects}
    for name, value in catalog.objects.items():
        for index, alias in enumerate(value.aliases):
            if taken.setdefault(alias, name) != name:
                message = f"{alias} is a name of {taken[alias]} already"
                yield trees[name].mistake(("aliases", index), message)


def _object(scope: Scope) -> Found:
    value = scope.row
    if not _is_identifier(value.object):
        yield ("object",), f"is {value.object!r}; expected a name such as PhoneNumber"
    elif is_object_taken(value.object):
        free = f"expected a name that is free in Python, such as {value.object}Object"
        yield ("object",), f"is {value.object!r}; {free}"
    yield from _parent(scope)
    yield from _path(("path",), value.path, scope)
    for name, key in value.keys.items():
        yield from key_mistakes(("keys", name), key)
    for name, row in value.fields.items():
        yield from field_mistakes(("fields", name), row, scope)
    for label, names in (("enums", value.enums), ("structs", value.structs)):
        for name in names:
            if not _ROW_NAME.match(name):
                yield (label, name), f"is called {name!r}; expected a name such as call_details"
    for struct_name, struct in value.structs.items():
        for name, row in struct.fields.items():
            yield from field_mistakes(("structs", struct_name, "fields", name), row, scope)
    for name, words in value.enums.items():
        if not words or len(set(words)) != len(words):
            yield ("enums", name), "expected at least one value, each once"
    yield from _enum_names(value, scope)
    for name, struct in value.structs.items():
        if struct.name is not None and not _CLASS_PART.match(struct.name):
            message = f"is {struct.name!r}; expected a name in Pascal case"
            yield ("structs", name, "name"), message
    texts = [("list", value.xml.list), ("item", value.xml.item)]
    for label, text in (*texts, *(("accepts", name) for name in value.xml.accepts)):
        if text is not None and not XML_NAME.match(text):
            yield ("xml", label), f"is {text!r}; expected an element name"
    for action_name, action in value.actions.items():
        yield from _action(("actions", action_name), action, scope)
        possible = _CARDINALITIES[action_name]
        if action.cardinality not in possible:
            message = f"is {action.cardinality}; a {action_name} answers {' or '.join(possible)}"
            yield ("actions", action_name, "cardinality"), message


def _is_identifier(name: str) -> bool:
    """Whether a text is a name in Python, and one that Python does not read as another."""
    return name.isidentifier() and unicodedata.normalize("NFKC", name) == name


def _enum_names(value: Object, scope: Scope) -> Found:
    for name, row in value.enum_names.items():
        if (known := scope.tree.lacks(("enums",), name)) is not None:
            yield ("enum_names", name), f"names {name!r}; this object's enums: {known}"
            continue
        if row.name is not None and not _CLASS_PART.match(row.name):
            message = f"is {row.name!r}; expected a name in Pascal case"
            yield ("enum_names", name, "name"), message
        for word, called in row.members.items():
            place: Place = ("enum_names", name, "members", word)
            if word not in value.enums.get(name, (word,)):
                yield place, f"names {word!r}, which is no value of {name}"
            if not _MEMBER.match(called) or called == "MRO":
                yield place, f"is {called!r}; expected a name in capitals, such as IN_PROGRESS"


def _parent(scope: Scope) -> Found:
    parent = scope.row.parent
    if parent is not None and not scope.is_object(parent):
        yield ("parent",), f"names {parent!r}, which is no object's source name"
    above = [scope.row.source or scope.row.object]
    while parent is not None and parent in scope.objects and parent not in above:
        above.append(parent)
        parent = scope.objects[parent].parent
    if parent == above[0]:
        yield ("parent",), f"leads back to the object: {' under '.join([*above, above[0]])}"


def _path(place: Place, path: str, scope: Scope) -> Found:
    if (problem := path_problem(path)) is not None:
        yield place, problem
    for key in PLACEHOLDER.findall(path):
        if key not in scope.row.keys and (known := scope.tree.lacks(("keys",), key)) is not None:
            yield place, f"holds {{{key}}}; this object's keys: {known}"


def _action(place: Place, action: Action, scope: Scope) -> Found:
    value = scope.row
    paths = (action.path, *action.alternatives)
    for label, path in zip(("path", *["alternatives"] * len(paths)), paths, strict=False):
        yield from _path((*place, label), path, scope)
    used = {name for path in paths for name in PLACEHOLDER.findall(path)}
    for name, key in action.keys.items():
        if name not in used and name != action.key_parameter:
            yield (*place, "keys", name), "is no placeholder of this action's paths"
        yield from key_mistakes((*place, "keys", name), key)
    if action.max_page_size is not None and action.max_page_size < 1:
        yield (*place, "max_page_size"), f"is {action.max_page_size}; expected at least 1"
    yield from _window(place, action)
    if not action.status:
        yield (*place, "status"), "is empty; expected the statuses of success"
    for status in action.status:
        if not 200 <= status < 400:
            yield (*place, "status"), f"is {status}; expected the status of a success"
    answers = action.answers
    if (
        answers is not None
        and not scope.is_object(answers)
        and scope.tree.lacks(("structs",), answers) is not None
    ):
        message = f"names {answers!r}; expected an object or one of the structs"
        yield (*place, "answers"), message
    yield from _redirect(place, action, scope)
    for api, row in action.parameters.items():
        yield from called_mistakes((*place, "parameters", api))
        yield from type_mistakes((*place, "parameters", api), row, scope)
        yield from name_mistakes((*place, "parameters", api), row.name)
        if row.xml is not None and not XML_NAME.match(row.xml):
            message = f"is {row.xml!r}; expected an element name"
            yield (*place, "parameters", api, "xml"), message
        yield from default_mistakes((*place, "parameters", api), row, scope)
        if row.location == "header" and api.lower() in OWN_HEADERS:
            message = "is a header field that the connection writes itself"
            yield (*place, "parameters", api), message
        if row.location == "header" and not HEADER_NAME.match(api):
            yield (*place, "parameters", api), "is no name of a header field"
        if row.location == "content":
            yield from _content((*place, "parameters", api), action)
        elif row.location != "body" or action.encoding != "json":
            yield from sent_as_text((*place, "parameters", api), row)
    for api, filter_ in action.filters.items():
        yield from _filter((*place, "filters", api), filter_, scope)
    # A search takes its filters as parameters; a Query's are conditions, of which none is needed.
    searched = place[-1] == "Get"
    yield from _sent(
        place, action, ("parameters", "filters") if searched else ("parameters",), scope
    )
    if action.cardinality != "many" and action.paging != "none":
        yield (*place, "paging"), f"is {action.paging}, but one answer has no pages"
    if action.cardinality == "many":
        owner = value if answers is None else scope.objects.get(answers)
        named = [row.json for row in (value, owner) if row is not None]
        listed = any(row.list or row.bare for row in named)
        if not listed and answers not in scope.unread and ("json",) not in scope.tree.unread:
            message = "is many, but neither json/list nor json/bare says where the records are"
            yield (*place, "cardinality"), message


def _window(place: Place, action: Action) -> Found:
    """The mistakes of what says how a list is cut by time."""
    if action.settles is not None and action.settles < 0:
        yield (*place, "settles"), f"is {action.settles}; expected a number of days from 0"
    name = action.window
    if name is None:
        return
    bounded = [
        api
        for api, row in action.filters.items()
        if place[-1] == "Query" and {"before", "after"} <= set(row.operators)
    ]
    if name not in bounded:
        known = ", ".join(bounded) or "there is none"
        message = f"names {name!r}; expected a filter of a Query with before and after: {known}"
        yield (*place, "window"), message


def _content(place: Place, action: Action) -> Found:
    """The mistakes of a parameter that is the whole body."""
    others = [row for row in action.parameters.values() if row.location in ("body", "content")]
    if action.encoding != "json":
        yield (*place, "location"), f"is content; the body is {action.encoding}, expected json"
    if len(others) > 1 or action.fixed:
        yield (*place, "location"), "is content; expected no other parameter in the body"


def _redirect(place: Place, action: Action, scope: Scope) -> Found:
    name = action.redirect
    if name is None:
        return
    fields = ("fields",) if action.answers is None else ("structs", action.answers, "fields")
    if (known := scope.tree.lacks(fields, name)) is not None:
        yield (*place, "redirect"), f"names {name!r}; the record's fields: {known}"
    if not any(300 <= status < 400 for status in action.status):
        said = ", ".join(map(str, action.status))
        yield (*place, "redirect"), f"does not go with status {said}; expected a 3xx"


def _sent(place: Place, action: Action, tables: tuple[str, ...], scope: Scope) -> Found:
    """The mistakes of what names the parameters of an action, which stand in the given tables."""

    def is_sent(name: str) -> bool:
        return any(scope.tree.lacks((*place, table), name) is None for table in tables)

    for index, group in enumerate(action.either):
        if not group:
            yield (*place, "either", index), "is empty; expected the names of parameters"
        for name in group:
            if not is_sent(name):
                yield (*place, "either", index), f"names {name!r}, which is no parameter here"
    for name in action.fixed:
        if name in action.parameters:
            yield (*place, "fixed", name), "is a parameter, too; expected one or the other"
    own = action.key_parameter
    if own is not None:
        if not is_sent(own):
            yield (*place, "key_parameter"), f"names {own!r}, which is no parameter here"
        if (known := scope.tree.lacks(("keys",), own)) is not None:
            yield (*place, "key_parameter"), f"names {own!r}; this object's keys: {known}"


def _filter(place: Place, row: Filter, scope: Scope) -> Found:
    yield from called_mistakes(place)
    yield from type_mistakes(place, row, scope)
    yield from no_pairs(place, row)
    yield from name_mistakes(place, row.name)
    yield from sent_as_text(place, row)
    if not row.operators:
        yield (*place, "operators"), "is empty; expected at least equals"
    timed = row.type in ("date", "datetime")
    fits = row.operators == ("equals",) if row.family == "equals" else timed
    if row.family is not None and not fits:
        message = f"is {row.family}, which does not go with its type and operators"
        yield (*place, "family"), message
    if row.operators != ("equals",) and row.format == "relative":
        yield (*place, "operators"), "before and after do not go with format relative"
    if row.operators != ("equals",) and row.type not in ("date", "datetime"):
        yield (*place, "operators"), f"before and after do not go with type {row.type}"
