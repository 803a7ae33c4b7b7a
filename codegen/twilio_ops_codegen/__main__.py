"""The generator's command line: ``python -m twilio_ops_codegen``."""

from __future__ import annotations

import argparse
import gc
import os
import shlex
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if __name__ == "__main__":
    # A run makes much that it keeps to its end, modules first: looking for cycles less often pays.
    gc.set_threshold(100_000, 20, 100)

from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.emit.format import Formatter
from twilio_ops_codegen.emit.write import MARKER, Comparison, compare, replace

if TYPE_CHECKING:
    from twilio_ops_codegen.catalog.load import Loaded
    from twilio_ops_codegen.catalog.model import Catalog
    from twilio_ops_codegen.emit.render import RenderedFile

ROOT = Path(__file__).resolve().parent.parent.parent
CATALOG = ROOT / "metadata"
OUT = ROOT / "generated"
CACHE = ROOT / ".cache"

EXIT_CODES = """\
exit codes:
  0  done; of check: the tree is current
  1  a catalog, a document or a template has mistakes, each named with its place, and nothing is
     written; of check: the tree is not current
  2  bad arguments, or a file or folder that cannot be read or written
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command.

    Returns:
        The exit code, as ``EXIT_CODES`` says.
    """
    given = sys.argv[1:] if arguments is None else arguments
    options = _parser(given).parse_args(given)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except CodegenError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever reads has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except OSError as error:
        message = (error.strerror or str(error)).lower()
        print(f"{error.filename}: {message}" if error.filename else message, file=sys.stderr)
        return 2


