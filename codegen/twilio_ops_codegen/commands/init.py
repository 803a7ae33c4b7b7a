"""The command ``init``: what a repository with a catalog of its own needs."""

from __future__ import annotations

import re
import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path

import click
import yaml

from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.commands.base import DISTRIBUTION, EXIT_CODES, common, say, working
from twilio_ops_codegen.commands.settings import CONVENTIONS, MANIFEST, TABLE, USUAL, read_table
from twilio_ops_codegen.data import CATALOG

_CHECKOUT = "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2"
_SETUP_PYTHON = "actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065 # v5.6.0"
_TAKEN = ("ops", DISTRIBUTION.replace("-", "_"))


@click.command(epilog=EXIT_CODES)
@click.option(
    "--from",
    "source",
    required=True,
    metavar="FILE|VERSION",
    help="An OpenAPI document to begin with, or the start of the version of the catalog that comes"
    " along, such as 2010 (no default: one must be given).",
)
@click.option(
    "--package",
    metavar="NAME",
    help="What the generated package is called (default: the document's service and version, or the"
    " folder's name and _ops).",
)
@common
def init(source: str, package: str | None) -> int:
    """Make what a repository with a catalog needs, in the working folder.

    A catalog, the settings and the project of the generated package in pyproject.toml, a README,
    a pre-commit hook and a workflow. Nothing that is there is replaced.
    """
    from twilio_ops_codegen.catalog.validate import is_package

    root = Path.cwd()
    if package is not None and not (is_package(package) and package.islower()):
        raise CodegenError(
            f"--package: {package!r} is no name of a package; expected such as my_ops"
        )
    with tempfile.TemporaryDirectory(prefix="codegen-init-") as scratch:
        catalog = Path(scratch) / USUAL["catalog"]
        _fill(catalog, source, package, root)
        name = str(yaml.safe_load((catalog / "catalog.yaml").read_text("utf-8"))["package"])
        texts = _texts(name)
        table = f'\n{TABLE}\ncatalog = "{USUAL["catalog"]}"\nout = "{USUAL["out"]}"\n'
        table += f'changelog = "{USUAL["changelog"]}"\n'
        manifest = root / MANIFEST
        has_table = read_table(manifest) is not None
        taken = [path for path in (USUAL["catalog"], *texts) if (root / path).exists()]
        if has_table or taken:
            found = ", ".join([*([f"{TABLE} in {MANIFEST}"] if has_table else []), *taken])
            raise CodegenError(f"this folder has {found} already: nothing was written")
        head = manifest.read_text("utf-8") if manifest.is_file() else _project(name)
        shutil.copytree(catalog, root / USUAL["catalog"])
        for path, text in texts.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        manifest.write_text(head + table, encoding="utf-8")
    for path in (MANIFEST, f"{USUAL['catalog']}/", *texts):
        say(f"made: {path}")
    say(f"Next: `{DISTRIBUTION} codegen write` generates {USUAL['out']}/{name}.")
    return 0


def _fill(catalog: Path, source: str, package: str | None, root: Path) -> None:
    """Make the catalog: of a document, or the one that comes along under another package's name."""
    if Path(source).is_file():
        from twilio_ops_codegen.importer import import_documents

        catalog.mkdir()
        shutil.copy(CATALOG / CONVENTIONS, catalog)
        with working("Importing"):
            report = import_documents([Path(source)], catalog, catalog / CONVENTIONS)
        say(str(report).partition("\n")[0])
    else:
        from twilio_ops_codegen.catalog.json_schema import write_schemas

        own = yaml.safe_load((CATALOG / "catalog.yaml").read_text("utf-8"))
        if not str(own["version"]).startswith(source):
            raise CodegenError(
                f"--from: {source} is no file, and not the version {own['version']} of the catalog"
                " that comes along"
            )
        shutil.copytree(CATALOG, catalog)
        write_schemas(catalog / "schema")  # what is installed comes without
        package = package or _called(root.name)
    if package is not None:
        path = catalog / "catalog.yaml"
        text = path.read_text("utf-8")
        changed, count = re.subn(r"(?m)^package: .*$", f"package: {package}", text)
        if count != 1:
            raise CodegenError(f"{source}: its catalog does not say what the package is called")
        path.write_text(changed, encoding="utf-8")


def _called(folder: str) -> str:
    """A package's name of a folder's, which does not hide the package that it depends on."""
    name = "_".join([*re.findall("[a-z0-9]+", folder.lower()), "ops"])
    return name if name[0].isalpha() and name not in _TAKEN else f"my_{name}"


def _requirement() -> str:
    return f"{DISTRIBUTION}[codegen]=={version(DISTRIBUTION)}"


def _project(package: str) -> str:
    name = package.replace("_", "-")
    return f"""\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "{name}"
version = "0.1.0"
description = "Typed operations, generated from a catalog"
readme = "README.md"
requires-python = ">=3.11"
dependencies = ["{DISTRIBUTION}=={version(DISTRIBUTION)}"]

[tool.hatch.build.targets.wheel]
packages = ["{USUAL["out"]}/{package}"]
"""


def _texts(package: str) -> dict[str, str]:
    command = f"{DISTRIBUTION} codegen"
    return {
        "README.md": f"""\
# {package.replace("_", "-")}

Typed operations in `{USUAL["out"]}/{package}`, generated from the catalog in `{USUAL["catalog"]}/`.

    pip install '{_requirement()}'
    {command} import openapi.json    # the facts of a new document
    {command} write                  # the package, all or nothing
    {command} check                  # fails where the package is not what the catalog gives
    {command} changes HEAD           # what changed for whom, and what release it needs

Corrections are rows in `{USUAL["catalog"]}/overlays/`, each with a reason. What a change means to users
stands in a fragment in `{USUAL["changelog"]}/`; `{command} changes HEAD --fragment
{USUAL["changelog"]}/NAME` writes it.
""",
        f"{USUAL['changelog']}/README.md": """\
# Changelog fragments

A file `NAME.KIND.md` for each change that users notice; KIND is breaking, removed, added, changed,
deprecated, fixed or documentation.
""",
        ".pre-commit-config.yaml": f"""\
repos:
  - repo: local
    hooks:
      - id: codegen-check
        name: generated files are current
        entry: {command} check
        language: python
        additional_dependencies: ["{_requirement()}"]
        pass_filenames: false
        always_run: true
""",
        ".github/workflows/codegen.yml": f"""\
# The generated package is what the catalog gives, and the changelog announces what changed.
name: Generated package
on:
  push:
    branches: [main]
  pull_request:
permissions: {{}}
jobs:
  check:
    name: Check
    runs-on: ubuntu-24.04
    permissions:
      contents: read
    steps:
      # A pull request is checked out merged into its base: the first parent is the base.
      - uses: {_CHECKOUT}
        with:
          fetch-depth: 2
          persist-credentials: false
      - uses: {_SETUP_PYTHON}
        with:
          python-version: "3.12"
      - name: Install the generator
        run: pip install '{_requirement()}'
      - name: See that the package is current
        run: {command} check
      - name: Say what changed, and whether the changelog announces it
        if: github.event_name == 'pull_request'
        run: {command} changes HEAD^1 --check-release --format github
""",
    }
