"""What generated code says about a service, its records and its operations: plain values.

These are tuples and not attrs classes, because every generated module makes some when it is
imported, and a tuple costs next to nothing.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from twilio_ops_runtime.errors import ParameterError
from twilio_ops_runtime.sids import Key
from twilio_ops_runtime.validators import require_iterable

if TYPE_CHECKING:
    from twilio_ops_runtime.types.base import Type


ActionName = Literal["Get", "Query", "Create", "Update", "Delete"]


class ServiceSpec(NamedTuple):
    """A service: where it is and how its answers are wrapped.

    Args:
        package: The generated package, whose files (profiles) are found by it.
        title: The service's name for people.
        host: Scheme and host of the service.
        formats: The formats it speaks: ``xml``, ``json``.
        suffixes: Whether a path ends in ``.xml`` or ``.json`` to choose the format.
        account_key: The path placeholder that the connection's account fills.
        root: The root element of its documents.
        error: The element of an error, under the root.
        error_profile: The error profile's file in the package.
        request_id: The header field of an answer that names the request; None = there is none.
        inactive_account: The error code of an account that is suspended or closed.
        account_path: Where the connection's account is read, with ``{AccountSid}``.
        region: Where requests go if nobody says where.
        account_prefix: What the Sids of accounts begin with; None = any two letters.
        key_prefix: What the Sids of API keys begin with.
        environment: What the variables that hold a connection's settings begin with.
        account_state: The field, by JSON name, of an account's record that says whether it works.
        account_active: The value that it then has.
        page_size: How many records a page has if nobody says how many.
    """

    package: str
    title: str
    host: str
    formats: tuple[str, ...] = ("json",)
    suffixes: bool = False
    account_key: str | None = None
    root: str = "Response"
    error: str = "Error"
    error_profile: str | None = None
    request_id: str | None = None
    inactive_account: int | None = None
    account_path: str | None = None
    region: str | None = None
    account_prefix: str | None = None
    key_prefix: str | None = None
    environment: str | None = None
    account_state: str | None = None
    account_active: str | None = None
    page_size: int | None = None


class FieldSpec(NamedTuple):
    """One field of a record.

    Args:
        name: Its Python name.
        xml: Its element name.
        type: Its type.
        json: Its JSON name; None = the Python name.
        secret: Whether its value is never shown.
        required: Whether a nested value that is sent must have it.
    """

    name: str
    xml: str
    type: Type
    json: str | None = None
    secret: bool = False
    required: bool = False

    @property
    def json_name(self) -> str:
        """The key in a JSON object."""
        return self.json or self.name


class RecordSpec(NamedTuple):
    """A record or a nested value: its names and fields.

    Args:
        name: The object's name.
        service: The service it belongs to.
        item: The element of one record in documents.
        list: The element around the records of a list answer.
        accepts: Further item elements that answers were seen to use.
        fields: Its fields, in the catalog's order; its class declares them.
    """

    name: str
    service: ServiceSpec
    item: str = ""
    list: str | None = None
    accepts: tuple[str, ...] = ()
    fields: tuple[FieldSpec, ...] = ()


class ParameterSpec(NamedTuple):
    """One parameter of a request.

    Args:
        name: Its Python name.
        api: Its name on the wire.
        type: Its type; of one value, if it is repeated.
        required: Whether a request without it is refused.
        repeated: Whether it is sent once a value.
        location: Where it is sent: ``body``, ``query``, ``header``, or as the whole ``content``.
        secret: Whether its value is never shown.
        xml: Its element name in request documents; None = the name on the wire.
    """

    name: str
    api: str
    type: Type
    required: bool = False
    repeated: bool = False
    location: str = "body"
    secret: bool = False
    xml: str | None = None

    @property
    def element(self) -> str:
        """The element name in request documents."""
        return self.xml or self.api


class _OperationRow(NamedTuple):
    object: str
    action: ActionName
    service: ServiceSpec
    method: str
    paths: tuple[str, ...]
    keys: Mapping[str, Key]
    record: type[Any] | str | None = None
    root: str = ""
    status: tuple[int, ...] = (200,)
    redirect: str | None = None
    cardinality: Literal["none", "one", "many"] = "one"
    json_list: str | None = None
    encoding: Literal["none", "form", "json"] = "none"
    parameters: tuple[ParameterSpec, ...] = ()
    either: tuple[tuple[str, ...], ...] = ()
    fixed: Mapping[str, str] = {}
    key_parameter: str | None = None
    paging: Literal["none", "uris", "meta", "token"] = "none"
    refused: str | None = None
    request_profile: str | None = None
    response_profile: str | None = None
    max_page_size: int | None = None
    security: Literal["basic", "none"] = "basic"


class OperationSpec(_OperationRow):
    """One action of an object: the HTTP operation behind it.

    Args:
        object: The object's name.
        action: The action's name.
        service: The service.
        method: The HTTP method.
        paths: The path templates; several are told apart by the Sids given.
        keys: What may fill each placeholder of a path.
        record: The record class answered, or its address ``module:Class``; None = no body.
        root: The root element of request documents.
        status: The statuses that mean success; a redirect among them is an answer, not followed.
        redirect: The Python name of the field that an answer's ``Location`` is.
        cardinality: How many records are answered: ``none``, ``one``, ``many``.
        json_list: The key of a JSON list answer that holds the records; None = it is the list.
        encoding: How the body is written: ``none``, ``form``, ``json``.
        parameters: The parameters it takes; a request class declares its own.
        either: Groups of API names of which at least one is needed.
        fixed: Parameters that are always sent with this value.
        key_parameter: The parameter that takes the record's key.
        paging: How a list goes on: ``none``, ``uris``, ``meta``, ``token``.
        max_page_size: The most records on a page; None = not known.
        security: The credentials it wants: ``basic``, or ``none``.
        refused: Why today's API does not take it; None = it does.
        request_profile: The request profile's file in the package.
        response_profile: The response profile's file in the package.
    """

    @property
    def name(self) -> str:
        """The operation's class name: ``CreateCall``."""
        return f"{self.action}{self.object}"

    @cached_property
    def by_name(self) -> Mapping[str, ParameterSpec]:
        """The parameters by Python name and, before that, by API name."""
        rows = self.parameters
        return {row.name: row for row in rows} | {row.api: row for row in rows}

    @cached_property
    def by_element(self) -> Mapping[str, ParameterSpec]:
        """The parameters by their element in request documents."""
        return {row.element: row for row in self.parameters}

    @cached_property
    def required(self) -> tuple[str, ...]:
        """The API names of the parameters that a request has to have."""
        fixed = self.fixed
        return tuple(row.api for row in self.parameters if row.required and row.api not in fixed)

    @cached_property
    def secret(self) -> frozenset[str]:
        """The API names of the parameters whose value is never shown."""
        return frozenset(row.api for row in self.parameters if row.secret)

    @cached_property
    def changing(self) -> frozenset[str]:
        """The API names of the parameters of which an Update needs one."""
        rows = [row for row in self.parameters if row.location != "header"]
        return frozenset(row.api for row in rows) - {self.key_parameter}


