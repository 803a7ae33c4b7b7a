"""What a run is given: files, folders, streams of documents."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twilio_ops_components import inputs as module
from twilio_ops_components.files import Folder, stem_of
from twilio_ops_components.inputs import check_inputs, documents_of, split_documents
from twilio_ops_runtime import ConfigurationError


class Dripping(io.RawIOBase):
    """A stream that gives so many bytes at once, as a pipe may."""

    def __init__(self, content: bytes, step: int) -> None:
        self._content = content
        self._step = step

    def read1(self, size: int) -> bytes:
        step = min(size, self._step)
        given, self._content = self._content[:step], self._content[step:]
        return given


@pytest.mark.parametrize("step", [1, 2, 3, 7, 1000])
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
    ],
)
def test_documents_are_cut_apart(
    content: bytes, documents: list[tuple[int, bytes]], step: int
) -> None:
    """Each with its line, however the bytes come."""
    assert list(split_documents(Dripping(content, step))) == documents


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
    """The message says where it begins."""
    monkeypatch.setattr(module, "LONGEST", 1 << 20)
    content = b"<a/>\n<a>" + b"x" * (3 << 20)
    with pytest.raises(ConfigurationError, match=r"-:1: the document that begins here is longer"):
        list(split_documents(Dripping(content, 1 << 16), "-"))


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
    with pytest.raises(ConfigurationError, match=r"nothing\.xml: there is no such file or folder"):
        check_inputs(["nothing.xml"])
    with pytest.raises(ConfigurationError, match=r"the folder has no \.xml file"):
        check_inputs([tmp_path])
    with pytest.raises(ConfigurationError, match="no standard input"):
        list(documents_of(["-"]))


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
