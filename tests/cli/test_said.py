"""What commands hand on and say, word for word: check, codegen schema, emulator, new, receive, report."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import twilio_ops_components.check as checking
import twilio_ops_components.journal as journals
import twilio_ops_emulator.__main__ as serving
from twilio_ops import ConfigurationError, Connection
from twilio_ops_cli import connections, objects, questions
from twilio_ops_cli.__main__ import main
from twilio_ops_cli.group import twilio_ops
from twilio_ops_components.catalog import ActionRow
from twilio_ops_components.schema import operation_schema

ACCOUNT = "AC" + "0" * 32


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder; no account is known."""
    monkeypatch.chdir(tmp_path)
    for name in ("ACCOUNT_SID", "AUTH_TOKEN", "API_KEY", "API_SECRET"):
        monkeypatch.delenv(f"TWILIO_{name}", raising=False)
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """The exit code of a command, what it printed, and what it said."""
    code = main([*words])
    return (code, *capsys.readouterr())


@pytest.mark.parametrize("letters", ["latin-1", "utf-8"])
def test_whatever_is_printed_can_be_printed(letters: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the output has no letters for is escaped."""
    row = {"object": "Pärcel", "actions": {"Get": {}}, "fields": {}}
    monkeypatch.setattr(objects, "catalog", lambda: {"中": row})
    held = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(held, encoding=letters))
    monkeypatch.setattr(sys, "argv", ["twilio-ops", "objects"])
    assert main() == 0
    first = r"\u4e2d" if letters == "latin-1" else "中"
    assert held.getvalue().decode(letters).startswith(f"{first}  Get")


MISTAKE = SimpleNamespace(file=Path("a.yaml"), line=3, path="limit", text="is none")
NOTES = [
    SimpleNamespace(file=Path("a.yaml"), line=1, path="catalog", text="is older"),
    SimpleNamespace(file=Path("a.yaml"), line=9, path="", text="is long"),
]


class Mistake(SimpleNamespace):
    """A mistake, as it is printed."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


def test_what_is_checked_is_told_file_by_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Mistakes are data, notes are talk; as JSON both are data. How many there are is said last."""
    mistake = Mistake(file=Path("b.yaml"), line=3, path="limit", text="is none")
    found = {
        "a.yaml": SimpleNamespace(file=Path("a.yaml"), mistakes=[], notes=NOTES),
        "b.yaml": SimpleNamespace(file=Path("b.yaml"), mistakes=[mistake, mistake], notes=NOTES[:1]),
    }  # fmt: skip

    def checked(path: Path) -> Any:
        if path.name not in found:
            raise ConfigurationError(f"{path}: there is none")
        return found[path.name]

    monkeypatch.setattr(checking, "check_component", checked)
    notes = ["a.yaml:1: note: catalog: is older\n", "a.yaml:9: note: is long\n"]
    assert told(capsys, "check", "a.yaml") == (0, "", f"{''.join(notes)}1 checked, fine.\n")
    said = f"{''.join(notes)}{notes[0]}2 checked, 2 mistakes.\n"
    assert told(capsys, "check", "a.yaml", "b.yaml") == (1, "b.yaml:3: is none\n" * 2, said)
    assert told(capsys, "check", "b.yaml", "-q") == (1, "b.yaml:3: is none\n" * 2, "")
    found["b.yaml"].mistakes = [mistake]
    rows = [
        {"file": "b.yaml", "line": 3, "path": "limit", "message": "is none", "severity": "mistake"},
        {"file": "b.yaml", "line": 1, "path": "catalog", "message": "is older", "severity": "note"},
    ]
    rows[1]["file"] = "a.yaml"
    out = json.dumps(rows, indent=1) + "\n"
    assert told(capsys, "check", "--json", "b.yaml") == (1, out, "1 checked, 1 mistake.\n")
    assert told(capsys, "check", "--json", "none.yaml") == (2, "", "none.yaml: there is none\n")
    said = "check: FILE is missing; expected component files\n"
    assert told(capsys, "check", "--json") == (2, "", said)


def test_schemas_are_printed_or_written(capsys: pytest.CaptureFixture[str]) -> None:
    """Into a folder that is made, and may be there."""
    text = json.dumps(operation_schema(), indent=1) + "\n"
    assert told(capsys, "codegen", "schema", "operation") == (0, text, "")
    place = Path("a/b/operation.schema.json")
    for _ in range(2):
        said = f"Written: {place}\n"
        assert told(capsys, "codegen", "schema", "operation", "--into", "a/b") == (0, "", said)
    assert place.read_text(encoding="utf-8") == text
    for words in (["--into", "c"], ["catalog", "--into", "d"]):
        assert told(capsys, "codegen", "schema", *words) == (0, "", "")
    assert {one.name for one in Path("c").iterdir()} == {one.name for one in Path("d").iterdir()}
    assert list(Path("c").iterdir())


@pytest.mark.parametrize(("end", "code"), [(None, 5), (3, 3), (0, 0), ("no", 2), (True, 1)])
def test_the_emulator_s_words_are_its_own(
    monkeypatch: pytest.MonkeyPatch, end: Any, code: int
) -> None:
    """Options that all commands have, too; its end is the command's."""
    asked: list[Any] = []

    def served(*given: Any) -> int:
        asked.append(given)
        if end is not None:
            raise SystemExit(end)
        return 5

    monkeypatch.setattr(serving, "main", served)
    words = ["--help", "-q", "--port", "0", "-h", "--", "a"]
    assert main(["emulator", *words]) == code
    ((given, compact, name),) = asked
    assert (list(given), name) == ([*words[:5], "a"], "twilio-ops emulator")
    case = Path(__file__).parents[1] / "cases" / "notes" / "metadata"
    assert "behaviour" in compact(case) and "objects" in compact(case)


def connected(text: str, mode: int = 0o600) -> Path:
    """A file of connections."""
    path = Path("connections.toml").resolve()
    path.touch()
    path.chmod(0o600)
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    return path


KNOWN = "account_sid, auth_token, api_key, api_secret, region, edge, base_url"
ROW = f"[work]\naccount_sid = '{ACCOUNT}'\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[work]\naccount_sid = 1\n", "work.account_sid: expected text"),
        ("[work]\nregion = 'ie1'\n", "work.account_sid: is missing"),
        ("[work]\ntoken = 'hush'\n", f"work.token: is not known; expected {KNOWN}"),
        ("[home]\n[away]\n", "has no connection 'work'; it has away, home"),
        ("work = 'x'\n", "has no connection 'work'; it has work"),
        ("", "has no connection 'work'; it has none"),
        ("[work]\nauth_token = 'hush' x\n", "is not TOML (at line 2, column 21)"),
        (f"{ROW}auth_token = 'env:NOTHING_HERE'\n", "work.auth_token: env:NOTHING_HERE holds nothing"),
        (f"{ROW}api_secret = 'env:NOTHING_HERE'\n", "work.api_secret: env:NOTHING_HERE holds nothing"),
    ],
)  # fmt: skip
def test_a_connection_that_cannot_work_is_told_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    """With the file and the row."""
    path = connected(text)
    monkeypatch.setattr(connections, "connections_file", lambda: path)
    assert told(capsys, "test", "--connection", "work") == (2, "", f"{path}: {said}\n")


