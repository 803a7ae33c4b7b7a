"""Profiles as the runtime judges by them: what they say, and what documents may hold beyond."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from twilio_ops_runtime.documents import profiles
from twilio_ops_runtime.documents.profiles import Profile
from twilio_ops_runtime.errors import ProfileError

PROFILE = """\
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="Answer">
    <xs:complexType><xs:sequence><xs:element name="Parcel" type="Parcel"/></xs:sequence></xs:complexType>
  </xs:element>
  <xs:complexType name="Parcel">
    <xs:all>
      <xs:element name="Sid" type="text" minOccurs="0"/>
      <xs:element name="Weight" type="integer" minOccurs="0"/>
      <xs:element name="Tags" type="ParcelTags" minOccurs="0"/>
      <xs:element name="Inside" type="Parcel" minOccurs="0"/>
    </xs:all>
  </xs:complexType>
  <xs:complexType name="ParcelTags">
    <xs:sequence><xs:element name="Tag" type="text" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
  </xs:complexType>
  <xs:simpleType name="text"><xs:restriction base="xs:string"/></xs:simpleType>
  <xs:simpleType name="integer">
    <xs:annotation><xs:documentation>a whole number</xs:documentation></xs:annotation>
    <xs:restriction base="xs:token"><xs:pattern value="([0-9]+)?"/></xs:restriction>
  </xs:simpleType>
</xs:schema>
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a profile that has a record, a list and a record in a record."""
    path = tmp_path_factory.mktemp("profiles") / "GetParcel.response.xsd"
    path.write_text(PROFILE, encoding="utf-8")
    return path


def parcel(inner: str, name: str = "Parcel") -> etree._Element:
    return etree.fromstring(f"<Answer><{name}>{inner}</{name}></Answer>")


LATER = (
    "<New/>",
    "<New>text</New><Sid>x</Sid>",
    "<New a='1'><Deep><Sid/><Sid/></Deep></New>",
    "<New/><New/>",
    "<Größe>1</Größe>",
    "<a:New xmlns:a='urn:a'/>",
    "<Sid later='1'>x</Sid>",
    "<Tags><Tag/><New/><Tag/></Tags>",
    "<Inside><New/><Weight>1</Weight></Inside>",
    "".join(f"<New{number}/>" for number in range(200)),
)
WRONG = (
    ("<New/><Weight>much</Weight>", "line 1: Answer/Parcel/Weight: 'much' is not a whole number"),
    ("<Sid/><New/><Sid/>", "line 1: Answer/Parcel/Sid: it is there twice"),
    ("<New/><Sid><Deep/></Sid>", "Answer/Parcel/Sid: it holds elements where text was expected"),
    ("<Parcel/>", "Answer/Parcel/Parcel: a record is not expected here"),
    ("<Inside><Inside><Weight>x</Weight></Inside></Inside>", "Parcel/Inside/Inside/Weight: 'x'"),
)


def test_what_is_beyond_a_profile_is_taken_and_what_is_known_is_judged(path: Path) -> None:
    """By a profile that has seen all of it before, and by one that has not, the same."""
    seen = Profile(path)
    for inner in LATER * 2:
        assert seen.is_valid(parcel(inner)), inner
        assert Profile(path).is_valid(parcel(inner)), inner
    for inner, said in WRONG * 2:
        for profile in (seen, Profile(path)):
            assert not profile.is_valid(parcel(inner)), inner
            with pytest.raises(ProfileError) as caught:
                profile.check(etree.tostring(parcel(inner)))
            (problem,) = caught.value.problems
            assert said in problem


def test_a_sequence_of_a_request_is_taken_in_any_order(tmp_path: Path) -> None:
    """Where a profile has one: it is put in order before it is judged, and each is there once."""
    path = tmp_path / "a.xsd"
    path.write_text(
        PROFILE.replace(
            '<xs:element name="Tag" type="text" minOccurs="0" maxOccurs="unbounded"/>',
            '<xs:element name="Name" type="text"/><xs:element name="Value" type="integer"/>',
        ),
        encoding="utf-8",
    )
    profile = Profile(path, tolerant=False)
    right, turned = "<Name>x</Name><Value>1</Value>", "<Value>1</Value><Name>x</Name>"
    for inner in (right, turned, right):
        assert profile.is_valid(parcel(f"<Tags>{inner}</Tags>"))
    for inner in ("<Value>1</Value>", turned + turned, "<Value>x</Value><Name/>", turned + "<a/>"):
        assert not profile.is_valid(parcel(f"<Tags>{inner}</Tags>"))


def test_a_value_of_any_length_is_not_looked_into(path: Path) -> None:
    """Where a fault is explained, a text of over 5000 characters is none of a number's."""
    for size, told in ((5000, 1), (5001, 2)):
        with pytest.raises(ProfileError) as caught:
            Profile(path).check(
                etree.tostring(parcel(f"<Sid/><Weight>{'9' * size}</Weight><Sid/>"))
            )
        assert told == len(caught.value.problems)


