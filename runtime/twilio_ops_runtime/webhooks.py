"""Webhooks: whether a request that reached an application was signed by the service.

The service signs the address that it called and the form that it sent with the account's auth
token. The address is the one the service sees: behind a proxy, the public one.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterable, Mapping
from typing import cast
from urllib.parse import parse_qs, urlsplit

__all__ = ["Form", "is_signed", "sign"]

Form = Mapping[str, str | Iterable[str]] | Iterable[tuple[str, str]]
"""Fields of a form: by name, a value or several each, or pairs in any order."""

_HASHES = {"HMAC_SHA1": hashlib.sha1, "HMAC_SHA256": hashlib.sha256}


def sign(auth_token: str, url: str, form: Form = (), *, algorithm: str = "HMAC_SHA1") -> str:
    """Return the signature of a request, as ``X-Twilio-Signature`` has it.

    Args:
        auth_token: The token of the account that owns what the request is about; the secret of a
            shared key, where that signs.
        url: The whole address, with its query.
        form: The fields of the form that is sent; none with a JSON body.
        algorithm: ``HMAC_SHA1``, or ``HMAC_SHA256`` of shared keys.

    Raises:
        ValueError: There is no such algorithm.
    """
    made = _HASHES.get(algorithm.upper())
    if made is None:
        raise ValueError(f"algorithm is {' or '.join(_HASHES)}, not {algorithm!r:.40}")
    text = url + "".join(name + value for name, value in sorted(set(_fields(form))))
    digest = hmac.new(auth_token.encode(), text.encode("utf-8", "surrogatepass"), made).digest()
    return base64.b64encode(digest).decode()


def is_signed(
    auth_token: str,
    signature: str | None,
    url: str,
    form: Form = (),
    *,
    body: bytes | None = None,
    settings: str | None = None,
) -> bool:
    """Return whether the service signed a request; signatures are compared in constant time.

    The address is taken with and without its usual port, because either may have been signed.

    Args:
        auth_token: As for ``sign``.
        signature: The header ``X-Twilio-Signature``; None = there was none.
        url: The whole address as the service called it, with its query.
        form: The fields of the form, if the body is one.
        body: The body, if it is none: the address then carries its digest.
        settings: The header ``X-Twilio-Webhooks-Signature-Settings``, where a shared key signs.
    """
    algorithm = _algorithm(settings)
    if not signature or algorithm not in _HASHES:
        return False
    try:
        addresses = _with_and_without_port(url)
    except ValueError:
        return False
    if body is not None:
        digests = parse_qs(urlsplit(url).query).get("bodySHA256")
        digest = hashlib.sha256(body).hexdigest()
        if not digests or not _same(digest, digests[0]):
            return False
        form = ()
    fields = list(_fields(form))
    found = [
        _same(sign(auth_token, one, fields, algorithm=algorithm), signature) for one in addresses
    ]
    return any(found)


def _fields(form: Form) -> Iterable[tuple[str, str]]:
    if not isinstance(form, Mapping):
        yield from form
        return
    for name, value in cast("Mapping[str, str | Iterable[str]]", form).items():
        if isinstance(value, str):
            yield name, value
        else:
            yield from ((name, one) for one in value)


def _algorithm(settings: str | None) -> str:
    for part in (settings or "").split(","):
        name, _, value = part.partition("=")
        if name.strip() == "algorithm" and value.strip():
            return value.strip().upper()
    return "HMAC_SHA1"


def _with_and_without_port(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    usual = 443 if parts.scheme == "https" else 80
    if parts.port is None:
        return url, parts._replace(netloc=f"{parts.netloc.removesuffix(':')}:{usual}").geturl()
    return url, parts._replace(netloc=parts.netloc.rpartition(":")[0]).geturl()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode("utf-8", "surrogatepass"))
