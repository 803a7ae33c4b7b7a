"""What may be set for every operation: errors as documents, tracking, archiving, caching."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from twilio_ops_runtime.errors import ConfigurationError
from twilio_ops_runtime.validators import each, is_object_with, setting

if TYPE_CHECKING:
    from twilio_ops_runtime.documents.archive import Archiving
    from twilio_ops_runtime.documents.cache import DocumentCache
    from twilio_ops_runtime.documents.tracking import TrackedField


TrackingDirection = Literal["input", "output"]
StopOn = Literal["any", "application error", "nothing"]


def _is_archiving(value: object) -> bool:
    from twilio_ops_runtime.documents.archive import Archiving

    return isinstance(value, Archiving)


def _is_tracked_field(value: object) -> bool:
    from twilio_ops_runtime.documents.tracking import TrackedField

    return isinstance(value, TrackedField)


def _tracked_fields(values: Iterable[TrackedField]) -> tuple[TrackedField, ...]:
    place = "Options.tracked_fields"
    fields: tuple[TrackedField, ...]
    fields = each(place, "a list of TrackedFields", _is_tracked_field, values)
    labels = [field.label for field in fields]
    if twice := [label for label in labels if labels.count(label) > 1]:
        raise ConfigurationError(f"{place} has the label {twice[0]!r} twice")
    return fields


_is_cache = is_object_with("add", "find")


@frozen(kw_only=True)
class Options:
    """The settings of one operation.

    Called with Python values, an operation archives and caches the documents that say the same;
    errors are raised and tracked fields, which belong to results, are not noted. If archiving or
    caching fails, ``PostProcessingError`` carries what the operation gave; in ``process``,
    ``ProcessStopped`` carries the results.

    Args:
        return_application_error_responses: Off, the first input that is not done ends ``process``
            with :class:`ProcessStopped`; on, the error document is the output of its input and
            the rest goes on. An application error is an error answer of the service, a refusal of
            the credentials included; a lost connection, a web page of a proxy, an outcome that is
            not known or a document that was never sent is none.
        stop_on: What ends ``process``: ``any`` input that is not done, an ``application error``
            only, or ``nothing``. Left out, ``any`` or ``nothing`` as the setting before says.
        tracking_direction: Which documents a report is about. Left out, what is usual: the output
            of Get and Query, whatever is set here; the input of Create, Update and Delete.
        archiving: Where every document that passes is written; None = nowhere.
        tracked_fields: What is noted of every document.
        document_cache: Where every document that is returned is added.

    Raises:
        ConfigurationError: One is not what is taken there, or a label is there twice.
    """

    return_application_error_responses: bool = field(
        default=False, validator=setting("True or False", lambda value: isinstance(value, bool))
    )
    stop_on: StopOn | None = field(
        default=None,
        validator=setting(
            "'any', 'application error', 'nothing' or None",
            lambda v: v in (None, "any", "application error", "nothing"),
        ),
    )
    tracking_direction: TrackingDirection | None = field(
        default=None,
        validator=setting("'input', 'output' or None", lambda v: v in (None, "input", "output")),
    )
    archiving: Archiving | None = field(
        default=None,
        validator=setting("an Archiving or None", lambda v: v is None or _is_archiving(v)),
    )
    tracked_fields: tuple[TrackedField, ...] = field(default=(), converter=_tracked_fields)
    document_cache: DocumentCache | None = field(
        default=None,
        validator=setting("a DocumentCache or None", lambda v: v is None or _is_cache(v)),
    )

    @property
    def keeps(self) -> bool:
        """Whether documents are archived or cached."""
        return self.archiving is not None or self.document_cache is not None

    def stops_at(self, status: str) -> bool:
        """Return whether a result of this status ends ``process``."""
        if status == "done" or self.stop_on == "nothing":
            return False
        if self.stop_on is None:
            return not self.return_application_error_responses
        return self.stop_on == "any" or self.stop_on == status


DEFAULT = Options()
