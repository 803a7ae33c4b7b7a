"""The runtime of generated operations: connection, Sids, documents and the five actions.

Names load when they are first used, so that importing one costs nothing for the others.
"""

# ruff: noqa: F403, F405  # each of the errors, as their own list says

from __future__ import annotations

from typing import TYPE_CHECKING

from twilio_ops_runtime.errors import *
from twilio_ops_runtime.explain import lazy_exports

if TYPE_CHECKING:
    from twilio_ops_runtime import webhooks
    from twilio_ops_runtime.connection import Connection
    from twilio_ops_runtime.documents.archive import Archiving
    from twilio_ops_runtime.documents.cache import DocumentCache, MemoryCache, SqliteCache
    from twilio_ops_runtime.documents.document import Document, Origin
    from twilio_ops_runtime.documents.options import Options
    from twilio_ops_runtime.documents.process import ProcessStopped, Result, Results
    from twilio_ops_runtime.documents.profiles import Profile
    from twilio_ops_runtime.documents.tracking import (
        CurrentDate,
        ElementValue,
        Property,
        Static,
        TrackedField,
    )
    from twilio_ops_runtime.exchange import Exchange, with_response
    from twilio_ops_runtime.health import Diagnosis, HealthCheck, Status
    from twilio_ops_runtime.http.messages import Request, Response, Send, Timeout
    from twilio_ops_runtime.records.record import Record
    from twilio_ops_runtime.retry import Attempt, Retry, RetryClock
    from twilio_ops_runtime.sids import Sid, compose, is_sid
    from twilio_ops_runtime.version import __version__

_HOMES = {
    "version": ["__version__"],
    "webhooks": ["webhooks"],
    "documents.archive": ["Archiving"],
    "documents.cache": ["DocumentCache", "MemoryCache", "SqliteCache"],
    "connection": ["Connection"],
    "health": ["Diagnosis", "HealthCheck", "Status"],
    "documents.document": ["Document", "Origin"],
    "documents.options": ["Options"],
    "documents.process": ["ProcessStopped", "Result", "Results"],
    "records.record": ["Record"],
    "documents.profiles": ["Profile"],
    "exchange": ["Exchange", "with_response"],
    "retry": ["Attempt", "Retry", "RetryClock"],
    "sids": ["Sid", "compose", "is_sid"],
    "documents.tracking": ["CurrentDate", "ElementValue", "Property", "Static", "TrackedField"],
    "http.messages": ["Request", "Response", "Send", "Timeout"],
}

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__, {name: f"{__name__}.{home}" for home, names in _HOMES.items() for name in names}
    )

__all__ = [
    "AccountInactive",
    "AnswerError",
    "AnswerTooLarge",
    "Archiving",
    "Attempt",
    "AuthenticationError",
    "CannotConnect",
    "CannotResolve",
    "ConfigurationError",
    "ConnectError",
    "ConnectTimeout",
    "Connection",
    "ConnectionDropped",
    "CurrentDate",
    "Diagnosis",
    "Document",
    "DocumentCache",
    "ElementValue",
    "Exchange",
    "FieldNotPresent",
    "FilterError",
    "ForeignAddress",
    "HealthCheck",
    "MalformedAnswer",
    "MemoryCache",
    "NotFoundError",
    "OperationError",
    "Options",
    "Origin",
    "OutcomeUnknown",
    "ParameterError",
    "PermissionDenied",
    "PostProcessingError",
    "ProcessStopped",
    "Profile",
    "ProfileError",
    "Property",
    "RateLimitError",
    "ReadTimeout",
    "Record",
    "RedirectRefused",
    "RefusedOperation",
    "Request",
    "RequestError",
    "RequestRejected",
    "Response",
    "Result",
    "Results",
    "Retry",
    "RetryClock",
    "Send",
    "ServerError",
    "ServiceError",
    "Sid",
    "SidError",
    "SqliteCache",
    "Static",
    "Status",
    "Timeout",
    "TlsError",
    "TrackedField",
    "TransportError",
    "UnconfirmedServerError",
    "__version__",
    "compose",
    "is_sid",
    "webhooks",
    "with_response",
]
