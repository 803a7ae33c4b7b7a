"""Witnesses: for a change, something that worked before it, to be tried again after it.

Each is made of the earlier catalog alone, of what it allowed at the change's place: a program for
typed code, documents for those who hand them in, and a program that makes requests for those who
see them. Answered documents come of the later catalog, and are read with the earlier one's profile.
So a witness knows nothing of the judgement: where a change breaks somebody, theirs fails with what
the later catalog generates, and where it does not, it works.
"""

from __future__ import annotations

from attrs import evolve, frozen

from twilio_ops_codegen.changes.change import Change
from twilio_ops_codegen.changes.witness.documents import (
    Answered,
    answers,
    request_program,
    taken,
)
from twilio_ops_codegen.changes.witness.focus import focus_on, later, spelling
from twilio_ops_codegen.changes.witness.pieces import decisive
from twilio_ops_codegen.changes.witness.programs import pieces, program
from twilio_ops_codegen.changes.witness.wire import requests, wire_program
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


def witness(
    change: Change, old: PackageView, new: PackageView, *, brief: bool = False
) -> Witness | None:
    """The witness of a change between two catalogs; None = there was nothing at its place.

    Args:
        change: The change.
        old: The earlier package.
        new: The later one.
        brief: Whether it holds the decisive pieces alone, for a person to read; else it tries all.
    """
    focus = focus_on(change, old)
    if focus is None:
        return None
    before, after = spelling(focus, change, old), spelling(focus, change, new)
    said = change.sentence
    if not brief:
        return Witness(
            python=program(focus, said),
            requests=(request_program(focus, before, said), request_program(focus, after, said)),
            wire=(wire_program(focus, before, said), wire_program(focus, after, said)),
            answers=tuple(answers(focus, new)),
        )
    focus = evolve(focus, brief=True)
    then = later(focus, change, new)
    gone = set(before.view.exports) - set(after.view.exports if then else ())
    shown = decisive(pieces(focus), pieces(then) if then else (), gone)
    documents = decisive(taken(focus), taken(then) if then else ())[:1]
    asked = requests(focus, after)
    found = decisive(asked, requests(then, after) if then else ())
    numbers = [asked.index(each) for each in found[-1:]]  # documents, which read all of an answer
    answered = sorted(answers(focus, new), key=lambda each: (not each.lacks, each.new == each.old))
    named_before = requests(focus, before)
    return Witness(
        python=program(focus, said, shown),
        requests=(
            request_program(focus, before, said, documents),
            request_program(focus, after, said, documents),
        ),
        wire=(
            wire_program(focus, before, said, [named_before[number] for number in numbers]),
            wire_program(focus, after, said, [asked[number] for number in numbers]),
        ),
        answers=tuple(each.brief() for each in answered[:1]),
    )
