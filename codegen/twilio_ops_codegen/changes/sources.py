"""Catalogs to compare: from folders, from revisions of the repository, from OpenAPI documents."""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import yaml
from attrs import evolve, frozen

from twilio_ops_codegen.catalog.errors import CatalogError, CodegenError
from twilio_ops_codegen.catalog.model import FORMAT, Catalog
from twilio_ops_codegen.catalog.passes import resolve
from twilio_ops_codegen.catalog.plain import is_mapping
from twilio_ops_codegen.catalog.yaml_loader import plain
from twilio_ops_codegen.changes.build import build
from twilio_ops_codegen.changes.change import Change
from twilio_ops_codegen.changes.left_out import LeftOut, left_out
from twilio_ops_codegen.changes.locations import Locate, in_catalog, in_document, nowhere
from twilio_ops_codegen.changes.suppressions import NAME as SUPPRESSIONS

Kind = Literal["catalog", "document"]
Earlier = Mapping[str, Mapping[str, dict[str, Any]]]
"""Rows of objects by version and name, as an import keeps names by."""

CONVERT = (
    "To compare it, import the document it was made from with this generator into a folder of its own"
    " (`python -m twilio_ops_codegen import DOCUMENT --into FOLDER`) and compare with that folder"
)
"""How a catalog of another format is brought to this one: its source document has all its facts."""


@frozen(kw_only=True)
class Source:
    """One side of a comparison.

    ``version`` is the package's version beside it, if there is one; ``suppressions`` is the file that
    a catalog's folder may hold; ``left_out`` holds what of a document the catalog lacks, ``remarks`` what it simplifies;
    ``locate`` gives the file and line of a place, or of the nearest thing around it;
    ``earlier`` is what a document has named, for a later one to keep.
    """

    name: str
    kind: Kind
    catalog: Catalog
    version: str | None = None
    suppressions: Path | None = None
    left_out: Mapping[str, LeftOut] = MappingProxyType({})
    remarks: tuple[str, ...] = ()
    locate: Locate = nowhere
    earlier: Earlier | None = None


@frozen(kw_only=True)
class Places:
    """Where sources are looked for.

    ``catalog`` is the folder of the project's catalog and ``manifest`` its pyproject.toml, which
    revisions hold at the same paths; ``conventions`` says how OpenAPI documents are written; ``scratch`` is an empty folder.
    """

    catalog: Path
    manifest: Path
    conventions: Path
    scratch: Path


def open_sources(old: str, new: str, places: Places) -> tuple[Source, Source]:
    """Both sides of a comparison, which can be compared.

    A document may lack operation ids; those of the other document stand for them, by method and path.

    Raises:
        CodegenError: One is no source, or they are of different kinds or services.
    """
    documents = [Path(name) for name in (old, new) if Path(name).is_file()]
    other = documents if len(documents) == 2 else [None, None]
    before = open_source(old, places, other[1])
    sides = before, open_source(new, places, other[0], before.earlier)
    check_comparable(*sides)
    return sides


def open_source(
    name: str, places: Places, ids_of: Path | None = None, earlier: Earlier | None = None
) -> Source:
    """The catalog that a folder, an OpenAPI document or a git revision holds.

    Args:
        name: A path, or a revision in any of git's spellings; what exists as a path is one.
        places: Where to look.
        ids_of: The document whose operation ids stand for those that a document lacks.
        earlier: What the document before it has named, which keeps its names as in an import.

    Raises:
        CodegenError: There is no such thing, or it is not a catalog; the text says what it is.
    """
    path = Path(name)
    if path.is_dir():
        own = path.resolve() == places.catalog.resolve()
        manifest = places.manifest if own else path.resolve().parent / "pyproject.toml"
        return _folder(path, name, version_in(manifest))
    if path.exists():
        return _document(path, name, places, ids_of, earlier)
    return _revision(name, places)


def located(changes: Iterable[Change], old: Source, new: Source) -> tuple[Change, ...]:
    """The changes with the file and line on both sides."""
    return tuple(
        evolve(
            change,
            old_location=old.locate(change.steps),
            new_location=new.locate(change.steps),
        )
        for change in changes
    )


def check_comparable(old: Source, new: Source) -> None:
    """Checks that two sources can be compared.

    Raises:
        CodegenError: One is a catalog and one a document, or they are of different services.
    """
    if old.kind != new.kind:
        raise CodegenError(
            f"{old.name} is a {old.kind} and {new.name} is a {new.kind}. A catalog has overlays that"
            " a document has not: import the document into a folder of its own and compare catalogs,"
            " or compare two documents"
        )
    services = (old.catalog.service.service, new.catalog.service.service)
    if services[0] != services[1]:
        raise CodegenError(
            f"{old.name} is of the service {services[0]!r} and {new.name} of {services[1]!r};"
            " only one service's catalogs can be compared"
        )


def _folder(path: Path, name: str, version: str | None, shown: str | None = None) -> Source:
    shown = f"{name}/" if shown is None else shown
    from twilio_ops_codegen.catalog.load import load_folder

    _check_format(path, name)
    try:
        loaded = load_folder(path)
    except CatalogError as error:
        raise CodegenError(f"{name} holds a catalog with mistakes:\n{error}") from error
    return Source(
        name=name,
        kind="catalog",
        catalog=resolve(loaded.catalog),
        version=version,
        suppressions=path / SUPPRESSIONS,
        locate=in_catalog(loaded.trees, shown),
    )


