"""YAML files as plain values that remember where each of them stands."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from attrs import field, frozen

from twilio_ops_codegen.catalog.errors import Mistake
from twilio_ops_codegen.catalog.paths import shown
from twilio_ops_codegen.catalog.plain import is_mapping
from twilio_ops_codegen.catalog.yaml_loader import Loader, constructed

Place = tuple[str | int, ...]
Mark = tuple[str, int]
"""A file and a line in it, from 1."""

DEPTH = 64
"""So deep may values be nested: more than any catalog, less than a stack."""
NODES = 100_000
"""So many values may a file hold once its aliases are written out."""

UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML has no way to write."""
LONE = re.compile("[\ud800-\udfff]")
"""What UTF-8 has no way to write: halves of a surrogate pair."""


@frozen
class Tree:
    """A file's value; ``marks`` gives the file and line of each place in it, mappings by their keys.

    ``unread`` are the places that are written in the file and lack in the value, because what
    stands there is a mistake.
    """

    file: str
    value: Any
    marks: dict[Place, Mark] = field(factory=dict[Place, Mark])
    unread: set[Place] = field(factory=set[Place])

    def mark(self, place: Place) -> Mark:
        """Where ``place`` is written, or the nearest thing around it that is."""
        while place and place not in self.marks:
            place = place[:-1]
        return self.marks.get(place, (self.file, 1))

    def at(self, place: Place) -> Any:
        """The value at ``place``."""
        value = self.value
        for step in place:
            value = value[step]
        return value

    def lacks(self, place: Place, name: str) -> str | None:
        """The names of the rows at ``place``, as text, if ``name`` is none of them.

        Rows count that are written there and could not be read; if ``place`` itself could not,
        nothing is known to be missing.
        """
        table = self.value
        for step in place:
            table = table.get(step, {}) if is_mapping(table) else None
        gone = {unread[-1] for unread in self.unread if unread[:-1] == place}
        if name in gone or place in self.unread or not is_mapping(table) or name in table:
            return None
        return ", ".join(sorted(map(str, table))) or "none"

    def mistake(self, place: Place, message: str) -> Mistake:
        """A mistake at ``place``."""
        file, line = self.mark(place)
        return Mistake(file, line, "/".join(map(str, place)), message)


def read(
    path: Path, name: str, mistakes: list[Mistake], unwritable: re.Pattern[str] = UNWRITABLE
) -> Tree | None:
    """The tree of a YAML file; what is wrong with it is added to ``mistakes``.

    Args:
        path: The file.
        name: What messages call it.
        mistakes: Gets every mistake; a value that is one is left out of the tree.
        unwritable: Finds characters that no text of the file may hold.

    Returns:
        The tree; None = nothing of the file can be read.
    """
    text = ""
    try:
        text = path.read_text(encoding="utf-8")
        return _Reader(text, name, mistakes, unwritable).tree()
    except _TooDeepError:
        pass  # that is among the mistakes
    except OSError as error:
        message = f"cannot be read: {(error.strerror or str(error)).lower()}"
        mistakes.append(Mistake(name, 0, "", message))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        mistakes.append(Mistake(name, line, "", f"is not UTF-8 text: {error.reason}"))
    except yaml.reader.ReaderError as error:
        line = text.encode()[: error.position].count(b"\n") + 1
        message = f"is not YAML: the character #x{error.character:04x}: {error.reason}"
        mistakes.append(Mistake(name, line, "", message))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        message = f"is not YAML: {error.problem}"
        mistakes.append(Mistake(name, mark.line + 1 if mark else 0, "", message))
    return None


class _TooDeepError(Exception):
    """The rest of a file is left unread: the deeper it is nested, the longer a parser takes."""


_UNREAD: Any = object()
"""Stands for a value that is a mistake, until the mapping around it leaves it out."""


@frozen
class _Anchor:
    """What an alias stands for; ``size`` is 0 as long as it is being read."""

    place: Place
    value: Any
    size: int


