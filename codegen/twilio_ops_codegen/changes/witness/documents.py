"""Request documents that were taken, and answered ones with what read them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from copy import deepcopy

from attrs import evolve, frozen
from lxml import etree

from twilio_ops_codegen.catalog.model import Catalog, Parameter
from twilio_ops_codegen.changes.witness.focus import Focus, Spelling, addresses, complete
from twilio_ops_codegen.changes.witness.pieces import Piece
from twilio_ops_codegen.changes.witness.stand_in import NAME
from twilio_ops_codegen.changes.witness.values import as_text
from twilio_ops_codegen.emit.literal import literal
from twilio_ops_codegen.emit.objects import ObjectView, PackageView
from twilio_ops_codegen.emit.operations import OperationView
from twilio_ops_codegen.emit.samples import Samples
from twilio_ops_codegen.emit.xsd import Profiles

LINES = 10
"""As many lines does a person read of a document that is answered."""

_ADDRESS = ("Sid", "ParentSid")
_PLAIN = etree.XMLParser(remove_blank_text=True)
_Element = etree._Element  # pyright: ignore[reportPrivateUsage]


def request_documents(focus: Focus, operation: OperationView, *, usual: bool = False) -> list[str]:
    """Documents that an operation took: each value looked at, the smallest, one with everything.

    ``usual`` leaves out those whose values are not the sample's.
    """
    samples = Samples(focus.catalog, focus.view)
    whole = etree.fromstring(samples.request(operation), _PLAIN)
    _address(operation, whole, addresses(focus, operation)[0])
    found = [_only(whole, [each.xml for each in given]) for given in complete(focus, operation)]
    looked_at = focus.sent(operation)
    if not focus.brief and (focus.is_deep or looked_at):
        found.append(whole)
    for text in addresses(focus, operation)[1:]:
        other = deepcopy(found[0])
        _address(operation, other, text)
        found.append(other)
    concerned = [] if usual else _concerned(focus, operation, whole)
    texts = [etree.tostring(each, encoding="unicode") for each in (*concerned, *found)]
    return list(dict.fromkeys(texts))


def _concerned(focus: Focus, operation: OperationView, whole: _Element) -> list[_Element]:
    """The smallest documents with each value of what is looked at."""
    least = [each.xml for each in next(complete(focus, operation))]
    concerned: list[_Element] = []
    for each in focus.sent(operation):
        row = each.row
        texts = [focus.entry] if focus.entry else as_text(row, focus.view)
        one = _only(whole, [*least, each.xml])
        if focus.entry is None:
            concerned.append(one)
        if row.type == "pairs" or (isinstance(row, Parameter) and row.repeated):
            many = deepcopy(one)
            (element,) = many.findall(each.xml)
            for _ in range((row.count or 1) - 1 if row.type == "pairs" else 1):
                element.addnext(deepcopy(element))
            concerned.append(many)
        if row.type == "struct":
            concerned.append(_least(focus, row.struct or "", each.xml, one))
        for text in texts:
            other = deepcopy(one)
            (element,) = other.findall(each.xml)
            *_, innermost = element.iter()  # of a list or a map, what holds its one value
            innermost.text = text
            concerned.append(other)
    return concerned


def _least(focus: Focus, struct: str, name: str, document: _Element) -> _Element:
    """A copy of a document whose struct holds what it needs alone, and its first field."""
    other = deepcopy(document)
    (element,) = other.findall(name)
    rows = focus.view.row.structs[struct].fields.values()
    needed = [row.xml for row in rows if row.required]
    for child in list(element)[1:]:
        if child.tag not in needed:
            element.remove(child)
    return other


def _address(operation: OperationView, document: _Element, text: str) -> None:
    name = "ParentSid" if operation.action == "Create" else "Sid"
    if not text or not (operation.parent_form if name == "ParentSid" else operation.sid_form):
        return
    element = document.find(name)
    if element is None:
        element = etree.Element(name)
        document.insert(0, element)
    element.text = text


def _only(document: _Element, names: list[str]) -> _Element:
    """A copy of a document with the address and the named elements alone."""
    found = deepcopy(document)
    for element in list(found):
        if element.tag not in names and element.tag not in _ADDRESS:
            found.remove(element)
    return found


def taken(focus: Focus) -> list[Piece]:
    """The documents that each operation took, of the operation's kind."""
    return [
        Piece(str(operation.action), text)
        for operation in focus.operations
        if operation.outbound and not operation.row.refused
        for text in request_documents(focus, operation)
    ]


def request_program(
    focus: Focus, named: Spelling, sentence: str, shown: Sequence[Piece] | None = None
) -> str:
    """A program that hands in documents; it fails where one is not taken.

    Args:
        focus: What they are about.
        named: The names of the package that takes them.
        sentence: What changed, for its docstring.
        shown: The documents; None = all.
    """
    found: dict[str, list[str]] = {}
    for each in taken(focus) if shown is None else shown:
        found.setdefault(each.kind, []).append(each.source)
    asked = {str(each.action): str(named.operation(each).name) for each in focus.operations}
    names = [asked[action] for action in found]
    lines = [
        literal(sentence),
        "",
        f"from {named.package}.api.{named.view.module} import {', '.join(names)}",
        f"from {NAME} import takes",
        "",
    ]
    for action, name in zip(found, names, strict=True):
        for text in found[action]:
            lines += [f"document = {literal(text)}", f"takes({name}, document)"]
    return "\n".join(lines) + "\n" if found else ""


