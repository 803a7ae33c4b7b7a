"""What is compared: folders, revisions and documents, each with all that is known of it; and what is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.codegen.importer_support import (
    CONVENTIONS,
    SID,
    TEXT,
    document,
    operation,
    parameter,
    record,
    write,
)
from tests.codegen.test_changes_cli import PYPROJECT, catalog_files, commit, edit
from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.changes.change import Location
from twilio_ops_codegen.changes.sources import CONVERT, Places, open_source, open_sources
from twilio_ops_codegen.importer.conventions import load_conventions
from twilio_ops_codegen.importer.extract import take
from twilio_ops_codegen.importer.problems import ImportFailed

WEIGHT = ("Parcel", "fields", "weight")


def made(folder: Path) -> Path:
    """A folder with the made-up catalog and its version."""
    for file, text in catalog_files().items():
        path = folder / "metadata" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in a folder of a repository."""
    return made(tmp_path / "repository" / "parts" / "project")


@pytest.fixture
def places(project: Path, tmp_path: Path) -> Places:
    """Where its sources are."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    return Places(
        catalog=project / "metadata",
        manifest=project / "pyproject.toml",
        conventions=CONVENTIONS,
        scratch=scratch,
    )


def line(folder: Path) -> int:
    """The line of a parcel's weight in a catalog."""
    text = (folder / "api/v1/Parcel.yaml").read_text(encoding="utf-8")
    return text.splitlines().index("  weight:") + 1


def refused(name: object, places: Places) -> str:
    """What is said of something that is no source."""
    with pytest.raises(CodegenError) as error:
        open_source(str(name), places)
    return str(error.value)


def test_a_folder_is_a_catalog(project: Path, places: Places, tmp_path: Path) -> None:
    """The project's own has the project's version, another what stands beside it; each its own suppressions."""
    other = made(tmp_path / "other")
    (other / "pyproject.toml").write_text(PYPROJECT.replace("1.4.2", "3.0.0"), encoding="utf-8")
    (tmp_path / "manifest.toml").write_text(PYPROJECT.replace("1.4.2", "2.0.0"), encoding="utf-8")
    places = Places(
        catalog=places.catalog,
        manifest=tmp_path / "manifest.toml",
        conventions=places.conventions,
        scratch=places.scratch,
    )
    for folder, version in ((project, "2.0.0"), (other, "3.0.0")):
        metadata = folder / "metadata"
        found = open_source(f"{metadata}", places)
        assert (found.name, found.kind, found.version) == (str(metadata), "catalog", version)
        assert found.suppressions == metadata / "suppressions.yaml"
        where = f"{metadata}/api/v1/Parcel.yaml"
        assert found.locate(WEIGHT) == Location(where, line(metadata))
        assert set(found.catalog.objects) == {"Depot", "Parcel"}
        assert (found.remarks, found.left_out, found.earlier) == ((), {}, None)
    (other / "pyproject.toml").unlink()
    assert open_source(f"{other / 'metadata'}", places).version is None


