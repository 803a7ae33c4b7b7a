"""Renders a package view to files as values; nothing here touches disk but to read templates."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import jinja2
from attrs import evolve, frozen

from twilio_ops_codegen.catalog.compact import CATALOG, compact_catalog
from twilio_ops_codegen.catalog.companions import FOLDER
from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.catalog.load import Loaded
from twilio_ops_codegen.catalog.model import Catalog
from twilio_ops_codegen.catalog.passes import describe, resolve
from twilio_ops_codegen.emit.code import settle_docs
from twilio_ops_codegen.emit.environment import Loader, environment
from twilio_ops_codegen.emit.format import Formatter, Source
from twilio_ops_codegen.emit.objects import ObjectView, PackageView, view
from twilio_ops_codegen.emit.operations import OperationView
from twilio_ops_codegen.emit.samples import Samples
from twilio_ops_codegen.emit.xsd import Profiles

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
    further: Iterable[RenderedFile] = (),
) -> list[RenderedFile]:
    """Every file of the package, its profiles, samples and tests, formatted, in order of path.

    Args:
        catalog: A loaded catalog; the passes run here.
        templates: A folder whose templates take the place of those of the same name.
        formatter: What formats Python; None = without a cache.
        compiled: A folder that keeps compiled templates; None = compile them all. It changes how
            long this takes, and nothing else.
        further: Files to come along, which are no Python.

    Raises:
        CodegenError: A template has a mistake; the message says which, where and what.
    """
    resolved = resolve(catalog)
    package = view(resolved)
    files: list[RenderedFile] = []
    loader = Loader(templates)

    def python() -> Iterator[Source]:
        renderer = _Renderer(resolved, describe(catalog), package, environment(loader, compiled))
        for file in renderer.files():
            files.append(file)
            if file.path.endswith(".py"):
                yield Source(file.path, file.text, settled=templates is None)

    formatted = (formatter or Formatter()).format(python())
    loader.check_used()
    files.extend(further)
    files.sort(key=lambda file: file.path)
    return [evolve(file, text=formatted.get(file.path, file.text)) for file in files]


def behaviour_file(facts: Mapping[str, Any], package: str) -> Iterator[RenderedFile]:
    """The file that hands on what a catalog says of behaviour; none if it says nothing."""
    if facts:
        text = _data(facts)
        files = tuple(f"behaviour/{name}.yaml" for name in facts)
        yield RenderedFile(f"{package}/_behaviour.json", text, "", (), files)


def companion_files(companions: Mapping[str, Loaded], package: str) -> Iterator[RenderedFile]:
    """The files that hand on the catalogs which come along with a package's own.

    Args:
        companions: What their folders hold, by the folder's name.
        package: The package that hands them on.
    """
    for name, loaded in companions.items():
        document = compact_catalog(describe(loaded.catalog))
        document["behaviour"] = loaded.behaviour
        text = _data(document)
        path = f"{package}/_products/{name}.json"
        yield RenderedFile(path, text, "", (), (f"{FOLDER}/{name}/",))


def _data(value: Any) -> str:
    """JSON with a line for each value, as json's C code writes it: indented, its Python does."""
    return json.dumps(value, ensure_ascii=False, separators=(",\n", ":")) + "\n"


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
            (f"{name}/_connection.py", "connection.py.jinja"),
            (f"{name}/_service.py", "service.py.jinja"),
            (f"{name}/webhooks.py", "webhooks.py.jinja"),
            (f"{name}/api/__init__.py", "api.py.jinja"),
            (f"{name}_tests/__init__.py", "tests_package.py.jinja"),
            (f"{name}_tests/harness.py", "harness.py.jinja"),
            (f"{name}_tests/test_load.py", "test_load.py.jinja"),
        ):
            yield self.python(path, template)
        yield RenderedFile(f"{name}/py.typed", "", "", (), ())
        data = _data(compact_catalog(self.described))
        sources = ("catalog.yaml", *(["errors.yaml"] if self.catalog.errors else []))
        yield RenderedFile(f"{name}/{CATALOG}", data, "", None, sources)
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
                yield RenderedFile(path, profiles.response(answered), "", rows)
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
        try:
            return RenderedFile(path, settle_docs(text), template, rows)
        except ValueError as error:
            raise CodegenError(f"{template}: {error} (rendering {path})") from None

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
