"""Element names of XML documents, keys of JSON answers, and names in Python."""

from __future__ import annotations

from twilio_ops_codegen.changes.change import Finding, allows, breaks, finding, tells
from twilio_ops_codegen.changes.compare import Difference
from twilio_ops_codegen.changes.composition import speaks_xml
from twilio_ops_codegen.changes.phrasing import code, quoted, row_name
from twilio_ops_codegen.changes.registry import Example, rule

_XML = "objects/Parcel/xml"
_JSON = "objects/Parcel/json"
_FIELDS = "objects/Parcel/fields"
_CREATE = "objects/Parcel/actions/Create"
_QUERY = "objects/Parcel/actions/Query"


def _element(name: str | None) -> str:
    return f"{code(f'<{name}>')}" if name else "the naming rule's name"


@rule(
    ("XmlNames", "item", "changed"),
    examples=[Example(f"{_XML}/item", "Parcel", "Box", breaking="requests responses wire")],
)
def record_element_renamed(d: Difference) -> Finding:
    """The element that holds a record has another name.

    It is the root of request documents and the first element of answered ones.
    """
    return finding(
        f"Documents of {code(d.scope.object or '')} use {_element(d.new)}; it was {_element(d.old)}.",
        requests=breaks(f"documents with the root {_element(d.old)} are refused"),
        responses=breaks(f"records stand in {_element(d.new)}"),
        wire=(
            breaks(f"an answer with {_element(d.old)} is not understood")
            if speaks_xml(d) and d.old not in d.after.accepts
            else None
        ),
    )


@rule(
    ("XmlNames", "list", "changed"),
    examples=[Example(f"{_XML}/list", "Parcels", "Boxes", compatible="responses")],
)
def list_element_renamed(d: Difference) -> Finding:
    """The element around the records of a page has another name.

    A page is cut into one document a record, and the element around them is in none of these.
    """
    return finding(
        f"Pages of {code(d.scope.object or '')} use {_element(d.new)}; it was {_element(d.old)}.",
        responses=allows("pages are read by the other name; records' documents are the same"),
    )


@rule(
    ("XmlNames", "accepts", "added"),
    examples=[Example(f"{_XML}/accepts", "[]", "[Box]", compatible="responses")],
)
def element_name_accepted(d: Difference) -> Finding:
    """Records are also found under a further element name.

    The names that were known stay so.
    """
    return finding(
        f"Records of {code(d.scope.object or '')} are also found in {_element(d.new)}.",
        responses=allows(f"documents with {_element(d.new)} are read"),
    )


@rule(
    ("XmlNames", "accepts", "removed"),
    examples=[Example(f"{_XML}/accepts", "[Box]", "[]", breaking="responses")],
)
def element_name_no_longer_accepted(d: Difference) -> Finding:
    """Records are no longer found under one of their element names.

    Answers and stored documents that use the name are not understood.
    """
    return finding(
        f"Records of {code(d.scope.object or '')} are no longer found in {_element(d.old)}.",
        responses=breaks(f"documents with {_element(d.old)} are not read"),
    )


@rule(
    ("XmlNames", "evidence", "changed"),
    examples=[Example(f"{_XML}/evidence", "inferred", "sample", documentation="documentation")],
)
def evidence_changed(d: Difference) -> Finding:
    """How an object's element names are known has changed.

    The names are what they are.
    """
    return finding(
        f"The element names of {code(d.scope.object or '')} are known by {d.new}; it was {d.old}.",
        documentation=tells("other evidence for the names is stated"),
    )


@rule(
    ("JsonNames", "list", "changed"),
    examples=[
        Example(f"{_JSON}/list", "parcels", "boxes", compatible="python wire"),
        Example(f"{_JSON}/list", "parcels", "null", breaking="wire", compatible="python"),
    ],
)
def json_list_renamed(d: Difference) -> Finding:
    """The records of a JSON page stand under another key.

    Code gets records, not pages. The one list of an answer under another key is known by its records;
    an answer that is a list, and one that holds a list, are not taken for each other.
    """
    known = None not in (d.old, d.new)
    return finding(
        f"JSON pages of {code(d.scope.object or '')} hold records in {quoted(d.new)};"
        f" it was {quoted(d.old)}.",
        python=allows("records are read from the other key"),
        wire=(
            allows("an answer with the other key is known by its records")
            if known
            else breaks("an answer of the old form is not understood")
        ),
    )


@rule(
    ("Field", "xml", "changed"),
    examples=[Example(f"{_FIELDS}/weight/xml", "Weight", "Mass", breaking="responses")],
)
def field_element_renamed(d: Difference) -> Finding:
    """The element of a field has another name.

    What reads documents by the old name finds nothing.
    """
    sent = "request" in d.scope.directions
    return finding(
        f"The {row_name(d)} is the element {_element(d.new)}; it was {_element(d.old)}.",
        requests=breaks(f"documents with {_element(d.old)} are refused") if sent else None,
        responses=breaks(f"the value stands in {_element(d.new)}"),
    )


