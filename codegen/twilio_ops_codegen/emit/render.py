"""Renders a package view to files as values; nothing here touches disk but to read templates."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import jinja2
from attrs import evolve, frozen

from twilio_ops_codegen.catalog.compact import compact_catalog
from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.catalog.model import Catalog
from twilio_ops_codegen.catalog.names import pascal, snake
from twilio_ops_codegen.catalog.passes import describe, resolve
from twilio_ops_codegen.emit.format import LINE_LENGTH, Formatter, Source
from twilio_ops_codegen.emit.literal import literal
from twilio_ops_codegen.emit.markup import attribute, content
from twilio_ops_codegen.emit.objects import ObjectView, PackageView, view
from twilio_ops_codegen.emit.operations import OperationView
from twilio_ops_codegen.emit.samples import Samples
from twilio_ops_codegen.emit.types import PyCode
from twilio_ops_codegen.emit.xsd import Profiles

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
STYLED = "{# styled as black does #}"
"""What a template begins with whose text black has nothing to change in, but for long lines."""
_BEFORE_BLOCK = re.compile(r"\n{2,}(?=@|class |def |if not TYPE_CHECKING)")
_IN_TEMPLATES = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError)
"""What an expression of a template may raise: a wrong argument, a division by zero."""


@frozen
class RenderedFile:
    """One file of the output.

    Args:
        path: Where it goes, relative to the output folder, with ``/``.
        text: What it holds.
        template: The template that made it; empty for data written directly.
        rows: The objects of the catalog it was made from; None = all.
        sources: The catalog's files it was made from, beside those of objects.
    """

    path: str
    text: str
    template: str
    rows: tuple[str, ...] | None = None
    sources: tuple[str, ...] = ("catalog.yaml",)


def render(
    catalog: Catalog,
    templates: Path | None = None,
    formatter: Formatter | None = None,
    compiled: Path | None = None,
) -> list[RenderedFile]:
    """Every file of the package, its profiles, samples and tests, formatted, in order of path.

    Args:
        catalog: A loaded catalog; the passes run here.
        templates: A folder whose templates take the place of those of the same name.
        formatter: What formats Python; None = without a cache.
        compiled: A folder that keeps compiled templates; None = compile them all. It changes how
            long this takes, and nothing else.

    Raises:
        CodegenError: A template has a mistake; the message says which, where and what.
    """
    resolved = resolve(catalog)
    package = view(resolved)
    files: list[RenderedFile] = []
    loader = _Loader(templates)

    def python() -> Iterator[Source]:
        for file in _Renderer(
            resolved, describe(catalog), package, _environment(loader, compiled)
        ).files():
            files.append(file)
            if file.path.endswith(".py"):
                yield Source(file.path, file.text, file.template in loader.styled)

    formatted = (formatter or Formatter()).format(python())
    loader.check_used()
    files.sort(key=lambda file: file.path)
    return [evolve(file, text=formatted.get(file.path, file.text)) for file in files]


def behaviour_file(facts: Mapping[str, Any], package: str) -> Iterator[RenderedFile]:
    """The file that hands on what a catalog says of behaviour; none if it says nothing."""
    if facts:
        text = json.dumps(facts, ensure_ascii=False, indent=0) + "\n"
        files = tuple(f"behaviour/{name}.yaml" for name in facts)
        yield RenderedFile(f"{package}/_behaviour.json", text, "", (), files)


class _Renderer:
    def __init__(
        self,
        catalog: Catalog,
        described: Catalog,
        package: PackageView,
        environment: jinja2.Environment,
    ) -> None:
        self.catalog = catalog
        self.described = described
        self.package = package
        self.environment = environment

    def files(self) -> Iterator[RenderedFile]:
        name = self.package.package
        for path, template in (
            (f"{name}/__init__.py", "package.py.jinja"),
            (f"{name}/_service.py", "service.py.jinja"),
            (f"{name}/api/__init__.py", "api.py.jinja"),
            (f"{name}/_wire/__init__.py", "wire_package.py.jinja"),
            (f"{name}_tests/__init__.py", "tests_package.py.jinja"),
            (f"{name}_tests/harness.py", "harness.py.jinja"),
            (f"{name}_tests/test_load.py", "test_load.py.jinja"),
        ):
            yield self.python(path, template)
        yield RenderedFile(f"{name}/py.typed", "", "", (), ())
        data = json.dumps(compact_catalog(self.described), ensure_ascii=False, indent=0)
        sources = ("catalog.yaml", *(["errors.yaml"] if self.catalog.errors else []))
        yield RenderedFile(f"{name}/_catalog.json", data + "\n", "", None, sources)
        profiles = Profiles(self.catalog)
        yield RenderedFile(f"{name}/profiles/Error.xsd", profiles.error(), "", ())
        for object_ in self.package.objects:
            yield from self.object(object_, profiles)

    def object(self, view: ObjectView, profiles: Profiles) -> Iterator[RenderedFile]:
        name = self.package.package
        own = (view.name,)
        answers = {each.name: _other(view, each) for each in view.operations}
        every = (*own, *sorted({name for names in answers.values() for name in names}))
        samples = Samples(self.catalog, view)
        for path, template in (
            (f"{name}/api/{view.module}.py", "object.py.jinja"),
            (f"{name}/_wire/{view.module}.py", "wire.py.jinja"),
            (f"{name}_tests/test_{view.module}.py", "test_object.py.jinja"),
        ):
            yield self.python(path, template, every, object=view, samples=samples)
        for operation in view.operations:
            base = f"{name}/samples/{view.name}/{operation.name}"
            if operation.request_profile:
                path = f"{name}/{operation.request_profile}"
                yield RenderedFile(path, profiles.request(view, operation), "", own)
                yield RenderedFile(f"{base}.request.xml", samples.request(operation), "", own)
            if operation.response_profile and operation.answered:
                rows = (*own, *answers[operation.name])
                path, answered = f"{name}/{operation.response_profile}", operation.answered
                many = operation.row.cardinality == "many"
                yield RenderedFile(path, profiles.response(answered, many), "", rows)
                yield RenderedFile(
                    f"{base}.response.xml", samples.response_xml(operation, answered), "", rows
                )
                yield RenderedFile(
                    f"{base}.response.json", samples.response_json(operation, answered), "", rows
                )

    def python(
        self, path: str, template: str, rows: tuple[str, ...] | None = None, **context: Any
    ) -> RenderedFile:
        text = self.text(template, path, **context)
        # Blank lines as black wants them, so that it need not go over the file a second time.
        text = _BEFORE_BLOCK.sub("\n\n\n", text)
        return RenderedFile(path, text, template, rows)

    def text(self, template: str, path: str, **context: Any) -> str:
        try:
            found = self.environment.get_template(template)
            return found.render(package=self.package, catalog=self.catalog, **context)
        except jinja2.TemplateSyntaxError as error:
            raise CodegenError(f"{error.name}:{error.lineno}: {error.message}") from None
        except jinja2.TemplateNotFound as error:
            raise CodegenError(f"{path}: there is no template {error.name}") from None
        except jinja2.TemplateError as error:
            place = _place_in_template(error) or template
            raise CodegenError(f"{place}: {error.message} (rendering {path})") from None
        except _IN_TEMPLATES as error:
            place = _place_in_template(error) or template
            kind = type(error).__name__
            raise CodegenError(f"{place}: {kind}: {error} (rendering {path})") from error


def _other(view: ObjectView, operation: OperationView) -> tuple[str, ...]:
    """The object, if it is another one, whose record answers an operation."""
    name = operation.row.answers
    return () if name is None or name == view.name or name in view.row.structs else (name,)


def _place_in_template(error: BaseException) -> str | None:
    place = None
    trace = error.__traceback__
    while trace is not None:
        name = Path(trace.tb_frame.f_code.co_filename).name
        if name.endswith(".jinja"):
            place = f"{name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


class _Loader(jinja2.FileSystemLoader):
    """Loads templates, the user's first, and remembers which were asked for."""

    def __init__(self, templates: Path | None) -> None:
        folders = [TEMPLATES] if templates is None else [templates, TEMPLATES]
        super().__init__([str(folder) for folder in folders])
        self.templates = templates
        self.loaded: set[str] = set()
        self.styled: set[str] = set()

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template, as jinja asks for it."""
        self.loaded.add(template)
        try:
            found = super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise CodegenError(f"{template}:{line}: is not UTF-8 text: {error.reason}") from None
        if found[0].startswith(STYLED):
            self.styled.add(template)
        return found

    def check_used(self) -> None:
        """Checks that every file of the user's is a template that has been asked for.

        Hidden files, what is in hidden folders, and README.md are no templates.

        Raises:
            CodegenError: One has not; it may be misnamed.
        """
        if self.templates is None:
            return
        ours = {path.name for path in TEMPLATES.glob("*.jinja")}
        files = {
            path.relative_to(self.templates)
            for path in self.templates.rglob("*")
            if path.is_file() and path.name != "README.md"
        }
        found = {
            path.as_posix()
            for path in files
            if not any(part.startswith(".") for part in path.parts)
        }
        if unused := sorted(found - ours - self.loaded):
            raise CodegenError(
                "\n".join(
                    f"{self.templates / name}: nothing uses this file; expected a template: one of"
                    f" {', '.join(sorted(ours))}, or what such a template includes"
                    for name in unused
                )
            )


class _Compiled(jinja2.FileSystemBytecodeCache):
    """Compiled templates, each valid for its source, this version of jinja and this generator.

    jinja itself asks only for the source; but compiled code holds what settings and filters made
    of constants.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        super().__init__(str(folder), "%s")
        modules = sorted(Path(__file__).parent.parent.rglob("*.py"))
        self.generator = sha256(b"".join(path.read_bytes() for path in modules)).hexdigest()

    def get_source_checksum(self, source: str) -> str:
        """What must be the same for compiled code to be taken."""
        return super().get_source_checksum(f"{jinja2.__version__} {self.generator} {source}")


