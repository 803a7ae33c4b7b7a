"""The catalog as frozen values: what a catalog file may say, one class a kind of row.

Every key of a catalog file is an attribute here, in the same spelling, and every attribute but
those of :data:`WORDS` is such a key, so this module is also the format's definition; ``metadata/README.md`` explains it and ``codegen/schema.py`` derives the JSON
Schemas that editors use from these classes.
"""

from __future__ import annotations

from typing import Any, Literal

from attrs import Attribute, Factory, field, fields, frozen

WORDS = {"words": True}
"""Marks the attributes that say what things are: ``words/`` fills them, no row has such a key."""

FORMAT = 1
"""The catalog format this generator reads and writes (``format:`` in ``catalog.yaml``)."""

ActionName = Literal["Get", "Query", "Create", "Update", "Delete"]
ACTIONS: tuple[ActionName, ...] = ("Get", "Query", "Create", "Update", "Delete")

TypeName = Literal[
    "string",  # text; ``format`` and ``pattern`` say more
    "integer",
    "decimal",  # money, coordinates, ratios: never a float
    "boolean",
    "date",  # a day; with ``format: relative`` it may be sent as an offset from today
    "datetime",  # an instant; ``format`` is how the wire writes it
    "sid",  # a resource identifier: one of ``prefixes``, then 32 hexadecimal digits
    "enum",  # one of ``enum``'s values, or a value not known yet
    "uri_map",  # names to addresses
    "map",  # names to ``items``
    "list",  # a sequence of ``items``
    "struct",  # ``struct`` of the same object
    "pairs",  # numbered name/value parameters: X1.Name, X1.Value ... up to ``count``
    "collapsible_map",  # names to names and so on, to values: sent as ``prefix``.x.y=value
    "any",  # any JSON value
]
NESTED: tuple[TypeName, ...] = ("struct", "list", "map", "uri_map")
"""The types that text alone cannot hold: what is no JSON body sends them as ``any``, as JSON text."""
Operator = Literal["equals", "before", "after"]
Family = Literal["equals", "day", "instant"]
Evidence = Literal["sample", "sibling", "inferred"]
Paging = Literal["none", "uris", "meta", "token"]
Encoding = Literal["none", "form", "json"]
Location = Literal["body", "query", "header", "content"]
"""Where a parameter is sent; as ``content``, its value is the whole body."""
Role = Literal["sender", "callback", "idempotency"]
Security = Literal["basic", "none"]
Cardinality = Literal["none", "one", "many"]
Wire = Literal["xml", "json"]


@frozen(kw_only=True)
class Pii:
    """How the source says a personal value must be handled; ``delete_sla`` is in days."""

    handling: str
    delete_sla: int | None = None


@frozen(kw_only=True)
class Type:
    """The type of a value; which other attributes apply depends on ``type``."""

    type: TypeName
    format: str | None = None
    prefixes: tuple[str, ...] = ()
    pattern: str | None = None
    enum: str | None = None
    struct: str | None = None
    items: Type | None = None
    count: int | None = None
    prefix: str | None = None  # of a collapsible_map's names
    values: tuple[str, ...] = ()  # the texts that a string of this format may be
    minimum: int | float | None = None
    maximum: int | float | None = None
    nullable: bool = False


@frozen(kw_only=True)
class Field(Type):
    """One field of a record, under its JSON name."""

    name: str | None = None  # Python name; None = the naming rule's
    xml: str | None = None  # element name; None = the naming rule's
    item_xml: str | None = None  # element name of a list's items; None = the rule's
    key_xml: dict[str, str] = Factory(dict[str, str])  # a uri_map's known names and their elements
    only: tuple[ActionName, ...] = ()  # the actions whose answers carry it; () = all
    required: bool = False  # a nested value that is sent must have it
    json_type: Literal["string", "number"] | None = (
        None  # how JSON writes it, where not as its type
    )
    pii: Pii | None = None
    deprecated: str | None = None
    note: str | None = None
    doc: str | None = field(default=None, metadata=WORDS)


@frozen(kw_only=True)
class Struct:
    """A nested value with named fields."""

    name: str | None = None  # its class, behind the object's name; None = the naming rule's
    fields: dict[str, Field] = Factory(dict[str, Field])
    open: bool = False  # further fields may come
    doc: str | None = field(default=None, metadata=WORDS)


@frozen(kw_only=True)
class Parameter(Type):
    """One parameter of a request, under its API name."""

    name: str | None = None  # Python name; None = the naming rule's
    xml: str | None = None  # element name in request documents; None = the API name
    location: Location = "body"
    required: bool = False
    repeated: bool = False  # sent once a value
    default: str | int | float | bool | None = None
    role: Role | None = None  # what it is to who sends in bulk; None = nothing
    pii: Pii | None = None
    deprecated: str | None = None
    note: str | None = None
    doc: str | None = field(default=None, metadata=WORDS)


@frozen(kw_only=True)
class Filter(Type):
    """One filter of a Query, under its API name."""

    name: str | None = None  # Python name; None = the naming rule's
    operators: tuple[Operator, ...] = ("equals",)
    family: Family | None = None  # what it offers in Python; None = as its type and operators say
    repeated: bool = False
    required: bool = False
    deprecated: str | None = None
    note: str | None = None
    doc: str | None = field(default=None, metadata=WORDS)


@frozen(kw_only=True)
class Key:
    """A placeholder of a path: Sid prefixes, or a pattern for keys that are not Sids.

    With both, the pattern decides and includes the Sids. Neither means any text. ``literals`` are
    fixed words accepted beside them; ``example`` is a value that fits.
    """

    prefixes: tuple[str, ...] = ()
    pattern: str | None = None
    literals: tuple[str, ...] = ()
    example: str | None = None


