"""Profiles: the XML Schema files of a generated package, and documents checked against them.

A schema that is derived from a profile in memory, and compiled by lxml, decides first, and mostly at
once. It says what the profile says, and takes more: records under the names of older releases, and
elements that documents were seen to hold beyond. Where the profile takes elements in any order, it has
that of the documents seen last: libxml2 judges a sequence in a third of the time of an ``xs:all``. So
a release that adds a field, or has another order, costs a compilation, and not each document. What it
does not take is judged a last time in order, and without all that the profile is silent about; see
``profile_tree``.

What is wrong with a document that fails is told a fault at a time by going through it once, within
bounds; xmlschema, which takes longer to import than a thousand documents to check, says which texts
are no values, and so is loaded only then.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from copy import deepcopy
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from twilio_ops_runtime.documents.profile_tree import (
    Contents,
    Faults,
    declared_root,
    fit,
    unknown_names,
    within,
)
from twilio_ops_runtime.errors import ConfigurationError, ProfileError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from lxml.etree import XMLSchema, XPath

    from twilio_ops_runtime.documents.document import Source
    from twilio_ops_runtime.formats.xml_types import Element


_MOST_PROBLEMS = 20
_MOST_LOOKED_AT = 5000
"""The elements and attributes of a document that are looked at for what is wrong: some 50 ms."""
_MOST_SHOWN = 300
"""The characters of the longest problem: it may hold a value of any length."""
_LONGEST_VALUE = 5000
"""The characters of the longest text of numbers, dates or Sids that is read at all."""
_MOST_LEARNT = 50
"""The elements beyond a profile that are learnt; documents with more are judged without them."""
_MOST_ORDERED = 60
"""The elements of the longest sequence that is compiled: of 200, that takes 30 ms."""
_MOST_ORDERS = 8
"""How often a profile takes over another order; documents in further ones are put in order."""
_XS = "{http://www.w3.org/2001/XMLSchema}"
_ANYTHING_TYPE = "any.element"
_ANYTHING = f"""
<xs:complexType xmlns:xs="http://www.w3.org/2001/XMLSchema" name="{_ANYTHING_TYPE}" mixed="true">
  <xs:sequence><xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
  <xs:anyAttribute processContents="skip"/>
