"""What changed between two catalogs, for whom it matters, and which release it needs.

``compare`` walks two catalogs into raw differences, ``rules`` judges each of them, ``verdict`` says
what release the judgements ask for, ``report`` and ``changelog`` write them down, ``sources`` gets
catalogs from folders, git revisions and OpenAPI documents, ``cli`` is the command.
"""

from __future__ import annotations

from twilio_ops_codegen.changes.change import Change, Consumer, Severity
from twilio_ops_codegen.changes.classify import changes

__all__ = ["Change", "Consumer", "Severity", "changes"]
