"""The files of a certificate authority: what is in them, who may read them, and that they are made whole."""

from __future__ import annotations

import stat
from datetime import UTC, datetime
from pathlib import Path

import certifi
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import pkcs12

from twilio_ops_emulator import EmulatorError
from twilio_ops_emulator.api.certificates import Authority, default_folder


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """One authority, in a folder that it makes."""
    folder = tmp_path_factory.mktemp("home") / "some" / "folder"
    return Authority(folder, ["twilio.com", "example.org"])


def test_what_is_in_the_files(authority: Authority) -> None:
    """The certificate, the same with the public ones, and the same for Java, whose password it is."""
    own = authority.certificate.read_bytes()
    (certificate,) = x509.load_pem_x509_certificates(own)
    names = {one.rfc4514_attribute_name: one.value for one in certificate.subject}
    assert (names["O"], names["OU"]) == ("twilio-ops", "emulator of this machine")
    assert certificate.not_valid_after_utc > datetime.now(UTC)
    public = Path(certifi.where()).read_bytes()
    assert authority.bundle.read_bytes() == public.rstrip(b"\n") + b"\n\n" + own
    store = pkcs12.load_pkcs12(authority.truststore.read_bytes(), b"changeit")
    (trusted,) = store.additional_certs
    assert (trusted.certificate, trusted.friendly_name) == (certificate, b"twilio-ops emulator")
    both = (authority.folder / "authority.pem").read_bytes()
    assert both.endswith(own) and both.startswith(b"-----BEGIN EC PRIVATE KEY-----")


def test_who_may_read_the_files(authority: Authority) -> None:
    """The key is the user's alone, and so is the folder; nothing half made is left."""
    modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in authority.folder.iterdir()}
    assert modes == {
        "authority.pem": 0o600,
        "ca.pem": 0o644,
        "bundle.pem": 0o644,
        "truststore.p12": 0o644,
    }
    assert stat.S_IMODE(authority.folder.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("name", "covered"),
    [
        ("twilio.com", True),
        ("API.Twilio.com", True),
        ("a.b.c.twilio.com", True),
        ("example.org", True),
        ("nottwilio.com", False),
        ("twilio.com.example.net", False),
        ("com", False),
        ("", False),
    ],
)
def test_which_names_have_a_certificate(authority: Authority, name: str, covered: bool) -> None:
    """The domains and all below them."""
    assert authority.covers(name) is covered


def test_files_that_were_spoilt_are_made_again(authority: Authority) -> None:
    """From the key, which stays; what is as it should be is not written."""
    folder = authority.folder
    certificate = authority.certificate.read_bytes()
    store = authority.truststore.read_bytes()
    (folder / "ca.pem").write_bytes(b"spoilt")
    (folder / "bundle.pem").unlink()
    Authority(folder)
    assert (folder / "ca.pem").read_bytes() == certificate
    assert (folder / "bundle.pem").read_bytes().endswith(certificate)
    assert (folder / "truststore.p12").read_bytes() == store
    before = [one.stat().st_ino for one in sorted(folder.iterdir())]
    Authority(folder)
    assert [one.stat().st_ino for one in sorted(folder.iterdir())] == before


def test_an_authority_that_another_process_has_made_meanwhile_is_taken(
    authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was there first, and programs may trust it already."""
    both = (authority.folder / "authority.pem").read_bytes()

    def link(source: Path, target: Path) -> None:
        assert source.read_bytes() != both
        target.write_bytes(both)
        raise FileExistsError

    monkeypatch.setattr("os.link", link)
    other = Authority(tmp_path)
    assert other.certificate.read_bytes() == authority.certificate.read_bytes()
    assert (tmp_path / "authority.pem").read_bytes() == both


def test_what_is_no_authority_is_said(tmp_path: Path) -> None:
    """With its folder; so is a folder that is none."""
    with pytest.raises(EmulatorError) as wrong:
        (tmp_path / "authority.pem").write_bytes(b"nothing of the kind")
        Authority(tmp_path)
    said = "authority.pem holds no certificate"
    assert str(wrong.value) == f"certificates: {tmp_path} cannot be used: {said}"
    file = tmp_path / "authority.pem"
    with pytest.raises(
        EmulatorError, match=rf"^certificates: {file} cannot be used: .*File exists"
    ):
        Authority(file)


def test_the_usual_folder_is_the_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And is taken where none is given."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "twilio-ops" / "emulator"
    assert Authority().folder == default_folder()
    assert not Authority().covers("twilio.com")
