"""The certificates that the emulator shows over TLS, by an authority of this machine's own."""

from __future__ import annotations

import os
import secrets
import ssl
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import certifi
import trustme
from platformdirs import user_data_path

from twilio_ops_emulator.api.errors import EmulatorError

if TYPE_CHECKING:
    from collections.abc import Iterable

HOMES = ("localhost", "127.0.0.1", "::1")
"""The names that the certificate has which is shown to whoever asks for none."""
KEPT = 256
"""How many certificates are kept: names are asked for by strangers."""
STORE_PASSWORD = "changeit"
"""The password of the truststore, which holds nothing secret: the one that Java itself uses."""


def default_folder() -> Path:
    """Return the folder in which the authority is kept for the user of this machine."""
    return user_data_path("twilio-ops") / "emulator"


class Authority:
    """A certificate authority, made once and kept in a folder.

    The folder holds ``authority.pem``, its key and certificate, which only the user can read;
    ``ca.pem``, its certificate; ``bundle.pem``, the certificate with the public ones, for programs
    that trust one file alone; and ``truststore.p12``, the certificate for Java.

    Args:
        folder: The folder, made if it is missing; None = the user's own.
        domains: The domains that certificates are made for, each with all names below it.

    Raises:
        EmulatorError: The folder cannot be read or written, or what is in it is no authority.
    """

    def __init__(self, folder: Path | None = None, domains: Iterable[str] = ()) -> None:
        self.folder = default_folder() if folder is None else folder
        self._secret = self.folder / "authority.pem"
        self._domains = tuple(domains)
        try:
            self._authority = self._kept() or self._made()
            self._complete()
        except (OSError, ValueError) as error:
            raise EmulatorError(f"certificates: {self.folder} cannot be used: {error}") from None
        self._context_of = lru_cache(KEPT)(self._new_context)

    @property
    def certificate(self) -> Path:
        """The certificate of the authority, to be trusted."""
        return self.folder / "ca.pem"

    @property
    def bundle(self) -> Path:
        """The certificate of the authority with the public ones."""
        return self.folder / "bundle.pem"

    @property
    def truststore(self) -> Path:
        """The certificate of the authority as a PKCS #12 truststore, for Java."""
        return self.folder / "truststore.p12"

    def context(self) -> ssl.SSLContext:
        """Return what a server shows: the certificate of the name that it is asked for."""
        context = self._context_of(HOMES)

        def choose(
            connection: ssl.SSLObject | ssl.SSLSocket, name: str | None, _: ssl.SSLContext
        ) -> None:
            if name and self.covers(name):
                connection.context = self._context_of((name.lower(),))

        context.sni_callback = choose
        return context

    def covers(self, name: str) -> bool:
        """Return whether there is a certificate for a name."""
        lower = name.lower()
        return any(lower == domain or lower.endswith(f".{domain}") for domain in self._domains)

    def _new_context(self, names: tuple[str, ...]) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.set_alpn_protocols(["http/1.1"])
        leaf = self._authority.issue_cert(*names)
        leaf.configure_cert(context)  # pyright: ignore[reportUnknownMemberType]
        return context

    def _kept(self) -> trustme.CA | None:
        """Return the authority that is there: its key and its certificate are one file."""
        if not self._secret.exists():
            return None
        both = self._secret.read_bytes()
        certificate = both.find(b"-----BEGIN CERTIFICATE-----")
        if certificate < 0:
            raise ValueError("authority.pem holds no certificate")
        return trustme.CA.from_pem(both[certificate:], both[:certificate])

    def _made(self) -> trustme.CA:
        """Make an authority; if another process was faster, take that one."""
        authority = trustme.CA(
            organization_name="twilio-ops", organization_unit_name="emulator of this machine"
        )
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        both = authority.private_key_pem.bytes() + authority.cert_pem.bytes()
        staged = self._staged(self._secret.name, both, 0o600)
        try:
            os.link(staged, self._secret)
        except FileExistsError:
            return self._kept() or authority
        finally:
            staged.unlink()
        return authority

    def _complete(self) -> None:
        """Write the files that follow from the certificate, where they are not as they should be."""
        from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
        from cryptography.x509 import load_pem_x509_certificate

        own = self._authority.cert_pem.bytes()
        both = Path(certifi.where()).read_bytes().rstrip(b"\n") + b"\n\n" + own
        for path, content in ((self.certificate, own), (self.bundle, both)):
            if not path.exists() or path.read_bytes() != content:
                self._put(path, content)
        if not self.truststore.exists():
            entry = pkcs12.PKCS12Certificate(load_pem_x509_certificate(own), b"twilio-ops emulator")
            encryption = BestAvailableEncryption(STORE_PASSWORD.encode())
            self._put(self.truststore, pkcs12.serialize_java_truststore([entry], encryption))

    def _put(self, path: Path, content: bytes) -> None:
        """Write a file whole, or leave the one that is there."""
        self._staged(path.name, content, 0o644).replace(path)

    def _staged(self, name: str, content: bytes, mode: int) -> Path:
        staged = self.folder / f".{name}.{secrets.token_hex(8)}"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(staged, flags, mode), "wb") as file:
            file.write(content)
        return staged
