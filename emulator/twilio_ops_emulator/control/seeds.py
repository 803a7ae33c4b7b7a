"""Seeds: records, scripts and faults put there from a YAML file.

::

    accounts:
      - {friendly_name: Branch, as: branch}       # owner: left out, the main account
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

A seed is checked as a whole before any of it is put there.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from twilio_ops_emulator.api.errors import EmulatorError
from twilio_ops_emulator.behaviour.base import behaviour_of
from twilio_ops_emulator.control.outcomes import read_script
from twilio_ops_emulator.control.validation import Misplaced, Place, find, read, read_values, split
from twilio_ops_emulator.model import ObjectModel, snake
from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.state.tables import Table

if TYPE_CHECKING:
    from twilio_ops_emulator.core import Core


class Seed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The parts of a seed; each of their rows is checked on its own."""

    accounts: list[Any] | None = None
    records: list[Any] | None = None
    scripts: list[Any] | None = None
    faults: list[Any] | None = None


class _Account(msgspec.Struct, frozen=True):
    """An account; beside these, values of its fields."""

    owner: str | None = None
    as_: str | None = msgspec.field(default=None, name="as")


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A record."""

    object: str
    account: str | None = None
    under: list[str] | None = None
    values: dict[str, Any] | None = None
    as_: str | None = msgspec.field(default=None, name="as")


def load_seed(emulator: Core, source: str | os.PathLike[str] | Mapping[str, Any]) -> None:
    """Put a seed there, or nothing of it.

    Args:
        emulator: Where; the caller holds its lock.
        source: A YAML file, or its content.

    Raises:
        EmulatorError: It cannot be read, or says something that cannot be.
    """
    if not isinstance(source, str | os.PathLike):
        _load(emulator, source)
        return
    file = os.fspath(source)
    text, content = _loaded(file)
    try:
        _load(emulator, content)
    except Misplaced as wrong:
        raise EmulatorError(f"{file}, line {_line(text, wrong.place)}: {wrong}") from None


def _load(emulator: Core, content: Any) -> None:
    seed = read(content, Seed)
    chance = emulator.state.random.getstate()
    bed = SeedLoader(emulator)
    try:
        for at, row in enumerate(seed.accounts or ()):
            bed.account(row, ("accounts", at))
        for at, row in enumerate(seed.records or ()):
            bed.record(row, ("records", at))
        scripts = [
            read_script(emulator.state, row, ("scripts", at))
            for at, row in enumerate(seed.scripts or ())
        ]
        faults = [
            emulator.faults.read(row, ("faults", at)) for at, row in enumerate(seed.faults or ())
        ]
    except EmulatorError:
        emulator.state.random.setstate(chance)  # the Sids drawn for nothing are drawn again
        raise
    for table, row in bed.rows:
        table.insert(row)
    for script in scripts:
        emulator.state.scripts.add(script)
    for fault in faults:
        emulator.faults.add(fault)


class SeedLoader:
    """The records of a seed, made and not put there yet.

    Attributes:
        rows: The records, each with the table it belongs to.
    """

    def __init__(self, emulator: Core) -> None:
        self._state = emulator.state
        self._main = emulator.account_sid
        self._accounts = emulator.state.base(emulator.catalog.find("Account"))
        self._named: dict[str, tuple[ObjectModel, Row]] = {}
        self._made: dict[tuple[str, tuple[str, ...], str], Row] = {}
        self.rows: list[tuple[Table, Row]] = []

    def account(self, given: Any, place: Place) -> None:
        """Make an account."""
        said, values = split(given, _Account, place)
        owner = self._account_sid(said.owner, (*place, "owner"))
        self._account(owner, values, said.as_, place, place)

    def record(self, given: Any, place: Place) -> None:
        """Make a record."""
        said = read(given, _Record, place)
        model = find(self._state.catalog, said.object, (*place, "object"))
        account = self._account_sid(said.account, (*place, "account"))
        values = said.values or {}
        if model is self._accounts:
            self._account(account, values, said.as_, place, (*place, "values"))
            return
        keys = self._keys(model, account, said.under or [], (*place, "under"))
        where: Mapping[str, str] = self._state.views.get(model.key, {}).get("where", {})
        base = self._state.base(model)
        fixed = {field: keys.get(word, word) for field, word in where.items()}
        fixed |= {snake(name): keys[name] for name in base.scope}
        scope = tuple(keys[name] for name in base.scope)
        self._make(base, scope, values, fixed, said.as_, place, (*place, "values"))

    def _account(
        self, owner: str, given: Mapping[str, Any], name: str | None, place: Place, values_at: Place
    ) -> None:
        own = self._state.facts["service"]["account"]
        values = {
            "auth_token": self._state.token(),
            "status": "active",
            "type": own["type"],
            **given,
        }
        fixed = {"owner_account_sid": owner}
        self._make(self._accounts, (), values, fixed, name, place, values_at)

    def _make(
        self,
        base: ObjectModel,
        scope: tuple[str, ...],
        given: Mapping[str, Any],
        fixed: Mapping[str, str],
        name: str | None,
        place: Place,
        values_at: Place,
    ) -> None:
        values = read_values(self._state.rules, self._state.fields(base), given, values_at)
        for field, value in fixed.items():
            if values.get(field) not in (None, value):
                raise Misplaced(f"it is {value} where this record is kept", (*values_at, field))
        if base.identity in base.fields and not base.prefix and not values.get(base.identity):
            raise Misplaced(f"{base.identity} is missing: it is the record's key", values_at)
        behaviour = behaviour_of(self._state, base.key)
        row = behaviour.make(scope, {**values, **fixed}, values.get("date_created"))
        key = str(row.values[behaviour.table.identity])
        twin = self._made.get((base.key, scope, key)) or self._state.find(base.key, scope, key)
        if twin is not None:
            raise Misplaced(f"there is a {base.name} {key} already", place)
        if name in self._named:
            raise Misplaced(f"another record is called {name}", (*place, "as"))
        if name is not None:
            self._named[name] = base, row
        self._made[base.key, scope, key] = row
        self.rows.append((behaviour.table, row))

    def _account_sid(self, name: str | None, place: Place) -> str:
        if name is None:
            return self._main
        return self._key(self._accounts, (), name, place)

    def _keys(
        self, model: ObjectModel, account: str, under: list[str], place: Place
    ) -> dict[str, str]:
        """The keys of the path of a list, by placeholder."""
        above = behaviour_of(self._state, model.key).ancestors
        if len(under) != len(above):
            wanted = ", ".join(parent for parent, _ in above) or "its account alone"
            raise Misplaced(f"{model.name} is kept under {wanted}", place)
        keys = dict.fromkeys(model.scope[:1], account)
        for at, ((parent, names), name) in enumerate(zip(above, under, strict=True)):
            base = self._state.base(self._state.catalog.find(parent))
            scope = tuple(keys[word] for word in names[:-1])
            keys[names[-1]] = self._key(base, scope, name, (*place, at))
        return keys

    def _key(self, base: ObjectModel, scope: tuple[str, ...], name: str, place: Place) -> str:
        """The key of a record in a list, from its name in the seed or what a path calls it."""
        kind, row = self._named.get(name, (base, None))
        if row is None:
            row = self._made.get((base.key, scope, name))
        if row is None:
            row = behaviour_of(self._state, base.key).locate(scope, name)
        if row is None or kind is not base or row.scope != scope:
            raise Misplaced(
                f"there is no {base.name} {name}: expected a Sid, or a name given before with 'as'",
                place,
            )
        return str(row[base.identity])


def _loaded(file: str) -> tuple[str, Any]:
    """The text of a YAML file, and its content."""
    try:
        import yaml
    except ImportError:
        raise EmulatorError("seeds in files need PyYAML") from None
    try:
        text = Path(file).read_text(encoding="utf-8")
        return text, yaml.safe_load(text)
    except yaml.MarkedYAMLError as wrong:
        line = wrong.problem_mark.line + 1 if wrong.problem_mark else 1
        raise EmulatorError(f"{file}, line {line}: {wrong.problem}") from None
    except (LookupError, AttributeError):  # what PyYAML raises of `!!bool x`
        raise EmulatorError(f"the seed {file} has a value that is not what its tag says") from None
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as wrong:
        raise EmulatorError(f"the seed {file} cannot be read: {wrong}") from None


def _line(text: str, place: Place) -> int:
    """The line of a YAML text that a place is in: of the last step that is there."""
    import yaml

    node = yaml.compose(text, Loader=yaml.SafeLoader)
    line = 1 if node is None else node.start_mark.line + 1
    for step in place:
        if isinstance(node, yaml.MappingNode):
            rows = [(key, value) for key, value in node.value if key.value == step]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            rows = [(value, value) for value in node.value[step : step + 1]]
        else:
            break
        if not rows:
            break
        line, node = rows[-1][0].start_mark.line + 1, rows[-1][1]
    return int(line)
