"""The APIs that are served: the service's main one, and its other products, each by its host."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from attrs import frozen

from twilio_ops_emulator import catalog_data
from twilio_ops_emulator.api.errors import EmulatorError
from twilio_ops_emulator.api.routes import Router
from twilio_ops_emulator.model import Catalog


@frozen(eq=False)
class Api:
    """One catalog and what follows from it alone.

    Attributes:
        name: What it is called: ``verify-v2``; empty = it is the main one.
        catalog: Its objects and actions.
        facts: How they behave.
        router: Its paths.
    """

    name: str
    catalog: Catalog
    facts: Mapping[str, Any]
    router: Router


@cache
def main_api(package: str) -> Api:
    """Return the API that a generated package is for."""
    catalog = Catalog(catalog_data.catalog(package))
    return Api("", catalog, catalog_data.behaviour(package), Router(catalog))


@cache
def known_products(package: str) -> tuple[Api, ...]:
    """Return the other products that a generated package hands on."""
    return tuple(
        product(name, document, package)
        for name, document in catalog_data.products(package).items()
    )


def product(name: str, document: Mapping[str, Any], package: str) -> Api:
    """Return the API of a compact catalog.

    Args:
        name: What it is called.
        document: The compact catalog, with facts of behaviour as ``behaviour`` if it has any.
        package: The generated package of the main API.

    Raises:
        EmulatorError: The catalog is none.
    """
    main = main_api(package)
    try:
        catalog = Catalog(document, main.catalog.account_key)
        facts = _facts(main.facts, document.get("behaviour", {}))
        return Api(name, catalog, facts, Router(catalog))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise EmulatorError(f"{name} is no compact catalog: {error!r}") from error


def _facts(main: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Facts of a product: what the main API has for every object holds for it, too."""
    said: Mapping[str, Any] = own.get("errors", {})
    errors = {
        "codes": {**main["errors"]["codes"], **said.get("codes", {})},
        "cases": {**main["errors"]["cases"], **said.get("cases", {})},
        "missing": said.get("missing", {}),
        "invalid": said.get("invalid", {}),
        "more_info": main["errors"]["more_info"],
    }
    defaults = {"*": main["defaults"]["*"], **own.get("defaults", {})}
    return {**main, "views": {}, "references": {}, **own, "errors": errors, "defaults": defaults}


class Hosts:
    """Which APIs a request is for, by the host that it names.

    A host is known by its own name, with an edge and a region in it (``api.edge.region.domain``), and
    by its first word below ``localhost``. Where a request names no host of the service, it is for the
    main API, unless its path begins with such a host.

    Args:
        apis: What is served, the main one first.
    """

    def __init__(self, apis: Sequence[Api]) -> None:
        self._main = apis[0]
        self._by_host: dict[str, list[Api]] = {}
        for api in apis:
            self._by_host.setdefault(api.catalog.host, []).append(api)
        self._domains = {host.partition(".")[2] for host in self._by_host}

    @property
    def names(self) -> list[str]:
        """The hosts."""
        return list(self._by_host)

    def find(self, host: str, path: str) -> tuple[Sequence[Api], str]:
        """Return the APIs at a host, and the path without what only names the host.

        No API is returned for a host of the service that is not known.

        Args:
            host: The host of a request, with or without a port; empty = it names none.
            path: Its path as it was sent.
        """
        known = self._by_host.get(host)
        if known is not None:
            return known, path
        name = host.lower().rpartition(":")[0] if ":" in host and "]" not in host else host.lower()
        first, _, rest = name.partition(".")
        domain = next(
            (one for one in self._domains if rest == one or rest.endswith(f".{one}")), None
        )
        if domain is not None or rest == "localhost":
            wanted = f"{first}.{domain}"
            found = [
                apis
                for one, apis in self._by_host.items()
                if one == wanted or (domain is None and one.partition(".")[0] == first)
            ]
            return (found[0] if found else ()), path
        head, _, tail = path[1:].partition("/")
        if head in self._by_host:
            return self._by_host[head], f"/{tail}"
        return (self._main,), path
