"""The documentation of the rules, written from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from twilio_ops_codegen.changes.change import Change, Consumer, Severity
from twilio_ops_codegen.changes.classify import changes
from twilio_ops_codegen.changes.example import PATH, sides
from twilio_ops_codegen.changes.left_out import REASON, TITLE
from twilio_ops_codegen.changes.left_out import RULE as LEFT_OUT
from twilio_ops_codegen.changes.registry import Example, Rule
from twilio_ops_codegen.changes.rules import MODULES, RULES

_INTRODUCTION = """\
# Rules of `python -m twilio_ops_codegen changes`

Written by `python -m twilio_ops_codegen changes --rules` from the rules and their examples; do not edit.

Every difference between two catalogs is judged by a rule. A judgement says what the difference does to
each of those who use what is generated; the worst of these is its severity.

| severity | means | from 1.0.0 on | before 1.0.0 |
|--|--|--|--|
| breaking | something fails that worked | major | minor |
| unjudged | something differs that a catalog cannot hold, and may break | major | minor |
| compatible | something can be seen, and all that worked works | minor | patch |
| documentation | something is said in another way | patch | patch |

| consumer | who |
|--|--|
| typed Python code | calls operations, reads records and requests, under a type checker |
| XML request documents | documents that are stored or made elsewhere, and their profiles |
| XML response documents | whatever reads the documents that are answered, and their profiles |
| wire requests | whatever sees the HTTP traffic: allow-lists, proxies, stand-ins, recordings |
| documentation | people who read what is stated, and checked by nothing |

A consumer is told of what it can see, and of nothing else: typed code sees annotations and what is checked
before sending, documents see elements and texts, and a class that only changes its name is no change to them.
One principle judges texts: those that are answered may become fewer, since readers count on what they were
promised, and those that are taken may become more, since senders send what was taken. Typed code makes
records and reads requests, too, so to it a change of an annotation breaks either way. Enums are open: a value
that is not listed is kept and sent, so a further one breaks nobody, and one less takes away a name.
Renames are suggested beside a removal, by likeness of name and type, and never change a judgement.

Differences of several objects that say the same are told once in tables and changelogs; JSON reports
hold each of them. The order in which a catalog or a source document lists things is no fact, and is not
compared: arguments are given by keyword, everything else is found by its name, and request documents may hold
their elements in any order.

Every rule proves itself. `--witness DIR` writes for each change what worked before it (a program, documents,
requests), made of the earlier catalog alone; the tests do so for each example below, on generated packages,
and what is said to break breaks, and what is not works, but for a few effects that only the service has.
The examples are edits of one made-up catalog, given at the end."""


def rulebook() -> str:
    """The rules as a Markdown document."""
    found = {rule.id: [_change(rule, example) for example in rule.examples] for rule in RULES}
    parts = [_INTRODUCTION, "\n".join(_contents(found))]
    for module in MODULES:
        heading = (module.__doc__ or "").strip().splitlines()[0]
        parts.append(f"## {heading}")
        for value in vars(module).values():
            if isinstance(value, Rule):
                parts += _rule(value, found[value.id])
    parts += ["## What is left out", f"### {LEFT_OUT}", TITLE, REASON]
    text = PATH.read_text(encoding="utf-8").rstrip("\n")
    parts.append(f"## The made-up catalog\n\n```yaml\n{text}\n```")
    return "\n\n".join(parts) + "\n"


def _contents(found: Mapping[str, Sequence[Change]]) -> Iterator[str]:
    yield "| rule | severity | what happened |"
    yield "|--|--|--|"
    yield f"| [{LEFT_OUT}](#{LEFT_OUT}) | unjudged | {TITLE} |"
    for rule in RULES:
        severities = " or ".join(_severities(found[rule.id]))
        yield f"| [{rule.id}](#{rule.id}) | {severities} | {rule.title} |"


def _severities(changes: Sequence[Change]) -> list[str]:
    found = {change.severity for change in changes}
    return [severity.word for severity in reversed(Severity) if severity in found]


def _rule(rule: Rule, changes: Sequence[Change]) -> Iterator[str]:
    yield f"### {rule.id}"
    yield rule.title
    yield rule.reason
    for example, change in zip(rule.examples, changes, strict=True):
        yield _example(example, change)


def _example(example: Example, change: Change) -> str:
    lines = ["```diff", f"  {example.place}"]
    lines += [f"- {example.old}"] if example.old is not None else []
    lines += [f"+ {example.new}"] if example.new is not None else []
    lines += ["```", "", f"**{change.severity.word}**: {change.sentence}", ""]
    for consumer in Consumer:
        effect = change.effect(consumer)
        if effect is not None:
            lines.append(f"* {consumer.value}: {effect.text} ({effect.severity.word})")
    return "\n".join(lines)


def _change(rule: Rule, example: Example) -> Change:
    """The first change that the rule finds in its example."""
    return next(change for change in changes(*sides(example)) if change.rule == rule.id)
