"""Any program reaches the emulator unchanged: by a proxy, or by TLS as the service's hosts."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import socket
import ssl
import stat
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

from twilio_ops_emulator import Clock, Emulator, EmulatorError
from twilio_ops_emulator.__main__ import _parser, main
from twilio_ops_emulator.api import proxy
from twilio_ops_emulator.api.certificates import Authority
from twilio_ops_emulator.api.server import Reach, Server
from twilio_ops_emulator.environment import SHELLS, announce, variables, withdraw, written

ACCOUNTS = "https://api.twilio.com/2010-04-01/Accounts.json"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An emulator that is reached in every way."""
    folder = tmp_path_factory.mktemp("certificates")
    reach = Reach(tls=0, proxy=0, certificates=folder)
    with Emulator(clock=Clock(frozen=True)) as emulator, Server(emulator, reach=reach) as server:
        yield server


@pytest.fixture
def environment(server: Server) -> dict[str, str]:
    """The variables that lead a program to it, and no proxy or certificate of this machine's."""
    with urllib.request.urlopen(f"{server.url}/_emulator/state") as answer:
        state = json.loads(answer.read())
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.lower().endswith("_proxy") and "CA_" not in name and "SSL_" not in name
    }
    return {**kept, **variables(state)}


def _python(code: str, environment: dict[str, str]) -> str:
    run = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True
    )
    assert 0 == run.returncode, run.stderr
    return run.stdout


def test_the_library_for_python(environment: dict[str, str]) -> None:
    """Twilio's own, as its page shows it: no argument, several products."""
    printed = _python(
        "from twilio.rest import Client\n"
        "c = Client()\n"
        "print(c.messages.create(to='+13115556789', from_='+13115550000', body='Hi').status)\n"
        "print(c.verify.v2.services.create(friendly_name='Mine').sid[:2])\n"
        "print(c.lookups.v2.phone_numbers('+14159929960').fetch().valid)\n",
        environment,
    )
    assert ["queued", "VA", "True"] == printed.split()


@pytest.mark.parametrize("library", ["requests", "httpx"])
def test_other_libraries_for_python(environment: dict[str, str], library: str) -> None:
    """By the environment alone."""
    if library == "httpx":
        pytest.importorskip("httpx")
    printed = _python(
        f"import os, {library}\n"
        "pair = os.environ['TWILIO_ACCOUNT_SID'], os.environ['TWILIO_AUTH_TOKEN']\n"
        f"print({library}.get({ACCOUNTS!r}, auth=pair).status_code)\n",
        environment,
    )
    assert "200" == printed.strip()


def test_operations_of_this_project(environment: dict[str, str]) -> None:
    """A connection without an address goes where the environment leads."""
    printed = _python(
        "import os\n"
        "from twilio_ops import Connection\n"
        "from twilio_ops.api.account import QueryAccount\n"
        "c = Connection(os.environ['TWILIO_ACCOUNT_SID'], os.environ['TWILIO_AUTH_TOKEN'])\n"
        "print(len(list(QueryAccount(c)())))\n",
        environment,
    )
    assert 1 <= int(printed)


def test_curl(environment: dict[str, str]) -> None:
    """By the environment; and a host that is not the service's is not reached."""
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("there is no curl on this machine")
    pair = f"{environment['TWILIO_ACCOUNT_SID']}:{environment['TWILIO_AUTH_TOKEN']}"
    run = subprocess.run(
        [curl, "-sS", "-u", pair, ACCOUNTS], env=environment, capture_output=True, text=True
    )
    assert "accounts" in json.loads(run.stdout)
    run = subprocess.run(
        [curl, "-sS", "https://example.com/"], env=environment, capture_output=True, text=True
    )
    assert run.returncode and "403" in run.stderr


