"""The generator's command line: ``python -m codegen``."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

if __name__ == "__main__":
    # A run makes much that it keeps to its end, modules first: looking for cycles less often pays.
    gc.set_threshold(100_000, 20, 100)

from codegen.errors import CodegenError
from codegen.format import Formatter
from codegen.load import load, load_folder
from codegen.model import ACTIONS
from codegen.render import RenderedFile, behaviour_file, render
from codegen.write import Comparison, compare, replace

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command.

    Returns:
        The exit code: 0 fine, 1 the command's answer is no (a catalog with mistakes, a tree that
        is not clean), 2 bad arguments or input.
    """
    given = sys.argv[1:] if arguments is None else arguments
    options = _parser(given).parse_args(given)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except CodegenError as error:
        print(error, file=sys.stderr)
        return 1


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m codegen", description="Generates typed operations from a catalog."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, function, text in (
        ("write", _write, "write the generated tree; a failure leaves the old one intact"),
        ("check", _check, "fail if the generated tree is not what the catalog gives"),
        ("diff", _diff, "show what write would change, as a unified diff"),
    ):
        command = commands.add_parser(name, help=text, description=text)
        _add_places(command)
        command.set_defaults(command=function)
    text = "show the objects and the actions each permits"
    command = commands.add_parser("list", help=text, description=text)
    _add_catalog(command)
    command.set_defaults(command=_list)
    text = "say which template and which catalog rows made a generated file"
    command = commands.add_parser("explain", help=text, description=text)
    command.add_argument("file", type=Path, metavar="FILE")
    _add_places(command)
    command.set_defaults(command=_explain)
    text = "take the facts of OpenAPI documents into catalog files"
    command = commands.add_parser("import", help=text, description=text)
    command.add_argument("documents", type=Path, nargs="+", metavar="SPEC")
    command.add_argument("--into", type=Path, default=ROOT / "metadata", metavar="DIR")
    command.set_defaults(command=_import)
    text = "write the JSON Schema of catalog files, which editors complete by"
    command = commands.add_parser("schema", help=text, description=text)
    command.add_argument("--into", type=Path, default=ROOT / "metadata" / "schema", metavar="DIR")
    command.set_defaults(command=_schema)
    text = "say what changed between two catalogs or documents, for whom, and what release it needs"
    command = commands.add_parser("changes", help=text, description=f"{text[0].upper()}{text[1:]}.")
    if "changes" in given:  # its rules are many modules, which no other command needs
        from codegen.changes.cli import add_arguments

        add_arguments(command)
    return parser


def _add_catalog(command: argparse.ArgumentParser) -> None:
    command.add_argument("--catalog", type=Path, default=ROOT / "metadata", metavar="DIR")


def _add_places(command: argparse.ArgumentParser) -> None:
    _add_catalog(command)
    command.add_argument(
        "--templates",
        type=Path,
        metavar="DIR",
        help="a folder whose templates take the place of those of the same name",
    )
    command.add_argument("--out", type=Path, default=ROOT / "generated", metavar="DIR")
    command.add_argument(
        "--no-cache", action="store_true", help="compile every template and format every file again"
    )


def _rendered(options: argparse.Namespace) -> list[RenderedFile]:
    cache = None if options.no_cache else ROOT / ".cache"
    with Formatter(None if cache is None else cache / "formatted.json") as formatter:
        loaded = load_folder(options.catalog)
        compiled = None if cache is None else cache / "templates"
        files = render(loaded.catalog, options.templates, formatter, compiled)
    return [*files, *behaviour_file(loaded.behaviour, loaded.catalog.service.package)]


def _compare(options: argparse.Namespace) -> Comparison:
    return compare(options.out, _rendered(options))


def _write(options: argparse.Namespace) -> int:
    comparison = _compare(options)
    replace(comparison)
    changed = len(comparison.stale) + len(comparison.missing)
    removed = len(comparison.orphaned)
    print(f"{len(comparison.files)} files: {changed} written, {removed} removed.")
    return 0


def _check(options: argparse.Namespace) -> int:
    comparison = _compare(options)
    if comparison.clean:
        print(f"{len(comparison.files)} files, all current.")
        return 0
    sys.stdout.writelines(comparison.diff())
    for kind in ("stale", "missing", "orphaned"):
        for path in getattr(comparison, kind):
            print(f"{kind}: {path}", file=sys.stderr)
    print("Run `python -m codegen write` to mend this.", file=sys.stderr)
    return 1


def _diff(options: argparse.Namespace) -> int:
    sys.stdout.writelines(_compare(options).diff())
    return 0


def _list(options: argparse.Namespace) -> int:
    catalog = load(options.catalog)
    if not catalog.objects:
        print("The catalog has no objects.")
        return 0
    width = max(map(len, catalog.objects))
    print("object".ljust(width), *ACTIONS, sep="  ")
    for name, value in catalog.objects.items():
        marks: list[str] = []
        for action in ACTIONS:
            row = value.actions.get(action)
            mark = "" if row is None else "refused" if row.refused else "x"
            marks.append(mark.center(len(action)))
        print(name.ljust(width), *marks, sep="  ")
    total = sum(len(value.actions) for value in catalog.objects.values())
    print(f"{len(catalog.objects)} objects, {total} actions")
    return 0


def _explain(options: argparse.Namespace) -> int:
    out = options.out.resolve()
    try:
        path = options.file.resolve().relative_to(out).as_posix()
    except ValueError:
        raise CodegenError(f"{options.file} is not below {options.out}") from None
    for file in _rendered(options):
        if file.path == path:
            print(f"{path}")
            print(f"  template: {file.template or 'none; written from the catalog directly'}")
            print(f"  catalog:  {', '.join(file.rows) or 'every object'}")
            return 0
    raise CodegenError(f"{path} is not a generated file")


def _import(options: argparse.Namespace) -> int:
    from codegen.importer import import_documents

    report = import_documents(options.documents, options.into, ROOT / "metadata" / "import.yaml")
    print(report)
    return 0


def _schema(options: argparse.Namespace) -> int:
    from codegen.schema import schema_text

    options.into.mkdir(parents=True, exist_ok=True)
    (options.into / "object.json").write_text(schema_text(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
