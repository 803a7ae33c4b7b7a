"""What each command can be given, written down by hand: names, values, defaults, what is needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import click
import pytest

from twilio_ops_cli.group import ENTRIES, twilio_ops
from twilio_ops_codegen.commands.base import EXIT_CODES, LazyGroup
from twilio_ops_codegen.commands.group import codegen as generator

EVERY = {"-q/--quiet", "-v/--verbose", "-h/--help"}
"""What every command takes."""


SENTENCE = r"(A|[A-Z][a-z]+|TWILIO_\w+)[ ;,].*\."


def commands(command: click.Command, *names: str) -> Iterator[tuple[str, click.Command]]:
    """The commands below one, by their words."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from commands(found, *names, name)
    else:
        yield " ".join(names), command


def values(kind: click.ParamType[Any]) -> str:
    """What a type takes, where it is more than text."""
    if isinstance(kind, click.Choice):
        return "|".join(map(str, kind.choices))
    if isinstance(kind, click.IntRange | click.FloatRange):
        sign = ">" if kind.min_open else ">="
        low = "" if kind.min is None else f"{sign}{kind.min}"
        return f"{kind.name.split()[0]}{low}{'' if kind.max is None else f'<={kind.max}'}"
    return "" if kind.name == "text" else kind.name


def usage(parameter: click.Parameter) -> str:
    """One parameter: ``--name=METAVAR:type(default)...``, with ``!`` where it is needed."""
    told: Any = parameter
    plain = parameter.default if isinstance(parameter.default, str | int | float) else None
    default = "" if plain is None or plain is False else f"({plain})"
    several = "..." if told.multiple or parameter.nargs == -1 else ""
    needed = "!" if parameter.required else ""
    kind = values(parameter.type)
    if isinstance(parameter, click.Argument):
        return (
            f"{parameter.metavar or parameter.human_readable_name}:{kind}{default}{several}{needed}"
        )
    name = "/".join([*parameter.opts, *parameter.secondary_opts])
    if told.is_flag:
        return f"{name}{default}"
    return f"{name}={parameter.metavar or ''}:{kind}{default}{several}{needed}"


