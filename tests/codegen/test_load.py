"""Loading is strict: every mistake is reported with its place, all at once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from twilio_ops_codegen.catalog.errors import CatalogError, Mistake
from twilio_ops_codegen.catalog.load import load
from twilio_ops_codegen.catalog.located_yaml import read

CASE = Path(__file__).parent.parent / "cases" / "parcels" / "metadata"
PARCEL = "api/v1/Parcel.yaml"
TRACE = "api/v1/Trace.yaml"
SCAN = "api/v1/Scan.yaml"
NAMES = "overlays/names.yaml"


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    """A copy of the made-up catalog."""
    folder = Path(shutil.copytree(CASE, tmp_path / "metadata"))
    shutil.rmtree(folder / "words")  # its words are about objects that these tests change
    return folder


def edit(catalog: Path, file: str, old: str, new: str) -> None:
    """Replaces a text that occurs once."""
    path = catalog / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (file, old)
    path.write_text(text.replace(old, new), encoding="utf-8")


def mistakes(catalog: Path) -> list[str]:
    """The messages of loading, each with its place."""
    with pytest.raises(CatalogError) as caught:
        load(catalog)
    return [str(mistake) for mistake in caught.value.mistakes]


def line(catalog: Path, file: str, text: str) -> str:
    """``file:line`` of the first line that holds a text."""
    for number, found in enumerate((catalog / file).read_text(encoding="utf-8").splitlines(), 1):
        if text in found:
            return f"{file}:{number}"
    raise AssertionError(f"{file} does not hold {text!r}")


def test_the_case_loads(catalog: Path) -> None:
    """The made-up catalog is fine, and overlays are applied."""
    loaded = load(catalog)
    assert ["Depot", "DepotPhone", "Label", "Parcel", "ParcelTrace", "Scan"] == list(loaded.objects)
    assert ("Trace",) == loaded.objects["ParcelTrace"].aliases
    assert "depots are built, not sent" == loaded.objects["Depot"].actions["Create"].refused


@pytest.mark.parametrize(
    ("row", "attribute", "value"),
    [
        ("    security: basic", "security", "basic"),
        ("    security: none", "security", "none"),
        ("    paging: none", "paging", "none"),
        ("    cardinality: one", "cardinality", "one"),
        ("    encoding: none", "encoding", "none"),
        ("    status: [200]", "status", (200,)),
    ],
)
def test_what_is_usual_may_be_said(catalog: Path, row: str, attribute: str, value: object) -> None:
    """A row that states what it would be anyway is no mistake."""
    edit(catalog, PARCEL, "    operation: FetchParcel\n", f"    operation: FetchParcel\n{row}\n")
    assert value == getattr(load(catalog).objects["Parcel"].actions["Get"], attribute)


def test_ten_mistakes_give_ten_located_messages(catalog: Path) -> None:
    """Nothing hides behind the first mistake."""
    edit(catalog, PARCEL, "pieces: {type: integer}", "pieces: {type: whole}")
    edit(catalog, PARCEL, "insured: {type: boolean}", "insured: {type: boolean, insurred: 1}")
    edit(catalog, PARCEL, "  from: {type: string, nullable: true}", "  from: {nullable: true}")
    edit(catalog, TRACE, "place: {type: string}", "place: {type: enum, enum: places}")
    edit(catalog, TRACE, "parent: Parcel", "parent: Parcels")
    edit(
        catalog, TRACE, "OfficeSid: {prefixes: [AC]}", "OfficeSid: {prefixes: [AC], pattern: '^XX'}"
    )
    edit(
        catalog, TRACE, "Place: {type: string, required: true}", "Place: {type: string, default: 1}"
    )
    edit(catalog, TRACE, "status: [201]", "status: [404]")
    edit(catalog, NAMES, "at: actions/Create", "at: actions/Destroy")
    edit(catalog, NAMES, "  reason: The connector calls it so.\n", "")
    found = mistakes(catalog)
    expected = [
        (PARCEL, "whole", "fields/pieces/type: is 'whole'; expected one of string, integer"),
        (PARCEL, "insurred", "fields/insured/insurred: is not a key of Field; expected one of"),
        (PARCEL, "  from:", "fields/from/type: is missing"),
        (TRACE, "places", "fields/place/enum: names 'places'; this object's enums: none"),
        (TRACE, "parent:", "parent: names 'Parcels', which is no object's source name"),
        (TRACE, "  OfficeSid:", "AC contradicts the pattern ^XX"),
        (TRACE, "Place:", "default: is 1; expected one that fits type string"),
        (TRACE, "status:", "is 404; expected the status of a success"),
        (NAMES, "Destroy", "touches nothing: Depot has no actions/Destroy"),
        (NAMES, "object: Trace", "a row needs its reason as text"),
    ]
    for file, text, message in expected:
        place = line(catalog, file, text)
        assert any(each.startswith(f"{place}: ") and message in each for each in found), (
            place,
            found,
        )
    assert len(expected) == len(found), found


def test_a_key_that_samples_cannot_show_needs_an_example(catalog: Path) -> None:
    """Of some patterns no text can be made; that is said before anything is generated."""
    pattern = "^[^a]+$"
    edit(catalog, TRACE, "OfficeSid: {prefixes: [AC]}", f"OfficeSid: {{pattern: '{pattern}'}}")
    place = line(catalog, TRACE, "  OfficeSid:")
    assert [
        f"{place}: keys/OfficeSid/pattern: no example can be made for {pattern}; "
        "give the key an `example`"
    ] == mistakes(catalog)
    edit(catalog, TRACE, f"'{pattern}'}}", f"'{pattern}', example: o1}}")
    assert "o1" == load(catalog).objects["ParcelTrace"].keys["OfficeSid"].example


def test_a_parameter_that_takes_the_key_has_a_row_among_the_keys(catalog: Path) -> None:
    """What may stand there is looked up under its name."""
    edit(catalog, TRACE, "    encoding: form", "    encoding: form\n    key_parameter: Place")
    place = line(catalog, TRACE, "key_parameter:")
    assert [
        f"{place}: actions/Create/key_parameter: names 'Place'; "
        "this object's keys: OfficeSid, ParcelSid"
    ] == mistakes(catalog)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("format: iso8601", "format: is 'iso8601'; expected relative or nothing for a date"),
        (
            "format: relative, operators: [equals, after]",
            "operators: before and after do not go with format relative",
        ),
    ],
)
def test_a_date_is_a_day_or_relative(catalog: Path, said: str, message: str) -> None:
    """An offset from today is only compared for equality, and a date has no other format."""
    edit(catalog, TRACE, "type: date, format: relative", f"type: date, {said}")
    place = line(catalog, TRACE, "Since:")
    assert [f"{place}: actions/Query/filters/Since/{message}"] == mistakes(catalog)


def test_elements_of_addresses_are_names_of_their_own(catalog: Path) -> None:
    """Of a map of addresses, and no two the same."""
    edit(catalog, PARCEL, "{id_tags: IDTags}", "{id_tags: ID, ids: ID, x: 1x}")
    edit(catalog, PARCEL, "uri: {type: string,", "uri: {type: string, key_xml: {a: A},")
    place, other = line(catalog, PARCEL, "id_tags"), line(catalog, PARCEL, " uri:")
    assert [
        f"{other}: fields/uri/key_xml: does not go with type string",
        f"{place}: fields/related_uris/key_xml: gives two names one element; expected each its own",
        f"{place}: fields/related_uris/key_xml/x: is '1x'; expected an element name",
    ] == mistakes(catalog)


def test_a_redirect_is_the_address_in_a_field(catalog: Path) -> None:
    """The field is one of the record's, and some status of success is a redirect's."""
    edit(catalog, TRACE, "    encoding: form", "    encoding: form\n    redirect: plaice")
    place = line(catalog, TRACE, "redirect:")
    assert [
        f"{place}: actions/Create/redirect: does not go with status 201; expected a 3xx",
        f"{place}: actions/Create/redirect: names 'plaice'; the record's fields: place, seen_at",
    ] == mistakes(catalog)


def test_an_overlay_that_changes_nothing_is_a_mistake(catalog: Path) -> None:
    """Overlays must not outlive what they corrected."""
    with (catalog / NAMES).open("a", encoding="utf-8") as file:
        file.write(
            "- object: Parcel\n  at: fields/pieces\n  set: {type: integer}\n"
            "  reason: None.\n  source: None.\n"
        )
    (message,) = mistakes(catalog)
    assert "changes nothing" in message and message.startswith(f"{NAMES}:10: ")


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        (PARCEL, "object: [", "is not YAML"),
        (PARCEL, "object: A\nobject: B\n", "stands twice"),
        (PARCEL, "- 1\n", "is not an object"),
        (PARCEL, "a: &a {b: *a}\n", "holds itself"),
        ("catalog.yaml", "format: 7\n", "this generator reads format 1"),
        (NAMES, "a: 1\n", "expected a list of rows"),
    ],
)
def test_files_that_are_not_what_they_should_be(
    catalog: Path, file: str, text: str, expected: str
) -> None:
    """Each is named with its file."""
    (catalog / file).write_text(text, encoding="utf-8")
    assert any(each.startswith(file) and expected in each for each in mistakes(catalog))


def test_what_comes_behind_a_mistake_is_read(catalog: Path) -> None:
    """An object that is none, and one that is there twice, hide nothing of those behind them."""
    second = catalog / "api/v1/Second.yaml"
    shutil.copy(catalog / PARCEL, second)
    edit(catalog, "api/v1/Depot.yaml", "object: Depot", "objects: Depot")
    edit(catalog, TRACE, "place: {type: string}", "place: {type: text}")
    found = mistakes(catalog)
    assert "api/v1/Second.yaml:1: object: Parcel is taken: see api/v1/Parcel.yaml:1" in found
    place = line(catalog, TRACE, "type: text")
    assert any(each.startswith(f"{place}: fields/place/type: is 'text'") for each in found)


def test_a_file_is_called_as_its_source_says(catalog: Path) -> None:
    """Else that is the one mistake: what names the object by its file finds it all the same."""
    edit(catalog, PARCEL, "source: Parcel", "source: Package")
    place = line(catalog, PARCEL, "source:")
    said = f"{place}: source: expected Parcel, the file's name, not Package"
    assert mistakes(catalog) == [said]


def test_a_folder_without_a_catalog(tmp_path: Path) -> None:
    """The message names the file that is missing."""
    assert ["catalog.yaml: is missing in " + str(tmp_path)] == mistakes(tmp_path)


def test_a_service_may_have_no_objects(catalog: Path) -> None:
    """A document without operations makes an empty package, not an error."""
    shutil.rmtree(catalog / "api")
    shutil.rmtree(catalog / "overlays")
    assert {} == load(catalog).objects


def test_files_in_the_wrong_folder_are_not_passed_over(catalog: Path) -> None:
    """An object's file that nothing would read is a mistake."""
    (catalog / "api" / "v2").mkdir()
    (catalog / PARCEL).rename(catalog / "api/v2/Parcel.yaml")
    expected = "api/v2/Parcel.yaml: expected an object's file to be api/v1/<Object>.yaml"
    assert expected in mistakes(catalog)


