"""Values that were taken: as Python source, and as the texts of documents.

Of each type there is at least one value, and of a type that lists what it takes, several: all
prefixes, both bounds, the first members of an enum. So what is no longer taken is among them; a change
of one member looks at that member.
"""

from __future__ import annotations

from twilio_ops_codegen.catalog.bounds import bounds
from twilio_ops_codegen.catalog.model import Type
from twilio_ops_codegen.catalog.patterns import example
from twilio_ops_codegen.emit.literal import literal
from twilio_ops_codegen.emit.objects import ObjectView
from twilio_ops_codegen.emit.samples import HEX

LARGE = 10**9
"""A number beyond any bound that a service states."""
DEEPEST = 3
"""How many structs may stand in each other."""
MEMBERS = 3
"""How many members of an enum, or pairs, are shown; there may be hundreds: a person reads a witness."""
_TIMES = {"iso8601": "2012-09-17T01:13:42Z", "rfc2822": "Mon, 17 Sep 2012 01:13:42 +0000"}
_TEXTS = {"phone-number": "+13115556789", "uri": "https://example.com/resource"}


def in_python(row: Type, view: ObjectView, *, sent: bool, depth: int = 0) -> list[str]:
    """Python source of values that typed code gives: for a record, or to be sent."""
    kind = row.type
    if kind == "decimal":
        return ['Decimal("1.5")', *(["2"] if sent else [])]
    if kind == "boolean":
        return ["True"]
    if kind == "date":
        offset = [str(literal("-30days"))] if sent and row.format == "relative" else []
        return ["date(2012, 9, 17)", *offset]
    if kind == "datetime":
        return ["datetime(2012, 9, 17, 1, 13, 42, tzinfo=UTC)"]
    if kind == "enum":
        enum = next(one for one in view.enums if one.key == row.enum)
        members = [f"{enum.name}.{member}" for member, _ in enum.members[:MEMBERS]]
        return [*members, literal("a word of its own")] if sent else members
    if kind == "struct":
        record = next(one for one in view.records if one.struct == row.struct)
        given = record.fields[: 0 if depth >= DEEPEST else None]
        pairs = [
            f"{field.name}={in_python(field.row, view, sent=sent, depth=depth + 1)[0]}"
            for field in given
        ]
        needed = [
            pair
            for pair, field in zip(pairs, given, strict=True)
            if field.row.required or field is given[0]
        ]
        values = [f"{record.name}({', '.join(each)})" for each in (pairs, needed)]
        return list(dict.fromkeys(values)) if sent else values[:1]
    if kind == "collapsible_map":
        return ['{"name": {"key": "value"}}']
    if kind == "pairs":
        count = row.count or 1
        if count > MEMBERS:
            return [f'{{f"name{{number}}": "value" for number in range({count})}}']
        return [literal({f"name{number}": "value" for number in range(count)})]
    if kind == "any":
        return ['{"name": 1}', '"any value"'] if not sent else ['"any value"']
    if kind == "uri_map":
        return ['{"related": "https://example.com/resource"}']
    if row.items is not None:
        items = in_python(row.items, view, sent=sent, depth=depth + 1)
        if kind == "map":
            return [f'{{"related": {items[0]}}}']
        return [f"[{', '.join(items)}]" if sent else f"({', '.join(items)},)"]
    if kind == "integer":
        return _whole(row, sent)
    texts = [literal(text) for text in as_text(row, view)]
    return [f"Sid({text})" for text in texts] if kind == "sid" and not sent else list(texts)


def plain(row: Type, view: ObjectView) -> list[str]:
    """Python source of values that are sent, without the names of any class."""
    if row.type in ("enum", "struct"):
        return [str(literal(text)) for text in as_text(row, view)]
    return in_python(row, view, sent=True)


def as_text(row: Type, view: ObjectView) -> list[str]:
    """Texts of a value in a document, or none of a value that is more than one text."""
    kind = row.type
    if kind == "decimal":
        return ["1.5", "2"]
    if kind == "integer":
        return _whole(row, True)
    if kind == "boolean":
        return ["true", "false"]
    if kind == "date":
        return ["2012-09-17", *(["-30days"] if row.format == "relative" else [])]
    if kind == "datetime":
        return [_TIMES[row.format or "iso8601"]]
    if kind == "sid":
        return [prefix + HEX for prefix in row.prefixes or ("XY",)]
    if kind == "enum":
        return [*view.row.enums[row.enum or ""][:MEMBERS], "a word of its own"]
    if kind == "string":
        if row.format in _TEXTS:
            return [_TEXTS[row.format]]
        return [example(row.pattern) if row.pattern else "text & more"]
    return []


def _whole(row: Type, sent: bool) -> list[str]:
    low, high = bounds(row.type, row.minimum, row.maximum) if sent else (None, None)
    if not sent:
        return ["1"]
    return [str(int(-LARGE if low is None else low)), str(int(LARGE if high is None else high))]
