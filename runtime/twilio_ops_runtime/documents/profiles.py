"""Profiles: the XML Schema files of a generated package, and documents checked against them.

lxml's compiled schema decides; it is quick and says little. What is wrong with a document that
fails is explained by xmlschema, which takes longer to import than a thousand documents to check,
and so is loaded only then. How long it explains grows with the square of the number of elements: of
a large document there is lxml's word only.
"""

from __future__ import annotations

import threading
from functools import cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from twilio_ops_runtime.errors import ConfigurationError, ProfileError

if TYPE_CHECKING:
    from lxml.etree import XMLSchema

    from twilio_ops_runtime.documents.document import Source
    from twilio_ops_runtime.formats.xml_types import Element

__all__ = ["Profile", "profile_of"]

_MOST_PROBLEMS = 20
_MOST_EXPLAINED = 1000
"""The elements of the largest document that is explained: that takes some 20 ms."""
_MOST_SHOWN = 300
"""The characters of the longest problem: it may hold a value of any length."""
_XS = "{http://www.w3.org/2001/XMLSchema}"


class Profile:
    """One profile.

    Args:
        path: Its file, an XML Schema.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()  # a compiled schema keeps its last errors

    def load(self) -> None:
        """Read the file now, so that a fault of it shows before anything depends on it.

        Raises:
            ConfigurationError: It is not there, or no XML Schema.
        """
        self._schema()

    def is_valid(self, root: Element) -> bool:
        """Whether a document is valid, by its root element."""
        return self._schema().validate(root)

    def are_valid(self, root: Element) -> bool:
        """Whether the documents of many records are valid, asked at once.

        False also where the profile is not of the form that lets it be asked so.

        Args:
            root: A root element with any number of records where a document has one.
        """
        schema = self._schema_of_many()
        return schema is not None and schema.validate(root)

    def check(self, document: Source) -> None:
        """Check a document.

        Raises:
            ProfileError: It is not well formed, or not valid; all problems of a document of usual
                size are named.
        """
        from twilio_ops_runtime.documents.document import Document

        root = Document.of(document).element
        if not self.is_valid(root):
            raise self.error(root)

    def error(self, root: Element) -> ProfileError:
        """What is wrong with a document that is not valid.

        Of a document of more than a thousand elements not every problem is named: it could take
        minutes to find them.

        Args:
            root: Its root element.
        """
        log: Any = self._schema().error_log
        problems: list[str] = []
        large = any(True for _ in islice(root.iter(), _MOST_EXPLAINED, None))
        if not large:
            problems = self._explained(root)
        problems = problems or [f"line {one.line}: {one.message}" for one in log]
        problems = [one if len(one) <= _MOST_SHOWN else f"{one[:_MOST_SHOWN]}…" for one in problems]
        if len(problems) > _MOST_PROBLEMS:
            problems = [*problems[:_MOST_PROBLEMS], f"and {len(problems) - _MOST_PROBLEMS} more"]
        if large:
            problems.append(f"and there may be more: it has over {_MOST_EXPLAINED} elements")
        return ProfileError(
            f"the document is not valid against {self.path.name}: {'; '.join(problems)}",
            problems=problems,
        )

    def _schema(self) -> XMLSchema:
        schema: XMLSchema | None = getattr(self._local, "schema", None)
        if schema is None:
            from lxml import etree

            try:
                schema = etree.XMLSchema(etree.parse(self.path))
            except OSError:
                raise ConfigurationError(f"there is no profile {self.path.name}") from None
            except etree.LxmlError as error:
                raise ConfigurationError(f"{self.path.name} is no profile: {error}") from None
            self._local.schema = schema
        return schema

    def _schema_of_many(self) -> XMLSchema | None:
        """The schema of documents that hold any number of records where the profile's hold one."""
        if not hasattr(self._local, "many"):
            from lxml import etree

            tree = etree.parse(self.path)
            roots = tree.findall(f"{_XS}element")
            inside = roots[0].find(f"{_XS}complexType/*") if roots else None
            self._local.many = None
            if inside is not None and inside.tag in {f"{_XS}choice", f"{_XS}sequence"}:
                inside.set("maxOccurs", "unbounded")
                self._local.many = etree.XMLSchema(tree)
        found: XMLSchema | None = self._local.many
        return found

    def _explained(self, root: Element) -> list[str]:
        schema = getattr(self._local, "explaining", None)
        if schema is None:
            import xmlschema

            schema = self._local.explaining = xmlschema.XMLSchema10(str(self.path))
        found: list[str] = []
        for error in schema.iter_errors(root):
            place = (error.path or "").strip("/")
            found.append(f"{place}: {error.reason or 'not valid'}")
        return found

    def __repr__(self) -> str:
        return f"<Profile {self.path.name}>"


@cache
def profile_of(package: str, file: str | None) -> Profile | None:
    """The profile in a file of a package; None where there is none.

    Raises:
        ConfigurationError: The package is not there.
    """
    if file is None:
        return None
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise ConfigurationError(f"there is no package {package}")
    return Profile(Path(found.submodule_search_locations[0]) / file)
