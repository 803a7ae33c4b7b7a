"""CPU of judging answers, beside what lxml takes to validate the same against the plain profile.

    python bench/bench_runtime_profiles.py [--rounds N]

Each object's sample of a Get is judged as it is, with an element of a later release in it, and under
an element name of an older release, where there is one.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree
from measuring import Row, interleaved, ratio_of, report

from twilio_ops_runtime.documents.profiles import Profile

if TYPE_CHECKING:
    from twilio_ops_runtime.formats.xml_types import Element

PACKAGE = Path(__file__).resolve().parent.parent / "generated" / "twilio_ops"
OBJECTS = ("Account", "Call", "Message", "Queue", "SMSMessage", "UsageTrigger")
OLDER = {"SMSMessage": "SmsMessage"}
EACH = 100

Judge = Callable[["Element"], bool]


def _all(works: list[tuple[Judge, Element]]) -> None:
    for judge, root in works:
        for _ in range(EACH):
            if not judge(root):
                raise SystemExit(
                    f"a sample is not valid: {etree.tostring(root, encoding='unicode')}"
                )


def measure(rounds: int = 15) -> list[Row]:
    """What judging costs, in microseconds of process CPU a document."""
    works: dict[str, list[tuple[Judge, Element]]] = {
        name: []
        for name in ("lxml, the plain profile", "the judge", "a later release", "an older release")
    }
    for name in OBJECTS:
        file = PACKAGE / "profiles" / name / f"Get{name}.response.xsd"
        sample = PACKAGE / "samples" / name / f"Get{name}.response.xml"
        root = etree.parse(sample).getroot()
        later, older = deepcopy(root), deepcopy(root)
        etree.SubElement(later[0], "AddedLater").text = "text"
        older[0].tag = OLDER.get(name, older[0].tag)
        profile = Profile(file, accepts=(OLDER[name],) if name in OLDER else ())
        works["lxml, the plain profile"].append((etree.XMLSchema(file=str(file)).validate, root))
        works["the judge"].append((profile.is_valid, root))
        works["a later release"].append((profile.is_valid, later))
        works["an older release"].append((profile.is_valid, older))
    figures = interleaved(
        {name: partial(_all, rows) for name, rows in works.items()},
        rounds,
        per=EACH * len(OBJECTS) / 1e6,
    )
    plain, *judged = figures
    return [
        *(Row(name, each.median, "µs/document", best=each.best) for name, each in figures.items()),
        *(
            ratio_of(f"{name} / {plain}", figures[name], figures[plain], most=1.2)
            for name in judged
        ),
    ]


def main() -> int:
    """Prints the table.

    Returns:
        The exit code: 1 if a figure is not what it may be.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=15)
    return report(measure(parser.parse_args().rounds))


if __name__ == "__main__":
    sys.exit(main())
