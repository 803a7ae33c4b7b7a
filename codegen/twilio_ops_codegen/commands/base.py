"""What every command shares: loading late, exit codes, and who is talked to.

Data goes to stdout, talk to stderr. A command returns its exit code, as ``CODES`` says.
"""

from __future__ import annotations

import os
import select
import sys
import traceback
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any, NamedTuple, Protocol, TypeVar, cast

import click

DISTRIBUTION = __name__.partition(".")[0].removesuffix("_codegen").replace("_", "-")
CODES = {
    0: "fine",
    1: "a finding: the command did its work, and the answer is no",
    2: "it could not run: bad arguments, input or settings, no answer; no file is half written",
    130: "stopped by Ctrl-C",
}
"""What an exit code means, whatever the command."""


def exit_codes(own: Mapping[int, str] | None = None) -> str:
    """Return the end of a command's help: its exit codes.

    Args:
        own: What codes mean for this command alone, or more closely.
    """
    rows = sorted({**CODES, **(own or {})}.items())
    lines = [f"{code:3}  {text}" for code, text in rows]
    end = "Whoever reads the output may close it early, as head does: that is 0."
    return "\n".join(["\b", "Exit codes:", *lines, end, ""])


EXIT_CODES = exit_codes()

_TALK = "talk"
_Function = TypeVar("_Function", bound=Callable[..., Any])


class Entry(NamedTuple):
    """A command of a group, loaded when it is asked for.

    Args:
        target: ``module:attribute``.
        help: One line for the group's own help.
        extra: The extra of the distribution that it needs; None = the base install has it all.
    """

    target: str
    help: str
    extra: str | None = None


class Failure(click.ClickException):
    """The command cannot run; the text says why and what was expected."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Print the text alone: it names its place itself."""
        click.echo(self.format_message(), file=file, err=True)


class _ReadEnough(Failure):
    """Whoever reads the output has closed it. click itself would end with the code of a finding."""

    exit_code = 0

    def __init__(self) -> None:
        super().__init__("the output was closed")

    def show(self, file: Any = None) -> None:
        """Print nothing: nobody reads it."""
        _abandon_stdout()


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is asked for, and no other's.

    Args:
        entries: The commands by name, in the order of the help.
    """

    def __init__(
        self, *arguments: Any, entries: Mapping[str, Entry] | None = None, **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        self.entries = dict(entries or {})

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names, in the order of the help."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; None = there is no such one."""
        entry = self.entries.get(cmd_name)
        if entry is None:
            return None
        module, _, attribute = entry.target.partition(":")
        return cast("click.Command", getattr(import_module(module), attribute))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in self.entries.items()])

    def make_context(self, *arguments: Any, **options: Any) -> click.Context:
        """Read the arguments; the help that they may ask for is an output, too."""
        try:
            return super().make_context(*arguments, **options)
        except BrokenPipeError as error:
            raise _ReadEnough from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for; what it cannot go on from becomes one message."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            entry = self.entries.get(ctx.invoked_subcommand or "")
            failure = _failure(error, entry.extra if entry else None)
            if failure is None:
                raise
            raise failure from error


def _failure(error: Exception, extra: str | None) -> Failure | None:
    """What a missing extra, a mistake in the input or an unusable file is told as."""
    from twilio_ops_codegen.catalog.errors import CodegenError

    if isinstance(error, ModuleNotFoundError) and extra and not _is_ours(error.name):
        return needs_extra(extra, str(error.name))
    if isinstance(error, CodegenError):
        return Failure(str(error))
    if isinstance(error, BrokenPipeError) and _is_closed():
        return _ReadEnough()
    if isinstance(error, OSError):
        text = (error.strerror or str(error)).lower()
        return Failure(f"{error.filename}: {text}" if error.filename else text)
    return None


def needs_extra(extra: str, module: str) -> Failure:
    """Make the failure that names the extra of the distribution which brings a module."""
    return Failure(f"this needs {module}: pip install '{DISTRIBUTION}[{extra}]'")


def _is_ours(name: str | None) -> bool:
    return name is None or name.startswith(DISTRIBUTION.replace("-", "_"))


