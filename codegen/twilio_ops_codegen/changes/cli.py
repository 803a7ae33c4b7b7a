"""The command ``python -m twilio_ops_codegen changes``."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from attrs import frozen

from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.changes.change import AUDIENCES, Severity, narrowed
from twilio_ops_codegen.changes.changelog import (
    announced_by,
    fragment_path,
    fragment_text,
    fragments,
)
from twilio_ops_codegen.changes.classify import changes
from twilio_ops_codegen.changes.report import FORMATS, Report, to_table
from twilio_ops_codegen.changes.sources import (
    Places,
    Source,
    located,
    open_sources,
    version_beside,
)
from twilio_ops_codegen.changes.suppressions import suppress
from twilio_ops_codegen.changes.verdict import Version, contradictions, worst

ROOT = Path(__file__).resolve().parent.parent.parent.parent

EPILOG = """\
OLD and NEW are folders with a catalog, git revisions of this repository, or two OpenAPI documents.
Without NEW, OLD is compared with the catalog of the working tree.

exit codes:
  0  fine: no change is as severe as --fail-on, and nothing is contradicted
  1  a change is as severe as --fail-on, or the announced release cannot hold the changes;
     what differs and cannot be judged counts as breaking
  2  bad arguments or input; nothing is written
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Makes a parser the command's; ``command`` of what it parses runs it."""
    parser.epilog = EPILOG
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument(
        "old", nargs="?", metavar="OLD", help="what is compared with NEW; needed but for --rules"
    )
    parser.add_argument(
        "new", nargs="?", metavar="NEW", help="the later one (default: the folder of --catalog)"
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="table",
        dest="report",
        help="how the report is written (default: table)",
    )
    parser.add_argument(
        "--fail-on",
        choices=["breaking", "compatible", "documentation", "never"],
        default="never",
        help="exit with 1 if a change is as severe as this, or worse (default: never)",
    )
    parser.add_argument(
        "--for",
        choices=AUDIENCES,
        dest="audience",
        help="judge by what these see alone: whatever reads requests and answers underway (wire), "
        "XML documents (xml), typed code (python) (default: everybody)",
    )
    parser.add_argument(
        "--fragment",
        type=Path,
        metavar="FILE",
        help="write a changelog fragment; without a kind in its name it gets the one that fits",
    )
    parser.add_argument(
        "--version",
        metavar="X.Y.Z",
        help="the version of OLD (default: that of pyproject.toml beside OLD, or else beside NEW)",
    )
    parser.add_argument(
        "--next",
        metavar="X.Y.Z",
        help="the version that is to hold the changes (default: that of pyproject.toml beside NEW)",
    )
    parser.add_argument(
        "--check-release",
        action="store_true",
        help="exit with 1 if the next version or the changelog announces less than the changes are",
    )
    parser.add_argument(
        "--changelog",
        type=Path,
        default=ROOT / "changelog.d",
        metavar="DIR",
        help="the folder of changelog fragments (default: changelog.d)",
    )
    parser.add_argument(
        "--suppressions",
        type=Path,
        metavar="FILE",
        help="accepted changes (default: suppressions.yaml in the catalog NEW)",
    )
    parser.add_argument(
        "--today",
        metavar="YYYY-MM-DD",
        help="the day on which suppressions expire (default: the current one)",
    )
    parser.add_argument(
        "--catalog",
        type=Path,
        default=ROOT / "metadata",
        metavar="DIR",
        help="the catalog's folder, which revisions hold, too (default: metadata of the project)",
    )
    parser.add_argument(
        "--conventions",
        type=Path,
        metavar="FILE",
        help="how documents are written (default: import.yaml in the project's catalog)",
    )
    parser.add_argument(
        "--rules", action="store_true", help="print the documentation of the rules, and do no more"
    )
    parser.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Runs the command.

    Returns:
        The exit code: 0 fine, 1 the answer is no, 2 bad input.
    """
    if options.rules:
        from twilio_ops_codegen.changes.rulebook import rulebook

        print(rulebook(), end="")
        return 0
    try:
        found = _found(options)
        report = found.report
        if found.fragment is not None:
            found.fragment.write_text(fragment_text(report.changes), encoding="utf-8")
    except CodegenError as error:
        print(error, file=sys.stderr)
        return 2
    for note in found.notes:
        print(note, file=sys.stderr)
    print(_text(options.report, report), end="")
    limit = {severity.word: severity for severity in Severity}.get(options.fail_on)
    severity = report.severity
    failed = limit is not None and severity is not None and severity.assumed >= limit
    return 1 if failed or report.contradictions else 0


@frozen
class _Found:
    """A report, the fragment that is to be written, and what is said beside them."""

    report: Report
    fragment: Path | None
    notes: tuple[str, ...]


def _found(options: argparse.Namespace) -> _Found:
    if options.old is None:
        raise CodegenError("OLD is missing: a folder, a git revision or an OpenAPI document")
    today = _day(options.today)
    with tempfile.TemporaryDirectory(prefix="codegen-changes-") as scratch:
        places = Places(
            catalog=options.catalog,
            conventions=options.conventions or options.catalog / "import.yaml",
            scratch=Path(scratch),
        )
        old, new = open_sources(options.old, options.new or str(options.catalog), places)
        listed = located(changes(old.catalog, new.catalog, ordered=new.kind == "catalog"), old, new)
        path = options.suppressions
        if path is not None and not path.is_file():
            raise CodegenError(f"{path}: there is no such file of suppressions")
        name = str(path) if path is not None else f"{new.name}/suppressions.yaml"
        counting, taken = suppress(listed, path or new.suppressions, name, today)
    if options.audience is not None:
        counting = narrowed(counting, AUDIENCES[options.audience])
    asked = worst(counting)
    fragment = _fragment(options.fragment, asked)
    known = options.version or old.version or new.version or version_beside(options.catalog)
    base = _parsed(known, "--version")
    report = Report(
        old=old.name,
        new=new.name,
        audience=options.audience,
        changes=counting,
        suppressed=taken,
        base=base,
        contradictions=tuple(
            _contradictions(options, new, base, asked, fragment) if options.check_release else ()
        ),
    )
    return _Found(report, fragment, tuple(_notes(old, new)))


def _contradictions(
    options: argparse.Namespace,
    new: Source,
    base: Version | None,
    asked: Severity | None,
    fragment: Path | None,
) -> list[str]:
    found = [one.severity for one in fragments(options.changelog)]
    if fragment is not None:
        found.append(announced_by(fragment))
    announced = max(found, default=None)
    return contradictions(
        asked,
        base=base,
        declared=_parsed(options.next or new.version, "--next"),
        announced=announced,
        changelog=_shown(options.changelog),
    )


def _notes(old: Source, new: Source) -> list[str]:
    """What of the documents could not be compared, where that differs."""
    gone, come = set(old.left_out) - set(new.left_out), set(new.left_out) - set(old.left_out)
    found = [f"no longer said of {old.name}: {text}" for text in sorted(gone)]
    found += [f"newly said of {new.name}: {text}" for text in sorted(come)]
    return [f"not compared, as a catalog has no place for it; {text}" for text in found]


def _fragment(path: Path | None, severity: Severity | None) -> Path | None:
    """Where the fragment goes; None = none is asked for, or there is nothing to tell."""
    if path is None or severity is None:
        return None
    target = fragment_path(path, severity)
    if not target.parent.is_dir():
        raise CodegenError(f"{target.parent}: there is no such folder")
    return target


def _text(chosen: str, report: Report) -> str:
    if chosen != "table":
        return FORMATS[chosen](report)
    if report.severity is None and not report.suppressed:
        return f"{report.verdict}\n"
    terminal = sys.stdout.isatty()
    return to_table(
        report,
        width=shutil.get_terminal_size((120, 24)).columns if terminal else None,
        color=terminal and "NO_COLOR" not in os.environ,
    )


def _parsed(text: str | None, called: str) -> Version | None:
    return None if text is None else Version.parse(text, called)


def _day(text: str | None) -> date:
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CodegenError(
            f"--today: {text!r} is no day; expected one such as 2031-01-31"
        ) from None


def _shown(path: Path) -> str:
    """A path as messages show it: relative to the working directory where it lies below it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