def test_names_that_collide_are_named_with_their_places(catalog: Path) -> None:
    """In Python and in documents, also with the record's address; a name of their own mends it."""
    row = "Place: {type: string, required: true}"
    edit(
        catalog,
        TRACE,
        row,
        f"{row}\n      place: {{type: string}}\n      ParentSid: {{type: string}}",
    )
    first, second = line(catalog, TRACE, "      place:"), line(catalog, TRACE, "      ParentSid:")
    assert [
        f"{first}: actions/Create/parameters/place: is called 'place' in Python like 'Place'; "
        "give one a `name`",
        f"{second}: actions/Create/parameters/ParentSid: is the element 'ParentSid' like "
        "the record's address; give one another `xml`",
    ] == mistakes(catalog)
    edit(
        catalog,
        TRACE,
        "place: {type: string}\n      P",
        "place: {type: string, name: spot}\n      P",
    )
    edit(catalog, TRACE, "ParentSid: {", "ParentSid: {xml: Above, ")
    assert "spot" == load(catalog).objects["ParcelTrace"].actions["Create"].parameters["place"].name


@pytest.mark.parametrize(
    ("name", "free"), [("class", "class_"), ("spec", "spec_"), ("Spot", "spot")]
)
def test_a_name_that_python_has_taken(catalog: Path, name: str, free: str) -> None:
    """A name given by hand has to be one that the naming rule could give."""
    row = "Place: {type: string, required: true"
    edit(catalog, TRACE, row, f"{row}, name: {name}")
    assert [
        f"{line(catalog, TRACE, row)}: actions/Create/parameters/Place/name: is {name!r}; "
        f"expected a name that is free in Python, such as {free}"
    ] == mistakes(catalog)


