"""Profiles: the XML Schema files of a generated package, and documents checked against them.

A profile's own schema, compiled by lxml, decides first, and mostly at once. A document that it does
not take is judged a second time without what a profile is silent about; see ``profile_tree``. What
is wrong with a document that fails is told a fault at a time by going through it once, within
bounds; xmlschema, which takes longer to import than a thousand documents to check, says which texts
are no values, and so is loaded only then.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from copy import deepcopy
from functools import cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from twilio_ops_runtime.documents.profile_tree import Declared, Faults, declared_root, fit
from twilio_ops_runtime.errors import ConfigurationError, ProfileError

if TYPE_CHECKING:
    from lxml.etree import XMLSchema

    from twilio_ops_runtime.documents.document import Source
    from twilio_ops_runtime.formats.xml_types import Element


_MOST_PROBLEMS = 20
_MOST_LOOKED_AT = 5000
"""The elements and attributes of a document that are looked at for what is wrong: some 50 ms."""
_MOST_SHOWN = 300
"""The characters of the longest problem: it may hold a value of any length."""
_LONGEST_VALUE = 5000
"""The characters of the longest text of numbers, dates or Sids that is read at all."""
_XS = "{http://www.w3.org/2001/XMLSchema}"


class _Compiled:
    """A profile as one thread uses it: a compiled schema keeps its last errors."""

    def __init__(self, path: Path) -> None:
        from lxml import etree

        tree = etree.parse(path)
        self.schema = etree.XMLSchema(tree)
        self.root, self.words = declared_root(tree.getroot())
        self.many: XMLSchema | None = None
        group = tree.getroot().find(f"{_XS}element/{_XS}complexType/{_XS}sequence")
        if group is not None:  # a root that holds one record, and is to hold any number
            group.set("maxOccurs", "unbounded")
            self.many = etree.XMLSchema(tree)


class Profile:
    """One profile.

    Args:
        path: Its file, an XML Schema.
        tolerant: Whether a document may hold what the profile does not know, as answers do.
        accepts: Further names of the record's element, which older answers use.
    """

    def __init__(self, path: Path, *, tolerant: bool = True, accepts: Iterable[str] = ()) -> None:
        self.path = path
        self.tolerant = tolerant
        self.accepts = frozenset(accepts)
        self._local = threading.local()

    def load(self) -> None:
        """Read the file now, so that a fault of it shows before anything depends on it.

        Raises:
            ConfigurationError: It is not there, or no XML Schema.
        """
        self._compiled()

    def is_valid(self, root: Element) -> bool:
        """Whether a document is valid, by its root element."""
        compiled = self._compiled()
        return compiled.schema.validate(root) or self._fits(compiled.schema, deepcopy(root))

    def are_valid(self, root: Element) -> bool:
        """Whether the documents of many records are valid, asked at once.

        False also where the profile is not of the form that lets it be asked so.

        Args:
            root: A root element with any number of records where a document has one; it may be
                changed by this.
        """
        schema = self._compiled().many
        return schema is not None and (schema.validate(root) or self._fits(schema, root))

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
        compiled.schema.validate(root)
        log: Any = compiled.schema.error_log
        said = [f"line {one.line}: {one.message}" for one in islice(log, 1)]
        faults = Faults(
            compiled.words, self._takes, self.tolerant, self._records(), _MOST_LOOKED_AT
        )
        found = self._faults(root, compiled.root, faults)
        problems = [_shown(one) for one in islice(found, _MOST_PROBLEMS)]
        if next(found, None) is not None or faults.is_cut:
            problems.append("and there may be more")
        problems = problems if len(problems) > faults.is_cut else [*map(_shown, said), *problems]
        return ProfileError(
            f"the document is not valid against {self.path.name}: {'; '.join(problems)}",
            problems=problems,
        )

    def _faults(self, root: Element, declared: Declared, faults: Faults) -> Iterator[str]:
        if root.tag != declared.name:
            yield f"{root.tag}: the root is not {declared.name}"
        else:
            yield from faults.of(self._renamed(deepcopy(root)), declared, declared.name)

    def _fits(self, schema: XMLSchema, root: Element) -> bool:
        """Whether a document is valid in the form that the profile knows; it is changed."""
        declared = self._compiled().root
        if root.tag != declared.name or declared.contents is None:
            return False
        fit(self._renamed(root), declared.contents, self.tolerant, self._records())
        return schema.validate(root)

    def _renamed(self, root: Element) -> Element:
        """The document with its records under their usual name."""
        if self.accepts:
            contents = self._compiled().root.contents
            (item,) = contents.children if contents is not None else ("",)
            for child in root.iterchildren(*self.accepts):
                child.tag = item
        return root

    def _records(self) -> frozenset[str]:
        """The names of records' elements, which are in no record."""
        contents = self._compiled().root.contents
        return self.accepts.union(
            contents.children if contents is not None and self.tolerant else ()
        )

    def _compiled(self) -> _Compiled:
        compiled: _Compiled | None = getattr(self._local, "compiled", None)
        if compiled is None:
            from lxml import etree

            try:
                compiled = _Compiled(self.path)
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

            schema = self._local.explaining = xmlschema.XMLSchema10(str(self.path))
        taken: bool = schema.types[kind].is_valid(text)
        return taken

    def __repr__(self) -> str:
        return f"<Profile {self.path.name}>"


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
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise ConfigurationError(f"there is no package {package}")
    path = Path(found.submodule_search_locations[0]) / file
    return Profile(path, tolerant=tolerant, accepts=accepts)
