"""What griffe finds broken between two generated packages, beside what ``changes`` says of typed Python.

griffe reads the packages and knows nothing of catalogs. Where the two differ, a table says why.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from twilio_ops_codegen.catalog.model import Catalog
from twilio_ops_codegen.catalog.passes import resolve
from twilio_ops_codegen.changes import Consumer, Severity, changes
from twilio_ops_codegen.changes.example import sides
from twilio_ops_codegen.changes.rules import RULES
from twilio_ops_codegen.changes.sources import Places, open_sources
from twilio_ops_codegen.emit.format import Formatter, Source
from twilio_ops_codegen.emit.objects import view
from twilio_ops_codegen.emit.render import render

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow

_TYPES = "griffe compares no annotations and no bases; a type checker does"
_VALUES = "a value that was taken is refused when the call is made; the signature is the same"
_MEANING = "what a call does or gives differs; its signature is the same"

NOT_SEEN = {
    **dict.fromkeys(
        (
            "answer-changed",
            "answer-class-changed",
            "answer-retyped",
            "cardinality-changed",
            "filter-class-changed",
            "filter-comparison-removed",
            "filter-repetition-changed",
            "parameter-class-changed",
            "parameter-format-changed",
            "parameter-made-optional",
            "parameter-repetition-changed",
            "parameter-retyped",
        ),
        _TYPES,
    ),
    **dict.fromkeys(
        (
            "alias-removed",
            "either-group-tightened",
            "filter-added-required",
            "filter-requirement-changed",
            "key-pattern-changed",
            "key-prefixes-narrowed",
            "key-word-removed",
            "nested-need-changed",
            "own-key-changed",
            "page-size-limit-changed",
            "paging-changed",
            "parameter-bound-changed",
            "parameter-count-changed",
            "parameter-prefixes-changed",
            "refusal-changed",
        ),
        _VALUES,
    ),
    **dict.fromkeys(
        (
            "alternative-path-removed",
            "enum-value-removed",  # where a value like it takes over its member
            "key-parameter-changed",
            "path-changed",
            "redirect-changed",
        ),
        _MEANING,
    ),
}
"""Rules that break typed Python where griffe finds nothing, and why. There are none the other way round."""


class Unformatted(Formatter):
    """Leaves Python as templates wrote it, which takes no time."""

    def format(self, sources: Iterable[Source]) -> dict[str, str]:
        """The texts as they are."""
        return {source.path: source.text for source in sources}


class Packages:
    """The packages of catalogs as griffe reads them, each once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.known: dict[str, Any] = {}

    def load(self, catalog: Catalog) -> Any:
        """The package of a catalog."""
        import griffe

        key = repr(catalog)
        if key not in self.known:
            root = self.folder / str(len(self.known))
            compiled = self.folder / ".templates"
            for file in render(catalog, formatter=Unformatted(), compiled=compiled):
                if file.path.endswith(".py") and "_tests/" not in file.path:
                    path = root / file.path
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_text(file.text, encoding="utf-8")
            self.known[key] = griffe.load(
                catalog.service.package, search_paths=[root], allow_inspection=False
            )
        return self.known[key]


def broken(packages: Packages, old: Catalog, new: Catalog) -> set[str]:
    """What griffe finds, a line each."""
    import griffe

    found = griffe.find_breaking_changes(packages.load(old), packages.load(new))
    return {f"{each.kind.value}: {each.obj.path}" for each in found}


def said(old: Catalog, new: Catalog) -> set[str]:
    """The rules by which typed Python breaks."""
    effects = [(each.rule, each.effect(Consumer.PYTHON)) for each in changes(old, new)]
    return {rule for rule, effect in effects if effect and effect.severity is Severity.BREAKING}


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """Where packages are generated."""
    pytest.importorskip(
        "griffe", reason="griffe is not here; `pip install --require-hashes -r locks/proof.lock`"
    )
    return Packages(tmp_path_factory.mktemp("griffe"))


def test_griffe_and_changes_say_the_same_of_every_rule(packages: Packages) -> None:
    """An example breaks typed Python for both, or for neither, but for what the tables say."""
    differing: list[str] = []
    alone: set[str] = set()
    for rule in RULES:
        for example in rule.examples:
            old, new = map(resolve, sides(example))
            if old.service.package != new.service.package:
                continue  # nothing of it is where it was
            theirs, ours = broken(packages, old, new), said(old, new)
            if theirs and not ours:
                differing.append(f"{rule.id}: griffe alone: {sorted(theirs)}")
            if ours and not theirs:
                alone |= ours
    assert [] == differing
    # Rules of real steps alone have no example that griffe finds nothing in.
    assert alone <= NOT_SEEN.keys() <= alone | {"paging-changed", "parameter-class-changed"}


def with_parents(catalog: Catalog, names: set[str]) -> set[str]:
    """The names of objects, and of those that they are under."""
    wanted: set[str] = set()
    for name in names & catalog.objects.keys():
        above: str | None = name
        while above is not None and above in catalog.objects:
            wanted.add(above)
            above = catalog.objects[above].parent
    return wanted


def of(catalog: Catalog, names: set[str]) -> Catalog:
    """A catalog of some of its objects."""
    return evolve(catalog, objects={k: v for k, v in catalog.objects.items() if k in names})


def test_griffe_and_changes_say_the_same_of_published_documents(
    packages: Packages, shared: Path, tmp_path: Path
) -> None:
    """Of each object of a real step that griffe finds broken, ``changes`` says so, and the other way
    round but for what the table says."""
    metadata = ROOT / "metadata"
    places = Places(
        catalog=metadata,
        manifest=ROOT / "pyproject.toml",
        conventions=metadata / "import.yaml",
        scratch=tmp_path,
    )
    published = sorted((shared / "openapi" / "history").glob("*.json"))
    published += (shared / "openapi").glob("*_api_v2010.json")
    assert len(published) > 2
    for before, after in pairwise(map(str, published)):
        old, new = (side.catalog for side in open_sources(before, after, places))
        found = changes(old, new)
        names = {change.object for change in found if change.object is not None}
        names = with_parents(old, names) | with_parents(new, names)
        old, new = of(old, names), of(new, names)
        modules = {str(row.module): row.name for side in (old, new) for row in view(side).objects}
        lines = broken(packages, old, new)
        theirs = {modules[line.partition(".api.")[2].partition(".")[0]] for line in lines}
        breaking = [
            change
            for change in found
            if (effect := change.effect(Consumer.PYTHON)) and effect.severity is Severity.BREAKING
        ]
        assert theirs <= {change.object for change in breaking}, (before, lines)
        ours = {change.object for change in breaking if change.rule not in NOT_SEEN}
        assert ours <= theirs, (before, lines)
