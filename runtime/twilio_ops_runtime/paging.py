"""Pages of a list, one after the other, the next one fetched while the current one is used."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from queue import SimpleQueue
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


class _Worker(Generic[P]):
    """A thread that fetches pages, one at a time, as they are asked for.

    One thread for all pages of a list, because the memory that a thread used for parsing is used
    again by the same thread, and not by the next.
    """

    def __init__(self, fetch: Callable[[str], P]) -> None:
        self._fetch = fetch
        self._asked: SimpleQueue[str | None] = SimpleQueue()
        self._answered: SimpleQueue[P | BaseException] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def ask(self, url: str) -> None:
        """Have the page at an address fetched."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="next page", daemon=True)
            self._thread.start()
        self._asked.put(url)

    def answer(self) -> P:
        """The page that was asked for, when it is there.

        Raises:
            BaseException: What fetching it raised.
        """
        found = self._answered.get()
        if isinstance(found, BaseException):
            raise found
        return found

    def close(self) -> None:
        """Let the thread end, when it has what it is fetching; nobody waits for it."""
        self._asked.put(None)

    def _run(self) -> None:
        for url in iter(self._asked.get, None):
            try:
                self._answered.put(self._fetch(url))
            except BaseException as error:  # handed on to the thread that asks for the page
                self._answered.put(error)


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
    worker = _Worker(fetch)
    try:
        page = fetch(first)
        while True:
            # What is wrong with the way on is told when this page has been used.
            url, problem = _way_on(page, seen)
            ahead = url is not None and more(page)
            if url is not None and ahead:
                worker.ask(url)
            yield page
            if problem is not None:
                raise problem
            if url is None:
                return
            page = worker.answer() if ahead else fetch(url)
    finally:
        worker.close()


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