class _Reader:
    """Makes values of a parser's events, not of composed nodes: there a few lines of aliases make
    a file without end, and what is nested too deeply is an end of the process.
    """

    def __init__(
        self, text: str, name: str, mistakes: list[Mistake], unwritable: re.Pattern[str]
    ) -> None:
        # types-PyYAML says too little of these.
        loader: Any = Loader(text)
        self.next: Callable[[], yaml.Event] = loader.get_event
        self.resolve: Callable[[type[yaml.Node], str, tuple[bool, bool]], str] = loader.resolve
        self.construct: Callable[[yaml.Node], Any] = partial(constructed, loader.construct_object)
        self.dispose: Callable[[], None] = loader.dispose
        self.name = name
        self.mistakes = mistakes
        self.unwritable = unwritable
        self.marks: dict[Place, Mark] = {}
        self.unread: set[Place] = set()
        self.anchors: dict[str | None, _Anchor] = {}
        self.nodes = 0

    def tree(self) -> Tree | None:
        try:
            self.next()  # the stream's start
            value = None
            if isinstance(self.next(), yaml.DocumentStartEvent):
                value = self.build(self.next(), ())
                self.next()  # the document's end
                if not isinstance(event := self.next(), yaml.StreamEndEvent):
                    self.wrong(event, (), "begins another document; expected one a file")
        finally:
            self.dispose()
        return None if value is _UNREAD else Tree(self.name, value, self.marks, self.unread)

    def build(self, event: yaml.Event, place: Place) -> Any:
        self.marks.setdefault(place, (self.name, _line(event)))
        self.nodes += 1
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event, place)
        if not isinstance(event, yaml.NodeEvent) or event.anchor is None:
            return self.plain(event, place)
        self.anchors[event.anchor] = _Anchor(place, _UNREAD, 0)
        before = self.nodes
        value = self.plain(event, place)
        self.anchors[event.anchor] = _Anchor(place, value, self.nodes - before + 1)
        return value

    def alias(self, event: yaml.AliasEvent, place: Place) -> Any:
        anchor = self.anchors.get(event.anchor)
        if anchor is None:
            return self.wrong(
                event, place, f"is an alias of {event.anchor}, which stands nowhere before"
            )
        if not anchor.size:
            return self.wrong(event, place, "holds itself through an alias")
        if anchor.value is _UNREAD or self.nodes > NODES:  # that is a mistake already
            return _UNREAD
        self.nodes += anchor.size
        if self.nodes > NODES:
            return self.wrong(event, place, f"makes more than {NODES} values through aliases")
        depth = len(anchor.place)
        inside = [mark for mark in self.marks if mark[:depth] == anchor.place and len(mark) > depth]
        self.marks.update({place + mark[depth:]: self.marks[mark] for mark in inside})
        return copy.deepcopy(anchor.value)

    def plain(self, event: yaml.Event, place: Place) -> Any:
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, place)
        if len(place) >= DEPTH:
            self.wrong(event, place, f"is nested too deeply; expected at most {DEPTH} levels")
            raise _TooDeepError
        value: Any
        if isinstance(event, yaml.MappingStartEvent):
            value = self.mapping(place)
        else:
            value = []
            while not isinstance(item := self.next(), yaml.SequenceEndEvent):
                value.append(self.build(item, (*place, len(value))))
            # A list with a gap would say something else.
            value = _UNREAD if any(item is _UNREAD for item in value) else value
        if isinstance(event, yaml.CollectionStartEvent) and event.tag is not None:
            return self.wrong(event, place, f"has the tag {event.tag!r}; expected none")
        return value

    def mapping(self, place: Place) -> dict[Any, Any]:
        values: dict[Any, Any] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self.wrong(event, place, "has a key that is not plain text")
                if isinstance(event, yaml.CollectionStartEvent):
                    self.skip()
                self.pass_over()
                continue
            key = self.scalar(event, place)
            if key is _UNREAD:
                self.pass_over()
                continue
            here = (*place, key)
            if key in values or here in self.unread:
                self.wrong(event, here, "stands twice; expected one row a name")
                self.pass_over()
                continue
            self.marks[here] = (self.name, _line(event))
            value = self.build(self.next(), here)
            if value is _UNREAD:
                self.unread.add(here)
            else:
                values[key] = value
        return values

    def scalar(self, event: yaml.ScalarEvent, place: Place) -> Any:
        if event.tag is not None:
            return self.wrong(event, place, f"has the tag {event.tag!r}; expected none")
        # Written plainly, such a character is no YAML; only within double quotes it has an escape.
        if event.style == '"' and (found := self.unwritable.search(event.value)):
            message = f"holds the character U+{ord(found[0]):04X}, which cannot be written"
            return self.wrong(event, place, f"{message} in the output")
        tag: str = self.resolve(yaml.ScalarNode, event.value, event.implicit)
        if tag == "tag:yaml.org,2002:str":
            return event.value
        try:
            return self.construct(yaml.ScalarNode(tag, event.value))
        except yaml.constructor.ConstructorError:
            kind = tag.rpartition(":")[2]
            message = f"is {shown(event.value)}, which YAML takes for a {kind} that it cannot be"
            return self.wrong(event, place, f"{message}; text needs quotes")

    def skip(self) -> None:
        """Passes over what a collection holds."""
        depth = 1
        while depth:
            event = self.next()
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > DEPTH:
                raise _TooDeepError

    def pass_over(self) -> None:
        """Passes over the next value."""
        if isinstance(self.next(), yaml.CollectionStartEvent):
            self.skip()

    def wrong(self, event: yaml.Event, place: Place, message: str) -> Any:
        line = _line(event)
        self.mistakes.append(Mistake(self.name, line, "/".join(map(str, place)), message))
        return _UNREAD


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark is not None else 0
