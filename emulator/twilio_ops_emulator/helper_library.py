"""Twilio's own helper library on an emulator in the same process: no socket, nothing patched."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote, urlencode

from twilio_ops_emulator.api.errors import EmulatorError
from twilio_ops_runtime.http.messages import Request, Timeout

if TYPE_CHECKING:
    from twilio_ops_emulator.core import Core


def client(emulator: Core, account_sid: str, auth_token: str) -> Any:
    """Return a client of Twilio's library whose requests an emulator answers.

    Args:
        emulator: The emulator.
        account_sid: The account to be.
        auth_token: Its token.

    Returns:
        A ``twilio.rest.Client``; the library has no types that could be named here.

    Raises:
        EmulatorError: The library is not installed.
    """
    try:
        from twilio.http import HttpClient  # pyright: ignore[reportMissingTypeStubs]
        from twilio.http.response import Response  # pyright: ignore[reportMissingTypeStubs]
        from twilio.rest import Client  # pyright: ignore[reportMissingTypeStubs]
    except ModuleNotFoundError as missing:
        raise EmulatorError("Twilio's library is not installed: pip install twilio") from missing

    class InProcess(cast("type[Any]", HttpClient)):  # type: ignore[misc]
        """Carries requests of the library to the emulator."""

        def __init__(self) -> None:
            log = logging.getLogger("twilio.http_client")
            super().__init__(log, False)  # pyright: ignore[reportUnknownMemberType]

        def request(
            self,
            method: str,
            uri: str,
            params: Mapping[str, Any] | None = None,
            data: Any = None,
            headers: Mapping[str, str] | None = None,
            auth: tuple[str, str] | None = None,
            timeout: float | None = None,
            allow_redirects: bool = False,
        ) -> Any:
            """Return the emulator's answer."""
            query = _encoded(params or {})
            address = f"{uri}{'&' if '?' in uri else '?'}{query}" if query else uri
            fields = dict(headers or {})
            if auth is not None:
                fields["Authorization"] = _basic(*auth)
            body = None
            if data is not None:
                if isinstance(data, str | bytes):
                    body = data.encode() if isinstance(data, str) else data
                elif fields.get("Content-Type", "").startswith("application/json"):
                    import json

                    body = json.dumps(data).encode()
                else:
                    fields["Content-Type"] = "application/x-www-form-urlencoded"
                    body = _encoded(data).encode()
            patience = None if timeout is None else Timeout(timeout, timeout)
            answer = emulator.handle(Request(method.upper(), address, fields, body, patience))
            return Response(answer.status, answer.read().decode(), dict(answer.headers))

    return Client(account_sid, auth_token, http_client=InProcess())


def _basic(user: str, secret: str) -> str:
    from base64 import b64encode

    return f"Basic {b64encode(f'{user}:{secret}'.encode()).decode()}"


def _encoded(values: Mapping[str, Any]) -> str:
    """Values as a form: several of a name one after the other, what is None left out."""
    pairs = [
        (name, _text(one))
        for name, value in values.items()
        for one in cast("Sequence[Any]", value if isinstance(value, list | tuple) else [value])
        if one is not None
    ]
    return urlencode(pairs, quote_via=quote)


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
