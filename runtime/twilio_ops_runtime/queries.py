"""Search and Query: zero to many records, page by page as they are used."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from copy import copy
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from twilio_ops_runtime.errors import (
    AnswerError,
    FilterError,
    MalformedAnswer,
    ParameterError,
)
from twilio_ops_runtime.filter_sets import combine
from twilio_ops_runtime.filters import Condition, EqualsFilter, Filter
from twilio_ops_runtime.formats.projection import Page
from twilio_ops_runtime.operations import NOTHING, Reading
from twilio_ops_runtime.responses import Checked, ParsedResponse
from twilio_ops_runtime.validators import require_iterable

if TYPE_CHECKING:
    from concurrent.futures import Future

    from twilio_ops_runtime.connection import Connection
    from twilio_ops_runtime.documents.document import Document
    from twilio_ops_runtime.documents.options import Options
    from twilio_ops_runtime.documents.values import RunTimeContext
    from twilio_ops_runtime.formats.base import FormatName
    from twilio_ops_runtime.http.messages import Request

R = TypeVar("R")


class Search(Reading, Generic[R]):
    """A Get that answers zero to many records.

    Args:
        connection: The account and the way to it.
        fields: The fields to hand out; None = all.
        page_size: How many records a page has, up to 1000; None = as the service likes.
        limit: How many records at most; None = all, 0 = none.
        options: Settings of the operation.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        fields: Iterable[str] | None = None,
        page_size: int | None = None,
        limit: int | None = None,
        options: Options | None = None,
        unknown: bool = False,
    ) -> None:
        super().__init__(connection, fields=fields, options=options, unknown=unknown)
        if limit is not None and (type(limit) is not int or limit < 0):
            raise ParameterError(f"limit is a whole number from 0 on, not {limit!r}")
        most = self.spec.max_page_size
        wrong = type(page_size) is not int or page_size < 1 or page_size > (most or page_size)
        if page_size is not None and wrong:
            wanted = "from 1 on" if most is None else f"between 1 and {most}"
            raise ParameterError(f"page_size is {wanted}, not {page_size!r}")
        self.page_size: int | None = page_size
        self.limit: int | None = limit

    def run(
        self, parent: str | None = None, parameters: Mapping[str, Any] = NOTHING
    ) -> Iterator[R]:
        """Return the records.

        The arguments are checked at once; the first page is asked for when the first record is,
        and each further one while the one before it is used. Closing the iterator ends it, and so
        does a record that cannot be read: it raises ``MalformedAnswer`` when it is its turn.

        Args:
            parent: The (composed) Sid of what the list belongs to, or where to search; None = the
                connection's account, where nothing else is needed.
            parameters: Parameters, what a Search looks for among them, by API or Python name; None is
                not sent. Filters are none.
        """
        found = self._items(parent, parameters, documents=False)
        return self._kept(found) if self.options.keeps else found

    @property
    def _asked_size(self) -> int | None:
        """The page size that is asked for: the one chosen, or no more than are needed.

        Where nobody knows how many a page may have, none is asked for that is larger than usual.
        """
        size, usual = self.page_size, self.spec.service.page_size
        # Records that this side leaves out do not count, so more than the limit may be needed: a
        # small limit does not make the pages smaller than they usually are.
        few = self.limit is not None and self.limit < (usual or 0)
        if size is None and self.limit is not None and not (few and self.projection.filters.spans):
            most = self.spec.max_page_size or usual
            size = None if most is None else min(self.limit, most)
        return None if self.spec.paging == "none" else size

    def prepare(self, sid: str | None, values: Mapping[str, Any], asked: FormatName) -> Request:
        """Return the request of the first page, all of it checked; nothing is sent."""
        self.ensure_supported()
        more = list(self.projection.filters.sent)
        if size := self._asked_size:
            more.append(("pageSize" if self.spec.paging == "token" else "PageSize", str(size)))
        return self.request_for(self._target(sid), values, asked, more)

    def _items(
        self, sid: str | None, parameters: Mapping[str, Any], documents: bool
    ) -> Iterator[Any]:
        """Return the records, or documents, of a list; the arguments are checked at once."""
        asked = self.document_format if documents else self.typed_format
        return self._listed(self.prepare(sid, parameters, asked), asked, documents)

    def _listed(self, request: Request, asked: FormatName, documents: bool) -> Iterator[Any]:
        left = self.limit
        if left == 0:
            return

        def needed() -> int | None:
            # What this side leaves out does not count, so no page is known to be the last needed.
            return None if self.projection.filters.spans else left

        def read(answer: ParsedResponse) -> Page:
            return answer.page(self.projection, documents)

        with closing(self._pages(request, asked, read, needed)) as pages:
            for page in pages:
                for batch in page.batches:
                    if left is None:
                        yield from batch
                        continue
                    for item in batch:
                        yield item
                        left -= 1
                        if left == 0:
                            return
                del page

    def pages(
        self, parent: str | None, read: Callable[[ParsedResponse], Page]
    ) -> Generator[Page, None, None]:
        """Give the pages of a list as somebody else reads them; a limit does not count.

        Args:
            parent: As for ``run``.
            read: Reads the page that an answer is, and how the list goes on.
        """
        asked = self.typed_format
        return self._pages(self.prepare(parent, NOTHING, asked), asked, read, lambda: None)

    def _pages(
        self,
        request: Request,
        asked: FormatName,
        read: Callable[[ParsedResponse], Page],
        needed: Callable[[], int | None],
    ) -> Generator[Page, None, None]:
        """Give the pages from the first on, the next one fetched while the current one is used.

        At most one page is fetched ahead. Closing the iterator ends it: a page that is on its way
        then is dropped, and no further one is asked for.

        Args:
            request: The request for the first page.
            asked: The format it asks for.
            read: Reads the page that an answer is.
            needed: How many records are still needed, asked when a page is; None = all there are.

        Raises:
            MalformedAnswer: A page leads back to one that was there before.
            ForeignAddress: A page leads elsewhere.
        """
        seen: set[str] = set()
        following: Request | None = request
        size = self._asked_size or self.spec.service.page_size  # that no page has more than
        ahead: Future[ParsedResponse] | None = None
        while following is not None:
            request = following
            answer = self.dispatch(request, asked) if ahead is None else ahead.result()
            ahead = problem = None
            seen.add(request.url)
            page = read(answer)
            del answer  # a page may be large: nothing of it is kept longer than it is used
            try:
                following = self._following(request, asked, page, seen)
            except AnswerError as caught:
                following, problem = None, caught
                problem.method, problem.path = request.method, request.path
            wanted = needed()
            if following is not None and (wanted is None or (size or wanted) < wanted):
                ahead = _in_background(self.dispatch, following, asked)
            yield page
            del page
            if problem is not None:  # told when the page has been used
                raise problem

    def _following(
        self, request: Request, asked: FormatName, page: Page, seen: set[str]
    ) -> Request | None:
        """Return the request for the page after one; None on the last."""
        url: str
        service = self.spec.service
        if page.next_uri is not None:
            url = self.connection.next_url(page.next_uri, service.host, service.region)
        elif page.next_token is not None:
            url = _with_token(request.url, *page.next_token)
        else:
            return None
        if url in seen:
            raise MalformedAnswer("the address of the next page is one that was there before")
        return self.request_to(url, asked)

    def _kept(self, records: Iterator[Any]) -> Iterator[Any]:
        for record in records:
            self._keep(record, [record])
            yield record

    def documents(
        self, sid: str | None = None, parameters: Mapping[str, Any] = NOTHING
    ) -> Iterator[Document]:
        """Return one document a record, in the response profile.

        The first that is not valid raises when it is its turn and ends the iteration; ``process``
        hands out such a document with its error, and goes on.

        Args:
            sid: The address of the list, as for a call.
            parameters: Further parameters by API or Python name; None is not sent.
        """
        return self._valid(self._checked(sid, parameters))

    def _valid(self, found: Iterator[Checked]) -> Iterator[Document]:
        from twilio_ops_runtime.documents.keeping import keep_output

        for one in found:
            yield keep_output(self, one)

    def _checked(self, sid: str | None, parameters: Mapping[str, Any]) -> Iterator[Checked]:
        return self._items(sid, parameters, documents=True)


