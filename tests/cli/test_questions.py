"""The wizard's questions without a terminal: what is asked, with which choices, and what becomes of answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import questionary

from twilio_ops_cli import questions
from twilio_ops_cli.questions import ask, ask_file, ask_whether
from twilio_ops_components.catalog import objects


class Asked:
    """Answers questions in turn, and notes them: how each is asked, its text and its options."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *answers: Any) -> None:
        self.answers = list(answers)
        self.noted: list[tuple[str, str, dict[str, Any]]] = []
        for kind in ("text", "confirm", "select", "checkbox"):
            monkeypatch.setattr(questionary, kind, self._asker(kind))

    def _asker(self, kind: str) -> Callable[..., Any]:
        def question(text: str, **options: Any) -> Any:
            self.noted.append((kind, text, options))
            return self

        return question

    def unsafe_ask(self) -> Any:
        """The next answer; a default where that is wanted."""
        answer = self.answers.pop(0)
        return self.noted[-1][2].get("default") if answer is ... else answer

    @property
    def texts(self) -> list[tuple[str, str]]:
        """How each was asked, and its text."""
        return [(kind, text) for kind, text, _ in self.noted]

    def options(self, text: str) -> dict[str, Any]:
        """The options of the question that begins so."""
        return next(options for _, said, options in self.noted if said.startswith(text))

    def choices(self, text: str) -> dict[str, questionary.Choice]:
        """The choices of a question, by value."""
        return {str(one.value): one for one in self.options(text)["choices"]}


HINT = "(text, or {element: PATH}, {property: NAME}, ...):"


def test_a_query_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every setting it has in turn; empty answers leave settings out."""
    asked = Asked(
        monkeypatch,
        *("Call", "Query", "calls", False, ["Sid"], ["To", "StartTime"]),
        *("+1311", "after", "{last_run: true}", "25", True, "archive"),
    )
    found = ask({}, {})
    assert asked.answers == []
    assert {name: value for name, value in found.items() if value is not None} == {
        "operation": {"object": "Call", "action": "Query", "name": "calls"},
        "fields": ["Sid"],
        "filters": [{"To": {"equals": "+1311"}}, {"StartTime": {"after": {"last_run": True}}}],
        "limit": 25,
        "options": {"return_application_error_responses": True},
        "archiving": {"directory": "archive"},
    }
    assert asked.texts[:3] == [("select", "Object (type to search):"), ("select", "Action:"), ("text", "Its own name:")]  # fmt: skip
    assert ("text", f"StartTime after {HINT}") in asked.texts
    assert asked.options("Its own name:")["default"] == "QueryCall"
    assert asked.options("Object")["use_search_filter"] is True
    assert asked.options("Action")["use_search_filter"] is False
    assert asked.options("Object")["default"] is None


def test_what_is_there_is_what_enter_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """An existing file's settings are the defaults, and stay if nothing else is said."""
    before: dict[str, Any] = {
        "operation": {"object": "Message", "action": "Query", "name": "mine"},
        "fields": ["Sid", "To"],
        "filters": [{"DateSent": {"after": {"last_run": True}}}],
        "limit": 7,
        "options": {"return_application_error_responses": True},
        "archiving": {"directory": "there", "secrets": True},
    }
    asked = Asked(
        monkeypatch, ..., ..., ..., ..., ["Sid", "To"], ["DateSent"], ..., ..., ..., ..., ...
    )
    found = ask(before, {"parent": {"property": "p"}})
    assert {name: value for name, value in found.items() if name in before} == before
    assert asked.options("Return all fields?")["default"] is False
    assert asked.choices("Fields")["To"].checked and not asked.choices("Fields")["Body"].checked
    assert (
        asked.choices("Filters")["DateSent"].checked and not asked.choices("Filters")["To"].checked
    )
    assert list(asked.choices("DateSent:")) == ["before", "on", "after"]
    assert asked.options("DateSent:")["default"] == "after"
    assert asked.options("DateSent after")["default"] == '{"last_run": true}'
    assert asked.options("How many records")["default"] == "7"
    assert asked.options("Archive every")["default"] == "there"
    assert asked.options("Return application")["default"] is True
    fields = asked.options("Fields")["validate"]
    assert (fields([]), fields(["Sid"])) == ("choose at least one", True)


