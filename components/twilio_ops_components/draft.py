"""A component file in the making: settings to text, and an existing file edited in place."""

from __future__ import annotations

import io
import json
import re
import shlex
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

from twilio_ops_components.catalog import PACKAGE, objects
from twilio_ops_components.check import catalog_path, profile_text
from twilio_ops_components.errors import ComponentError, Mistake
from twilio_ops_components.model import FORMAT, Definition
from twilio_ops_components.nodes import plain, read_nodes
from twilio_ops_components.read import read_file
from twilio_ops_components.schema import operation_schema
from twilio_ops_components.settings import SETTINGS, profile_names
from twilio_ops_runtime.types.base import is_list, is_mapping

__all__ = [
    "SCHEMA",
    "command_of",
    "companions",
    "compose",
    "settings_in",
    "text_of",
    "value_of",
]

SCHEMA = "operation.schema.json"
HEADER = f"# yaml-language-server: $schema={SCHEMA}\n"

_NOT_A_VALUE = (ValueError, LookupError, AttributeError, TypeError, ArithmeticError)
"""What ruamel.yaml raises of a scalar that is not what its tag says."""
Settings = Mapping[str, Any]
NOTHING: Settings = {}


def value_of(text: str) -> Any:
    """Return what a value on the command line says: YAML in braces or brackets, or text.

    Raises:
        ComponentError: It is no YAML.
    """
    if not text.startswith(("{", "[")):
        return text
    root, problems = read_nodes(Path("value"), text.encode())
    problems.raise_if_any()
    return plain(root)


def text_of(value: Any) -> str:
    """Return a value as the command line takes it, and :func:`value_of` gives it back."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(("{", "[")):
        value = {"static": value}  # which would be taken for more than text
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)


def settings_in(path: Path) -> dict[str, Any]:
    """Return the settings of a file as plain values.

    Raises:
        ComponentError: It is no YAML, or no mapping.
        OSError: It cannot be read.
    """
    root, problems = read_nodes(path)
    problems.mapping(root, "a mapping of settings")
    problems.raise_if_any()
    found: dict[str, Any] = plain(root)
    return found


def completed(settings: Settings) -> dict[str, Any]:
    """The settings in their order, with the format, the catalog's digest and the profiles."""
    operation = settings["operation"]
    row = objects()[operation["object"]]
    found = {
        **settings,
        "format": FORMAT,
        "catalog": row.digest,
        "profiles": profile_names(row.actions[operation["action"]]),
    }
    return {name: found[name] for name in SETTINGS if found.get(name) is not None}


def compose(path: Path, settings: Settings) -> str:
    """Return the text of a component file.

    An existing file keeps its comments, its order and whatever is not among the settings; a setting
    that stays as it is keeps its form, too.

    Args:
        path: The file.
        settings: The settings; None removes one. Object and action are among them.

    Raises:
        ComponentError: The file holds what is no value of YAML.
        OSError: The file cannot be read.
    """
    from ruamel.yaml import YAML, util
    from ruamel.yaml.error import YAMLError

    yaml = cast("Any", YAML())
    yaml.preserve_quotes = True
    yaml.width = 100
    yaml.brace_single_entry_mapping_in_flow_sequence = True
    wanted = completed(settings)
    if not path.exists():
        yaml.default_flow_style = None
        return HEADER + _dumped(yaml, _flowing(wanted))
    text = path.read_text(encoding="utf-8-sig")
    try:
        _, indent, offset = cast("Any", util).load_yaml_guess_indent(text)
    except (YAMLError, *_NOT_A_VALUE):
        _, problems = read_file(path)
        problems.raise_if_any()  # they say where
        text = "holds a value that is not what its tag says, or a number too long"
        raise ComponentError([Mistake(path, 1, "", text)]) from None
    inner = re.search(r"^\w[^\n:]*: *(?:#[^\n]*)?\n( +)\w", text, re.MULTILINE)
    yaml.indent(
        mapping=len(inner[1]) if inner else 2,
        sequence=indent or 2,
        offset=offset if indent else 0,
    )
    tree = yaml.load(text)
    before = settings_in(path)
    for name in [name for name in tree if name in settings and settings[name] is None]:
        del tree[name]
    fresh = _flowing({name: value for name, value in wanted.items() if before.get(name) != value})
    for name, value in fresh.items():
        if name in tree:
            _update(tree, name, value, before.get(name))
        else:
            tree.insert(_place(tree, name), name, value)
    return _dumped(yaml, tree)


def _update(tree: Any, name: str, value: Any, before: Any) -> None:
    """Set a value, and in mappings only what differs, so that comments stay."""
    if not is_mapping(value) or not is_mapping(before):
        tree[name] = value
        return
    inner = tree[name]
    for gone in [key for key in inner if key not in value]:
        del inner[gone]
    for key, one in value.items():
        if before.get(key) != one:
            _update(inner, key, one, before.get(key))