@pytest.mark.parametrize("name", ["Class", "None", "Mapping", "Load"])
def test_an_object_that_could_have_no_module_of_its_own(catalog: Path, name: str) -> None:
    """A word of Python's, or what generated modules import, is no name of an object."""
    edit(catalog, PARCEL, "object: Parcel", f"object: {name}")
    assert [
        f"{PARCEL}:1: object: is {name!r}; expected a name that is free in Python, "
        f"such as {name}Object"
    ] == mistakes(catalog)


@pytest.mark.parametrize("name", ["class", "acme.ops", "../../evil", "''", "2fa", "json"])
def test_a_package_that_could_not_be_imported(catalog: Path, name: str) -> None:
    """The package's name is a name, and no word or module of Python's."""
    edit(catalog, "catalog.yaml", "package: acme_ops", f"package: {name}")
    place = line(catalog, "catalog.yaml", "package:")
    assert [
        f"{place}: package: is {name.strip(chr(39))!r}; "
        "expected a package name of its own, such as acme_ops"
    ] == mistakes(catalog)


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("insured: {type: boolean}", "insured: {type: pairs, count: 2}", "fields/insured"),
        ("items: {type: string}}", "items: {type: pairs, count: 2}}", "fields/marks/items"),
        (
            "items: {type: string}}",
            "items: {type: collapsible_map, prefix: More}}",
            "fields/marks/items",
        ),
        (
            "Route: {type: string, repeated: true}",
            "Route: {type: pairs, count: 2}",
            "actions/Query/filters/Route",
        ),
    ],
)
def test_only_parameters_are_numbered_pairs(catalog: Path, old: str, new: str, at: str) -> None:
    """No answer holds them, and no filter is asked with them."""
    edit(catalog, PARCEL, old, new)
    kind = "pairs" if "pairs" in new else "collapsible_map"
    assert [
        f"{line(catalog, PARCEL, new)}: {at}/type: is {kind}, which only parameters are; "
        "expected another type"
    ] == mistakes(catalog)


