"""Who may know whom, and what importing costs."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("codegen", "components", "runtime", "emulator", "generated")
HEAVY = ("requests", "urllib3", "msgspec", "lxml", "xmlschema", "jinja2", "black", "yaml", "cattrs")


@cache
def import_statements(path: Path) -> tuple[ast.Import | ast.ImportFrom, ...]:
    """Those of a module, wherever in it they are; several tests ask for the same ones."""
    statements: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    for node in statements:  # which grows; no expression, most of a module, holds any
        for name in ("body", "orelse", "finalbody", "handlers", "cases"):
            statements += getattr(node, name, ())
    return tuple(node for node in statements if isinstance(node, ast.Import | ast.ImportFrom))


def imports(folder: Path) -> set[str]:
    """The top-level packages that a folder's modules import."""
    found = set()
    for path in folder.rglob("*.py"):
        for node in import_statements(path):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found


def test_dependencies_point_one_way() -> None:
    """The generator and the runtime know neither each other nor what is generated."""
    ours = {
        "twilio_ops_cli",
        "twilio_ops_codegen",
        "twilio_ops_components",
        "twilio_ops",
        "twilio_ops_runtime",
        "twilio_ops_emulator",
    }
    assert {"twilio_ops_codegen"} == imports(ROOT / "codegen") & ours
    found = {room: imports(ROOT / room) for room in ROOMS}
    assert "twilio_ops_cli" not in set().union(*found.values())
    assert {"twilio_ops_runtime"} == found["runtime"] & ours
    assert {"twilio_ops", "twilio_ops_runtime"} == found["generated"] & ours


def imported_modules(folder: Path) -> dict[str, set[str]]:
    """The modules of a package, each with those of the same package that it imports.

    Imports within functions and for type checkers alone count like any other. A package that is
    imported for one of its modules is not meant itself.
    """
    paths = {
        ".".join(path.relative_to(folder.parent).with_suffix("").parts).removesuffix(
            ".__init__"
        ): path
        for path in folder.rglob("*.py")
    }
    found: dict[str, set[str]] = {}
    for module, path in paths.items():
        package = module if path.name == "__init__.py" else module.rpartition(".")[0]
        named: set[str] = set()
        for node in import_statements(path):
            if isinstance(node, ast.Import):
                named |= {alias.name for alias in node.names}
            else:
                base = node.module or ""
                if node.level:
                    above = package.split(".")[: len(package.split(".")) - node.level + 1]
                    base = ".".join([*above, *([base] if base else [])])
                for alias in node.names:
                    inner = f"{base}.{alias.name}"
                    named.add(inner if inner in paths else base)
        found[module] = (named & paths.keys()) - {module}
    return found


def circles(modules: dict[str, set[str]]) -> list[list[str]]:
    """The groups of modules that import each other, straight or through others."""
    reached: dict[str, set[str]] = {}
    for module in modules:
        seen: set[str] = set()
        waiting = [module]
        while waiting:
            for inner in modules[waiting.pop()] - seen:
                seen.add(inner)
                waiting.append(inner)
        reached[module] = seen
    groups = {
        frozenset(other for other in reached[module] if module in reached[other])
        for module in modules
    }
    return sorted(sorted(group) for group in groups if group)


@pytest.mark.parametrize(
    "package",
    [
        "codegen/twilio_ops_codegen",
        "runtime/twilio_ops_runtime",
        "emulator/twilio_ops_emulator",
        "generated/twilio_ops",
    ],
)
def test_no_module_imports_itself_through_others(package: str) -> None:
    """What a module needs can be read without what needs it."""
    modules = imported_modules(ROOT / package)
    assert len(modules) > 20
    assert [] == circles(modules)


def test_no_behaviour_imports_another_objects() -> None:
    """Objects meet through roles and what the state publishes; what several need is no object's."""
    from twilio_ops_emulator.behaviour import MODULES, PRODUCT_MODULES

    folder = "twilio_ops_emulator.behaviour"
    objects = {f"{folder}.{name}" for name in {*MODULES.values(), *PRODUCT_MODULES.values()}}
    modules = imported_modules(ROOT / "emulator/twilio_ops_emulator")
    assert set() == objects - modules.keys()
    found = {module: modules[module] & objects for module in objects if modules[module] & objects}
    assert {} == found


def test_circles_are_found() -> None:
    """A circle of two, of three, and one of a module that others lead to."""
    modules: dict[str, set[str]] = {"a": {"b"}, "b": {"a", "c"}, "c": {"d"}, "d": {"e"}}
    assert [["a", "b"], ["c", "d", "e"]] == circles(modules | {"e": {"c"}, "f": {"a"}})


def unspoken(path: Path) -> list[int]:
    """Lines of a module that read or write a file's text without saying in which encoding."""
    most = {"read_text": 0, "write_text": 1}  # arguments before the encoding
    text = path.read_text(encoding="utf-8")
    if not any(name in text for name in most):
        return []
    return [
        node.lineno
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and len(node.args) == most.get(node.func.attr)
        and all(each.arg not in ("encoding", None) for each in node.keywords)
    ]


def test_no_text_hangs_on_the_locale(tmp_path: Path) -> None:
    """Files are read and written as UTF-8 also where a machine's own encoding is another one."""
    rooms = (*ROOMS, "cli", "bench", "examples")
    paths = [path for room in rooms for path in (ROOT / room).rglob("*.py")]
    assert len(paths) > 300
    found = {str(path.relative_to(ROOT)): lines for path in paths if (lines := unspoken(path))}
    assert found == {}
    module = tmp_path / "module.py"
    module.write_text("a.read_text()\nb.write_text(c)\nd.read_text('utf-8')\n", encoding="utf-8")
    assert unspoken(module) == [1, 2]


def test_the_generator_knows_no_service() -> None:
    """Its name occurs nowhere in the generator; the made-up API's goldens prove the rest."""
    for path in sorted((ROOT / "codegen").rglob("*.py")):
        text = path.read_text(encoding="utf-8").replace("twilio_ops_codegen", "")
        assert not re.search("twilio", text, re.IGNORECASE), path


@pytest.mark.parametrize("name", ["call", "message"])
def test_importing_an_object_loads_that_object_only(name: str) -> None:
    """No wire, no validator, no generator, and no other object."""
    code = (
        f"import sys; import twilio_ops.api.{name}; from twilio_ops import Connection;"
        "Connection('AC' + '0' * 32, 'x');"
        "import json; print(json.dumps(sorted(sys.modules)))"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )
    modules = set(json.loads(printed.stdout))
    assert set() == modules & set(HEAVY)
    objects = {module for module in modules if module.startswith("twilio_ops.api.")}
    assert {f"twilio_ops.api.{name}"} == objects


def test_an_action_that_is_not_permitted_is_explained() -> None:
    """Asking for it by name says which actions the object has."""
    with pytest.raises(ImportError, match="Get, Query, Update"):
        from twilio_ops.api.conference import CreateConference  # type: ignore[attr-defined] # noqa: F401


def test_the_size_of_the_package() -> None:
    """All Python of the API, tests included, is at most 1.5 MB."""
    size = sum(path.stat().st_size for path in (ROOT / "generated").rglob("*.py"))
    assert size <= 1_500_000, size


def test_the_build_has_the_versions_that_are_locked() -> None:
    """One version of what builds the package, whoever builds it."""
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"][
        "requires"
    ]
    for lock in ("requirements.lock", "locks/action.lock"):
        lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
        assert {line.removesuffix(" \\") for line in lines}.issuperset(needed)