def run(group: click.Command, arguments: Sequence[str] | None, prog: str) -> int:
    """Run a command line.

    Args:
        group: The command.
        arguments: Its arguments; None = the process's.
        prog: The name by which it was called.

    Returns:
        The exit code.
    """
    color = False if os.environ.get("NO_COLOR") else None
    try:
        given = None if arguments is None else list(arguments)
        code: int = group.main(given, prog_name=prog, standalone_mode=False, color=color)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo("Stopped.", err=True)
        return 130
    except BrokenPipeError:  # whoever reads has read enough
        _abandon_stdout()
        return 0
    except OSError as error:  # the output could not be written to its end
        _abandon_stdout()
        click.echo(f"standard output: {(error.strerror or str(error)).lower()}", err=True)
        return 2
    except Exception:  # Python's own exit code would be that of a finding
        traceback.print_exc()
        click.echo(f"{prog}: this is a mistake of the program, not of yours", err=True)
        return 2
    return code


def _is_closed() -> bool:
    """Whether it is the output that is closed, and not some other pipe; where nobody can tell, it is."""
    with suppress(OSError, ValueError, AttributeError):  # no file, or a system that has no poll
        watched = select.poll()
        for stream in (sys.stdout, sys.stderr):
            watched.register(stream.fileno(), 0)
        return bool(watched.poll(0))  # asked for nothing, it tells of what is closed alone
    return True


def _abandon_stdout() -> None:
    """Let what is still to be written go nowhere, so that ending does not fail, too."""
    with suppress(OSError, ValueError):  # a stream of another program's has no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def common(function: _Function) -> _Function:
    """Give a command the options that all have: ``-q``, ``-v`` and ``--version``."""
    options = (
        click.option(
            "-q",
            "--quiet",
            is_flag=True,
            expose_value=False,
            callback=_talk(-1),
            help="Say nothing but errors; data is printed all the same.",
        ),
        click.option(
            "-v",
            "--verbose",
            is_flag=True,
            expose_value=False,
            callback=_talk(1),
            help="Say more of what is done.",
        ),
        click.help_option("-h", "--help", help="Show this text and end."),
    )
    for option in reversed(options):
        function = option(function)
    return function


def version_option() -> Callable[[_Function], _Function]:
    """Give a group ``--version``, read only when it is asked for."""

    def show(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            from importlib.metadata import version  # it takes as long to load as click does

            click.echo(f"{DISTRIBUTION} {version(DISTRIBUTION)}")
            ctx.exit()

    return click.option(
        "--version",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help="Show the version and end.",
    )


def _talk(step: int) -> Callable[[click.Context, click.Parameter, bool], None]:
    def remember(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value:
            ctx.meta[_TALK] = step

    return remember


def _level() -> int:
    ctx = click.get_current_context(silent=True)
    return 0 if ctx is None else cast("int", ctx.meta.get(_TALK, 0))


def say(text: str) -> None:
    """Tell people something, on stderr, unless ``-q`` was given."""
    if _level() >= 0:
        click.echo(text, err=True)


def detail(text: str) -> None:
    """Tell people something, on stderr, if ``-v`` was given."""
    if _level() > 0:
        click.echo(text, err=True)


class Progress(Protocol):
    """A line on a terminal that is written over."""

    def __call__(
        self, text: str | None = None, *, done: int | None = None, total: int | None = None
    ) -> None:
        """Show something else.

        Args:
            text: What is being done; None = as before.
            done: How many things are done; None = as before.
            total: How many there are; None = as before, at first unknown.
        """


@contextmanager
def working(text: str, *, total: int | None = None, quiet: bool = False) -> Generator[Progress]:
    """Show on a terminal that something takes its time, and how far it is.

    Nothing is shown where stderr is no terminal, or with ``-q``. What is shown is gone at the end.

    Args:
        text: What is being done.
        total: How many things are to be done; None = nobody knows.
        quiet: Show nothing.
    """
    if quiet or _level() < 0 or not sys.stderr.isatty():
        yield _unseen
        return
    from rich.console import Console
    from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Display

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(20),
        TextColumn("{task.fields[count]}"),
        TimeElapsedColumn(),
    )
    # It shows itself when it begins: what ends at once has been seen, too.
    with Display(*columns, console=Console(stderr=True), transient=True) as display:
        task = display.add_task(text, total=total, count="")
        display.refresh()

        def show(
            text: str | None = None, *, done: int | None = None, total: int | None = None
        ) -> None:
            known: dict[str, Any] = {} if done is None else {"completed": done}
            if done is not None:
                of = display.tasks[0].total if total is None else total
                known["count"] = f"{done:,}" if of is None else f"{done:,} of {of:,.0f}"
            display.update(task, description=text, total=total, **known)

        yield show


def _unseen(text: str | None = None, *, done: int | None = None, total: int | None = None) -> None:
    """Show nothing."""
