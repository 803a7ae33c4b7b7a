"""Sids: composed and parsed by prefix and depth, and no way out of a path's template."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from in_memory import ACCOUNT, OTHER, PARCEL, SCAN

from twilio_ops.api.conference_participant import (
    GetConferenceParticipant,
    UpdateConferenceParticipant,
    UpdateConferenceParticipantRequest,
)
from twilio_ops_runtime.errors import SidError
from twilio_ops_runtime.sids import Address, Key, compose, encode, is_sid

CONFERENCE = "CF" + "0" * 32
CALL = "CA" + "9" * 32
RECORDING = "RE" + "7" * 32

KEYS = {
    "AccountSid": Key(("AC",)),
    "ConferenceSid": Key(("CF",)),
    "CallSid": Key(("CA",), literals=("Front",)),
    "Sid": Key(("RE",)),
    "Country": Key(pattern="^[A-Z]{2}$"),
    "Label": Key(),
    "Name": Key(("CF",), pattern="^(CF[0-9]{32}|[a-z .]+)$"),
}
ROOT = "/v/Accounts/{AccountSid}"


def address(*paths: str, key_parameter: str | None = None) -> Address:
    return Address("Thing", paths, KEYS, "AccountSid", key_parameter)


PARTICIPANT = address(ROOT + "/Conferences/{ConferenceSid}/Participants/{CallSid}")
RECORDED = address(ROOT + "/Recordings/{Sid}", ROOT + "/Calls/{CallSid}/Recordings/{Sid}")
COUNTRY = address(ROOT + "/Numbers/{Country}")
LABEL = address(ROOT + "/Labels/{Label}")
MIXED = address(ROOT + "/A/{ConferenceSid}/B/{Label}/C/{CallSid}")
LIST = address(ROOT + "/Things")
KEYED = address(ROOT + "/Numbers", key_parameter="PhoneNumber")


@pytest.mark.parametrize(
    ("where", "text", "path"),
    [
        (PARTICIPANT, f"{CONFERENCE}:{CALL}", f"/Conferences/{CONFERENCE}/Participants/{CALL}"),
        (PARTICIPANT, f"{CONFERENCE}:Front", f"/Conferences/{CONFERENCE}/Participants/Front"),
        (RECORDED, RECORDING, f"/Recordings/{RECORDING}"),
        (RECORDED, f"{CALL}:{RECORDING}", f"/Calls/{CALL}/Recordings/{RECORDING}"),
        (COUNTRY, "US", "/Numbers/US"),
        (LABEL, "a b/c?d#e%f:g", "/Labels/a%20b%2Fc%3Fd%23e%25f%3Ag"),
        (LABEL, "...", "/Labels/..."),
        (LABEL, "é", "/Labels/%C3%A9"),
        (MIXED, f"{CONFERENCE}:x:y:{CALL}", f"/A/{CONFERENCE}/B/x%3Ay/C/{CALL}"),
        (address(ROOT + "/N/{Name}"), "my room", "/N/my%20room"),
        (address(ROOT + "/N/{Name}"), CONFERENCE, f"/N/{CONFERENCE}"),
    ],
)
def test_a_composed_sid_becomes_a_path(where, text, path):
    assert where.target(text, ACCOUNT).path == f"/v/Accounts/{ACCOUNT}{path}"
    assert where.target(f"{OTHER}:{text}", ACCOUNT).path == f"/v/Accounts/{OTHER}{path}"


def test_the_longest_label_still_makes_an_address_that_servers_take():
    path = LABEL.target("\U0001f4de" * 500, ACCOUNT).path
    assert len(path) < 8000
    with pytest.raises(SidError, match="no part may have over"):
        LABEL.target("\U0001f4de" * 501, ACCOUNT)


def test_only_the_account_is_left_out_or_given():
    assert LIST.target(None, ACCOUNT).path == f"/v/Accounts/{ACCOUNT}/Things"
    assert LIST.target(OTHER, ACCOUNT).path == f"/v/Accounts/{OTHER}/Things"


def test_a_key_that_is_sent_as_a_parameter_is_the_last_part():
    target = KEYED.target(f"{OTHER}:+13115556789", ACCOUNT)
    assert (target.path, target.key) == (f"/v/Accounts/{OTHER}/Numbers", "+13115556789")


@pytest.mark.parametrize(
    ("where", "text", "said"),
    [
        (PARTICIPANT, CALL, "it has 1 part"),
        (PARTICIPANT, f"{CALL}:{CONFERENCE}", r"\[AccountSid:\]ConferenceSid:CallSid"),
        (PARTICIPANT, f"{CONFERENCE}:{CALL}:{CALL}", "expected|is not"),
        (PARTICIPANT, f"{CONFERENCE}:", "a part is empty"),
        (PARTICIPANT, f"{CONFERENCE}:{CALL[:-1]}", "32 hexadecimal"),
        (PARTICIPANT, f"{CONFERENCE}:{CALL[:-1]}g", "32 hexadecimal"),
        (PARTICIPANT, f"{CONFERENCE}:{CALL}\n", "is not"),
        (RECORDED, f"{RECORDING},{RECORDING}", "exactly one record"),
        (RECORDED, f"{RECORDING}:{CALL}", r"ThingSid .* or "),
        (RECORDED, None, "needs"),
        (COUNTRY, "us", r"is not \[AccountSid:\]Country \(AC…:text\)$"),
        (COUNTRY, f"{OTHER}:us", r"\(AC…:text\): a colon within a part is written \\:$"),
        (COUNTRY, "U/S", "is not"),
        (RECORDED, f"{RECORDING} {RECORDING}", "exactly one record"),
        (RECORDED, f"{RECORDING} ", "there is white space around it$"),
        (RECORDED, f"\n{RECORDING}", "there is white space around it$"),
        (RECORDED, f"{RECORDING},", "not two capital letters and 32 hexadecimal digits$"),
        (LABEL, "x" * 501, "it has 501 characters, and no part may have over 500$"),
        (COUNTRY, "x" * 100_000, "it has 100000 characters"),
        (LABEL, "..", "is not"),
        (LABEL, ".", "is not"),
        (LABEL, "", "is not"),
        (LABEL, "a\x00b", "is not"),
        (LABEL, "a\ud800", "is not"),
        (LIST, CALL, "is not"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_expected_form(where, text, said):
    with pytest.raises(SidError, match=said):
        where.target(text, ACCOUNT)


def test_a_list_of_sids_is_refused_with_that_reason():
    with pytest.raises(SidError, match="exactly one record at a time, not a list"):
        RECORDED.target([RECORDING, RECORDING], ACCOUNT)  # type: ignore[arg-type]
    with pytest.raises(SidError, match="not int"):
        RECORDED.target(7, ACCOUNT)  # type: ignore[arg-type]


def test_the_expected_form_names_what_each_part_begins_with():
    assert PARTICIPANT.expected() == ("[AccountSid:]ConferenceSid:CallSid (AC…:CF…:CA…/Front)")
    assert LIST.expected() == "[AccountSid:] (AC…)"


hexadecimal = st.text("0123456789abcdefABCDEF", min_size=32, max_size=32)


def sid(prefix: str) -> st.SearchStrategy[str]:
    return hexadecimal.map(lambda rest: prefix + rest)


@given(st.booleans(), sid("AC"), sid("CF"), sid("CA"))
def test_what_is_parsed_composes_to_the_same(with_account, account, conference, call):
    parts = [account, conference, call] if with_account else [conference, call]
    text = compose(*parts)
    assert PARTICIPANT.parse(text) == tuple(parts)
    assert compose(*PARTICIPANT.parse(text)) == text


TEMPLATES = {
    PARTICIPANT: r"/v/Accounts/AC[0-9a-fA-F]{32}/Conferences/CF[0-9a-fA-F]{32}/Participants/(CA[0-9a-fA-F]{32}|Front)",
    RECORDED: r"/v/Accounts/AC[0-9a-fA-F]{32}(/Calls/(CA[0-9a-fA-F]{32}|Front))?/Recordings/RE[0-9a-fA-F]{32}",
    COUNTRY: r"/v/Accounts/AC[0-9a-fA-F]{32}/Numbers/[A-Z]{2}",
    LABEL: r"/v/Accounts/AC[0-9a-fA-F]{32}/Labels/(?!\.\.?$)[A-Za-z0-9_.~%-]+",
    MIXED: r"/v/Accounts/AC[0-9a-fA-F]{32}/A/CF[0-9a-fA-F]{32}/B/(?!\.\.?/)[A-Za-z0-9_.~%-]+/C/(CA[0-9a-fA-F]{32}|Front)",
    LIST: r"/v/Accounts/AC[0-9a-fA-F]{32}/Things",
}
pieces = st.one_of(
    st.sampled_from([ACCOUNT, OTHER, CONFERENCE, CALL, RECORDING, "Front", "US", "..", ".", "%2e"]),
    st.text(max_size=12),
    st.sampled_from("/\\?#%:;@&=+$ \t\n\x00"),
)


@given(
    st.sampled_from(list(TEMPLATES)), st.lists(pieces, max_size=6), st.sampled_from([":", "", "/"])
)
def test_no_text_leaves_the_template(where, parts, joint):
    text = joint.join(parts)
    try:
        path = where.target(text, ACCOUNT).path
    except SidError:
        return
    assert re.fullmatch(TEMPLATES[where], path)
    parts = where.parse(text)
    assert where.parse(compose(*parts)) == parts
    assert unquote(path).isprintable() or not text.isascii()


BOTH_FREE = Address("Entry", ("/v/A/{Map}/B/{Entry}",), {"Map": Key(), "Entry": Key()}, None)


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
def test_keys_of_free_text_may_hold_colons(one, other):
    """Composed by the helper, each is one part again, whatever it holds."""
    try:
        parts = BOTH_FREE.parse(compose(one, other))
    except SidError:
        assert any(not Key().accepts(part) for part in (one, other))
    else:
        assert parts == (one, other)


def test_a_colon_in_a_key_is_escaped():
    """By a backslash, which is escaped itself; what is composed of Sids already stays as it is."""
    assert compose("m", "user:1", "a\\b") == "m:user\\:1:a\\\\b"
    assert compose(f"{ACCOUNT}:{CONFERENCE}", CALL) == f"{ACCOUNT}:{CONFERENCE}:{CALL}"
    assert BOTH_FREE.target("m:user\\:1", ACCOUNT).path == "/v/A/m/B/user%3A1"
    assert BOTH_FREE.parse("a\\b:c\\") == ("a\\b", "c\\")
    assert LABEL.parse(f"{ACCOUNT}:user:1")[-1] == "user:1"  # nothing else can be meant
    with pytest.raises(SidError, match="it has 3 parts"):
        BOTH_FREE.target("m:user:1", ACCOUNT)


@pytest.mark.parametrize("label", ["user:1", ":", "a\\b:c\\", "sip:al@x.org:5060", "\\", "::"])
def test_a_name_in_the_place_of_a_sid_may_hold_colons(service, label):
    """Escaped, it is one part for calls and for documents; what is not escaped is refused."""
    address = compose(CONFERENCE, label)
    service.json({"label": label})
    assert GetConferenceParticipant(service.connection)(address).label == label
    assert unquote(service.path).endswith(f"/{CONFERENCE}/Participants/{label}.json")
    document = UpdateConferenceParticipantRequest(muted=True).to_document(address)
    service.answers[:] = []
    service.xml(f"<Participant><Label>{label}</Label></Participant>", root="TwilioResponse")
    (result,) = UpdateConferenceParticipant(service.connection).process([document])
    assert result.address == address and result.output is not None
    assert unquote(service.path).endswith(f"/{CONFERENCE}/Participants/{label}.xml")
    with pytest.raises(SidError, match=r"a colon within a part is written \\:$"):
        GetConferenceParticipant(service.connection)(f"{CONFERENCE}:user:1")


@pytest.mark.parametrize(
    "around", ["{} ", " {}", "\t{}", "\ufeff{}", "{}\u200b", "\u00a0{}", "'{}'"]
)
@pytest.mark.parametrize("where", [PARTICIPANT, LABEL, BOTH_FREE])
def test_a_sid_with_something_around_it_is_no_key(where, around):
    """Nor one in small letters: not even where any text is a key, as nobody means that."""
    before = {PARTICIPANT: (CONFERENCE,), LABEL: (), BOTH_FREE: ("m",)}[where]
    for last in (around.format(CALL), CALL.lower()):
        with pytest.raises(SidError):
            where.target(compose(*before, last), ACCOUNT)


def test_helpers():
    assert is_sid(PARCEL) and is_sid(PARCEL, "PC", "XX") and not is_sid(PARCEL, "XX")
    assert not is_sid(PARCEL + "\n") and not is_sid(SCAN[:-1])
    with pytest.raises(SidError, match="empty"):
        compose(PARCEL, "")
    with pytest.raises(SidError, match="cannot be a part"):
        encode("..")
