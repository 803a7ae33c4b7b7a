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


def asked_all(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, dict[str, Any]]]:
    """Every question that there is, of several components."""
    noted: list[tuple[str, str, dict[str, Any]]] = []
    for answers, settings in (
        (("Call", "Query", "c", False, ["Sid"], ["To", "StartTime"], "1", "on", "2", "", True, ""), {}),
        (("Message", "Create", "m", "data", ["Body"], "1", "2", False, ""), {}),
        (("Call", "Get", "g", "CA1", True, False, ""), {}),
        (("ConferenceParticipant", "Query", "q", "CF1", True, [], "", False, ""), {}),
    ):  # fmt: skip
        asked = Asked(monkeypatch, *answers)
        ask(settings, {})
        assert asked.answers == []
        noted += asked.noted
    return noted


QUESTIONS = {
    "Object (type to search):": ("select", None),
    "Action:": ("select", None),
    "Its own name:": ("text", "QueryCall"),
    "Input:": ("select", None),
    f"Sid {HINT}": ("text", ""),
    f"Sid of the parent {HINT}": ("text", ""),
    "Return all fields?": ("confirm", True),
    "Fields (space chooses):": ("checkbox", None),
    "Filters (space chooses, Enter goes on):": ("checkbox", None),
    f"To equals {HINT}": ("text", ""),
    "StartTime:": ("select", None),
    f"StartTime on {HINT}": ("text", ""),
    "How many records at most (empty: all):": ("text", ""),
    "Parameters (needed: one of From, MessagingServiceSid; one of Body, MediaUrl, ContentSid):": ("checkbox", None),
    f"To {HINT}": ("text", ""),
    f"Body {HINT}": ("text", ""),
    "Return application error responses, and go on?": ("confirm", False),
    "Archive every document in the folder (empty: nowhere):": ("text", ""),
}  # fmt: skip


