"""Webhooks: who signed a request."""

from __future__ import annotations

import hashlib
import random

import pytest
from twilio.request_validator import RequestValidator

from twilio_ops import webhooks

TOKEN = "planted-secret-0123456789abcdef"
TEXTS = ["", "a", "Grüße & mehr=1", "+14155550100", " two  words ", "\u2603", "a\nb"]
PLACES = ["https://example.com/hook", "https://example.com:443/hook", "https://example.com:8443/"]
PLACES += ["http://example.com/a%20b?x=1&y=%2B", "http://example.com:80/", "http://10.0.0.1:5000/x"]


class Fields(dict[str, list[str]]):
    """Several values a name, as Twilio's validator takes them."""

    def getlist(self, name: str) -> list[str]:
        return self[name]


@pytest.mark.parametrize("number", range(200))
def test_twilios_own_validator_agrees(number: int):
    """On made-up requests: forms with repeated names, JSON bodies, ports, both algorithms."""
    chance = random.Random(number)
    names = chance.sample(["To", "From", "Body", "to", "MediaUrl", "A"], chance.randint(0, 5))
    form = Fields({n: [chance.choice(TEXTS) for _ in range(chance.randint(1, 3))] for n in names})
    algorithm = chance.choice(["HMAC_SHA1", "HMAC_SHA256"])
    settings = chance.choice([f"key=k,algorithm={algorithm}"]) if algorithm[-3:] == "256" else None
    theirs = RequestValidator(TOKEN)
    body = None
    url = chance.choice(PLACES)
    if chance.random() < 0.4:
        form = Fields()
        text = chance.choice(TEXTS)
        body = text.encode()
        digest = hashlib.sha256(body).hexdigest()
        url += ("&" if "?" in url else "?") + f"bodySHA256={digest}"
    signature = webhooks.sign(TOKEN, url, form, algorithm=algorithm)
    assert signature == theirs.compute_signature(url, form, algorithm)
    for case in ("good", "signature", "token", "url", "body"):
        called = url.replace("example", "sample") if case == "url" else url
        given = signature[:-4] + "AAA=" if case == "signature" else signature
        token = TOKEN + "x" if case == "token" else TOKEN
        sent = body
        if case == "body" and sent is not None:
            sent += b"x"
        ours = webhooks.is_signed(token, given, called, form, body=sent, settings=settings)
        params = form if sent is None else sent.decode()
        assert ours == RequestValidator(token).validate(called, params, given, algorithm)
    assert webhooks.is_signed(TOKEN, signature, url, form, body=body, settings=settings)


def test_what_cannot_be_signed_is_refused():
    """No header, an algorithm nobody knows, an address that is none, a body without a digest."""
    url = "https://example.com/hook"
    good = webhooks.sign(TOKEN, url, {"A": "b"})
    pairs = [("A", "b")]
    assert webhooks.is_signed(TOKEN, good, url, pairs)
    assert webhooks.is_signed(TOKEN, good, "https://example.com:443/hook", {"A": ["b"]})
    for refused in (
        webhooks.is_signed(TOKEN, None, url, pairs),
        webhooks.is_signed(TOKEN, "", url, pairs),
        webhooks.is_signed(TOKEN, "\u00e9", url, pairs),
        webhooks.is_signed(TOKEN, good, url, pairs, settings="algorithm=NONE"),
        webhooks.is_signed(TOKEN, good, "https://example.com:x/", pairs),
        webhooks.is_signed(TOKEN, webhooks.sign(TOKEN, url), url, body=b"{}"),
    ):
        assert refused is False
    with pytest.raises(ValueError, match="algorithm is HMAC_SHA1 or HMAC_SHA256"):
        webhooks.sign(TOKEN, url, algorithm="MD5")


def test_half_of_a_character_is_signed_and_compared():
    """A form may hold one, as it was sent: nothing is raised, and the signature is of it."""
    half = webhooks.sign("token", PLACES[0], {"Body": "\ud83d"})
    assert half != webhooks.sign("token", PLACES[0], {"Body": ""})
    assert webhooks.is_signed("token", half, PLACES[0], {"Body": "\ud83d"})
    assert not webhooks.is_signed("token", "\ud83d", PLACES[0], {"Body": "\ud83d"})


@pytest.mark.parametrize(
    ("signed", "called", "ours"),
    [
        ("https://a.example:443/x", "https://a.example/x", True),
        ("https://a.example/x", "https://a.example:443/x", True),
        ("http://a.example:80/x", "http://a.example/x", True),
        ("https://a.example:80/x", "https://a.example/x", False),
        ("http://a.example:443/x", "http://a.example/x", False),
    ],
)
def test_the_usual_port_is_that_of_the_scheme(signed: str, called: str, ours: bool):
    """An address is the same with it and without; with another scheme's it is another."""
    signature = webhooks.sign(TOKEN, signed, {"A": "b"})
    assert webhooks.is_signed(TOKEN, signature, called, {"A": "b"}) is ours
