"""Changes as annotations: GitHub's workflow commands, which show each at its line of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from twilio_ops_codegen.changes.change import Change, Severity

_LEVELS = {Severity.BREAKING: "error", Severity.UNJUDGED: "warning"}


def commands(changes: Iterable[Change], contradictions: Iterable[str]) -> Iterator[str]:
    """Return workflow commands, a change or a contradiction a line."""
    for change in changes:
        yield _command(_LEVELS.get(change.severity, "notice"), _properties(change), change.sentence)
    for text in contradictions:
        yield _command("error", {"title": "Contradiction"}, text)


def _properties(change: Change) -> dict[str, str]:
    place = change.new_location or change.old_location
    where = {} if place is None else {"file": place.file, "line": str(place.line)}
    return {**where, "title": f"{change.rule} {change.fingerprint}"}


def _command(level: str, properties: dict[str, str], text: str) -> str:
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {listed}::{_data(text)}"


def _data(text: str) -> str:
    """Escape what would end a command, or begin another."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