</xs:complexType>"""


class _Compiled:
    """A profile as one thread uses it: a compiled schema keeps its last errors.

    Args:
        path: Its file.
        accepts: Further names of the record's element.
        tolerant: Whether it learns what else documents hold.
    """

    def __init__(self, path: Traversable, accepts: frozenset[str], tolerant: bool) -> None:
        from lxml import etree

        schema = etree.fromstring(path.read_bytes())
        self.root, self.words = declared_root(schema)
        self.tolerant = tolerant
        self._contents = self.root.contents or Contents()
        self._accepts = accepts
        # The names of records' elements, which are in no record.
        self.never = accepts.union(self._contents.children if tolerant else ())
        self._schema = schema
        self._learnt: set[tuple[Contents, str]] = set()
        self._orders = 0
        # The root of an answer holds one record, under any of its names.
        self._records = schema.find(f"{_XS}element/{_XS}complexType/{_XS}sequence")
        if self._records is not None:
            (record,) = self._records
            choice = etree.SubElement(self._records, f"{_XS}choice")
            for name in [str(record.get("name")), *accepts]:
                etree.SubElement(choice, f"{_XS}element", name=name, type=str(record.get("type")))
            self._records.remove(record)
        for group in schema.iterfind(f".//{_XS}all"):
            if len(group) <= _MOST_ORDERED:
                group.tag = f"{_XS}sequence"
        self._compile()

    def _compile(self) -> None:
        from lxml import etree

        if self._records is not None:
            self._records[0].set("maxOccurs", "1")
        self.one = etree.XMLSchema(self._schema)
        self._many: XMLSchema | None = None

    @property
    def many(self) -> XMLSchema | None:
        """The schema of a root with any number of records; None if a root holds no records."""
        from lxml import etree

        if self._many is None and self._records is not None:
            self._records[0].set("maxOccurs", "unbounded")
            self._many = etree.XMLSchema(self._schema)
        return self._many

    def takes(self, root: Element, *, many: bool) -> bool:
        """Whether a document is valid, or one with any number of records where others have one."""

        def validate(document: Element) -> bool:
            schema = self.many if many else self.one
            return schema is not None and _validates(schema, document)

        if validate(root):
            return True
        if root.tag != self.root.name or (many and self._records is None):
            return False
        return (self._learn(root) and validate(root)) or validate(self.fitted(root))

    def renamed(self, root: Element) -> Element:
        """A copy of the document, with its records under their usual name."""
        root = deepcopy(root)
        if self._accepts:
            (item,) = self._contents.children
            for child in root.iterchildren(*self._accepts):
                child.tag = item
        return root

    def fitted(self, root: Element) -> Element:
        """A copy of the document in the form that the schema judges."""
        root = self.renamed(root)
        if self.root.contents is not None:
            fit(root, self.root.contents, self.tolerant, self.never)
        return root

    def _learn(self, root: Element) -> bool:
        """Take in what a document holds beyond the profile, and its order; whether that is anything."""
        from lxml import etree

        held = [*within(self.renamed(root) if self._accepts else root, self._contents)]
        found = {(of, name) for one, of in held for name in unknown_names(one, of, self.never)}
        found -= self._learnt
        learns = self.tolerant and 0 < len(found) <= _MOST_LEARNT - len(self._learnt)
        if learns:
            if not self._learnt:
                self._schema.append(etree.fromstring(_ANYTHING))
            self._learnt |= found
            for of, name in sorted(found, key=lambda pair: pair[1]):
                of.add(name, _ANYTHING_TYPE)
        moves = self._orders < _MOST_ORDERS and any([of.follow(one) for one, of in held])
        self._orders += moves
        if learns or moves:
            self._compile()
        return learns or moves


class Profile:
    """One profile.

    Args:
        path: Its file, an XML Schema; a ``Path``, or what is in a package.
        tolerant: Whether a document may hold what the profile does not know, as answers do.
        accepts: Further names of the record's element, which older answers use.
    """

    def __init__(
        self, path: Traversable, *, tolerant: bool = True, accepts: Iterable[str] = ()
    ) -> None:
        self.path = path
        self.tolerant = tolerant
        self.accepts: frozenset[str] = frozenset(accepts)
        self._local = threading.local()

    def load(self) -> None:
        """Read the file now, so that a fault of it shows before anything depends on it.

        Raises:
            ConfigurationError: It is not there, or no XML Schema.
        """
        self._compiled()

    def is_valid(self, root: Element) -> bool:
        """Whether a document is valid, by its root element."""
        return self._compiled().takes(root, many=False)

    def are_valid(self, root: Element) -> bool:
        """Whether the documents of many records are valid, asked at once.

        False also where the profile is not of the form that lets it be asked so.

        Args:
            root: A root element with any number of records where a document has one.
        """
        return self._compiled().takes(root, many=True)

    def check(self, document: Source) -> None:
        """Check a document.

        Raises:
            ProfileError: It is not well formed, or not valid; each problem names line and element.
        """
        from twilio_ops_runtime.documents.document import Document

        root = Document.of(document).element
        if not self.is_valid(root):
            raise self.error(root)

    def error(self, root: Element) -> ProfileError:
        """Return what is wrong with a document that is not valid, a problem a fault.

        At most twenty problems are told, and a very large document is not looked at to its end: the
        last problem says so.

        Args:
            root: Its root element.
        """
        compiled = self._compiled()
        said = [f"{root.tag}: it is not valid, and too wide to say where"]
        if not _is_wide(root):
            _ = compiled.one.validate(compiled.fitted(root)) and compiled.one.validate(root)
            log: Any = compiled.one.error_log
            said = [f"line {one.line}: {one.message}" for one in islice(log, 1)]
        never, words = compiled.never, compiled.words
        faults = Faults(words, self._takes, self.tolerant, never, _MOST_LOOKED_AT)
        found = iter([f"{root.tag}: the root is not {compiled.root.name}"])
        if root.tag == compiled.root.name:
            found = faults.of(compiled.renamed(root), compiled.root, compiled.root.name)
        problems = [_shown(one) for one in islice(found, _MOST_PROBLEMS)]
        if next(found, None) is not None or faults.is_cut:
            problems.append("and there may be more")
        problems = problems if len(problems) > faults.is_cut else [*map(_shown, said), *problems]
        return ProfileError(
            f"the document is not valid against {self.path.name}: {'; '.join(problems)}",
            problems=problems,
        )

    def _compiled(self) -> _Compiled:
        compiled: _Compiled | None = getattr(self._local, "compiled", None)
        if compiled is None:
            from lxml import etree

            try:
                compiled = _Compiled(self.path, self.accepts, self.tolerant)
            except OSError:
                raise ConfigurationError(f"there is no profile {self.path.name}") from None
            except (etree.LxmlError, ValueError) as error:
                raise ConfigurationError(f"{self.path.name} is no profile: {error}") from None
            self._local.compiled = compiled
        return compiled

    def _takes(self, kind: str, text: str) -> bool:
        """Whether a simple type of this profile takes a text."""
        if kind == "text":
            return True
        if len(text) > _LONGEST_VALUE:
            return False
        schema = getattr(self._local, "explaining", None)
        if schema is None:
            import xmlschema

            schema = self._local.explaining = xmlschema.XMLSchema10(self.path.read_text("utf-8"))
        taken: bool = schema.types[kind].is_valid(text)
        return taken

    def __repr__(self) -> str:
        return f"<Profile {self.path.name}>"


@cache
def _wide() -> XPath:
    from lxml import etree

    return etree.XPath("boolean(/descendant::*[5000]) and boolean(//*[2000])")


def _is_wide(root: Element) -> bool:
    """Whether a document holds thousands of elements side by side."""
    return _wide()(root) is True


def _validates(schema: XMLSchema, root: Element) -> bool:
    """Whether a schema takes a document, in time that grows as the document does.

    libxml2 notes the place of each fault by counting the elements before it. Where there are very
    many, they are judged as a stream, in which nothing has a place.
    """
    from lxml import etree

    if not _is_wide(root):
        return schema.validate(root)
    try:
        etree.fromstring(etree.tostring(root), etree.XMLParser(schema=schema, huge_tree=True))
    except etree.XMLSyntaxError:
        return False
    return True


def _shown(problem: str) -> str:
    return problem if len(problem) <= _MOST_SHOWN else f"{problem[:_MOST_SHOWN]}…"


@cache
def profile_of(
    package: str, file: str | None, *, tolerant: bool = True, accepts: tuple[str, ...] = ()
) -> Profile | None:
    """The profile in a file of a package; None where there is none.

    Args:
        package: The package's import name.
        file: The file's path in it.
        tolerant: Whether documents may hold what it does not know: those of answers may.
        accepts: Further names of the record's element.

    Raises:
        ConfigurationError: The package is not there.
    """
    if file is None:
        return None
    from importlib.resources import files

    try:
        path = files(package).joinpath(file)
    except ModuleNotFoundError:
        raise ConfigurationError(f"there is no package {package}") from None
    return Profile(path, tolerant=tolerant, accepts=accepts)
