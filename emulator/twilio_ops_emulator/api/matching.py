"""What requests mean: which action of which API, and which faults strike them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from twilio_ops_emulator.api.apis import Api, Hosts
from twilio_ops_emulator.api.messages import segments
from twilio_ops_emulator.api.routes import Route, split_suffix
from twilio_ops_emulator.control.faults import Plan

TARGETS, SHORT = 512, 256
"""How many addresses are looked up once, and the longest, in characters: most are asked for again."""


class Target(NamedTuple):
    """What a method, a path and a host mean, by the catalogs alone.

    Attributes:
        api: What they are for; None = a host that is not served.
        path: The path there.
        route: The action meant, or None.
        methods: The methods that the path has; None = the catalog has no such path.
        suffix: The format asked for.
        account: The account in the path, or None.
        names: What rules of faults call the object.
    """

    api: Api | None
    path: str
    route: Route | None
    methods: tuple[str, ...] | None
    suffix: str
    account: str | None
    names: tuple[str, ...]


class MatchedRequest(NamedTuple):
    """What is known of a request before its body is read.

    Attributes:
        target: What it means.
        plan: The faults that strike it, or None.
    """

    target: Target
    plan: Plan | None

    @property
    def slot(self) -> str:
        """What it counts as under way for."""
        return self.target.account or ""

    @property
    def account(self) -> str | None:
        """The account in its path, or None."""
        return self.target.account

    @property
    def dropped(self) -> bool:
        """Whether the connection closes before the body is read."""
        before = None if self.plan is None else self.plan.before
        return before is not None and before.kind == "drop"

    @property
    def action(self) -> str | None:
        """The action it means, as facts call it, or None."""
        route = self.target.route
        return None if route is None else route.action.key


class Targets:
    """Finds what methods, paths and hosts mean.

    Args:
        hosts: The APIs at each host.
    """

    def __init__(self, hosts: Hosts) -> None:
        self._hosts = hosts
        self._known = lru_cache(TARGETS)(self._find)

    def find(self, method: str, path: str, host: str) -> Target:
        """What a request means.

        Args:
            method: Its method.
            path: Its path as it was sent.
            host: The host that it names.
        """
        short = len(path) + len(host) <= SHORT
        return (self._known if short else self._find)(method, path, host)

    def _find(self, method: str, path: str, host: str) -> Target:
        apis, path = self._hosts.find(host, path)
        parts = segments(path)
        api, match, suffix = None, None, ""
        for api in apis:
            last = parts[-1]
            if api.catalog.suffixes:
                last, suffix = split_suffix(last)
            match = api.router.match([*parts[:-1], last])
            if match is not None:
                break
        route = match.route(method) if match is not None else None
        account = parts[2] if len(parts) > 2 and (api is None or not api.name) else None
        names: tuple[str, ...] = ()
        if route is not None and api is not None:
            below = f"{api.name}/" if api.name else ""
            names = (f"{below}{route.action.owner.name}", f"{below}{route.action.owner.key}")
        methods = None if match is None else tuple(match.methods)
        return Target(api, path, route, methods, suffix, account, names)
