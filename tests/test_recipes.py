"""Recipes of the documentation, tried with the frameworks they are for; each skips where one is absent."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import attrs
import pytest

from twilio_ops.api.message import CreateMessage, QueryMessage
from twilio_ops.webhooks import sign
from twilio_ops_emulator import Emulator

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "guides" / "webhooks.md"
TOKEN = "a" * 32
PUBLIC = "https://example.com"


def recipe(name: str) -> dict[str, Any]:
    """What a file of the page defines."""
    text = PAGE.read_text(encoding="utf-8")
    match = re.search(rf"^```python title={name}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert match
    names: dict[str, Any] = {"__name__": name}
    exec(compile(match[1], name, "exec", dont_inherit=True), names)
    return names


CASES = [
    ("/voice?order=4711", {"From": "+13115556789", "Body": "Grüße & more"}, True),
    ("/voice?order=4711", {"From": "+13115556789", "Body": "Grüße & more"}, False),
]


@pytest.mark.parametrize(("path", "form", "good"), CASES)
def test_fastapi(
    path: str, form: dict[str, str], good: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A signed form and a signed body reach the endpoint; others do not."""
    pytest.importorskip("fastapi")
    pytest.importorskip("python_multipart")
    pytest.importorskip("httpx2")
    from fastapi.testclient import TestClient

    monkeypatch.setenv("TWILIO_AUTH_TOKEN", TOKEN)
    client = TestClient(recipe("fastapi_app.py")["app"], base_url="http://10.0.0.1:8000")
    signature = sign(TOKEN, PUBLIC + path, form) if good else "bm9uZQ=="
    done = client.post(path, data=form, headers={"X-Twilio-Signature": signature})
    assert done.status_code == (200 if good else 403)
    if good:
        assert done.json() == {"from": form["From"]}
    assert client.post(path, data=form).status_code == 403
    body = json.dumps([form]).encode()
    address = f"/events?bodySHA256={sha256(body).hexdigest()}"
    headers = {
        "X-Twilio-Signature": sign(TOKEN, PUBLIC + address) if good else "bm9uZQ==",
        "Content-Type": "application/json",
    }
    done = client.post(address, content=body, headers=headers)
    assert done.status_code == (200 if good else 403)
    assert client.post(address, content=body + b" ", headers=headers).status_code == 403


@pytest.mark.parametrize(("path", "form", "good"), CASES)
def test_django(
    path: str, form: dict[str, str], good: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same with the decorator."""
    pytest.importorskip("django")
    from django.conf import settings

    if not settings.configured:
        settings.configure(ALLOWED_HOSTS=["*"], SECRET_KEY="x")
    from django.test import RequestFactory

    monkeypatch.setenv("TWILIO_AUTH_TOKEN", TOKEN)
    voice = recipe("django_app.py")["voice"]
    signature = sign(TOKEN, PUBLIC + path, form) if good else "bm9uZQ=="
    kind = "application/x-www-form-urlencoded"
    make = RequestFactory().post
    done = voice(make(path, urlencode(form), kind, headers={"X-Twilio-Signature": signature}))
    assert done.status_code == (200 if good else 403)
    if good:
        assert done.content.decode() == form["From"]
    assert voice(make(path, urlencode(form), kind)).status_code == 403


def test_a_data_frame_of_records() -> None:
    """Columns are the fields, values are what the records hold."""
    pandas = pytest.importorskip("pandas")
    with Emulator(seed=1) as twilio, twilio.connection() as connection:
        create = CreateMessage(connection)
        for number in range(3):
            create(to=f"+1311555678{number}", from_="+13115550000", body=f"Hello {number}")
        query = QueryMessage(connection, fields=["Sid", "To", "DateCreated", "Price"])
        records = list(query())
    frame = pandas.DataFrame([attrs.asdict(record) for record in records])
    assert sorted(frame.columns) == ["date_created", "price", "sid", "to"]
    assert sorted(frame["to"]) == ["+13115556780", "+13115556781", "+13115556782"]
    assert frame["date_created"].dtype.kind == "M"
    plain = pandas.DataFrame([record.to_dict() for record in records])
    assert list(pandas.to_datetime(plain["date_created"])) == list(frame["date_created"])
