"""Which account a command asks: the environment's, a named one's, or an emulator's."""

from __future__ import annotations

import os
import stat
import tomllib
from collections.abc import Callable, Generator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from twilio_ops import Connection
from twilio_ops_codegen.commands.base import Failure, needs_extra

KEYS = ("account_sid", "auth_token", "api_key", "api_secret", "region", "edge", "base_url")
SECRETS = ("auth_token", "api_secret")
_Function = TypeVar("_Function", bound=Callable[..., Any])


def connection_options(function: _Function) -> _Function:
    """Give a command ``--connection NAME`` and ``--emulator``."""
    options = (
        click.option(
            "--connection",
            "account",
            metavar="NAME",
            help="A connection of connections.toml (default: the environment's).",
        ),
        click.option(
            "--emulator", is_flag=True, help="Ask an emulator in this process; it begins empty."
        ),
    )
    for option in reversed(options):
        function = option(function)
    return function


@contextmanager
def opened(name: str | None, emulator: bool) -> Generator[Connection]:
    """Open the connection that was asked for, and close it at the end.

    Args:
        name: One of connections.toml; None = the environment's.
        emulator: Whether to ask an emulator instead.

    Raises:
        Failure: The settings are missing, readable by others, or cannot work.
    """
    from twilio_ops import ConfigurationError

    if emulator:
        if name is not None:
            raise Failure("--connection and --emulator: only one of them can be asked")
        from twilio_ops_emulator import Emulator

        with Emulator() as service, service.connection() as connection:
            yield connection
        return
    try:
        found = Connection.from_env() if name is None else named(name, connections_file())
    except ConfigurationError as error:
        hint = "" if name else "; or name a connection with --connection, or give --emulator"
        raise Failure(f"{error}{hint}") from None
    with found as connection:
        yield connection


def connections_file() -> Path:
    """Return where named connections are: ``twilio-ops/connections.toml`` in the user's settings."""
    try:
        from platformdirs import user_config_path
    except ModuleNotFoundError:
        raise needs_extra("cli", "platformdirs") from None
    return user_config_path("twilio-ops", appauthor=False) / "connections.toml"


def named(name: str, path: Path) -> Connection:
    """Open a connection of a file.

    Args:
        name: Its table in the file.
        path: The file; only its owner may read it.

    Raises:
        Failure: There is no such file or table, others can read the file, or a row is not known.
    """
    try:
        mode = path.stat().st_mode
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise Failure(f"{path}: there is no such file, and so no connection {name!r}") from None
    except UnicodeDecodeError:
        raise Failure(f"{path}: is not UTF-8 text") from None
    if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise Failure(f"{path}: others can read it: run `chmod 600 {path}`")
    try:
        tables: dict[str, Any] = tomllib.loads(text)
    except ValueError as error:
        # Only the place: the error's own text may quote what stands there.
        place = str(error).partition("(")[2].rstrip(")")
        if not isinstance(error, tomllib.TOMLDecodeError):
            place = "a number is too long"
        raise Failure(f"{path}: is not TOML ({place})") from None
    value = tables.get(name)
    if not isinstance(value, dict):
        known = ", ".join(sorted(tables)) or "none"
        raise Failure(f"{path}: has no connection {name!r}; it has {known}")
    rows = cast("dict[str, Any]", value)
    for key, row in rows.items():
        if key not in KEYS:
            raise Failure(f"{path}: {name}.{key}: is not known; expected {', '.join(KEYS)}")
        if not isinstance(row, str):
            raise Failure(f"{path}: {name}.{key}: expected text")
    if "account_sid" not in rows:
        raise Failure(f"{path}: {name}.account_sid: is missing")
    settings: dict[str, Any] = {
        key: _secret(row, f"{path}: {name}.{key}") if key in SECRETS else row
        for key, row in rows.items()
    }
    return Connection(**settings)


def _secret(text: str, place: str) -> str:
    """What a secret's row stands for: itself, ``env:VARIABLE`` or ``keyring:SERVICE/USER``."""
    scheme, colon, reference = text.partition(":")
    if colon and scheme == "env":
        found: str | None = os.environ.get(reference)
    elif colon and scheme == "keyring":
        try:
            keyring = cast("Any", import_module("keyring"))
        except ModuleNotFoundError:
            raise needs_extra("keyring", "keyring") from None
        service, _, user = reference.rpartition("/")
        found = keyring.get_password(service, user)
    else:
        return text
    if not found:
        raise Failure(f"{place}: {scheme}:{reference} holds nothing")
    return found
