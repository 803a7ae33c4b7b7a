"""The rules of ``changes``: each judges its own examples, and together they leave nothing out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args, get_origin, get_type_hints

import attrs
import pytest

from twilio_ops_codegen.catalog.model import Catalog
from twilio_ops_codegen.changes import changes
from twilio_ops_codegen.changes.change import Consumer, Severity, finding
from twilio_ops_codegen.changes.compare import NAMES, Difference, Kind, compare
from twilio_ops_codegen.changes.example import edited_by, sides
from twilio_ops_codegen.changes.registry import Example, Rule, Subject
from twilio_ops_codegen.changes.rules import RULES
from twilio_ops_codegen.changes.shapes import Attribute, Shape, attributes, rows


def called(rule: Rule) -> str:
    """Where a rule is, and its name."""
    return f"{rule.judge.__module__.rpartition('.')[2]}-{rule.id}"


EXAMPLES = [
    pytest.param(rule, example, id=f"{called(rule)}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples)
]

MADE_UP = edited_by({})


def expected_subjects() -> set[Subject]:
    """Every difference that the walk can yield, read from the model's classes."""
    found: set[Subject] = set()
    for row in rows(Catalog):
        for attribute in attributes(row):
            found.update((attribute.owner, attribute.name, kind) for kind in kinds(attribute))
    found |= {("Enum", "values", "added"), ("Enum", "values", "removed")}
    # The envelope of a catalog, and rows that are always there.
    always = {("Catalog", "service"), ("Object", "xml"), ("Object", "json")}
    # Names in Python come and go with what they name.
    found -= {(*table, kind) for table in NAMES for kind in ("added", "removed")}
    return {subject for subject in found if subject[:2] not in always}


def kinds(attribute: Attribute) -> tuple[Kind, ...]:
    """What can happen to an attribute of a shape."""
    happens: dict[Shape, tuple[Kind, ...]] = {
        Shape.VALUE: ("changed",),
        Shape.WORDS: ("changed",),
        Shape.LIST: ("added", "removed"),
        Shape.ROW: ("added", "removed"),
        Shape.TABLE: ("added", "removed"),
        Shape.TEXTS: ("added", "removed", "changed"),
        Shape.LISTS: ("added", "removed"),
    }
    return happens[attribute.shape]


def test_every_attribute_of_the_model_has_a_rule() -> None:
    """An attribute added to the model without a rule fails here, by name."""
    covered = {subject for rule in RULES for subject in rule.subjects}
    assert set() == expected_subjects() - covered
    assert set() == covered - expected_subjects(), "rules for what does not exist"


def test_values_in_both_directions_have_a_rule() -> None:
    """What is judged by direction is judged in both."""
    directed = {
        direction: {
            subject for rule in RULES if rule.direction == direction for subject in rule.subjects
        }
        for direction in ("request", "response")
    }
    undirected = {subject for rule in RULES if rule.direction is None for subject in rule.subjects}
    assert directed["request"] == directed["response"]
    assert set() == undirected & directed["request"]


def test_rules_have_names_reasons_and_examples() -> None:
    """A rule is found by its name, says what happened and why it judges so, and shows itself."""
    assert len(RULES) == len({rule.id for rule in RULES})
    for rule in RULES:
        assert rule.title.endswith("."), rule.id
        assert rule.reason.endswith("."), rule.id
        assert rule.examples, rule.id


_LISTED: dict[str, dict[str, list[Any]]] = {}


def listed(row: type[Any]) -> dict[str, list[Any]]:
    """The words that the model lists for attributes of a class, by their names."""
    if row.__name__ not in _LISTED:
        found: dict[str, list[Any]] = {}
        for name, hint in get_type_hints(row).items():
            for part in (hint, *get_args(hint)):
                if get_origin(part) is Literal:
                    found.setdefault(name, []).extend(get_args(part))
        _LISTED[row.__name__] = found
    return _LISTED[row.__name__]