class Query(Search[R]):
    """Zero to many records of a list, page by page as they are used.

    Args:
        connection: The account and the way to it.
        fields: The fields to hand out; None = all. The others are not even decoded.
        filters: What the records have to be like: ``QueryCall.status.equals("busy")``.
        page_size: How many records a page has, up to 1000; None = as the service likes, and no
            more than the limit.
        limit: How many records at most; None = all, 0 = none.
        options: Settings of the operation.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        fields: Iterable[str] | None = None,
        filters: Iterable[Condition] = (),
        page_size: int | None = None,
        limit: int | None = None,
        options: Options | None = None,
        unknown: bool = False,
    ) -> None:
        super().__init__(
            connection,
            fields=fields,
            page_size=page_size,
            limit=limit,
            options=options,
            unknown=unknown,
        )
        require_iterable("filters", filters)
        self._use(tuple(filters))

    def _use(self, conditions: tuple[Condition, ...]) -> None:
        self.conditions: tuple[Condition, ...] = conditions
        known = {field.name for field in self._record.spec.fields}
        self._filters = combine(self.conditions, self.filters())
        if foreign := self._filters.fields - known:
            raise FilterError(f"{self._record.__name__} has no field {sorted(foreign)[0]!r}")

    def resolved(self, context: RunTimeContext) -> Self:
        """Return the Query for an input, the values of its filters resolved."""
        if not self._filters.awaited:
            return self
        resolved = copy(self)
        resolved.__dict__.pop("projection", None)
        resolved._use(tuple(one.resolved(context) for one in self.conditions))
        return resolved

    def prepare(self, sid: str | None, values: Mapping[str, Any], asked: FormatName) -> Request:
        """Return the request of the first page, as long as no filter's value comes with an input."""
        if awaited := self._filters.awaited:
            raise FilterError(
                f"filter {awaited[0]} has a value that comes with an input: use process()"
            )
        for name, item in _filters_of(type(self)).items():
            if name in values or item.api in values:
                operator = "equals" if isinstance(item, EqualsFilter) else "on"
                raise ParameterError(
                    f"{self.spec.name}: {item.api} is a filter, not a parameter; give it as "
                    f"filters=[{type(self).__name__}.{name}.{operator}(...)]"
                )
        return super().prepare(sid, values, asked)

    @classmethod
    def filters(cls) -> tuple[Filter, ...]:
        """Return the filters that this Query has."""
        return tuple(_filters_of(cls).values())


def _filters_of(cls: type[Query[Any]]) -> dict[str, Filter]:
    found = {name: item for base in reversed(cls.__mro__) for name, item in vars(base).items()}
    return {name: item for name, item in found.items() if isinstance(item, Filter)}


def _in_background(
    send: Callable[[Request, FormatName], ParsedResponse], request: Request, asked: FormatName
) -> Future[ParsedResponse]:
    """Begin to fetch an answer in a thread that nobody has to wait for, not even at the end.

    What reading an answer allocates is left to the thread that uses it.
    """
    from concurrent.futures import Future  # only now: it imports logging

    future: Future[ParsedResponse] = Future()

    def fetch() -> None:
        try:
            future.set_result(send(request, asked))
        except BaseException as error:  # handed on to the thread that takes the answer
            future.set_exception(error)

    threading.Thread(target=fetch, name="next page", daemon=True).start()
    return future


def _with_token(url: str, key: str, token: str) -> str:
    """Return the address with the token of the next page, in the spelling of the key it came under."""
    from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

    name = "PageToken" if "_" in key else "pageToken"
    parts = urlsplit(url)
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != name]
    return urlunsplit(parts._replace(query=urlencode([*query, (name, token)])))