JAVA = """
import java.net.*;
import java.util.*;
public class Ask {
  public static void main(String[] all) throws Exception {
    String pair = System.getenv("TWILIO_ACCOUNT_SID") + ":" + System.getenv("TWILIO_AUTH_TOKEN");
    HttpURLConnection asked = (HttpURLConnection) new URL("URL").openConnection();
    String basic = Base64.getEncoder().encodeToString(pair.getBytes("UTF-8"));
    asked.setRequestProperty("Authorization", "Basic " + basic);
    System.out.println(asked.getResponseCode());
  }
}
"""
RUBY = """
require 'net/http'
url = URI('URL')
asked = Net::HTTP::Get.new(url)
asked.basic_auth(ENV['TWILIO_ACCOUNT_SID'], ENV['TWILIO_AUTH_TOKEN'])
proxy = URI(ENV['HTTPS_PROXY'])
http = Net::HTTP.new(url.host, url.port, proxy.host, proxy.port)
http.use_ssl = true
puts http.request(asked).code
"""
PHP = """<?php
$asked = curl_init('URL');
$pair = getenv('TWILIO_ACCOUNT_SID') . ':' . getenv('TWILIO_AUTH_TOKEN');
curl_setopt_array($asked, [CURLOPT_RETURNTRANSFER => true, CURLOPT_USERPWD => $pair]);
curl_exec($asked);
echo curl_getinfo($asked, CURLINFO_HTTP_CODE);
"""
GO = """package main
import ("fmt"; "net/http"; "os")
func main() {
  asked, _ := http.NewRequest("GET", "URL", nil)
  asked.SetBasicAuth(os.Getenv("TWILIO_ACCOUNT_SID"), os.Getenv("TWILIO_AUTH_TOKEN"))
  answer, wrong := http.DefaultClient.Do(asked)
  if wrong != nil { panic(wrong) }
  fmt.Println(answer.StatusCode)
}
"""
LANGUAGES = {
    "java": ("Ask.java", JAVA, ["java", "{file}"]),
    "ruby": ("ask.rb", RUBY, ["ruby", "{file}"]),
    "php": ("ask.php", PHP, ["php", "-d", "curl.cainfo={SSL_CERT_FILE}", "{file}"]),
    "go": ("ask.go", GO, ["go", "run", "{file}"]),
}
"""The HTTP of other languages, called as the documentation says: the file, its code, the command."""


@pytest.mark.slow
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_other_languages(environment: dict[str, str], tmp_path: Path, language: str) -> None:
    """Their own HTTP comes there by the environment, as the libraries do that are built on it."""
    name, code, command = LANGUAGES[language]
    if shutil.which(command[0]) is None or (language == "java" and shutil.which("javac") is None):
        pytest.skip(f"there is no {language} on this machine")
    file = tmp_path / name
    file.write_text(
        code.replace("'URL'", f"'{ACCOUNTS}'").replace('"URL"', f'"{ACCOUNTS}"'), encoding="utf-8"
    )
    # Go keeps what it has compiled where it is told to, and asks nobody for newer versions of itself.
    places = {"GOCACHE": str(tmp_path / "cache"), "GOTOOLCHAIN": "local", "GO111MODULE": "off"}
    ran = subprocess.run(
        [part.format(file=file, **environment) for part in command],
        cwd=tmp_path,
        env={**environment, **places},
        capture_output=True,
        text=True,
    )
    assert "200" == ran.stdout.strip(), ran.stderr


@pytest.mark.slow
def test_the_library_for_node_and_the_command(environment: dict[str, str], tmp_path: Path) -> None:
    """Twilio's own, installed as their pages say."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        pytest.skip("there is no Node.js on this machine")
    install = [npm, "install", "--silent", "--no-audit", "--no-fund", "twilio", "twilio-cli"]
    (tmp_path / "package.json").write_text("{}", encoding="utf-8")
    installed = subprocess.run(install, cwd=tmp_path, capture_output=True, text=True)
    if installed.returncode:
        pytest.skip(f"npm could not install twilio: {installed.stderr[-200:]}")
    code = (
        "const c = require('twilio')();"
        "c.messages.create({to: '+13115556789', from: '+13115550000', body: 'node'})"
        ".then(m => c.verify.v2.services.create({friendlyName: m.status}))"
        ".then(s => console.log(s.friendlyName))"
    )
    home = {**environment, "HOME": str(tmp_path)}
    ran = subprocess.run([node, "-e", code], cwd=tmp_path, env=home, capture_output=True, text=True)
    assert "queued" == ran.stdout.strip(), ran.stderr
    command = [str(tmp_path / "node_modules" / ".bin" / "twilio"), "api:core:messages:list"]
    listed = subprocess.run(
        [*command, "-o", "json"], cwd=tmp_path, env=home, capture_output=True, text=True
    )
    assert "node" in {message["body"] for message in json.loads(listed.stdout)}, listed.stderr


# -- TLS ------------------------------------------------------------------------------------------


def _certificate(server: Server, name: str) -> Any:
    assert server.authority is not None and server.tls_url is not None
    context = ssl.create_default_context(cafile=str(server.authority.certificate))
    port = int(server.tls_url.rpartition(":")[2])
    with (
        socket.create_connection(("127.0.0.1", port)) as raw,
        context.wrap_socket(raw, server_hostname=name) as connection,
    ):
        return connection.getpeercert()


@pytest.mark.parametrize(
    "name",
    ["api.twilio.com", "verify.twilio.com", "api.sydney.au1.twilio.com", "localhost", "127.0.0.1"],
)
def test_the_certificate_is_that_of_the_host_asked_for(server: Server, name: str) -> None:
    """Of every host of the service, with an edge and a region, too, and of this machine."""
    names = {value for _, value in _certificate(server, name)["subjectAltName"]}
    assert name in names


@pytest.mark.parametrize("name", ["example.com", "twilio.com.example.com", "nottwilio.com"])
def test_nobody_else_is_impersonated(server: Server, name: str) -> None:
    """There is no certificate for a host that is not the service's."""
    with pytest.raises(ssl.SSLCertVerificationError):
        _certificate(server, name)


