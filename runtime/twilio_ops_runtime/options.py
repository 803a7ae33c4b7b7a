"""What may be set for every operation: errors as documents, tracking, archiving, caching."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import field, frozen
from attrs.validators import in_, instance_of

if TYPE_CHECKING:
    from twilio_ops_runtime.archiving import Archiving
    from twilio_ops_runtime.cache import DocumentCache
    from twilio_ops_runtime.tracking import TrackedField

__all__ = ["DEFAULT", "Options", "TrackingDirection"]

TrackingDirection = Literal["input", "output"]


@frozen(kw_only=True)
class Options:
    """The settings of one operation.

    Called with Python values, an operation archives and caches the documents that say the same;
    errors are raised and tracked fields, which belong to results, are not noted.

    Args:
        return_application_error_responses: Off, the first error answer of the service ends
            ``process`` with :class:`ProcessStopped`; on, the error document is the output of that
            input and the rest goes on. An application error is an answer of the service with an
            error status; a lost connection, a wrong password or a document that was never sent
            is none.
        tracking_direction: Which documents a report is about. Left out, what is usual: the output
            of Get and Query, whatever is set here; the input of Create, Update and Delete.
        archiving: Where every document that passes is written; None = nowhere.
        tracked_fields: What is noted of every document.
        document_cache: Where every document that is returned is added.
    """

    return_application_error_responses: bool = field(default=False, validator=instance_of(bool))
    tracking_direction: TrackingDirection | None = field(
        default=None, validator=in_((None, "input", "output"))
    )
    archiving: Archiving | None = None
    tracked_fields: tuple[TrackedField, ...] = field(default=(), converter=tuple)
    document_cache: DocumentCache | None = None


DEFAULT = Options()
