"""What a profile says, as a tree: what each element may hold, and how a document differs from that.

A profile says what there is for people and their tools; the runtime takes more. Of an answer it
drops what the profile does not know (elements of releases to come), and it puts children
in order. What is left the profile's own schema judges.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import define, field, frozen

if TYPE_CHECKING:
    from twilio_ops_runtime.formats.xml_types import Element

_XS = "{http://www.w3.org/2001/XMLSchema}"
_INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}"
ANY = "any"
"""The simple type of what may hold elements of any kind, as documents come."""
_MOST_SHOWN = 80
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]{0,99}")
"""The names that a schema is made with; of others, libxml2's parser and its schemas think differently."""


@define(eq=False)
class Contents:
    """What the elements of a complex type hold, by name.

    Attributes:
        children: Each element that it may hold.
        is_sequence: Whether the profile has them in that order; otherwise each is there once.
        group: Where the schema says it.
        order: The names in the order that documents were seen to have, learnt ones among them.
    """

    children: dict[str, Declared] = field(factory=dict)
    is_sequence: bool = False
    group: Element | None = None
    order: list[str] = field(factory=list)

    def add(self, name: str, type_: str) -> None:
        """Let the schema take a further element, of a type that it has."""
        if self.group is not None:
            row = {"name": name, "type": type_, "minOccurs": "0"}
            self.group.append(self.group.makeelement(f"{_XS}element", row))
            self.order.append(name)

    def follow(self, element: Element) -> bool:
        """Take over the order that the children of an element have; whether it was another."""
        known = {*self.order}
        seen = [name for name in dict.fromkeys(str(one.tag) for one in element) if name in known]
        present = {*seen}
        if self.group is None or seen == [name for name in self.order if name in present]:
            return False
        first: list[str] = []
        runs: dict[str, list[str]] = {}  # what is not there stays behind what it was behind
        run = first
        for name in self.order:
            run = runs.setdefault(name, []) if name in present else run
            run.append(name)
        self.order = [*first, *(name for head in seen for name in runs[head])]
        places = {name: place for place, name in enumerate(self.order)}
        self.group[:] = sorted(self.group, key=lambda row: places.get(str(row.get("name")), -1))
        return True


@frozen(eq=False)
class Declared:
    """One element of a profile.

    Attributes:
        name: Its name.
        type: The name of its simple type; empty if it holds elements.
        contents: What it holds; None = text.
        required: Whether a document without it is not valid.
        most: How often it may be there; None = without end.
    """

    name: str
    type: str
    contents: Contents | None
    required: bool
    most: int | None


def declared_root(schema: Element) -> tuple[Declared, Mapping[str, str]]:
    """The root of a profile, and the words of each of its simple types.

    Args:
        schema: The root element of the profile's file.
    """
    kinds = {str(one.get("name")): one for one in schema.iterchildren(f"{_XS}complexType")}
    made: dict[str, Contents] = {}
    words = {
        str(one.get("name")): (one.findtext(f".//{_XS}documentation") or "valid").strip()
        for one in schema.iterchildren(f"{_XS}simpleType")
    }

    def declared(row: Element) -> Declared:
        name, kind = str(row.get("name")), str(row.get("type", ""))
        inline = row.find(f"{_XS}complexType")
        contents: Contents | None = None
        if inline is not None:
            fill(inline, contents := Contents())
        elif kind in kinds:
            contents = made.get(kind)
            if contents is None:
                contents = made[kind] = Contents()  # before it is filled: it may hold itself
                fill(kinds[kind], contents)
        most = row.get("maxOccurs", "1")
        return Declared(
            name=name,
            type="" if contents is not None else kind,
            contents=contents,
            required=row.get("minOccurs", "1") != "0",
            most=None if most == "unbounded" else int(most),
        )

    def fill(kind: Element, contents: Contents) -> None:
        for group in kind.iterchildren(f"{_XS}all", f"{_XS}sequence"):
            contents.group, contents.is_sequence = group, group.tag == f"{_XS}sequence"
            for row in group.iterchildren(f"{_XS}element"):
                child = declared(row)
                contents.children[child.name] = child
            contents.order = [*contents.children]

    root = schema.find(f"{_XS}element")
    if root is None:
        raise ValueError("it declares no element")
    return declared(root), words


def within(element: Element, contents: Contents) -> Iterator[tuple[Element, Contents]]:
    """Give an element and all below it that hold elements, each with what it may hold."""
    yield element, contents
    for child in element.iterchildren("*"):
        declared = contents.children.get(str(child.tag))
        if declared is not None and declared.contents is not None:
            yield from within(child, declared.contents)


