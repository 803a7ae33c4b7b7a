"""Witnesses: for a change, something that worked before it, to be tried again after it.

Each is made of the earlier catalog alone, of what it allowed at the change's place: a program for
typed code, documents for those who hand them in, and a program that makes requests for those who
see them. Answered documents come of the later catalog, and are read with the earlier one's profile.
So a witness knows nothing of the judgement: where a change breaks somebody, theirs fails with what
the later catalog generates, and where it does not, it works.
"""

from __future__ import annotations

from attrs import frozen

from twilio_ops_codegen.changes.change import Change
from twilio_ops_codegen.changes.witness.documents import Answered, answers, request_program
from twilio_ops_codegen.changes.witness.focus import focus_on, spelling
from twilio_ops_codegen.changes.witness.programs import program
from twilio_ops_codegen.changes.witness.wire import wire_program
from twilio_ops_codegen.emit.objects import PackageView

__all__ = ["Witness", "witness"]


@frozen
class Witness:
    """What works with the package of the earlier catalog; an empty text where there is nothing to try.

    ``python`` type-checks and runs; ``requests`` and ``wire`` run, each in the names of the earlier
    package and in those of the later one; ``answers`` are read.
    """

    python: str
    requests: tuple[str, str]
    wire: tuple[str, str]
    answers: tuple[Answered, ...]


def witness(change: Change, old: PackageView, new: PackageView) -> Witness | None:
    """The witness of a change between two catalogs; None = there was nothing at its place."""
    focus = focus_on(change, old)
    if focus is None:
        return None
    before, after = spelling(focus, change, old), spelling(focus, change, new)
    said = change.sentence
    return Witness(
        python=program(focus, said),
        requests=(request_program(focus, before, said), request_program(focus, after, said)),
        wire=(wire_program(focus, before, said), wire_program(focus, after, said)),
        answers=tuple(answers(focus, new)),
    )
