"""The conventions of a source: what cannot be read out of its OpenAPI documents."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal

import cattrs
import yaml
from attrs import Factory, frozen

from twilio_ops_codegen.catalog.model import ActionName, Operator, TypeName, Wire
from twilio_ops_codegen.catalog.plain import is_mapping
from twilio_ops_codegen.catalog.yaml_loader import plain

from .problems import ImportFailed, Problem


@frozen(kw_only=True)
class ExtensionKeys:
    """The keys inside the vendor extension."""

    parent: str
    either: str
    skip: str
    pii: str
    pii_handling: str
    pii_delete_sla: str


@frozen(kw_only=True)
class FormatType:
    """The type that a format of the source stands for."""

    type: TypeName
    format: str | None = None


@frozen(kw_only=True)
class PagingNames:
    """How lists page: names of query parameters and of keys beside the items."""

    parameters: tuple[str, ...]
    sizes: tuple[str, ...]  # those of the parameters that say how many records a page has
    usual: int  # how many of the parameters, from the first, need no remark
    uris: tuple[str, ...]
    uris_next: str
    meta: str
    meta_next: str
    tokens: tuple[str, ...]
    signs: tuple[str, ...]  # in snake case: names that only paged lists take or answer


@frozen(kw_only=True)
class ServiceNames:
    """How the service of a document is named."""

    package: str
    title_pattern: str
    title: str
    packages: dict[str, str] = Factory(dict[str, str])
    wires: dict[str, tuple[Wire, ...]] = Factory(dict[str, tuple[Wire, ...]])
    xml_root: str
    xml_error: str


@frozen(kw_only=True)
class Conventions:
    """``import.yaml``: see the comments in that file."""

    extension: str
    verbs: dict[str, ActionName]
    create_prefix: str
    suffix: str
    version_segment: str
    account_key: str
    enum_separator: str
    keys: ExtensionKeys
    formats: dict[str, FormatType]
    format_prefixes: dict[str, FormatType]
    object_formats: tuple[str, ...]
    format_values: dict[str, tuple[str, ...]]
    content: str
    filter_operators: dict[str, Operator]
    paging: PagingNames
    encodings: dict[str, Literal["form", "json"]]
    service: ServiceNames


_CONVERTER = cattrs.Converter(forbid_extra_keys=True)


def load_conventions(path: Path) -> Conventions:
    """The conventions in the file at ``path``; raises ``ImportFailed`` with all that is wrong in it."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ImportFailed([Problem(str(path), "", _reason(error))]) from error
    try:
        data: Any = plain(text)
        if not is_mapping(data):
            raise ImportFailed([Problem(str(path), "", "is not a mapping")])
        conventions = _CONVERTER.structure(data, Conventions)
    except yaml.YAMLError as error:
        raise ImportFailed([Problem(str(path), "", " ".join(str(error).split()))]) from error
    except (cattrs.BaseValidationError, TypeError) as error:
        raise ImportFailed(
            Problem(str(path), "", message) for message in cattrs.transform_error(error, path="")
        ) from error
    patterns = {
        "version_segment": conventions.version_segment,
        "service.title_pattern": conventions.service.title_pattern,
    }
    problems: list[Problem] = []
    for place, pattern in patterns.items():
        try:
            re.compile(pattern)
        except re.error as error:
            problems.append(Problem(str(path), place, f"is not a regular expression: {error}"))
    names = {
        "service.package": conventions.service.package,
        "service.title": conventions.service.title,
    }
    for place, name in names.items():
        try:
            name.format(service="", version="")
        except (KeyError, IndexError, ValueError):
            message = f"is {name!r}; expected no placeholders but {{service}} and {{version}}"
            problems.append(Problem(str(path), place, message))
    if problems:
        raise ImportFailed(problems)
    return conventions


def _reason(error: OSError | UnicodeDecodeError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "is not UTF-8 text"
    return (error.strerror or "cannot be read").lower()
