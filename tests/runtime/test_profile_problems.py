"""What is wrong with a document, to the last word: each fault by its line, element and reason."""

from __future__ import annotations

import pytest
from acme_ops.api.parcel import CreateParcel, GetParcel
from in_memory import PARCEL
from lxml import etree

from twilio_ops_runtime import Document, Profile, ProfileError

XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
TO = "<To>+13115556789</To>"
NOPE = "line 1: Parcel/Nope: it is not taken here"
RECORD = f"<Parcel><Sid>{PARCEL}</Sid></Parcel>"


def request_profile() -> Profile:
    assert CreateParcel.request_profile is not None
    return CreateParcel.request_profile


def answer_profile() -> Profile:
    assert GetParcel.response_profile is not None
    return GetParcel.response_profile


def problems_of(profile: Profile, document: str) -> list[str]:
    with pytest.raises(ProfileError) as caught:
        profile.check(document)
    problems = list(caught.value.problems)
    said = f"the document is not valid against {profile.path.name}: {'; '.join(problems)}"
    assert str(caught.value) == said
    return problems


@pytest.mark.parametrize(
    ("document", "problems"),
    [
        ("<x/>", ["x: the root is not Parcel"]),
        ("<Parcel/>", ["line 1: Parcel: To is missing"]),
        (
            f'<Parcel {XSI} xsi:schemaLocation="a b"><To>x</To></Parcel>',
            ["line 1: Parcel/To: 'x' is not a phone number in E.164 (+13115556789)"],
        ),
        (
            f'<Parcel {XSI} xsi:nil="1" a="1" b="2" c="3">{TO}</Parcel>',
            ["line 1: Parcel: it has attributes that are not taken (a, b, c)"],
        ),
        (
            f'<Parcel {XSI} a="1" xsi:nil="1" b="2" c="3" d="4">{TO}</Parcel>',
            ["line 1: Parcel: it has attributes that are not taken (a, b, c, …)"],
        ),
        (
            '<Parcel><To a="1">+13115556789</To></Parcel>',
            ["line 1: Parcel/To: it has attributes that are not taken (a)"],
        ),
        (
            f"<Parcel>text{TO}</Parcel>",
            ["line 1: Parcel: it holds text where elements were expected"],
        ),
        (
            f"<Parcel>\n{TO}\n{TO}<Nope/>\n<Pieces><x/></Pieces></Parcel>",
            [
                "line 3: Parcel/To: it is there twice",
                "line 3: Parcel/Nope: it is not taken here",
                "line 4: Parcel/Pieces: it holds elements where text was expected",
            ],
        ),
        (f"<Parcel>{TO * 4}</Parcel>", ["line 1: Parcel/To: it is there twice"]),
        (
            "<Parcel><To/><Pieces> </Pieces><Weight/></Parcel>",
            [
                "line 1: Parcel/Pieces: it is empty, which is not a whole number",
                "line 1: Parcel/Weight: it is empty, which is not a decimal number",
            ],
        ),
        (
            f"<Parcel>{TO}<Extra><Name>x</Name></Extra></Parcel>",
            ["line 1: Parcel/Extra: Value is missing"],
        ),
        (
            f"<Parcel>{TO}{'<Extra><Name>x</Name><Value/></Extra>' * 5}</Parcel>",
            ["line 1: Parcel/Extra: it is there more than 3 times"],
        ),
        (f"<Parcel>{TO}{'<Nope/>' * 19}</Parcel>", [NOPE] * 19),
        (f"<Parcel>{TO}{'<Nope/>' * 20}</Parcel>", [NOPE] * 20),
        (f"<Parcel>{TO}{'<Nope/>' * 21}</Parcel>", [*[NOPE] * 20, "and there may be more"]),
        (
            f"<Parcel>{TO}<{'N' * 80}/><{'M' * 81}/></Parcel>",
            [
                f"line 1: Parcel/{'N' * 80}: it is not taken here",
                f"line 1: Parcel/{'M' * 80}…: it is not taken here",
            ],
        ),
        (
            f"<Parcel>{TO}<DepotSid>PC</DepotSid><SendAt>x</SendAt><Insured>maybe</Insured></Parcel>",
            [
                "line 1: Parcel/DepotSid: 'PC' is not a Sid (DE…)",
                "line 1: Parcel/SendAt: 'x' is not a date and time (Mon, 17 Sep 2012 01:13:42"
                " +0000 or 2012-09-17T01:13:42Z)",
                "line 1: Parcel/Insured: 'maybe' is not true or false",
            ],
        ),
        (
            f"<Parcel>{TO}<Pieces>{'9' * 79}x</Pieces><Weight>{'9' * 80}x</Weight></Parcel>",
            [
                f"line 1: Parcel/Pieces: '{'9' * 79}x' is not a whole number",
                f"line 1: Parcel/Weight: '{'9' * 80}…' is not a decimal number",
            ],
        ),
    ],
)
def test_a_request_is_judged_strictly(document: str, problems: list[str]):
    """What is not known is a fault, and each fault is told once, in the order of the document."""
    assert problems_of(request_profile(), document) == problems


