"""Request documents that were taken, and answered ones with what read them."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from attrs import frozen
from lxml import etree

from twilio_ops_codegen.catalog.model import Catalog, Parameter
from twilio_ops_codegen.changes.witness.focus import Focus, Spelling, addresses, complete
from twilio_ops_codegen.changes.witness.stand_in import NAME
from twilio_ops_codegen.changes.witness.values import as_text
from twilio_ops_codegen.emit.literal import literal
from twilio_ops_codegen.emit.objects import ObjectView, view
from twilio_ops_codegen.emit.operations import OperationView
from twilio_ops_codegen.emit.samples import Samples
from twilio_ops_codegen.emit.xsd import Profiles

_ADDRESS = ("Sid", "ParentSid")
_Element = etree._Element


def request_documents(focus: Focus, operation: OperationView) -> list[str]:
    """Documents that an operation took: the smallest, one with everything, and each value looked at."""
    samples = Samples(focus.catalog, focus.view)
    whole = etree.fromstring(samples.request(operation))
    _address(operation, whole, addresses(focus, operation)[0])
    found = [_only(whole, [each.xml for each in given]) for given in complete(operation)]
    found.append(whole)
    for text in addresses(focus, operation)[1:]:
        other = deepcopy(found[0])
        _address(operation, other, text)
        found.append(other)
    least = [each.xml for each in next(complete(operation))]
    for each in operation.own_parameters:
        if focus.table != "parameters" or focus.row not in (None, each.api):
            continue
        row = each.row
        texts = as_text(row, focus.view)
        one = _only(whole, [*least, each.xml])
        if row.type == "pairs" or (isinstance(row, Parameter) and row.repeated):
            many = deepcopy(one)
            (element,) = many.findall(each.xml)
            for _ in range((row.count or 1) - 1 if row.type == "pairs" else 1):
                element.addnext(deepcopy(element))
            found.append(many)
        for text in texts:
            other = deepcopy(one)
            (element,) = other.findall(each.xml)
            element.text = text
            found.append(other)
    return list(dict.fromkeys(etree.tostring(each, encoding="unicode").strip() for each in found))


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


def request_program(focus: Focus, named: Spelling, sentence: str) -> str:
    """A program that hands in each document; it fails where one is not taken."""
    package, module = named.package, named.view.module
    asked = [each for each in focus.operations if each.outbound and not each.row.refused]
    names = [named.operation(each).name for each in asked]
    lines = [
        literal(sentence),
        "",
        f"from {package} import Options",
        f"from {package}.api.{module} import {', '.join(names)}",
        f"from {NAME} import answering",
        "",
        "options = Options(return_application_error_responses=True)",
    ]
    for operation, name in zip(asked, names, strict=True):
        lines.append(f"door = {name}(answering({name}), options=options)")
        lines.append("for result in door.process([")
        lines += [f"    {literal(text)}," for text in request_documents(focus, operation)]
        lines += ["]):", "    assert result.error is None, result.error"]
    return "\n".join(lines) + "\n" if asked else ""


@frozen
class Answered:
    """The documents that an operation answers, and what was known of them: profile and elements."""

    operation: str
    profile: str
    paths: tuple[str, ...]
    old: tuple[str, ...]
    new: tuple[str, ...]


def answers(focus: Focus, new: Catalog) -> Iterator[Answered]:
    """What each operation of the earlier catalog answered, and what the later one's does."""
    after = {str(each.name): each for each in view(new).objects}
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
            new=() if later is None else tuple(_answered(focus, new, later, operation)),
        )


def _answered(focus: Focus, new: Catalog, later: ObjectView, old: OperationView) -> Iterator[str]:
    """The documents of the later catalog: a sample, and one of each text of the field looked at."""
    operation = next((each for each in later.operations if each.action == old.action), None)
    if operation is None or operation.answered is None or operation.row.refused:
        return
    document = Samples(new, later).response_xml(operation, operation.answered)
    yield document
    for name, row in operation.answered.fields.items():
        if focus.table != "fields" or focus.row != name:
            continue
        for text in as_text(row, later):
            root = etree.fromstring(document)
            for element in root[0].findall(row.xml or ""):
                element.text = text
            yield etree.tostring(root, encoding="unicode")


def _paths(element: _Element, above: str = "") -> Iterator[str]:
    for child in element:
        path = f"{above}{child.tag}"
        yield path
        yield from _paths(child, f"{path}/")


READER = '''\
"""Reads documents as those do who have the earlier profile: `python read.py PROFILE DOCUMENT...`."""

import sys
from pathlib import Path

from PACKAGE import Profile
from lxml import etree

PATHS = PATHS_HERE


def read(profile: Path, documents: list[bytes]) -> None:
    """Fail if there is no document, one is not valid, or an element that all had is not there."""
    assert documents, "no document is answered"
    for document in documents:
        Profile(profile).check(document)
        root = etree.fromstring(document)
        missing = [path for path in PATHS if root.find(path) is None]
        assert not missing, missing


if __name__ == "__main__":
    read(Path(sys.argv[1]), [Path(name).read_bytes() for name in sys.argv[2:]])
'''


def reader(package: str, answered: Answered) -> str:
    """The program that reads answered documents."""
    text = READER.replace("PACKAGE", package)
    return text.replace("PATHS_HERE", literal(list(answered.paths)))