def test_every_question_has_its_words_its_kind_and_its_default(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Letters are what is typed: none moves a choice; only objects are searched for."""
    found: dict[str, tuple[str, Any]] = {}
    for kind, text, options in asked_all(monkeypatch):
        found.setdefault(text, (kind, options.get("default")))
        assert not any(one.disabled for one in options.get("choices", ()))
        if kind in ("select", "checkbox"):
            assert options["use_jk_keys"] is False
            assert options.get("use_search_filter", False) == text.startswith("Object")
    assert found == QUESTIONS


def test_choices_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """By what they say, in a column; what is deprecated is marked, and so is what an action does."""
    monkeypatch.setenv("COLUMNS", "10000")
    for text, told in (
        ("Object", {name: (row.doc, "deprecated" if row.deprecated else None) for name, row in objects().items()}),
        ("Fields", {name: (str(row.get("doc", "")), "deprecated" if row.get("deprecated") else None) for name, row in objects()["Message"].fields.items()}),
        ("Filters", {name: (str(row.get("doc", "")), None) for name, row in objects()["Message"].actions["Query"].row["filters"].items()}),
    ):  # fmt: skip
        asked = Asked(monkeypatch, "Message", "Query", "m", False, ["Sid"], [], "", False, "")
        ask({}, {})
        choices = asked.choices(text)
        width = max(map(len, told))
        assert {name: one.title for name, one in choices.items()} == {
            name: questions._title(name, doc, width, mark) for name, (doc, mark) in told.items()
        }
    assert any("[deprecated]" in str(one.title) for one in asked.choices("Object").values())
    asked = Asked(monkeypatch, "Message", "Create", "m", "data", [], "1", False, "")
    ask({}, {})
    row = objects()["Message"]
    assert {name: one.title for name, one in asked.choices("Action").items()} == {
        name: questions._title(name, str(one.row.get("doc", "")), 6, one.effect)
        for name, one in row.actions.items()
    }
    parameters = row.actions["Create"].parameters
    others = [name for name, one in parameters.items() if not one.get("required")]
    assert {name: one.title for name, one in asked.choices("Parameters").items()} == {
        name: questions._title(name, str(parameters[name].get("doc", "")), max(map(len, others)))
        for name in others
    }
    assert {name: one.title for name, one in asked.choices("Input").items()} == {
        "request": "Documents are requests of the request profile",
        "data": "Documents are data that the request's values come from",
    }


def test_a_choice_that_cannot_be_made_is_no_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """As of a file whose action the service has refused since."""
    asked = Asked(monkeypatch, "Get", "n", "CN1", True, False, "")
    operation = {"object": "ConnectApp", "action": "Create", "name": "old"}
    ask({"operation": operation}, {"operation": {"object": "ConnectApp"}})
    assert asked.options("Action:")["default"] is None
    assert asked.options("Its own name:")["default"] == "old"


def test_what_was_said_before_is_kept_beside_what_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Other options, the rest of the archive, and a value that no text stands for."""
    asked = Asked(monkeypatch, ..., ..., False, "there")
    before: dict[str, Any] = {
        "operation": {"object": "Call", "action": "Get", "name": "g"},
        "sid": {"property": "p"},
        "options": {"stop_on": "any", "return_application_error_responses": True},
        "archiving": {"directory": "here", "secrets": True},
    }
    found = ask(before, {"operation": before["operation"]})
    assert asked.options("Sid")["default"] == '{"property": "p"}'
    assert found["sid"] == {"property": "p"}
    assert found["options"] == {"stop_on": "any"}
    assert found["archiving"] == {"directory": "there", "secrets": True}
    assert asked.options("Return application")["default"] is True
    asked = Asked(monkeypatch, ..., True, ..., "")
    told = {"operation": before["operation"], "options": {"stop_on": "any"}}
    found = ask({**before, "sid": ["a", 1]}, told)
    assert asked.options("Sid")["default"] == '["a", 1]'
    assert (found["fields"], found["archiving"]) == (None, None)


def test_parameters_that_are_there_are_chosen_already(monkeypatch: pytest.MonkeyPatch) -> None:
    """With their values; those that are needed are asked for first."""
    before = {"To": {"element": "Phone"}, "Body": "Hi", "From": 0}
    operation = {"object": "Message", "action": "Create", "name": "m"}
    asked = Asked(monkeypatch, ["From", "Body"], ..., ..., ..., False, "")
    found = ask(
        {"operation": operation, "input": "data", "parameters": before},
        {"operation": operation, "input": "data"},
    )
    assert found["parameters"] == {"To": {"element": "Phone"}, "From": "0", "Body": "Hi"}
    assert list(found["parameters"]) == ["To", "From", "Body"]
    chosen = {name for name, one in asked.choices("Parameters").items() if one.checked}
    assert chosen == {"From", "Body"}
    wrong = asked.options("Body (text")["validate"]("{a")
    assert isinstance(wrong, str) and wrong


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (0, "0"),
        (7, "7"),
        (False, "false"),
        (True, "true"),
        ("ü", "ü"),
        ({"property": "ü"}, '{"property": "ü"}'),
        (["a", 1], '["a", 1]'),
        ("{a", '{"static": "{a"}'),
    ],
)
def test_a_value_is_shown_as_it_is_typed(
    monkeypatch: pytest.MonkeyPatch, value: Any, text: str
) -> None:
    """So that Enter keeps it, also where it is a no, a nought or text in braces."""
    operation = {"object": "Message", "action": "Create", "name": "m"}
    settings = {"operation": operation, "input": "data", "parameters": {"Body": value}}
    told = {"operation": operation, "input": "data"}
    asked = Asked(monkeypatch, ["Body"], "1", text, False, "")
    ask(settings, told)
    assert asked.options("Body")["default"] == text
    assert (asked.options("Body")["validate"](text) is True) == (value is not None)


def test_a_list_that_has_no_filters_asks_for_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor for a number that is none."""
    asked = Asked(monkeypatch, "Queue", "Query", "q", True, "5", False, "")
    assert ask({}, {})["limit"] == 5
    assert not [text for _, text in asked.texts if text.startswith("Filters")]
    valid = asked.options("How many")["validate"]
    assert [valid(text) for text in ("", "5", "05", "-5", "five")] == [True, True, True, "a whole number", "a whole number"]  # fmt: skip
