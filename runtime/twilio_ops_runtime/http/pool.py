"""Connections that are kept, and answers that have to come whole by a deadline.

Loaded when something is first sent: what requests and urllib3 have no option for is here.
"""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Mapping
from http.client import HTTPException, HTTPResponse, IncompleteRead, parse_headers
from typing import TYPE_CHECKING, Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.response import BaseHTTPResponse

if TYPE_CHECKING:
    import socket

    from _typeshed import WriteableBuffer

MOST_INTERIM = 100
"""How many interim answers (1xx) may come before the one that counts."""


asking = threading.local()
"""``deadline``: until when, by the monotonic clock, the answer that a thread asks for may come."""


class TotalTimeout(TimeoutError):
    """An answer has not come whole by its deadline."""


class DeadlineReader(io.RawIOBase):
    """The bytes that come from a socket until a deadline.

    Below all that reads lines, headers and chunks: a drip of any of them ends here. The socket's
    own time-out holds for each read alone.
    """

    def __init__(self, source: io.RawIOBase, sock: socket.socket, deadline: float) -> None:
        self._source = source
        self._socket = sock
        self._deadline = deadline
        self.ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int | None:
        left = self._deadline - time.monotonic()
        usual = self._socket.gettimeout()
        if usual is not None and usual <= left:
            return self._noted(self._source.readinto(buffer))
        if left <= 0:
            raise TotalTimeout
        self._socket.settimeout(left)
        try:
            return self._noted(self._source.readinto(buffer))
        except TimeoutError:
            raise TotalTimeout from None
        finally:
            self._socket.settimeout(usual)  # for the next request on this connection

    def _noted(self, count: int | None) -> int | None:
        self.ended |= count == 0
        return count

    def close(self) -> None:
        super().close()
        self._source.close()


def _announces_body(headers: Mapping[str, str]) -> bool:
    return headers.get("Content-Length", "0") != "0" or "Transfer-Encoding" in headers


class PunctualResponse(HTTPResponse):
    """An answer that comes by ``asking.deadline``, behind any number of interim ones."""

    def __init__(self, sock: socket.socket, *args: Any, **settings: Any) -> None:
        super().__init__(sock, *args, **settings)
        self._reader = DeadlineReader(self.fp.detach(), sock, asking.deadline)
        self.fp = io.BufferedReader(self._reader)

    def _read_status(self) -> tuple[str, int, str]:
        # http.client skips 100 only; 102, 103 and what is still to be invented are no answers.
        for _ in range(MOST_INTERIM):
            parent: Any = super()
            found: tuple[str, int, str] = parent._read_status()
            if not 100 < found[1] < 200 or found[1] == 101:
                return found
            parse_headers(self.fp)
        raise HTTPException("it has too many interim answers")

    def begin(self) -> None:
        """Read the head, which has to be whole."""
        super().begin()
        if self._reader.ended:  # http.client takes the end of the stream for the end of a head
            raise IncompleteRead(b"")


class Kept(HTTPConnection):
    """A connection that is not used again after standing idle, or after an answer out of place."""

    response_class = PunctualResponse  # a proxy's answer to CONNECT is read by it, too
    idle = 20.0
    used = 0.0

    @property
    def is_connected(self) -> bool:
        """Whether it may be used again."""
        return time.monotonic() - self.used < self.idle and super().is_connected

    def getresponse(self) -> BaseHTTPResponse:  # type: ignore[override]  # as in urllib3
        """Return the answer, its body still on its way."""
        response = super().getresponse()
        # A body that may not be there is never read, and would be taken for the next answer.
        stray = response.status in (204, 304) and _announces_body(response.headers)
        self.used = float("-inf") if stray else time.monotonic()
        return response


class PoolingAdapter(HTTPAdapter):
    """Requests' adapter over such connections, plain, secured or through a proxy.

    Args:
        size: How many connections are kept.
        idle: The seconds after which one is not used again.
    """

    def __init__(self, size: int, idle: float) -> None:
        self._idle = idle
        super().__init__(pool_maxsize=size)

    def init_poolmanager(self, *args: Any, **settings: Any) -> None:
        """Make the pools of direct connections."""
        super().init_poolmanager(*args, **settings)
        self._keep(self.poolmanager)

    def proxy_manager_for(self, proxy: str, **settings: Any) -> Any:
        """Return the pools of a proxy."""
        new = proxy not in self.proxy_manager
        manager = super().proxy_manager_for(proxy, **settings)
        if new:
            self._keep(manager)
        return manager

    def _keep(self, manager: Any) -> None:
        def kept(pool: Any) -> type[Any]:
            made = type("Kept", (Kept, pool.ConnectionCls), {"idle": self._idle})
            return type(pool.__name__, (pool,), {"ConnectionCls": made})

        pools = manager.pool_classes_by_scheme
        manager.pool_classes_by_scheme = {scheme: kept(pool) for scheme, pool in pools.items()}
