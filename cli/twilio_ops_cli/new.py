"""The command ``new``: the import wizard. Every question has a flag."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from twilio_ops_cli.objects import find
from twilio_ops_codegen.commands.base import EXIT_CODES, Failure, common, needs_extra, say
from twilio_ops_runtime.types.base import is_mapping

MERGED = {"operation", "options", "archiving", "caching"}
"""Settings of which a flag says one part, and the others stay."""


@click.command(epilog=EXIT_CODES)
@click.argument("file", metavar="[FILE]", required=False)
@click.option("--object", "object_", metavar="NAME", help="The object.")
@click.option("--action", metavar="NAME", help="Get, Query, Create, Update or Delete.")
@click.option("--name", help="The component's own name, in reports and archive files.")
@click.option("--connection", metavar="NAME", help="The name of a connection.")
@click.option("--input", "input_", help="Whether documents are requests: request, or data.")
@click.option("--sid", metavar="VALUE", help="The Sid of the record.")
@click.option("--parent", metavar="VALUE", help="The Sid that the list or new record belongs to.")
@click.option("--fields", metavar="A,B,C", help="Return only these fields; 'all' returns all.")
@click.option(
    "--filter",
    "filters",
    multiple=True,
    metavar="NAME.OPERATOR=VALUE",
    help="Only records like this: 'To.equals={element: Customer/Phone}'. May be given several times.",
)
@click.option(
    "--parameter",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    help="The value of a parameter. May be given several times.",
)
@click.option(
    "--track",
    "tracking",
    multiple=True,
    metavar="LABEL=VALUE",
    help="What is noted of every document. May be given several times.",
)
@click.option("--page-size", type=int, help="How many records a page has.")
@click.option("--limit", type=int, help="How many records at most.")
@click.option(
    "--return-application-error-responses/--no-return-application-error-responses",
    "returns_errors",
    default=None,
    help="Whether an error answer is an output, and the run goes on.",
)
@click.option("--stop-on", help="What ends the run: any, 'application error' or nothing.")
@click.option("--tracking-direction", help="Which document is tracked: input or output.")
@click.option("--archive", metavar="FOLDER", help="Write every document that passes here.")
@click.option(
    "--archive-secrets/--no-archive-secrets",
    default=None,
    help="Whether the archive has passwords and tokens in the clear.",
)
@click.option("--cache", metavar="FILE", help="Add every document that is returned here.")
@click.option(
    "--index", "indexes", multiple=True, metavar="NAME=PATH,PATH", help="An index of the cache."
)
@click.option("--answers", metavar="FILE", help="A YAML file with settings, as in a component.")
@click.option("--yes", is_flag=True, help="Write without asking.")
@common
def new(file: str | None, answers: str | None, yes: bool, **flags: Any) -> int:
    """Make an operation component, its profiles and a sample document; or edit the one in FILE.

    On a terminal, what no flag says is asked. A VALUE is text, or says in braces where it comes
    from with each input: {element: Customer/Phone}, {property: region}, {last_run: true}.
    """
    try:
        import_module("ruamel.yaml")
    except ModuleNotFoundError as error:
        raise needs_extra("components", str(error.name)) from None
    from twilio_ops import ConfigurationError
    from twilio_ops_components.draft import settings_in

    terminal = sys.stdin.isatty() and sys.stderr.isatty()
    try:
        given = _answers(answers) if answers else {}
        path = _path(file, terminal)
        before = settings_in(path) if path.exists() else {}
        settings = _merged(before, given, _flags(flags))
        if terminal and not yes:
            from twilio_ops_cli.questions import ask

            settings = ask(settings, told=_merged(given, _flags(flags)))
        _complete(settings)
        return _write(path, settings, ask_first=terminal and not yes)
    except ConfigurationError as error:
        raise Failure(str(error)) from None


def _answers(name: str) -> dict[str, Any]:
    """The settings of an answers file; ``object``, ``action`` and ``name`` may stand alone."""
    from twilio_ops_components.draft import settings_in

    found = settings_in(Path(name))
    alone = {key: found.pop(key) for key in ("object", "action", "name") if key in found}
    if alone:
        found["operation"] = {**(found.get("operation") or {}), **alone}
    return found


def _path(file: str | None, terminal: bool) -> Path:
    if file is None and terminal:
        from twilio_ops_cli.questions import ask_file

        file = ask_file()
    if file is None:
        raise Failure("FILE is missing; expected the component file to write")
    path = Path(file)
    if path.suffix not in {".yaml", ".yml"}:
        raise Failure(f"{file}: expected a name that ends in .yaml or .yml")
    return path


def _merged(*several: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for settings in several:
        for name, value in settings.items():
            known = found.get(name)
            if name in MERGED and is_mapping(known) and is_mapping(value):
                found[name] = {**known, **value}
            else:
                found[name] = value
    return found


def _flags(flags: Mapping[str, Any]) -> dict[str, Any]:
    """The settings that flags say."""
    from twilio_ops_components.draft import value_of

    found: dict[str, Any] = {}
    names = {"object": flags["object_"], "action": flags["action"], "name": flags["name"]}
    if operation := {name: text for name, text in names.items() if text is not None}:
        found["operation"] = operation
    for name in ("connection", "page_size", "limit"):
        if flags[name] is not None:
            found[name] = flags[name]
    if flags["input_"] is not None:
        found["input"] = flags["input_"]
    for name in ("sid", "parent"):
        if flags[name] is not None:
            found[name] = value_of(flags[name])
    if flags["fields"] is not None:
        words = [one.strip() for one in flags["fields"].split(",") if one.strip()]
        found["fields"] = None if words == ["all"] else words
    if flags["filters"]:
        found["filters"] = [_filter(text) for text in flags["filters"]]
    for name, option, form in (
        ("parameters", "--parameter", "NAME=VALUE"),
        ("tracking", "--track", "LABEL=VALUE"),
    ):
        if flags[name]:
            pairs = [_pair(text, option, form) for text in flags[name]]
            found[name] = {key: value_of(value) for key, value in pairs}
    options = {
        "return_application_error_responses": flags["returns_errors"],
        "stop_on": flags["stop_on"],
        "tracking_direction": flags["tracking_direction"],
    }
    if chosen := {name: value for name, value in options.items() if value is not None}:
        found["options"] = chosen
    archiving = {"directory": flags["archive"], "secrets": flags["archive_secrets"]}
    pairs = [_pair(text, "--index", "NAME=PATH,PATH") for text in flags["indexes"]]
    indexes = {name: paths.split(",") for name, paths in pairs}
    caching = {"file": flags["cache"], "indexes": indexes or None}
    for name, given in (("archiving", archiving), ("caching", caching)):
        if said := {key: value for key, value in given.items() if value is not None}:
            found[name] = said
    return found


def _pair(text: str, option: str, form: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise Failure(f"{option} {text!r}: expected {form}")
    return name.strip(), value


def _filter(text: str) -> dict[str, Any]:
    from twilio_ops_components.draft import value_of

    form = "NAME.OPERATOR=VALUE, such as To.equals=+13115556789"
    said, value = _pair(text, "--filter", form)
    name, dot, operator = said.partition(".")
    if not dot:
        raise Failure(f"--filter {text!r}: expected {form}")
    return {name: {operator: value_of(value)}}


def _complete(settings: dict[str, Any]) -> None:
    """Check that what nothing else can be checked without is there, spelled as the catalog does.

    Raises:
        Failure: Something is missing, or is not in the catalog.
    """
    from twilio_ops_components.catalog import objects

    operation = dict(settings.get("operation") or {})
    if missing := [f"--{name}" for name in ("object", "action") if not operation.get(name)]:
        raise Failure(f"{' and '.join(missing)}: missing; there is no terminal to ask on")
    known = {name: dict(row.row) for name, row in objects().items()}
    operation["object"] = find(str(operation["object"]), known, "object")
    row = objects()[operation["object"]]
    actions = {name: dict(one.row) for name, one in row.actions.items()}
    operation["action"] = find(str(operation["action"]), actions, f"action of {row.name}")
    action = row.actions[operation["action"]]
    if action.refused:
        permitted = [name for name, one in row.actions.items() if not one.refused]
        raise Failure(
            f"{action.action} of {row.name} is refused: {action.refused}"
            f" It has {', '.join(permitted)}."
        )
    settings["operation"] = operation
    said = {name for one in settings.get("filters") or () if is_mapping(one) for name in one}
    if lacking := [name for name in action.required_filters if name not in said]:
        raise Failure(f"--filter {lacking[0]}.equals=VALUE: missing; {action.name} needs it")


def _write(path: Path, settings: Mapping[str, Any], *, ask_first: bool) -> int:
    from twilio_ops_components.draft import command_of, companions, compose
    from twilio_ops_components.files import write_files
    from twilio_ops_components.read import read_file

    text = compose(path, settings)
    definition, problems = read_file(path, text.encode())
    problems.raise_if_any()
    assert definition is not None  # nothing is wrong with it
    click.echo(text, nl=False)
    if definition.row.effect:
        say(f"\nIt {definition.row.effect} with each input.")
    if ask_first:
        from twilio_ops_cli.questions import ask_whether

        if not ask_whether(f"Write {path} and what goes beside it?"):
            say("Nothing is written.")
            return 1
    texts = {path: text, **companions(definition)}
    write_files(texts)
    say("\nWritten: " + ", ".join(one.name for one in texts))
    say(f"The same without questions:\n  {command_of(path, settings)}")
    return 0
