"""What a run is given: files, folders, streams of documents."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from twilio_ops_components import inputs as module
from twilio_ops_components.files import Folder, stem_of
from twilio_ops_components.inputs import Input, check_inputs, documents_of, split_documents
from twilio_ops_runtime import ConfigurationError, Document


class Dripping(io.RawIOBase):
    """A stream that gives so many bytes at once, as a pipe may."""

    def __init__(self, content: bytes, step: int) -> None:
        self._content = content
        self._step = step

    def read1(self, size: int) -> bytes:
        step = min(size, self._step)
        given, self._content = self._content[:step], self._content[step:]
        return given


@pytest.mark.parametrize(
    ("content", "documents"),
    [
        (b"<a/>", [(1, b"<a/>")]),
        (b"<a>1</a><b/>\n\n <c\nx='1'/>\n", [(1, b"<a>1</a>"), (1, b"<b/>"), (3, b"<c\nx='1'/>")]),
        (
            b"<?xml version='1.0'?>\n<a x='>'><b/><!-- </a> --></a>\n<?xml version='1.0'?><a/>",
            [
                (1, b"<?xml version='1.0'?>\n<a x='>'><b/><!-- </a> --></a>"),
                (3, b"<?xml version='1.0'?><a/>"),
            ],
        ),
        (b"<a><![CDATA[</a>]]></a><b/>", [(1, b"<a><![CDATA[</a>]]></a>"), (1, b"<b/>")]),
        (b"<a/><!-- behind it -->\n<?done?>", [(1, b"<a/>")]),
        (b"<!-- before --><a/>", [(1, b"<!-- before --><a/>")]),
        # What is not well formed is there all the same, and ends where another declares itself.
        (b"", [(1, b"")]),
        (b"words", [(1, b"words")]),
        (b"<a/>words", [(1, b"<a/>"), (1, b"words")]),
        (b"<a", [(1, b"<a")]),
        (b"<a><b></a>\n<c/>", [(1, b"<a><b></a>\n<c/>")]),
        (
            b"<a><b>\n<?xml version='1.0'?><c/>",
            [(1, b"<a><b>\n"), (2, b"<?xml version='1.0'?><c/>")],
        ),
        (b"a < b\n<?xml version='1.0'?><c/>", [(1, b"a < b\n"), (2, b"<?xml version='1.0'?><c/>")]),
        (b"</x><a/>", [(1, b"</x>"), (1, b"<a/>")]),
        (b"\xef\xbb\xbf<?xml version='1.0'?><a/>", [(1, b"\xef\xbb\xbf<?xml version='1.0'?><a/>")]),
        ("<a/>".encode("utf-16"), [(1, "<a/>".encode("utf-16"))]),
        (
            b"<!DOCTYPE a [<!ENTITY x '>'>]><a>&x;</a><b/>",
            [(1, b"<!DOCTYPE a [<!ENTITY x '>'>]><a>&x;</a>"), (1, b"<b/>")],
        ),
        (
            b"<!DOCTYPE a SYSTEM \"<b/>\" '>'>\n<a/><c/>",
            [(1, b"<!DOCTYPE a SYSTEM \"<b/>\" '>'>\n<a/>"), (2, b"<c/>")],
        ),
        # What is kept apart by its marks may hold the beginnings of others.
        (b"<a><!-- <b> <?x ?> --></a><b/>", [(1, b"<a><!-- <b> <?x ?> --></a>"), (1, b"<b/>")]),
        (b"<a><?x <b> > ?></a>\n<b/>", [(1, b"<a><?x <b> > ?></a>"), (2, b"<b/>")]),
        (b"<a><![CDATA[<b> ]> ]]]></a><b/>", [(1, b"<a><![CDATA[<b> ]> ]]]></a>"), (1, b"<b/>")]),
        (b"<a x=\"'/>\" y='\"<'></a><b/>", [(1, b"<a x=\"'/>\" y='\"<'></a>"), (1, b"<b/>")]),
        (b"<?done?>\n<a/>\n\n<!-- x -->\n<b/>", [(1, b"<?done?>\n<a/>"), (4, b"<!-- x -->\n<b/>")]),
        (b"<a/>\n<!-- cut", [(1, b"<a/>"), (2, b"<!-- cut")]),
        (b"<a/><b x='", [(1, b"<a/>"), (1, b"<b x='")]),
        # What is between documents is blank, whichever way a line ends.
        (b"\r\n\t <a/> \r\n\t<b/>", [(2, b"<a/>"), (3, b"<b/>")]),
        (b" \n", [(1, b" \n")]),
        (b"<!-- alone -->", [(1, b"<!-- alone -->")]),
        (b"<a/>\n<?xml version='1.0'?>", [(1, b"<a/>"), (2, b"<?xml version='1.0'?>")][:1]),
        (b"\xfe\xff\0<\0a\0/\0>", [(1, b"\xfe\xff\0<\0a\0/\0>")]),
        (b"\xff\xfe<\0a\0/\0>\0", [(1, b"\xff\xfe<\0a\0/\0>\0")]),
        (b"\0\0\0<\0\0\0a", [(1, b"\0\0\0<\0\0\0a")]),
        (b"<\0a\0/\0>\0<\0?\0x\0m\0l\0", [(1, b"<\0a\0/\0>\0<\0?\0x\0m\0l\0")]),
    ],
)
def test_documents_are_cut_apart(content: bytes, documents: list[tuple[int, bytes]]) -> None:
    """Each with its line, however the bytes come."""
    for step in (1, 2, 3, 7, 1000):
        assert list(split_documents(Dripping(content, step))) == documents
        begun = io.BytesIO(content[step:])
        assert list(split_documents(begun, start=content[:step])) == documents


@pytest.mark.parametrize(
    "documents",
    [
        [b"<a/>", b"<b/>"],
        [b"<a>1</a>", b"\n\n<b x='>'>2</b>", b"<c/>"],
        [b"<?xml version='1.0'?>\n<a></a>", b"\n<?xml version='1.0'?><b/>"],
    ],
)
def test_a_document_is_given_before_the_next_one_comes(documents: list[bytes]) -> None:
    """Whoever writes into a pipe may wait for what becomes of the first before the second."""
    come: list[bytes] = []

    class Piped(io.RawIOBase):
        def read1(self, size: int) -> bytes:
            if come:
                return come.pop(0)
            raise AssertionError("nobody writes until the document is given")

    found = split_documents(Piped())
    for document in documents:
        come.extend(document[at : at + 1] for at in range(len(document)))
        assert next(found)[1] == document.strip()


@given(st.binary(max_size=80) | st.text("<a/>!-[]?'\" x=&\n", max_size=60).map(str.encode))
def test_no_byte_but_blanks_is_lost(content: bytes) -> None:
    """Whatever comes, the pieces together are what came, apart from what is between documents."""
    wholly = b"".join(piece for _, piece in split_documents(io.BytesIO(content)))
    found = [piece for _, piece in split_documents(Dripping(content, 3))]
    assert b"".join(found) == wholly
    place = 0
    for piece in found:
        place = content.index(piece, place) + len(piece)


@pytest.mark.parametrize("piece", [b"<a ", b'<a "', b"<!--", b"<a>", b"<", b"<![CDATA[", b"<?a "])
def test_what_never_ends_is_gone_over_in_a_time_that_grows_with_its_length(piece: bytes) -> None:
    """A long stream of beginnings is one document; a quadratic way would take hours."""
    content = piece * (300_000 // len(piece))
    assert [content] == [found for _, found in split_documents(Dripping(content, 1 << 16))]


def test_a_document_of_a_stream_has_a_longest_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says where it begins; the documentation says that it is 64 MiB."""
    assert module.LONGEST == 64 * 1024 * 1024
    monkeypatch.setattr(module, "LONGEST", 1 << 20)
    content = b"<a/>\n<a>" + b"x" * (3 << 20)
    with pytest.raises(ConfigurationError) as caught:
        list(split_documents(Dripping(content, 1 << 16), "-"))
    assert str(caught.value) == "-:1: the document that begins here is longer than 1 MiB"
    long = content[: 1 << 20] + b"</a>"
    found = split_documents(Dripping(long, 1 << 16))
    assert [len(one) for _, one in found] == [4, len(long) - 5]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place for one file."""
    return tmp_path_factory.mktemp("inputs") / "a.xml"


PIECES = st.sampled_from(
    [b"<a>", b"</a>", b"<a/>", b"<b>", b"</b>", b"<a x='1'>", b"<?xml version='1.0'?>", b"\n", b" ", b"x",
     b"<!-- </a> -->", b"\xef\xbb\xbf", b"<![CDATA[</a>]]>", b"<a >", b"</a >"]
)  # fmt: skip


@settings(max_examples=50, deadline=None)
@given(st.lists(PIECES, max_size=6).map(b"".join))
@example(b"<a></a>")
@example(b"<a></a>\n<?xml version='1.0'?>")
@example(b"<a><?xml version='1.0'?></a>")
@example(b"<?xml version='1.0'?> <a ></a>\r\n\t ")
@example(b"<a></a></a>")
@example(b"<a><a></a>")
@example(b"<a><aa></aa></a>")
@example(b"<a></a>" + b" " * (1 << 16))
@example(b"<a></a>" + b" " * (1 << 16) + b"<b/>")
@example(b"<a>" + b"x" * (1 << 17) + b"</a>\n<b/>")
def test_a_file_has_the_documents_that_a_stream_of_it_has(file: Path, content: bytes) -> None:
    """However it is read."""
    file.write_bytes(content)
    found = list(documents_of([file, "-"], io.BytesIO(content)))
    assert [one.index for one in found] == list(range(1, len(found) + 1))
    half = len(found) // 2
    for one, other, (line, piece) in zip(
        found[:half], found[half:], split_documents(io.BytesIO(content)), strict=True
    ):
        at = None if line == 1 else line
        assert (one.content, one.line, one.name, one.streamed) == (piece, at, str(file), False)
        assert (other.content, other.line, other.name, other.streamed) == (piece, at, "-", True)
        assert isinstance(one.source, Document) and isinstance(other.source, Document)
        assert one.source.source == (str(file), at)
        assert other.source.source == ("-", at)


def test_an_input_alone() -> None:
    """Is the first, comes from nowhere and can be read again."""
    found = Input(source=None)
    assert (found.index, found.name, found.line, found.streamed) == (1, "", None, False)
    assert found.content is None
    assert Input(source="SM1").content is None
    assert Input(source=Document(b"<a/>")).content == b"<a/>"


def test_files_folders_and_the_standard_input(tmp_path: Path) -> None:
    """In their order; those of a folder sorted, hidden ones and other kinds left out."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("b.xml", "a.XML", ".hidden.xml", "notes.txt"):
        (folder / name).write_text(f"<{name[0].strip('.') or 'h'}/>", encoding="utf-8")
    several = tmp_path / "several.dat"
    several.write_text("<x/>\n<y/>", encoding="utf-8")
    given = [several, folder, "-"]
    assert check_inputs(given) == 1
    found = list(documents_of(given, io.BytesIO(b"<z/>")))
    assert [(one.index, one.name, one.line, one.content, one.streamed) for one in found] == [
        (1, str(several), None, b"<x/>", False),
        (2, str(several), 2, b"<y/>", False),
        (3, str(folder / "a.XML"), None, b"<a/>", False),
        (4, str(folder / "b.xml"), None, b"<b/>", False),
        (5, "-", None, b"<z/>", True),
    ]


