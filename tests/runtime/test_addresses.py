"""Addresses: where a service is, which of those that it answers are its own, and what follows."""

from __future__ import annotations

import pytest

from twilio_ops_runtime.errors import ConfigurationError, ForeignAddress
from twilio_ops_runtime.http.addresses import origin_of, own_path
from twilio_ops_runtime.queries import _with_token
from twilio_ops_runtime.responses import format_of


@pytest.mark.parametrize(
    ("host", "region", "edge", "base", "usual", "expected"),
    [
        ("api.x.com", None, None, None, None, "https://api.x.com"),
        ("https://api.x.com/", None, None, None, "us1", "https://api.x.com"),
        ("API.x.com", "ie1", None, None, None, "https://api.ie1.x.com"),
        ("api.x.com", None, "dublin", None, "us1", "https://api.dublin.us1.x.com"),
        ("api.x.com", "ie1", "dublin", None, "us1", "https://api.dublin.ie1.x.com"),
        ("api.ie1.x.com", None, None, None, "us1", "https://api.ie1.x.com"),
        ("api.ie1.x.com", "au1", None, None, "us1", "https://api.au1.x.com"),
        ("api.ie1.x.com", None, "dublin", None, "us1", "https://api.dublin.ie1.x.com"),
        ("api.dublin.ie1.x.com", None, None, None, "us1", "https://api.dublin.ie1.x.com"),
        ("api.dublin.ie1.x.com", "au1", None, None, "us1", "https://api.dublin.au1.x.com"),
        ("api.dublin.ie1.x.com", None, "sydney", None, None, "https://api.sydney.ie1.x.com"),
        ("x.com", "ie1", None, None, None, "https://x.ie1.x.com"),
        ("a.b.c.d.x.com", "ie1", None, None, None, "https://a.ie1.x.com"),
        ("api.x.com", "ie1", "dublin", "http://h", None, "http://h"),
        ("localhost", None, None, None, None, None),
        ("a_b.com", None, None, None, None, None),
        ("api.x.com", None, "dublin", None, None, None),
    ],
)
def test_a_service_is_where_region_and_edge_say(
    host: str,
    region: str | None,
    edge: str | None,
    base: str | None,
    usual: str | None,
    expected: str | None,
):
    """A host that names its own has them, unless others are given; a base URL goes before all."""
    if expected is None:
        with pytest.raises(ConfigurationError):
            origin_of(host, region, edge, base, usual)
    else:
        assert origin_of(host, region, edge, base, usual) == expected


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("/x", "/x"),
        ("/x#f", "/x"),
        ("/x?a=//b", "/x?a=//b"),
        ("https://api.x.com/y", "/y"),
        ("https://API.X.com:443/y", "/y"),
        ("HTTPS://api.x.com/y?a=B#c", "/y?a=B"),
        ("https://api.us1.x.com/y", "/y"),
        ("http://127.0.0.1:8080/z", "/z"),
        ("http://127.0.0.1/z", None),
        ("https://api.ie1.x.com/y", None),
        ("https://api.x.com:80/y", None),
        ("http://api.x.com/y", None),
        ("https://api.x.com.evil/y", None),
        ("https://api.x.com@evil/y", None),
        ("https://api.x.com\\@evil/", None),
        ("/\\evil", None),
        ("//evil", None),
        ("x", None),
        ("", None),
        ("/a b", None),
        ("/\u00e9", None),
        ("https://api.x.com", None),
    ],
)
def test_what_is_answered_is_ours_or_foreign(uri: str, path: str | None):
    """However it is written; and what is not ours is never gone to."""
    if path is None:
        with pytest.raises(ForeignAddress, match=r"^the answer points to an address that is not"):
            own_path(uri, "api.x.com", "http://127.0.0.1:8080", "us1")
    else:
        assert own_path(uri, "https://api.x.com", "http://127.0.0.1:8080", "us1") == path


def test_the_usual_port_of_plain_http_is_none():
    """As that of https is."""
    assert own_path("http://h:80/y", "api.x.com", "http://h", None) == "/y"
    assert own_path("http://h/y", "api.x.com", "http://h:80", None) == "/y"
    with pytest.raises(ForeignAddress):
        own_path("http://h:443/y", "api.x.com", "http://h", None)
    with pytest.raises(ForeignAddress):
        own_path("https://api.us1.x.com/y", "api.x.com", "http://h", None)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"<a", "xml"),
        (b"  \n<a", "xml"),
        (b"\xef\xbb\xbf<a", "xml"),
        (b"\xff\xfe<", "xml"),
        (b"\xfe\xff", "xml"),
        (b"{", "json"),
        (b" [", "json"),
        (b"\xef\xbb\xbf{", "json"),
        (b"x", None),
        (b"", None),
        (b" " * 63 + b"<", "xml"),
        (b" " * 64 + b"<", None),
    ],
)
def test_an_answer_is_in_the_format_of_its_beginning(content: bytes, found: str | None):
    """One that begins as neither is taken for what was asked for."""
    assert format_of(content, "json") == (found or "json")
    assert format_of(content, "xml") == (found or "xml")


@pytest.mark.parametrize(
    ("url", "key", "token", "expected"),
    [
        ("https://h/p", "next_token", "a b", "https://h/p?PageToken=a+b"),
        (
            "https://h/p?PageToken=x&a=&b=1",
            "next_token",
            "t",
            "https://h/p?a=&b=1&PageToken=t",
        ),
        ("https://h/p?pageToken=x&b=1", "nextToken", "t", "https://h/p?b=1&pageToken=t"),
        ("https://h/p?b=1", "pageToken", "t/1", "https://h/p?b=1&pageToken=t%2F1"),
    ],
)
def test_a_token_takes_the_place_of_the_one_before(url: str, key: str, token: str, expected: str):
    """In the spelling of the key that it came under; the rest of the query stays."""
    assert _with_token(url, key, token) == expected
