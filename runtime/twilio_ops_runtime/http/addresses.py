"""Where requests go: the address of a path, by region, edge or base URL, and which are ours."""

from __future__ import annotations

import re

from twilio_ops_runtime.errors import ConfigurationError, ForeignAddress

# Text, compiled when it is first used.
_HOST = r"[a-z0-9-]+(\.[a-z0-9-]+)+"
_VISIBLE = r"[\x21-\x7e]+"


def origin_of(
    host: str, region: str | None, edge: str | None, base_url: str | None, usual_region: str | None
) -> str:
    """Return the beginning of the addresses of a service, by the region, the edge or the base URL.

    Args:
        host: The service's own host, with or without ``https://``.
        region: The region that handles the requests.
        edge: The edge they enter by.
        base_url: Another address to send everything to.
        usual_region: The region of an edge that is given without one; None = none is known.

    Raises:
        ConfigurationError: The host is no host name, or an edge has no region.
    """
    if base_url is not None:
        return base_url
    name = _bare(host)
    if not re.fullmatch(_HOST, name):
        raise ConfigurationError("the service's host is not a host name")
    if not region and not edge:
        return f"https://{name}"
    pieces = name.split(".")
    # product.region.domain, or product.edge.region.domain, of a host that names its own
    own_region = pieces[-3] if len(pieces) in (4, 5) else None
    own_edge = pieces[1] if len(pieces) == 5 else None
    edge = edge or own_edge
    region = region or own_region or (edge and usual_region)
    if not region:
        raise ConfigurationError(f"no region of {name} is known: give one with the edge")
    return "https://" + ".".join(filter(None, (pieces[0], edge, region, *pieces[-2:])))


def own_path(uri: str, host: str, origin: str, region: str | None) -> str:
    """Return the path of a URI that was answered, from ``/`` on and without its fragment.

    Args:
        uri: What was answered: a path, or an address of the service.
        host: The service's own host.
        origin: The connection's form of it.
        region: The region of an address that is ours, too.

    Raises:
        ForeignAddress: It leads elsewhere.
    """
    uri = uri.partition("#")[0]
    if re.fullmatch(_VISIBLE, uri) and "\\" not in uri:
        if uri.startswith("/") and not uri.startswith("//"):
            return uri
        plain = f"https://{_bare(host)}/"
        regional = plain.replace(".", f".{region}.", 1) if region else plain
        written = _normal(uri)
        for start in map(_normal, (f"{origin}/", plain, regional)):
            if written.startswith(start):
                return written[len(start) - 1 :]
    raise ForeignAddress(f"the answer points to an address that is not of {_bare(host)}")


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
