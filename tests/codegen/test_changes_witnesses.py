"""Every rule proves itself: what it says works, works, and what it says breaks, breaks.

Of each example both packages are generated, and the witnesses of its change are tried on both. They
are made of the earlier catalog alone, and know nothing of the judgement.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from attrs import evolve, field, frozen

from twilio_ops_codegen.catalog.model import Catalog
from twilio_ops_codegen.catalog.passes import resolve
from twilio_ops_codegen.changes import Change, Consumer, Severity, changes
from twilio_ops_codegen.changes.example import sides
from twilio_ops_codegen.changes.rules import RULES
from twilio_ops_codegen.changes.witness import Witness, witness
from twilio_ops_codegen.changes.witness.documents import reader
from twilio_ops_codegen.changes.witness.stand_in import stand_in
from twilio_ops_codegen.emit.format import Formatter, Source
from twilio_ops_codegen.emit.render import render

ROOT = Path(__file__).resolve().parent.parent.parent

EXAMPLES = [
    (f"{rule.id}-{number}", rule, example)
    for rule in RULES
    for number, example in enumerate(rule.examples)
]


class Unformatted(Formatter):
    """Leaves Python as templates wrote it, which takes no time."""

    def format(self, sources: Iterable[Source]) -> dict[str, str]:
        """The texts as they are."""
        return {source.path: source.text for source in sources}


@frozen
class Packages:
    """A folder of generated packages, each with a name of its own."""

    folder: Path
    names: dict[str, str] = field(factory=dict)

    def generate(self, catalog: Catalog) -> str:
        """The number that a catalog's package has behind its name; one for equal catalogs."""
        key = repr(catalog)
        if key not in self.names:
            number = f"_{len(self.names):03}"
            self.names[key] = number
            name = catalog.service.package + number
            renamed = evolve(catalog, service=evolve(catalog.service, package=name))
            files = {
                file.path: file.text
                for file in render(
                    renamed, formatter=Unformatted(), compiled=self.folder / ".templates"
                )
            }
            files[f"stand_in{number}.py"] = stand_in(name)
            for path, text in files.items():
                if "_tests/" not in path:
                    target = self.folder / path
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_text(text, encoding="utf-8")
        return self.names[key]


@frozen
class Case:
    """An example's change, its witness, and the numbers of both packages."""

    name: str
    change: Change
    witness: Witness
    package: str
    old: str
    new: str

    def text(self, program: str, side: str) -> str:
        """A program for the package of a side, under the name that the earlier one had."""
        number = getattr(self, side)
        text = re.sub(rf"\b{self.package}\b", self.package + number, program)
        return re.sub(r"\bstand_in\b", f"stand_in{number}", text)

    def breaks(self, consumer: Consumer) -> bool:
        """Whether the judgement says that the change breaks a consumer."""
        effect = self.change.effect(consumer)
        return effect is not None and effect.severity is Severity.BREAKING


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Packages]:
    """Packages that can be imported."""
    folder = tmp_path_factory.mktemp("packages")
    sys.path.insert(0, str(folder))
    yield Packages(folder)
    sys.path.remove(str(folder))


@pytest.fixture(scope="module")
def cases(packages: Packages) -> list[Case]:
    """The cases of all examples that change something that was there."""
    found: list[Case] = []
    for name, rule, example in EXAMPLES:
        old, new = map(resolve, sides(example))
        change = next(each for each in changes(old, new) if each.rule == rule.id)
        made = witness(change, old, new)
        if made is not None:
            numbers = packages.generate(old), packages.generate(new)
            found.append(Case(name, change, made, old.service.package, *numbers))
    return found


def failure(program: str, name: str) -> str:
    """Runs a program; the error that ends it, or nothing."""
    try:
        exec(compile(program, name, "exec"), {"__name__": name})
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""


def read(case: Case, side: str, folder: Path) -> str:
    """Reads the documents that a side answers with what the earlier catalog says of them."""
    for number, answered in enumerate(case.witness.answers):
        profile = folder / f"{case.name}-{number}.xsd"
        profile.write_text(answered.profile, encoding="utf-8")
        scope: dict[str, object] = {"__name__": "reader"}
        exec(case.text(reader(case.package, answered), "old"), scope)
        documents = answered.old if side == "old" else answered.new
        try:
            scope["read"](profile, [text.encode() for text in documents])  # type: ignore[operator]
        except Exception as error:
            return f"{type(error).__name__}: {error}"
    return ""
