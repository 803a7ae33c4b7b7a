"""The journal's file beside a model of it, through any order of events, crashes included."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from twilio_ops_components.journal.states import New, Outcome, State, told
from twilio_ops_components.journal.store import Store
from twilio_ops_runtime import Request

KEYS = tuple("abcde")
DOUBTS: tuple[State, ...] = ("unknown", "absent", "ambiguous")


class Model(RuleBasedStateMachine):
    """Two workers at one file; a service that carries requests out, whether it answers or not."""

    def __init__(self, place: Callable[[], str]) -> None:
        super().__init__()
        self._place = place()
        self.stores: list[Store] = [self._started(), self._started()]
        self.state: dict[str, str] = {}
        self.held: list[set[str]] = [set(), set()]  # what each worker has under way
        self.arrived: Counter[str] = Counter()
        self.lost: Counter[str] = Counter()  # attempts whose answer nobody has
        self.due: set[str] = set()  # sent again by somebody who erred: the service refuses it

    def _started(self) -> Store:
        store = Store(self._place, lambda: 1000.0)
        store.start()
        return store

    def teardown(self) -> None:
        for store in self.stores:
            store.close()

    @rule(keys=st.lists(st.sampled_from(KEYS), max_size=4), worker=st.integers(0, 1))
    def take(self, keys: list[str], worker: int) -> None:
        request = Request("POST", "https://example.com/", {}, b"x")
        new, others = self.stores[worker].add(
            [New(key, "digest", "", None, request) for key in keys]
        )
        assert new == len(set(keys) - set(self.state))
        assert others == []
        for key in keys:
            self.state.setdefault(key, "ready")

    @rule(count=st.integers(1, 3), worker=st.integers(0, 1))
    def claim(self, count: int, worker: int) -> None:
        store = self.stores[worker]
        with store.transaction():
            entries = store.ready(count)
            store.claim(entries)
        ready = [key for key, state in self.state.items() if state == "ready"]
        assert len(entries) == min(count, len(ready))
        for entry in entries:
            assert self.state[entry.key] == "ready"
            self.state[entry.key] = "sending"
            self.held[worker].add(entry.key)

    @precondition(lambda self: any(self.held))
    @rule(data=st.data(), answer=st.sampled_from(["sent", "refused", "ready", "unknown", "lost"]))
    def send(self, data: Any, answer: str) -> None:
        """A request arrives or not, and is answered or not; what was sent again after it had arrived
        the service refuses here, such as to one who has unsubscribed since."""
        worker = data.draw(st.sampled_from([n for n in (0, 1) if self.held[n]]))
        key = data.draw(st.sampled_from(sorted(self.held[worker])))
        self.held[worker].discard(key)
        if key in self.due:
            answer = "refused"
        arrives = answer in ("sent", "lost") or (answer == "unknown" and data.draw(st.booleans()))
        if arrives:
            self.arrived[key] += 1
        state = "unknown" if answer == "lost" else answer
        expected = "unknown" if state == "refused" and self.lost[key] else state
        store = self.stores[worker]
        entry = store.entry(key)
        assert entry is not None
        with store.transaction():
            changed = store.record(Outcome(entry.id, state))  # type: ignore[arg-type]
        assert changed == (self.state[key] == "sending")  # a callback may have been first
        if changed:
            self.state[key] = expected
            self.lost[key] += state == "unknown"

    @rule(worker=st.integers(0, 1), arrive=st.booleans())
    def crash(self, worker: int, arrive: bool) -> None:
        """A worker ends, and another begins: what was under way may have arrived."""
        self.stores[worker].close()
        for key in self.held[worker]:
            if arrive and key not in self.due:
                self.arrived[key] += 1
            if self.state[key] == "sending":
                self.state[key] = "unknown"
                self.lost[key] += 1
        self.held[worker] = set()
        self.stores[worker] = self._started()

    @rule(key=st.sampled_from((*KEYS, "nobody's")), worker=st.integers(0, 1))
    def callback(self, key: str, worker: int) -> None:
        """The service tells of what it carried out, however late and often, and of nothing else."""
        entry = self.stores[worker].entry(key)
        assert (entry is None) == (key not in self.state)
        if entry is None or not self.arrived[key]:
            return
        before: set[State] = {*DOUBTS, "sending"} | ({"ready"} if self.lost[key] else set())
        with self.stores[worker].transaction():
            changed = self.stores[worker].record(
                Outcome(entry.id, "matched", sid="SM1"), previous=told(entry)
            )
        assert changed == (self.state[key] in before)
        if changed:
            self.state[key] = "matched"
        assert self.state[key] in ("matched", "sent")

    @rule(worker=st.integers(0, 1))
    def expire(self, worker: int) -> None:
        """The deadline of what is ready passes."""
        store = self.stores[worker]
        ready = [key for key, state in self.state.items() if state == "ready"]
        with store.transaction():
            assert store.expire(1000.0, everything=True) == len(ready)
        for key in ready:
            self.state[key] = "unknown" if self.lost[key] else "refused"

    @rule(key=st.sampled_from(KEYS))
    def err(self, key: str) -> None:
        """A person sends again what has arrived."""
        entry = self.stores[0].entry(key)
        if entry is None or not self.arrived[key] or self.state[key] not in DOUBTS:
            return
        with self.stores[0].transaction():
            assert self.stores[0].record(Outcome(entry.id, "ready"), previous=DOUBTS)
        self.state[key] = "ready"
        self.due.add(key)

    @rule(key=st.sampled_from(KEYS), state=st.sampled_from(["absent", "ambiguous", "ready"]))
    def decide(self, key: str, state: str) -> None:
        """A doubt is resolved, or a person who has looked sends again what did not arrive."""
        entry = self.stores[0].entry(key)
        if entry is None or (self.arrived[key] and state != "ambiguous"):
            return
        before = self.state[key]
        with self.stores[0].transaction():
            changed = self.stores[0].record(
                Outcome(entry.id, state),  # type: ignore[arg-type]
                previous=DOUBTS,
            )
        if changed:
            assert before in DOUBTS
            self.state[key] = state

    @invariant()
    def nothing_arrives_twice(self) -> None:
        assert all(count <= 1 for count in self.arrived.values()), self.arrived

    @invariant()
    def what_is_refused_has_not_arrived(self) -> None:
        refused = {key for key, state in self.state.items() if state == "refused"}
        assert not refused & {key for key, count in self.arrived.items() if count}

    @invariant()
    def the_file_says_what_happened(self) -> None:
        found = {row["key"]: row["state"] for row in self.stores[0].rows()}
        assert found == self.state
        assert {key for key, state in self.state.items() if state in ("sent", "matched")} <= {
            key for key, count in self.arrived.items() if count
        }


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "examples"), [("file", 40), ("postgres", 12)])
def test_any_order_of_events(
    kind: str, examples: int, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Nothing arrives twice, and the journal agrees with the model after each event."""
    numbers = count(1)
    base = str(tmp_path / "journal")
    if kind == "postgres":
        base = f"{request.getfixturevalue('postgres')}#model"
    run_state_machine_as_test(
        lambda: Model(lambda: f"{base}{next(numbers)}"),
        settings=settings(max_examples=examples, stateful_step_count=30, deadline=None),
    )