@pytest.mark.skipif(sys.platform == "win32", reason="other systems have other permissions")
@pytest.mark.parametrize("mode", [0o610, 0o604, 0o620, 0o601, 0o640, 0o602, 0o600, 0o700])
def test_only_the_owner_may_touch_a_file_of_secrets(mode: int) -> None:
    """Whatever else others might do, each way is enough."""
    path = connected(f"{ROW}auth_token = 'x'\n", mode)
    if mode & 0o77:
        with pytest.raises(connections.Failure) as failed:
            connections.named("work", path)
        assert failed.value.message == f"{path}: others can read it: run `chmod 600 {path}`"
    else:
        assert connections.named("work", path).account_sid == ACCOUNT


def test_a_connection_that_the_library_refuses(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Other ways are named where none was chosen."""
    _, _, said = told(capsys, "test")
    assert said.endswith("; or name a connection with --connection, or give --emulator\n")
    with pytest.raises(ConfigurationError) as failed:
        Connection.from_env()
    assert said.startswith(f"{failed.value}; or name")
    path = connected("[work]\naccount_sid = 'AC1'\nauth_token = 'x'\n")
    with pytest.raises(ConfigurationError) as failed:
        Connection("AC1", "x")
    with monkeypatch.context() as patch:
        patch.setattr(connections, "connections_file", lambda: path)
        assert told(capsys, "test", "--connection", "work") == (2, "", f"{failed.value}\n")
        path.unlink()
        said = f"{path}: there is no such file, and so no connection 'work'\n"
        assert told(capsys, "test", "--connection", "work") == (2, "", said)
    monkeypatch.setitem(sys.modules, "platformdirs", None)
    said = "this needs platformdirs: pip install 'twilio-ops[cli]'\n"
    assert told(capsys, "test", "--connection", "work") == (2, "", said)
    monkeypatch.setitem(sys.modules, "keyring", None)
    path = connected(f"{ROW}auth_token = 'keyring:a/b'\n")
    with pytest.raises(connections.Failure) as lacking:
        connections.named("work", path)
    assert lacking.value.message == "this needs keyring: pip install 'twilio-ops[keyring]'"


def test_a_diagnosis_is_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The verdict and the sentence, on one line; all of it as JSON."""
    connection = Connection(ACCOUNT, "t" * 32)
    for verdict, good in (("fine", True), ("no answer", False)):

        class Found(tuple[Any, ...]):
            message = "It says so."

            def __bool__(self, good: bool = good) -> bool:
                return good

            def _asdict(self) -> dict[str, Any]:
                return {"message": self.message, "verdict": "?"}

        found: Any = Found()
        found.verdict = SimpleNamespace(value=verdict)
        monkeypatch.setattr(Connection, "from_env", lambda: connection)
        monkeypatch.setattr(Connection, "test", lambda _, found=found: found)
        assert told(capsys, "test") == (0 if good else 1, f"{verdict}: It says so.\n", "")
        row = json.dumps({"message": "It says so.", "verdict": verdict}, indent=2)
        assert told(capsys, "test", "--json") == (0 if good else 1, f"{row}\n", "")
        twilio_ops.main(["test"], standalone_mode=False, color=True)
        shade = "32" if good else "31"
        said = f"\x1b[{shade}m\x1b[1m{verdict}\x1b[0m: It says so.\n"
        assert capsys.readouterr().out == said


class Terminal(io.StringIO):
    """A stream that people look at, or do not."""

    def __init__(self, looked_at: bool) -> None:
        super().__init__()
        self.looked_at = looked_at

    def isatty(self) -> bool:
        """Whether they do."""
        return self.looked_at


class Wizard:
    """Stands for who answers: notes what is asked, and answers as it is to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[Any] = []
        self.more: dict[str, Any] | None = {}
        self.agrees = True
        self.patch = monkeypatch
        self.streams(True, True)
        for name in ("ask", "ask_file", "ask_whether"):
            monkeypatch.setattr(questions, name, getattr(self, name))

    def streams(self, stdin: bool, stderr: bool) -> None:
        """Say who is a terminal."""
        self.said = Terminal(stderr)
        self.patch.setattr(sys, "stdin", Terminal(stdin))
        self.patch.setattr(sys, "stderr", self.said)

    def ask(self, settings: Any, *, told: Any) -> dict[str, Any]:
        """Note what is there, and what was told; leave, or add more."""
        self.asked.append((settings, told))
        if self.more is None:
            raise KeyboardInterrupt
        return {**settings, **self.more}

    def ask_file(self) -> str:
        """Name a file."""
        self.asked.append("file")
        return "named.yaml"

    def ask_whether(self, text: str) -> bool:
        """Note the question."""
        self.asked.append(text)
        return self.agrees


@pytest.mark.parametrize(
    ("options", "settings"),
    [
        ([], {}),
        (["--object", "Call"], {"operation": {"object": "Call"}}),
        (["--action", "Get"], {"operation": {"action": "Get"}}),
        (["--name", "n"], {"operation": {"name": "n"}}),
        (["--connection", "c"], {"connection": "c"}),
        (["--input", "data"], {"input": "data"}),
        (["--sid", "{property: p}"], {"sid": {"property": "p"}}),
        (["--parent", "CA1"], {"parent": "CA1"}),
        (["--fields", "Sid, To"], {"fields": ["Sid", "To"]}),
        (["--filter", "To.equals=1=2", "--filter", "Status.equals={property: p}"], {"filters": [{"To": {"equals": "1=2"}}, {"Status": {"equals": {"property": "p"}}}]}),
        (["--parameter", "To=1", "--parameter", "Body={element: B}"], {"parameters": {"To": "1", "Body": {"element": "B"}}}),
        (["--track", "a=b", "--track", "c={element: C}"], {"tracking": {"a": "b", "c": {"element": "C"}}}),
        (["--page-size", "7"], {"page_size": 7}),
        (["--limit", "8"], {"limit": 8}),
        (["--return-application-error-responses"], {"options": {"return_application_error_responses": True}}),
        (["--no-return-application-error-responses"], {"options": {"return_application_error_responses": False}}),
        (["--stop-on", "any"], {"options": {"stop_on": "any"}}),
        (["--tracking-direction", "input"], {"options": {"tracking_direction": "input"}}),
        (["--archive", "d"], {"archiving": {"directory": "d"}}),
        (["--archive-secrets"], {"archiving": {"secrets": True}}),
        (["--no-archive-secrets"], {"archiving": {"secrets": False}}),
        (["--cache", "f"], {"caching": {"file": "f"}}),
        (["--index", "a=B/C,D", "--index", "e=F"], {"caching": {"indexes": {"a": ["B/C", "D"], "e": ["F"]}}}),
    ],
)  # fmt: skip
def test_what_a_flag_says_is_told_and_not_asked(
    monkeypatch: pytest.MonkeyPatch, options: list[str], settings: dict[str, Any]
) -> None:
    """Each is a setting, or a part of one; what the file says is there, and is asked for."""
    wizard = Wizard(monkeypatch)
    wizard.more = None
    Path("a.yaml").write_text("format: 1\nlimit: 5\n", encoding="utf-8")
    assert main(["new", "a.yaml", *options]) == 130
    assert main(["new", "b.yaml", *options]) == 130
    Path("c.yaml").write_text("limit: 5\n", encoding="utf-8")
    assert main(["new", "b.yaml", "--answers", "c.yaml", *options]) == 130
    (beside, first), second, third = wizard.asked
    assert (first, second) == (settings, (settings, settings))
    assert third == ({"limit": 5, **settings},) * 2
    assert {**beside, **settings} == beside and "limit" in beside


def test_a_terminal_is_asked_before_anything_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """For the file, for what is lacking, and whether; a no writes nothing, and is a finding."""
    wizard = Wizard(monkeypatch)
    wizard.more = {"operation": {"object": "Call", "action": "Create", "name": "n"}, "input": "request"}  # fmt: skip
    wizard.agrees = False
    assert main(["new"]) == 1
    assert wizard.asked == ["file", ({}, {}), "Write named.yaml and what goes beside it?"]
    assert not list(Path().iterdir())
    said = wizard.said.getvalue()
    assert said == "\nIt starts a phone call with each input.\nNothing is written.\n"
    wizard.agrees = True
    assert main(["new", "a.yml", "--limit", "5"]) == 2
    assert main(["new", "a.yml"]) == 0
    assert Path("a.yml").exists()
    assert "Write a.yml and what goes beside it?" in wizard.asked


@pytest.mark.parametrize(
    ("stdin", "stderr", "options", "asks"),
    [
        (True, True, [], True),
        (True, True, ["--yes"], False),
        (False, True, [], False),
        (True, False, [], False),
        (False, False, ["--yes"], False),
    ],
)
def test_nobody_is_asked_who_does_not_look(
    monkeypatch: pytest.MonkeyPatch, stdin: bool, stderr: bool, options: list[str], asks: bool
) -> None:
    """Where there is no terminal, or with --yes."""
    wizard = Wizard(monkeypatch)
    wizard.streams(stdin, stderr)
    given = ["--object", "Balance", "--action", "Get", *options]
    assert main(["new", "a.yaml", *given]) == 0
    assert bool(wizard.asked) == asks
    assert wizard.said.getvalue() == (
        "\nWritten: a.yaml, GetBalance.response.xsd, GetBalance.response.xml, operation.schema.json,"
        " a.catalog.json\n"
        "The same without questions:\n"
        "  twilio-ops new a.yaml --object Balance --action Get --yes\n"
    )
    wizard.asked.clear()
    if not (stdin and stderr):
        assert main(["new", *given]) == 2
        assert "FILE is missing; expected the component file to write\n" in wizard.said.getvalue()
        assert wizard.asked == []


BASE = ["--object", "Call", "--action", "Query"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "FILE is missing; expected the component file to write"),
        (["a.txt"], "a.txt: expected a name that ends in .yaml or .yml"),
        (["a.yaml"], "--object and --action: missing; there is no terminal to ask on"),
        (["a.yaml", "--action", "Get"], "--object: missing; there is no terminal to ask on"),
        (["a.yaml", "--object", "Call"], "--action: missing; there is no terminal to ask on"),
        (["a.yaml", "--object", "Cal", "--action", "Get"], "Cal is no object; did you mean Call?"),
        (["a.yaml", "--object", "Recording", "--action", "Update"], "Update is no action of Recording; did you mean Delete or Get or Query?"),
        (["a.yaml", *BASE, "--filter", "To"], "--filter 'To': expected NAME.OPERATOR=VALUE, such as To.equals=+13115556789"),
        (["a.yaml", *BASE, "--filter", "To=x"], "--filter 'To=x': expected NAME.OPERATOR=VALUE, such as To.equals=+13115556789"),
        (["a.yaml", *BASE, "--filter", "=x"], "--filter '=x': expected NAME.OPERATOR=VALUE, such as To.equals=+13115556789"),
        (["a.yaml", *BASE, "--parameter", "To"], "--parameter 'To': expected NAME=VALUE"),
        (["a.yaml", *BASE, "--track", "=x"], "--track '=x': expected LABEL=VALUE"),
        (["a.yaml", *BASE, "--index", "x"], "--index 'x': expected NAME=PATH,PATH"),
    ],
)  # fmt: skip
def test_what_is_missing_for_a_component_is_told_whole(
    capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    """Nothing is written."""
    assert told(capsys, "new", *words) == (2, "", f"{said}\n")
    assert not list(Path().iterdir())


def test_a_refused_action_names_those_that_are_not(capsys: pytest.CaptureFixture[str]) -> None:
    """With the reason; and a filter that is needed is asked for by its flag."""
    found = objects.catalog()["ConnectApp"]["actions"]
    reason = found["Create"]["refused"]
    permitted = ", ".join(name for name, one in found.items() if not one.get("refused"))
    said = f"Create of ConnectApp is refused: {reason} It has {permitted}.\n"
    words = ("new", "a.yaml", "--object", "ConnectApp", "--action", "Create")
    assert told(capsys, *words) == (2, "", said)


def test_a_filter_that_is_needed_is_asked_for_by_its_flag(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One after the other, until none is lacking."""

    def needed(row: ActionRow) -> tuple[str, ...]:
        return ("To", "Status") if row.name == "QueryCall" else ()

    monkeypatch.setattr(ActionRow, "required_filters", property(needed))
    words = ["new", "a.yaml", *BASE]
    for name in ("To", "Status"):
        said = f"--filter {name}.equals=VALUE: missing; QueryCall needs it\n"
        assert told(capsys, *words) == (2, "", said)
        words += ["--filter", f"{name}.equals=busy"]
    assert told(capsys, *words)[0] == 0


def test_what_stands_alone_in_answers_is_of_the_operation(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside what the operation says itself, and better than that."""
    Path("b.yaml").write_text(
        "operation: {object: Call, action: Query}\naction: Get\nname: n\nsid: CA1\n",
        encoding="utf-8",
    )
    code, out, _ = told(capsys, "new", "a.yaml", "--answers", "b.yaml")
    assert code == 0 and "\noperation: {object: Call, action: Get, name: n}\n" in out
    monkeypatch.setitem(sys.modules, "ruamel.yaml", None)
    said = "this needs ruamel.yaml: pip install 'twilio-ops[components]'\n"
    assert told(capsys, "new", "c.yaml") == (2, "", said)


def test_where_callbacks_are_taken_is_chosen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The host and the port; by default a free one that nobody else reaches."""
    asked: list[Any] = []

    @contextmanager
    def receiver(*given: Any, **told: Any) -> Iterator[Any]:
        asked.append((given[:3], told))
        yield SimpleNamespace(port=81)

    @contextmanager
    def journal(file: str, *, create: bool) -> Iterator[Any]:
        asked.append((file, create))
        yield SimpleNamespace(object_name="Call")

    def stopped(seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(journals, "Receiver", receiver)
    monkeypatch.setattr(journals, "Journal", journal)
    monkeypatch.setattr("twilio_ops_cli.receive.time.sleep", stopped)
    Path("j").touch()
    words = ("receive", "j", "--url", "https://example.com/")
    monkeypatch.delenv("TWILIO_AUTH_TOKEN", raising=False)
    said = "TWILIO_AUTH_TOKEN is not set: it is what calls are signed with\n"
    assert told(capsys, *words) == (2, "", said)
    monkeypatch.setenv("TWILIO_AUTH_TOKEN", "secret")
    for options, host, port in (
        ([], "127.0.0.1", 0),
        (["--host", "0.0.0.0"], "0.0.0.0", 0),
        (["--port", "65535"], "127.0.0.1", 65535),
    ):
        asked.clear()
        code, out, err = told(capsys, *words, *options)
        said = f"Listening on {host}:81 for https://example.com/; Ctrl-C stops it.\n"
        assert (code, out) == (130, "") and err.startswith(said)
        given = ("https://example.com/", "secret", "Call")
        assert asked == [("j", False), (given, {"host": host, "port": port})]


HEADER = {"report": 1, "operation": "CreateMessage", "direction": "output"}


@pytest.mark.parametrize(
    ("index", "code", "out", "err"),
    [
        (1, 0, "<A/>\n<X>B</X>XX\n", ""),
        (2, 2, "", "out: input 2 has no output document: it is done\n"),
        (3, 2, "", "out: input 3 has no output document: it is failed: no\n"),
        (4, 2, "", "out: the report has no input 4\n"),
    ],
)
def test_the_documents_of_an_input(
    capsys: pytest.CaptureFixture[str], index: int, code: int, out: str, err: str
) -> None:
    """All that it has, each with one end of line; or why there is none."""
    rows: list[dict[str, Any]] = [
        {"index": 1, "record": 1, "status": "done", "input": "a.xml", "document": "1.xml"},
        {"index": 1, "record": 2, "status": "done", "input": "a.xml"},
        {"index": 1, "record": 3, "status": "done", "input": "a.xml", "document": "3.xml"},
        {"index": 2, "status": "done", "input": "b.xml"},
        {"index": 3, "status": "failed", "input": "c.xml", "message": "no"},
    ]
    Path("out").mkdir()
    Path("out/1.xml").write_text("<A/>\n\n", encoding="utf-8")
    Path("out/3.xml").write_text("<X>B</X>XX", encoding="utf-8")
    text = "".join(json.dumps(row) + "\n" for row in [HEADER, *rows])
    Path("out/report.jsonl").write_text(text, encoding="utf-8")
    assert told(capsys, "report", "out", "--open", str(index)) == (code, out, err)