def test_a_thousand_pairs_are_the_most(catalog: Path) -> None:
    """Each is a name that generated profiles and the emulator hold."""
    edit(catalog, PARCEL, "Extra: {type: pairs, count: 3}", "Extra: {type: pairs, count: 1000}")
    assert load(catalog).objects["Parcel"].actions["Create"].parameters["Extra"].count == 1000
    edit(catalog, PARCEL, "count: 1000}", "count: 1001}")
    place = "actions/Create/parameters/Extra/count"
    (found,) = mistakes(catalog)
    assert found.endswith(f": {place}: is 1001; expected at most 1000")


def test_a_file_of_aliases_makes_a_hundred_thousand_values_at_most(tmp_path: Path) -> None:
    """Each alias counts as the values that it stands for, and as one itself."""
    rows = f"a: &a [{', '.join('x' * 4999)}]\nb: [{', '.join(['*a'] * 18)}]\nc: &c x\n"
    path = tmp_path / "f.yaml"
    for more, expected in ((4976, []), (4977, ["makes more than 100000 values through aliases"])):
        path.write_text(f"{rows}d: [{', '.join('y' * more)}]\ne: *c\n", encoding="utf-8")
        found: list[Mistake] = []
        read(path, "f.yaml", found)
        assert [each.message for each in found] == expected


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            PARCEL,
            "cardinality: many",
            "cardinality: one",
            "Query/cardinality: is one; a Query answers many",
        ),
        (
            PARCEL,
            "cardinality: many",
            "cardinality: none",
            "Query/cardinality: is none; a Query answers many",
        ),
        (
            PARCEL,
            "operation: FetchParcel",
            "operation: FetchParcel\n    cardinality: none",
            "Get/cardinality: is none; a Get answers one or many",
        ),
        (
            TRACE,
            "status: [201]",
            "cardinality: many",
            "Create/cardinality: is many; a Create answers none or one",
        ),
    ],
)
def test_an_action_answers_as_many_records_as_it_can(
    catalog: Path, file: str, old: str, new: str, message: str
) -> None:
    """Reading gives records, and a change at most one; anything else is a mistake with a place."""
    edit(catalog, file, old, new)
    found = mistakes(catalog)
    assert any(each.startswith(file) and each.endswith(message) for each in found), found


def test_what_only_json_can_hold_is_not_sent_otherwise(catalog: Path) -> None:
    """A struct, list or map among a form's parameters or a Query's filters could never be sent."""
    edit(catalog, PARCEL, "Note: {type: string}", "Note: {type: struct, struct: handling}")
    edit(
        catalog,
        PARCEL,
        "Route: {type: string, repeated: true}",
        "Route: {type: map, items: {type: any}}",
    )
    message = "which only a JSON body can hold; expected any (sent as JSON text)"
    routes, notes = line(catalog, PARCEL, "Route:"), line(catalog, PARCEL, "Note:")
    assert [
        f"{routes}: actions/Query/filters/Route/type: is map, {message}",
        f"{notes}: actions/Update/parameters/Note/type: is struct, {message}",
    ] == mistakes(catalog)


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            PARCEL,
            "  pieces: {",
            "  'pi\"eces': {",
            "expected no quote, backslash or character without a sign",
        ),
        (
            PARCEL,
            "  X-Trace: {",
            "  Accept: {",
            "is a header field that the connection writes itself",
        ),
        (
            SCAN,
            "accepts: [ParcelScan]",
            "accepts: [1 x]",
            "xml/accepts: is '1 x'; expected an element name",
        ),
        ("catalog.yaml", "xml_root: PostAnswer", "xml_root: '<'", "expected an element name"),
        (
            "catalog.yaml",
            "host: post.example.com",
            "host: ''",
            "host: is ''; expected a host name such as api.example.com",
        ),
        (
            "catalog.yaml",
            "host: post",
            "host: https://post",
            "is 'https://post.example.com'; expected a host name such as api.example.com",
        ),
    ],
)
def test_names_that_cannot_stand_where_they_are_used(
    catalog: Path, file: str, old: str, new: str, message: str
) -> None:
    """Elements are XML names, a host is a host name, and what JSON cannot be read by is no name."""
    edit(catalog, file, old, new)
    found = mistakes(catalog)
    assert any(each.startswith(f"{file}:") and each.endswith(message) for each in found), found