def _parser(given: Sequence[str]) -> ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m twilio_ops_codegen",
        description="Generates typed operations from a catalog.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, text: str, function: Callable[[argparse.Namespace], int]) -> ArgumentParser:
        command = commands.add_parser(
            name,
            help=text,
            description=f"{text[0].upper()}{text[1:]}.",
            epilog=EXIT_CODES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.set_defaults(command=function)
        return command

    for name, function, text in (
        ("write", _write, "write the generated tree; a failure leaves the old one intact"),
        ("check", _check, "fail if the generated tree is not what the catalog gives"),
        ("diff", _diff, "show what write would change, as a unified diff"),
    ):
        _add_places(add(name, text, function))
    text = "show the objects and the actions each permits"
    command = add("list", text, _list)
    command.add_argument(
        "--undocumented", action="store_true", help="show what has no words instead, a place a line"
    )
    _add_catalog(command)
    text = "say which template and which catalog rows made a generated file"
    command = add("explain", text, _explain)
    command.add_argument("file", type=Path, metavar="FILE", help="a file below the folder of --out")
    _add_places(command)
    text = "take the facts of OpenAPI documents into catalog files"
    command = add("import", text, _import)
    command.add_argument(
        "documents",
        type=Path,
        nargs="+",
        metavar="SPEC",
        help="an OpenAPI 3 document, JSON or YAML; several only of one service and version",
    )
    _add_folder(command, "--into", CATALOG, "the catalog's folder; made if it is missing")
    text = "write the JSON Schemas of catalog files, which editors complete by"
    command = add("schema", text, _schema)
    _add_folder(command, "--into", CATALOG / "schema", "the folder that gets them")
    text = "say what changed between two catalogs or documents, for whom, and what release it needs"
    command = commands.add_parser("changes", help=text, description=f"{text[0].upper()}{text[1:]}.")
    if "changes" in given:  # its rules are many modules, which no other command needs
        from twilio_ops_codegen.changes.cli import add_arguments

        add_arguments(command)
    return parser


def _add_catalog(command: ArgumentParser) -> None:
    _add_folder(command, "--catalog", CATALOG, "the catalog's folder")


def _add_places(command: ArgumentParser) -> None:
    _add_catalog(command)
    command.add_argument(
        "--templates",
        type=_folder,
        metavar="DIR",
        help="a folder whose templates take the place of those of the same name (default: none)",
    )
    _add_folder(command, "--out", OUT, "the folder that holds the generated packages")
    command.add_argument(
        "--no-cache",
        action="store_true",
        help="compile every template and format every file again, and leave .cache/ alone",
    )


def _add_folder(command: ArgumentParser, option: str, usual: Path, text: str) -> None:
    shown = usual.relative_to(ROOT).as_posix()
    command.add_argument(
        option,
        type=Path,
        default=usual,
        metavar="DIR",
        help=f"{text} (default: {shown} of the project)",
    )


def _folder(text: str) -> Path:
    if not Path(text).is_dir():
        raise argparse.ArgumentTypeError(f"{text} is no folder")
    return Path(text)


class _Made(NamedTuple):
    """What a catalog gives."""

    loaded: Loaded
    files: list[RenderedFile]


def _make(options: argparse.Namespace) -> _Made:
    cache = None if options.no_cache else CACHE
    with Formatter(None if cache is None else cache / "formatted.json") as formatter:
        # After its processes have started: they get ready meanwhile, and share less memory.
        from twilio_ops_codegen.catalog.load import load_folder
        from twilio_ops_codegen.emit.render import behaviour_file, render

        loaded = load_folder(options.catalog)
        compiled = None if cache is None else cache / "templates"
        files = render(loaded.catalog, options.templates, formatter, compiled)
    files += behaviour_file(loaded.behaviour, loaded.catalog.service.package)
    return _Made(loaded, files)


def _compare(options: argparse.Namespace) -> Comparison:
    made = _make(options)
    service = made.loaded.catalog.service
    made_for = f"It holds the package of the service {service.service}, version {service.version}."
    return compare(options.out, made.files, made_for)


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
    print(f"Run `{_mending(options)}` to mend this.", file=sys.stderr)
    return 1


def _mending(options: argparse.Namespace) -> str:
    """The command that makes the tree what was compared with it."""
    words = ["python", "-m", "twilio_ops_codegen", "write"]
    for name, usual in (("catalog", CATALOG), ("templates", None), ("out", OUT)):
        given = getattr(options, name)
        if given != usual:
            words += [f"--{name}", str(given)]
    return shlex.join(words)


def _diff(options: argparse.Namespace) -> int:
    sys.stdout.writelines(_compare(options).diff())
    return 0


def _list(options: argparse.Namespace) -> int:
    from twilio_ops_codegen.catalog.load import load
    from twilio_ops_codegen.catalog.model import ACTIONS

    catalog = load(options.catalog)
    if options.undocumented:
        return _undocumented(catalog)
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


def _undocumented(catalog: Catalog) -> int:
    from twilio_ops_codegen.catalog.words import undocumented

    for place in undocumented(catalog):
        print("/".join(place))
    return 0


def _explain(options: argparse.Namespace) -> int:
    out = options.out.resolve()
    try:
        path = options.file.resolve().relative_to(out).as_posix()
    except ValueError:
        raise CodegenError(f"{options.file} is not below {options.out}") from None
    made = _make(options)
    root, _, name = path.partition("/")
    if name == MARKER and any(file.path.startswith(f"{root}/") for file in made.files):
        print(f"{path}\n  marks a folder that the generator writes whole")
        return 0
    for file in made.files:
        if file.path == path:
            print(f"{path}")
            print(f"  template: {file.template or 'none; written from the catalog directly'}")
            print(f"  catalog:  {options.catalog}")
            for row in _rows(file, made.loaded):
                print(f"    {row}")
            return 0
    raise CodegenError(f"{path} is not a generated file")


def _rows(file: RenderedFile, loaded: Loaded) -> Iterator[str]:
    """The files and overlay rows of a catalog that a file was made from."""
    yield from file.sources
    if file.rows is None:
        yield "every object and overlay"
        return
    for name in file.rows:
        for place in loaded.origins[name]:
            yield f"{name}: {place}"


def _import(options: argparse.Namespace) -> int:
    from twilio_ops_codegen.importer import import_documents

    report = import_documents(options.documents, options.into, ROOT / "metadata" / "import.yaml")
    print(report)
    return 0


def _schema(options: argparse.Namespace) -> int:
    from twilio_ops_codegen.catalog.json_schema import schema_texts

    options.into.mkdir(parents=True, exist_ok=True)
    for name, text in schema_texts().items():
        (options.into / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    stdout: Any = sys.stdout
    stdout.reconfigure(errors="backslashreplace")  # whatever a catalog says can be printed
    sys.exit(main())