def _check_format(path: Path, name: str) -> None:
    """Says which format a folder is in where it is not this generator's; load says the rest."""
    file = path / "catalog.yaml"
    if not file.is_file():
        raise CodegenError(f"{name} is no catalog: it has no catalog.yaml")
    try:
        value = plain(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError):
        return
    if not is_mapping(value):
        return
    found = value.get("format")
    if found == FORMAT:
        return
    if isinstance(found, int) and found > FORMAT:
        raise CodegenError(
            f"{name} holds a catalog of format {found}, written for a later generator; this one reads"
            f" format {FORMAT}. Compare with the generator of that revision"
        )
    what = (
        f"of format {found}" if found is not None else "of a format from before formats had numbers"
    )
    raise CodegenError(
        f"{name} holds a catalog {what}; this generator reads format {FORMAT}. {CONVERT}"
    )


def version_in(manifest: Path) -> str | None:
    """Return the version that a ``pyproject.toml`` states; None = there is no file, or it does not.

    Raises:
        CodegenError: The file is not TOML.
    """
    if not manifest.is_file():
        return None
    return _version(manifest.read_bytes(), str(manifest))


def _version(content: bytes, called: str) -> str | None:
    try:
        value: Any = tomllib.loads(content.decode("utf-8"))
    except ValueError as error:  # no UTF-8, no TOML, or a number too long
        raise CodegenError(f"{called} is not TOML: {error}") from error
    version = value.get("project", {}).get("version")
    return version if isinstance(version, str) else None


def _document(
    path: Path, name: str, places: Places, ids_of: Path | None, earlier: Earlier | None
) -> Source:
    from twilio_ops_codegen.importer.conventions import load_conventions
    from twilio_ops_codegen.importer.extract import take
    from twilio_ops_codegen.importer.problems import ImportFailed

    conventions = load_conventions(places.conventions)
    try:
        taken = take(path, conventions, ids_of, earlier)
    except ImportFailed as error:
        cut = "; it ends in the middle, so a part of it is missing" if _is_cut_off(path) else ""
        raise CodegenError(f"{error}{cut}") from error
    if not taken.objects:
        reasons = "".join(f"\n{one.place}: {one.message}" for one in taken.not_taken)
        raise CodegenError(f"{name}: none of its operations could be taken{reasons}")
    value = {"service": taken.service, "objects": taken.objects}
    catalog: Catalog = build(Catalog, value)
    return Source(
        name=name,
        kind="document",
        catalog=resolve(catalog),
        left_out=left_out(taken.document, taken.without_object, taken.left_out),
        remarks=tuple(f"{one.place} {one.message}" for one in taken.simplified),
        locate=in_document(path, name, catalog, taken.document.data),
        earlier={taken.service["version"]: taken.objects},
    )


def _is_cut_off(path: Path) -> bool:
    """Whether a JSON file that cannot be read fails where it ends."""
    try:
        text = path.read_text(encoding="utf-8").rstrip()
    except (OSError, UnicodeDecodeError):
        return False
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        longest_word = len("false")
        return "Unterminated" in error.msg or error.pos >= len(text) - longest_word
    except ValueError:  # a number too long
        return False
    return False


def _revision(name: str, places: Places) -> Source:
    catalog = places.catalog.resolve()
    if not catalog.parent.is_dir():
        raise CodegenError(f"{name} is no file and no folder, and {catalog.parent} does not exist")
    inside = _git(catalog.parent, "rev-parse", "--show-prefix", "--show-cdup")
    if inside is None:
        raise CodegenError(
            f"{name} is no file and no folder, and no revision: {catalog.parent} is in no git repository"
        )
    commit = _git(
        catalog.parent, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
    )
    if commit is None:
        raise CodegenError(f"{name} is no file, no folder and no revision of the repository")
    prefix, up, *_ = inside.decode().split("\n")
    revision = commit.decode().strip()
    folder = f"{prefix}{catalog.name}"
    # Within a folder, git archives only what the tree has under that folder's name.
    archive = _git(catalog.parent / up, "archive", "--format=tar", f"{revision}:{folder}")
    if archive is None:
        raise CodegenError(f"revision {name} has no folder {folder}")
    target = places.scratch / revision
    if not target.is_dir():
        target.mkdir()
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(target, filter="data")
    manifest = _manifest_path(places.manifest)
    content = None if manifest is None else _git(catalog.parent, "show", f"{revision}:{manifest}")
    version = None if content is None else _version(content, f"{name}:{manifest}")
    return _folder(target, name, version, shown=f"{name}:{folder}/")


def _manifest_path(manifest: Path) -> str | None:
    """The path of a pyproject.toml in its repository; None = its folder is in none."""
    folder = manifest.resolve().parent
    inside = _git(folder, "rev-parse", "--show-prefix") if folder.is_dir() else None
    return None if inside is None else f"{inside.decode().strip()}{manifest.name}"


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What a git command prints; None = it failed.

    Raises:
        CodegenError: There is no git.
    """
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=folder,
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except FileNotFoundError as error:
        raise CodegenError("git is needed to read a revision, and is not installed") from error
    return done.stdout if done.returncode == 0 else None
