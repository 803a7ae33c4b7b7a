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

from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.catalog.model import Catalog
from twilio_ops_codegen.catalog.passes import resolve
from twilio_ops_codegen.changes import Change, Consumer, Severity, changes
from twilio_ops_codegen.changes.example import edited_by, sides
from twilio_ops_codegen.changes.registry import Example
from twilio_ops_codegen.changes.rules import RULES
from twilio_ops_codegen.changes.witness import Witness, witness
from twilio_ops_codegen.changes.witness.documents import reader
from twilio_ops_codegen.changes.witness.files import write_witnesses
from twilio_ops_codegen.changes.witness.stand_in import stand_in
from twilio_ops_codegen.emit.format import Formatter, Source
from twilio_ops_codegen.emit.objects import view
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
    brief: Witness
    packages: tuple[str, ...]
    old: str
    new: str

    def text(self, program: str, side: str) -> str:
        """A program for the package of a side, under the names that the packages have here."""
        number = getattr(self, side)
        text = re.sub(rf"\b({'|'.join(self.packages)})\b", rf"\g<1>{number}", program)
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
        made = witness(change, view(old), view(new))
        if made is not None:
            names = (old.service.package, new.service.package)
            numbers = packages.generate(old), packages.generate(new)
            brief = witness(change, view(old), view(new), brief=True)
            assert brief is not None
            found.append(Case(name, change, made, brief, names, *numbers))
    return found


def failure(program: str, name: str, *arguments: str) -> str:
    """Runs a program with arguments; the error that ends it, or nothing."""
    before = sys.argv
    sys.argv = [name, *arguments]
    try:
        exec(compile(program, name, "exec"), {"__name__": name, "__file__": name})
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    finally:
        sys.argv = before
    return ""


def read(case: Case, made: Witness, side: str, folder: Path) -> str:
    """Reads the documents that a side answers with what the earlier catalog says of them."""
    for answered in made.answers:
        (folder / f"{answered.operation}.xsd").write_text(answered.profile, encoding="utf-8")
        documents = [folder / f"{number}.xml" for number, _ in enumerate(getattr(answered, side))]
        for path, text in zip(documents, getattr(answered, side), strict=True):
            path.write_text(text, encoding="utf-8")
        failed = failure(
            case.text(reader(answered), "old"), str(folder / "read.py"), *map(str, documents)
        )
        if failed:
            return failed
    return ""


NOT_SEEN = {
    ("redirect-changed", "responses"): "an answer points elsewhere: no sample has an address",
    ("redirect-changed", "python"): "an answer points elsewhere: no sample has an address",
    ("cardinality-changed", "responses"): "how many documents there are; each is as before",
    ("element-name-no-longer-accepted", "responses"): "only answers of older releases use the name",
    ("wire-removed", "responses"): "a rendered document and the service's own look alike",
    ("envelope-renamed", "responses"): "samples hold no errors",
    ("envelope-renamed", "wire"): "samples hold no errors",
    ("parameter-values-listed", "wire"): "only the service can refuse the value",
    ("parameter-class-changed", "wire"): "only the service can refuse the value",
    ("enum-value-removed", "wire"): "only the service can refuse the value",
    ("nested-need-changed", "wire"): "a request without it is not made, as documents show",
    ("service-replaced", "wire"): "its host and its paths are changes of their own",
    ("api-version-changed", "wire"): "its paths are changes of their own",
}
"""Effects that break something which no program of this project can show, and why."""

NOT_MEANT = {
    (
        "parameter-retyped",
        "wire",
    ): "a bound is sent as a day or as an instant, for the same question",
}
"""Differences that a witness sees and the judgement does not count, and why."""


def contradictions(case: Case, consumer: Consumer, failed: str) -> Iterator[str]:
    """What a witness says against the judgement, if it does."""
    said = case.breaks(consumer)
    where = (case.change.rule, consumer.key)
    if said and not failed and where not in NOT_SEEN:
        yield f"{case.name}: {consumer.key}: said to break, and works"
    if failed and not said and where not in NOT_MEANT:
        yield f"{case.name}: {consumer.key}: said to break nothing, and fails: {failed[:300]}"


