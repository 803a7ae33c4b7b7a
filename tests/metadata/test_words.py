"""The words of the catalog: all there, our own, and printed where people look."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from twilio_ops_codegen.__main__ import main
from twilio_ops_codegen.catalog.errors import CatalogError
from twilio_ops_codegen.catalog.load import load
from twilio_ops_codegen.catalog.model import Catalog

ROOT = Path(__file__).resolve().parents[2]
WORDS = ROOT / "metadata" / "words"
RUN = 6
"""So many words in a row are somebody's sentence."""


def test_nothing_lacks_words(capsys: pytest.CaptureFixture[str]) -> None:
    """Every object, action, field, parameter and filter says what it is, and where to read on."""
    assert 0 == main(["list", "--undocumented"])
    assert "" == capsys.readouterr().out


def test_what_lacks_words_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A row without words is printed with its place, once its words are taken away."""
    catalog = tmp_path / "metadata"
    for path in [*(ROOT / "metadata").rglob("*.yaml")]:
        copy = catalog / path.relative_to(ROOT / "metadata")
        copy.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        if path.name == "calls.yaml" and path.parent == WORDS:
            text = re.sub(r"\n      AsyncAmd: .*", "", text)
        copy.write_text(text, encoding="utf-8")
    assert 0 == main(["list", "--undocumented", "--catalog", str(catalog)])
    assert "Call/actions/Create/parameters/AsyncAmd\n" == capsys.readouterr().out


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    plain = re.findall(r"[a-z0-9']+", text.lower())
    return (tuple(plain[start : start + RUN]) for start in range(len(plain) - RUN + 1))


def _prose(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("description", "summary", "title") and isinstance(inner, str):
                yield inner
            yield from _prose(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _prose(inner)


def _sentences(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from () if key == "link" else _sentences(inner)
    else:
        yield str(value)


def _ours() -> Iterator[str]:
    for path in sorted(WORDS.glob("*.yaml")):
        yield from _sentences(yaml.safe_load(path.read_text(encoding="utf-8")))


@pytest.mark.slow
def test_no_sentence_is_somebody_elses(shared: Path) -> None:
    """No run of six words stands in the provider's documents."""
    theirs: set[tuple[str, ...]] = set()
    for document in sorted((shared / "openapi").rglob("*.json")):
        for text in _prose(json.loads(document.read_text(encoding="utf-8"))):
            theirs.update(_runs(text))
    assert len(theirs) > 10_000
    copied = {text: run for text in _ours() for run in _runs(text) if run in theirs}
    assert {} == copied


def test_every_link_is_to_the_providers_documentation(loaded: Catalog) -> None:
    """A page of Twilio's documentation, by its address alone: nothing is asked of the network."""
    links = [value.link for value in loaded.objects.values()]
    assert len(links) > 70
    for link in links:
        assert link and re.fullmatch(
            r"https://www\.twilio\.com/docs(/[a-z0-9-]+)+(#[a-z0-9-]+)?", link
        )


MADE_UP = """\
everywhere:
  fields:
    sid: This names the parcel
    nothing: It is nowhere.
objects:
  Parcel:
    doc: "Two
      lines
      are one in YAML."
    link: http://example.com
    fields: {sid: This names the parcel, weight: WEIGHT}
    actions: {Create: {effect: Sends a courier.}}
    lable: It is misspelt.
  Nobody: {doc: Nobody is here.}
"""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (3, "everywhere/fields/sid: is not a sentence; expected a full stop at its end\n"),
        (4, "everywhere/fields/nothing: is about nothing"),
        (10, "objects/Parcel/link: is not a link; expected https://…"),
        (11, "objects/Parcel/fields/sid: says what holds without it: see words/a.yaml:3"),
        (11, "objects/Parcel/fields/weight: has 97 characters; expected at most 90"),
        (12, "objects/Parcel/actions/Create/effect: is not an effect"),
        (13, "objects/Parcel/lable: is not a key of ObjectWords; expected one of actions, doc"),
        (14, "objects/Nobody/doc: is about Nobody, which is no object"),
    ],
)
def test_every_mistake_in_words_has_its_place(tmp_path: Path, line: int, said: str) -> None:
    """All of them are told at once, each with file, line, path and what was expected."""
    assert f"words/a.yaml:{line}: {said}" in _mistakes(tmp_path, a=MADE_UP)


def test_words_stand_once(tmp_path: Path) -> None:
    """Two files that speak of one thing are a mistake, which names the other place."""
    text = "objects: {Parcel: {doc: 'A parcel, again.'}}\n"
    told = "words/b.yaml:1: objects/Parcel/doc: has words already: see words/a.yaml:1"
    assert told in _mistakes(tmp_path, a=text, b=text)


def test_words_on_two_lines_are_refused(tmp_path: Path) -> None:
    """Words are printed in one line; a block of YAML holds more."""
    text = "objects:\n  Parcel:\n    doc: |\n      A parcel\n      goes.\n"
    assert "words/a.yaml:3: objects/Parcel/doc: is not one line" in _mistakes(tmp_path, a=text)


def _mistakes(folder: Path, **files: str) -> str:
    source = ROOT / "tests" / "cases" / "parcels" / "metadata"
    for path in [*source.rglob("*.yaml")]:
        if path.parent.name == "words":
            continue
        copy = folder / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    (folder / "words").mkdir()
    for name, text in files.items():
        text = text.replace("WEIGHT", f"{'x' * 96}.")
        (folder / "words" / f"{name}.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        load(folder)
    return str(caught.value)


def test_a_row_has_no_words_of_its_own(tmp_path: Path) -> None:
    """Words stand in `words/` alone: an import would lose what an object's file says."""
    source = ROOT / "tests" / "cases" / "parcels" / "metadata"
    for path in [*source.rglob("*.yaml")]:
        copy = tmp_path / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        if path.name == "Parcel.yaml":
            text += "doc: A parcel goes from one place to another.\n"
        copy.write_text(text, encoding="utf-8")
    with pytest.raises(CatalogError, match="doc: is not a key of Object; expected one of"):
        load(tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("module", "code", "said"),
    [
        ("call", "Call.start_time", "answered at this time"),
        ("call", "Call", "A call connects Twilio"),
        ("call", "CreateCall", "Side effect: starts a phone call."),
        ("call", "CallStatus", "How far a call is."),
        ("call", "CreateCall.__call__", "send_digits: Twilio dials these keys"),
        ("call", "CreateCallRequest.timeout", "ring this many seconds"),
        ("message", "CreateMessage.__call__", "body: The message says this."),
        ("message", "QueryMessage.date_sent", "Only messages sent on this day"),
        ("caller_id_validation", "CreateCallerIdValidation", "calls the person to read a code"),
        ("sms_message", "SMSMessage", "Deprecated: Message has replaced it."),
    ],
)
def test_an_editor_shows_the_words(module: str, code: str, said: str) -> None:
    """A language server that reads Python as jedi does finds the words where a name is used."""
    jedi = pytest.importorskip("jedi")
    head = f"import twilio_ops.api.{module} as m\n"
    project = jedi.Project(ROOT, added_sys_path=[str(ROOT / "generated"), str(ROOT / "runtime")])
    text = f"{head}m.{code}"
    found = jedi.Script(text, project=project).help(2, len(f"m.{code}"))
    shown = " ".join(" ".join(name.docstring() for name in found).split())
    assert said in shown