@rule(
    ("Parameter", "xml", "changed"),
    examples=[Example(f"{_CREATE}/parameters/Weight/xml", "Mass", "Heft", breaking="requests")],
)
def parameter_element_renamed(d: Difference) -> Finding:
    """The element of a parameter has another name.

    Request documents that use the old one are refused; what is sent to the service is the same.
    """
    return finding(
        f"The {row_name(d)} is the element {_element(d.new)}; it was {_element(d.old)}.",
        requests=breaks(f"documents with {_element(d.old)} are refused"),
    )


@rule(
    ("Field", "name", "changed"),
    ("Parameter", "name", "changed"),
    ("Filter", "name", "changed"),
    examples=[
        Example(f"{_FIELDS}/weight/name", "mass", "heft", breaking="python"),
        Example(f"{_CREATE}/parameters/Weight/name", "mass", "heft", breaking="python"),
        Example(f"{_QUERY}/filters/Status/name", "state", "stage", breaking="python"),
    ],
)
def python_name_changed(d: Difference) -> Finding:
    """A field, parameter or filter is called otherwise in Python.

    Code that uses the old name fails; documents and the wire are the same.
    """
    old, new = (code(name) if name else "as the naming rule says" for name in (d.old, d.new))
    return finding(
        f"The {row_name(d)} is called {new} in Python; it was {old}.",
        python=breaks("code that uses the old name fails"),
    )


@rule(
    ("EnumNames", "name", "changed"),
    ("Struct", "name", "changed"),
    examples=[
        Example("objects/Parcel/enum_names", "{}", "{status: {name: Stage}}", breaking="python"),
        Example("objects/Parcel/structs/size/name", "Size", "Extent", breaking="python"),
    ],
)
def class_renamed(d: Difference) -> Finding:
    """The class of an enum or a struct is called otherwise.

    Code that imports it by the old name fails; documents and the wire are the same.
    """
    old, new = (code(f"{d.scope.object or ''}{name}") for name in (d.old, d.new))
    return finding(
        f"The class of {code(d.place[2])} of {code(d.scope.object or '')} is called {new};"
        f" it was {old}.",
        python=breaks(f"importing {old} fails"),
    )


@rule(
    ("EnumNames", "members", "changed"),
    examples=[
        Example(
            "objects/Parcel/enum_names",
            "{}",
            "{status: {members: {waiting: IN_DEPOT}}}",
            breaking="python",
        ),
    ],
)
def member_renamed(d: Difference) -> Finding:
    """The member of an enum's value is called otherwise.

    Code that uses the old name fails, or sends another value if that is called so now; documents
    and the wire are the same.
    """
    return finding(
        f"The value {code(d.name)} of the enum {code(d.place[2])} of {code(d.scope.object or '')}"
        f" is called {code(d.new)} in Python; it was {code(d.old)}.",
        python=breaks(f"{code(d.old)} no longer means {code(d.name)}"),
    )


@rule(
    ("Field", "item_xml", "changed"),
    examples=[Example(f"{_FIELDS}/stops/item_xml", "Stop", "Halt", breaking="responses")],
)
def field_item_element_renamed(d: Difference) -> Finding:
    """The elements of a list in a document have another name.

    What reads documents by the old name finds nothing.
    """
    sent = "request" in d.scope.directions
    if d.before.type != "list":
        return finding(
            f"The {row_name(d)} names the elements of entries, and is no list.",
            documentation=tells("nothing follows from it"),
        )
    return finding(
        f"The entries of the {row_name(d)} are {_element(d.new)}; they were {_element(d.old)}.",
        requests=breaks(f"documents with {_element(d.old)} are refused") if sent else None,
        responses=breaks(f"entries stand in {_element(d.new)}"),
    )


@rule(
    ("Field", "key_xml", "added"),
    ("Field", "key_xml", "removed"),
    ("Field", "key_xml", "changed"),
    examples=[
        Example(
            f"{_FIELDS}/links",
            "{type: uri_map}",
            "{type: uri_map, key_xml: {id_tag: IDTag}}",
            breaking="responses",
        )
    ],
)
def address_element_renamed(d: Difference) -> Finding:
    """The element of one name in a map of addresses has another name.

    What reads documents by the old name finds nothing.
    """
    new = _element(d.new) if d.new else "what the naming rule gives"
    return finding(
        f"The address {code(d.name)} of the {row_name(d)} is the element {new}.",
        responses=breaks(f"the address stands in {new}"),
    )