def test_elements_that_become_the_same_are_told_apart_by_hand(catalog: Path) -> None:
    """What XML does not allow becomes an underline; two names that then are one are a mistake."""
    row = "Place: {type: string, required: true}"
    edit(
        catalog,
        TRACE,
        row,
        f"{row}\n      Sp[]: {{type: string}}\n      Sp{{}}: {{type: string, name: b}}",
    )
    place = line(catalog, TRACE, "      Sp{}:")
    assert [
        f"{place}: actions/Create/parameters/Sp{{}}: is the element 'Sp__' like 'Sp[]'; "
        "give one another `xml`"
    ] == mistakes(catalog)


def append(catalog: Path, file: str, text: str) -> None:
    """Adds text at the end of a file, which need not be there."""
    path = catalog / file
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as opened:
        opened.write(text)


@pytest.mark.parametrize(
    "number", ["9" * 1001, "-" + "9" * 5000, "0x" + "f" * 5000, "0" + "7" * 5000]
)
def test_a_number_that_nobody_can_print_is_shown_shortly(catalog: Path, number: str) -> None:
    """By its place, as what is not a number is."""
    edit(catalog, PARCEL, "insured: {type: boolean}", f"insured: {number}")
    [found] = [one for one in mistakes(catalog) if "fields/insured" in one]
    assert "which YAML takes for a int that it cannot be; text needs quotes" in found
    assert len(found) < 300


def test_one_mistake_hides_no_other(catalog: Path) -> None:
    """What is wrong with a key, a row or a file leaves everything else to be looked at."""
    edit(catalog, PARCEL, "source: Parcel\n", "source: Parcel\ncolour: red\ncolour: blue\n")
    edit(catalog, PARCEL, "path: /v1/Offices/{OfficeSid}/Parcels\nkeys", "path: Parcels\nkeys")
    edit(catalog, PARCEL, "pieces: {type: integer}", "pieces: {type: integer, 5: 6}")
    edit(catalog, PARCEL, "insured: {type: boolean}", "insured: 2031-99-99")
    edit(catalog, PARCEL, "status: [201]", "status: [299, x]")
    edit(catalog, PARCEL, "Weight: {type: decimal}", "Weight: {type: decimal, default: heavy}")
    (catalog / "api/v1/Scan.yaml").write_text("object: [\n", encoding="utf-8")
    append(catalog, "errors.yaml", "abc: {status: 404, message: x}\n")
    append(catalog, "behaviour/post.yaml", "open: [\n")
    append(catalog, "catalog.yaml", "colour: red\n")
    for name in ("overlays/more.yml", "behaviour/more.yml", "errors.yml"):
        append(catalog, name, "- 1\n")
    found = mistakes(catalog)
    for expected in (
        "colour: is not a key of Object",
        "colour: stands twice",
        "path: is 'Parcels'; expected a path that begins with /",
        "fields/pieces/5: is not a key of Field",
        "fields/insured: is '2031-99-99', which YAML takes for a timestamp that it cannot be",
        "actions/Create/status/1: is 'x'; expected a whole number",
        "parameters/Weight/default: is 'heavy'; expected one that fits type decimal",
        "api/v1/Scan.yaml:2: is not YAML",
        "abc: is 'abc'; expected a whole number",
        "behaviour/post.yaml:2: is not YAML",
        "colour: is not a key of Service",
        "overlays/more.yml: is not read; expected overlays/<name>.yaml",
        "behaviour/more.yml: is not read; expected behaviour/<name>.yaml",
        "errors.yml: is not read; expected errors.yaml",
    ):
        assert 1 == sum(expected in each for each in found), (expected, found)
    assert 14 == len(found), found


@pytest.mark.parametrize(
    "row",
    ["status: [queued, 5]", "status: queued", "status: {a: b}", "status: 2031-99-99"],
)
def test_what_could_not_be_read_is_not_missed(catalog: Path, row: str) -> None:
    """A row with a mistake is there, for those that name it."""
    edit(catalog, PARCEL, "status: [queued, under-way, delivered]", row)
    found = mistakes(catalog)
    assert found and all("enums/status" in each for each in found), found


