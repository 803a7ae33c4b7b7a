"""Records from and to documents: the same document again, and the place of what is wrong."""

from __future__ import annotations

import json
import pickle
import re
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from acme_notes.api.note import Note, NotePart
from acme_ops.api.parcel import Parcel, ParcelHandling, ParcelStatus
from acme_ops.api.scan import Scan
from hypothesis import given
from hypothesis import strategies as st
from in_memory import NOTE, PARCEL
from lxml import etree

from twilio_ops_runtime.documents.document import Document
from twilio_ops_runtime.errors import ProfileError
from twilio_ops_runtime.formats.json import reader_for


def infoset(element: etree._Element):
    """What a document says: names, attributes, texts; siblings in any order and indented anyhow."""
    text = (element.text or "").strip() if len(element) else element.text or ""
    children = sorted((infoset(child) for child in element.iterchildren("*")), key=repr)
    return element.tag, sorted(element.attrib.items()), text, children


def same(one: Document, other: bytes) -> bool:
    return infoset(one.element) == infoset(etree.fromstring(other))


RICH = f"""<?xml version="1.0"?>
<PostAnswer>
  <Parcel>
    <Sid> {PARCEL}
    </Sid>
    <PostedAt>Mon, 18 Aug 2010 20:20:06 -0000</PostedAt>
    <SentAt>2012-02-04 15:44:15</SentAt>
    <From/><To></To>
    <Status>beamed</Status>
    <Weight>+01.50</Weight>
    <Pieces>007</Pieces>
    <Insured>True</Insured>
    <Marks><Mark>a</Mark><Mark/></Marks>
    <Handling><Fragile>true</Fragile><XRAY>false</XRAY><Odd>x</Odd></Handling>
    <Customs><A>1</A><A>2</A><B><C/></B></Customs>
    <Parcel>its own name</Parcel>
    <RelatedUris><Scans>/x/Scans</Scans><SMSScans>/x/SMS</SMSScans></RelatedUris>
    <Unknown a="1"><Deep>x &amp; y</Deep></Unknown>
    <Flags><Flag>1</Flag></Flags>
    <Sid>again</Sid>
  </Parcel>
</PostAnswer>""".encode()


def test_a_document_becomes_a_record_and_the_same_document_again():
    record = Parcel.from_document(RICH)
    assert record.sid == PARCEL and record.from_ is None and record.to is None
    assert record.posted_at == datetime(2010, 8, 18, 20, 20, 6, tzinfo=UTC)
    assert record.sent_at == datetime(2012, 2, 4, 15, 44, 15, tzinfo=UTC)
    assert record.status == "beamed" and isinstance(record.status, ParcelStatus)
    assert (record.weight, record.pieces, record.insured) == (Decimal("1.50"), 7, True)
    assert record.marks == ("a", None)
    assert record.handling == ParcelHandling(fragile=True, xray=False)
    assert record.customs == {"A": ["1", "2"], "B": {"C": None}}
    assert record.parcel == "its own name"
    assert record.related_uris == {"scans": "/x/Scans", "sms_scans": "/x/SMS"}
    assert not record.is_set("uri") and not record.is_set("office_sid")
    for again in (record, pickle.loads(pickle.dumps(record))):
        assert same(again.to_document(), RICH)
    assert Parcel.from_document(record.to_document()) == record


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("hi", "hi"),
        ("  hi ", "  hi "),
        ("hi \n", "hi \n"),
        ("\thi\nho", "\thi\nho"),
        ("\n\t\thi\n\tho\n\t", "hi\n\tho"),
        ("\n  hi\n", "hi"),
        ("\u00a0hi\u00a0", "\u00a0hi\u00a0"),
        ("  ", "  "),
        ("\n  ", None),
        ("", None),
    ],
)
def test_white_space_of_a_text_is_kept_and_padding_is_not_its(text, value):
    """Published answers are padded by text on lines of its own, and only so."""
    body = f"<PostAnswer><Parcel><To>{text}</To><Marks><Mark>{text}</Mark></Marks></Parcel></PostAnswer>"
    record = Parcel.from_document(body)
    assert record.to == value and record.marks == (value,)
    assert same(record.to_document(), body.encode())
    assert Parcel.from_document(record.to_document()) == record


@given(st.text(st.characters(exclude_categories=["C"], include_characters=" \t\n"), min_size=1))
def test_both_formats_have_the_same_text(text):
    """But for what cannot be told from padding."""
    record = reader_for(Parcel).one(json.dumps({"to": text}).encode())
    again = Parcel.from_document(record.to_document())
    on_its_own = re.fullmatch(r"(?s)[ \t]*\n.*\n[ \t]*|[ \t]*\n[ \t]*", text)
    assert (again == record) is (on_its_own is None)
    assert Parcel.from_document(again.to_document()) == again


@pytest.mark.parametrize(
    "field",
    [
        f"<Sid> {PARCEL} </Sid>",
        "<Weight>\n1.50</Weight>",
        "<Pieces> 7</Pieces>",
        "<Insured>true </Insured>",
        "<PostedAt> Wed, 18 Aug 2010 20:20:06 +0000</PostedAt>",
        "<Status> queued</Status>",
        "<Insured>\n</Insured>",
        "<Handling>\n<Fragile> true</Fragile></Handling>",
        "<RelatedUris><Scans> /x </Scans></RelatedUris>",
    ],
)
def test_values_are_read_without_white_space_and_written_back_with_it(field):
    body = f"<PostAnswer><Parcel>{field}</Parcel></PostAnswer>".encode()
    record = Parcel.from_document(body)
    assert same(record.to_document(), body)
    trimmed = re.sub(rb">\s+|\s+<", lambda m: m[0].strip(), body)
    assert Parcel.from_document(trimmed) == record


