"""Tokens of pages: the places of records, however large their numbers."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest

from twilio_ops_emulator.api.errors import ErrorTable, Refusal
from twilio_ops_emulator.api.paging import Pager, Sequenced
from twilio_ops_emulator.state.index import Layout, Row

ERRORS = ErrorTable(
    {},
    {
        "codes": {"1": {"status": 400, "message": "No."}},
        "cases": {"paging": 1},
        "missing": {},
        "invalid": {},
        "more_info": "",
    },
)
PAGER = Pager({"default": 1, "maximum": 5, "after": "PA", "before": "PB"}, ERRORS)


@pytest.mark.parametrize("digits", range(1, 20))
def test_a_token_leads_there_and_back(digits: int) -> None:
    """Whatever the length of a place; it needs no sign that a query would have to hide."""
    first = 10 ** (digits - 1)
    layout = Layout(["sid"])
    source = Sequenced([Row(layout, [str(n)], first + n, ()) for n in (3, 2, 1)])
    page = PAGER.page(source, [], "/x")
    for wanted, step in ((2, "next"), (1, "next"), (2, "previous"), (3, "previous")):
        query = page.paging[f"{step}_page_uri"].partition("?")[2]
        assert "%" not in query
        page = PAGER.page(source, parse_qsl(query), "/x")
        assert [row["sid"] for row in page.rows] == [str(wanted)]
    assert page.paging["previous_page_uri"] is None


@pytest.mark.parametrize("token", ["PA", "PB", "PA!", "PAeA", "XXMQ", "MQ", "PAMQ=x"])
def test_a_token_of_nobody_is_refused(token: str) -> None:
    """With the code of paging."""
    with pytest.raises(Refusal) as refused:
        PAGER.page(Sequenced([]), [("PageToken", token)], "/x")
    assert refused.value.message == "No. PageToken is not one of this service's."