@frozen(kw_only=True)
class Action:
    """One permitted action of an object: the HTTP operation behind it."""

    operation: str | None = None  # the source's operation id; None = not in the source
    method: Literal["GET", "POST", "PUT", "PATCH", "DELETE"]
    path: str
    alternatives: tuple[str, ...] = ()  # further paths, told apart by the Sids given
    keys: dict[str, Key] = Factory(dict[str, Key])  # placeholders that are other keys here
    security: Security = "basic"  # what credentials it wants
    status: tuple[int, ...] = (200,)
    cardinality: Cardinality = "one"
    answers: str | None = None  # record answered: an object, or a struct of this object
    redirect: str | None = None  # it points elsewhere: the field that its Location is
    encoding: Encoding = "none"
    parameters: dict[str, Parameter] = Factory(dict[str, Parameter])
    either: tuple[tuple[str, ...], ...] = ()  # of each group at least one is needed
    fixed: dict[str, str] = Factory(dict[str, str])  # parameters always sent with this value
    key_parameter: str | None = None  # the record's key is sent as this parameter
    filters: dict[str, Filter] = Factory(dict[str, Filter])
    paging: Paging = "none"
    max_page_size: int | None = None  # the most records on a page; None = not known
    window: str | None = None  # the filter that cuts a list into pieces of time; None = none does
    settles: int | None = (
        None  # the days after which what is listed changes no more; None = not known
    )
    not_now: tuple[int, ...] = ()  # error codes of what was not done, and may be done later
    refused: str | None = None  # today's API does not take it: why
    deprecated: str | None = None
    note: str | None = None
    doc: str | None = field(default=None, metadata=WORDS)
    effect: str | None = field(default=None, metadata=WORDS)  # "starts a phone call"


@frozen(kw_only=True)
class XmlNames:
    """Element names of an object's documents; None = the naming rule's."""

    list: str | None = None
    item: str | None = None
    accepts: tuple[str, ...] = ()  # further item names that answers were seen to use
    evidence: Evidence = "inferred"


@frozen(kw_only=True)
class JsonNames:
    """The key of a list answer that holds its records; None = the answer is not a list.

    ``bare`` says that a list answer is the list itself, without a key.
    """

    list: str | None = None
    bare: bool = False


@frozen(kw_only=True)
class EnumNames:
    """What an enum is called in Python, where that is not as the naming rule says."""

    name: str | None = None  # its class, behind the object's name; None = the naming rule's
    members: dict[str, str] = Factory(dict[str, str])  # by value


@frozen(kw_only=True)
class EnumWords:
    """The words about an enum, and about those of its values that do not speak for themselves."""

    doc: str | None = None
    values: dict[str, str] = Factory(dict[str, str])


@frozen(kw_only=True)
class Object:
    """One object: its names, where it lives, its fields and the actions it permits."""

    object: str
    source: str | None = None  # its name in the source document; None = not in the source
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    path: str
    keys: dict[str, Key] = Factory(dict[str, Key])
    xml: XmlNames = XmlNames()
    json: JsonNames = JsonNames()
    fields: dict[str, Field] = Factory(dict[str, Field])
    enums: dict[str, tuple[str, ...]] = Factory(dict[str, tuple[str, ...]])
    enum_names: dict[str, EnumNames] = Factory(dict[str, EnumNames])
    structs: dict[str, Struct] = Factory(dict[str, Struct])
    actions: dict[ActionName, Action] = Factory(dict[ActionName, Action])
    left_out: dict[str, str] = Factory(dict[str, str])  # by place: the digest of what has no row
    deprecated: str | None = None
    note: str | None = None
    doc: str | None = field(default=None, metadata=WORDS)
    link: str | None = field(default=None, metadata=WORDS)  # the provider's page about it
    enum_words: dict[str, EnumWords] = field(factory=dict[str, EnumWords], metadata=WORDS)


@frozen(kw_only=True)
class Service:
    """``catalog.yaml``: the service the catalog describes and the package made from it."""

    format: int
    package: str
    title: str
    service: str
    version: str
    host: str
    wires: tuple[Wire, ...]
    suffixes: bool  # paths end in .xml or .json
    account_key: str | None = None  # the path placeholder that the connection's account fills
    xml_root: str = "Response"  # the root element of every XML answer
    xml_error: str = "Error"  # the element under it that reports an error
    request_id: str | None = None  # the header field that says which request an answer is to
    under_way: str | None = None  # the one that says how many requests the account has under way
    inactive_account: int | None = None  # the error code of an account that is suspended or closed
    account_path: str | None = None  # where the connection's account is read, its suffix included
    region: str | None = None  # where requests go if nobody says where
    account_prefix: str | None = None  # what the Sids of accounts begin with
    key_prefix: str | None = None  # what the Sids of API keys begin with
    environment: str | None = None  # the variables that hold settings begin so: ACME_ACCOUNT_SID
    account_state: str | None = None  # the field of an account's record that says if it works
    account_active: str | None = None  # the value that it then has
    page_size: int | None = None  # the records of a page if nobody says how many


@frozen(kw_only=True)
class ApiError:
    """An error code of the service: the HTTP status it comes with, and what it means."""

    status: int
    message: str


@frozen(kw_only=True)
class Catalog:
    """The whole catalog, overlays applied, objects by name in alphabetical order."""

    service: Service
    objects: dict[str, Object]
    errors: dict[int, ApiError] = Factory(dict[int, ApiError])
    left_out: dict[str, str] = Factory(dict[str, str])  # by operation: the digest of what it is


def file_keys(row: type[Any]) -> tuple[Attribute[Any], ...]:
    """Return the attributes of a class of rows that are keys of catalog files."""
    every: tuple[Attribute[Any], ...] = fields(row)
    return tuple(each for each in every if "words" not in each.metadata)
