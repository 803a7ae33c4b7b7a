"""The documentation says what is so: its examples run, its pages are whole, its links lead somewhere."""

from __future__ import annotations

import re
import shlex
import sys
import tomllib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from error_pages import ADVICE, classes
from error_pages import page as errors_page
from reference import Reference, cell, example

from twilio_ops import Connection
from twilio_ops_cli.__main__ import main
from twilio_ops_codegen.emit.samples import Samples
from twilio_ops_emulator import Clock, Emulator
from twilio_ops_emulator.api.server import Server

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*(DOCS / "guides").glob("*.md"), *(DOCS / "migration").glob("*.md")])
BLOCK = re.compile(r"^```(\w+)(?: title=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
THEIRS = "twilio-python"


def blocks(page: Path) -> Iterator[tuple[str, str, str]]:
    """The blocks of a page: language, title, code."""
    for match in BLOCK.finditer(page.read_text(encoding="utf-8")):
        yield match[1], match[2] or "", match[3]


@pytest.fixture
def twilio(monkeypatch: pytest.MonkeyPatch) -> Iterator[Emulator]:
    """An emulator that the environment's account belongs to."""
    with Emulator(seed=1, clock=Clock("2026-11-02T09:00:00Z", frozen=True)) as emulator:

        def connect(**settings: Any) -> Connection:
            made = emulator.connection()
            return Connection(
                emulator.account_sid, emulator.auth_token, send=made._send, **settings
            )

        monkeypatch.setattr(Connection, "from_env", connect)
        yield emulator


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_examples_run(
    page: Path,
    twilio: Emulator,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Every block of Python of a page, in order; each that prints, prints something."""
    if page.stem == THEIRS:
        pytest.skip("its pairs have a test of their own")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": page.stem}
    for number, (language, title, code) in enumerate(blocks(page)):
        if language == "python" and not title:
            exec(compile(code, f"{page.name}, block {number}", "exec"), names)
            said = capsys.readouterr().out
            # A loop over records prints nothing where there is none, and an error where there is none.
            if re.search(r"^print\(", code, re.MULTILINE):
                assert said.strip(), f"block {number} prints nothing"
            for line in code.splitlines():
                if line.startswith("print(") and (match := re.search(r"# (\w+)$", line)):
                    assert match[1] in said, f"block {number}: {line}"


def test_pairs_do_the_same(monkeypatch: pytest.MonkeyPatch, twilio: Emulator) -> None:
    """The library's calls and ours leave the same records and print the same, Sids aside."""
    http_client = pytest.importorskip("twilio.http.http_client")
    rest = pytest.importorskip("twilio.rest")
    other = Emulator(seed=1, clock=Clock("2026-11-02T09:00:00Z", frozen=True)).start()
    server = Server(other)
    url = server.__enter__().url
    own_client = http_client.TwilioHttpClient

    class Elsewhere(own_client):  # type: ignore[misc,valid-type]
        def request(self, method: str, address: str, *given: Any, **more: Any) -> Any:
            return super().request(
                method, address.replace("https://api.twilio.com", url), *given, **more
            )

    own = rest.Client
    monkeypatch.setattr(rest, "Client", lambda sid, token: own(sid, token, http_client=Elsewhere()))
    known = {"account_sid": other.account_sid, "auth_token": other.auth_token}
    theirs: dict[str, Any] = dict(known)
    ours: dict[str, Any] = {
        "account_sid": twilio.account_sid,
        "auth_token": twilio.auth_token,
        "Connection": Connection,
    }
    done = 0
    try:
        for number, (language, title, code) in enumerate(
            blocks(DOCS / "migration" / f"{THEIRS}.md")
        ):
            assert language == "python"
            if title == THEIRS:
                exec(compile(code, f"{THEIRS}, block {number}", "exec"), theirs)
                continue
            if "connection = Connection(" in code:
                code = code.replace("import Connection\n", "import Options\n")
                ours["Connection"] = lambda sid, token: twilio.connection()
            exec(compile(code, f"ours, block {number}", "exec"), ours)
            done += 1
            for name in ("message", "same", "call", "other", "queue"):
                if name in ours:
                    assert ours[name].sid[:2] == theirs[name].sid[:2], f"block {number}: {name}"
            if "found" in ours:
                assert [one.body for one in ours["found"]] == [one.body for one in theirs["found"]]
    finally:
        server.__exit__(None, None, None)
        other.close()
    assert done >= 9


@pytest.mark.parametrize(
    ("words", "extra"),
    [
        (shlex.split(line.partition("#")[0]), page.name)
        for page in PAGES
        for language, _, code in blocks(page)
        if language == "sh"
        for line in code.splitlines()
        if line.startswith(("twilio-ops test", "twilio-ops objects", "twilio-ops query"))
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value[1:4]),
)
def test_the_commands_run(
    words: list[str], extra: str, twilio: Emulator, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a page has them; what they say of nothing, they say on stderr."""
    assert main(words[1:]) == 0, extra
    printed = capsys.readouterr()
    assert (printed.out + printed.err).strip()


def test_the_pytest_page_passes(pytester: pytest.Pytester) -> None:
    """Its file of tests, with the fixtures that come with the package."""
    ((_, title, code),) = [one for one in blocks(DOCS / "guides" / "testing.md") if one[1]]
    pytester.makepyfile(**{Path(title).stem: code})
    pytester.runpytest_inprocess("-W", "error").assert_outcomes(passed=2)


def test_every_error_has_advice() -> None:
    """No class is left out, and none is advised on that is not there."""
    import yaml

    advice = yaml.safe_load(ADVICE.read_text(encoding="utf-8"))
    assert sorted(advice) == sorted(one.__name__ for one in classes())
    text = errors_page()
    for name in advice:
        assert f"\n## {name}\n" in text


@pytest.fixture(scope="module")
def reference() -> Reference:
    """The reference of the project's catalog."""
    return Reference(ROOT / "metadata", ROOT / "generated")


@pytest.mark.slow
def test_the_reference_is_whole(reference: Reference) -> None:
    """Every object has its actions, parameters, filters and fields."""
    assert len(reference.package.objects) > 70
    for one in reference.package.objects:
        text = reference.page(one, None, [])
        for operation in one.operations:
            assert f"\n## {operation.action}\n" in text
            for parameter in operation.own_parameters:
                assert f"| `{parameter.name}`" in text
            for filter in operation.filters:
                assert f"| `{filter.api}`" in text
        for field in one.record.fields:
            assert f"| `{field.name}` | `{field.xml}` |" in text


def test_what_a_catalog_says_is_no_markup() -> None:
    """A cell of a table stays one, whatever a text holds."""
    for text in ("a | b", "<script>", "[x](javascript:1)", "`code`", "two\nlines", "{{ x }}"):
        made = cell(text)
        assert not set(made) & set("|<>[]`\n{}*"), made


@pytest.mark.slow
def test_the_references_examples_have_the_right_types(reference: Reference, tmp_path: Path) -> None:
    """All of them at once, for mypy in strict mode."""
    lines = ["from twilio_ops import Connection", "connection = Connection.from_env()"]
    for number, one in enumerate(reference.package.objects):
        samples = Samples(reference.catalog, one)
        operations = [each for each in one.operations if not each.row.refused]
        names = ", ".join(each.name for each in operations)
        lines += [f"def example_{number}() -> None:"]
        lines += [f"    from twilio_ops.api.{one.module} import {names}"]
        for each in operations:
            code = example(each, samples).replace("record", f"record_{each.action}")
            lines += [f"    {line}" for line in code.splitlines()]
    (tmp_path / "examples.py").write_text("\n".join(lines) + "\n", encoding="utf-8")
    from mypy import api

    given = [
        "--strict",
        "--config-file",
        str(ROOT / "pyproject.toml"),
        "--cache-dir",
        str(tmp_path),
    ]
    said, _, code = api.run([*given, str(tmp_path / "examples.py")])
    assert code == 0, said


@pytest.mark.slow
def test_the_site_builds(tmp_path: Path) -> None:
    """Strictly, and no link within it leads nowhere."""
    if find_spec("zensical") is None or find_spec("mkdocstrings") is None:
        pytest.skip("zensical or mkdocstrings is not installed")
    import subprocess

    command = [sys.executable, str(DOCS / "site" / "build.py"), "--out", str(tmp_path / "build")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "build/site/reference/call.html").is_file()
    text = (tmp_path / "build/site/api.html").read_text(encoding="utf-8")
    assert "max_attempts" in text


def test_every_page_is_in_the_navigation() -> None:
    """What is written is found by whoever looks for it, and nothing is listed that is not there."""

    def pages(rows: list[Any]) -> Iterator[str]:
        for row in rows:
            for value in row.values():
                yield from pages(value) if isinstance(value, list) else [value]

    settings = tomllib.loads((DOCS / "site" / "zensical.toml").read_text(encoding="utf-8"))
    listed = list(pages(settings["project"]["nav"]))
    written = [path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")]
    assert sorted(listed) == sorted({*written, "reference/index.md", "errors.md", "changelog.md"})


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "SECURITY.md"])
def test_what_is_said_to_be_there_is_there(name: str) -> None:
    """Each path that a page of the repository names, but for what a command makes."""
    text = (ROOT / name).read_text(encoding="utf-8")
    paths = re.findall(r"`((?:[\w.-]+/)+[\w.-]*)`", text)
    rooms = (ROOT, ROOT / "codegen" / "twilio_ops_codegen", ROOT / "generated" / "twilio_ops")
    made = {"build/site/", ".cache/"}
    gone = [path for path in paths if not any((room / path).exists() for room in rooms)]
    assert set(gone) <= made


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    """To a page that is not there, or to a place that a page does not have."""
    from build import broken_links

    (tmp_path / "a.html").write_text(
        '<a href="b.html#x">1</a><a href="c.html">2</a><p id="y">', encoding="utf-8"
    )
    (tmp_path / "b.html").write_text(
        '<a href="a.html#y">1</a><a href="https://example.com">2</a>', encoding="utf-8"
    )
    assert list(broken_links(tmp_path)) == [
        "a.html: b.html#x: there is no such place in that page",
        "a.html: c.html: leads nowhere",
    ]
