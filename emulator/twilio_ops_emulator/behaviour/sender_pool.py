"""The pools of messaging services: who is in one, and which sender a message has."""

from __future__ import annotations

from twilio_ops_emulator.behaviour import numbering
from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.state.state import State


def service_of(main: State, account: str, sid: str) -> Row | None:
    """Return a messaging service of an account, or None.

    Args:
        main: The main state.
        account: The account.
        sid: The service.
    """
    state = main.products.get("messaging-v1")
    return None if state is None else state.find("Service", (account,), sid)


def pool(main: State, account: str, service: str) -> list[str]:
    """Return the senders of a service, numbers first.

    Args:
        main: The main state.
        account: The account.
        service: The service.
    """
    state = main.products["messaging-v1"]
    scope = (account, service)
    lists = (
        ("PhoneNumber", "phone_number"),
        ("ShortCode", "short_code"),
        ("AlphaSender", "alpha_sender"),
    )
    return [str(row[name]) for key, name in lists for row in state.table(key).listing(scope)]


def service_with(main: State, account: str, number: str) -> Row | None:
    """Return the service of an account that has a number in its pool, or None."""
    state = main.products.get("messaging-v1")
    row = None if state is None else state.table("PhoneNumber").having("phone_number", number)
    if state is None or row is None or row["account_sid"] != account:
        return None
    return state.find("Service", (account,), row["service_sid"])


def choose(senders: list[str], to: str, before: str | None) -> str | None:
    """Return the sender of a message: the same as before, or one that is near.

    A number of the recipient's area code comes first (in North America), then one of the country, then
    any number; a short code goes to North America alone; a word is the last resort.

    Args:
        senders: The pool.
        to: The recipient.
        before: The sender of the last message to this recipient.
    """
    if before in senders:
        return before
    country = numbering.look_up(to, "US").calling_code

    def rank(sender: str) -> int | None:
        if sender.startswith("+"):
            if country == "1" and sender[:5] == to[:5]:
                return 0
            return 1 if numbering.look_up(sender, "US").calling_code == country else 3
        if sender.isdigit():
            return 2 if country == "1" else None
        return None if country == "1" else 4

    ranked = [(rank(sender), number) for number, sender in enumerate(senders)]
    fits = [(order, number) for order, number in ranked if order is not None]
    return senders[min(fits)[1]] if fits else None