def test_the_authority_is_made_once(tmp_path: Path) -> None:
    """By however many at a time; its key is the user's alone, the bundle has the public ones, too."""
    folder = tmp_path / "authority"
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: Authority(folder, ["twilio.com"]), range(8)))
    (certificate,) = {one._authority.cert_pem.bytes() for one in made}
    assert certificate == (folder / "ca.pem").read_bytes()
    assert 0o600 == stat.S_IMODE((folder / "authority.pem").stat().st_mode)
    assert (folder / "bundle.pem").read_bytes().endswith(certificate)
    assert 100 < (folder / "bundle.pem").read_text(encoding="utf-8").count("BEGIN CERTIFICATE")
    assert {"authority.pem", "ca.pem", "bundle.pem", "truststore.p12"} == set(os.listdir(folder))
    assert b"PRIVATE" not in (folder / "ca.pem").read_bytes() + (folder / "bundle.pem").read_bytes()


def test_an_authority_that_is_none_is_named(tmp_path: Path) -> None:
    """A file that is no key and certificate is left alone, and said with its folder."""
    (tmp_path / "authority.pem").write_bytes(b"nothing of the kind")
    with pytest.raises(EmulatorError, match=str(tmp_path)):
        Authority(tmp_path)
    assert b"nothing of the kind" == (tmp_path / "authority.pem").read_bytes()


# -- the proxy ------------------------------------------------------------------------------------


