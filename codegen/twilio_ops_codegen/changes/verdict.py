"""What release the changes ask for, and whether the one announced is enough.

Versions are ``MAJOR.MINOR.PATCH``. From 1.0.0 on a breaking change needs a new MAJOR, a compatible
one a new MINOR and documentation a new PATCH. Before 1.0.0 nothing is promised for good: a breaking
change needs a new MINOR, everything else a new PATCH.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.changes.change import Change, Severity

_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")


@frozen(order=True)
class Version:
    """A released version."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"

    @classmethod
    def parse(cls, text: str, called: str) -> Version:
        """The version that a text is.

        Raises:
            CodegenError: It is none; ``called`` says where the text stands.
        """
        match = _VERSION.fullmatch(text)
        if match is None:
            raise CodegenError(f"{called}: {text!r} is no version; expected one such as 1.4.0")
        return cls(*(int(number) for number in match.groups()))

    def after(self, severity: Severity | None) -> Version:
        """The first version that may hold changes of a severity; None = no changes."""
        if severity is None:
            return self
        severity = severity.assumed
        if self.major and severity is Severity.BREAKING:
            return Version(self.major + 1, 0, 0)
        if severity is (Severity.COMPATIBLE if self.major else Severity.BREAKING):
            return Version(self.major, self.minor + 1, 0)
        return Version(self.major, self.minor, self.patch + 1)

    def step(self, severity: Severity | None) -> str:
        """The part of the version that changes of a severity raise."""
        after = self.after(severity)
        for name in ("major", "minor", "patch"):
            if getattr(after, name) != getattr(self, name):
                return name
        return "none"


def worst(changes: Iterable[Change]) -> Severity | None:
    """The worst severity of changes; None = there are none."""
    return max((change.severity for change in changes), default=None)


def contradictions(
    asked: Severity | None,
    *,
    base: Version | None = None,
    declared: Version | None = None,
    announced: Severity | None = None,
    changelog: str | None = None,
) -> list[str]:
    """Why the announced release may not hold the changes; empty = it may.

    Args:
        asked: The worst severity of the changes.
        base: The version that the changes are counted from.
        declared: The version that is to hold them; None, or the base = not decided yet.
        announced: The worst severity among the changelog's fragments.
        changelog: What the folder of fragments is called; None = fragments are not asked for.
    """
    if asked is None:
        return []
    found: list[str] = []
    if base is not None and declared is not None and declared != base:
        needed = base.after(asked)
        if declared < needed:
            found.append(
                f"version {declared} cannot hold {asked.word} changes since {base}:"
                f" they need {needed} or later"
            )
    if changelog is not None and (announced is None or announced < asked.assumed):
        said = f"nothing worse than {announced.word}" if announced else "nothing"
        found.append(
            f"{changelog} announces {said}, and the changes are {asked.word}:"
            f" write a fragment with --fragment {changelog}/NAME"
        )
    return found