def test_a_file_that_cannot_be_read_is_not_missed(catalog: Path) -> None:
    """Nothing is said of those that refer to its object, nor of overlays that correct it."""
    append(
        catalog,
        NAMES,
        "- object: Parcel\n  at: fields/to\n  remove: true\n  reason: r\n  source: s\n",
    )
    (catalog / PARCEL).write_bytes(b"object: Parcel\nnote: caf\xe9\n")
    assert [f"{PARCEL}:2: is not UTF-8 text: invalid continuation byte"] == mistakes(catalog)


@pytest.mark.parametrize(
    ("at", "verb", "expected"),
    [
        ("path", "set: {a: 1}", "touches nothing: path of Parcel is no mapping, which `set` needs"),
        (
            "enums/status",
            "set: {a: 1}",
            "touches nothing: enums/status of Parcel is no mapping, which `set` needs",
        ),
        (
            "enums/status/9",
            "add: lost",
            "touches nothing: enums/status of Parcel is no mapping, which `add` needs",
        ),
        ("fields/to", "add: {type: string}", "2/add: adds fields/to, which exists already"),
        ("path", "add: lost", "2/add: adds path, which exists already"),
        (
            "fields/to",
            "remove: [a]",
            "touches nothing: fields/to of Parcel is no list, which `remove` of items needs",
        ),
        (
            "enums/status",
            "remove: false",
            "2/remove: expected `true`, or items of a list, and the place in `at`",
        ),
        ("path/x", "add: lost", "touches nothing: path of Parcel is no mapping, which `add` needs"),
        ("fields/nope", "set: {a: 1}", "touches nothing: Parcel has no fields/nope"),
        (
            "'*'",
            "set: {a: 1}",
            "xml/a: is not a key of XmlNames; expected one of accepts, evidence, item, list",
        ),
    ],
)
def test_an_overlay_sets_keys_of_mappings(catalog: Path, at: str, verb: str, expected: str) -> None:
    """Elsewhere it has no place, and says so."""
    edit(catalog, PARCEL, "json: {list: parcels}", "json: {list: parcels}\nxml: {item: Parcel}")
    row = f"- object: Parcel\n  at: {at}\n  {verb}\n  reason: r\n  source: s\n"
    append(catalog, NAMES, row)
    assert any(each.endswith(expected) for each in mistakes(catalog))


def row(at: str, verb: str) -> str:
    """An overlay's row about the parcel."""
    return f"- object: Parcel\n  at: {at}\n  {verb}\n  reason: r\n  source: s\n"


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("add: lost", ("queued", "under-way", "delivered", "lost")),
        ("add: [queued, lost, found]", ("queued", "under-way", "delivered", "lost", "found")),
        ("remove: queued", ("under-way", "delivered")),
        ("remove: [queued, delivered, lost]", ("under-way",)),
    ],
)
def test_an_overlay_adds_and_removes_items(
    catalog: Path, verb: str, expected: tuple[str, ...]
) -> None:
    """Of a list: what is there already, or not there, is passed over beside what is not."""
    append(catalog, NAMES, row("enums/status", verb))
    assert expected == load(catalog).objects["Parcel"].enums["status"]


def test_what_an_overlay_adds_to_all_is_left_where_it_is(catalog: Path) -> None:
    """An object that says it already says what it said."""
    edit(catalog, PARCEL, "object: Parcel\n", "object: Parcel\ndeprecated: since long\n")
    verb = "deprecated\n  add: lately\n  reason: r\n  source: s\n"
    append(catalog, NAMES, f"- object: '*'\n  at: {verb}")
    found = {name: one.deprecated for name, one in load(catalog).objects.items()}
    assert found.pop("Parcel") == "since long"
    assert {*found.values()} == {"lately"}


@pytest.mark.parametrize(
    ("operators", "is_one"),
    [("before, after", True), ("equals, before, after", True), ("before, equals", False)],
)
def test_a_list_is_cut_by_a_filter_with_both_bounds(
    catalog: Path, operators: str, is_one: bool
) -> None:
    """Whether or not it can be asked for one moment, too."""
    edit(
        catalog,
        PARCEL,
        "operators: [equals, before, after]}",
        f"operators: [{operators}]}}\n    window: SentAt",
    )
    if is_one:
        assert load(catalog).objects["Parcel"].actions["Query"].window == "SentAt"
    else:
        assert any(
            each.endswith("with before and after: there is none") for each in mistakes(catalog)
        )