def _environment(loader: _Loader, compiled: Path | None) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=loader,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
        bytecode_cache=None if compiled is None else _Compiled(compiled),
    )
    environment.filters.update(FILTERS)
    return environment


def _lit(value: object) -> PyCode:
    return PyCode(literal(value))


def _xml(value: object) -> str:
    return content(str(value))


def _attribute(value: object) -> str:
    return attribute(str(value))


def _fold(line: str) -> str:
    """A line of code; if it is too long, what is in its last brackets gets lines of its own.

    As black writes it, so that formatting has nothing to change; what this does not see (a bracket
    or a comma within a text), black does.
    """
    closing = max(line.rfind(")"), line.rfind("]"))
    if len(line) <= LINE_LENGTH + 1 or closing < 0:
        return line
    depth, opening = 0, closing
    while opening >= 0:
        depth += (line[opening] in ")]}") - (line[opening] in "([{")
        if depth == 0:
            break
        opening -= 1
    indent = " " * (len(line) - len(line.lstrip()))
    inner = [line[opening + 1 : closing]]
    if len(indent) + 4 + len(inner[0]) > LINE_LENGTH:
        inner = [f"{part}," for part in _parts(inner[0])]
    rows = "".join(f"{indent}    {part}\n" for part in inner)
    return f"{line[: opening + 1]}\n{rows}{indent}{line[closing:]}"


def _parts(arguments: str) -> list[str]:
    """What stands between the commas that are in no further brackets."""
    depth, parts = 0, [""]
    for char in arguments:
        depth += (char in "([{") - (char in ")]}")
        if char == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return [part.strip() for part in parts if part.strip()]


def _doc(value: object, indent: int = 4) -> str:
    """Text that is safe inside a docstring, wrapped."""
    text = re.sub(r"\s+", " ", str(value)).strip()
    text = text.replace("\\", "\\\\").replace('"', "'")
    return textwrap.fill(
        text,
        98 - indent,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


FILTERS: dict[str, Callable[..., str]] = {
    "lit": _lit,
    "doc": _doc,
    "fold": _fold,
    "pascal": pascal,
    "snake": snake,
    "xml": _xml,
    "attribute": _attribute,
}
"""What templates may use beyond jinja's own filters."""