def unlisted(value: Any, place: str = "", known: Any = None) -> Iterator[str]:
    """The places in a catalog with a word that the model does not list, where it is not as known."""
    if value == known:
        return
    if isinstance(value, Mapping):
        for key, inner in value.items():
            there = known.get(key) if isinstance(known, Mapping) else None
            yield from unlisted(inner, f"{place}/{key}", there)
    if not attrs.has(type(value)):
        return
    for name, words in listed(type(value)).items():
        given = getattr(value, name)
        for one in given if isinstance(given, tuple | Mapping) else (given,):
            if one is not None and one not in words:
                yield f"{place}/{name}: {one!r}"
    for field in attrs.fields(type(value)):
        there = getattr(known, field.name, None)
        yield from unlisted(getattr(value, field.name), f"{place}/{field.name}", there)


def test_the_made_up_catalog_says_what_the_model_lists() -> None:
    """What examples edit holds no word that no catalog could."""
    assert [*unlisted(MADE_UP)] == []
    assert [*unlisted(edited_by({"objects/Parcel/fields/sid/type": "nonsense"}))]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_judges_its_examples(rule: Rule, example: Example) -> None:
    """An example's change reaches those it says, as severely as it says, and nobody else."""
    both = sides(example)
    assert [place for side in both for place in unlisted(side, known=MADE_UP)] == []
    found = changes(*both)
    assert rule.id in [change.rule for change in found]
    judged = next(change for change in found if change.rule == rule.id)
    assert {one.key: effect.severity for one, effect in judged.effects.items()} == example.expected
    assert judged.severity == max(example.expected.values())
    room, *steps = example.place.split("/")
    steps = steps if room == "objects" else [{"service": "catalog"}.get(room, room), *steps]
    shared = min(len(steps), len(judged.steps))
    assert list(judged.steps[:shared]) == steps[:shared] or steps[1:] == ["object"]
    for change in found:
        assert change.severity in Severity
        assert change.effects
        assert change.sentence[0].isupper() or change.sentence[0] == "`", change.sentence
        assert change.severity == max(effect.severity for effect in change.effects.values())


@pytest.mark.slow
@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_an_example_against_itself_is_empty(rule: Rule, example: Example) -> None:
    """The same catalog twice has no changes, built twice from text."""
    for place in (0, 1):
        assert changes(sides(example)[place], sides(example)[place]) == ()


@pytest.mark.parametrize(
    "place",
    ["objects/Parcel/fields/recipient", "objects/Parcel/actions/Create/parameters/Street"],
)
@pytest.mark.parametrize("secret", [True, False])
def test_a_text_that_becomes_a_secret_or_none_breaks_nobody(place: str, secret: bool) -> None:
    """It is the same text as before, shown or not."""
    shown, hidden = "{type: string}", "{type: string, format: password}"
    example = Example(place, shown, hidden) if secret else Example(place, hidden, shown)
    assert [change.severity for change in changes(*sides(example))] == [Severity.COMPATIBLE]


def test_a_difference_that_no_rule_knows_stops_the_program() -> None:
    """Nothing is ever passed over in silence."""
    from twilio_ops_codegen.changes.classify import Unclassified, classify
    from twilio_ops_codegen.changes.compare import Scope

    unknown = Difference(
        owner="Object",
        attribute="colour",
        kind="changed",
        place=("Parcel", "colour"),
        scope=Scope(),
    )
    with pytest.raises(Unclassified, match=r"Object\.colour changed at Parcel/colour"):
        classify(unknown)


def test_a_judgement_that_affects_nobody_is_a_mistake() -> None:
    """Such a change could not be told from none."""
    with pytest.raises(ValueError, match="affects nobody: Nothing happened"):
        finding("Nothing happened.")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{type: string}", "{type: decimal}", True),
        ("{type: decimal}", "{type: integer}", True),
        ("{type: string}", "{type: sid, prefixes: [RC]}", False),
    ],
)
def test_a_column_of_exports_that_changes_its_type_is_said(old: str, new: str, said: bool) -> None:
    """What is text in a table either way is the same column."""
    [change] = changes(*sides(Example("objects/Parcel/fields/weight", old, new)))
    effect = change.effects[Consumer.PYTHON]
    assert effect.text.endswith("so is its column in exports") == said


