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
    copied: list[object] = []

    def copy(root: object) -> object:
        copied.append(root)
        return deepcopy(root)

    monkeypatch.setattr(profiles, "deepcopy", copy)
    profile = Profile(path)
    assert all(profile.is_valid(parcel("<New/><Newer><a/></Newer>")) for _ in range(3))
    assert not copied
    many = "".join(f"<New{number}/>" for number in range(48))
    assert profile.is_valid(parcel(many)) and not copied
    for _ in range(2):
        assert profile.is_valid(parcel("<OneMore/>"))
    assert len(copied) == 2


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
