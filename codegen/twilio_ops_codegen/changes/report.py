"""Changes written down: for the terminal, in Markdown, as JSON for programs, as annotations."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from twilio_ops_codegen.catalog.compact import compact
from twilio_ops_codegen.changes.annotations import commands
from twilio_ops_codegen.changes.change import Change, Consumer, Location, Severity
from twilio_ops_codegen.changes.groups import Group, groups
from twilio_ops_codegen.changes.suppressions import Suppressed
from twilio_ops_codegen.changes.verdict import Version, worst

FORMAT = 2
"""The format of JSON reports."""

NOTHING = "No changes."

_STYLES = {
    Severity.BREAKING: "bold red",
    Severity.UNJUDGED: "bold yellow",
    Severity.COMPATIBLE: "green",
    Severity.DOCUMENTATION: "cyan",
}

_MARKS = {Severity.BREAKING: "! ", Severity.UNJUDGED: "? "}


@frozen(kw_only=True)
class Report:
    """What a comparison found.

    ``base`` is the version that the changes are counted from, if it is known; ``contradictions`` say
    why the release that is announced may not hold them; ``audience`` is the option's word where the
    verdict is narrowed to some consumers.
    """

    old: str
    new: str
    audience: str | None = None
    changes: tuple[Change, ...]
    suppressed: tuple[Suppressed, ...] = ()
    base: Version | None = None
    contradictions: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity | None:
        """The worst severity of the changes that count."""
        return worst(self.changes)

    @property
    def verdict(self) -> str:
        """The verdict in one line."""
        if self.severity is None:
            if self.suppressed:
                return "No changes that count."
            return NOTHING if self.audience is None else f"No changes for {self.audience}."
        counted = ", ".join(
            f"{number} {severity.word}"
            for severity in reversed(Severity)
            if (number := sum(change.severity is severity for change in self.changes))
        )
        whom = "" if self.audience is None else f" for {self.audience}"
        text = f"Verdict{whom}: {self.severity.word} ({counted})."
        if self.base is not None:
            after = self.base.after(self.severity)
            text += f" {self.base} -> {after} ({self.base.step(self.severity)})."
        return text


def to_json(report: Report) -> str:
    """The report as JSON, every change on its own."""
    severity, base = report.severity, report.base
    value = {
        "format": FORMAT,
        "old": report.old,
        "new": report.new,
        "verdict": {
            "for": report.audience,
            "severity": severity.word if severity is not None else None,
            "version": str(base) if base is not None else None,
            "next": str(base.after(severity)) if base is not None else None,
            "step": base.step(severity) if base is not None else None,
            "contradictions": list(report.contradictions),
        },
        "changes": [_plain_change(change) for change in report.changes],
        "suppressed": [
            {
                **_plain_change(found.change),
                "reason": found.by.reason,
                "expires": found.by.expires.isoformat(),
            }
            for found in report.suppressed
        ],
    }
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def to_markdown(report: Report) -> str:
    """The report as Markdown, the same change in several places told once."""
    parts = [report.verdict]
    parts += [f"**Contradiction:** {text}." for text in report.contradictions]
    listed = groups(report.changes)
    for severity in reversed(Severity):
        found = [group for group in listed if group.first.severity is severity]
        if not found:
            continue
        rows = ["| rule | fingerprint | place | old | new | effect |", "|--|--|--|--|--|--|"]
        rows += [_markdown_row(group) for group in found]
        parts += [f"## {severity.word.capitalize()}", "\n".join(rows)]
    if report.suppressed:
        rows = ["| rule | place | reason | expires |", "|--|--|--|--|"]
        rows += [
            _row(one.change.rule, one.change.place, one.by.reason, one.by.expires.isoformat())
            for one in report.suppressed
        ]
        parts += ["## Suppressed", "\n".join(rows)]
    return "\n\n".join(parts) + "\n"


def to_table(report: Report, width: int | None = None, color: bool = False) -> str:
    """The report as tables for a terminal, the same change in several places told once.

    Args:
        report: The report.
        width: The terminal's width in characters; None = 120.
        color: Whether to mark severities with colours.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(
        width=width or 120,
        force_terminal=color,
        color_system="standard" if color else None,
        legacy_windows=False,
        no_color=not color,
        _environ={},
    )
    listed = groups(report.changes)
    with console.capture() as captured:
        for severity in reversed(Severity):
            found = [group for group in listed if group.first.severity is severity]
            if not found:
                continue
            table = Table(
                title=Text(severity.word, style=_STYLES[severity]),
                title_justify="left",
                show_lines=True,
                expand=True,
            )
            for heading, ratio in (("place and rule", 6), ("old", 3), ("new", 3), ("effect", 8)):
                table.add_column(heading, ratio=ratio, overflow="fold")
            for group in found:
                place = f"{group.place}\n{group.first.rule} {_fingerprint(group)}"
                texts = (place, group.old, group.new)
                table.add_row(*map(Text, texts), Text("\n".join(_told(group))))
            console.print(table)
        for one in report.suppressed:
            why = f"{one.by.reason} (until {one.by.expires})"
            console.print(Text(f"suppressed: {one.change.rule} at {one.change.place}: {why}"))
        console.print(Text(report.verdict))
        for text in report.contradictions:
            console.print(Text(f"Contradiction: {text}.", style=_STYLES[Severity.BREAKING]))
    lines = captured.get().splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def to_annotations(report: Report) -> str:
    """The report as GitHub's workflow commands, and the verdict as the last line."""
    lines = commands(report.changes, report.contradictions)
    return "\n".join([*lines, report.verdict]) + "\n"


