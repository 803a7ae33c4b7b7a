"""Where requests go: the address of a path, by region, edge or base URL, and which are ours."""

from __future__ import annotations

import re

from twilio_ops_runtime.errors import ConfigurationError, ForeignAddress

DEFAULT_REGION = "us1"
"""The region of an edge that is given without one."""

# Text, compiled when it is first used.
_HOST = r"[a-z0-9-]+(\.[a-z0-9-]+)+"
_VISIBLE = r"[\x21-\x7e]+"


class Addresses:
    """The addresses of one connection.

    Args:
        region: The region that handles the requests.
        edge: The edge they enter by.
        base_url: Another address to send everything to.
    """

    def __init__(self, region: str | None, edge: str | None, base_url: str | None) -> None:
        self._region = region
        self._edge = edge
        self._base_url = base_url
        self._origins: dict[str, str] = {}

    def __str__(self) -> str:
        return self._base_url or ".".join(filter(None, (self._edge, self._region)))

    def url_for(self, host: str, path: str) -> str:
        """Return the whole address of a path; see ``Connection.url_for``."""
        origin = self._origins.get(host)
        if origin is None:
            origin = self._origins[host] = self._origin(host)
        if not path.startswith("/"):
            raise ConfigurationError("a path begins with /")
        return origin + path

    def next_url(self, uri: str, host: str) -> str:
        """Return the whole address of a URI that was answered; see ``Connection.next_url``."""
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

    def are_ours(self, url: str) -> bool:
        """Return whether ``url_for`` has made an address of the same origin."""
        origins = tuple(self._origins.values())  # at once: another thread may add one
        return any(url.startswith(f"{own}/") for own in origins)

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


def is_loopback(host: str) -> bool:
    """Return whether a host is this machine itself, by its address or by what its name resolves to.

    Only ``localhost`` and names under it are asked of the resolver.
    """
    import ipaddress
    import socket

    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        if host != "localhost" and not host.endswith(".localhost"):
            return False
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    return all(ipaddress.ip_address(one[4][0]).is_loopback for one in found)


def _normal(uri: str) -> str:
    """Return an address with its scheme and host in small letters and without the usual port."""
    scheme, _, rest = uri.partition("://")
    authority, slash, path = rest.partition("/")
    scheme, authority = scheme.lower(), authority.lower()
    usual = {"https": ":443", "http": ":80"}.get(scheme, "")
    return f"{scheme}://{authority.removesuffix(usual) if usual else authority}{slash}{path}"


def _bare(host: str) -> str:
    return host.removeprefix("https://").rstrip("/").lower()
