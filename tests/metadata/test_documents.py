"""The documents written for the tests hold what the catalog says, and the exceptions they are there for."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.metadata import elements
from tests.metadata.conftest import DOCUMENTS
from twilio_ops_codegen.catalog.model import Catalog

OBJECTS = {
    "account": "Account",
    "authorized-connect-app": "AuthorizedConnectApp",
    "available-phone-numbers": "LocalPhoneNumber",
    "call": "Call",
    "call-feedback": "CallFeedback",
    "call-feedback-summary": "CallFeedbackSummary",
    "call-legacy": "Call",
    "calls": "Call",
    "conferences-empty": "Conference",
    "connect-app": "ConnectApp",
    "incoming-phone-number": "IncomingPhoneNumber",
    "key-created": "Key",
    "media": "Media",
    "messages": "Message",
    "notification": "Notification",
    "queue": "Queue",
    "queue-members": "Member",
    "short-codes": "ShortCode",
    "sip-domain-by-rule": "SipDomain",
    "sip-domains": "SipDomain",
    "sip-ip-access-control-list-mapping": "SipIpAccessControlListMapping",
    "sip-ip-address": "SipIpAddress",
    "sms-messages": "SMSMessage",
    "token": "Token",
    "usage-records": "UsageRecord",
    "validation-request": "CallerIdValidation",
}
UNKNOWN = {"call-legacy": {"Flags"}}
RECORDS = [path for path in sorted(DOCUMENTS.glob("*.xml")) if not path.stem.startswith("error-")]
ERRORS = sorted(DOCUMENTS.glob("error-*.xml"))


def _topic(path: Path) -> str:
    return path.stem.removesuffix("-list").removesuffix("-instance")


def test_every_document_has_its_object() -> None:
    assert {_topic(path) for path in RECORDS} == set(OBJECTS)
    assert ERRORS


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_elements_are_fields(catalog: Catalog, path: Path) -> None:
    value = catalog.objects[OBJECTS[_topic(path)]]
    root = etree.parse(path).getroot()
    assert root.tag == catalog.service.xml_root
    found = elements.items(root, value)
    assert bool(found) is ("empty" not in path.stem)
    unknown = {name for item in found for name in elements.unknown(item, value)}
    assert unknown == UNKNOWN.get(_topic(path), set())


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_values_fit_their_types(catalog: Catalog, path: Path) -> None:
    value = catalog.objects[OBJECTS[_topic(path)]]
    for item in elements.items(etree.parse(path).getroot(), value):
        assert [*elements.misfits(item, value)] == []


@pytest.mark.parametrize("path", ERRORS, ids=lambda path: path.stem)
def test_errors(catalog: Catalog, path: Path) -> None:
    root = etree.parse(path).getroot()
    assert [root.tag, *(child.tag for child in root)] == [
        catalog.service.xml_root,
        catalog.service.xml_error,
    ]
    names = {child.tag for child in root[0]}
    assert {"Status", "Message"} <= names <= {"Status", "Message", "Code", "MoreInfo", "Detail"}
    status = int(root[0].findtext("Status", ""))
    if (code := root[0].findtext("Code")) is not None:
        assert catalog.errors[int(code)].status == status


def test_the_documents_cover_the_shapes() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in RECORDS + ERRORS)
    dates = ("+0000</Date", "-0000</Date", "Z</Date", "<DateCreated>2026-11-02 ")
    arrays = ("<Permission>", "<IceServer>", "<Issue>", "<Flag>", "<Permissions/>")
    names = ("<SMS>", "<MMS>", "<SubresourceUris>", "<SubresourceUris/>", "<Registrars/>")
    empty = ("<VoiceUrl></VoiceUrl>", "<VoiceFallbackUrl/>", 'nextpageuri=""', "<Detail/>")
    for shape in (*dates, *arrays, *names, *empty):
        assert shape in text, shape