@pytest.mark.parametrize(
    ("place", "old", "new", "said"),
    [
        ("fields/value", None, "{type: decimal}", "exports have a column more, in a new folder"),
        ("fields/value", "{type: decimal}", None, "exports lack its column"),
        ("structs/size/fields/depth", None, "{type: integer}", "exports have it in its column"),
        ("structs/size/fields/depth", "{type: integer}", None, "exports lack it in its column"),
        ("fields/weight/pii", "null", "{handling: standard}", "exports mask or drop its column"),
        ("fields/weight/pii", "{handling: standard}", "null", "exports no longer mask or drop"),
        (
            "fields/recipient",
            "{type: string}",
            "{type: string, format: password}",
            "exports never have a secret's column",
        ),
    ],
)
def test_what_becomes_of_a_column_of_exports_is_said(
    place: str, old: str | None, new: str | None, said: str
) -> None:
    """A column that comes, goes, or is hidden where personal values are."""
    found = changes(*sides(Example(f"objects/Parcel/{place}", old, new)))
    assert any(said in one.text for change in found for one in change.effects.values())


def test_a_parameter_has_no_column() -> None:
    """Nor does a field of an object that nothing lists."""
    place = "objects/Parcel/actions/Create/parameters/Recipient/pii"
    found = changes(*sides(Example(place, "null", "{handling: standard}")))
    assert found and not any("exports" in e.text for one in found for e in one.effects.values())


PARCEL = "objects/Parcel"
NAILS = f"{PARCEL}/structs/crate/fields/nails"
STREET = f"{PARCEL}/actions/Create/parameters/Street"
ONLY = f"{PARCEL}/fields/recipient/only"
KEYS = f"{PARCEL}/actions/{{}}/keys"
STATED = {"documentation": "documentation"}
TAKEN = {"python": "compatible", "requests": "compatible", "wire": "compatible"}
REFUSED = {"python": "breaking", "requests": "breaking", "wire": "breaking"}


@pytest.mark.parametrize(
    ("place", "old", "new", "effects"),
    [
        # What is checked of parameters is only stated of nested values and of other types.
        (NAILS, "{type: integer}", "{type: integer, maximum: 7}", STATED),
        (NAILS, "{type: date}", "{type: date, format: relative}", STATED),
        (STREET, "{type: string}", "{type: string, format: relative}", STATED),
        (STREET, "{type: integer}", "{type: integer, format: phone-number}", STATED),
        # A field of a nested value comes with it, whatever answers that is in.
        (f"{PARCEL}/structs/size/fields/width/only", "[Get]", "[Query]", STATED),
        # Keys of an action that documents are made for, and of one that none are made for.
        (KEYS.format("Update"), "{}", "{Sid: {prefixes: [PX]}}", REFUSED),
        (KEYS.format("Update"), "{}", "{Sid: {pattern: '[a-z]+'}}", REFUSED),
        (KEYS.format("Update"), "{}", "{Sid: {}}", TAKEN),
        (KEYS.format("Update"), "{Box: {prefixes: [PX]}}", "{}", TAKEN),
        (KEYS.format("Get"), "{}", "{Sid: {}}", {"python": "compatible", "wire": "compatible"}),
        (f"{PARCEL}/keys/Sid", "{prefixes: [PA, PA]}", "{prefixes: [PA]}", TAKEN),
        # A nested value that is not described holds nothing that is known.
        (f"{PARCEL}/fields/size/struct", "size", "unknown", {"python": "breaking", "responses": "breaking"}),
        (f"{PARCEL}/fields/size/struct", "unknown", "size", {"python": "breaking", "responses": "breaking"}),
        # Only filters by time compare days and instants alike.
        (
            f"{PARCEL}/actions/Query/filters/SentOn",
            "{type: date, operators: [equals, before]}",
            "{type: string, operators: [equals, before]}",
            {"python": "breaking"},
        ),
    ],
)  # fmt: skip
def test_what_a_change_does(place: str, old: str, new: str, effects: dict[str, str]) -> None:
    """To each of those it reaches, and to nobody else."""
    (change,) = changes(*sides(Example(place, old, new)))
    assert {one.key: what.severity.word for one, what in change.effects.items()} == effects


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        ({ONLY: ("[Get, Query]", "[Query]")}, "documents of Get lack the element"),
        ({ONLY: ("[]", "[Delete, Query]")}, "documents of Create, Get, Update lack the element"),
        ({ONLY: ("[Query]", "[Get, Query]")}, "further documents carry the element"),
        ({ONLY: ("[Delete, Get]", "[Get]")}, "no answer is known to differ"),
        (
            {ONLY: ("[Get, Query]", "[Query]"), f"{PARCEL}/actions/Get": ("{method: GET, path: /x}", None)},
            "no answer is known to differ",
        ),
        (
            {ONLY: ("[Get, Query]", "[Query]"), f"{PARCEL}/actions/Get/answers": ("box", "box")},
            "no answer is known to differ",
        ),
        (
            {ONLY: ("[Get, Query]", "[Query]"), f"{PARCEL}/actions/Get/answers": ("Parcel", "Parcel")},
            "documents of Get lack the element",
        ),
    ],
)  # fmt: skip
def test_other_answers_that_carry_a_field(
    edits: dict[str, tuple[str | None, str | None]], said: str
) -> None:
    """Are told of by the actions that answer the record, before and after."""
    found = changes(*(edited_by({place: pair[i] for place, pair in edits.items()}) for i in (0, 1)))
    (change,) = (one for one in found if one.rule == "field-carriers-changed")
    assert [effect.text for effect in change.effects.values()] == [said]