def test_a_create_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it needs always, what else is chosen; documents are requests, or data."""
    asked = Asked(
        monkeypatch, "Message", "Create", "greet", "data", ["Body", "From"], "+1", "Hi", "+2", False, ""
    )  # fmt: skip
    found = ask({}, {"parent": 1})
    assert asked.answers == []
    assert found["parameters"] == {"To": "+1", "Body": "Hi", "From": "+2"}
    assert (found["input"], found["options"], found["archiving"]) == ("data", None, None)
    assert list(asked.choices("Input:")) == ["request", "data"]
    titles = [
        (kind, text) for kind, text in asked.texts if kind in ("select", "checkbox", "confirm")
    ]
    assert [text for _, text in titles if not text.startswith("Parameters")] == [
        *("Object (type to search):", "Action:", "Input:"),
        "Return application error responses, and go on?",
    ]
    assert asked.texts[-1] == ("text", "Archive every document in the folder (empty: nowhere):")
    assert asked.options("Input:")["default"] is None
    (text,) = [text for _, text in asked.texts if text.startswith("Parameters")]
    assert text == "Parameters (needed: one of From, MessagingServiceSid; one of Body, MediaUrl, ContentSid):"  # fmt: skip
    assert "To" not in asked.choices("Parameters")
    check = asked.options("To (text")["validate"]
    assert (check(""), check("a"), check("{a: b}") is True, check("{a") is True) == ("a value is needed", True, True, False)  # fmt: skip
    again = Asked(monkeypatch, ..., ..., ..., ..., False, "")
    kept = ask({"operation": found["operation"], "input": "request"}, {"parent": 1})
    assert again.options("Input:")["default"] == "request"
    assert (kept["input"], kept.get("parameters")) == ("request", None)


def test_an_update_needs_its_sid(monkeypatch: pytest.MonkeyPatch) -> None:
    """And takes none that is empty; a list may go without the one it lies under."""
    asked = Asked(monkeypatch, "Call", "Get", "g", "CA1", True, False, "")
    assert ask({}, {})["sid"] == "CA1"
    assert asked.options("Sid (text")["validate"]("") == "a value is needed"
    asked = Asked(monkeypatch, "ConferenceParticipant", "Query", "q", "", True, [], "", False, "")
    assert ask({}, {})["parent"] is None
    assert asked.options("Sid of the parent")["validate"]("") is True
    number = asked.options("How many records")["validate"]
    assert (number(""), number("5"), number("x")) == (True, True, "a whole number")
    asked = Asked(monkeypatch, "Balance", "Get", "b", True, False, "")
    found = ask({"sid": "x", "limit": 4}, {})
    assert (found["sid"], found["limit"]) == ("x", None), "another action had it"


def test_what_was_told_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """By flags or an answers file."""
    told: dict[str, Any] = {
        "operation": {"object": "Call", "action": "Query", "name": "n"},
        "parent": "p", "fields": None, "filters": [], "limit": 1, "archiving": {}, "page_size": 1,
        "options": {"return_application_error_responses": True},
    }  # fmt: skip
    asked = Asked(monkeypatch)
    assert ask(told, told)["operation"] == told["operation"]
    assert asked.noted == []


def test_what_cannot_be_is_left_to_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    """An object that there is not, an action that it lacks, or one that is refused."""
    Asked(monkeypatch)
    for object_, action in (("Odd", "Get"), ("Call", "Odd"), ("ConnectApp", "Create")):
        operation = {"object": object_, "action": action}
        assert ask({"operation": operation}, {"operation": operation}) == {"operation": operation}


def test_choices_say_what_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a line that fits the window; what is refused cannot be chosen, what costs is said."""
    monkeypatch.setenv("COLUMNS", "200")
    asked = Asked(monkeypatch, "ConnectApp", "Get", "x", "CN1", True, False, "")
    ask({}, {})
    doc = objects()["Call"].doc
    width = max(map(len, objects()))
    assert asked.choices("Object")["Call"].title == f"{'Call':{width}}  {doc}"
    actions = asked.choices("Action")
    refused = objects()["ConnectApp"].actions["Create"].refused
    assert actions["Create"].disabled == f"refused: {refused}"
    assert actions["Get"].disabled is None
    assert questions._title("Create", "Makes it.", 6, "starts a phone call", None) == "Create [starts a phone call]  Makes it."  # fmt: skip
    assert questions._title("Get", "", 6) == "Get"
    monkeypatch.setenv("COLUMNS", "30")
    assert questions._title("Get", "x" * 50, 6) == f"Get     {'x' * 15}…"
    monkeypatch.setenv("COLUMNS", "10")
    assert len(questions._title("Get", "x" * 50, 6)) == 20


def test_a_file_and_a_yes_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name of a component's kind; Enter says yes."""
    asked = Asked(monkeypatch, "a.yaml", True)
    assert (ask_file(), ask_whether("Write?")) == ("a.yaml", True)
    assert asked.texts == [("text", "Component file:"), ("confirm", "Write?")]
    valid = asked.options("Component")["validate"]
    assert [valid(name) for name in ("a.yaml", "a.yml", "a.txt")] == [True, True, "a name that ends in .yaml"]  # fmt: skip
    assert asked.options("Write?")["default"] is True
