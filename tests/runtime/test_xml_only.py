"""A service that speaks XML alone: typed records are read from it as from JSON."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from acme_ledger.api.balance import Balance, GetBalance
from acme_ledger.api.entry import (
    CreateEntry,
    DeleteEntry,
    Entry,
    EntryKind,
    EntryOrigin,
    EntryParty,
    GetEntry,
    QueryEntry,
    UpdateEntry,
)
from in_memory import Service

from twilio_ops_runtime.errors import (
    FilterError,
    MalformedAnswer,
    OutcomeUnknown,
    ParameterError,
    RequestRejected,
)

ENTRY = "EN" + "7b" * 16
CHILDREN = f"""<Sid>{ENTRY}</Sid><ClientSid/><Booked>2012-09-17</Booked>
<EnteredAt>Mon, 17 Sep 2012 01:13:42 +0000</EnteredAt><SettledAt>2012-09-17T01:13:42Z</SettledAt>
<Kind>carried-over</Kind><Amount>-1.50</Amount><Lines>2</Lines><Cleared>true</Cleared>
<Text> a &amp; b </Text><Pin>0042</Pin><Tags><Tag>x</Tag><Tag>y</Tag></Tags>
<Parties><Party><Name>n</Name><Share>0.5</Share></Party><Party><Name>m</Name></Party></Parties>
<Origin><Branch>b</Branch><Day>2012-09-16</Day></Origin><Rates><Entry><Key>EUR</Key><Value>1.10</Value></Entry></Rates>
<Extra><A>1</A></Extra><RelatedUris><Receipts>/r</Receipts></RelatedUris><New>7</New>"""


def answer(service: Service, content: str, status: int = 200) -> Service:
    return service.xml(content, status, root="LedgerAnswer")


def test_a_record_has_values_of_every_type(service: Service):
    """Each type of field is read from its element; XML is what is asked for."""
    answer(service, f"<Entry>{CHILDREN}</Entry>")
    entry = GetEntry(service.connection)(ENTRY, book="main", as_of=date(2012, 9, 30))
    instant = datetime(2012, 9, 17, 1, 13, 42, tzinfo=UTC)
    assert (ENTRY, None, date(2012, 9, 17)) == (entry.sid, entry.client_sid, entry.booked)
    assert instant == entry.entered_at == entry.settled_at
    assert entry.kind is EntryKind.CARRIED_OVER
    assert (Decimal("-1.50"), 2, True) == (entry.amount, entry.lines, entry.cleared)
    assert (" a & b ", "0042", ("x", "y")) == (entry.text, entry.pin, entry.tags)
    assert (EntryParty(name="n", share=Decimal("0.5")), EntryParty(name="m")) == entry.parties
    assert EntryOrigin(branch="b", day=date(2012, 9, 16)) == entry.origin
    assert {"EUR": Decimal("1.10")} == entry.rates
    assert ({"A": "1"}, {"receipts": "/r"}) == (entry.extra, entry.related_uris)
    assert "application/xml" == service.last.headers["Accept"]
    assert [("Book", "main"), ("AsOf", "2012-09-30")] == service.query
    assert "0042" not in repr(entry)


def test_a_choice_of_fields_leaves_the_others_unset(service: Service):
    """As with JSON; what the catalog does not know is kept when that is wished."""
    answer(service, f"<Entry>{CHILDREN}</Entry>")
    few = GetEntry(service.connection, fields=["Amount", "tags"])(ENTRY, book="main")
    assert ["amount", "tags"] == [f.name for f in Entry.spec.fields if few.is_set(f.name)]
    whole = GetEntry(service.connection, unknown=True)(ENTRY, book="main")
    assert {"new": "7"} == dict(whole.unknown)


def test_pages_are_read_as_they_are_used(service: Service):
    """Page after page, by the attribute of the list; a limit ends it."""
    one = f"<Entry>{CHILDREN}</Entry>"
    answer(service, f'<Entries nextpageuri="/v3/2">{one}{one}</Entries>')
    answer(service, f"<Entries>{one}</Entries>")
    query = QueryEntry(
        service.connection,
        filters=[QueryEntry.book.equals("main"), QueryEntry.booked.after("2012-09-01")],
        page_size=2,
    )
    assert 3 == len(list(query()))
    assert ["/v3/Clients", "/v3/2"] == [
        r.path[:11] if i == 0 else r.path for i, r in enumerate(service.requests)
    ]


def test_records_that_lie_outside_are_left_out(service: Service):
    """The API takes whole days; what is compared here is the element of each record."""
    early = CHILDREN.replace("<Booked>2012-09-17", "<Booked>2012-09-01")
    answer(service, f"<Entries><Entry>{early}</Entry><Entry>{CHILDREN}</Entry></Entries>")
    filters = [QueryEntry.book.equals("main"), QueryEntry.booked.after("2012-09-01")]
    found = list(QueryEntry(service.connection, filters=filters)())
    assert [date(2012, 9, 17)] == [entry.booked for entry in found]


def test_required_filters_and_parameters_are_missed_before_anything_is_sent(service: Service):
    """A filter, a parameter of the query, a header and one of a group."""
    account = service.connection
    with pytest.raises(FilterError, match="Booked"):
        list(QueryEntry(account, filters=[QueryEntry.book.equals("main")])())
    with pytest.raises(FilterError, match="the API has no before"):
        QueryEntry.booked.before("2012-09-01")
    with pytest.raises(ParameterError, match="Book"):
        GetEntry(account).run(ENTRY)
    with pytest.raises(ParameterError, match="Until"):
        list(GetBalance(account).run("EUR"))
    with pytest.raises(ParameterError, match="Debit, Credit"):
        CreateEntry(account)(book="main", x_teller="t")
    assert [] == service.requests


def test_a_day_without_its_own_operator_is_asked_for_by_the_bounds_there_are(service: Service):
    """No bound goes out that the API does not have; the rest is compared here."""
    answer(service, f"<Entries><Entry>{CHILDREN}</Entry></Entries>")
    filters = [QueryEntry.book.equals("main"), QueryEntry.booked.on("2012-09-17")]
    assert 1 == len(list(QueryEntry(service.connection, filters=filters)()))
    assert [("Book", "main"), ("Booked>", "2012-09-16")] == service.query
    filters = [QueryEntry.book.equals("main"), QueryEntry.booked.on("2012-09-18")]
    assert [] == list(QueryEntry(service.connection, filters=filters)())


def test_what_is_written_goes_where_the_catalog_says(service: Service):
    """Query, header and form of one Create; its answer is a record."""
    answer(service, f"<Entry>{CHILDREN}</Entry>", 201)
    made = CreateEntry(service.connection)(
        book="main", x_teller="t", credit=Decimal("1.5"), tag=["x", "y"], pin="0042"
    )
    assert ENTRY == made.sid
    assert [("Book", "main")] == service.query
    assert "t" == service.last.headers["X-Teller"]
    assert [("Credit", "1.5"), ("Pin", "0042"), ("Tag", "x"), ("Tag", "y")] == service.form


def test_another_record_than_asked_for_is_no_answer(service: Service):
    """Of a Get it is malformed; of an Update it may have changed the other."""
    other = CHILDREN.replace(ENTRY, "EN" + "8c" * 16)
    answer(service, f"<Entry>{other}</Entry>")
    with pytest.raises(MalformedAnswer, match="was asked for"):
        GetEntry(service.connection)(ENTRY, book="main")
    with pytest.raises(OutcomeUnknown, match="was asked for") as caught:
        UpdateEntry(service.connection)(ENTRY, text="t")
    assert "EN" + "8c" * 16 == caught.value.sid


def test_errors_and_ends(service: Service):
    """An error document in the service's words; a Delete answers nothing."""
    said = "<Objection><Code>7</Code><Message>no</Message><MoreInfo>u</MoreInfo></Objection>"
    answer(service, said, 400).raw(b"", 204)
    with pytest.raises(RequestRejected) as caught:
        GetEntry(service.connection)(ENTRY, book="main")
    assert (7, "no", "u") == (caught.value.code, caught.value.message, caught.value.more_info)
    assert None is DeleteEntry(service.connection)(ENTRY)


def test_a_list_that_a_get_gives(service: Service):
    """Zero to many records of a key that is no Sid."""
    rows = "<Balance><Currency>EUR</Currency><Amount>9</Amount></Balance>"
    answer(service, f"<Balances>{rows}</Balances>")
    (balance,) = GetBalance(service.connection)("EUR", until="2012-09-17")
    assert Balance(currency="EUR", amount=Decimal(9)) == balance
    assert [("Until", "2012-09-17")] == service.query


def test_a_field_that_cannot_be_read_names_its_element(service: Service):
    """It is unset, with what is wrong beside it; the other fields are there."""
    answer(service, f"<Entry>{CHILDREN.replace('>2</Lines', '>two</Lines')}</Entry>")
    entry = GetEntry(service.connection)(ENTRY, book="main")
    assert {"lines": "'two' is not a whole number"} == entry.problems
    assert not entry.is_set("lines") and entry.cleared is True