@frozen
class Answered:
    """The documents that an operation answers, and what was known of them: profile and elements."""

    operation: str
    profile: str
    paths: tuple[str, ...]
    forms: tuple[tuple[str, str], ...]
    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def lacks(self) -> bool:
        """Whether a later document lacks an element, or there is none."""
        found = [etree.fromstring(text) for text in self.new]
        return not found or any(each.find(path) is None for each in found for path in self.paths)

    def brief(self) -> Answered:
        """The same with what the later documents say otherwise, and the record's first element.

        Where that is more than a person reads, what the later ones lack comes first.
        """
        roots = [etree.fromstring(text, _PLAIN) for text in (*self.old, *self.new)]
        said = [
            {child.tag: etree.tostring(child) for child in root[0]} for root in roots if len(root)
        ]
        names = {name: None for each in said for name in each}
        first = list(names)[:1] if self.old else []
        differing = [name for name in names if len({each.get(name) for each in said}) > 1]
        differing.sort(key=lambda name: all(name in each for each in said))
        kept = {*differing, *first}
        while _longest(texts := [_with(root, kept) for root in roots]) > LINES and differing[1:]:
            kept = {*first, *(differing := differing[:-1])}

        def concerned(path: str) -> bool:
            return "/" not in path or path.split("/")[1] in kept

        return evolve(
            self,
            paths=tuple(filter(concerned, self.paths)),
            forms=tuple(pair for pair in self.forms if concerned(pair[0])),
            old=tuple(texts[: len(self.old)]),
            new=tuple(dict.fromkeys(texts[len(self.old) :])),
        )


def _with(root: _Element, kept: Collection[str]) -> str:
    """A document whose record has the named elements alone."""
    found = deepcopy(root)
    for child in list(found[0]) if len(found) else ():
        if child.tag not in kept:
            found[0].remove(child)
    return etree.tostring(found, encoding="unicode", pretty_print=True)


def _longest(texts: Sequence[str]) -> int:
    return max((len(text.splitlines()) for text in texts), default=0)


def answers(focus: Focus, new: PackageView) -> Iterator[Answered]:
    """What each operation of the earlier catalog answered, and what the later one's does."""
    after = {str(each.name): each for each in new.objects}
    for operation in focus.operations:
        if operation.answered is None or operation.row.refused:
            continue
        document = Samples(focus.catalog, focus.view).response_xml(operation, operation.answered)
        later = after.get(str(focus.view.name))
        yield Answered(
            operation=str(operation.name),
            profile=Profiles(focus.catalog).response(operation.answered),
            paths=tuple(_paths(etree.fromstring(document))),
            old=(document,),
            forms=tuple(
                (f"{operation.answered.item}/{xml}", form) for xml, form in _forms(focus, operation)
            ),
            new=tuple(_later(focus, new.catalog, later, operation)),
        )


def _later(focus: Focus, new: Catalog, later: ObjectView | None, old: OperationView) -> list[str]:
    """The documents that the later catalog's operation answers."""
    found = (each for each in later.operations if each.action == old.action) if later else iter(())
    operation = next(found, None)
    if later is None or operation is None:
        return []
    return answered_documents(new, later, operation, focus)


def answered_documents(
    catalog: Catalog, view: ObjectView, operation: OperationView, focus: Focus
) -> list[str]:
    """What an operation answers: a sample, and one of each text of the field that is looked at."""
    if operation.answered is None or operation.row.refused:
        return []
    document = Samples(catalog, view).response_xml(operation, operation.answered)
    found = [document]
    for name, row in operation.answered.fields.items():
        if focus.table != "fields" or focus.row != name:
            continue
        for text in as_text(row, view):
            root = etree.fromstring(document)
            for element in root[0].findall(row.xml or ""):
                element.text = text
            found.append(etree.tostring(root, encoding="unicode"))
    return found


def _forms(focus: Focus, operation: OperationView) -> Iterator[tuple[str, str]]:
    """The elements of instants, and the form that each is read in."""
    answered = operation.answered
    for row in answered.fields.values() if answered is not None else ():
        if row.type == "datetime" and row.format:
            yield row.xml or "", row.format


def _paths(element: _Element, above: str = "") -> Iterator[str]:
    for child in element:
        path = f"{above}{child.tag}"
        yield path
        yield from _paths(child, f"{path}/")


def reader(answered: Answered) -> str:
    """The program that reads answered documents, whose files it is given."""
    return "\n".join(
        [
            literal("Reads what is answered now by what was known: `python PROGRAM DOCUMENT...`."),
            "",
            "import sys",
            "from pathlib import Path",
            "",
            f"from {NAME} import read",
            "",
            f"profile = Path(__file__).with_name({literal(f'{answered.operation}.xsd')})",
            f"elements = {literal(list(answered.paths))}",
            f"instants = {literal(list(answered.forms))}",
            "read(profile, sys.argv[1:], elements, instants)",
            "",
        ]
    )