def test_a_revision_is_a_catalog(project: Path, places: Places) -> None:
    """With the version and the lines that it had, under the name that it is asked for by; as often as it is."""
    repository = project.parent.parent
    commit(repository)
    number = line(places.catalog)
    edit(places.catalog, lambda row: row["fields"].pop("weight"))
    (project / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    commit(repository)
    for _ in range(2):
        found = open_source("HEAD~1", places)
        assert (found.name, found.kind, found.version) == ("HEAD~1", "catalog", "1.4.2")
        where = "HEAD~1:parts/project/metadata/api/v1/Parcel.yaml"
        assert found.locate(WEIGHT) == Location(where, number)
        assert found.suppressions is not None
        assert found.suppressions.parent.parent == places.scratch
    old, new = open_sources("HEAD~1", "HEAD", places)
    assert "weight" in old.catalog.objects["Parcel"].fields
    assert "weight" not in new.catalog.objects["Parcel"].fields
    assert new.version is None


def test_a_revision_has_a_version_where_its_manifest_is(
    project: Path, places: Places, tmp_path: Path
) -> None:
    """One outside of the repository is none; one that cannot be read is named."""
    (project / "pyproject.toml").write_text("[", encoding="utf-8")
    commit(project.parent.parent)
    assert refused("HEAD", places).startswith("HEAD:parts/project/pyproject.toml is not TOML: ")
    for elsewhere in (tmp_path / "pyproject.toml", tmp_path / "none" / "pyproject.toml"):
        other = Places(
            catalog=places.catalog,
            manifest=elsewhere,
            conventions=places.conventions,
            scratch=places.scratch,
        )
        assert open_source("HEAD", other).version is None


def test_what_is_no_revision_is_told(
    project: Path, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Why it is none: no repository, no such name, no catalog in it, no git."""
    assert refused("HEAD", places) == (
        f"HEAD is no file and no folder, and no revision: {project} is in no git repository"
    )
    (project / "metadata").rename(project / "later")
    commit(project.parent.parent)
    assert refused("HEAD", places) == "revision HEAD has no folder parts/project/metadata"
    for name in ("HEAD~1", "none", "HEAD:later", "--all"):
        said = f"{name} is no file, no folder and no revision of the repository"
        assert refused(name, places) == said
    lost = Places(
        catalog=project / "none" / "metadata",
        manifest=places.manifest,
        conventions=places.conventions,
        scratch=places.scratch,
    )
    assert refused("HEAD", lost) == (
        f"HEAD is no file and no folder, and {project / 'none'} does not exist"
    )
    monkeypatch.setenv("PATH", str(project))
    assert refused("HEAD", places) == "git is needed to read a revision, and is not installed"


def test_what_is_no_catalog_is_told(project: Path, places: Places) -> None:
    """Which format it has, and what brings it here; or what is wrong with it."""
    metadata = places.catalog
    edit(metadata, lambda row: row.update(format=0), "catalog.yaml")
    reads = f"{metadata} holds a catalog of format 0; this generator reads format 1. {CONVERT}"
    assert refused(metadata, places) == reads
    edit(metadata, lambda row: row.update(format="1"), "catalog.yaml")
    assert refused(metadata, places) == reads.replace("format 0", "format 1", 1)
    edit(metadata, lambda row: row.pop("format"), "catalog.yaml")
    before = "of a format from before formats had numbers"
    assert refused(metadata, places) == reads.replace("of format 0", before)
    edit(metadata, lambda row: row.update(format=2), "catalog.yaml")
    assert refused(metadata, places) == (
        f"{metadata} holds a catalog of format 2, written for a later generator; this one reads"
        " format 1. Compare with the generator of that revision"
    )
    edit(metadata, lambda row: row.update(format=1), "catalog.yaml")
    edit(metadata, lambda row: row.update(odd=1))
    said = refused(metadata, places)
    assert said.startswith(f"{metadata} holds a catalog with mistakes:\n")
    assert "api/v1/Parcel.yaml:" in said and "odd" in said
    for text in ("[", "- a\n"):
        (metadata / "catalog.yaml").write_text(text, encoding="utf-8")
        assert refused(metadata, places).startswith(f"{metadata} holds a catalog with mistakes:\n")
    (metadata / "catalog.yaml").unlink()
    assert refused(metadata, places) == f"{metadata} is no catalog: it has no catalog.yaml"


def parcels(name: str, **fields: object) -> dict[str, object]:
    """A document with one operation."""
    at = [parameter("Sid", "path", schema=SID)]
    fetch = operation(f"Fetch{name}", record(sid=SID, **fields), parameters=at)
    return document({f"/v1/{name}s/{{Sid}}": {"get": fetch}})


def test_a_document_is_read_as_an_import_reads_it(places: Places, tmp_path: Path) -> None:
    """With the names that it gave, for a later one to keep, and with what is simplified; it has no version."""
    path = write(tmp_path, parcels("Parcel", odd={"type": "string", "x": 1, "not": {"const": ""}}))
    found = open_source(str(path), places)
    assert (found.name, found.kind) == (str(path), "document")
    assert (found.version, found.suppressions) == (None, None)
    assert set(found.catalog.objects) == {"Parcel"}
    assert found.earlier is not None
    ((version, objects),) = found.earlier.items()
    assert version == found.catalog.service.version and objects.keys() == {"Parcel"}
    assert all(each.partition(" ")[2] for each in found.remarks) and found.remarks
    where = found.locate(("Parcel", "fields", "odd"))
    assert where is not None and where.file == str(path)
    assert '"odd"' in path.read_text(encoding="utf-8").splitlines()[where.line - 1]


def test_a_document_that_says_nothing_is_told(places: Places, tmp_path: Path) -> None:
    """With the reason of each operation; one that ends too early is cut off."""
    taken = parcels("Parcel", weight=TEXT)
    text = json.dumps(taken).replace("FetchParcel", "Parcel")
    path = tmp_path / "none.json"
    path.write_text(text, encoding="utf-8")
    first, *reasons = refused(path, places).splitlines()
    assert first == f"{path}: none of its operations could be taken"
    assert [each.partition(": ")[0] for each in reasons] == ["Parcel"]
    for cut, is_cut in ((text[:-9], True), (text.replace('"info"', "info"), False)):
        path.write_text(cut, encoding="utf-8")
        with pytest.raises(ImportFailed) as error:
            take(path, load_conventions(CONVENTIONS))
        end = "; it ends in the middle, so a part of it is missing" if is_cut else ""
        assert refused(path, places) == f"{error.value}{end}"


def test_two_documents_help_each_other(places: Places, tmp_path: Path) -> None:
    """The later keeps the names of the earlier, and either has the ids that the other gives."""
    old, new = parcels("Parcel", weight=TEXT), parcels("Parcel", weight=TEXT)
    for number, bare in enumerate((old, new)):
        text = json.dumps(bare).replace('"operationId": "FetchParcel", ', "")
        assert "operationId" not in text
        sides = [
            write(tmp_path, each, f"{number}{name}") for name, each in (("old", old), ("new", new))
        ]
        sides[number].write_text(text, encoding="utf-8")
        found = open_sources(*map(str, sides), places)
        assert [set(each.catalog.objects) for each in found] == [{"Parcel"}, {"Parcel"}]
        action = [each.catalog.objects["Parcel"].actions["Get"].operation for each in found]
        assert action[1 - number] == "FetchParcel"