def test_inputs_that_are_not_there_are_named(tmp_path: Path) -> None:
    """Before anything is read."""
    (tmp_path / "notes.txt").touch()
    for given_, said in (
        (["-", "nothing.xml"], "nothing.xml: there is no such file or folder"),
        ([tmp_path / "notes.txt", tmp_path], f"{tmp_path}: the folder has no .xml file"),
    ):
        with pytest.raises(ConfigurationError) as caught:
            check_inputs(given_)
        assert str(caught.value) == said
    with pytest.raises(ConfigurationError) as caught:
        list(documents_of(["-"]))
    assert str(caught.value) == "-: there is no standard input here"
    (found,) = documents_of(["gone.xml"])
    assert (found.source, found.index, found.name, found.content) == (Path("gone.xml"), 1, "gone.xml", None)  # fmt: skip
    assert check_inputs([]) == check_inputs(["-"]) == 0


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("orders/2026/a b.xml", "a-b"),
        ("-", "stdin"),
        ("", ""),
        ("../../etc/passwd", "passwd"),
        ("..", ""),
        (".hidden.xml", "hidden"),
        ("x" * 300, "x" * 80),
        ("nul\0byte\n.xml", "nul-byte-"),
    ],
)
def test_no_name_of_an_input_leads_out_of_the_folder(name: str, stem: str) -> None:
    """What files are called after it is letters, digits, dots and dashes."""
    assert stem_of(name) == stem


def test_what_was_half_written_is_removed(tmp_path: Path) -> None:
    """When the folder is next used; files of other names stay."""
    (tmp_path / ".00001-a.xml.part").write_text("<ha", encoding="utf-8")
    (tmp_path / "mine.part").write_text("mine", encoding="utf-8")
    with Folder(tmp_path) as folder:
        folder.clean()
        assert folder.write("errors/00001-a.xml", b"<a/>") == "errors/00001-a.xml"
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")) == [
        "errors",
        "errors/00001-a.xml",
        "mine.part",
    ]
