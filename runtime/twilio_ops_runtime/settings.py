"""The settings of a connection: read, hidden as long as they may hold a secret, and checked."""

from __future__ import annotations

import base64
import os
import re
from typing import Any

from twilio_ops_runtime.errors import ConfigurationError
from twilio_ops_runtime.redact import Secret
from twilio_ops_runtime.transport import is_loopback

__all__ = [
    "checked_base",
    "checked_credentials",
    "checked_label",
    "checked_sid",
    "hidden",
    "variable",
]

_HIDDEN = frozenset({"account_sid", "auth_token", "api_key", "api_secret", "base_url"})
# Text, compiled when it is first used.
_SID = r"[A-Z]{2}[0-9a-fA-F]{32}"
_LABEL = r"[a-z0-9]([a-z0-9-]*[a-z0-9])?"
_VISIBLE = r"[\x21-\x7e]+"


def variable(name: str) -> Secret | None:
    """A variable of the environment, unless it is not set or empty."""
    value = os.environ.get(name)
    return Secret(value) if value else None


def hidden(name: str, value: Any) -> Any:
    """A setting, in a form that is not shown when it holds secrets."""
    if value is not None and name in _HIDDEN:
        return Secret(value)
    if value is not None and name == "proxies":
        return {scheme: Secret(address) for scheme, address in value.items()}
    return value


def checked_sid(name: str, prefix: str, value: str) -> str:
    if not (value[:2] == prefix and re.fullmatch(_SID, value)):
        raise ConfigurationError(
            f"{name} is {prefix} and 32 hexadecimal digits; {len(value)} characters were given"
        )
    return value[:]


def checked_credentials(
    user: str, auth_token: str | None, api_key: str | None, api_secret: str | None
) -> tuple[Secret, ...]:
    """The authorization header's value first, then what else must never be shown."""
    if auth_token is not None and (api_key is not None or api_secret is not None):
        raise ConfigurationError("give an auth_token, or an api_key with its api_secret: not both")
    if auth_token is None and (api_key is None or api_secret is None):
        raise ConfigurationError("give an auth_token, or an api_key with its api_secret")
    secret = Secret(auth_token or api_secret or "")
    if not re.fullmatch(_VISIBLE, secret):
        raise ConfigurationError("the auth_token or api_secret is empty, or has spaces around it")
    pair = Secret(base64.b64encode(f"{user}:".encode() + secret.encode()).decode())
    return Secret(f"Basic {pair.reveal()}"), pair, secret


def checked_label(name: str, value: str | None) -> str | None:
    if value is not None and not re.fullmatch(_LABEL, value):
        raise ConfigurationError(f"{name} is one lower-case word, such as us1 or dublin")
    return value


def checked_base(base_url: str, allow_insecure: bool) -> str:
    if "@" in base_url:
        raise ConfigurationError("base_url has no credentials in it")
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(base_url[:])
        host, _ = parts.hostname, parts.port
    except ValueError:
        parts, host = None, None
    if (
        parts is None
        or not host
        or parts.scheme not in ("http", "https")
        or parts.query
        or parts.fragment
    ):
        raise ConfigurationError("base_url is an http or https address without query or fragment")
    if parts.scheme == "http" and not allow_insecure and not is_loopback(host):
        raise ConfigurationError(
            f"credentials would travel in the clear to {host}: use https, or allow_insecure=True"
        )
    return f"{parts.scheme}://{parts.netloc.lower()}{parts.path.rstrip('/')}"
