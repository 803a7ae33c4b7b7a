"""Reading everything that an account has: in pieces of time, many at once, each written once.

The manifest beside the data says what is done. A piece is named by its window and its plan, so that
doing it twice gives the same file; an export that was ended goes on where it was.
"""

from twilio_ops_components.export.engines import DaskEngine, ThreadEngine
from twilio_ops_components.export.manifest import Manifest
from twilio_ops_components.export.plan import Plan, Window
from twilio_ops_components.export.run import Export, Failed, Progress, Summary
from twilio_ops_components.export.store import store_of
from twilio_ops_components.export.verify import Finding, verify
from twilio_ops_components.export.writing import FORMATS

__all__ = [
    "FORMATS",
    "DaskEngine",
    "Export",
    "Failed",
    "Finding",
    "Manifest",
    "Plan",
    "Progress",
    "Summary",
    "ThreadEngine",
    "Window",
    "store_of",
    "verify",
]