def _place(tree: Any, name: str) -> int:
    """Where a new setting goes: behind the last that comes before it."""
    order: list[str] = list(SETTINGS)
    found = 0
    for position, key in enumerate(tree):
        if key in order and order.index(key) < order.index(name):
            found = position + 1
    return found


def _flowing(settings: Settings) -> dict[str, Any]:
    """The settings for the writer: short ones on one line, lists of filters a line each."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    def flow(value: Any) -> Any:
        made: Any = value
        if is_mapping(value):
            made = CommentedMap({key: flow(one) for key, one in value.items()})
            made.fa.set_flow_style()
        elif is_list(value):
            made = CommentedSeq([flow(one) for one in value])
            made.fa.set_flow_style()
        return made

    found: dict[str, Any] = {}
    for name, value in settings.items():
        if name in {"filters", "parameters", "tracking"}:
            block: Any
            if is_mapping(value):
                block = CommentedMap({key: flow(one) for key, one in value.items()})
            else:
                block = CommentedSeq([flow(one) for one in value])
            block.fa.set_block_style()
            found[name] = block
        else:
            found[name] = flow(value)
    return found


def _dumped(yaml: Any, tree: Any) -> str:
    stream = io.StringIO()
    yaml.dump(tree, stream)
    return stream.getvalue()


def companions(definition: Definition) -> dict[Path, str]:
    """Return what lies beside a component: its profiles, a sample document, the schema.

    A sample that is there stays as it is: somebody may have made it theirs.
    """
    folder = definition.path.parent
    names = [name for name in (definition.request_profile, definition.response_profile) if name]
    found = {folder / name: profile_text(definition, name) for name in names}
    sample = names[0].replace(".xsd", ".xml")
    if not (folder / sample).exists():
        source = files(PACKAGE).joinpath("samples", definition.object, sample)
        if source.is_file():
            found[folder / sample] = source.read_text(encoding="utf-8")
    found[folder / SCHEMA] = json.dumps(operation_schema(), separators=(",", ":")) + "\n"
    row = json.dumps(objects()[definition.object].row, indent=1)
    found[catalog_path(definition.path)] = row + "\n"
    return found


def command_of(path: Path, settings: Settings) -> str:
    """Return the command that makes the same component without a question.

    Where flags cannot say all of it, as a label with an ``=``, the file itself is the answers.
    """
    operation = settings["operation"]
    if not _can_be_flags(settings):
        return shlex.join(["twilio-ops", "new", str(path), "--answers", str(path), "--yes"])
    words = ["twilio-ops", "new", str(path)]
    for name in ("object", "action", "name"):
        if operation.get(name):
            words += [f"--{name}", str(operation[name])]
    for name in ("connection", "input", "page_size", "limit"):
        if settings.get(name) is not None:
            words += [f"--{name.replace('_', '-')}", str(settings[name])]
    for name in ("sid", "parent"):
        if settings.get(name) is not None:
            words += [f"--{name}", text_of(settings[name])]
    if settings.get("fields"):
        words += ["--fields", ",".join(settings["fields"])]
    for one in settings.get("filters") or ():
        ((name, inner),) = one.items()
        ((operator, value),) = inner.items()
        words += ["--filter", f"{name}.{operator}={text_of(value)}"]
    for name, value in _named(settings, "parameters").items():
        words += ["--parameter", f"{name}={text_of(value)}"]
    for label, value in _named(settings, "tracking").items():
        words += ["--track", f"{label}={text_of(value)}"]
    options = _named(settings, "options")
    if options.get("return_application_error_responses"):
        words.append("--return-application-error-responses")
    for name in ("stop_on", "tracking_direction"):
        if options.get(name):
            words += [f"--{name.replace('_', '-')}", str(options[name])]
    if archiving := settings.get("archiving"):
        words += ["--archive", str(archiving["directory"])]
        if archiving.get("secrets"):
            words.append("--archive-secrets")
    if caching := settings.get("caching"):
        words += ["--cache", str(caching["file"])]
        for name, paths in caching["indexes"].items():
            words += ["--index", f"{name}={','.join(paths)}"]
    return shlex.join([*words, "--yes"])


def _named(settings: Settings, name: str) -> Mapping[str, Any]:
    """A setting that is a mapping; an empty one if it is not there."""
    found: Mapping[str, Any] = settings.get(name) or NOTHING
    return found


def _can_be_flags(settings: Settings) -> bool:
    names = [*_named(settings, "parameters"), *_named(settings, "tracking")]
    indexes = _named(_named(settings, "caching"), "indexes")
    paths = [path for several in indexes.values() for path in several]
    plain_names = not any("=" in name for name in (*names, *indexes))
    return (
        plain_names
        and not any("," in path for path in paths)
        and ("enabled" not in _named(settings, "archiving"))
    )
