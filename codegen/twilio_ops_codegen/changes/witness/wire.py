"""Programs for whoever sees the traffic: what was asked for, and the answers that were understood."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from attrs import evolve, frozen
from lxml import etree

from twilio_ops_codegen.catalog.model import Parameter
from twilio_ops_codegen.catalog.paths import PLACEHOLDER
from twilio_ops_codegen.changes.witness.documents import answered_documents, request_documents
from twilio_ops_codegen.changes.witness.focus import Focus, Place, Spelling, complete, places
from twilio_ops_codegen.changes.witness.pages import answered_pages, shortened, url
from twilio_ops_codegen.changes.witness.pieces import Piece, joined, piece, words
from twilio_ops_codegen.changes.witness.programs import (
    Condition,
    addressed,
    conditions,
    standard_imports,
)
from twilio_ops_codegen.changes.witness.stand_in import NAME
from twilio_ops_codegen.changes.witness.values import as_text, plain
from twilio_ops_codegen.emit.literal import literal
from twilio_ops_codegen.emit.operations import OperationView, item_of
from twilio_ops_codegen.emit.samples import Samples
from twilio_ops_codegen.emit.types import FilterView, ParameterView

Pairs = list[tuple[str, str]]
"""What is sent: where (query, form, header) with the name, and the text."""

SHORT = 90
"""An answer that is longer stands on a line of its own, which nothing folds."""


def wire_program(
    focus: Focus, named: Spelling, sentence: str, shown: Sequence[Piece] | None = None
) -> str:
    """A program that makes requests and is answered as before; it fails where one of these differs.

    Args:
        focus: What they are about.
        named: The names of the package that makes them.
        sentence: What changed, for its docstring.
        shown: The requests; None = all.
    """
    shown = requests(focus, named) if shown is None else shown
    if not shown:
        return ""
    text = joined(shown)
    used = words(text)
    found = (str(named.operation(each).name) for each in focus.operations)
    names = [name for name in found if name in used]
    head = [
        literal(sentence),
        "",
        *standard_imports(used),
        f"from {named.package}.api.{named.view.module} import {', '.join(names)}",
        f"from {NAME} import Answers{', takes' if 'takes' in used else ''}",
        "",
    ]
    return "\n".join([*head, text, ""])


def requests(focus: Focus, named: Spelling) -> list[Piece]:
    """The requests of what is looked at, in the names of a package; those of documents come last.

    In brief, answers hold no more than the record's key and what is looked at.
    """
    return [
        each
        for operation in sorted(focus.operations, key=lambda each: each.outbound)
        if not operation.row.refused
        for each in _Wire(focus, named, operation).pieces()
    ]


@frozen
class _Wire:
    """One operation: its requests in the names of a package, and what is to be seen of them."""

    focus: Focus
    named: Spelling
    operation: OperationView

    @property
    def name(self) -> str:
        """The operation's class."""
        return str(self.named.operation(self.operation).name)

    def pieces(self) -> Iterator[Piece]:
        """The requests."""
        focus, operation = self.focus, self.operation
        if operation.outbound:
            yield from self.outbound()
            return
        # What a condition sends stands beside it; every other request is as small as can be.
        every = places(focus, operation)
        needed = [self.condition(each)[0] for each in operation.filters if each.row.required]
        searched = operation.base == "Search"
        for place in every:
            sets = [next(complete(focus, operation))]
            looked_at = focus.sent(operation)
            if place == every[0] and (focus.is_deep or looked_at):
                sets = list(complete(focus, operation))
                each_alone = [(*sets[0], each) for each in looked_at if each not in sets[0]]
                sets += each_alone if focus.brief else [operation.own_parameters]
            for given in sets:
                yield from self.asked(place, given, [] if searched else needed)
        if operation.row.max_page_size is not None and operation.base == "Query":
            yield from self.asked(every[0], (), needed, operation.row.max_page_size)
        for each in () if searched or not focus.is_deep else operation.filters:
            if focus.table == "filters" and focus.row not in (None, each.api):
                continue
            rest = [one for one in needed if one.name.rstrip("<>") != each.api]
            for condition in self.condition(each):
                yield from self.asked(every[0], (), [*rest, condition])

    def condition(self, each: FilterView) -> list[Condition]:
        """What a filter was asked for, in the package's names."""
        later = self.named.operation(self.operation)
        names = {other.api: str(other.name) for other in later.filters}
        made, name = f"{self.operation.name}.{each.name}.", names.get(each.api, str(each.name))
        found: list[Condition] = []
        for one in conditions(self.focus, self.operation, each, plain=True):
            source = one.source.replace(made, f"{self.name}.{name}.")
            if ".on(" not in source:  # it sends what `equals` does
                found.append(evolve(one, source=source))
        return found

    def arguments(self, given: tuple[ParameterView, ...]) -> tuple[list[str], Pairs]:
        """Arguments in the package's names, and what is sent for them."""
        later = self.named.operation(self.operation)
        names = {other.api: str(other.name) for other in later.own_parameters}
        arguments: list[str] = []
        sent: Pairs = []
        for each in given:
            row, view = each.row, self.focus.view
            values = list(zip(plain(row, view), as_text(row, view), strict=False))
            if not values:
                continue
            where = row.location if isinstance(row, Parameter) else "query"
            where = "query" if where == "body" else where
            several = isinstance(row, Parameter) and row.repeated
            chosen = values if several else values[:1]
            text = ", ".join(value for value, _ in chosen)
            arguments.append(f"{names.get(each.api, each.name)}={f'[{text}]' if several else text}")
            sent += [(f"{where} {each.api}", text) for _, text in chosen]
        return arguments, sent

    def asked(
        self,
        place: Place,
        given: tuple[ParameterView, ...],
        filters: list[Condition],
        page_size: int | None = None,
    ) -> Iterator[Piece]:
        """One call of the typed door, for each status that meant success."""
        focus, operation = self.focus, self.operation
        arguments, sent = self.arguments(given)
        for one in filters:
            sent += [(f"query {one.name}", text) for text in one.text.split("\n")]
        if operation.row.key_parameter:
            sent.append((f"query {operation.row.key_parameter}", place.parts[-1]))
        sent += [(f"query {name}", text) for name, text in operation.row.fixed.items()]
        sent += [("query PageSize", str(page_size))] if page_size is not None else []
        expected = [said(focus, operation, place, sent)]
        pages = answered_pages(focus, operation)
        if focus.brief:
            pages = [shortened(focus, operation, text) for text in pages]
            pages = pages[-1:] if focus.is_on_row else pages
        if len(pages) > 1:
            expected.append(
                [
                    str(literal(f"{operation.row.method} {url(focus, '/next')}")),
                    *unsigned(operation),
                ]
            )
        for status in operation.row.status:
            chosen = f", filters=[{', '.join(one.source for one in filters)}]" if filters else ""
            chosen += f", page_size={page_size}" if page_size is not None else ""
            made = f"{self.name}(service{chosen})"
            called = ", ".join(addressed(operation, place.text, arguments))
            call = [f"{made}({called})"]
            if operation.row.cardinality == "many":
                call = [f"call = {made}", f"assert len(list(call({called}))) == {len(pages)}"]
            yield self.piece([(status, page) for page in pages], call, expected)

    def piece(
        self, answers: list[tuple[int, str]], call: list[str], expected: list[list[str]]
    ) -> Piece:
        """One call, its answers, and what is to be asked for."""
        lines: list[str] = []
        given: list[str] = []
        for name, (status, body) in zip(("answer", "last"), answers, strict=False):
            text = str(literal(body))
            if len(answers) > 1 or len(text) > SHORT:
                lines.append(f"{name} = {text}")
                text = name
            given.append(f"({status}, {text})")
        return piece(
            "document" if self.operation.outbound else "call",
            *lines,
            f"service = Answers({', '.join(given)})",
            *call,
            *(f"service.was_asked({', '.join(each)})" for each in expected),
        )

    def outbound(self) -> Iterator[Piece]:
        """The document door, which sends texts as they stand in documents."""
        focus, operation = self.focus, self.operation
        in_json = operation.row.encoding == "json"
        documents = request_documents(focus, operation, usual=in_json)
        if in_json:
            documents = documents[:2]
        samples = Samples(focus.catalog, focus.view)
        wire = "xml" if "xml" in focus.catalog.service.wires else "json"
        body = ""
        if operation.answered is not None:
            write = samples.response_xml if wire == "xml" else samples.response_json
            body = write(operation, operation.answered)
        bodies = [body, *self.answered()] if wire == "xml" else [body]
        if focus.brief:
            bodies = [shortened(focus, operation, text) for text in bodies]
        statuses = operation.row.status
        rounds = max(len(documents), len(statuses), len(bodies))
        for number in range(rounds):
            text = documents[number % len(documents)]
            body, status = bodies[number % len(bodies)], statuses[number % len(statuses)]
            place, sent = read_request(focus, operation, text)
            expected = [said(focus, operation, place, sent)]
            call = [
                f"document = {literal(self.respelt(text))}",
                f"takes({self.name}, document, service)",
            ]
            yield self.piece([(status, body)], call, expected)

    def answered(self) -> list[str]:
        """Answers with each text of the field that is looked at."""
        answered = self.operation.answered
        if answered is None or answered.owner is not self.focus.view.row:
            return []
        row = answered.fields.get(self.focus.row or "")
        if row is not None and row.xml in dict(self.operation.keys):
            return []  # it is the record that was asked for
        return answered_documents(self.focus.catalog, self.focus.view, self.operation, self.focus)[
            1:
        ]

    def respelt(self, text: str) -> str:
        """A request document with the package's elements."""
        root = etree.fromstring(text)
        later = self.named.operation(self.operation)
        if later is not self.operation:
            elements = {each.api: each.xml for each in later.own_parameters}
            names = {
                each.xml: elements.get(each.api, each.xml) for each in self.operation.own_parameters
            }
            for element in root:
                element.tag = names.get(str(element.tag), str(element.tag))
            root.tag = item_of(self.named.view.row)
        return etree.tostring(root, encoding="unicode")


