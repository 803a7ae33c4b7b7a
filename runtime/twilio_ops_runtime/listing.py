"""Lists: the pages of one request, their records or documents, up to a limit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any, NamedTuple

from twilio_ops_runtime.decode import Listed, Projection, documents_in, records_in
from twilio_ops_runtime.dispatch import ParsedResponse, Wire, request_for
from twilio_ops_runtime.errors import ParameterError
from twilio_ops_runtime.operation_base import Operation

if TYPE_CHECKING:
    from twilio_ops_runtime.http.transport import Request

__all__ = [
    "USUAL_ON_A_PAGE",
    "checked_limit",
    "checked_page_size",
    "listed",
    "paging_query",
]

USUAL_ON_A_PAGE = 50
"""How many records a page has if nobody says how many."""


class _Page(NamedTuple):
    """One page, and how to get from its answer to the next."""

    answer: ParsedResponse
    listed: Listed
    host: str
    url: str

    @property
    def request(self) -> Request:
        return self.answer.request

    @property
    def size(self) -> int:
        return self.listed.size

    @property
    def next_url(self) -> str | None:
        if self.listed.next_uri is not None:
            return self.answer.connection.next_url(self.listed.next_uri, self.host)
        if self.listed.next_token is not None:
            return _with_token(self.url, *self.listed.next_token)
        return None


def checked_limit(limit: int | None) -> int | None:
    """The limit, if it is one.

    Raises:
        ParameterError: It is not a whole number from 0 on.
    """
    if limit is not None and (type(limit) is not int or limit < 0):
        raise ParameterError(f"limit is a whole number from 0 on, not {limit!r}")
    return limit


def checked_page_size(page_size: int | None, most: int | None) -> int | None:
    """The page size, if it is one.

    Args:
        page_size: How many records a page is to have.
        most: How many the service gives at most; None = not known.

    Raises:
        ParameterError: It is not between 1 and what the service gives at most.
    """
    if page_size is None:
        return None
    if type(page_size) is not int or page_size < 1 or (most is not None and page_size > most):
        wanted = "from 1 on" if most is None else f"between 1 and {most}"
        raise ParameterError(f"page_size is {wanted}, not {page_size!r}")
    return page_size


def paging_query(
    paging: str, page_size: int | None, limit: int | None, most: int | None
) -> Sequence[tuple[str, str]]:
    """What is sent to get pages of a size: the one chosen, or no more than the limit needs.

    Where nobody knows how many a page may have, none is asked for that is larger than usual.
    """
    if page_size is None and limit is not None:
        page_size = min(limit, most or USUAL_ON_A_PAGE)
    if paging == "none" or not page_size:
        return ()
    return [("pageSize" if paging == "token" else "PageSize", str(page_size))]


def listed(
    operation: Operation,
    request: Request,
    wire: Wire,
    choice: Projection,
    *,
    documents: bool,
    limit: int | None,
) -> Iterator[Any]:
    """The records, or documents, of a list and all its further pages.

    Args:
        operation: The operation.
        request: The request for the first page.
        wire: The format it asks for.
        choice: What is wanted of each record.
        documents: Whether documents are given, each with what is wrong with it, or records.
        limit: How many at most; None = all.
    """
    if limit == 0:
        return
    from twilio_ops_runtime.paging import pages

    read: Callable[..., Listed] = documents_in if documents else records_in
    spec = operation.spec
    left = limit

    def fetch(url: str) -> ParsedResponse:
        asked = request
        if url != request.url:
            asked = request_for(request.method, url, wire, signed=request.signed)
        return operation.ask(asked, wire)

    def page_of(url: str, answer: ParsedResponse) -> _Page:
        return _Page(answer, read(answer, wire, choice, spec), spec.service.host, url)

    def needed() -> int | None:
        # What this side leaves out does not count, so no page is known to be the last one needed.
        return None if choice.plan.spans else left

    with closing(pages(fetch, page_of, request.url, needed)) as found:
        for page in found:
            for batch in page.listed.batches:
                if left is None:
                    yield from batch
                    continue
                for item in batch:
                    yield item
                    left -= 1
                    if left == 0:
                        return
            del page


def _with_token(url: str, key: str, token: str) -> str:
    """The address with the token of the next page, in the spelling of the key it came under."""
    from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

    name = "PageToken" if "_" in key else "pageToken"
    parts = urlsplit(url)
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != name]
    return urlunsplit(parts._replace(query=urlencode([*query, (name, token)])))
