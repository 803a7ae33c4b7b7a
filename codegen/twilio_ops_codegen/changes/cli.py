"""The command ``changes``: what changed between two catalogs, and what release that needs."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import click
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
from twilio_ops_codegen.changes.left_out import compare_left_out
from twilio_ops_codegen.changes.report import FORMATS, Report, to_table
from twilio_ops_codegen.changes.sources import (
    Places,
    Source,
    located,
    open_sources,
    version_in,
)
from twilio_ops_codegen.changes.suppressions import suppress
from twilio_ops_codegen.changes.verdict import Version, contradictions, worst
from twilio_ops_codegen.commands.base import EXIT_CODES, common, say, working
from twilio_ops_codegen.commands.settings import MANIFEST, TABLE, Settings, load_settings, shown


@frozen(kw_only=True)
class Asked:
    """The command's arguments, as they were given, and what the working folder says."""

    settings: Settings
    old: str | None
    new: str | None
    report: str
    fail_on: str
    audience: str | None
    fragment: Path | None
    witness: Path | None
    version: str | None
    next: str | None
    check_release: bool
    changelog: Path
    suppressions: Path | None
    today: str | None
    catalog: Path
    manifest: Path
    conventions: Path


@click.command("changes", epilog=EXIT_CODES)
@click.argument("old", required=False)
@click.argument("new", required=False)
@click.option(
    "--format",
    "report",
    type=click.Choice(tuple(FORMATS)),
    default="table",
    show_default=True,
    help="How the report is written.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["breaking", "compatible", "documentation", "never"]),
    default="never",
    show_default=True,
    help="Exit with 1 if a change is as severe as this, or worse; what differs and cannot be judged"
    " counts as breaking.",
)
@click.option(
    "--for",
    "audience",
    type=click.Choice(tuple(AUDIENCES)),
    help="Judge by what these see alone: whatever reads requests and answers underway (wire), XML"
    " documents (xml), typed code (python) (default: everybody).",
)
@click.option(
    "--fragment",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write a changelog fragment; without a kind in its name it gets the one that fits.",
)
@click.option(
    "--witness",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Write for each change what worked before it, to be run after it, into an empty folder.",
)
@click.option(
    "--version",
    metavar="X.Y.Z",
    help="The version of OLD (default: that of pyproject.toml beside OLD, or else beside NEW).",
)
@click.option(
    "--next",
    metavar="X.Y.Z",
    help="The version that is to hold the changes (default: that of pyproject.toml beside NEW).",
)
@click.option(
    "--check-release",
    is_flag=True,
    help="Exit with 1 if the next version or the changelog announces less than the changes are.",
)
@click.option(
    "--changelog",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder of changelog fragments (default: the project's, or changelog.d).",
)
@click.option(
    "--suppressions",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Accepted changes (default: the project's, or suppressions.yaml in the catalog NEW).",
)
@click.option(
    "--today",
    metavar="YYYY-MM-DD",
    help="The day on which suppressions expire (default: the current one).",
)
@click.option(
    "--catalog",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The catalog's folder, which revisions hold, too (default: the project's, or metadata).",
)
@click.option(
    "--conventions",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="How documents are written (default: the project's, import.yaml in its catalog, or those"
    " that come along).",
)
@click.option("--rules", is_flag=True, help="Print the documentation of the rules, and no more.")
@common
def changes_command(rules: bool, **given: Any) -> int:
    """Say what changed between OLD and NEW, for whom, and what release it needs.

    OLD and NEW are folders with a catalog, git revisions of this repository, or two OpenAPI
    documents. Without NEW, OLD is compared with the catalog of the working tree. Version,
    changelog, suppressions and conventions are the working folder's; which were taken is said.
    """
    if rules:
        from twilio_ops_codegen.changes.rulebook import rulebook

        click.echo(rulebook(), nl=False)
        return 0
    options = _asked(given)
    with working("Comparing"):
        found = _found(options)
    report = found.report
    if found.fragment is not None:
        found.fragment.write_text(fragment_text(report.changes), encoding="utf-8")
    for note in found.notes:
        say(note)
    click.echo(_text(options.report, report), nl=False)
    limit = {severity.word: severity for severity in Severity}.get(options.fail_on)
    severity = report.severity
    failed = limit is not None and severity is not None and severity.assumed >= limit
    return 1 if failed or report.contradictions else 0


def _asked(given: dict[str, Any]) -> Asked:
    settings = load_settings()
    own: Path | None = given.pop("catalog")
    catalog = own or settings.catalog
    conventions: Path | None = given.pop("conventions")
    changelog: Path | None = given.pop("changelog")
    suppressions: Path | None = given.pop("suppressions")
    return Asked(
        settings=settings,
        catalog=catalog,
        manifest=(settings.root if own is None else own.resolve().parent) / MANIFEST,
        conventions=conventions or settings.conventions_of(catalog),
        changelog=changelog or settings.changelog,
        suppressions=suppressions or settings.suppressions,
        **given,
    )


@frozen
class _Found:
    """A report, the fragment that is to be written, and what is said beside them."""

    report: Report
    fragment: Path | None
    notes: tuple[str, ...]


def _found(options: Asked) -> _Found:
    if options.old is None:
        raise CodegenError("OLD is missing: a folder, a git revision or an OpenAPI document")
    today = _day(options.today)
    with tempfile.TemporaryDirectory(prefix="codegen-changes-") as scratch:
        places = Places(
            catalog=options.catalog,
            manifest=options.manifest,
            conventions=options.conventions,
            scratch=Path(scratch),
        )
        old, new = open_sources(options.old, options.new or shown(options.catalog), places)
        judged = changes(old.catalog, new.catalog)
        unjudged = compare_left_out(old.left_out, new.left_out)
        found = sorted((*judged, *unjudged), key=lambda change: -change.severity)
        listed = located(found, old, new)
        path = options.suppressions
        if path is not None and not path.is_file():
            raise CodegenError(f"{path}: there is no such file of suppressions")
        name = str(path) if path is not None else f"{new.name}/suppressions.yaml"
        counting, taken = suppress(listed, path or new.suppressions, name, today)
    if options.audience is not None:
        counting = narrowed(counting, AUDIENCES[options.audience])
    if options.witness is not None:
        # It renders, which comparing does not.
        from twilio_ops_codegen.changes.witness.files import write_witnesses

        write_witnesses(options.witness, counting, old.catalog, new.catalog)
    asked = worst(counting)
    fragment = _fragment(options.fragment, asked)
    known = options.version or old.version or new.version or version_in(options.manifest)
    base = _parsed(known, "--version")
    declared = _parsed(options.next or new.version, "--next")
    if options.check_release:
        _check_releasable(options, base, declared)
    report = Report(
        old=old.name,
        new=new.name,
        audience=options.audience,
        changes=counting,
        suppressed=taken,
        base=base,
        contradictions=(
            tuple(_contradictions(options, base, declared, asked, fragment))
            if options.check_release
            else ()
        ),
    )
    took = _took(options, base, new)
    return _Found(report, fragment, (took, *_notes(old, new)))


def _check_releasable(options: Asked, base: Version | None, declared: Version | None) -> None:
    """Refuse to judge a release that nothing is known of: that would be a green light for any."""
    if base is None or declared is None:
        option = "--version" if base is None else "--next"
        raise CodegenError(
            f"--check-release: there is no version to judge: {shown(options.manifest)} has no"
            f" project.version. Give {option}"
        )
    if not options.changelog.is_dir():
        raise CodegenError(
            f"--check-release: {shown(options.changelog)} is no folder of changelog fragments. Give"
            f" --changelog, or set `changelog` in {TABLE}"
        )


def _took(options: Asked, base: Version | None, new: Source) -> str:
    """What was taken from where, in one line."""
    parts = [f"version {base or 'unknown'}"]
    if options.check_release:
        parts.append(f"changelog {shown(options.changelog)}")
    file = options.suppressions or new.suppressions
    parts.append(f"suppressions {shown(file) if file and file.is_file() else 'none'}")
    if new.kind == "document":
        parts.append(f"conventions {shown(options.conventions)}")
    return f"took: {', '.join(parts)}"


def _contradictions(
    options: Asked,
    base: Version | None,
    declared: Version | None,
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
        declared=declared,
        announced=announced,
        changelog=shown(options.changelog),
    )


def _notes(old: Source, new: Source) -> list[str]:
    """What of the documents is taken in a simpler form, where that differs."""
    gone, come = set(old.remarks) - set(new.remarks), set(new.remarks) - set(old.remarks)
    found = [f"no longer said of {old.name}: {text}" for text in sorted(gone)]
    found += [f"newly said of {new.name}: {text}" for text in sorted(come)]
    return [f"compared by digest alone, as a catalog has no place for it; {text}" for text in found]


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
