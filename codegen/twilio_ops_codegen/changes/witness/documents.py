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
from twilio_ops_codegen.emit.objects import ObjectView, PackageView
from twilio_ops_codegen.emit.operations import OperationView
from twilio_ops_codegen.emit.samples import Samples
from twilio_ops_codegen.emit.xsd import Profiles

_ADDRESS = ("Sid", "ParentSid")
_Element = etree._Element  # pyright: ignore[reportPrivateUsage]


def request_documents(focus: Focus, operation: OperationView) -> list[str]:
    """Documents that an operation took: the smallest, one with everything, and each value looked at."""
    samples = Samples(focus.catalog, focus.view)
    whole = etree.fromstring(samples.request(operation))
    _address(operation, whole, addresses(focus, operation)[0])
    found = [_only(whole, [each.xml for each in given]) for given in complete(focus, operation)]
    looked_at = focus.sent(operation)
    if focus.is_deep or looked_at:
        found.append(whole)
    for text in addresses(focus, operation)[1:]:
        other = deepcopy(found[0])
        _address(operation, other, text)
        found.append(other)
    least = [each.xml for each in next(complete(focus, operation))]
    for each in looked_at:
        row = each.row
        texts = [focus.entry] if focus.entry else as_text(row, focus.view)
        one = _only(whole, [*least, each.xml])
        if row.type == "pairs" or (isinstance(row, Parameter) and row.repeated):
            many = deepcopy(one)
            (element,) = many.findall(each.xml)
            for _ in range((row.count or 1) - 1 if row.type == "pairs" else 1):
                element.addnext(deepcopy(element))
            found.append(many)
        if row.type == "struct":
            found.append(_least(focus, row.struct or "", each.xml, one))
        for text in texts:
            other = deepcopy(one)
            (element,) = other.findall(each.xml)
            element.text = text
            found.append(other)
    return list(dict.fromkeys(etree.tostring(each, encoding="unicode").strip() for each in found))


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
    forms: tuple[tuple[str, str], ...]
    old: tuple[str, ...]
    new: tuple[str, ...]


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


READER = '''\
"""Reads documents as those do who have the earlier profile: `python read.py PROFILE DOCUMENT...`."""

import sys
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from PACKAGE import Profile
from lxml import etree

PATHS = PATHS_HERE
FORMS = FORMS_HERE
READ = {"iso8601": datetime.fromisoformat, "rfc2822": parsedate_to_datetime}


def read(profile: Path, documents: list[bytes]) -> None:
    """Fail if there is no document, one is not valid, or an element that all had is not there."""
    assert documents, "no document is answered"
    for document in documents:
        Profile(profile).check(document)
        root = etree.fromstring(document)
        missing = [path for path in PATHS if root.find(path) is None]
        assert not missing, missing
        for path, form in FORMS:
            READ[form](root.findtext(path) or "")


if __name__ == "__main__":
    read(Path(sys.argv[1]), [Path(name).read_bytes() for name in sys.argv[2:]])
'''


def reader(package: str, answered: Answered) -> str:
    """The program that reads answered documents."""
    text = READER.replace("PACKAGE", package)
    text = text.replace("PATHS_HERE", literal(list(answered.paths)))
    return text.replace("FORMS_HERE", literal(list(answered.forms)))