def test_an_action_that_loses_a_key_of_its_own_takes_what_the_object_takes_then() -> None:
    """Also where the object's own key changes with it."""
    own, usual = f"{PARCEL}/actions/Get/keys", f"{PARCEL}/keys/Sid"
    for new, severity in (("{prefixes: [PA]}", "breaking"), ("{}", "compatible")):
        found = changes(
            edited_by({own: "{Sid: {prefixes: [PX]}}", usual: "{pattern: x}"}),
            edited_by({own: "{}", usual: new}),
        )
        (change,) = (one for one in found if one.rule == "own-key-changed")
        assert change.severity.word == severity


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_one_rule_judges_a_difference(rule: Rule, example: Example) -> None:
    """Of those that are asked, every other one leaves it."""
    for difference in compare(*sides(example)):
        subject = (difference.owner, difference.attribute, difference.kind)
        directions = difference.scope.directions
        judged = [
            one.id
            for one in RULES
            if subject in one.subjects
            and (one.direction is None or one.direction in directions)
            and one.judge(difference) is not None
        ]
        assert len(judged) == 1 or len(directions) == 2, judged


def test_a_row_comes_or_goes() -> None:
    """Beside what is in a table; a row that both have is looked into."""
    place = f"{PARCEL}/fields/weight/pii"
    rows = {"none": "null", "one": "{handling: standard}", "other": "{handling: sensitive}"}
    for old, new, subject in (
        ("none", "one", ("Field", "pii", "added")), ("one", "none", ("Field", "pii", "removed")), ("one", "other", ("Pii", "handling", "changed")),
    ):  # fmt: skip
        (found,) = compare(*sides(Example(place, rows[old], rows[new])))
        assert (found.owner, found.attribute, found.kind) == subject


DAY = "type: date, operators: [equals, before], family: day"


@pytest.mark.parametrize(
    ("new", "rules"),
    [
        ("type: string, operators: [equals, before], family: equals", {"parameter-retyped"}),
        ("type: date, family: equals", {"filter-comparison-removed"}),
        ("type: date, operators: [equals, before], family: instant", {"filter-class-changed"}),
        ("type: date, required: true, family: equals", {"filter-comparison-removed", "filter-requirement-changed"}),
        ("type: string, operators: [equals, before], family: equals, required: true, pattern: a", {"parameter-retyped", "filter-requirement-changed"}),
        (f"{DAY}, required: true", {"filter-requirement-changed"}),
    ],
)  # fmt: skip
def test_what_follows_from_another_change_is_none_of_its_own(new: str, rules: set[str]) -> None:
    """A filter's class, from its type and comparisons; what else differs of it is told."""
    place = f"{PARCEL}/actions/Query/filters/SentOn"
    for old, other in ((DAY, new), (new, DAY)):
        found = [one.rule for one in changes(*sides(Example(place, f"{{{old}}}", f"{{{other}}}")))]
        back = {rule.replace("removed", "added") for rule in rules} if other is DAY else rules
        assert sorted(found) == sorted(back)
