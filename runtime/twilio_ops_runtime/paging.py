"""Pages of a list, one after the other, the next one fetched while the current one is used."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from typing import Generic, NamedTuple, Protocol, TypeVar

from twilio_ops_runtime.errors import ForeignAddress, MalformedAnswer, OperationError

__all__ = ["Fetched", "pages"]


class Fetched(Protocol):
    """A page: how many records it has, and the address of the one after it."""

    @property
    def size(self) -> int:
        """How many records it has."""

    @property
    def next_url(self) -> str | None:
        """The whole address of the next page; None on the last one.

        Raises:
            ForeignAddress: It is not the service's.
        """


P = TypeVar("P", bound=Fetched)


class _Step(NamedTuple, Generic[P]):
    """A page, and the way on from it: an address, an error, or neither on the last one."""

    page: P
    next_url: str | None = None
    problem: OperationError | None = None

    def leads_on(self, needed: int | None) -> bool:
        """Whether the next page will be needed, if this many records still are (None = all)."""
        return self.next_url is not None and (needed is None or self.page.size < needed)


class _Way(Generic[P]):
    """Goes from page to page, and never where it was before."""

    def __init__(self, fetch: Callable[[str], P]) -> None:
        self._fetch = fetch
        self._seen: set[str] = set()

    def go(self, url: str) -> _Step[P]:
        """Fetch a page and look at its way on."""
        self._seen.add(url)
        page = self._fetch(url)
        try:
            next_url = page.next_url
        except ForeignAddress as error:
            return _Step(page, problem=error)
        if next_url in self._seen:
            problem = "the address of the next page is one that was there before"
            return _Step(page, problem=MalformedAnswer(problem, path=url.partition("?")[0]))
        return _Step(page, next_url)


class _Closed:
    """What ends a worker."""


class _Ahead(Generic[P]):
    """A thread that is one page ahead of whoever takes the pages.

    When a page is taken, the next one is fetched without waiting for the one who took it: what
    he does with the page would hold up the thread that has to be told. One thread for all pages,
    because the memory that a thread used for parsing is used again by the same thread only.
    """

    def __init__(self, way: _Way[P], url: str) -> None:
        self._way = way
        self._taking: SimpleQueue[int | type[_Closed] | None] = SimpleQueue()
        self._steps: SimpleQueue[_Step[P] | BaseException] = SimpleQueue()
        threading.Thread(target=self._run, args=(url,), name="next page", daemon=True).start()

    def take(self, needed: int | None) -> _Step[P]:
        """The next page, when it is there; the one after it is fetched if it ``leads_on``.

        Args:
            needed: How many records are needed, this page's included.

        Raises:
            BaseException: What fetching it raised.
        """
        self._taking.put(needed)
        found = self._steps.get()
        if isinstance(found, BaseException):
            raise found
        return found

    def close(self) -> None:
        """Let the thread end when it has what it is fetching; nobody waits for it."""
        self._taking.put(_Closed)

    def _run(self, url: str | None) -> None:
        while url is not None:
            try:
                step = self._way.go(url)
            except BaseException as error:  # handed on to the thread that takes the page
                self._steps.put(error)
                return
            self._steps.put(step)
            needed = self._taking.get()
            if isinstance(needed, type):
                return
            url = step.next_url if step.leads_on(needed) else None


def pages(
    fetch: Callable[[str], P], first: str, needed: Callable[[], int | None] = lambda: None
) -> Iterator[P]:
    """The pages from the first on.

    At most one page is fetched ahead. Closing the iterator ends it: a page that is on its way
    then is dropped, and no further one is asked for.

    Args:
        fetch: What gets the page at an address.
        first: The address of the first page.
        needed: How many records are still needed, asked when a page is; None = all there are.

    Raises:
        MalformedAnswer: A page leads back to one that was there before.
        ForeignAddress: A page leads elsewhere.
    """
    way = _Way(fetch)
    ahead: _Ahead[P] | None = None
    wanted = needed()
    step = way.go(first)
    try:
        while True:
            if ahead is None and step.next_url is not None and step.leads_on(wanted):
                ahead = _Ahead(way, step.next_url)
            yield step.page
            # What is wrong with the way on is told when the page has been used.
            if step.problem is not None:
                raise step.problem
            if step.next_url is None:
                return
            wanted = needed()
            if ahead is None:
                step = way.go(step.next_url)
                continue
            step = ahead.take(wanted)
            if not step.leads_on(wanted):
                ahead = None  # its thread has seen the same and ended
    finally:
        if ahead is not None:
            ahead.close()
