"""Regenerates, shows that nothing changed, then runs the five actions with their XML shown.

The service is a few lines in this process: a dictionary of messages behind the seam that every
request goes through. No account, no network.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from twilio_ops import Connection, Options, Reply
from twilio_ops.api.message import (
    CreateMessage,
    DeleteMessage,
    GetMessage,
    QueryMessage,
    UpdateMessage,
)
from twilio_ops_runtime.transport import Request

ROOT = Path(__file__).resolve().parent.parent
ACCOUNT = "AC" + "0123456789abcdef" * 2


class Service:
    """Keeps messages and answers the five actions in XML."""

    def __init__(self) -> None:
        self.messages: dict[str, dict[str, str]] = {}

    def __call__(self, request: Request, /) -> Reply:
        """The answer to one request."""
        parts = urlsplit(request.url)
        name = parts.path.removesuffix(".xml").rpartition("/")[2]
        sent = dict(parse_qsl((request.body or b"").decode(), keep_blank_values=True))
        if name == "Messages" and request.method == "POST":
            if not sent["To"].startswith("+1"):
                return self.refusal(400, 21211, f"{sent['To']} is not a valid phone number")
            sid = f"SM{len(self.messages) + 1:032x}"
            self.messages[sid] = {"Sid": sid, **sent, "Status": "queued", "Price": "-0.00750"}
            return self.answer(201, self.message(sid))
        if name == "Messages":
            found = "".join(self.message(sid) for sid in reversed(self.messages))
            return self.answer(200, f'<Messages page="0" nextpageuri="">{found}</Messages>')
        if name not in self.messages:
            return self.refusal(404, 20404, f"The resource {parts.path} was not found")
        if request.method == "DELETE":
            del self.messages[name]
            return Reply(204)
        self.messages[name].update(sent)
        return self.answer(200, self.message(name))

    def message(self, sid: str) -> str:
        """One message as XML."""
        rows = "".join(f"<{name}>{text}</{name}>" for name, text in self.messages[sid].items())
        return f"<Message>{rows}</Message>"

    def answer(self, status: int, body: str) -> Reply:
        """A reply in the service's envelope."""
        text = f"<TwilioResponse>{body}</TwilioResponse>"
        return Reply(status, {"Content-Type": "application/xml"}, text.encode())

    def refusal(self, status: int, code: int, message: str) -> Reply:
        """An error answer."""
        rows = f"<Code>{code}</Code><Message>{message}</Message><Status>{status}</Status>"
        return self.answer(status, f"<RestException>{rows}</RestException>")


def show(title: str, *texts: object) -> None:
    """Prints a step."""
    print(f"\n== {title}")
    for text in texts:
        print(f"   {text}")


def main() -> None:
    """Runs the steps."""
    show("Regenerate from the catalog, and what that changed")
    for command in ("write", "check"):
        subprocess.run([sys.executable, "-m", "codegen", command], cwd=ROOT, check=True)

    connection = Connection(ACCOUNT, "a-secret-that-is-never-shown", send=Service())
    options = Options(return_application_error_responses=True)
    show("The connection", connection)

    documents = [
        "<Message><To>+13115556789</To><From>+13115550000</From><Body>Hello</Body></Message>",
        "<Message><To>12</To><From>+13115550000</From><Body>Refused by the service</Body></Message>",
        "<Message><Body>Not valid: no To</Body></Message>",
        "<Message><To>+13115556790</To><From>+13115550000</From><Body>Again</Body></Message>",
    ]
    show("Create: four documents, each on its own")
    sids = []
    for result, document in zip(
        CreateMessage(connection, options=options).process(documents), documents, strict=True
    ):
        show(f"document {result.index}: {result.status}", f"in   {document}")
        for output in result.outputs:
            print(f"   out  {output}")
        if result.ok and result.output is not None:
            sids.append(result.output.text_at("Message/Sid") or "")
        elif result.error is not None and not result.outputs:
            print(f"   {result.error}")

    show("Get one, as a document", GetMessage(connection).document(sids[0]))
    show("Query, two fields of each", *QueryMessage(connection, fields=["Sid", "Body"]).documents())
    update = f"<Message><Sid>{ACCOUNT}:{sids[0]}</Sid><Body></Body></Message>"
    (result,) = UpdateMessage(connection).process([update])
    show("Update: redact, the account's Sid in front", f"in   {update}", f"out  {result.output}")
    (result,) = DeleteMessage(connection).process([f"<Message><Sid>{sids[1]}</Sid></Message>"])
    show("Delete", f"{result.status}; left: {len(list(QueryMessage(connection).documents()))}")


if __name__ == "__main__":
    main()
