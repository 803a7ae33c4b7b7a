"""Every mistake that a value in a component file can hold: where it is, and what was expected."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from twilio_ops_components.check import check_component

Write = Callable[..., Path]

KINDS = (
    "static, element, document, current_date, relative_date, last_run, last_successful_run, "
    "document_property, property, environment, cache, operation, counter, unique or table"
)
TO = "{object: Message, action: Create}\nparameters:\n  From: b\n  Body: c\n  To: "
CREATE = "{object: Message, action: Create}\nparameters: "

VALUES = [
    (
        CREATE + "{To: {static: [a]}, From: b, Body: c}",
        ["3: parameters.To.static: expected text or a mapping of text"],
    ),
    (CREATE + "{To: {static: {}}, From: b, Body: c}", ["3: parameters.To.static: lacks text"]),
    (
        TO + "{a: 1, b: 2}",
        [f"6: parameters.To: expected text, or a mapping of {KINDS}; not a mapping of several"],
    ),
    (
        TO + "{output: A/B}",
        ["6: parameters.To.output: only a tracked field can take what comes out"],
    ),
    (
        TO + "{elemnt: a}",
        [f"6: parameters.To.elemnt: is no kind of value; expected {KINDS}; did you mean element?"],
    ),
    (
        TO + "{element: {path: A, defalt: b}}",
        [
            "6: parameters.To.element.defalt: is no setting; expected path or default; did you mean default?"
        ],
    ),
    (TO + "{element: {default: b}}", ["6: parameters.To.element: lacks path"]),
    (
        TO + "{element: {path: A, default: [b]}}",
        ["6: parameters.To.element.default: expected text, not a list"],
    ),
    (
        TO + "{element: [A]}",
        ["6: parameters.To.element: expected text or a mapping of path, default"],
    ),
    (TO + "{document: 'true'}", ["6: parameters.To.document: expected true"]),
    (TO + "{document: false}", ["6: parameters.To.document: expected true"]),
    (TO + "{document: {a: b}}", ["6: parameters.To.document.a: is no setting; there is none here"]),
    (TO + "{unique: false}", ["6: parameters.To.unique: expected true"]),
    (TO + "{unique: [x]}", ["6: parameters.To.unique: expected true"]),
    (
        TO + "{current_date: [a]}",
        ["6: parameters.To.current_date: expected text, true or a mapping of mask"],
    ),
    (
        TO + "{relative_date: true}",
        ["6: parameters.To.relative_date: expected a mapping of before, after, unit, mask"],
    ),
    (
        TO + "{relative_date: {before: 1, after: 2, unit: days}}",
        ["6: parameters.To.relative_date: expected either before or after"],
    ),
    (
        TO + "{relative_date: {before: x, unit: days}}",
        [
            "6: parameters.To.relative_date.before: expected a whole number from 0 to 1000000000000, not 'x'"
        ],
    ),
    (
        TO + "{relative_date: {before: 1, unit: day}}",
        [
            "6: parameters.To.relative_date.unit: expected years, months, weeks, days, hours, minutes or seconds, not 'day'; did you mean days?"
        ],
    ),
    (
        TO + "{relative_date: {unit: days}}",
        ["6: parameters.To.relative_date: expected either before or after"],
    ),
    (TO + "{relative_date: {before: 1}}", ["6: parameters.To.relative_date: lacks unit"]),
    (
        TO + "{last_run: {first: never}}",
        ["6: parameters.To.last_run: 'never' is neither YYYY-MM-DD HH:MM:SS nor YYYY-MM-DD"],
    ),
    (
        TO + "{last_run: {mask: q}}",
        [
            "6: parameters.To.last_run: mask: 'q' is not known; expected yyyy, yy, MM, dd, HH, hh, mm, ss, DDD, Z, XXX, MMMM, MMM, EEEE, EEE, a, SSS, other text in '...', or strftime's %"
        ],
    ),
    (TO + "{counter: {start: 1}}", ["6: parameters.To.counter: lacks name"]),
    (TO + "{counter: ''}", ["6: parameters.To.counter: expected text, not ''"]),
    (
        TO + "{counter: {name: a, start: -1}}",
        [
            "6: parameters.To.counter.start: expected a whole number from 0 to 1000000000000, not '-1'"
        ],
    ),
    (
        TO + "{counter: {name: a, start: 99999999999999999999}}",
        [
            "6: parameters.To.counter.start: expected a whole number from 0 to 1000000000000, not '99999999999999999999'"
        ],
    ),
    (TO + "{document_property: {}}", ["6: parameters.To.document_property: lacks name"]),
    (
        TO + "{property: [a]}",
        ["6: parameters.To.property: expected text or a mapping of name, default"],
    ),
    (TO + "{environment: {}}", ["6: parameters.To.environment: lacks name"]),
    (
        TO + "{table: {file: t.csv}}",
        ["6: parameters.To.table: lacks match", "6: parameters.To.table: lacks column"],
    ),
    (
        TO + "{table: {file: t.csv, match: {}, column: b}}",
        ["6: parameters.To.table.match: expected at least one value"],
    ),
    (
        TO + "{table: {file: t.csv, match: [a], column: b}}",
        ["6: parameters.To.table.match: expected values by name, not a list"],
    ),
    (
        TO + "{table: {file: t.csv, match: {a: {xyz: 1}}, column: b}}",
        [f"6: parameters.To.table.match.a.xyz: is no kind of value; expected {KINDS}"],
    ),
    (
        TO + "{cache: {file: c.db, index: a, keys: [], element: A/B}}",
        ["6: parameters.To.cache.keys: expected at least one value"],
    ),
    (
        TO + "{cache: {file: c.db, index: a, keys: b, element: A/B}}",
        ["6: parameters.To.cache.keys: expected a list of values, not 'b'"],
    ),
    (
        TO + "{cache: {file: c.db, index: a, keys: [{}], element: A/B}}",
        [
            f"6: parameters.To.cache.keys[0]: expected text, or a mapping of {KINDS}; not an empty mapping"
        ],
    ),
    (TO + "{operation: {file: o.yaml}}", ["6: parameters.To.operation: lacks element"]),
    (
        TO + "{operation: {file: '', element: A/B}}",
        ["6: parameters.To.operation.file: expected text, not ''"],
    ),
    (
        TO + "{each: [a]}",
        [f"6: parameters.To.each: is no kind of value; expected {KINDS}; did you mean cache?"],
    ),
    (CREATE + "{To: a, From: b, MediaUrl: {each: [x, {xyz: y}, {zyx: z}]}}", [
        f"3: parameters.MediaUrl.each[{at}].{word}: is no kind of value; expected {KINDS}" for at, word in ((1, "xyz"), (2, "zyx"))
    ]),
    (CREATE + "{To: a, From: b, MediaUrl: {each: []}}", []),
    (CREATE + "{To: a, From: b, MediaUrl: [x, y]}", []),
    (TO + "''", []),
    (TO + "[a, [b]]", [f"6: parameters.To[1]: expected text, or a mapping of {KINDS}; not a list"]),
    (TO + "{output: A/B, x: y}", [f"6: parameters.To: expected text, or a mapping of {KINDS}; not a mapping of several"]),
    (TO + "{unique: true}", []),
    (TO + "{unique: {}}", []),
    (TO + "{unique: 'true'}", ["6: parameters.To.unique: expected true"]),
    (TO + "{current_date: true}", []),
    (TO + "{current_date: 'true'}", ["6: parameters.To.current_date: mask: 't' is not known; expected yyyy, yy, MM, dd, HH, hh, mm, ss, DDD, Z, XXX, MMMM, MMM, EEEE, EEE, a, SSS, other text in '...', or strftime's %"]),
    (TO + "{element: true}", []),
    (TO + "{last_run: x}", ["6: parameters.To.last_run: expected true or a mapping of mask, first"]),
    (TO + "{counter: {name: a, width: x, start: y}}", [
        f"6: parameters.To.counter.{name}: expected a whole number from 0 to 1000000000000, not '{value}'" for name, value in (("width", "x"), ("start", "y"))
    ]),
    (TO + "{counter: {name: a, start: 1000000000000}}", []),
    (TO + "{counter: {name: a, start: 1000000000001}}", ["6: parameters.To.counter.start: expected a whole number from 0 to 1000000000000, not '1000000000001'"]),
    (TO + "{static: ''}", []),
    (TO + "{static: {text: ''}}", []),
    (TO + "{element: {path: A, default: ''}}", []),
    (TO + "{element: ''}", ["6: parameters.To.element: expected text, not ''"]),
    (TO + "{property: {name: '', default: x}}", ["6: parameters.To.property.name: expected text, not ''"]),
    (TO + "{cache: {file: c.db, index: a, keys: [{xyz: a}, b], element: A/B}}", [f"6: parameters.To.cache.keys[0].xyz: is no kind of value; expected {KINDS}"]),
    (TO + "{cache: {file: c.db, index: a, keys: [x], element: A//B}}", ["6: parameters.To.cache: expected element names joined by /, such as Customer/Phone; of several elements Item[2] is the second, and @id at the end is an attribute"]),
    (TO + "{operation: {file: [a], element: A}}", ["6: parameters.To.operation.file: expected text, not a list"]),
    *(
        ("{object: Stream, action: Create}\ninput: request\nparameters:\n  Parameter: " + text, told)
        for text, told in (
            ("{elements: {Name: a, Value: b}}", []),
            ("{each: [{elements: {Name: a, Value: {each: [b, c]}}}]}", []),
            ("{each: []}", []),
            ("text", ["5: parameters.Parameter: expected {elements: {Name: ..., Value: ...}} for each"]),
            ("{elements: {Name: a}}", ["5: parameters.Parameter: expected {elements: {Name: ..., Value: ...}} for each"]),
            ("{elements: {Name: a, Value: b, More: c}}", ["5: parameters.Parameter: expected {elements: {Name: ..., Value: ...}} for each"]),
            ("{each: [{elements: {Name: a, Value: b}}, x]}", ["5: parameters.Parameter: expected {elements: {Name: ..., Value: ...}} for each"]),
            ("{elements: x}", ["5: parameters.Parameter.elements: expected values by element, not 'x'"]),
            ("{elements: {}}", ["5: parameters.Parameter.elements: expected at least one element"]),
            ("{elements: {1a: b, Value: c}}", ["5: parameters.Parameter.elements.1a: is no name of an element"]),
            (f"{{elements: {{{'a' * 201}: b, Value: c}}}}", [f"5: parameters.Parameter.elements.{'a' * 201}: is no name of an element"]),
            ("{elements: {Name: {xyz: a}, Value: c}}", [f"5: parameters.Parameter.elements.Name.xyz: is no kind of value; expected {KINDS}"]),
            ("{elements: {Name: a, Value: b}, more: c}", ["5: parameters.Parameter.more: is no setting beside elements"]),
        )
    ),
    *(
        ("{object: Payments, action: Create}\ninput: request\nparameters:\n  Parameter: " + text, told)
        for text, told in (
            ("text", []),
            ("{elements: {a: b, c-d.e: {elements: {f: g}}}}", []),
            (f"{{elements: {{{'a' * 200}: b}}}}", []),
            ("{each: [a]}", [f"5: parameters.Parameter.each: is no kind of value; expected {KINDS}; did you mean cache?"]),
        )
    ),
]  # fmt: skip


def test_a_value_that_is_none_is_told_whole(write: Write) -> None:
    """Where it stands, what is there, and what may be there; what is right is not told."""
    for text, told in VALUES:
        path = write(f"format: 1\noperation: {text}\n")
        found = [
            str(one).removeprefix(f"{path}:")
            for one in check_component(path).mistakes
            if not re.search("is not there yet|cannot be read: no such file", str(one))
        ]
        assert found == told, text