def unknown_names(element: Element, contents: Contents, never: frozenset[str]) -> list[str]:
    """Return the names of the children of an element that records of its type are not said to hold.

    A name that is not plain is left out: whoever meets one has other ways.

    Args:
        element: The element.
        contents: What it may hold.
        never: The names of what is no such element: records are not in records.
    """
    if contents.is_sequence:
        return []
    others = {str(child.tag) for child in element.iterchildren("*")} - contents.children.keys()
    return sorted(name for name in others - never if _PLAIN.fullmatch(name))


def fit(element: Element, contents: Contents, drops: bool, never: frozenset[str]) -> None:
    """Bring an element in the form that the profile's schema judges.

    Args:
        element: The element, which is changed.
        contents: What it may hold.
        drops: Whether what is not known is dropped, attributes too.
        never: The names of what is not dropped: records are not in records.
    """
    known = contents.children
    if drops and element.attrib:
        element.attrib.clear()
    for child in list(element.iterchildren("*")):
        declared = known.get(str(child.tag))
        if declared is None:
            if drops and child.tag not in never:
                element.remove(child)
        elif declared.contents is not None:
            fit(child, declared.contents, drops, never)
        elif declared.type == ANY:
            del child[:]
            if drops:
                child.attrib.clear()
        elif drops and child.attrib:
            child.attrib.clear()
    if len(known) > 1:
        places = {name: place for place, name in enumerate(contents.order)}
        element[:] = sorted(element, key=lambda child: places.get(str(child.tag), len(places)))


@define(eq=False)
class Faults:
    """What is wrong with a document, as far as names and values go.

    Args:
        words: What the values of each simple type are, behind "is not".
        takes: Whether a simple type, by name, takes a text.
        drops: Whether what is not known is no fault.
        never: The names of what is a fault nevertheless.
        most: How many elements and attributes are looked at, at most.
    """

    words: Mapping[str, str]
    takes: Callable[[str, str], bool]
    drops: bool
    never: frozenset[str]
    most: int
    is_cut: bool = False

    def of(self, element: Element, declared: Declared, path: str) -> Iterator[str]:
        """Each fault of an element, with its line and path."""
        self.most -= 1 + len(element.attrib)
        if self.most < 0:
            self.is_cut = True
            return
        place = place_of(element, path)
        if not self.drops and (
            names := [str(name) for name in element.attrib if not str(name).startswith(_INSTANCE)]
        ):
            shown = ", ".join(_short(name) for name in names[:3])
            yield f"{place}: it has attributes that are not taken ({shown}{', …' * (len(names) > 3)})"
        if declared.contents is None:
            yield from self._of_text(element, declared, place)
        else:
            yield from self._of_children(element, declared.contents, place, path)

    def _of_text(self, element: Element, declared: Declared, place: str) -> Iterator[str]:
        if declared.type == ANY:
            return
        if len(element):
            yield f"{place}: it holds elements where text was expected"
        elif not self.takes(declared.type, text := element.text or ""):
            words = self.words.get(declared.type, "valid")
            shown = _short(text.strip())
            yield f"{place}: {repr(shown) if shown else 'it is empty, which'} is not {words}"

    def _of_children(
        self, element: Element, contents: Contents, place: str, path: str
    ) -> Iterator[str]:
        if (element.text or "").strip():
            yield f"{place}: it holds text where elements were expected"
        seen: dict[str, int] = {}
        for child in element.iterchildren("*"):
            if self.most < 0:
                self.is_cut = True
                return
            name = str(child.tag)
            declared = contents.children.get(name)
            below = f"{path}/{_short(name)}"
            if declared is None:
                self.most -= 1
                if not self.drops:
                    yield f"{place_of(child, below)}: it is not taken here"
                elif name in self.never:
                    yield f"{place_of(child, below)}: a record is not expected here"
                continue
            seen[name] = number = seen.get(name, 0) + 1
            if declared.most is not None and number == declared.most + 1:
                said = "twice" if declared.most == 1 else f"more than {declared.most} times"
                yield f"{place_of(child, below)}: it is there {said}"
            yield from self.of(child, declared, below)
        for name, declared in contents.children.items():
            if declared.required and name not in seen:
                yield f"{place}: {name} is missing"


def place_of(element: Element, path: str) -> str:
    """Return where an element is: its line, where it was read from a text, and its path."""
    return f"line {element.sourceline}: {path}" if element.sourceline else path


def _short(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"
