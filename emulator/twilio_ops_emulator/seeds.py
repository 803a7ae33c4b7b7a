"""Seeds: records, scripts and faults put there from a YAML file.

::

    accounts:
      - {friendly_name: Branch, as: branch}
    records:
      - object: ShortCode
        account: branch            # a name given with `as`, or a Sid; left out: the main account
        values: {short_code: '12345', friendly_name: Votes}
        as: votes
      - object: Media
        under: [message]           # the records whose list it belongs to, outermost first
        values: {content_type: image/png}
    scripts:
      - {object: Call, outcome: busy, match: {to: '+15005550001'}}
    faults:
      - {kind: status, status: 503, object: Call, action: Create, nth: 2}
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from twilio_ops_emulator.clock import instant
from twilio_ops_emulator.errors import EmulatorError
from twilio_ops_emulator.model import FieldModel
from twilio_ops_emulator.shelves import Row

if TYPE_CHECKING:
    from twilio_ops_emulator.emulator import Emulator

_PARTS = ("accounts", "records", "scripts", "faults")


def read_seed(source: str | os.PathLike[str] | Mapping[str, Any]) -> Mapping[str, Any]:
    """The content of a seed.

    Args:
        source: A YAML file, or its content.

    Raises:
        EmulatorError: It cannot be read or is not a seed.
    """
    if isinstance(source, Mapping):
        content: Any = source
    else:
        try:
            import yaml
        except ImportError:
            raise EmulatorError("seeds in files need PyYAML") from None
        try:
            content = yaml.safe_load(Path(source).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as wrong:
            raise EmulatorError(f"the seed {os.fspath(source)} cannot be read: {wrong}") from None
    if not isinstance(content, Mapping):
        raise EmulatorError("a seed is a mapping")
    found = cast("Mapping[str, Any]", content)
    if unknown := [str(name) for name in found if name not in _PARTS]:
        raise EmulatorError(f"a seed has no {', '.join(unknown)}; it has {', '.join(_PARTS)}")
    return found


def sow(emulator: Emulator, content: Mapping[str, Any]) -> dict[str, Row]:
    """Put the content of a seed there.

    Returns:
        The records that were given a name.

    Raises:
        EmulatorError: It says something that cannot be.
    """
    named: dict[str, Row] = {}
    for row in content.get("accounts") or ():
        _account(emulator, row, named)
    for row in content.get("records") or ():
        _record(emulator, row, named)
    for row in content.get("scripts") or ():
        settings = {**row}
        emulator.script(
            settings.pop("object", ""),
            settings.pop("outcome", ""),
            match=settings.pop("match", None),
            times=settings.pop("times", None),
            **settings,
        )
    for row in content.get("faults") or ():
        emulator.fault(**row)
    return named


def _account(emulator: Emulator, row: Mapping[str, Any], named: dict[str, Row]) -> None:
    world = emulator.world
    values = {name: value for name, value in row.items() if name != "as"}
    owner = values.pop("owner", None)
    values.setdefault("owner_account_sid", _sid_of(owner, named) or emulator.account_sid)
    values.setdefault("sid", world.sid("AC"))
    values.setdefault("auth_token", world.token())
    values.setdefault("status", "active")
    values.setdefault("type", emulator.world.facts["service"]["account"]["type"])
    made = _insert(emulator, "Account", (), values)
    if "as" in row:
        named[row["as"]] = made


def _record(emulator: Emulator, row: Mapping[str, Any], named: dict[str, Row]) -> None:
    if unknown := sorted(set(row) - {"object", "account", "under", "values", "as"}):
        raise EmulatorError(f"a seeded record has no {', '.join(unknown)}")
    try:
        model = emulator.catalog.find(row["object"])
    except KeyError:
        raise EmulatorError(f"the catalog has no object {row.get('object')}") from None
    base = emulator.world.base(model)
    account = _sid_of(row.get("account"), named) or emulator.account_sid
    above: Sequence[Any] = row.get("under") or ()
    scope = (account, *(_key_of(part, named) for part in above))[: len(base.scope)]
    if len(scope) != len(base.scope):
        raise EmulatorError(
            f"{model.name} is kept under {', '.join(base.scope)}: name the records in 'under'"
        )
    made = _insert(emulator, base.key, scope, row.get("values") or {})
    if "as" in row:
        named[row["as"]] = made


def _insert(emulator: Emulator, key: str, scope: tuple[str, ...], values: Mapping[str, Any]) -> Row:
    behaviour = emulator.world.behaviour(key)
    fields = behaviour.table.layout.index
    if unknown := sorted(set(values) - set(fields)):
        raise EmulatorError(f"{key} has no field {', '.join(unknown)}")
    known = {name: _value(behaviour.base.fields.get(name), value) for name, value in values.items()}
    try:
        return behaviour.seeded(scope, known)
    except ValueError as wrong:
        raise EmulatorError(str(wrong)) from None


def _value(field: FieldModel | None, value: Any) -> Any:
    if field is None or value is None:
        return value
    if field.type == "datetime":
        try:
            return int(instant(value if isinstance(value, int | float) else str(value)))
        except ValueError:
            raise EmulatorError(f"{field.name}: {value!r} is not a time") from None
    if field.type in ("decimal", "date") or field.type in ("string", "enum", "sid"):
        return str(value)
    return value


def _sid_of(name: str | None, named: Mapping[str, Row]) -> str | None:
    if name is None:
        return None
    row = named.get(name)
    return name if row is None else str(row["sid"])


def _key_of(name: str, named: Mapping[str, Row]) -> str:
    row = named.get(name)
    if row is None:
        return name
    key = row.layout.index
    return str(row["sid"] if "sid" in key else row["call_sid"])
