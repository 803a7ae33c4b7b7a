"""Pages of a list, one after the other, the next one fetched while the current one is used."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Generic, Protocol, TypeVar

from twilio_ops_runtime.errors import ForeignAddress, MalformedAnswer, OperationError

__all__ = ["Fetched", "pages"]


class Fetched(Protocol):
    """A page: the address of the one after it, and what it holds."""

    @property
    def next_url(self) -> str | None:
        """The whole address of the next page; None on the last one.

        Raises:
            ForeignAddress: It is not the service's.
        """


P = TypeVar("P", bound=Fetched)


class _Ahead(Generic[P]):
    """One page being fetched in the background; its error waits until the page is asked for."""

    def __init__(self, fetch: Callable[[str], P], url: str) -> None:
        self._page: P | None = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(
            target=self._run, args=(fetch, url), name="next page", daemon=True
        )
        self._thread.start()

    def _run(self, fetch: Callable[[str], P], url: str) -> None:
        try:
            self._page = fetch(url)
        except BaseException as error:  # handed on to the thread that asks for the page
            self._error = error

    def result(self) -> P:
        """The page, when it is there.

        Raises:
            BaseException: What fetching it raised.
        """
        self._thread.join()
        if self._error is not None:
            raise self._error
        assert self._page is not None
        return self._page


def pages(
    fetch: Callable[[str], P], first: str, more: Callable[[P], bool] = lambda page: True
) -> Iterator[P]:
    """The pages from the first on.

    At most one page is fetched ahead. Closing the iterator ends it: a page that is on its way
    then is dropped, and no further one is asked for.

    Args:
        fetch: What gets the page at an address.
        first: The address of the first page.
        more: Whether the page after this one will be needed, for all that is known.

    Raises:
        MalformedAnswer: A page leads back to one that was there before.
        ForeignAddress: A page leads elsewhere.
    """
    seen = {first}
    page = fetch(first)
    while True:
        # What is wrong with the way on is told when this page has been used.
        url, problem = _way_on(page, seen)
        ahead = _Ahead(fetch, url) if url is not None and more(page) else None
        yield page
        if problem is not None:
            raise problem
        if url is None:
            return
        page = fetch(url) if ahead is None else ahead.result()


def _way_on(page: Fetched, seen: set[str]) -> tuple[str | None, OperationError | None]:
    try:
        url = page.next_url
    except ForeignAddress as error:
        return None, error
    if url is None:
        return None, None
    if url in seen:
        problem = "the address of the next page is one that was there before"
        return None, MalformedAnswer(problem, path=url.partition("?")[0])
    seen.add(url)
    return url, None