@pytest.mark.slow
def test_documents_requests_and_answers_bear_every_rule_out(
    cases: list[Case], tmp_path: Path
) -> None:
    """A rule that says that documents or requests break has one that does, and else they all work."""
    against: list[str] = []
    for case in cases:
        for made in (case.witness, case.brief):
            against += tried(case, made, tmp_path)
    assert against == []


def tried(case: Case, made: Witness, folder: Path) -> Iterator[str]:
    """What the documents and requests of a witness say against the judgement."""
    for consumer, programs in (
        (Consumer.REQUESTS, made.requests),
        (Consumer.WIRE, made.wire),
    ):
        before = failure(case.text(programs[0], "old"), case.name)
        if before:
            yield f"{case.name}: {consumer.key}: never worked: {before}"
        failed = failure(case.text(programs[1], "new"), case.name)
        yield from contradictions(case, consumer, failed)
    assert read(case, made, "old", folder) == ""
    yield from contradictions(case, Consumer.RESPONSES, read(case, made, "new", folder))


@pytest.mark.slow
def test_typed_programs_bear_every_rule_out(packages: Packages, cases: list[Case]) -> None:
    """A rule that says that typed code breaks has a program that no longer type-checks, or no longer
    runs; and else there is none. All programs are type-checked in one run."""
    programs = packages.folder / "programs"
    programs.mkdir()
    texts = {
        f"{side}_{number}{made}": case.text(getattr(case, made).python, side)
        for number, case in enumerate(cases)
        for side in ("old", "new")
        for made in ("witness", "brief")
    }
    for name, text in texts.items():
        (programs / f"{name}.py").write_text(text, encoding="utf-8")
    paths = [str(packages.folder), *(str(ROOT / room) for room in ("runtime", "codegen"))]
    done = subprocess.run(
        [
            *(
                sys.executable,
                "-m",
                "mypy",
                "--strict",
                "--no-error-summary",
                "--hide-error-context",
            ),
            *(
                "--cache-dir",
                str(packages.folder / ".mypy"),
                "--no-pretty",
                "--follow-imports=silent",
            ),
            *map(str, sorted(programs.iterdir())),
        ],
        cwd=packages.folder,
        env={**os.environ, "MYPYPATH": os.pathsep.join(paths)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    found: dict[str, str] = {}
    for line in done.stdout.splitlines():
        if match := re.match(r".*?((?:old|new)_\w+)\.py:\d+: error: (.*)", line):
            found.setdefault(match[1], match[2])
    against: list[str] = []
    for name, text in texts.items():
        match = re.match(r"(old|new)_(\d+)", name)
        assert match
        case = cases[int(match[2])]
        failed = found.get(name, "") or failure(text, case.name)
        if match[1] == "new":
            against += contradictions(case, Consumer.PYTHON, failed)
        elif failed:
            against.append(f"{name} of {case.name} never worked: {failed}")
    assert against == []


def test_what_is_excused_is_a_rule() -> None:
    """Each excuse is of a rule that there is, for a consumer that one of its examples reaches."""
    reached = {(rule.id, key) for _, rule, example in EXAMPLES for key in example.expected}
    assert (NOT_SEEN.keys() | NOT_MEANT.keys()) <= reached


def written(folder: Path, example: Example) -> list[str]:
    """The files of the witnesses of an example's changes, as the command writes them."""
    old, new = map(resolve, sides(example))
    write_witnesses(folder, changes(old, new), old, new)
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


WEIGHT = Example("objects/Parcel/fields/weight", "{type: decimal}", "{type: string}")


def test_witnesses_are_written_for_those_whom_a_change_reaches(tmp_path: Path) -> None:
    """A folder a change, named as suppressions name it, with a few lines for each consumer."""
    found = written(tmp_path / "witnesses", WEIGHT)
    assert found[:1] == ["README.md"]
    assert found[-1:] == ["stand_in.py"]
    (folder,) = {name.partition("/")[0] for name in found[1:-1]}
    assert re.fullmatch(r"answer-retyped-[0-9a-f]{12}", folder)
    names = {name.partition("/")[2] for name in found[1:-1]}
    assert {"change.txt", "python.py", "GetParcel.xsd", "GetParcel.new-1.xml"} <= names
    assert not {name for name in names if name.startswith("requests")}, "no request differs"
    program = (tmp_path / "witnesses" / folder / "python.py").read_text(encoding="utf-8")
    assert 'value: Decimal | None = Parcel(weight=Decimal("1.5")).weight' in program


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, _, _ in EXAMPLES])
def test_a_person_reads_ten_lines(name: str, tmp_path: Path) -> None:
    """Of each file that is written for a change, its imports and what changed among them. Empty lines
    are not counted, and a profile is not: the generator writes it, and nobody has to read it."""
    (example,) = (each for called, _, each in EXAMPLES if called == name)
    written(tmp_path / "witnesses", example)
    for path in (tmp_path / "witnesses").glob("*/*"):
        lines = [each for each in path.read_text(encoding="utf-8").splitlines() if each.strip()]
        assert 0 < len(lines) <= 10 or path.suffix == ".xsd", (path.name, lines)


