"""Every mistake that a component file can hold: where it is, and what was expected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from twilio_ops_components.catalog import objects
from twilio_ops_components.check import check_component

Write = Callable[..., Path]

KINDS = (
    "static, element, document, current_date, relative_date, last_run, last_successful_run, "
    "document_property, property, environment, cache, operation, counter, unique or table"
)
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
    ("operation: {object: Cal}\n", ["1: lacks format; expected format: 1"]),
    ("format: two\n", ["1: format: expected a whole number from 1 on, not 'two'"]),
    (
        "a: 1\nformat: 2\noperation: {object: Cal}\n",
        [
            "2: format: format 2 is newer than this version takes (1); run: pip install --upgrade twilio-ops"
        ],
    ),
    ("format: 1\n", ["1: lacks operation; expected {object: ..., action: ...}"]),
    (
        "format: 1\nlimt: 5\nlimit: x\n",
        [
            "1: lacks operation; expected {object: ..., action: ...}",
            "2: limt: is no setting; expected format, catalog, operation, connection, profiles, input, sid, parent, fields, filters, page_size, limit, parameters, options, archiving, tracking or caching; did you mean limit?",
        ],
    ),
]
SETTINGS = [
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
        CREATE + "{To:, From: b, Body: c}",
        [
            "3: parameters.To:: Create of Message has no To:; did you mean To?",
            "3: parameters: lacks To, which Create of Message needs",
        ],
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
    *(
        (
            GET + f"caching: {{file: a, indexes: {{a: ['{path}']}}}}",
            ["3: caching.indexes.a[0]: expected element names alone, joined by /, such as Call/Sid"],
        )
        for path in ("*/Sid", "Call[1]/Sid", "Call/@x")
    ),
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
    (
        "{object: Call, action: Get}\nlimt: 1",
        [
            "3: limt: is no setting; expected format, catalog, operation, connection, profiles, sid, fields, options, archiving, tracking or caching"
        ],
    ),
    ("{object: Call, action: Query}\nsid: [x]", ["3: sid: Query of Call has no sid; it has parent"]),
    ("{object: Call, action: Get}\nparent: x", ["3: parent: Get of Call has no parent; it has sid"]),
    ("{object: Call, action: Get}\nfilters: x", ["3: filters: Get of Call has no filters"]),
    ("{object: Call, action: Get}\ninput: x", ["3: input: Get of Call has no input"]),
    ("{object: Call, action: Delete}\nfields: x", ["3: fields: Delete of Call has no fields"]),
    ("{object: Call, action: Get, nam: x}", ["2: operation.nam: is no setting; expected object, action or name; did you mean name?"]),
    ("{object: Call, action: Get, name: ''}", ["2: operation.name: expected text, not ''"]),
    (f"{{object: Call, action: Get, name: {'x' * 101}}}", ["2: operation.name: expected letters, digits, _, . and -, at most 100 of them"]),
    (f"{{object: Call, action: Get, name: {'x' * 100}}}", []),
    ("{object: Call}", ["2: operation: lacks action"]),
    ("{object: '', action: Get}", ["2: operation.object: expected an object of the catalog, not ''"]),
    ("{object: Cal, action: Get}", ["2: operation.object: 'Cal' is no object of the catalog; did you mean Call?"]),
    (f"{{object: {'x' * 99}, action: Get}}", [f"2: operation.object: '{'x' * 59} is no object of the catalog; `twilio-ops objects` lists them"]),
    ("{object: Recording, action: Update}", ["2: operation.action: Recording has Get, Query or Delete; not Update"]),
    ("{object: Recording, action: [Get]}", ["2: operation.action: expected Get, Query or Delete, not a list"]),
    (
        "{object: ConnectApp, action: Create}",
        [f"2: operation.action: Create of ConnectApp is refused: {objects()['ConnectApp'].actions['Create'].refused}"],
    ),
    (GET + f"catalog: sha256:{'0' * 32}", []),
    (GET + f"catalog: sha256:{'0' * 33}", ["3: catalog: expected sha256: and 32 hexadecimal digits"]),
    (GET + "connection: a.b-c_1", []),
    (GET + "profiles: {}", []),
    (GET + "options: {return_application_error_responses: false}", []),
    (
        "{object: Call, action: Delete}\noptions: {tracking_direction: output}",
        ["3: options.tracking_direction: is read-only for Delete: input; nothing comes out"],
    ),
    (
        "{object: Call, action: Delete}\ncaching: {file: a, indexes: {a: [b]}}",
        ["3: caching: Delete of Call returns nothing to cache"],
    ),
    (GET + "archiving: {directory: a, enabled: x, secrets: y}", ["3: archiving.enabled: expected true or false, not 'x'", "3: archiving.secrets: expected true or false, not 'y'"]),
    (GET + "fields: [Sdi, {}]", ["3: fields[0]: Call has no field 'Sdi'; did you mean Sid?", "3: fields[1]: expected a field, not a mapping"]),
    (QUERY + "filters: []", []),
    (QUERY + "filters: [{To: {equal: x}}]", ["3: filters[0].To: To has equals; not equal"]),
    (QUERY + "filters: [{Stat: {equals: x}}]", ["3: filters[0].Stat: Call has no filter Stat; did you mean Status or StartTime?"]),
    # What is wrong in a part is all that is told of the whole.
    (GET + "sid: [SM1, {elemnt: a}]", [f"3: sid[1].elemnt: is no kind of value; expected {KINDS}; did you mean element?"]),
    (QUERY + "filters: [{StartTime: {on: [x, {xyz: a}]}}]", [f"3: filters[0].StartTime.on[1].xyz: is no kind of value; expected {KINDS}"]),
    (CREATE + "{Toe: a, From: b, Body: c, To: d}", ["3: parameters.Toe: Create of Message has no Toe; did you mean To?"]),
    (
        "{object: Balance, action: Get}\nparameters: {a: b}",
        ["3: parameters: Get of Balance has no parameters"],
    ),
    (
        "{object: Message, action: Update}\nparameters: {}",
        ["1: lacks sid, as its documents are no requests"],
    ),
    ("{object: Message, action: Update}\nparameters: {}\ninput: request", []),
    ("{object: Message, action: Delete}\ninput: data", ["1: lacks sid, as its documents are no requests"]),
    (
        "{object: Message, action: Create}\ninput: data",
        [
            "1: lacks To, which Create of Message needs",
            "1: lacks one of From or MessagingServiceSid",
            "1: lacks one of Body, MediaUrl or ContentSid",
        ],
    ),
    (
        "{object: Recording, action: Get}\nparameters: {Odd: x}",
        ["3: parameters.Odd: Get of Recording has no Odd; it has IncludeSoftDeleted"],
    ),
]  # fmt: skip


def mistakes(write: Write, text: str) -> list[str]:
    """What is told of a file, each with its line and setting."""
    path = write(text)
    return [str(one).removeprefix(f"{path}:") for one in check_component(path).mistakes]


def test_a_file_without_an_operation(write: Write) -> None:
    """Nothing else of it can be judged."""
    for text, told in WHOLE:
        assert mistakes(write, text) == told, text


def test_a_mistake_is_told_whole(write: Write) -> None:
    """The setting, what is there, and what may be there; nothing else is called wrong."""
    for text, told in SETTINGS:
        assert mistakes(write, f"format: 1\noperation: {text}\n") == told, text
