"""Reads calls with the published Singer tap of Twilio, as it does one stream of one account.

    PYTHONPATH=FOLDER python bench/singer_tap.py URL ACCOUNT SIZE

The records go to standard output, as the tap writes them; the last line of standard error says how many
seconds it took. A page is as large as the service lets one be: the tap itself asks for no size.
"""

from __future__ import annotations

import sys
import time
from importlib import import_module
from typing import Any


def main() -> None:
    """Read the stream."""
    url, account, size = sys.argv[1:]
    client: Any = import_module("tap_twilio.client")
    streams: Any = import_module("tap_twilio.streams")
    sync: Any = import_module("tap_twilio.sync")
    discover: Any = import_module("tap_twilio.discover")

    client.API_URL = url
    calls = streams.STREAMS["accounts"]["children"]["calls"]
    endpoint = {**calls, "api_url": url, "params": {"PageSize": size}}
    # One window holds all; the tap's own cut by the end, which asks the same of the service.
    del endpoint["bookmark_query_field_from"], endpoint["bookmark_query_field_to"]
    asking = client.TwilioClient(account, "secret")
    asking._TwilioClient__verified = True
    began = time.perf_counter()
    sync.sync_endpoint(
        client=asking,
        config={},
        catalog=discover.discover(),
        state={},
        start_date="2000-01-01T00:00:00Z",
        stream_name="calls",
        path=f"Accounts/{account}/Calls.json",
        endpoint_config=endpoint,
        bookmark_field="date_updated",
        selected_streams=["calls"],
        date_window_days=10_000,
        parent="accounts",
        parent_id=account,
        account_sid=account,
        required_streams=["calls"],
    )
    seconds = time.perf_counter() - began
    print(seconds, file=sys.stderr)


if __name__ == "__main__":
    main()
