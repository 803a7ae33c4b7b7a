"""Lists: which records a page holds, and the addresses of the pages around it.

A page's token is the place of a record, not a number of records: what is inserted or deleted
between two requests moves nothing.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from typing import Any, Protocol
from urllib.parse import quote, urlencode

from twilio_ops_emulator.api.errors import ErrorTable
from twilio_ops_emulator.api.parameters import PAGING
from twilio_ops_emulator.api.render import Page
from twilio_ops_emulator.state.index import EVERYTHING, Row, Selection


class Source(Protocol):
    """Records in order of place: what a page is cut from."""

    def newest(self, selection: Selection, below: int | None, count: int) -> list[Row]:
        """Records below a place, newest first."""
        ...

    def oldest(self, selection: Selection, above: int, count: int) -> list[Row]:
        """Records above a place, oldest first."""
        ...


class Sequenced:
    """Records that are worked out for one request, in the order they are to be listed in."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows

    def newest(self, selection: Selection, below: int | None, count: int) -> list[Row]:
        """Records below a place, first to last."""
        return [
            row
            for row in self._rows
            if (below is None or row.order < below) and selection.admits(row)
        ][:count]

    def oldest(self, selection: Selection, above: int, count: int) -> list[Row]:
        """Records above a place, last to first."""
        return [row for row in reversed(self._rows) if row.order > above and selection.admits(row)][
            :count
        ]


class Pager:
    """Cuts pages and says where the next ones are.

    Args:
        facts: Facts of paging: sizes and the beginnings of tokens.
        errors: Where refusals come from.
    """

    def __init__(self, facts: Mapping[str, Any], errors: ErrorTable) -> None:
        self._default: int = facts["default"]
        self._maximum: int = facts["maximum"]
        self._after: str = facts["after"]
        self._before: str = facts["before"]
        self._errors = errors

    def page(
        self,
        source: Source,
        sent: Sequence[tuple[str, str]],
        path: str,
        selection: Selection = EVERYTHING,
        most: int | None = None,
    ) -> Page:
        """One page of a list.

        Args:
            source: What it is cut from.
            sent: The query as it came: paging and filters.
            path: The path of the list, with the caller's suffix.
            selection: What records must be like.
            most: How many records a page has at most; None = as many as the service's have.

        Raises:
            Refusal: Size, number or token is not one.
        """
        paging = {name: value for name, value in sent if name in PAGING}
        size = self._number(
            paging, "PageSize", min(self._default, most or self._maximum), 1, most or self._maximum
        )
        number = self._number(paging, "Page", 0, 0, None)
        backwards, place = self._place(paging.get("PageToken"))
        more_before = more_after = False
        if backwards and place is not None:
            rows = source.oldest(selection, place, size + 1)
            more_before = len(rows) > size
            rows = rows[:size][::-1]
            edge = rows[-1].order if rows else place + 1
            more_after = bool(source.newest(selection, edge, 1))
        else:
            rows = source.newest(selection, place, size + 1)
            more_after = len(rows) > size
            rows = rows[:size]
            if place is not None:
                edge = rows[0].order if rows else place - 1
                more_before = bool(source.oldest(selection, edge, 1))
        filters = [(name, value) for name, value in sent if name not in PAGING]

        def address(page: int, token: str | None = None) -> str:
            query = [*filters, ("PageSize", str(size)), ("Page", str(page))]
            if token is not None:
                query.append(("PageToken", token))
            return f"{path}?{urlencode(query, quote_via=quote, safe=':')}"

        start = number * size
        return Page(
            rows,
            {
                "end": start + max(len(rows) - 1, 0),
                "first_page_uri": address(0),
                "next_page_uri": (
                    address(number + 1, self._token(self._after, rows[-1].order if rows else place))
                    if more_after
                    else None
                ),
                "page": number,
                "page_size": size,
                "previous_page_uri": (
                    address(
                        max(number - 1, 0),
                        self._token(self._before, rows[0].order if rows else place),
                    )
                    if more_before
                    else None
                ),
                "start": start,
                "uri": address(number, paging.get("PageToken")),
            },
        )

    def whole(self, rows: Sequence[Row], sent: Sequence[tuple[str, str]], path: str) -> Page:
        """A list that is answered at once: it only says its own address."""
        query = urlencode(sent, quote_via=quote, safe=":")
        return Page(rows, {"uri": f"{path}?{query}" if query else path})

    def size(self, sent: Sequence[tuple[str, str]], default: int) -> int:
        """The size of page asked for.

        Raises:
            Refusal: It is not one.
        """
        return self._number(dict(sent), "PageSize", default, 1, self._maximum)

    def _number(
        self, paging: Mapping[str, str], name: str, default: int, low: int, high: int | None
    ) -> int:
        text = paging.get(name, "")
        if not text:
            return default
        if not (text.isascii() and text.isdigit() and len(text) < 10) or int(text) < low:
            raise self._errors.case("paging", f"{name} {text!r} is not a number from {low}.")
        return int(text) if high is None else min(int(text), high)

    def _token(self, kind: str, place: int | None) -> str:
        digits = str(place).encode()
        return kind + base64.urlsafe_b64encode(digits).decode().rstrip("=")

    def _place(self, token: str | None) -> tuple[bool, int | None]:
        """Whether a token looks backwards, and the place it stands for."""
        if not token:
            return False, None
        for kind in (self._after, self._before):
            if token.startswith(kind):
                text = token[len(kind) :].rstrip("=")
                try:
                    digits = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
                    return kind == self._before, int(digits)
                except (binascii.Error, ValueError):
                    break
        raise self._errors.case("paging", "PageToken is not one of this service's.")