COMMANDS = dict(commands(twilio_ops))
TAKES = {
    "test": "--connection=NAME: --emulator --json",
    "objects": "[OBJECT]: ACTION: --json",
    "new": (
        "[FILE]: --object=NAME: --action=NAME: --name=: --connection=NAME: --input=: "
        "--sid=VALUE: --parent=VALUE: --fields=A,B,C: --filter=NAME.OPERATOR=VALUE:... "
        "--parameter=NAME=VALUE:... --track=LABEL=VALUE:... --page-size=:integer "
        "--limit=:integer "
        "--return-application-error-responses/--no-return-application-error-responses "
        "--stop-on=: --tracking-direction=: --archive=FOLDER: "
        "--archive-secrets/--no-archive-secrets --cache=FILE: --index=NAME=PATH,PATH:... "
        "--answers=FILE: --yes"
    ),
    "check": "FILE...:... --json",
    "query": (
        "OBJECT:! PARENT: --connection=NAME: --emulator --where=CONDITION:... --fields=A,B,C: "
        "-o/--output=:table|jsonl|csv|xml|parquet(table) --file=:file --limit=N:integer>=1"
    ),
    "export": (
        "OBJECT...:...! --connection=NAME: --emulator --out=DIR:! --since=TIME: --until=TIME: "
        "--format=:parquet|jsonl|csv|delta|duckdb(parquet) --pii=:keep|mask|drop(keep) "
        "--of=SID:... --subaccounts --days=:integer>=1(30) --rows=:integer>=1(10000) "
        "--look-back=DAYS:integer>=0 --engine=:local|dask(local) --scheduler=ADDRESS: "
        "--workers=N:integer>=1<=500 --json"
    ),
    "verify": (
        "DIR:! --connection=NAME: --emulator --engine=:local|dask(local) --scheduler=ADDRESS: "
        "--workers=N:integer>=1<=500 --json"
    ),
    "run": (
        "FILE:file! INPUTS:... --connection=NAME: --emulator --out=:directory "
        "--property=NAME=VALUE:... --dry-run --json --resume --resend=INDEX:integer>=1... "
        "--limit=N:integer>=1 --journal=FILE|URL:file --key=PATH: --callback=URL: "
        "--send-at=TIME: --rate=N:float --sender-rate=N:float "
        "--concurrency=N:integer>=1<=200(20) --deadline=TIME: --give-up-after=MINUTES:float>0"
    ),
    "journal export": (
        "FILE:file! --state=:ready|sending|sent|refused|unknown|matched|absent|ambiguous..."
    ),
    "journal pause": "FILE:file!",
    "journal reconcile": (
        "FILE:file! --connection=NAME: --emulator --lag=MINUTES:float>=0(10.0) "
        "--give-up-after=MINUTES:float>0"
    ),
    "journal resend": "FILE:file! --state=:absent|ambiguous|unknown... --key=KEY:...",
    "journal resolve": "FILE:file! --connection=NAME: --emulator --settled=HOURS:float(24.0)",
    "journal resume": (
        "FILE:file! --connection=NAME: --emulator --rate=N:float --sender-rate=N:float "
        "--concurrency=N:integer>=1<=200(20) --deadline=TIME: --give-up-after=MINUTES:float>0"
    ),
    "journal status": "FILE:file! --json",
    "receive": "FILE:file! --url=:! --host=:(127.0.0.1) --port=:integer>=0<=65535(0)",
    "report": (
        "DIR:directory! --status=:done|application error|failed|unknown... --input=PATTERN: "
        "--code=N:integer --tracked=LABEL=VALUE:... --json --open=INDEX:integer>=1"
    ),
    "codegen init": "--from=FILE|VERSION:! --package=NAME:",
    "codegen import": "SPEC...:path...! --into=DIR:path",
    "codegen write": "--catalog=DIR:path --templates=DIR:directory --out=DIR:path --no-cache",
    "codegen check": "--catalog=DIR:path --templates=DIR:directory --out=DIR:path --no-cache",
    "codegen diff": "--catalog=DIR:path --templates=DIR:directory --out=DIR:path --no-cache",
    "codegen changes": (
        "OLD: NEW: --format=:table|json|markdown|github(table) "
        "--fail-on=:breaking|compatible|documentation|never(never) --for=:wire|xml|python "
        "--fragment=FILE:path --witness=DIR:path --version=X.Y.Z: --next=X.Y.Z: "
        "--check-release --changelog=DIR:path --suppressions=FILE:path --today=YYYY-MM-DD: "
        "--catalog=DIR:path --conventions=FILE:path --rules"
    ),
    "codegen list": "--catalog=DIR:path --json --undocumented",
    "codegen explain": "FILE:path! --catalog=DIR:path --templates=DIR:directory --out=DIR:path --no-cache",
    "codegen schema": "WHAT:catalog|operation(catalog) --into=DIR:directory",
    "emulator": "ARGUMENTS:...",
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_takes_what_is_written_down(name: str) -> None:
    """Scripts hang on it: an option that is gone, or another default, is a change that users notice."""
    found = [usage(parameter) for parameter in COMMANDS[name].params]
    if name != "emulator":  # it hands everything on
        assert set(found) >= EVERY
    assert " ".join(one for one in found if one not in EVERY) == TAKES[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_what_it_does_and_takes(name: str) -> None:
    """In sentences, each with its full stop; a default is shown, and a flag's is none."""
    command = COMMANDS[name]
    assert re.match(r"[A-Z][a-z][^\n]*[.:]", command.help or "")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert re.fullmatch(SENTENCE, parameter.help or "", re.DOTALL), parameter.opts
            if isinstance(parameter.default, str | int | float) and not parameter.is_flag:
                assert parameter.show_default or "default" in (parameter.help or ""), parameter.opts


GROUPS = {
    "twilio-ops": (twilio_ops, True),
    "twilio-ops codegen": (twilio_ops.get_command(click.Context(twilio_ops), "codegen"), True),
    "twilio-ops journal": (twilio_ops.get_command(click.Context(twilio_ops), "journal"), False),
    "python -m twilio_ops_codegen": (generator, True),
}
"""The groups by how they are called, and whether one can ask for the version there."""


@pytest.mark.parametrize("name", GROUPS)
def test_a_group_takes_what_every_command_takes(name: str) -> None:
    """It says what it is for, and what exit codes mean."""
    group, has_version = GROUPS[name]
    assert group is not None
    assert group.name == name.split()[-1].removeprefix("twilio_ops_")
    assert {usage(parameter) for parameter in group.params} == {
        *EVERY,
        *(["--version"] if has_version else []),
    }
    for parameter in group.params:
        assert re.fullmatch(SENTENCE, getattr(parameter, "help", ""))
    assert re.match(r"[A-Z][a-z]+.*\.", group.help or "")
    assert (group.epilog or "").startswith(EXIT_CODES)


def test_the_groups_say_what_is_below_them() -> None:
    """A line each, a sentence; what is not installed with the command itself says where it comes with."""
    extras = {
        **dict.fromkeys(["export", "verify"], "export"),
        **dict.fromkeys(["run", "journal", "receive"], "components"),
        **{"codegen": "codegen", "emulator": "emulator"},
    }
    group = GROUPS["twilio-ops codegen"][0]
    assert isinstance(group, LazyGroup) and isinstance(generator, LazyGroup)
    assert list(group.entries) == list(generator.entries)
    below = {**extras, **dict.fromkeys([*group.entries, *generator.entries], "codegen")}
    for entries, brought in (
        (ENTRIES, extras),
        (group.entries, below),
        (generator.entries, below),
    ):
        for name, entry in entries.items():
            assert re.fullmatch(SENTENCE, entry.help), name
            assert (entry.extra or "") == brought.get(name, ""), name


def test_the_shells_that_are_completed_are_named() -> None:
    """As they are to be typed, each on its line."""
    assert (twilio_ops.epilog or "").endswith(
        "\b\nCompletion of the shell:\n"
        '  eval "$(_TWILIO_OPS_COMPLETE=bash_source twilio-ops)"    # or zsh_source, fish_source\n'
    )