def test_what_a_release_adds_costs_no_copy_of_each_document(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is learnt from the first document that has it; fifty such elements are, and not more."""
    copied = copies(monkeypatch)
    profile = Profile(path)
    assert all(profile.is_valid(parcel("<New/><Newer><a/></Newer>")) for _ in range(3))
    assert not copied
    many = "".join(f"<New{number}/>" for number in range(48))
    assert profile.is_valid(parcel(many)) and not copied
    for _ in range(2):
        assert profile.is_valid(parcel("<OneMore/>"))
    assert len(copied) == 2


def in_orders(*orders: str) -> list[etree._Element]:
    """Records whose children have these names in this order, one a word of letters."""
    names = {
        "s": "<Sid/>",
        "w": "<Weight>1</Weight>",
        "t": "<Tags/>",
        "i": "<Inside/>",
        "n": "<New/>",
    }
    return [parcel("".join(names[letter] for letter in order)) for order in orders]


def copies(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The documents that are copied from now on, each of which costs as much as judging many."""
    copied: list[object] = []

    def copy(root: object) -> object:
        copied.append(root)
        return deepcopy(root)

    monkeypatch.setattr(profiles, "deepcopy", copy)
    return copied


def test_documents_are_judged_in_the_order_that_they_come_in(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that has another is followed: those like it, whatever they leave out, need no copy."""
    copied = copies(monkeypatch)
    profile = Profile(path)
    for root in in_orders("swti", "itws", "its", "iw", "ws", "", "tws", "its"):
        assert profile.is_valid(root)
    for root in in_orders("ntwsi", "tws", "ni", "nts", "wi"):  # what is learnt has a place, too
        assert profile.is_valid(root)
    assert not copied
    inside = parcel("<Inside><Weight>1</Weight><Sid/></Inside><Weight>1</Weight><Sid/>")
    assert profile.is_valid(inside) and profile.is_valid(inside) and not copied


def test_what_an_order_lacks_stays_behind_what_it_was_behind(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A document that has few of the elements moves no others."""
    profile = Profile(path)
    copied = copies(monkeypatch)
    compiled = profile._compiled()
    for root, order in zip(
        in_orders("ts", "wi", "it"),
        (
            ["Tags", "Inside", "Sid", "Weight"],
            ["Tags", "Weight", "Inside", "Sid"],
            ["Inside", "Sid", "Tags", "Weight"],
        ),
        strict=True,
    ):
        assert profile.is_valid(root) and compiled.root.contents is not None
        assert compiled.root.contents.children["Parcel"].contents is not None
        assert compiled.root.contents.children["Parcel"].contents.order == order
    assert not copied


def test_orders_without_end_are_taken_and_not_all_followed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eight are; of the others each document is put in order, and what is twice is refused in any."""
    copied = copies(monkeypatch)
    profile = Profile(path)
    turns = in_orders("sw", "ws") * 8
    assert all(profile.is_valid(root) for root in turns)
    assert 0 < len(copied) <= len(turns) - 8
    for order in ("sws", "wsw", "ntn", "tt"):
        assert profile.is_valid(in_orders(order)[0]) is (order == "ntn")


def test_a_record_of_very_many_elements_is_judged_in_any_order(tmp_path: Path) -> None:
    """A sequence of them takes libxml2 long to compile, so that of more than sixty is none."""
    for count in (60, 61):
        names = [f"Field{number}" for number in range(count)]
        rows = "".join(f'<xs:element name="{one}" type="text" minOccurs="0"/>' for one in names)
        file = tmp_path / f"{count}.xsd"
        sid = '<xs:element name="Sid" type="text" minOccurs="0"/>'
        file.write_text(PROFILE.replace(sid, rows, 1).replace(rows, rows + sid, 1))
        profile = Profile(file)
        one, other = (parcel("".join(f"<{name}/>" for name in row)) for row in (names, names[::-1]))
        assert profile.is_valid(one) and profile.is_valid(other) and profile.is_valid(one)
        assert not profile.is_valid(parcel("<Field1/><Field2/><Field1/>"))
        assert profile.is_valid(parcel("<New/><Field2/><New/>"))


def test_a_record_under_an_older_name_is_followed_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its order and its elements are learnt as those of any other."""
    profile = Profile(path, accepts=["OldParcel"])
    copied = copies(monkeypatch)
    old = parcel("<Weight>1</Weight><New/><Sid/>", "OldParcel")
    assert all(profile.is_valid(old) for _ in range(3)) and len(copied) == 1
    assert old[0].tag == "OldParcel"


def test_what_is_wrong_is_never_the_order(path: Path) -> None:
    """Where a document is too long to look through, the schema's own words are about what is left."""
    inner = "<Tags>" + "<Tag/>" * 1_990 + "</Tags>"
    found = Profile(path).error(parcel(f"<Inside>{inner}</Inside><Weight>1</Weight>{inner}{inner}"))
    said, more = found.problems
    assert "Tags" in said and "Weight" not in said and more == "and there may be more"


def test_a_profile_is_compiled_once_for_each_thread(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is asked of it, and however often."""
    made: list[object] = []
    compiled = profiles._Compiled

    def compile_(*args: Any) -> object:
        made.append(args)
        return compiled(*args)

    monkeypatch.setattr(profiles, "_Compiled", compile_)
    profile = Profile(path)
    for _ in range(3):
        profile.load()
        assert profile.is_valid(parcel("")) and profile.are_valid(parcel(""))
    assert len(made) == 1


def test_a_strict_profile_takes_nothing_beyond(path: Path) -> None:
    """A request with an element that is not known is refused, however often it comes."""
    profile = Profile(path, tolerant=False)
    for inner in LATER * 2:
        assert not profile.is_valid(parcel(inner)), inner


def test_a_record_has_the_names_of_older_releases(path: Path) -> None:
    """They are taken where they are given, with all that the record may hold, and nowhere else."""
    profile = Profile(path, accepts=("Package",))
    assert profile.is_valid(parcel("<Weight>1</Weight><New/>", "Package"))
    assert not profile.is_valid(parcel("<Weight>x</Weight>", "Package"))
    assert not profile.is_valid(parcel("<Package/>"))
    assert not Profile(path).is_valid(parcel("", "Package"))


@pytest.mark.parametrize("later", ["", "<New/>", "<New/><New/>"])
def test_many_records_are_judged_at_once(path: Path, later: str) -> None:
    """One that is not valid is found among them; a document still has one record."""
    profile = Profile(path)
    good, bad = f"<Parcel><Sid/>{later}</Parcel>", "<Parcel><Weight>x</Weight></Parcel>"
    many = etree.fromstring(f"<Answer>{good * 3}</Answer>")
    text = etree.tostring(many)
    assert profile.are_valid(many)
    assert text == etree.tostring(many)
    assert not profile.are_valid(etree.fromstring(f"<Answer>{good}{bad}{good}</Answer>"))
    assert not profile.is_valid(many)


def test_threads_judge_alike(path: Path) -> None:
    """What one thread has learnt harms no other."""
    profile = Profile(path)
    documents = [parcel(inner) for inner in LATER] + [parcel(inner) for inner, _ in WRONG]

    def judge(_: int) -> list[bool]:
        return [profile.is_valid(document) for document in documents]

    expected = [True] * len(LATER) + [False] * len(WRONG)
    with ThreadPoolExecutor(4) as pool:
        assert [expected] * 12 == list(pool.map(judge, range(12)))


NAMES = st.sampled_from(["Sid", "Weight", "Tags", "Inside", "Parcel", "New", "Newer"])
TEXTS = st.sampled_from(["", "1", "x"])
ELEMENTS = st.recursive(
    st.builds(lambda name, text: f"<{name}>{text}</{name}>", NAMES, TEXTS),
    lambda inner: st.builds(
        lambda name, inside: f"<{name}>{''.join(inside)}</{name}>", NAMES, st.lists(inner)
    ),
    max_leaves=6,
)


@pytest.mark.slow
@given(before=st.lists(ELEMENTS, max_size=3), inner=st.lists(ELEMENTS, max_size=4))
def test_what_was_seen_before_decides_nothing(path: Path, before: list[str], inner: list[str]):
    """A profile says the same of a document whatever it was shown before."""
    profile = Profile(path)
    for one in before:
        profile.is_valid(parcel(one))
    document = parcel("".join(inner))
    assert Profile(path).is_valid(document) == profile.is_valid(document)
