"""The variables that lead programs to an emulator which runs on this machine: ``emulator env``."""

from __future__ import annotations

import argparse
import json
import os
import secrets
import shlex
import sys
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from twilio_ops_emulator.control.control import PREFIX

VARIABLE = "TWILIO_OPS_EMULATOR"
"""The variable that says where the emulator is, where it is not the one started last."""
SHELLS = ("sh", "fish", "powershell", "cmd")


def notice() -> Path:
    """Return the file in which an emulator that runs says where it is."""
    from platformdirs import user_data_path

    return user_data_path("twilio-ops") / "emulator" / "running.json"


def announce(url: str, token: str | None) -> None:
    """Write down where an emulator is, for ``emulator env``; only the user can read it.

    Where that cannot be written, the emulator runs all the same, and says so.
    """
    path = notice()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        staged = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(staged, flags, 0o600), "w", encoding="utf-8") as file:
            json.dump({"url": url, "token": token}, file)
        staged.replace(path)
    except OSError as error:
        print(f"'env' will not find this emulator without --url: {error}", file=sys.stderr)


def withdraw(url: str) -> None:
    """Take back what ``announce`` has written, unless another emulator has written it since."""
    try:
        if json.loads(notice().read_text(encoding="utf-8"))["url"] == url:
            notice().unlink()
    except (OSError, ValueError, KeyError, TypeError):
        return  # it is not there any more, or not ours


def variables(state: Mapping[str, Any]) -> dict[str, str]:
    """Return the variables by name.

    Args:
        state: What the emulator says of itself: ``GET /_emulator/state``.
    """
    addresses: Mapping[str, str] = state["addresses"]
    found = {
        VARIABLE: addresses["url"],
        "TWILIO_ACCOUNT_SID": state["account_sid"],
        "TWILIO_AUTH_TOKEN": state["auth_token"],
    }
    if proxy := addresses.get("proxy"):
        found |= dict.fromkeys(("HTTPS_PROXY", "https_proxy", "HTTP_PROXY"), proxy)
        found |= dict.fromkeys(("NO_PROXY", "no_proxy"), "localhost,127.0.0.1,::1")
    if bundle := addresses.get("bundle"):
        names = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
        found |= dict.fromkeys(names, bundle)
        found["NODE_EXTRA_CA_CERTS"] = addresses["certificate"]
        java = [
            f"-Djavax.net.ssl.trustStore={addresses['truststore']}",
            "-Djavax.net.ssl.trustStorePassword=changeit",
        ]
        if proxy:
            where = urlsplit(proxy)
            java += [f"-Dhttps.proxyHost={where.hostname}", f"-Dhttps.proxyPort={where.port}"]
        found["JAVA_TOOL_OPTIONS"] = " ".join(java)
    return found


def written(name: str, value: str, shell: str | None) -> str:
    """Return a variable as a line.

    Args:
        name: Its name.
        value: What it is.
        shell: The shell that is to carry the line out; None = ``NAME=value`` alone.
    """
    if shell == "sh":
        return f"export {name}={shlex.quote(value)}"
    if shell == "fish":
        return f"set -gx {name} {shlex.quote(value)}"
    if shell == "powershell":
        doubled = value.replace("'", "''")
        return f"$env:{name} = '{doubled}'"
    if shell == "cmd":
        return f'set "{name}={value}"'
    return f"{name}={value}"


def main(arguments: Sequence[str]) -> int:
    """Print the variables of an emulator that runs.

    Args:
        arguments: The command line behind ``env``.

    Returns:
        The exit code: 2 when no emulator answers.
    """
    options = _parser().parse_args(arguments)
    url, token = options.url or os.environ.get(VARIABLE), options.token
    if url is None:
        try:
            said = json.loads(notice().read_text(encoding="utf-8"))
            url, token = said["url"], said["token"]
        except (OSError, ValueError, KeyError, TypeError):
            print(
                "no emulator is running on this machine: start one with "
                "'twilio-ops emulator --proxy', or say where it is with --url",
                file=sys.stderr,
            )
            return 2
    try:
        state = _state(str(url), token)
        found = variables(state)
    except (OSError, ValueError, KeyError) as error:
        print(f"{url} does not answer as an emulator: {error}", file=sys.stderr)
        return 2
    for name, value in found.items():
        print(written(name, value, options.shell))
    if "proxy" not in state["addresses"]:
        print("the emulator was started without --proxy: nothing leads to it", file=sys.stderr)
    return 0


def _state(url: str, token: str | None) -> dict[str, Any]:
    headers = {} if token is None else {"Authorization": f"Bearer {token}"}
    request = urllib.request.Request(f"{url.rstrip('/')}{PREFIX}/state", headers=headers)
    if request.type not in ("http", "https"):
        raise ValueError("expected an address that begins with http://")
    # Without a proxy: this may be asked where the variables are set already.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=10) as answer:
        state: dict[str, Any] = json.loads(answer.read())
    return state


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="twilio-ops emulator env",
        description="Print the variables that lead programs of this machine to an emulator.",
    )
    parser.add_argument("--url", help=f"where it is; otherwise {VARIABLE}, or the one started last")
    parser.add_argument("--token", help="its token, where others than this machine reach it")
    parser.add_argument(
        "--shell",
        nargs="?",
        const="sh",
        choices=SHELLS,
        help="print commands of a shell (default: sh); otherwise NAME=value",
    )
    return parser
