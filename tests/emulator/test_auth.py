"""Who asks, and what is said to whoever may not."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from emulator_client import Answer, Client, basic

from twilio_ops_emulator import Emulator, catalog_data
from twilio_ops_runtime.http.messages import Request

NOT_RIGHT = "The credentials are missing or not right."


def asked(emulator: Emulator, header: str | None, path: str = "Accounts.json") -> Answer:
    """The answer to a request with some header."""
    headers = {} if header is None else {"Authorization": header}
    url = f"https://api.twilio.com/2010-04-01/{path}"
    return Answer(emulator.handle(Request("GET", url, headers)))


def test_wrong_credentials_are_told_how_to_ask(emulator: Emulator) -> None:
    """With the realm that HTTP wants, and no word about which part was wrong."""
    own, token = emulator.account_sid, emulator.auth_token
    key = Client(emulator).made("Keys.json")
    wrong = [
        *(None, "", "Basic", "Basic !", f"Basic {token}", f"Bearer {basic(token)[6:]}"),
        *(basic(f"{own}:"), basic(own), basic(f"{own}:{token}x"), basic(f":{token}")),
        *(basic(f"{key['sid']}:"), basic(f"{key['sid']}:{token}"), basic(f"AC{1:032x}:{token}")),
        *(basic(f"{own}:{token}") + "=", basic(f"{own}:{token}")[:-1]),
    ]
    for header in wrong:
        answer = asked(emulator, header)
        assert (answer.status, answer.json["detail"]) == (401, NOT_RIGHT), header
        assert answer.headers["WWW-Authenticate"] == 'Basic realm="Twilio API"'
        assert answer.json == {
            "code": 20003,
            "detail": NOT_RIGHT,
            "message": answer.json["message"],
            "more_info": "https://www.twilio.com/docs/errors/20003",
            "status": 401,
        }
    for header in (basic(f"{own}:{token}"), f"bAsIc  {basic(f'{own}:{token}')[6:]} "):
        assert asked(emulator, header).status == 200


def test_what_a_key_may_not_reach_is_named(client: Client, branch: Client) -> None:
    """What only the token reaches, and other accounts; nobody is asked for other credentials then."""
    key = client.made("Keys.json")
    program = Client(client.emulator, key["sid"], key["secret"])
    for answer, detail in (
        (program.get("Keys.json"), "A key may not reach Key."),
        (program.get("/2010-04-01/Accounts.json"), "A key may not reach Account."),
        (
            program.get(f"/2010-04-01/Accounts/{branch.account}/Calls.json"),
            f"A key of {client.account} may not reach the account {branch.account}.",
        ),
    ):
        assert (answer.status, answer.code, answer.json["detail"]) == (401, 20003, detail)
        assert "WWW-Authenticate" not in answer.headers
    signing = client.made("SigningKeys.json")
    assert (
        Client(client.emulator, signing["sid"], signing["secret"]).get("Calls.json").status == 200
    )


def test_an_account_that_is_not_within_reach(client: Client, branch: Client) -> None:
    """Is not there, as one that there is not; nor is what it has."""
    for who, sid in ((branch, client.account), (client, f"AC{1:032x}")):
        for path in (f"{sid}/Calls.json", f"{sid}.json"):
            answer = who.get(f"/2010-04-01/Accounts/{path}")
            assert (answer.status, answer.code) == (404, 20404)
            assert answer.json["message"].endswith(f" Account {sid} was not found.")


@pytest.mark.parametrize("status", ["suspended", "closed"])
def test_an_account_that_is_not_active_says_its_status(
    client: Client, branch: Client, status: str
) -> None:
    """To itself and to its owner."""
    client.made(f"/2010-04-01/Accounts/{branch.account}.json", Status=status)
    for who in (branch, client):
        answer = who.get(f"/2010-04-01/Accounts/{branch.account}/Calls.json")
        found: Any = answer.json
        assert (answer.status, answer.code) == (401, 20005)
        assert found["detail"] == f"Its status is {status}."
    assert branch.get("/2010-04-01/Accounts.json").code == 20005


def test_what_needs_no_credentials_is_the_main_accounts() -> None:
    """Whoever asks: as a catalog of one's own may have it."""
    document = copy.deepcopy(catalog_data.products()["verify-v2"])
    document["service"]["host"] = "own.twilio.com"
    document["objects"]["Service"]["actions"]["Query"]["security"] = "none"
    emulator = Emulator(catalogs={"own": document})
    emulator.handle(
        Request(
            "POST",
            "https://own.twilio.com/v2/Services",
            {"Authorization": basic(f"{emulator.account_sid}:{emulator.auth_token}")},
            b"FriendlyName=Mine",
        )
    )
    answer = Answer(emulator.handle(Request("GET", "https://own.twilio.com/v2/Services")))
    assert [row["friendly_name"] for row in answer.json["services"]] == ["Mine"]
