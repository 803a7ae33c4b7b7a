"""The commands on a generated tree: write, check, diff, explain; and list, what is in a catalog."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click
from attrs import frozen

from twilio_ops_codegen.catalog.counted import counted
from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.commands.base import EXIT_CODES, common, detail, say, working
from twilio_ops_codegen.commands.settings import Settings, load_settings, shown
from twilio_ops_codegen.emit.swap import alone
from twilio_ops_codegen.emit.write import (
    MARKER,
    Comparison,
    Unfinished,
    compare,
    put_right,
    replace,
)

if TYPE_CHECKING:
    from twilio_ops_codegen.catalog.load import Loaded
    from twilio_ops_codegen.emit.render import RenderedFile

_Function = TypeVar("_Function", bound=Callable[..., Any])
_FOLDER = click.Path(path_type=Path)

catalog_option = click.option(
    "--catalog",
    type=_FOLDER,
    metavar="DIR",
    help="The catalog's folder (default: the project's, or metadata).",
)


@frozen
class Run:
    """What one run reads and writes."""

    settings: Settings
    catalog: Path
    templates: Path | None
    out: Path
    cache: Path | None


def tree_options(function: _Function) -> _Function:
    """Give a command the options that say what is generated from what, and where it lies."""
    options = (
        catalog_option,
        click.option(
            "--templates",
            type=click.Path(path_type=Path, exists=True, file_okay=False),
            metavar="DIR",
            help="A folder whose templates take the place of those of the same name"
            " (default: the project's, or none).",
        ),
        click.option(
            "--out",
            type=_FOLDER,
            metavar="DIR",
            help="The folder that holds the generated packages"
            " (default: the project's, or generated).",
        ),
        click.option(
            "--no-cache",
            is_flag=True,
            help="Compile every template and format every file again, and leave .cache/ alone.",
        ),
    )
    for option in reversed(options):
        function = option(function)
    return function


def _run(catalog: Path | None, templates: Path | None, out: Path | None, no_cache: bool) -> Run:
    settings = load_settings()
    found = Run(
        settings,
        settings.existing_catalog(catalog),
        templates or settings.templates,
        out or settings.out,
        None if no_cache else settings.cache,
    )
    detail(f"catalog: {shown(found.catalog)}; out: {shown(found.out)}")
    if settings.manifest is not None:
        detail(f"settings: {shown(settings.manifest)}")
    return found


class _Made(NamedTuple):
    """What a catalog gives."""

    loaded: Loaded
    files: list[RenderedFile]


def _make(run: Run) -> _Made:
    from twilio_ops_codegen.catalog.companions import companions
    from twilio_ops_codegen.catalog.load import load_folder
    from twilio_ops_codegen.emit.format import Formatter
    from twilio_ops_codegen.emit.render import behaviour_file, companion_files, render

    cache = run.cache
    if cache is not None and not cache.exists():
        cache.mkdir()
        (cache / ".gitignore").write_text("*\n", encoding="utf-8")
    with working("Generating"):
        loaded = load_folder(run.catalog)
        package = loaded.catalog.service.package
        further = [
            *behaviour_file(loaded.behaviour, package),
            *companion_files(companions(run.catalog), package),
        ]
        formatter = Formatter(None if cache is None else cache / "formatted.json")
        compiled = None if cache is None else cache / "templates"
        files = render(loaded.catalog, run.templates, formatter, compiled, further)
    return _Made(loaded, files)


def _compare(run: Run, made: _Made) -> Comparison:
    service = made.loaded.catalog.service
    made_for = f"It holds the package of the service {service.service}, version {service.version}."
    return compare(run.out, made.files, made_for)


@click.command(epilog=EXIT_CODES)
@tree_options
@common
def write(**places: Any) -> int:
    """Write the generated tree; a failure leaves the old one intact."""
    run = _run(**places)
    made = _make(run)
    with alone(run.out):
        put_right(run.out)
        comparison = _compare(run, made)
        replace(comparison)
    for kind in ("stale", "missing", "orphaned"):
        for path in getattr(comparison, kind):
            detail(f"{kind}: {path}")
    changed = len(comparison.stale) + len(comparison.missing)
    removed = len(comparison.orphaned)
    say(f"{counted(len(comparison.files), 'file')}: {changed} written, {removed} removed.")
    return 0


@click.command(epilog=EXIT_CODES)
@tree_options
@common
@click.pass_context
def check(ctx: click.Context, /, **places: Any) -> int:
    """Fail if the generated tree is not what the catalog gives, and show the difference."""
    run = _run(**places)
    made = _make(run)
    try:
        with alone(run.out, reading=True):
            comparison = _compare(run, made)
    except Unfinished as error:
        click.secho(str(error), err=True, fg="red")
        click.echo(f"Run `{_mending(ctx, places)}` to mend this.", err=True)
        return 1
    if comparison.clean:
        say(f"{counted(len(comparison.files), 'file')}, all current.")
        return 0
    _print_diff(comparison)
    for kind in ("stale", "missing", "orphaned"):
        for path in getattr(comparison, kind):
            click.secho(f"{kind}: {path}", err=True, fg="red")
    click.echo(f"Run `{_mending(ctx, places)}` to mend this.", err=True)
    return 1


def _mending(ctx: click.Context, places: dict[str, Any]) -> str:
    """The command that makes the tree what was compared with it."""
    command = ctx.parent.command_path if ctx.parent else ""
    words = [*command.split(), "write"]
    for name in ("catalog", "templates", "out"):
        if places[name] is not None:
            words += [f"--{name}", str(places[name])]
    return shlex.join(words)


@click.command(epilog=EXIT_CODES)
@tree_options
@common
def diff(**places: Any) -> int:
    """Show what write would change, as a unified diff."""
    run = _run(**places)
    made = _make(run)
    with alone(run.out, reading=True):
        _print_diff(_compare(run, made))
    return 0


_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def _print_diff(comparison: Comparison) -> None:
    for line in comparison.diff():
        head = line.startswith(("+++", "---"))
        click.secho(line, nl=False, bold=head or None, fg=None if head else _COLOURS.get(line[0]))


@click.command("list", epilog=EXIT_CODES)
@catalog_option
@click.option(
    "--json", "as_json", is_flag=True, help="Print JSON: objects, their actions, refusals."
)
@click.option("--undocumented", is_flag=True, help="Print what has no words, a place a line.")
@common
def list_objects(catalog: Path | None, as_json: bool, undocumented: bool) -> int:
    """Show the objects and the actions each permits."""
    from twilio_ops_codegen.catalog.load import load
    from twilio_ops_codegen.catalog.model import ACTIONS
    from twilio_ops_codegen.catalog.words import undocumented as lacking

    found = load(load_settings().existing_catalog(catalog))
    if undocumented:
        places = ["/".join(place) for place in lacking(found)]
        lines = [json.dumps(places, indent=2)] if as_json else places
        click.echo("".join(f"{each}\n" for each in lines), nl=False)
        return 0
    if as_json:
        rows = {
            name: {action: row.refused or None for action, row in value.actions.items()}
            for name, value in found.objects.items()
        }
        click.echo(json.dumps(rows, indent=2))
        return 0
    if not found.objects:
        say("The catalog has no objects.")
        return 0
    width = max(map(len, found.objects))
    click.echo("  ".join(["object".ljust(width), *ACTIONS]))
    for name, value in found.objects.items():
        marks: list[str] = []
        for action in ACTIONS:
            row = value.actions.get(action)
            mark = "" if row is None else "refused" if row.refused else "x"
            marks.append(mark.center(len(action)))
        click.echo("  ".join([name.ljust(width), *marks, value.doc or ""]).rstrip())
    total = sum(len(value.actions) for value in found.objects.values())
    click.echo(f"{counted(len(found.objects), 'object')}, {counted(total, 'action')}")
    return 0


@click.command(epilog=EXIT_CODES)
@click.argument("file", type=_FOLDER)
@tree_options
@common
def explain(file: Path, **places: Any) -> int:
    """Say which template and which catalog rows made a generated FILE."""
    run = _run(**places)
    try:
        path = file.resolve().relative_to(run.out.resolve()).as_posix()
    except ValueError:
        raise CodegenError(f"{file} is not below {shown(run.out)}") from None
    made = _make(run)
    root, _, name = path.partition("/")
    if name == MARKER and any(file.path.startswith(f"{root}/") for file in made.files):
        click.echo(f"{path}\n  marks a folder that the generator writes whole")
        return 0
    for one in made.files:
        if one.path == path:
            click.echo(path)
            click.echo(f"  template: {one.template or 'none; written from the catalog directly'}")
            click.echo(f"  catalog:  {shown(run.catalog)}")
            for row in _rows(one, made.loaded):
                click.echo(f"    {row}")
            return 0
    raise CodegenError(f"{path} is not a generated file")


def _rows(file: RenderedFile, loaded: Loaded) -> Iterator[str]:
    """The files and overlay rows of a catalog that a file was made from."""
    yield from file.sources
    if file.rows is None:
        yield "every object and overlay"
        return
    for name in file.rows:
        if doc := loaded.catalog.objects[name].doc:
            yield f"{name}: {doc}"
        for place in loaded.origins[name]:
            yield f"{name}: {place}"
