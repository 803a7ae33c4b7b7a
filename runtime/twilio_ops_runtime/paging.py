"""Pages of a list, one after the other, the next one fetched while the current one is used."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator
from queue import SimpleQueue
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

from twilio_ops_runtime.errors import AnswerError, ForeignAddress, MalformedAnswer, OperationError

if TYPE_CHECKING:
    from twilio_ops_runtime.http.transport import Request

__all__ = ["PageRead", "pages"]

MOMENT = 0.001
"""The seconds that a thread needs to get a request out, if nobody else takes the interpreter."""


class PageRead(Protocol):
    """A page: what it answers, how many records it has, and the address of the one after it."""

    @property
    def request(self) -> Request:
        """What it is the answer to."""
        ...

    @property
    def size(self) -> int:
        """How many records it has."""
        ...

    @property
    def next_url(self) -> str | None:
        """The whole address of the next page; None on the last one.

        Raises:
            ForeignAddress: It is not the service's.
        """
        ...


A = TypeVar("A")
P = TypeVar("P", bound=PageRead)


class _WayOn(NamedTuple):
    """What comes after a page: an address, an error, or neither on the last one."""

    url: str | None = None
    problem: OperationError | None = None


class _Fetched(NamedTuple, Generic[A]):
    """What came of fetching: an answer or an error."""

    answer: A | None
    error: BaseException | None = None


class _Ahead(Generic[A]):
    """A thread that fetches one answer while another is used; it does not look into them.

    What reading an answer allocates is then allocated, used and let go of by one thread, which is
    quicker and takes less memory. One thread serves all pages of a list.
    """

    def __init__(self, fetch: Callable[[str], A]) -> None:
        self._fetch = fetch
        self._urls: SimpleQueue[str | None] = SimpleQueue()
        self._fetched: SimpleQueue[_Fetched[A]] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def ask(self, url: str) -> None:
        """Begin to fetch what ``take`` will give."""
        self._urls.put(url)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="next page", daemon=True)
            self._thread.start()
        # Without this, whoever asks goes on working and the request waits for the interpreter,
        # every time it lets go of it: several times 5 ms.
        time.sleep(MOMENT)

    def take(self) -> A:
        """The answer asked for, when it is there.

        Raises:
            BaseException: What fetching it raised.
        """
        answer, error = self._fetched.get()
        if error is not None:
            raise error
        assert answer is not None
        return answer

    def close(self) -> None:
        """Let the thread end when it has what it is fetching; nobody waits for it."""
        if self._thread is not None:
            self._urls.put(None)

    def _run(self) -> None:
        while (url := self._urls.get()) is not None:
            try:
                self._fetched.put(_Fetched(self._fetch(url)))
            except BaseException as error:  # handed on to the thread that takes the answer
                self._fetched.put(_Fetched(None, error))


def pages(
    fetch: Callable[[str], A],
    read: Callable[[str, A], P],
    first: str,
    needed: Callable[[], int | None] = lambda: None,
) -> Generator[P, None, None]:
    """The pages from the first on.

    At most one page is fetched ahead. Closing the iterator ends it: a page that is on its way
    then is dropped, and no further one is asked for.

    Args:
        fetch: What gets the answer at an address, in any thread.
        read: What makes a page of an address and its answer, in the caller's thread.
        first: The address of the first page.
        needed: How many records are still needed, asked when a page is; None = all there are.

    Raises:
        MalformedAnswer: A page leads back to one that was there before.
        ForeignAddress: A page leads elsewhere.
    """
    seen: set[str] = set()
    ahead = _Ahead(fetch)
    url: str = first
    answer = fetch(url)
    try:
        while True:
            seen.add(url)
            page = read(url, answer)
            del answer  # a page may be large: nothing of it is kept longer than it is used
            wanted = needed()
            on = _way_on(page, seen)
            fetching = on.url is not None and (wanted is None or page.size < wanted)
            if fetching and on.url is not None:
                ahead.ask(on.url)
            yield page
            del page
            # What is wrong with the way on is told when the page has been used.
            if on.problem is not None:
                raise on.problem
            if on.url is None:
                return
            url = on.url
            answer = ahead.take() if fetching else fetch(url)
    finally:
        ahead.close()


def _way_on(page: PageRead, seen: set[str]) -> _WayOn:
    """Where a page leads, unless it is elsewhere or where somebody was before."""
    problem: AnswerError
    try:
        url = page.next_url
    except ForeignAddress as error:
        problem = error
    else:
        if url not in seen:
            return _WayOn(url)
        problem = MalformedAnswer("the address of the next page is one that was there before")
    problem.method, problem.path = page.request.method, page.request.path
    return _WayOn(problem=problem)