@cache
def _loaded(address: str) -> Any:
    module, _, name = address.partition(":")
    return getattr(importlib.import_module(module), name)


def record_of(spec: OperationSpec) -> type[Any] | None:
    """Return the record class that an operation answers; None if it answers nothing."""
    return _loaded(spec.record) if isinstance(spec.record, str) else spec.record


def chosen_fields(cls: type[Any], names: Iterable[str] | None) -> tuple[FieldSpec, ...] | None:
    """Return the fields of a choice, in the catalog's order; None = all.

    Args:
        cls: The record class.
        names: Element, JSON or Python names.

    Raises:
        ParameterError: The record has no field of a name, or nothing is chosen.
    """
    if names is None:
        return None
    require_iterable("fields", names)
    wanted: list[Any] = list(names)
    known: dict[str, FieldSpec] = {}
    for field in cls.spec.fields:
        for name in (field.xml, field.json_name, field.name):
            known.setdefault(name, field)
    if unknown := [name for name in wanted if not isinstance(name, str) or name not in known]:
        raise ParameterError(
            f"{cls.__name__} has no field {unknown[0]!r}; it has "
            + ", ".join(field.xml for field in cls.spec.fields)
        )
    if not wanted:
        raise ParameterError("fields is empty: leave it out to get all")
    chosen = {known[name].name for name in wanted}
    return tuple(field for field in cls.spec.fields if field.name in chosen)
