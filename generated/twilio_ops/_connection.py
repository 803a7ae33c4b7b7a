"""A connection that knows its service; the package offers it as ``Connection``."""

from __future__ import annotations

import twilio_ops_runtime
from twilio_ops._service import SERVICE

__all__ = ["Connection"]


class Connection(twilio_ops_runtime.Connection):
    __doc__ = twilio_ops_runtime.Connection.__doc__

    service = SERVICE