def test_what_an_overlay_adds_to_a_list_is_marked_as_its_own(catalog: Path) -> None:
    """A mistake in it is the overlay's, in its line; the items of a list may be lists."""
    at = "actions/Create/either"
    append(catalog, NAMES, row(at, "add:\n  - [To]\n  - [Nope]"))
    assert [
        f"{NAMES}:14: {at}/2: names 'Nope', which is no parameter here",
    ] == mistakes(catalog)


@pytest.mark.parametrize(
    ("at", "verb"),
    [
        ("enums/status", "add: queued"),
        ("enums/status", "add: [queued, delivered]"),
        ("enums/status", "remove: lost"),
        ("actions/Get", "set: {paging: none}"),
        ("actions/Get", "set: {status: [200], note: null, cardinality: one}"),
        ("fields/to", "set: {key_xml: {}, only: []}"),
        ("fields/marks/items", "set: {nullable: false}"),
        ("structs/handling", "set: {open: false}"),
        ("xml", "set: {evidence: inferred}"),
    ],
)
def test_an_overlay_that_says_what_holds_anyway_is_a_mistake(
    catalog: Path, at: str, verb: str
) -> None:
    """Also where the object's file leaves out what is usual."""
    edit(catalog, PARCEL, "json: {list: parcels}", "json: {list: parcels}\nxml: {item: Parcel}")
    append(catalog, NAMES, row(at, verb))
    changes_nothing = f"{NAMES}:10: 2: changes nothing: the catalog says so already"
    assert [changes_nothing] == mistakes(catalog)


@pytest.mark.parametrize("name", ["two words", "a:b", "a--b", "2fa", "é"])
def test_names_of_structs_and_enums_become_names_of_types(catalog: Path, name: str) -> None:
    """Of XSD types, which not every text can be a part of."""
    edit(catalog, PARCEL, "  handling:\n    fields:", f"  '{name}':\n    fields:")
    edit(catalog, PARCEL, "struct: handling", f"struct: '{name}'")
    append(catalog, NAMES, row("enums", f"set: {{'{name}x': [a]}}"))
    expected = "expected a name such as call_details"
    place = line(catalog, PARCEL, f"  '{name}':")
    assert [
        f"{PARCEL}:{place.rpartition(':')[2]}: structs/{name}: is called {name!r}; {expected}",
        f"{NAMES}:12: enums/{name}x: is called {name + 'x'!r}; {expected}",
    ] == mistakes(catalog)


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("json: {list: parcels}", 'json: {list: parcels}\nnote: "a\\x0cb"', "note"),
        ("[queued,", '["\\x00",', "enums/status/0"),
        (
            "OfficeSid: {prefixes: [AC]}",
            'OfficeSid: {example: "\\uffff"}',
            "keys/OfficeSid/example",
        ),
        ("  pieces: {", '  "\\x1b": {', "fields"),
    ],
)
def test_characters_that_cannot_be_written(catalog: Path, old: str, new: str, at: str) -> None:
    """In no text of an object, wherever it stands; behaviour is JSON, which can hold more."""
    edit(catalog, PARCEL, old, new)
    append(catalog, "behaviour/post.yaml", 'feed: "\\x0c"\n')
    (found,) = mistakes(catalog)
    assert found.startswith(f"{PARCEL}:") and f" {at}: holds the character U+" in found


@pytest.mark.parametrize("value", ["hello", "[1]", ""])
def test_an_overlay_adds_objects_not_other_values(catalog: Path, value: str) -> None:
    """A row that adds a whole object has a mapping for it."""
    append(catalog, NAMES, f"- object: Fresh\n  add: {value}\n  reason: r\n  source: s\n")
    assert [f"{NAMES}:11: 2/add: is not an object; expected a mapping"] == mistakes(catalog)


