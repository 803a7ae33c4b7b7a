"""One request while it is carried out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from attrs import define, field

if TYPE_CHECKING:
    from twilio_ops_emulator.model import ActionModel, ObjectModel
    from twilio_ops_emulator.state.index import Row
    from twilio_ops_emulator.state.state import State


@define
class Context:
    """One request while it is carried out.

    Attributes:
        state: Where it happens.
        model: The object it is about.
        action: What is to be done.
        keys: The keys in its path, by placeholder.
        account: The account in its path, or the caller's own where the path has none.
        caller: The account whose credentials came with it.
        sent: Parameters as they came: the form's, or the query's of a list.
        values: The same as checked values by API name.
        path: Its path, with the caller's suffix.
        suffix: ``.json``, ``.xml`` or nothing.
        test: Whether it came with test credentials: nothing may change.
        parents: The records its path goes through, by object.
        status: The HTTP status of the answer; None = the action's first.
        account_sid: The Sid of the account.
        lag: For how many seconds a list does not show what was made.
    """

    state: State
    model: ObjectModel
    action: ActionModel
    keys: dict[str, str]
    account: Row
    caller: Row
    sent: Sequence[tuple[str, str]]
    path: str
    suffix: str
    test: bool = False
    values: dict[str, Any] = field(factory=dict[str, Any])
    parents: dict[str, Row] = field(factory=dict[str, "Row"])
    status: int | None = None
    lag: float = 0.0
    account_sid: str = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.account_sid = str(self.account["sid"])

    @property
    def now(self) -> int:
        """The instant it is."""
        return self.state.now

    def get(self, name: str) -> Any:
        """The value of a parameter, or None."""
        return self.values.get(name)
