"""Every mistake that a component file can hold: where it is, and what was expected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from twilio_ops_components.check import check_component

Write = Callable[..., Path]

KINDS = (
    "static, element, document, current_date, relative_date, last_run, last_successful_run, "
    "document_property, property, environment, cache, operation, counter, unique or table"
)
TO = "{object: Message, action: Create}\nparameters:\n  From: b\n  Body: c\n  To: "
GET = "{object: Call, action: Get}\n"
QUERY = "{object: Call, action: Query}\n"
CREATE = "{object: Message, action: Create}\nparameters: "

WHOLE = [
    ("- a\n", ["1: expected a mapping of settings, not a list"]),
    ("format: 1\noperation: text\n", ["2: operation: expected a mapping, not 'text'"]),
    (
        "format: two\noperation: {object: Call, action: Get}\n",
        ["1: format: expected a whole number from 1 on, not 'two'"],
    ),
    (
        "format: 0\noperation: {object: Call, action: Get}\n",
        ["1: format: expected a whole number from 1 on, not '0'"],
    ),
    ("format: 1\noperation: text\n", ["2: operation: expected a mapping, not 'text'"]),
]
OPERATIONS = [
    (
        "{object: [Call], action: Get}",
        ["2: operation.object: expected an object of the catalog, not a list"],
    ),
    (
        "{object: Call, action: ''}",
        ["2: operation.action: expected Get, Query, Create, Update or Delete, not ''"],
    ),
    (
        "{object: Call, action: get}",
        [
            "2: operation.action: Call has Get, Query, Create, Update or Delete; not get; did you mean Get?"
        ],
    ),
    ("{action: Get}", ["2: operation: lacks object"]),
    (
        "{object: Xyzzy, action: Get}",
        [
            "2: operation.object: 'Xyzzy' is no object of the catalog; `twilio-ops objects` lists them"
        ],
    ),
    (
        "{object: Call, action: Get, name: a/b}",
        ["2: operation.name: expected letters, digits, _, . and -, at most 100 of them"],
    ),
    ("{object: Call, action: Get, name: [a]}", ["2: operation.name: expected text, not a list"]),
    (GET + "catalog: abc", ["3: catalog: expected sha256: and 32 hexadecimal digits"]),
    (
        GET + "catalog: {}",
        ["3: catalog: expected a digest, as `twilio-ops new` writes it, not a mapping"],
    ),
    (GET + "connection: a/b", ["3: connection: expected the name of a connection; never a secret"]),
    (GET + "connection:", ["3: connection: expected the name of a connection, not nothing"]),
    (GET + "profiles: {request: a.xsd}", ["3: profiles.request: is no setting; expected response"]),
    (
        GET + "profiles: {response: GetCal.response.xsd}",
        [
            "3: profiles.response: expected GetCall.response.xsd, not 'GetCal.response.xsd'; did you mean GetCall.response.xsd?"
        ],
    ),
    (
        "{object: Call, action: Delete}\ninput: document",
        ["3: input: expected request or data, not 'document'"],
    ),
    (GET + "fields: Sid", ["3: fields: expected a list of fields, not 'Sid'"]),
    (GET + "fields: []", ["3: fields: is empty; leave it out to return all fields"]),
    (
        GET + "fields: [Xyzzy]",
        [
            "3: fields[0]: Call has no field 'Xyzzy'; it has Sid, DateCreated, DateUpdated, ParentCallSid, AccountSid, To, ToFormatted, From, FromFormatted, PhoneNumberSid, Status, StartTime, EndTime, Duration, Price, PriceUnit, Direction, AnsweredBy, ApiVersion, ForwardedFrom, GroupSid, CallerName, QueueTime, TrunkSid, Uri, SubresourceUris, Annotation, FormattedTo, FormattedFrom"
        ],
    ),
    (
        GET + "fields: [Sid, Sid, {a: b}]",
        ["3: fields[1]: Sid is there twice", "3: fields[2]: expected a field, not a mapping"],
    ),
    (
        QUERY + "filters: {To: {equals: a}}",
        ["3: filters: expected a list of filters, not a mapping"],
    ),
    (
        QUERY + "filters: [To]",
        ["3: filters[0]: expected a mapping of one filter, such as {To: {equals: ...}}, not 'To'"],
    ),
    (
        QUERY + "filters: [{To: {equals: a}, From: {equals: b}}]",
        ["3: filters[0]: expected a mapping of one filter, such as {To: {equals: ...}}"],
    ),
    (
        QUERY + "filters: [{Xyzzy: {equals: a}}]",
        [
            "3: filters[0].Xyzzy: Call has no filter Xyzzy; it has To, From, ParentCallSid, Status, StartTime or EndTime"
        ],
    ),
    (
        QUERY + "filters: [{To: a}]",
        ["3: filters[0].To: expected an operator (equals) and a value, not 'a'"],
    ),
    (QUERY + "filters: [{To: {}}]", ["3: filters[0].To: To has equals; not nothing"]),
    (
        QUERY + "filters: [{StartTime: {before: a, after: b}}]",
        ["3: filters[0].StartTime: StartTime has before, on, after; not before or after"],
    ),
    (QUERY + "limit: -1", ["3: limit: expected a whole number from 0 on, not '-1'"]),
    (
        QUERY + "page_size: '50 '",
        ["3: page_size: expected a whole number from 1 to 1000, not '50 '"],
    ),
    (QUERY + "parent: {xyz: 1}", [f"3: parent.xyz: is no kind of value; expected {KINDS}"]),
    (
        "{object: Account, action: Query}\nparent: AC1",
        ["3: parent: 'AC1' is not nothing (no Sid is taken): it has 1 part"],
    ),
    (
        "{object: AvailablePhoneNumberLocal, action: Query}",
        [
            "2: operation.object: 'AvailablePhoneNumberLocal' is no object of the catalog; did you mean AvailablePhoneNumberNational or AvailablePhoneNumberMobile?"
        ],
    ),
    (
        "{object: CallNotification, action: Query}\nfilters: [{Xyzzy: {equals: a}}]",
        ["3: filters[0].Xyzzy: CallNotification has no filter Xyzzy; it has Log or MessageDate"],
    ),
    (
        CREATE + "[a]",
        [
            "3: parameters: expected values by parameter, not a list",
            "3: parameters: lacks To, which Create of Message needs",
            "3: parameters: lacks one of From or MessagingServiceSid",
            "3: parameters: lacks one of Body, MediaUrl or ContentSid",
        ],
    ),
    (
        CREATE + "{To: a, From: b, Body: {each: [a]}}",
        [f"3: parameters.Body.each: is no kind of value; expected {KINDS}; did you mean cache?"],
    ),
    (
        CREATE + "{To: a, From: b, Body: {elements: {A: b}}}",
        [
            f"3: parameters.Body.elements: is no kind of value; expected {KINDS}; did you mean element?"
        ],
    ),
    (
        CREATE + "{To: a, From: b, MediaUrl: {each: x}}",
        ["3: parameters.MediaUrl.each: expected a list of values, not 'x'"],
    ),
    (
        CREATE + "{To: a, From: b, MediaUrl: {each: [x], more: y}}",
        ["3: parameters.MediaUrl.more: is no setting beside each"],
    ),
    (CREATE + "{To: [], From: b, Body: c}", ["3: parameters.To: expected at least one value"]),
    (
        CREATE + "{To: {static: [a]}, From: b, Body: c}",
        ["3: parameters.To.static: expected text or a mapping of text"],
    ),
    (
        CREATE + "{To:, From: b, Body: c}",
        [
            "3: parameters.To:: Create of Message has no To:; did you mean To?",
            "3: parameters: lacks To, which Create of Message needs",
        ],
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
    (GET + "options: [a]", ["3: options: expected a mapping, not a list"]),
    (
        GET + "options: {stop_on: any, stop: any}",
        [
            "3: options.stop: is no setting; expected return_application_error_responses, stop_on or tracking_direction; did you mean stop_on?"
        ],
    ),
    (
        GET + "options: {return_application_error_responses: 'true'}",
        ["3: options.return_application_error_responses: expected true or false, not 'true'"],
    ),
    (
        GET + "options: {tracking_direction: inputs}",
        [
            "3: options.tracking_direction: expected input or output, not 'inputs'; did you mean input?"
        ],
    ),
    (GET + "archiving: archive", ["3: archiving: expected a mapping, not 'archive'"]),
    (GET + "archiving: {directory: [a]}", ["3: archiving.directory: expected text, not a list"]),
    (
        GET + "archiving: {dir: a}",
        [
            "3: archiving.dir: is no setting; expected directory, secrets or enabled",
            "3: archiving: lacks directory",
        ],
    ),
    (GET + "tracking: [a]", ["3: tracking: expected values by label, not a list"]),
    (GET + "tracking: {a: []}", ["3: tracking.a: expected at least one value"]),
    (
        GET + "tracking: {a: {xyz: b}}",
        [
            "3: tracking.a.xyz: is no kind of value; expected static, element, output, document, current_date, relative_date, last_run, last_successful_run, document_property, property, environment, cache, operation, counter, unique or table"
        ],
    ),
    (GET + "caching: {file: a}", ["3: caching: lacks indexes"]),
    (GET + "caching: {indexes: {a: [b]}}", ["3: caching: lacks file"]),
    (GET + "caching: {file: a, indexes: {}}", ["3: caching.indexes: expected at least one index"]),
    (
        GET + "caching: {file: a, indexes: {a: []}}",
        ["3: caching.indexes.a: expected at least one element path"],
    ),
    (
        GET + "caching: {file: a, indexes: {a: b}}",
        ["3: caching.indexes.a: expected a list of element paths, not 'b'"],
    ),
    (
        GET + "caching: {file: a, indexes: {a: ['/x/']}}",
        [
            "3: caching.indexes.a[0]: expected element names joined by /, such as Customer/Phone; of several elements Item[2] is the second, and @id at the end is an attribute"
        ],
    ),
    (
        GET + "caching: {file: a, indexes: {a: [[b]]}}",
        ["3: caching.indexes.a[0]: expected an element path, not a list"],
    ),
    (
        GET + "caching: {file: a, indexes: [a]}",
        ["3: caching.indexes: expected element paths by index, not a list"],
    ),
    (
        GET + "caching: {file: a, indexes: {a: [b], a: [c]}}",
        ["3: caching.indexes.a: is there twice"],
    ),
    (
        "{object: Call, action: Delete}\nsid: a\nparent: b",
        [
            "3: sid: 'a' is not [AccountSid:]CallSid (AC…:CA…)",
            "4: parent: Delete of Call has no parent; it has sid",
        ],
    ),
    (
        "{object: ConferenceParticipant, action: Update}\nsid: a",
        ["3: sid: 'a' is not [AccountSid:]ConferenceSid:CallSid (AC…:CF…:CA…): it has 1 part"],
    ),
]


def mistakes(write: Write, text: str) -> list[str]:
    """What is told of a file, each with its line and setting."""
    path = write(text)
    return [str(one).removeprefix(f"{path}:") for one in check_component(path).mistakes]


@pytest.mark.parametrize(("text", "told"), WHOLE)
def test_a_file_without_an_operation(write: Write, text: str, told: list[str]) -> None:
    """Nothing else of it can be judged."""
    assert told == mistakes(write, text)


@pytest.mark.parametrize(("text", "told"), OPERATIONS)
def test_a_mistake_is_told_whole(write: Write, text: str, told: list[str]) -> None:
    """The setting, what is there, and what may be there; nothing else is called wrong."""
    assert told == mistakes(write, f"format: 1\noperation: {text}\n")
