"""The runtime of generated operations: connection, Sids, documents and the five actions.

Names load when they are first used, so that importing one costs nothing for the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from twilio_ops_runtime.explain import lazy_exports

if TYPE_CHECKING:
    from twilio_ops_runtime.archiving import Archiving
    from twilio_ops_runtime.cache import DocumentCache, MemoryCache, SqliteCache
    from twilio_ops_runtime.connection import Connection
    from twilio_ops_runtime.diagnosis import Diagnosis, Probe, Verdict
    from twilio_ops_runtime.documents import Document
    from twilio_ops_runtime.errors import (
        AccountInactive,
        AnswerError,
        AnswerTooLarge,
        AuthenticationError,
        CannotConnect,
        CannotResolve,
        ConfigurationError,
        ConnectError,
        ConnectionDropped,
        ConnectTimeout,
        FieldNotPresent,
        FilterError,
        FollowUpError,
        ForeignAddress,
        MalformedAnswer,
        NotFoundError,
        OperationError,
        OutcomeUnknown,
        ParameterError,
        PermissionDenied,
        ProfileError,
        RateLimitError,
        ReadTimeout,
        RedirectRefused,
        RefusedOperation,
        RequestError,
        RequestRejected,
        ServerError,
        ServiceError,
        SidError,
        TlsError,
        TransportError,
        UnconfirmedServerError,
    )
    from twilio_ops_runtime.options import Options
    from twilio_ops_runtime.process import ProcessStopped, Result
    from twilio_ops_runtime.profiles import Profile
    from twilio_ops_runtime.retry import Clock, Retry
    from twilio_ops_runtime.sids import Sid, compose, is_sid
    from twilio_ops_runtime.tracking import (
        CurrentDate,
        ElementValue,
        Property,
        Static,
        TrackedField,
    )
    from twilio_ops_runtime.transport import Reply, Request, Send, Timeout

_HOMES = {
    "archiving": ["Archiving"],
    "cache": ["DocumentCache", "MemoryCache", "SqliteCache"],
    "connection": ["Connection"],
    "diagnosis": ["Diagnosis", "Probe", "Verdict"],
    "documents": ["Document"],
    "errors": [
        "AccountInactive",
        "AnswerError",
        "AnswerTooLarge",
        "AuthenticationError",
        "CannotConnect",
        "CannotResolve",
        "ConfigurationError",
        "ConnectError",
        "ConnectTimeout",
        "ConnectionDropped",
        "FieldNotPresent",
        "FilterError",
        "FollowUpError",
        "ForeignAddress",
        "MalformedAnswer",
        "NotFoundError",
        "OperationError",
        "OutcomeUnknown",
        "ParameterError",
        "PermissionDenied",
        "ProfileError",
        "RateLimitError",
        "ReadTimeout",
        "RedirectRefused",
        "RefusedOperation",
        "RequestError",
        "RequestRejected",
        "ServerError",
        "ServiceError",
        "SidError",
        "TlsError",
        "TransportError",
        "UnconfirmedServerError",
    ],
    "options": ["Options"],
    "process": ["ProcessStopped", "Result"],
    "profiles": ["Profile"],
    "retry": ["Clock", "Retry"],
    "sids": ["Sid", "compose", "is_sid"],
    "tracking": ["CurrentDate", "ElementValue", "Property", "Static", "TrackedField"],
    "transport": ["Reply", "Request", "Send", "Timeout"],
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
    "AuthenticationError",
    "CannotConnect",
    "CannotResolve",
    "Clock",
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
    "FieldNotPresent",
    "FilterError",
    "FollowUpError",
    "ForeignAddress",
    "MalformedAnswer",
    "MemoryCache",
    "NotFoundError",
    "OperationError",
    "Options",
    "OutcomeUnknown",
    "ParameterError",
    "PermissionDenied",
    "Probe",
    "ProcessStopped",
    "Profile",
    "ProfileError",
    "Property",
    "RateLimitError",
    "ReadTimeout",
    "RedirectRefused",
    "RefusedOperation",
    "Reply",
    "Request",
    "RequestError",
    "RequestRejected",
    "Result",
    "Retry",
    "Send",
    "ServerError",
    "ServiceError",
    "Sid",
    "SidError",
    "SqliteCache",
    "Static",
    "Timeout",
    "TlsError",
    "TrackedField",
    "TransportError",
    "UnconfirmedServerError",
    "Verdict",
    "compose",
    "is_sid",
]