@pytest.mark.parametrize(
    ("document", "problems"),
    [
        ("<x/>", ["x: the root is not PostAnswer"]),
        ("<PostAnswer/>", ["line 1: PostAnswer: Parcel is missing"]),
        ("<PostAnswer><x/></PostAnswer>", ["line 1: PostAnswer: Parcel is missing"]),
        (
            f"<PostAnswer>{RECORD}{RECORD}</PostAnswer>",
            ["line 1: PostAnswer/Parcel: it is there twice"],
        ),
        (
            '<PostAnswer a="1"><Parcel b="2"><Nope/><Pieces>x</Pieces></Parcel></PostAnswer>',
            ["line 1: PostAnswer/Parcel/Pieces: 'x' is not a whole number"],
        ),
        (
            "<PostAnswer><Parcel><Pieces>x</Pieces>\n<Weight>y</Weight></Parcel></PostAnswer>",
            [
                "line 1: PostAnswer/Parcel/Pieces: 'x' is not a whole number",
                "line 2: PostAnswer/Parcel/Weight: 'y' is not a decimal number",
            ],
        ),
        (
            "<PostAnswer><Parcel><Marks>x</Marks><Handling><Fragile>x</Fragile><Nope/></Handling>"
            "</Parcel></PostAnswer>",
            [
                "line 1: PostAnswer/Parcel/Marks: it holds text where elements were expected",
                "line 1: PostAnswer/Parcel/Handling/Fragile: 'x' is not true or false",
            ],
        ),
        (
            "<PostAnswer><Parcel><Sid>x</Sid><Sid>y</Sid></Parcel></PostAnswer>",
            [
                "line 1: PostAnswer/Parcel/Sid: 'x' is not a Sid (PC…)",
                "line 1: PostAnswer/Parcel/Sid: it is there twice",
                "line 1: PostAnswer/Parcel/Sid: 'y' is not a Sid (PC…)",
            ],
        ),
    ],
)
def test_an_answer_is_judged_by_what_is_known(document: str, problems: list[str]):
    """What is not known is passed over."""
    assert problems_of(answer_profile(), document) == problems


def test_a_long_problem_is_cut():
    """At 300 characters: names may be of any length, each of which is cut at 80."""
    around = len("line 1: Parcel: it has attributes that are not taken ()")
    for last in (300 - around - 2 * 83 - 1, 300 - around - 2 * 83):
        attributes = f'{"a" * 90}="1" {"b" * 90}="1" {"c" * last}="1"'
        (problem,) = problems_of(request_profile(), f"<Parcel {attributes}>{TO}</Parcel>")
        shown = f"{'a' * 80}…, {'b' * 80}…, {'c' * last}"
        assert problem == f"line 1: Parcel: it has attributes that are not taken ({shown})"
    attributes = " ".join(f'{name * 90}="1"' for name in "abc")
    (problem,) = problems_of(request_profile(), f"<Parcel {attributes}>{TO}</Parcel>")
    shown = f"{'a' * 80}…, {'b' * 80}…, {'c' * 80}…)"
    whole = f"line 1: Parcel: it has attributes that are not taken ({shown}"
    assert len(whole) > 300 and problem == f"{whole[:300]}…"


@pytest.mark.parametrize(("marks", "is_cut"), [(4998, False), (4999, True)])
def test_only_so_much_of_a_document_is_looked_at(marks: int, is_cut: bool):
    """Five thousand elements and attributes, the root among them; beyond, the last problem says so."""
    document = f"<Parcel>{TO}{'<Mark/>' * marks}<Nope/></Parcel>"
    problems = problems_of(request_profile(), document)
    if is_cut:
        assert problems[1:] == ["and there may be more"]
        assert problems[0] == "Parcel: it is not valid, and too wide to say where"
    else:
        assert problems == [NOPE]


def test_a_document_without_lines_is_told_by_its_path():
    """One that was made, and not read, has none."""
    root = etree.fromstring(f"<Parcel>{TO}</Parcel>")
    etree.SubElement(root, "Nope")
    assert not request_profile().is_valid(root)
    error = request_profile().error(root)
    assert error.problems == ("Parcel/Nope: it is not taken here",)
    assert bytes(Document(root)).count(b"Nope") == 1  # it is as it was
