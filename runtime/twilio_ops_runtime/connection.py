"""An account at the service: where it is, who asks, and how requests get there."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

from twilio_ops_runtime.errors import (
    ConfigurationError,
    ForeignAddress,
    MalformedAnswer,
    OutcomeUnknown,
    RedirectRefused,
    ServiceError,
    TransportError,
)
from twilio_ops_runtime.health import (
    ACCOUNT,
    Diagnosis,
    HealthCheck,
    Status,
    diagnosis_of,
    diagnosis_of_failure,
)
from twilio_ops_runtime.http import outcomes
from twilio_ops_runtime.http.addresses import origin_of, own_path
from twilio_ops_runtime.http.messages import DEFAULT_TIMEOUT, Request, Response, Send, Timeout
from twilio_ops_runtime.http.redact import scrub
from twilio_ops_runtime.http.transport import RequestsTransport
from twilio_ops_runtime.retry import (
    DEFAULT_RETRY,
    REPEATABLE,
    SYSTEM_CLOCK,
    Attempt,
    Retry,
    RetryClock,
    not_processed,
    send_with_retry,
)
from twilio_ops_runtime.settings import (
    checked_base,
    checked_credentials,
    checked_label,
    checked_proxies,
    checked_sid,
    environment,
    hidden,
)
from twilio_ops_runtime.validators import check, check_is
from twilio_ops_runtime.version import __version__

if TYPE_CHECKING:
    from datetime import datetime
    from types import TracebackType

    from twilio_ops_runtime.records.specs import ServiceSpec

MEGABYTE = 1 << 20


class Connection:
    """One account, and the credentials to use it; safe to share between threads.

    ``Connection(account_sid, auth_token)``, or with an API key
    ``Connection(account_sid, api_key=..., api_secret=...)``. It holds sockets: close it, or use it
    in a ``with`` statement. It cannot be pickled, and nothing it prints or raises holds a secret.

    Args:
        account_sid: The account.
        auth_token: Its token.
        api_key: The Sid of an API key, instead of the token.
        api_secret: The key's secret.
        region: The region that handles the requests.
        edge: The edge they enter by; alone, the region is the service's usual one.
        base_url: Another address to send everything to: an emulator's, a gateway's. Plain HTTP is
            refused except on this machine.
        allow_insecure: Let a ``base_url`` elsewhere be plain HTTP, with the credentials readable on
            the way.
        proxies: Proxy addresses by scheme; None = the environment's.
        ca_bundle: Certificates to trust instead of the usual ones. Checking cannot be turned off.
        timeout: How long to wait for an answer.
        retry: How often and how long to try.
        max_answer: The longest answer taken, in bytes, unpacked; a page of 1000 records has about
            2 MB.
        pool_size: How many connections are kept: as many as threads.
        send: What carries requests instead of HTTP through requests.
        on_attempt: Called after each attempt with what came of it; what it raises is logged, and
            changes nothing.
        clock: Where time and chance come from.

    Raises:
        ConfigurationError: The settings are missing, contradict each other or cannot work.
    """

    service: ClassVar[ServiceSpec | None] = None
    """The service whose account it is. A generated package's ``Connection`` knows its own; without
    one, operations still know theirs, and only ``test`` has to be told what to ask for."""

    _shown = "<Connection, refused>"  # of one whose settings were

    def __init__(
        self,
        account_sid: str,
        auth_token: str | None = None,
        *,
        api_key: str | None = None,
        api_secret: str | None = None,
        region: str | None = None,
        edge: str | None = None,
        base_url: str | None = None,
        allow_insecure: bool = False,
        proxies: Mapping[str, str] | None = None,
        ca_bundle: str | os.PathLike[str] | None = None,
        timeout: Timeout = DEFAULT_TIMEOUT,
        retry: Retry = DEFAULT_RETRY,
        max_answer: int = 16 * MEGABYTE,
        pool_size: int = 32,
        send: Send | None = None,
        on_attempt: Callable[[Attempt], object] | None = None,
        clock: RetryClock = SYSTEM_CLOCK,
    ) -> None:
        # First of all: whatever is raised below, no frame holds a secret in the clear. Sids and
        # addresses are hidden too until they are checked: people put secrets in their place.
        account_sid = hidden("account_sid", account_sid)
        auth_token = hidden("auth_token", auth_token)
        api_key = hidden("api_key", api_key)
        api_secret = hidden("api_secret", api_secret)
        base_url = hidden("base_url", base_url)
        proxies = hidden("proxies", proxies)
        of_account = self.service and self.service.account_prefix
        of_key = self.service and self.service.key_prefix
        self._account_sid = checked_sid("account_sid", of_account, account_sid)
        self._api_key = None if api_key is None else checked_sid("api_key", of_key, api_key)
        self._secrets = checked_credentials(
            self._api_key or self._account_sid, auth_token, self._api_key, api_secret
        )
        self._region = checked_label("region", region)
        self._edge = checked_label("edge", edge)
        self._base_url = None if base_url is None else checked_base(base_url, allow_insecure)
        self._origins: dict[str, str] = {}
        proxies = checked_proxies(proxies)
        check_is("timeout", Timeout, timeout)
        check_is("retry", Retry, retry)
        check_is("clock", RetryClock, clock)
        for name, called in (("send", send), ("on_attempt", on_attempt)):
            check(name, "what can be called, or None", called is None or callable(called), called)
        for name, number in (("max_answer", max_answer), ("pool_size", pool_size)):
            fits = type(number) is int and number >= 1
            check(name, "a whole number of at least 1", fits, number)
        self._timeout = timeout
        self._retry = retry
        self._max_answer = max_answer
        self._clock = clock
        self._on_attempt = on_attempt
        self._send: Send = send or RequestsTransport(
            timeout=timeout, proxies=proxies, ca_bundle=ca_bundle, pool_size=pool_size
        )
        self._closed = False
        by = "API key" if self._api_key else "auth token"
        place = self._base_url or ".".join(filter(None, (self._edge, self._region)))
        self._shown = f"<Connection {self._account_sid} by {by}{place and f' at {place}'}>"

    @classmethod
    def from_env(cls, **settings: Any) -> Connection:
        """The connection that the environment describes.

        The service says how its variables begin: ``TWILIO_ACCOUNT_SID``, and either
        ``TWILIO_API_KEY`` with ``TWILIO_API_SECRET`` or ``TWILIO_AUTH_TOKEN``; the key is used when
        there are both. ``TWILIO_REGION`` and ``TWILIO_EDGE`` if set.

        Args:
            **settings: Further arguments of the class. They go before the environment's: an
                account, a region or an edge each, the credentials together.

        Raises:
            ConfigurationError: A variable is missing, or what they say cannot work.
        """
        # As in the constructor: no frame holds a secret in the clear.
        settings = {name: hidden(name, value) for name, value in settings.items()}
        if not settings.get("account_sid"):
            settings.pop("account_sid", None)
        name = cls.service and cls.service.environment
        return cls(**{**environment(settings, name), **settings})

    @property
    def account_sid(self) -> str:
        """The account."""
        return self._account_sid

    def url_for(self, host: str, path: str, region: str | None = None) -> str:
        """The whole address of a path, by the region, the edge or the base URL.

        Args:
            host: The service's own host, with or without ``https://``: ``api.twilio.com``.
            path: The path from ``/`` on, percent-encoded, with its query.
            region: The service's usual region; None = as the connection's service says.

        Raises:
            ConfigurationError: The host is no host name, the path does not begin with ``/``, or
                nobody says which region an edge is of.
        """
        origin = self._origins.get(host)
        if origin is None:
            usual = region or (self.service and self.service.region)
            origin = origin_of(host, self._region, self._edge, self._base_url, usual)
            self._origins[host] = origin
        if not path.startswith("/"):
            raise ConfigurationError("a path begins with /")
        return origin + path

    def next_url(self, uri: str, host: str, region: str | None = None) -> str:
        """The whole address of a URI that the service answered, such as that of a next page.

        It may be a path, or an address of the service's own host or of the connection's form of it;
        the result is always the connection's form, without the fragment, which is never sent.

        Args:
            uri: What was answered.
            host: The service's own host.
            region: The service's usual region, as for ``url_for``.

        Raises:
            ForeignAddress: It leads elsewhere.
        """
        usual = region or (self.service and self.service.region)
        ours = None if self._base_url else self._region or usual
        return self.url_for(host, own_path(uri, host, self.url_for(host, "/", region)[:-1], ours))

    def send(self, request: Request, expected: Collection[int] = ()) -> Response:
        """The answer to a request, whatever its status, its body read whole.

        The credentials are added here, and the request is repeated as ``retry`` says.

        Args:
            request: Its address was made by ``url_for`` or ``next_url``.
            expected: The statuses that mean success; a redirect among them is an answer like any
                other. None is ever followed.

        Raises:
            TransportError: No answer, or none that can be used; it changed nothing, or may be
                repeated.
            OutcomeUnknown: A request that must not be repeated may have been carried out.
            ConfigurationError: The connection is closed.
        """
        origins = tuple(self._origins.values())  # at once: another thread may add one
        if not request.url.startswith(tuple([f"{own}/" for own in origins])):
            raise ForeignAddress("credentials are sent only to addresses the connection has made")
        response = send_with_retry(
            self._signed(request),
            self._sent,
            retry=self._retry,
            clock=self._clock,
            limit=self._max_answer,
            unknown=self._unknown,
            on_attempt=self._on_attempt,
            scrub=self._scrub,
        )
        elsewhere = 300 <= response.status < 400 and "Location" in response.headers
        if elsewhere and response.status not in expected:
            if request.method not in REPEATABLE and not not_processed(response.status):
                raise self.unusable(request, response, "redirected, which is not followed")
            raise RedirectRefused(
                f"answered {response.status} with an address elsewhere; redirects are not followed",
                method=request.method,
                path=request.path,
                sent=False,
            )
        return response

    def through(self, wrap: Callable[[Send], Send]) -> Connection:
        """Return this connection with every attempt passing through something: a log, a meter.

        It shares the sockets: close the connection that it was made of.

        Args:
            wrap: Takes what sends a request once, credentials included, and returns what is called
                in its stead.
        """
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        other._send = wrap(self._sent)
        return other

    def request_id(self, response: Response) -> str | None:
        """Return the service's name for a request, safe to show; None without one."""
        return response.request_id and self._scrub(response.request_id)

    def error(self, request: Request, response: Response, **facts: Any) -> ServiceError:
        """Return the error that an answer's status and its parsed error document make.

        Args:
            request: What was sent.
            response: What was answered.
            **facts: ``code``, ``message``, ``more_info`` and ``detail`` of the document.
        """
        service = request.service or self.service
        inactive = service and service.inactive_account
        now = self._clock.now()
        return outcomes.answered_error(request, response, self._scrub, now, inactive, **facts)

    def unusable(
        self, request: Request, response: Response, reason: str
    ) -> MalformedAnswer | OutcomeUnknown:
        """Return the error for an answer that is not what the service answers.

        Args:
            request: What was sent.
            response: What was answered.
            reason: What is wrong with it.
        """
        return outcomes.unusable(request, response, self._scrub, reason)

    def test(self, probe: HealthCheck = ACCOUNT) -> Diagnosis:
        """Whether the settings are correct and the service takes them: Test Connection.

        One request, not repeated. An API key of the standard kind may not read its own account and
        is refused by it; test such a key with a probe that it may read.

        Args:
            probe: What to ask for.
        """
        service = self.service
        host, path = probe.host or (service and service.host), probe.path
        if service is not None:
            path = (path or service.account_path or "").replace(
                f"{{{service.account_key}}}", self._account_sid
            )
        try:
            if not host or not path:
                raise ConfigurationError(
                    "nobody says which record to ask for: use the Connection of a generated "
                    "package, or give a HealthCheck with host and path"
                )
            request = Request("GET", self.url_for(host, path), {"Accept": "application/json"})
            reply = self._sent(self._signed(request))
            reply.read(min(self._max_answer, MEGABYTE))  # it is one record
        except ConfigurationError as error:
            return Diagnosis(Status.MISCONFIGURED, str(error))
        except TransportError as error:
            return diagnosis_of_failure(error, self._scrub)
        if probe.path is None and probe.state is None and service is not None:
            probe = probe._replace(state=service.account_state, active=service.account_active)
        inactive = service and service.inactive_account
        return diagnosis_of(reply, probe, inactive, self._api_key is not None, self._scrub)

    def close(self) -> None:
        """Close the sockets. The connection cannot be used afterwards."""
        self._closed = True
        if isinstance(self._send, RequestsTransport):
            self._send.close()

    def __enter__(self) -> Connection:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return self._shown

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(
            "a Connection holds sockets and secrets and cannot be pickled; make one in each process"
        )

    def __copy__(self) -> Connection:
        return self

    def __deepcopy__(self, memo: object) -> Connection:
        return self

    def _signed(self, request: Request) -> Request:
        if self._closed:
            raise ConfigurationError("the connection is closed")
        headers = {"User-Agent": f"twilio-ops/{__version__}", **request.headers}
        if request.signed:
            headers["Authorization"] = self._secrets[0]
        timeout, service = request.timeout or self._timeout, request.service or self.service
        return request._replace(headers=headers, timeout=timeout, service=service)

    def _sent(self, request: Request) -> Response:
        """Return the answer to one attempt; it knows what the service calls the request."""
        response = self._send(request)
        if request.service is not None and request.service.request_id is not None:
            response.request_id = response.headers.get(request.service.request_id)
        return response

    def _scrub(self, text: str) -> str:
        return scrub(text, self._secrets)

    def _unknown(
        self, request: Request, reason: str, sent_at: datetime, status: int | None
    ) -> OutcomeUnknown:
        return outcomes.unknown(request, self._scrub, reason, sent_at, status)