WORDS = [f"word-{number}" for number in range(300)]
KINDS = {
    "enums/kind": f"[{', '.join(WORDS)}]",
    "fields/kind": "{type: enum, enum: kind}",
    "actions/Create/parameters/Kind": "{type: enum, enum: kind}",
}
"""A parcel of one of hundreds of kinds."""
LARGE_ENUMS = {
    "a value that is gone": (("enums/kind", f"[{', '.join(WORDS[:-1])}]"), "WORD_299"),
    "a value that comes": (("enums/kind", f"[{', '.join([*WORDS, 'new'])}]"), "WORD_0"),
    "a member of another name": (
        ("enum_names", "{kind: {members: {word-150: HALF}}}"),
        "ParcelKind.WORD_150",
    ),
    "a class of another name": (("enum_names", "{kind: {name: Sort}}"), "ParcelKind.WORD_0"),
    "a field of text": (("fields/kind", "{type: string}"), "ParcelKind.WORD_0"),
    "a parameter of text": (
        ("actions/Create/parameters/Kind", "{type: string}"),
        "ParcelKind.WORD_0",
    ),
}


@pytest.mark.parametrize("name", LARGE_ENUMS)
def test_a_witness_of_an_enum_of_hundreds_is_read_in_a_minute(name: str, tmp_path: Path) -> None:
    """It shows a few members; a change of one member shows that one."""
    (place, text), shown = LARGE_ENUMS[name]
    old, new = (
        resolve(edited_by({f"objects/Parcel/{step}": value for step, value in texts.items()}))
        for texts in (KINDS, KINDS | {place: text})
    )
    write_witnesses(tmp_path / "witnesses", changes(old, new), old, new)
    programs = list((tmp_path / "witnesses").glob("*/*.py"))
    assert any(shown in path.read_text(encoding="utf-8") for path in programs), programs
    for path in programs:
        assert len(path.read_text(encoding="utf-8").splitlines()) < 80, path.name


def test_the_witness_of_a_documentation_change_is_none(tmp_path: Path) -> None:
    """Nobody could run it."""
    example = Example("objects/Parcel/note", "null", "carried by hand")
    assert written(tmp_path / "witnesses", example) == ["README.md", "stand_in.py"]


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    """Witnesses are written into an empty folder, all or none, and nothing else is left behind."""
    target = tmp_path / "witnesses"
    target.mkdir()
    (target / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(CodegenError, match="expected an empty folder, or none"):
        written(target, WEIGHT)
    assert [path.name for path in tmp_path.rglob("*")] == ["witnesses", "mine.txt"]
    with pytest.raises(CodegenError, match="there is no such folder"):
        written(tmp_path / "nowhere" / "witnesses", WEIGHT)