def _said(server: Server, sent: bytes) -> bytes:
    assert server.proxy_url is not None
    port = int(server.proxy_url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(sent)
        answer = b""
        while part := connection.recv(1 << 16):
            answer += part
        return answer


@pytest.mark.parametrize(
    "sent, status, said",
    [
        (b"CONNECT example.com:443 HTTP/1.1\r\n\r\n", b"403", b"example.com"),
        (b"CONNECT twilio.com.example.com:443 HTTP/1.1\r\n\r\n", b"403", b"service"),
        (b"CONNECT api.twilio.com:22 HTTP/1.1\r\n\r\n", b"403", b"port 443"),
        (b"CONNECT 127.0.0.1:443 HTTP/1.1\r\n\r\n", b"403", b"service"),
        (b"GET http://api.twilio.com/ HTTP/1.1\r\n\r\n", b"403", b"GET"),
        (b"CONNECT\r\n\r\n", b"403", b""),
        (b"\r\n\r\n", b"403", b""),
        (b"CONNECT api.twilio.com:443 HTTP/1.1\r\n\r\n\x16\x03", b"400", b"before"),
        (b"CONNECT api.twilio.com:443 HTTP/1.1\r\nX: " + b"x" * (1 << 15), b"431", b""),
    ],
)
def test_the_proxy_leads_nowhere_else(
    server: Server, sent: bytes, status: bytes, said: bytes
) -> None:
    """What it refuses it says why, and closes."""
    answer = _said(server, sent)
    assert answer.split(b" ")[1] == status and said in answer, answer


def test_a_client_that_does_not_trust_harms_nobody(server: Server) -> None:
    """Its handshake fails, and the next one is served."""
    assert server.proxy_url is not None
    handler = urllib.request.ProxyHandler({"https": server.proxy_url})
    strict = urllib.request.HTTPSHandler(context=ssl.create_default_context())
    with pytest.raises(urllib.error.URLError, match="CERTIFICATE_VERIFY_FAILED"):
        urllib.request.build_opener(handler, strict).open(ACCOUNTS, timeout=30)
    assert server.authority is not None
    context = ssl.create_default_context(cafile=str(server.authority.certificate))
    trusting = urllib.request.HTTPSHandler(context=context)
    with pytest.raises(urllib.error.HTTPError) as answer:
        urllib.request.build_opener(handler, trusting).open(ACCOUNTS, timeout=30)
    assert 401 == answer.value.code
    answer.value.close()


# -- variables ------------------------------------------------------------------------------------


def test_the_variables_are_printed(
    server: Server,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Of the emulator that was started last; where none is, what to do is said."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("TWILIO_OPS_EMULATOR", raising=False)
    assert 2 == main(["env"])
    assert "twilio-ops emulator --proxy" in capsys.readouterr().err
    announce(server.url, None)
    assert 0 == main(["env", "--shell"])
    printed = capsys.readouterr().out
    assert f"export HTTPS_PROXY={server.proxy_url}\n" in printed
    assert "export TWILIO_ACCOUNT_SID=AC" in printed and "NODE_EXTRA_CA_CERTS=" in printed
    withdraw("http://127.0.0.1:1")
    assert 0 == main(["env"])
    monkeypatch.setenv("TWILIO_OPS_EMULATOR", "http://127.0.0.1:9/")
    assert 2 == main(["env"]), "the variable goes before what was started last"
    monkeypatch.delenv("TWILIO_OPS_EMULATOR")
    assert f"TWILIO_OPS_EMULATOR={server.url}\n" in printed
    withdraw(server.url)
    assert 2 == main(["env"])
    assert 2 == main(["env", "--url", "http://127.0.0.1:9/"])
    assert 2 == main(["env", "--url", "file:///etc/passwd"])


@pytest.mark.parametrize("shell", SHELLS)
def test_a_value_is_quoted_for_its_shell(shell: str) -> None:
    """Whatever folder a user has: nothing in it is carried out."""
    line = written("NAME", "/home/o'neil/a b", shell)
    assert "NAME" in line and line.count("\n") == 0
    if shell == "sh" and os.name == "posix":
        ran = subprocess.run(["sh", "-c", f'{line}; printf %s "$NAME"'], capture_output=True)
        assert b"/home/o'neil/a b" == ran.stdout


# -- others than this machine ---------------------------------------------------------------------


def _status(url: str, **headers: str) -> tuple[int, Any]:
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *arguments: Any, **named: Any) -> None:
            return None

    request = urllib.request.Request(url, headers=headers)
    try:
        with urllib.request.build_opener(Stay).open(request, timeout=30) as answer:
            return answer.status, answer.headers
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code, answer.headers


def test_where_others_reach_it_control_needs_a_token() -> None:
    """In a header, or once in the page's address, from where a browser keeps it as a cookie."""
    with Emulator() as emulator, Server(emulator, "0.0.0.0") as server:
        url = server.url.replace("0.0.0.0", "127.0.0.1")
        assert 401 == _status(f"{url}/_emulator/state")[0]
        assert 401 == _status(f"{url}/_emulator/?token=wrong")[0]
        assert 401 == _status(f"{url}/_emulator/state", Authorization="Bearer wrong")[0]
        assert 200 == _status(f"{url}/_emulator/state", Authorization=f"Bearer {server.token}")[0]
        status, headers = _status(f"{url}/_emulator/?token={server.token}")
        cookie = headers["Set-Cookie"]
        assert 303 == status and "HttpOnly" in cookie and "SameSite=Strict" in cookie
        assert 200 == _status(f"{url}/_emulator/", Cookie=cookie.partition(";")[0])[0]
        assert 401 == _status(f"{url}/_emulator/", Cookie="twilio_ops_emulator=wrong")[0]


def test_on_this_machine_the_root_leads_to_the_page(server: Server) -> None:
    """And no token is asked for."""
    status, headers = _status(server.url)
    assert (302, "/_emulator/") == (status, headers["Location"])
    assert 200 == _status(f"{server.url}/_emulator/")[0]


def test_a_connection_to_the_proxy_that_is_over_is_waited_for_no_longer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its patience ends with it; one that goes on without a request is ended."""
    monkeypatch.setattr(proxy, "PATIENCE", 0.0)
    ended: list[str] = []

    class Transport(asyncio.Transport):
        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

        def abort(self) -> None:
            ended.append(self.name)

    async def connect() -> None:
        for name in ("over", "silent"):
            one = proxy.ProxyProtocol(asyncio.Protocol, Mock(), Mock())
            one.connection_made(Transport(name))
            if name == "over":
                one.connection_lost(None)
        await asyncio.sleep(0)
        await asyncio.sleep(0)

    asyncio.run(connect())
    assert ended == ["silent"]


def test_without_options_only_this_machine_reaches_it() -> None:
    """At a port that is free, without TLS or a proxy, and nothing of it leaves the machine."""
    given = _parser("emulator").parse_args([])
    assert (given.host, given.port, given.tls, given.proxy) == ("127.0.0.1", 0, None, None)
    assert not (given.callbacks_anywhere or given.strict or given.check_senders or given.frozen)
    bare = _parser("emulator").parse_args(["--tls", "--proxy"])
    assert (bare.tls, bare.proxy) == (0, 0)  # free ones, too
