"""How objects behave that nothing particular is known of: as the catalog says, with state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from twilio_ops_emulator.api.errors import NotEmulated, Refusal
from twilio_ops_emulator.api.render import Page
from twilio_ops_emulator.model import ObjectModel, snake
from twilio_ops_emulator.state.index import EVERYTHING, Index, Row, Selection

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.api.messages import Response
    from twilio_ops_emulator.api.paging import Source
    from twilio_ops_emulator.state.state import State


class Behaviour:
    """The actions of one object.

    Subclasses, one small module an object, override what the catalog cannot say: ``prepare`` for the
    values of a new record and what speaks against it, ``created`` and ``changed`` for what follows,
    ``locate`` for other ways to name a record, ``on_NAME`` for what was put down for later.

    Args:
        state: Where it happens.
        model: The object.

    Attributes:
        ancestors: The objects that a list of these records goes through below the account,
            outermost first, each with the placeholders of its records' path.
    """

    key: ClassVar[str] = ""
    """The object this is the behaviour of, by its key; empty for the general one."""

    def __init__(self, state: State, model: ObjectModel) -> None:
        self.state = state
        self.model = model
        self.base = state.base(model)
        self.table = state.table(self.base.key)
        self.facts = state.facts
        self._layout = self.table.layout
        self._where: Mapping[str, str] = state.views.get(model.key, {}).get("where", {})
        self._view = ("account_sid", *self._where) if self._where else None
        self.ancestors = self._find_ancestors()
        self._template = self._defaults()
        index = self._layout.index
        self._scope_places = [index[snake(name)] for name in self.base.scope]
        self._dated_places = [index[n] for n in ("date_created", "date_updated") if n in index]
        self._references = self.facts["references"]

    @property
    def outcomes(self) -> Mapping[str, Any]:
        """What can become of a record, by name; nothing of most objects'."""
        return {}

    @property
    def settings(self) -> Mapping[str, str]:
        """What a script may set beside an outcome, and what kind of value it is."""
        return {}

    # -- the five actions ---------------------------------------------------------------------

    def get(self, context: Context) -> Row:
        """The record the path names.

        Raises:
            Refusal: There is none.
        """
        return self.named(context)

    def query(self, context: Context) -> Page:
        """A page of the records the path lists."""
        selection, _ = self.state.rules.selection(context.action, self._layout, context.sent)
        if context.lag:
            selection = selection.older(self.state.first_place(self.state.time - context.lag))
        return self.page(context, self.listing(context), selection)

    def page(self, context: Context, source: Source, selection: Selection = EVERYTHING) -> Page:
        """A page of some records, as large as the action's pages are at most.

        Args:
            context: The request.
            source: The records.
            selection: What they must be like.
        """
        most = context.action.max_page_size
        return self.state.pager.page(source, context.sent, context.path, selection, most)

    def create(self, context: Context) -> Row:
        """A new record; under test credentials it is answered and not kept."""
        self._require_references(context)
        values = {**self.narrowed(context), **self.prepare(context)}
        row = self.make(self.scope(context), values)
        if not context.test:
            self.table.insert(row)
            self.created(context, row)
        return row

    def update(self, context: Context) -> Row:
        """The named record with the values sent."""
        row = self.named(context)
        self._require_references(context)
        changes = self.revise(context, row)
        self.write(row, changes)
        self.changed(context, row)
        return row

    def delete(self, context: Context) -> None:
        """Take the named record away."""
        row = self.named(context)
        self.leave(context, row)
        self.remove(row)

    # -- what objects change ------------------------------------------------------------------

    def prepare(self, context: Context) -> dict[str, Any]:
        """The values of a new record.

        Raises:
            Refusal: Something speaks against it.
        """
        return self.filled(context)

    def created(self, context: Context, row: Row) -> None:
        """What follows a creation."""

    def revise(self, context: Context, row: Row) -> dict[str, Any]:
        """The values that an update changes.

        Raises:
            Refusal: Something speaks against it.
        """
        return self.filled(context)

    def changed(self, context: Context, row: Row) -> None:
        """What follows an update."""

    def leave(self, context: Context, row: Row) -> None:
        """What goes before a deletion.

        Raises:
            Refusal: Something speaks against it.
        """

    def later(self, seconds: float, name: str, row: Row, **data: Any) -> None:
        """Put down that something is to happen to a record: ``on_NAME`` will take it.

        Args:
            seconds: When, from now.
            name: What.
            row: The record.
            **data: What the method is told besides, as plain values.
        """
        key = row.values[self.table.identity]
        self.state.later(seconds, self.base.key, name, scope=row.scope, key=key, **data)

    def event(self, name: str, data: dict[str, Any]) -> None:
        """Something put down for later has come: ``on_NAME`` takes it, with its record if it has one.

        What was to happen to a record that is gone does not.

        Raises:
            NotEmulated: The object knows no such event.
        """
        handler = getattr(self, f"on_{name}", None)
        if handler is None:
            raise NotEmulated(f"{self.model.name} has no event {name}")
        more = dict(data)
        if "scope" not in more:
            handler(**more)
        elif (row := self.table.find(more.pop("scope"), more.pop("key"))) is not None:
            handler(row, **more)

    def media(self, context: Context) -> Response | None:
        """What is answered instead of a document when no format is asked for; mostly nothing."""
        return None

    # -- finding ------------------------------------------------------------------------------

    def named(self, context: Context) -> Row:
        """The record the path names.

        Raises:
            Refusal: There is none.
        """
        key = self.key_of(context)
        row = None if key is None else self.locate(self.scope(context), key, context)
        if row is None or not self._shown(context, row):
            raise self.missing(key)
        return row

    def key_of(self, context: Context) -> str | None:
        """The key of the record in the path."""
        path = self.model.instance or self.base.instance
        if path is None:
            return None
        name = path.rpartition("{")[2].rstrip("}")
        return context.keys.get(name) or context.keys.get("Sid")

    def locate(
        self, scope: tuple[str, ...], key: str, context: Context | None = None
    ) -> Row | None:
        """A record by its list and what a path calls it."""
        return self.table.find(scope, key)

    def scope(self, context: Context) -> tuple[str, ...]:
        """The keys of the list that the record belongs to."""
        return tuple(context.keys[name] for name in self.base.scope)

    def listing(self, context: Context) -> Index:
        """The records the path lists."""
        if self._view is None:
            return self.table.listing(self.scope(context))
        values = (context.keys.get(word, word) for word in self._where.values())
        return self.table.view(self._view, (context.account_sid, *values))

    def missing(self, key: str | None = None) -> Refusal:
        """The error of a record that does not exist."""
        what = self.model.name if key is None else f"{self.model.name} {key}"
        return self.state.errors.case("no_record", f"{what} was not found.")

    def require_parents(self, context: Context) -> None:
        """Find the records that the path goes through.

        Raises:
            Refusal: One does not exist.
        """
        for parent, names in self.ancestors:
            behaviour = behaviour_of(self.state, parent)
            keys = [context.keys[name] for name in names]
            row = behaviour.locate(tuple(keys[:-1]), keys[-1], context)
            if row is None:
                raise behaviour.missing(keys[-1])
            context.parents[parent] = row
            context.keys[names[-1]] = row[behaviour.base.identity]

    def _require_references(self, context: Context) -> None:
        """Find the records that parameters name: in the account, or in the one a record moves to."""
        if context.test:
            return  # these credentials have no records
        account = context.get("AccountSid") or context.account_sid
        references = self._references
        for name in references.keys() & context.values.keys():
            sid, key = context.values[name], references[name]
            if sid and self.state.find(key, (account,), sid) is None:
                why = f"{sid} is not one that account {account} has"
                raise self.state.errors.invalid(context.action.key, name, why)

    def _find_ancestors(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        found: list[tuple[str, tuple[str, ...]]] = []
        name = self.model.parent
        while name is not None:
            parent = self.state.catalog.find(name)
            pattern = parent.instance_pattern
            if pattern is not None and self.model.path_pattern.startswith(f"{pattern}/"):
                count = pattern.count("%s") + parent.implied
                if count > 1:  # the account itself was found when the caller was
                    found.append((parent.key, self.model.scope[:count]))
            name = parent.parent
        return tuple(reversed(found))

    def _shown(self, context: Context, row: Row) -> bool:
        """Whether a record found by its own key belongs under the rest of the path."""
        keys = context.keys
        return all(row[field] == keys.get(word, row[field]) for field, word in self._where.items())

    # -- values -------------------------------------------------------------------------------

    def filled(self, context: Context) -> dict[str, Any]:
        """The values of parameters that fields of the same name take."""
        values: dict[str, Any] = {}
        given = context.values
        for parameter, field in context.action.filled:
            if parameter in given:
                value = given[parameter]
                if value == "" and self.model.fields[field].type == "sid":
                    value = None
                if self.model.fields[field].type == "datetime" and value is not None:
                    value = int(value)
                values[field] = value
        return values

    def make(self, scope: tuple[str, ...], values: Mapping[str, Any], at: int | None = None) -> Row:
        """A record that is not on a listing yet.

        Args:
            scope: The keys of its list.
            values: Its values; what is missing has its default, a new Sid and the time.
            at: When it was created, where that is not now.
        """
        created = self.state.now if at is None else at
        known = self._template.copy()
        index = self._layout.index
        for position, key in zip(self._scope_places, scope, strict=True):
            known[position] = key
        for position in self._dated_places:
            known[position] = created
        for name, value in values.items():
            known[index[name]] = value
        place = self.state.place(created)
        identity = self.table.identity
        if known[identity] is None:
            prefix = self.base.prefix
            known[identity] = self.state.sid(prefix) if prefix else str(place)
        return Row(self._layout, known, place, scope)

    def write(self, row: Row, changes: Mapping[str, Any]) -> None:
        """Change a record, and when it was changed."""
        if changes:
            if "date_updated" in self._layout.index:
                changes = {"date_updated": self.state.now, **changes}
            self.table.update(row, changes)

    def remove(self, row: Row) -> None:
        """Take a record away, with everything in the lists below it."""
        below = (*row.scope, str(row.values[self.table.identity]))
        for model in self.state.catalog.objects.values():
            if len(model.scope) >= len(below) and model.path.startswith(f"{self.base.path}/{{"):
                table = self.state.table(self.state.base(model).key)
                for child in table.below(below):
                    table.delete(child)
        self.table.delete(row)

    def narrowed(self, context: Context) -> dict[str, str]:
        """The values that a record has because of the list it is made in."""
        return {field: context.keys.get(word, word) for field, word in self._where.items()}

    def seeded(self, scope: tuple[str, ...], values: Mapping[str, Any]) -> Row:
        """A record put there by a seed, without anything that follows a creation."""
        at = values.get("date_created")
        row = self.make(scope, values, at)
        self.table.insert(row)
        return row

    def _defaults(self) -> list[Any]:
        facts = self.facts["defaults"]
        own = facts.get(self.base.key, {})
        known: list[Any] = []
        for name in self._layout.names:
            field = self.base.fields.get(name) or self.model.fields.get(name)
            value = own.get(name)
            if value is None and field is not None:
                if field.format == "http-method":
                    value = facts["*"]["http_method"]
                elif name == "api_version":
                    value = self.state.catalog.version
            known.append(value)
        return known


def behaviour_of(state: State, key: str) -> Behaviour:
    """What makes an object behave, by the object's name or key.

    Raises:
        EmulatorError: The catalog has no such object.
    """
    return cast(Behaviour, state.behaviour(key))


def rounded_minutes(seconds: float) -> int:
    """Begun minutes, as they are charged."""
    return max(-(-int(seconds) // 60), 1)


def chosen(given: Sequence[str] | str | None, default: Sequence[str]) -> list[str]:
    """The words of a parameter that may be repeated, or one text of several with spaces or commas."""
    if not given:
        return list(default)
    values = [given] if isinstance(given, str) else given
    return [word for value in values for word in value.replace(",", " ").split()]
