"""What a component file says: plain values, checked against the catalog."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from attrs import evolve, field, frozen

from twilio_ops_components.catalog import ActionRow, objects
from twilio_ops_components.files import beside_emulator
from twilio_ops_components.values.joined import Each, Joined

__all__ = [
    "FORMAT",
    "ArchivingSetting",
    "CachingSetting",
    "Definition",
    "FilterSetting",
    "OptionsSetting",
]

FORMAT = 1
"""The format of component files that this version writes, and the newest it takes."""


@frozen
class FilterSetting:
    """A filter, an operator that is fixed, and a value that comes with each input.

    Attributes:
        name: The filter's API name.
        operator: ``equals``, ``before``, ``on`` or ``after``.
        value: The value.
    """

    name: str
    operator: str
    value: Joined


@frozen(kw_only=True)
class OptionsSetting:
    """The settings of the Options tab; what they mean is said at ``twilio_ops.Options``."""

    return_application_error_responses: bool = False
    stop_on: Literal["any", "application error", "nothing"] | None = None
    tracking_direction: Literal["input", "output"] | None = None


@frozen(kw_only=True)
class ArchivingSetting:
    """Where every document that passes is written.

    Attributes:
        directory: The folder.
        secrets: Whether passwords and tokens are kept in the clear.
    """

    directory: Path
    secrets: bool = False


@frozen(kw_only=True)
class CachingSetting:
    """Where every document that is returned is added.

    Attributes:
        file: The cache's file.
        indexes: Names, and the element paths of the keys of each.
    """

    file: Path
    indexes: Mapping[str, tuple[str, ...]]


@frozen(kw_only=True)
class Definition:
    """An operation component.

    Attributes:
        path: Its file.
        object: The object.
        action: The action.
        name: Its own name, in archive files and reports.
        catalog: The digest of what the catalog said of the object when it was made.
        connection: The name of a connection; None = the environment's.
        request_profile: The file name of the request profile; None where there is none.
        response_profile: The file name of the response profile; None where there is none.
        input: Whether documents are requests of the profile, or data that values are taken from.
        sid: The Sid of the record (Get, Update, Delete).
        parent: The Sid of what a list or a new record belongs to (Query, Create).
        fields: The elements to return; None = all.
        filters: The filters of a Query.
        page_size: How many records a page has; None = as the service likes.
        limit: How many records at most; None = all.
        parameters: The values of parameters, by API name.
        options: The Options tab.
        archiving: The Archiving tab; None = nowhere.
        tracking: The Tracking tab: the tracked fields by label.
        caching: The Caching tab; None = nowhere.
        emulated: Whether it is run at an emulator; see :meth:`at_emulator`.
    """

    path: Path
    object: str
    action: str
    name: str
    catalog: str | None = None
    connection: str | None = None
    request_profile: str | None = None
    response_profile: str | None = None
    input: Literal["request", "data"] = "data"
    sid: Joined | None = None
    parent: Joined | None = None
    fields: tuple[str, ...] | None = None
    filters: tuple[FilterSetting, ...] = ()
    page_size: int | None = None
    limit: int | None = None
    parameters: Mapping[str, Joined | Each] = field(factory=dict[str, "Joined | Each"])
    options: OptionsSetting = OptionsSetting()
    archiving: ArchivingSetting | None = None
    tracking: Mapping[str, Joined] = field(factory=dict[str, Joined])
    caching: CachingSetting | None = None
    emulated: bool = False

    def at_emulator(self) -> Definition:
        """Return the component for runs at an emulator, which keep what they keep elsewhere.

        Last runs, counters, archive and document cache go beside those of the account: what is
        made up says nothing of what there is.
        """
        if self.emulated:
            return self
        archiving, caching = self.archiving, self.caching
        if archiving is not None:
            archiving = evolve(archiving, directory=beside_emulator(archiving.directory))
        if caching is not None:
            caching = evolve(caching, file=beside_emulator(caching.file))
        return evolve(self, archiving=archiving, caching=caching, emulated=True)

    @property
    def row(self) -> ActionRow:
        """What the catalog says of the operation."""
        return objects()[self.object].actions[self.action]

    @property
    def operation_class(self) -> type[Any]:
        """The typed operation's class: ``QueryCall``."""
        from twilio_ops.api import load

        found: type[Any] = getattr(load(self.object), self.row.name)
        return found

    @property
    def state_path(self) -> Path:
        """The file that keeps its last runs and counters."""
        return self.path.with_suffix(".emulator.state.json" if self.emulated else ".state.json")
