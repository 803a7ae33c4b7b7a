"""What is wrong with a document is explained in bounded work, whatever it holds.

Steps are calls of Python functions, those of libraries among them; a clock would tell the machine's mood.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from lxml import etree

from tests.runtime.test_profiles import PROFILE
from twilio_ops_runtime.documents.profiles import Profile

STEPS = 150_000
"""Some twenty times what the largest of these documents takes."""
LONGEST = 8_000
"""The characters of an explanation: twenty problems of some hundreds, and what is around them."""


def attributes(number: int) -> str:
    """So many unknown attributes."""
    return " ".join(f'a{index}="x"' for index in range(number))


def nested(number: int, name: str, inner: str = "") -> str:
    """Elements within each other, as deep as the parser takes them."""
    depth = min(number, 200)
    return f"<{name}>" * depth + inner + f"</{name}>" * depth


WRONG = "<Weight>x</Weight>"
CONTENTS: dict[str, Callable[[int], str]] = {
    "attributes": lambda n: f"<Parcel {attributes(n)}/>",
    "attributes of a value": lambda n: f"<Parcel><Weight {attributes(n)}>x</Weight></Parcel>",
    "attributes of each": lambda n: (
        "<Parcel><Tags>" + '<Tag b="1" c="2"><x/></Tag>' * n + "</Tags></Parcel>"
    ),
    "depth": lambda n: f"<Parcel>{nested(n, 'Inside', WRONG)}</Parcel>",
    "unknown depth": lambda n: f"<Parcel><Weight>{nested(n, 'd')}</Weight></Parcel>",
    "unknown elements": lambda n: (
        "<Parcel>" + "".join(f"<w{index}/>" for index in range(n)) + f"{WRONG}</Parcel>"
    ),
    "one element again and again": lambda n: f"<Parcel>{WRONG * n}</Parcel>",
    "records": lambda n: f"<Parcel>{WRONG}</Parcel>" * n,
    "a long value": lambda n: f"<Parcel><Weight>{'9' * n}x</Weight></Parcel>",
    "a long name": lambda n: f"<Parcel><{'N' * n}/>{WRONG}</Parcel>",
    "long attributes": lambda n: f"<Parcel {'N' * n}='{'v' * n}'>{WRONG}</Parcel>",
}


@pytest.fixture(scope="module", params=[True, False], ids=["answer", "request"])
def profile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Profile:
    """A profile that has explained once: what is made for that is made."""
    path = tmp_path_factory.mktemp("profiles") / "a.xsd"
    path.write_text(PROFILE, encoding="utf-8")
    found = Profile(path, tolerant=request.param)
    found.error(etree.fromstring("<Answer><Parcel><Weight>x</Weight></Parcel></Answer>"))
    return found


def explained(profile: Profile, contents: str) -> tuple[int, list[str]]:
    """The steps that an explanation takes, and the problems that it tells."""
    huge = etree.XMLParser(huge_tree=True)
    root = etree.fromstring(f"<Answer>{contents}</Answer>", huge)
    steps = 0

    def count(frame: FrameType, event: str, _: Any) -> None:
        nonlocal steps
        steps += event in ("call", "c_call")
        assert steps <= STEPS, "the explanation does not end, as far as anybody can see"

    sys.setprofile(count)
    try:
        error = profile.error(root)
    finally:
        sys.setprofile(None)
    assert len(str(error)) <= LONGEST
    return steps, list(error.problems)


@pytest.mark.parametrize("name", CONTENTS)
def test_an_explanation_is_bounded(profile: Profile, name: str) -> None:
    """By elements, attributes, depth and text; it names something, and twenty problems at most."""
    make = CONTENTS[name]
    _, problems = explained(profile, make(2_000))
    assert 1 <= len(problems) <= 21
    assert all(len(one) <= 400 for one in problems)
    few, _ = explained(profile, make(2_000))
    many, _ = explained(profile, make(20_000))
    assert many <= max(few * 11, 2_000)


@pytest.mark.slow
@pytest.mark.parametrize("number", [1_000, 30_000])
def test_elements_side_by_side_are_judged_alike(profile: Profile, number: int) -> None:
    """However many they are; a place of each fault, found by counting, would take minutes of the many."""
    tags = "<Tag>a</Tag>" * number
    wrong = "<Tag b='1'><x/></Tag>" * number
    for contents, valid in ((tags, True), (wrong, False)):
        root = etree.fromstring(f"<Answer><Parcel><Tags>{contents}</Tags></Parcel></Answer>")
        assert profile.is_valid(root) is valid
        assert profile.are_valid(root) is valid