FORMATS: Mapping[str, Callable[[Report], str]] = {
    "table": to_table,
    "json": to_json,
    "markdown": to_markdown,
    "github": to_annotations,
}


def _plain_change(change: Change) -> dict[str, Any]:
    return {
        "fingerprint": change.fingerprint,
        "rule": change.rule,
        "severity": change.severity.word,
        "object": change.object,
        "action": change.action,
        "place": change.place,
        "old": compact(change.old),
        "new": compact(change.new),
        "sentence": change.sentence,
        "effects": {
            consumer.key: (
                None
                if (effect := change.effect(consumer)) is None
                else {"severity": effect.severity.word, "text": effect.text}
            )
            for consumer in Consumer
        },
        "rename": change.rename,
        "locations": {
            "old": _plain_location(change.old_location),
            "new": _plain_location(change.new_location),
        },
    }


def _plain_location(location: Location | None) -> dict[str, Any] | None:
    return None if location is None else {"file": location.file, "line": location.line}


def _located(change: Change) -> str:
    """Where a change stands, old and new, as editors open it; empty = nowhere."""
    found = [str(place) for place in (change.old_location, change.new_location) if place]
    return " -> ".join(dict.fromkeys(found))


def _same(change: Change) -> str:
    return "move" if change.moved else "rename"


def _told(group: Group) -> list[str]:
    """A group's sentence, its effects a line each, and the suggested rename."""
    lines = [group.sentence.replace("`", "")]
    for consumer in Consumer:
        effect = group.first.effect(consumer)
        if effect is not None:
            mark = _MARKS.get(effect.severity, "  ")
            lines.append(f"{mark}{consumer.value}: {effect.text.replace('`', '')}")
    if group.first.rename is not None and len(group.changes) == 1:
        lines.append(f"? perhaps a {_same(group.first)}: {group.first.rename}")
    if where := _located(group.first):
        lines.append(f"@ {where}")
    return lines


def _markdown_row(group: Group) -> str:
    told = [group.sentence]
    for consumer in Consumer:
        effect = group.first.effect(consumer)
        if effect is not None:
            name = f"**{consumer.value}**" if effect.severity in _MARKS else consumer.value
            told.append(f"{name}: {effect.text}")
    if group.first.rename is not None and len(group.changes) == 1:
        told.append(f"Perhaps a {_same(group.first)}: `{group.first.rename}`")
    if where := _located(group.first):
        told.append(f"`{where}`")
    return _row(
        group.first.rule, _fingerprint(group), group.place, group.old, group.new, "<br>".join(told)
    )


def _fingerprint(group: Group) -> str:
    """The fingerprint of the first change, and how many more there are."""
    others = len(group.changes) - 1
    return group.first.fingerprint + (f" and {others} more" if others else "")


def _row(*cells: str) -> str:
    """A row of a Markdown table; what would end a cell or the row is escaped."""
    texts = (" ".join(cell.replace("|", "\\|").split()) for cell in cells)
    return f"| {' | '.join(texts)} |"
