"""The settings of a connection: read, hidden as long as they may hold a secret, and checked."""

from __future__ import annotations

import base64
import os
import re
from collections.abc import Mapping
from typing import Any

from twilio_ops_runtime.errors import ConfigurationError
from twilio_ops_runtime.http.addresses import is_loopback
from twilio_ops_runtime.http.redact import Secret
from twilio_ops_runtime.sids import is_sid
from twilio_ops_runtime.types.base import is_mapping, is_object

_HIDDEN = frozenset({"account_sid", "auth_token", "api_key", "api_secret", "base_url", "proxies"})
# Text, compiled when it is first used.
_LABEL = r"[a-z0-9]([a-z0-9-]*[a-z0-9])?"
_PROXIED = r"(https?|all)(://[^/\s]+)?"
_PROXIES = ("http", "https", "socks4", "socks4a", "socks5", "socks5h")
_VISIBLE = r"[\x21-\x7e]+"


def variable(name: str) -> Secret | None:
    """A variable of the environment, unless it is not set or empty."""
    value = os.environ.get(name)
    return Secret(value) if value else None


def environment(settings: Mapping[str, Any], name: str | None) -> dict[str, Any]:
    """Return the settings that the environment has and nobody gave; see ``Connection.from_env``.

    Args:
        settings: What was given. An account, a region or an edge goes before the environment's
            each, credentials together.
        name: What the names of the service's variables begin with.

    Raises:
        ConfigurationError: A variable is missing, or the service has none.
    """
    if name is None:
        raise ConfigurationError(
            "nobody says which variables hold the settings: use the Connection of a generated package"
        )
    found: dict[str, Any] = {
        setting: os.environ.get(f"{name}_{setting.upper()}") or None
        for setting in ("region", "edge")
    }
    if not settings.get("account_sid"):
        found["account_sid"] = variable(f"{name}_ACCOUNT_SID")
        if found["account_sid"] is None:
            raise ConfigurationError(f"{name}_ACCOUNT_SID is not set")
    if any(settings.get(name) for name in ("auth_token", "api_key", "api_secret")):
        return found
    api_key, api_secret = variable(f"{name}_API_KEY"), variable(f"{name}_API_SECRET")
    auth_token = variable(f"{name}_AUTH_TOKEN")
    if (api_key is None) != (api_secret is None):
        raise ConfigurationError(
            f"{name}_API_KEY and {name}_API_SECRET belong together: only one is set"
        )
    if api_key is None and auth_token is None:
        raise ConfigurationError(
            f"neither {name}_AUTH_TOKEN nor {name}_API_KEY and {name}_API_SECRET are set"
        )
    if api_key is None:
        return {**found, "auth_token": auth_token}
    return {**found, "api_key": api_key, "api_secret": api_secret}


def hidden(name: str, value: Any) -> Any:
    """A setting, in a form that is not shown when it may hold a secret.

    Args:
        name: The setting's name.
        value: What was given for it. Of what should be text and is not only the type is left, by
            which the checks refuse it.
    """
    if value is None:
        return None
    if name == "proxies" and is_mapping(value):
        return {scheme: _hidden(address) for scheme, address in value.items()}
    return _hidden(value) if name in _HIDDEN else value


def _hidden(value: Any) -> Any:
    if isinstance(value, str):
        return Secret(value)
    return value if isinstance(value, type) else type(value)  # a type: it was hidden before


def _checked_text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        given = "None" if value is None else getattr(value, "__name__", type(value).__name__)
        raise ConfigurationError(f"{name} is text, not {given}")
    return value


def checked_sid(name: str, prefix: str | None, value: Any) -> str:
    """The Sid in the clear, if a setting is one.

    Args:
        name: The setting's name.
        prefix: The Sid's prefix; None = any two letters.
        value: The setting.

    Raises:
        ConfigurationError: It is none. It is not shown: people put secrets in its place.
    """
    text = _checked_text(name, value)
    if not is_sid(text, prefix or text[:2]):
        raise ConfigurationError(
            f"{name} is {prefix or 'two letters'} and 32 hexadecimal digits; {len(text)} characters were given"
        )
    return text[:]


def checked_proxies(proxies: Any) -> dict[str, str] | None:
    """The proxies' addresses by scheme, if that is what a setting holds; None = none is set.

    Raises:
        ConfigurationError: It holds something else.
    """
    if proxies is None:
        return None
    if not is_object(proxies):
        raise ConfigurationError("proxies are addresses by scheme: {'https': 'http://host:port'}")
    for scheme, address in proxies.items():
        _checked_text("a scheme of proxies", scheme)
        if not _is_proxy(_checked_text("an address of proxies", address)):
            raise ConfigurationError("an address of proxies is host:port, with or without http://")
        if not re.fullmatch(_PROXIED, scheme):
            raise ConfigurationError(
                "a scheme of proxies is http, https or all, with or without ://host behind it"
            )
    return proxies


def _is_proxy(address: str) -> bool:
    """Whether a text is an address that requests can be sent to, with or without credentials."""
    from urllib.parse import urlsplit

    try:
        # A slice: it may be a Secret, of which formatting gives the mask.
        parts = urlsplit(address[:] if "://" in address else f"http://{address[:]}")
        reachable = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return reachable and re.fullmatch(_VISIBLE, address) is not None and parts.scheme in _PROXIES


def checked_credentials(
    user: str, auth_token: Any, api_key: str | None, api_secret: Any
) -> tuple[Secret, ...]:
    """The authorization header's value first, then what else must never be shown.

    Args:
        user: The account or the key, which goes before the secret.
        auth_token: The account's token.
        api_key: The key, checked.
        api_secret: The key's secret.

    Raises:
        ConfigurationError: They are not one token, or one key and its secret, in text.
    """
    if auth_token is not None and (api_key is not None or api_secret is not None):
        raise ConfigurationError("give an auth_token, or an api_key with its api_secret: not both")
    if auth_token is None and (api_key is None or api_secret is None):
        raise ConfigurationError("give an auth_token, or an api_key with its api_secret")
    name, given = ("api_secret", api_secret) if auth_token is None else ("auth_token", auth_token)
    secret = Secret(_checked_text(name, given))
    if not re.fullmatch(_VISIBLE, secret):
        raise ConfigurationError("the auth_token or api_secret is empty, or has spaces around it")
    pair = Secret(base64.b64encode(f"{user}:".encode() + secret.encode()).decode())
    return Secret(f"Basic {pair.reveal()}"), pair, secret


def checked_label(name: str, value: Any) -> str | None:
    """A region or an edge, if a setting is one word of a host's name; None = none is set.

    Args:
        name: The setting's name.
        value: The setting.

    Raises:
        ConfigurationError: It is something else.
    """
    if value is None:
        return None
    if not re.fullmatch(_LABEL, _checked_text(name, value)):
        raise ConfigurationError(f"{name} is one lower-case word, such as us1 or dublin")
    return str(value)


def checked_base(base_url: str, allow_insecure: bool) -> str:
    """The beginning of all addresses, without a slash at its end.

    Args:
        base_url: The setting.
        allow_insecure: Whether it may be plain HTTP to another machine.

    Raises:
        ConfigurationError: It is no such address, holds credentials, or would show them.
    """
    _checked_text("base_url", base_url)
    if not re.fullmatch(_VISIBLE, base_url):
        raise ConfigurationError("base_url has white space or control characters in it")
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