def test_a_record_made_by_hand_becomes_a_document():
    record = Parcel(
        sid=PARCEL,
        posted_at=datetime(2010, 8, 18, 20, 20, 6, tzinfo=UTC),
        weight=Decimal("1E+2"),
        insured=False,
        handling=ParcelHandling(fragile=None),
        marks=(),
        to=None,
    )
    assert str(record.to_document()) == (
        f"<PostAnswer><Parcel><Sid>{PARCEL}</Sid>"
        "<PostedAt>Wed, 18 Aug 2010 20:20:06 +0000</PostedAt><To/><Weight>100</Weight>"
        "<Insured>false</Insured><Marks/><Handling><Fragile/></Handling></Parcel></PostAnswer>"
    )


def test_empty_elements_are_none():
    names = [field.xml for field in Parcel.spec.fields]
    text = "".join(f"<{name}/>" for name in names)
    body = f"<PostAnswer><Parcel>{text}</Parcel></PostAnswer>".encode()
    record = Parcel.from_document(body)
    assert [value for _, value in record.items()] == [None] * len(names)
    assert same(record.to_document(), body)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<Weight>heavy</Weight>", "Parcel/Weight: 'heavy' is not a decimal number"),
        ("<PostedAt>soon</PostedAt>", "Parcel/PostedAt: 'soon' is not a date and time"),
        ("<Insured>maybe</Insured>", "Parcel/Insured: 'maybe' is neither true nor false"),
        ("<Sid><x/></Sid>", "Parcel/Sid: it holds elements where a value was expected"),
        ("<Marks>text</Marks>", "Parcel/Marks: it holds text where elements were expected"),
        ("<Marks><Flag/></Marks>", "Parcel/Marks: it holds Flag where Mark was expected"),
        (
            "<Handling><Fragile>x</Fragile></Handling>",
            "Parcel/Handling/Fragile: 'x' is neither true nor false",
        ),
        (
            "<RelatedUris><A><B/></A></RelatedUris>",
            "Parcel/RelatedUris: A holds elements where an address was expected",
        ),
    ],
)
def test_what_cannot_be_read_is_named(content, said):
    body = f"<PostAnswer><Parcel>{content}</Parcel></PostAnswer>"
    with pytest.raises(ProfileError) as caught:
        Parcel.from_document(body)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<Parcel/>", "its root is Parcel, not PostAnswer"),
        (b"<PostAnswer><Scan/></PostAnswer>", "holds Scan, not Parcel"),
        (b"<PostAnswer>", "not well formed"),
    ],
)
def test_what_is_no_document_of_the_record_is_refused(body, said):
    with pytest.raises(ProfileError, match=said):
        Parcel.from_document(body)


def test_addresses_have_the_element_names_of_the_catalog_or_of_the_rule():
    """The same on both wires, and a document keeps the names it came with."""
    uris = {"id_tags": "/x/Tags", "sms_scans": "/x/SMS"}
    text = (
        "<PostAnswer><Parcel><RelatedUris><IDTags>/x/Tags</IDTags><SmsScans>/x/SMS</SmsScans>"
        "</RelatedUris></Parcel></PostAnswer>"
    )
    assert str(Parcel(related_uris=uris).to_document()) == text
    assert Parcel.from_document(text) == Parcel(related_uris=uris)
    other = text.replace("IDTags", "IdTags").replace("SmsScans", "SMSScans")
    assert Parcel.from_document(other) == Parcel(related_uris=uris)
    assert str(Parcel.from_document(other).to_document()) == other


def test_other_names_of_the_item_are_accepted_and_days_are_days():
    text = "<PostAnswer><ParcelScan><Due>2012-09-01</Due></ParcelScan></PostAnswer>"
    record = Scan.from_document(text)
    assert str(record.due) == "2012-09-01"
    # The record goes back to the document it came from, under the name it had there.
    for again in (record, pickle.loads(pickle.dumps(record))):
        assert str(again.to_document()) == text
    usual = Scan(due=record.due)
    assert usual == record
    assert str(usual.to_document()) == text.replace("ParcelScan", "Scan")


def test_lists_of_nested_values_and_maps():
    note = Note(
        sid=NOTE,
        parts=(NotePart(title="a", weight=Decimal("1.0")), None),
        counts={"a b": 1, "c": None},
        more=[1, {"x": None}],
    )
    again = Note.from_document(note.to_document())
    assert again.parts == note.parts and again.counts == note.counts
    assert again.more == note.more
    with pytest.raises(ProfileError, match="Counts: a map holds Entry elements"):
        Note.from_document(b"<NotesAnswer><Note><Counts><x/></Counts></Note></NotesAnswer>")


def test_documents_are_what_they_were_made_of(tmp_path: Path):
    path = tmp_path / "parcel.xml"
    path.write_bytes(RICH)
    documents = [Document.of(source) for source in (RICH, path)]
    assert documents[0] == documents[1] and hash(documents[0]) == hash(documents[1])
    assert bytes(documents[0]) == RICH and Document.of(documents[0]) is documents[0]
    made = Document(etree.fromstring("<a>\u00e9<b> x </b></a>"))
    assert bytes(made) == "<a>\u00e9<b> x </b></a>".encode() == str(made).encode()
    assert made.text_at("b") == "x" and made.text_at("c/d") is None
    assert pickle.loads(pickle.dumps(made)) == made and "bytes" in repr(made)
    assert documents[0].text_at("Parcel/Handling/XRAY") == "false"
    with pytest.raises(TypeError, match="a document is bytes"):
        Document.of(5)  # type: ignore[arg-type]
    with pytest.raises(ProfileError):
        Document(b"<a>").element  # noqa: B018
