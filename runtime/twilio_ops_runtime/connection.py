"""An account at the service: where it is, who asks, and how requests get there."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from twilio_ops_runtime.errors import (
    REPEATABLE,
    ConfigurationError,
    ForeignAddress,
    MalformedAnswer,
    OutcomeUnknown,
    RedirectRefused,
    ServiceError,
    TransportError,
    service_error,
)
from twilio_ops_runtime.health import (
    ACCOUNT,
    Diagnosis,
    HealthCheck,
    Status,
    diagnosis_of,
    diagnosis_of_failure,
)
from twilio_ops_runtime.http.redact import scrub, sent_parameters
from twilio_ops_runtime.http.transport import (
    DEFAULT_TIMEOUT,
    Request,
    RequestsTransport,
    Response,
    Send,
    Timeout,
)
from twilio_ops_runtime.retry import (
    DEFAULT_RETRY,
    SYSTEM_CLOCK,
    Retry,
    RetryClock,
    not_processed,
    retry_after,
    send_with_retry,
)
from twilio_ops_runtime.settings import (
    checked_base,
    checked_credentials,
    checked_label,
    checked_proxies,
    checked_sid,
    hidden,
    variable,
)
from twilio_ops_runtime.sids import sid_in
from twilio_ops_runtime.validators import check, check_is
from twilio_ops_runtime.version import __version__

if TYPE_CHECKING:
    from datetime import datetime
    from types import TracebackType

__all__ = ["Connection", "Diagnosis", "HealthCheck", "Status"]

MEGABYTE = 1 << 20
DEFAULT_REGION = "us1"
"""The region of an edge that is given without one."""

# Text, compiled when it is first used.
_HOST = r"[a-z0-9-]+(\.[a-z0-9-]+)+"
_VISIBLE = r"[\x21-\x7e]+"


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
        edge: The edge they enter by; alone, the region is ``us1``.
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
        clock: Where time and chance come from.

    Raises:
        ConfigurationError: The settings are missing, contradict each other or cannot work.
    """

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
        self._account_sid = checked_sid("account_sid", "AC", account_sid)
        self._api_key = None if api_key is None else checked_sid("api_key", "SK", api_key)
        self._secrets = checked_credentials(
            self._api_key or self._account_sid, auth_token, self._api_key, api_secret
        )
        self._region = checked_label("region", region)
        self._edge = checked_label("edge", edge)
        self._base_url = None if base_url is None else checked_base(base_url, allow_insecure)
        proxies = checked_proxies(proxies)
        check_is("timeout", Timeout, timeout)
        check_is("retry", Retry, retry)
        check_is("clock", RetryClock, clock)
        check("send", "what can be called, or None", send is None or callable(send), send)
        for name, number in (("max_answer", max_answer), ("pool_size", pool_size)):
            fits = type(number) is int and number >= 1
            check(name, "a whole number of at least 1", fits, number)
        self._timeout = timeout
        self._retry = retry
        self._max_answer = max_answer
        self._clock = clock
        self._transport = None
        self._send: Send
        if send is None:
            self._transport = RequestsTransport(
                timeout=timeout, proxies=proxies, ca_bundle=ca_bundle, pool_size=pool_size
            )
            self._send = self._transport
        else:
            self._send = send
        self._origins: dict[str, str] = {}
        self._closed = False
        by = "API key" if self._api_key else "auth token"
        place = self._base_url or ".".join(filter(None, (self._edge, self._region)))
        self._shown = f"<Connection {self._account_sid} by {by}{place and f' at {place}'}>"

    @classmethod
    def from_env(cls, **settings: Any) -> Connection:
        """The connection that the environment describes.

        ``TWILIO_ACCOUNT_SID`` and either ``TWILIO_API_KEY`` with ``TWILIO_API_SECRET`` or
        ``TWILIO_AUTH_TOKEN``; the key is used when there are both. ``TWILIO_REGION`` and
        ``TWILIO_EDGE`` if set.

        Args:
            **settings: Further arguments of the class. They go before the environment's: an
                account, a region or an edge each, the credentials together.

        Raises:
            ConfigurationError: A variable is missing, or what they say cannot work.
        """
        found: dict[str, Any]
        # As in the constructor: no frame holds a secret in the clear.
        settings = {name: hidden(name, value) for name, value in settings.items()}
        account_sid = settings.pop("account_sid", None) or variable("TWILIO_ACCOUNT_SID")
        if account_sid is None:
            raise ConfigurationError("TWILIO_ACCOUNT_SID is not set")
        if any(settings.get(name) for name in ("auth_token", "api_key", "api_secret")):
            places = {"region": "TWILIO_REGION", "edge": "TWILIO_EDGE"}
            found = {name: os.environ.get(place) or None for name, place in places.items()}
            return cls(account_sid, **{**found, **settings})
        api_key, api_secret = variable("TWILIO_API_KEY"), variable("TWILIO_API_SECRET")
        auth_token = variable("TWILIO_AUTH_TOKEN")
        if (api_key is None) != (api_secret is None):
            raise ConfigurationError(
                "TWILIO_API_KEY and TWILIO_API_SECRET belong together: only one is set"
            )
        if api_key is None and auth_token is None:
            raise ConfigurationError(
                "neither TWILIO_AUTH_TOKEN nor TWILIO_API_KEY and TWILIO_API_SECRET are set"
            )
        found = {
            "auth_token": auth_token if api_key is None else None,
            "api_key": api_key,
            "api_secret": api_secret,
            "region": os.environ.get("TWILIO_REGION") or None,
            "edge": os.environ.get("TWILIO_EDGE") or None,
        }
        return cls(account_sid, **{**found, **settings})

    @property
    def account_sid(self) -> str:
        """The account."""
        return self._account_sid

    def url_for(self, host: str, path: str) -> str:
        """The whole address of a path, by the region, the edge or the base URL.

        Args:
            host: The service's own host, with or without ``https://``: ``api.twilio.com``.
            path: The path from ``/`` on, percent-encoded, with its query.

        Raises:
            ConfigurationError: The host is no host name, or the path does not begin with ``/``.
        """
        origin = self._origins.get(host)
        if origin is None:
            origin = self._origins[host] = self._origin(host)
        if not path.startswith("/"):
            raise ConfigurationError("a path begins with /")
        return origin + path

    def next_url(self, uri: str, host: str) -> str:
        """The whole address of a URI that the service answered, such as that of a next page.

        It may be a path, or an address of the service's own host or of the connection's form of it;
        the result is always the connection's form, without the fragment, which is never sent.

        Args:
            uri: What was answered.
            host: The service's own host.

        Raises:
            ForeignAddress: It leads elsewhere.
        """
        uri = uri.partition("#")[0]
        if re.fullmatch(_VISIBLE, uri) and "\\" not in uri:
            if uri.startswith("/") and not uri.startswith("//"):
                return self.url_for(host, uri)
            own = self.url_for(host, "/")
            plain = f"https://{_bare(host)}/"
            regional = plain
            if self._region and not self._base_url:
                regional = plain.replace(".", f".{self._region}.", 1)
            written = _normal(uri)
            for origin in (own, plain, regional):
                if written.startswith(_normal(origin)):
                    return own + written[len(_normal(origin)) :]
        raise ForeignAddress(f"the answer points to an address that is not of {_bare(host)}")

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
        if not any(request.url.startswith(f"{own}/") for own in origins):
            raise ForeignAddress("credentials are sent only to addresses the connection has made")
        reply = send_with_retry(
            self._signed(request),
            self._send,
            retry=self._retry,
            clock=self._clock,
            limit=self._max_answer,
            unknown=self._unknown,
        )
        elsewhere = 300 <= reply.status < 400 and "Location" in reply.headers
        if elsewhere and reply.status not in expected:
            if request.method not in REPEATABLE and not not_processed(reply.status):
                raise self.unusable(request, reply, "redirected, which is not followed")
            raise RedirectRefused(
                f"answered {reply.status} with an address elsewhere; redirects are not followed",
                method=request.method,
                path=request.path,
                sent=False,
            )
        return reply

    def through(self, wrap: Callable[[Send], Send]) -> Connection:
        """Return this connection with every attempt passing through something: a log, a meter.

        It shares the sockets: close the connection that it was made of.

        Args:
            wrap: Takes what sends a request once, credentials included, and returns what is called
                in its stead.
        """
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        other._send = wrap(self._send)
        return other

    def request_id(self, reply: Response) -> str | None:
        """Return the service's name for a request, from its answer; None without one."""
        found = reply.headers.get("Twilio-Request-Id")
        return found and scrub(found, self._secrets)

    def error(
        self,
        request: Request,
        reply: Response,
        *,
        code: int | None = None,
        message: str = "",
        more_info: str | None = None,
        detail: str | None = None,
    ) -> ServiceError:
        """The error that an answer's status and its parsed error document make.

        Args:
            request: What was sent.
            reply: What was answered.
            code: The document's error code.
            message: Its message.
            more_info: Its address of an explanation.
            detail: Its detail.
        """
        return service_error(
            status=reply.status,
            method=request.method,
            path=request.path,
            code=code,
            message=scrub(message, self._secrets),
            more_info=more_info and scrub(more_info, self._secrets),
            detail=detail and scrub(detail, self._secrets),
            request_id=self.request_id(reply),
            retry_after=retry_after(reply.headers, self._clock.now()),
            answer=self._scrubbed(reply),
            parameters=self._parameters(request),
            sent_at=reply.sent_at,
        )

    def unusable(
        self, request: Request, reply: Response, reason: str
    ) -> MalformedAnswer | OutcomeUnknown:
        """The error for an answer that is not what the service answers.

        ``OutcomeUnknown`` for what must not be repeated, unless the status says that nothing was
        done.

        Args:
            request: What was sent.
            reply: What was answered.
            reason: What is wrong with it.
        """
        kind = reply.headers.get("Content-Type", "no type")
        reason = scrub(
            f"{reason}; {len(reply.read())} bytes of {kind} with status {reply.status}",
            self._secrets,
        )
        error: MalformedAnswer | OutcomeUnknown
        if request.method in REPEATABLE or not_processed(reply.status):
            error = MalformedAnswer(reason, method=request.method, path=request.path)
        else:
            error = OutcomeUnknown(
                reason,
                method=request.method,
                path=request.path,
                parameters=self._parameters(request),
                sent_at=reply.sent_at,
                status=reply.status,
            )
        error.answer = self._scrubbed(reply)
        error.sid = sid_in(error.answer)
        error.request_id = self.request_id(reply)
        return error

    def _scrubbed(self, reply: Response) -> bytes:
        text = scrub(reply.read().decode("utf-8", "surrogateescape"), self._secrets)
        return text.encode("utf-8", "surrogateescape")

    def test(self, probe: HealthCheck = ACCOUNT) -> Diagnosis:
        """Whether the settings are correct and the service takes them: Test Connection.

        One request, not repeated. An API key of the standard kind may not read its own account and
        is refused by it; test such a key with a probe that it may read.

        Args:
            probe: What to ask for.
        """
        try:
            url = self.url_for(probe.host, probe.path.replace("{AccountSid}", self._account_sid))
            request = Request("GET", url, {"Accept": "application/json"})
            reply = self._send(self._signed(request))
            reply.read(min(self._max_answer, MEGABYTE))  # it is one record
        except ConfigurationError as error:
            return Diagnosis(Status.MISCONFIGURED, str(error))
        except TransportError as error:
            return diagnosis_of_failure(error, self._secrets)
        return diagnosis_of(reply, probe, self._api_key is not None, self._secrets)

    def close(self) -> None:
        """Close the sockets. The connection cannot be used afterwards."""
        self._closed = True
        if self._transport is not None:
            self._transport.close()

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

    def _origin(self, host: str) -> str:
        if self._base_url is not None:
            return self._base_url
        name = _bare(host)
        if not re.fullmatch(_HOST, name):
            raise ConfigurationError("the service's host is not a host name")
        if not self._region and not self._edge:
            return f"https://{name}"
        pieces = name.split(".")
        # product.region.domain, or product.edge.region.domain, of a host that names its own
        own_region = pieces[-3] if len(pieces) in (4, 5) else None
        own_edge = pieces[1] if len(pieces) == 5 else None
        edge = self._edge or own_edge
        region = self._region or own_region or (edge and DEFAULT_REGION)
        return "https://" + ".".join(filter(None, (pieces[0], edge, region, *pieces[-2:])))

    def _signed(self, request: Request) -> Request:
        if self._closed:
            raise ConfigurationError("the connection is closed")
        headers = {"User-Agent": f"twilio-ops/{__version__}", **request.headers}
        if request.signed:
            headers["Authorization"] = self._secrets[0]
        return request._replace(headers=headers, timeout=request.timeout or self._timeout)

    def _parameters(self, request: Request) -> tuple[tuple[str, str], ...]:
        return tuple(
            (name, scrub(value, self._secrets)) for name, value in sent_parameters(request)
        )

    def _unknown(
        self, request: Request, reason: str, sent_at: datetime, status: int | None
    ) -> OutcomeUnknown:
        return OutcomeUnknown(
            reason,
            method=request.method,
            path=request.path,
            parameters=self._parameters(request),
            sent_at=sent_at,
            status=status,
        )


def _normal(uri: str) -> str:
    """An address with its scheme and host in small letters and without the usual port."""
    scheme, _, rest = uri.partition("://")
    authority, slash, path = rest.partition("/")
    scheme, authority = scheme.lower(), authority.lower()
    usual = {"https": ":443", "http": ":80"}.get(scheme, "")
    return f"{scheme}://{authority.removesuffix(usual) if usual else authority}{slash}{path}"


def _bare(host: str) -> str:
    return host.removeprefix("https://").rstrip("/").lower()