def test_behaviour_is_what_json_has(catalog: Path) -> None:
    """It is handed on as JSON, so a day is text."""
    text = "day: 2031-01-31\nratio: .nan\nnames: {on: 1}\nfine: [1, a, 2.5, null, true]\n"
    append(catalog, "behaviour/post.yaml", text)
    assert [
        "behaviour/post.yaml:1: day: is '2031-01-31', a date; text needs quotes",
        "behaviour/post.yaml:2: ratio: is nan; expected a number that JSON has",
        "behaviour/post.yaml:3: names/True: is True; expected text or a whole number as a key",
    ] == mistakes(catalog)


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (
            TRACE,
            "parent: Parcel",
            "parent: Trace",
            "parent: leads back to the object: Trace under Trace",
        ),
        (
            PARCEL,
            "source: Parcel",
            "source: Parcel\nparent: Trace",
            "Parcel under Trace under Parcel",
        ),
        (
            PARCEL,
            "\nkeys",
            "/{Nope}\nkeys",
            "path: holds {Nope}; this object's keys: DepotSid, OfficeSid, Sid",
        ),
        (
            PARCEL,
            "{Sid}\n    parameters:\n      Inc",
            "{Sid\n    parameters:\n      Inc",
            "brace for each opening one, and a name between",
        ),
        (
            "catalog.yaml",
            "account_key: OfficeSid",
            "account_key: Nope",
            "names 'Nope', which is a key of no object",
        ),
        (PARCEL, "count: 3", "count: 0", "Extra/count: is 0; expected at least 1"),
        (
            PARCEL,
            "[[PickupUrl, DepotSid]]",
            "[[]]",
            "either/0: is empty; expected the names of parameters",
        ),
        (
            PARCEL,
            "[[PickupUrl, DepotSid]]",
            "[[Mood]]",
            "either/0: names 'Mood', which is no parameter here",
        ),
        (
            PARCEL,
            "    filters:\n",
            "    either: [[Status]]\n    filters:\n",
            "names 'Status', which is no parameter here",
        ),
        (
            PARCEL,
            "status: [201]",
            "status: []",
            "Create/status: is empty; expected the statuses of success",
        ),
        (
            PARCEL,
            "    either:",
            "    fixed: {To: x}\n    either:",
            "fixed/To: is a parameter, too; expected one or the other",
        ),
        (
            TRACE,
            "json: {list: traces}\n",
            "",
            "is many, but neither json/list nor json/bare says where the records are",
        ),
        (TRACE, "minimum: 1,", "minimum: .nan,", "minimum: is nan; expected a number"),
        (TRACE, "minimum: 1,", "minimum: 999.5,", "minimum: 1000 is above the maximum, 999"),
        (TRACE, "place: {type: string}", "place:", "fields/place: is None; expected a mapping"),
    ],
)
def test_what_does_not_go_together(
    catalog: Path, file: str, old: str, new: str, expected: str
) -> None:
    """A catalog of which no package could be made that works is refused, at the place."""
    edit(catalog, file, old, new)
    assert any(each.endswith(expected) for each in mistakes(catalog)), mistakes(catalog)


@pytest.mark.parametrize(
    ("row", "fits", "does_not"),
    [
        ("type: integer, minimum: 1, maximum: 9", "9", "10"),
        ("type: integer, minimum: 1", "1", "0"),
        ("type: decimal", "1.5", "true"),
        ("type: boolean", "true", "1"),
        ("type: string, pattern: '^a+$'", "aa", "ab"),
        ("type: enum, enum: status", "queued", "lost"),
        ("type: date", "'2031-01-31'", "banana"),
        ("type: datetime, format: iso8601", "'2031-01-31T10:00:00Z'", "noon"),
        ("type: datetime, format: rfc2822", "'Fri, 31 Jan 2031 10:00:00 +0000'", "noon"),
        ("type: sid, prefixes: [DE]", f"DE{'0' * 32}", f"PC{'0' * 32}"),
    ],
)
def test_a_default_fits_its_type(catalog: Path, row: str, fits: str, does_not: str) -> None:
    """Its range, its pattern and its format, too."""
    edit(catalog, PARCEL, "Note: {type: string}", f"Note: {{{row}, default: {fits}}}")
    assert load(catalog).objects["Parcel"].actions["Update"].parameters["Note"].default is not None
    edit(catalog, PARCEL, f"default: {fits}", f"default: {does_not}")
    (found,) = mistakes(catalog)
    assert "parameters/Note/default: is " in found and "; expected " in found


@pytest.mark.parametrize("row", ["type: pairs, count: 2", "type: any"])
def test_what_is_no_plain_value_has_no_default(catalog: Path, row: str) -> None:
    """Nothing could be written there that is one."""
    edit(catalog, PARCEL, "Note: {type: string}", f"Note: {{{row}, default: x}}")
    (found,) = mistakes(catalog)
    assert "default: is 'x'; expected none" in found


@pytest.mark.parametrize("key", ["path", "alternatives"])
def test_a_placeholder_is_looked_for_where_it_stands(catalog: Path, key: str) -> None:
    """In an action's path, and in each of its alternatives."""
    path = "path: /v1/Offices/{OfficeSid}/Parcels/{ParcelSid}/Traces\n    cardinality"
    changed = path.replace("OfficeSid", "Lost")
    if key == "alternatives":
        changed = path.replace("Traces\n", "Traces\n    alternatives: ['/v1/{Lost}']\n")
    edit(catalog, TRACE, path, changed)
    place = f"{line(catalog, TRACE, '{Lost}')}: actions/Query/{key}"
    assert f"{place}: holds {{Lost}}; this object's keys: OfficeSid, ParcelSid" in mistakes(catalog)
