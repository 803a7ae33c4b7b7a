"""Pages of the reference, a page an object, made from the catalog, the profiles and the samples.

They are not committed: what they say is in the catalog, and a copy could say something else.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import black
import jinja2

from twilio_ops_codegen.catalog.load import load_folder
from twilio_ops_codegen.catalog.model import Parameter
from twilio_ops_codegen.catalog.passes import describe, resolve
from twilio_ops_codegen.emit.objects import ObjectView, view
from twilio_ops_codegen.emit.operations import OperationView
from twilio_ops_codegen.emit.samples import Samples

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATE = Path(__file__).parent / "object.md.jinja"


class Reference:
    """The reference of one catalog.

    Args:
        catalog: The catalog's folder.
        generated: The folder with the package that it gives.
    """

    def __init__(self, catalog: Path, generated: Path) -> None:
        loaded = load_folder(catalog).catalog
        self.catalog = resolve(loaded)
        self.words = describe(loaded)
        self.package = view(self.catalog)
        self.files = generated / self.package.package
        environment = jinja2.Environment(
            undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        environment.filters |= {"cell": cell, "code": code}
        self.template = environment.from_string(TEMPLATE.read_text(encoding="utf-8"))

    def write(self, folder: Path) -> list[str]:
        """Write the pages and the files they lead to.

        Args:
            folder: Where to; it is made.

        Returns:
            The pages' names, in the order of the catalog.
        """
        folder.mkdir(parents=True)
        for room in ("profiles", "samples"):
            shutil.copytree(self.files / room, folder / room)
        since, changes = released_changes()
        for one in self.package.objects:
            said = [change for change in changes if change["object"] == one.name]
            (folder / f"{one.module}.md").write_text(self.page(one, since, said), "utf-8")
        (folder / "index.md").write_text(self.index(since), encoding="utf-8")
        return [f"{one.module}.md" for one in self.package.objects]

    def page(self, one: ObjectView, since: str | None, said: list[dict[str, Any]]) -> str:
        """Return the page of an object."""
        samples = Samples(self.catalog, one)
        own = self.words.objects[one.name]

        def read(operation: OperationView) -> Iterator[tuple[str, str]]:
            for side in ("request", "response"):
                path = self.files / f"samples/{one.name}/{operation.name}.{side}.xml"
                if path.is_file():
                    yield f"A {side} document", path.read_text(encoding="utf-8").rstrip()

        return self.template.render(
            object=one,
            package=self.package.package,
            since=since,
            said=said,
            sid=sid,
            kind=kind,
            operators=operators,
            words=lambda row: cell(row.doc or ""),
            example=lambda operation: example(operation, samples),
            samples=read,
            files=lambda operation: self._files(one, operation),
            own=own,
        )

    def index(self, since: str | None) -> str:
        """Return the page that lists the objects."""
        lines = [
            "# Catalog",
            "",
            "Every object, and the actions it permits. Another one does not exist as a class.",
            "",
            "| object | actions | |",
            "|--|--|--|",
        ]
        for one in self.package.objects:
            doc = cell(one.row.doc or "")
            lines.append(f"| [{one.name}]({one.module}.md) | {', '.join(one.permitted)} | {doc} |")
        compared = (
            f"What changed since {since} stands on each page."
            if since
            else ("There is no release yet: no page has a section of changes.")
        )
        return "\n".join([*lines, "", compared, ""])

    def _files(self, one: ObjectView, operation: OperationView) -> Iterator[tuple[str, str]]:
        for side in ("request", "response"):
            for room, ending, what in (
                ("profiles", "xsd", "profile"),
                ("samples", "xml", "sample"),
                ("samples", "json", "sample in JSON"),
            ):
                path = f"{room}/{one.name}/{operation.name}.{side}.{ending}"
                if (self.files / path).is_file():
                    yield f"{side} {what}", path


def cell(text: str) -> str:
    """Return text as a cell of a table shows it: on one line, with nothing that is markup."""
    plain = " ".join(str(text).split())
    for sign in "\\`*_[]<>{}|#":
        plain = plain.replace(sign, f"&#{ord(sign)};")
    return plain


def code(text: str) -> str:
    """Return text as code."""
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def sid(operation: OperationView) -> str:
    """Return the composed Sid that an operation takes."""
    if operation.addressed:
        return code(operation.sid_form or "none")
    return f"under {code(operation.parent_form)}" if operation.parent_form else ""


def kind(row: Any) -> str:
    """Return a type in words."""
    words = [
        row.type if row.type != "sid" or not row.prefixes else f"Sid {', '.join(row.prefixes)}"
    ]
    if row.type == "struct" and row.struct:
        words = [f"struct {row.struct}"]
    if row.type == "list" and row.items is not None:
        words = [f"list of {kind(row.items)}"]
    if getattr(row, "repeated", False):
        words.append("repeated")
    if row.format and row.type != "enum":
        words.append(row.format)
    if getattr(row, "deprecated", False):
        words.append("deprecated")
    return ", ".join(words)


def operators(found: Any) -> str:
    """Return the operators of a filter, as ``--where`` and the classes have them."""
    names = {"equals": "=" if found.family == "equals" else "on"}
    return ", ".join(code(names.get(one, one)) for one in found.row.operators or ("equals",))


def example(operation: OperationView, samples: Samples) -> str:
    """Return a call of an operation with no more than it needs, formatted."""
    groups = {group[0] for group in operation.either}
    needed = [
        parameter
        for parameter in operation.own_parameters
        if parameter.required or parameter.api in groups
    ]
    given = [
        f"{parameter.name}={samples.source(parameter.row)}"
        for parameter in needed
        if isinstance(parameter.row, Parameter)
    ]
    address = samples.address(operation)
    if address:
        outbound = operation.action == "Create"
        given.insert(0, f"parent={address!r}" if outbound else repr(address))
    conditions = [
        f"{operation.name}.{one.name}.{one.operator}({one.value})"
        for one in samples.conditions(operation)
    ]
    made = f"{operation.name}(connection"
    made += f", filters=[{', '.join(conditions)}])" if conditions else ")"
    call = f"{made}({', '.join(given)})"
    if operation.action == "Query":
        call = f"for record in {call}:\n    print(record)"
    elif operation.action != "Delete":
        call = f"record = {call}"
    if "Decimal(" in call:
        call = f"from decimal import Decimal\n\n{call}"
    return black.format_str(call, mode=black.Mode(line_length=88)).rstrip()


def released_changes() -> tuple[str | None, list[dict[str, Any]]]:
    """Return the last release's tag and what ``changes`` says about the time since; None = there is none."""
    found = subprocess.run(
        ["git", "describe", "--tags", "--match", "v*", "--abbrev=0"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if found.returncode != 0:
        return None, []
    tag = found.stdout.strip()
    command = [sys.executable, "-m", "twilio_ops_codegen", "changes", tag, "--format", "json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    changes: list[dict[str, Any]] = json.loads(done.stdout)["changes"]
    return tag, changes
