"""The environment that templates are rendered in: what they may use, and what they may print."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.catalog.names import pascal, snake
from twilio_ops_codegen.data import TEMPLATES
from twilio_ops_codegen.emit.code import PyCode, doc, joined
from twilio_ops_codegen.emit.docstrings import argument_doc, attribute_doc, enum_doc
from twilio_ops_codegen.emit.literal import literal


class Loader(jinja2.FileSystemLoader):
    """Loads templates, the user's first, and remembers which were asked for."""

    def __init__(self, templates: Path | None) -> None:
        folders = [TEMPLATES] if templates is None else [templates, TEMPLATES]
        super().__init__([str(folder) for folder in folders])
        self.templates = templates
        self.loaded: set[str] = set()

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template, as jinja asks for it."""
        self.loaded.add(template)
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise CodegenError(f"{template}:{line}: is not UTF-8 text: {error.reason}") from None

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


class _Generator(CodeGenerator):
    """Compiles templates; what a ``filter`` block makes is held to what may be printed, too."""

    def visit_FilterBlock(self, node: nodes.FilterBlock, frame: Frame) -> None:
        """Compiles a ``filter`` block as jinja does, with the check around it."""
        inner = frame.inner()
        inner.symbols.analyze_node(node)
        self.enter_frame(inner)
        self.buffer(inner)
        self.blockvisit(node.body, inner)
        self.start_write(frame, node)
        self.write("environment.finalize(")
        self.visit_Filter(node.filter, inner)
        self.write(")")
        self.end_write(frame)
        self.leave_frame(inner)


def _code(pieces: Any) -> PyCode:
    return PyCode("".join(pieces))


class _Environment(jinja2.Environment):
    """Templates of Python: they print code, and text only through ``lit`` and ``doc``.

    What a template writes is joined to code (a macro's result, a block that is set) because it
    consists of the template's own text and of values that :func:`_only_code` has let pass.
    """

    code_generator_class = _Generator
    concat = staticmethod(_code)


def _only_code(value: object) -> PyCode:
    if isinstance(value, PyCode):
        return value
    if isinstance(value, jinja2.Undefined):
        str(value)  # raises, and says which variable is missing
    kind = "the text" if isinstance(value, str) else "the value"
    raise jinja2.TemplateRuntimeError(
        f"prints {kind} {ascii(value)[:60]}, which is no code; expected `| lit` for a value,"
        " or `| doc` inside a docstring"
    )


def environment(loader: Loader, compiled: Path | None) -> jinja2.Environment:
    """The environment for templates of Python.

    Args:
        loader: Finds the templates.
        compiled: A folder that keeps compiled templates; None = compile them all.
    """
    made = _Environment(
        loader=loader,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # that is for HTML
        finalize=_only_code,
        bytecode_cache=None if compiled is None else _Compiled(compiled),
    )
    made.filters.update(FILTERS)
    return made


def _lit(value: object) -> PyCode:
    if isinstance(value, jinja2.Undefined):
        str(value)
    return literal(value)


def _doc(value: object, indent: int = 4, wrap: bool = True) -> PyCode:
    return doc(value, indent, wrap=wrap)


def _snake(name: str) -> PyCode:
    return _word(snake(name))


def _pascal(name: str) -> PyCode:
    return _word(pascal(name))


def _word(name: str) -> PyCode:
    if not name.isidentifier():
        raise ValueError(f"{name!r} is no part of a name in Python")
    return PyCode(name)


FILTERS: dict[str, Callable[..., PyCode]] = {
    "lit": _lit,
    "doc": _doc,
    "attribute_doc": attribute_doc,
    "argument_doc": argument_doc,
    "enum_doc": enum_doc,
    "commas": joined,
    "pascal": _pascal,
    "snake": _snake,
}
"""What templates may use beyond jinja's own filters; each makes code."""
