"""The page of errors, made from the classes themselves and from what to do about each."""

from __future__ import annotations

import inspect
from pathlib import Path

import yaml

from twilio_ops_runtime import errors

ADVICE = Path(__file__).parent / "errors.yaml"


def classes() -> list[type[BaseException]]:
    """Return every public class of error, those above before those below them."""
    found = [getattr(errors, name) for name in errors.__all__]
    known = [one for one in found if isinstance(one, type) and issubclass(one, Exception)]
    root = errors.OperationError
    ordered: list[type[BaseException]] = []

    def take(one: type[BaseException]) -> None:
        if one not in ordered:
            ordered.append(one)
            for below in known:
                if below.__bases__[0] is one:
                    take(below)

    take(root)
    for one in known:
        take(one)
    return ordered


def page() -> str:
    """Return the page."""
    advice: dict[str, str] = yaml.safe_load(ADVICE.read_text(encoding="utf-8"))
    text = inspect.getdoc(errors) or ""
    tree = text.partition("::\n")[2].partition("\nErrors carry")[0]
    lines = ["# Errors", "", "Every error an operation can raise is one of these. They carry facts as attributes, can be pickled, and never hold a credential.", ""]  # fmt: skip
    lines += ["```text", *(line.removeprefix("    ") for line in tree.strip("\n").splitlines()), "```", ""]  # fmt: skip
    for one in classes():
        above = ", ".join(f"`{base.__name__}`" for base in one.__bases__)
        doc = (inspect.getdoc(one) or "").partition("\n\n")[0]
        lines += [f"## {one.__name__}", "", f"A {above}. {' '.join(doc.split())}", ""]
        lines += [f"**What to do:** {advice[one.__name__]}", ""]
    return "\n".join(lines)