def read_request(focus: Focus, operation: OperationView, text: str) -> tuple[Place, Pairs]:
    """Where a request document goes, and what is sent for it."""
    root = etree.fromstring(text)
    given = root.findtext("ParentSid" if operation.action == "Create" else "Sid") or ""
    found = places(focus, operation)
    place = next((each for each in found if each.text == given), found[0])
    row = operation.row
    body = {"form": "form", "json": "json"}.get(row.encoding, "query")
    sent: Pairs = []
    content: dict[str, object] = {}
    whole: dict[str, object] = {}
    if body == "json":
        whole = Samples(focus.catalog, focus.view).content(operation)
    for each in operation.own_parameters:
        location = each.row.location if isinstance(each.row, Parameter) else "query"
        where = body if location == "body" else location
        elements = root.findall(each.xml)
        if where == "json" and elements:
            value = whole[each.api]
            content[each.api] = elements[0].text if isinstance(value, str) else value
            continue
        for number, element in enumerate(elements, 1):
            if each.row.type == "collapsible_map":
                sent += [
                    (f"{where} {name}", text)
                    for name, text in Samples(focus.catalog, focus.view).sent(operation)
                    if name.startswith(f"{each.row.prefix}.")
                ]
            elif each.row.type == "pairs":
                for part in ("Name", "Value"):
                    sent.append(
                        (f"{where} {each.api}{number}.{part}", element.findtext(part) or "")
                    )
            else:
                sent.append((f"{where} {each.api}", element.text or ""))
    if body == "json":
        sent.append(("json", json.dumps({**content, **row.fixed}, sort_keys=True)))
    else:
        sent += [(f"{body} {name}", value) for name, value in row.fixed.items()]
    return place, sent


def said(focus: Focus, operation: OperationView, place: Place, sent: Pairs) -> list[str]:
    """A request as arguments of the stand-in's ``was_asked``: its address, and what is sent where."""
    texts = iter(place.parts)
    filled = PLACEHOLDER.sub(lambda _: quote(next(texts), safe=""), place.path)
    service = focus.catalog.service
    typed = "json" if "json" in service.wires else "xml"
    wire = ("xml" if "xml" in service.wires else "json") if operation.outbound else typed
    suffix = f".{wire}" if service.suffixes else ""
    address = f"{operation.row.method} {url(focus, filled)}{suffix}"
    texts_of: dict[str, list[str]] = {}
    for name, text in sent:
        where, _, key = name.partition(" ")
        texts_of.setdefault(where, []).append(f"{key}={text}" if key else text)
    given = [f"{where}={literal(', '.join(sorted(one)))}" for where, one in texts_of.items()]
    return [str(literal(address)), *sorted(given), *unsigned(operation)]


def unsigned(operation: OperationView) -> list[str]:
    """The argument that says that a request carries no credentials; most do."""
    return [] if operation.row.security == "basic" else ["signed=False"]
