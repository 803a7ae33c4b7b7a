"""Fields hold what they mean, however the wire writes them."""

from __future__ import annotations

import pytest

from twilio_ops_codegen.catalog.model import Catalog

EVERYWHERE = {
    "price": ("decimal", "string"),
    "duration": ("integer", "string"),
    "queue_time": ("integer", "string"),
    "latitude": ("decimal", "string"),
    "longitude": ("decimal", "string"),
    "usage": ("decimal", "string"),
    "date_created": ("datetime", None),
    "date_updated": ("datetime", None),
    "start_time": ("datetime", None),
    "start_date": ("date", None),
    "as_of": ("datetime", None),
}


@pytest.mark.parametrize("name", EVERYWHERE)
def test_field_has_one_type_everywhere(loaded: Catalog, name: str) -> None:
    found = {
        (row.type, row.json_type)
        for value in loaded.objects.values()
        for key, row in value.fields.items()
        if key == name
    }
    assert found == {EVERYWHERE[name]}


@pytest.mark.parametrize(
    ("name", "field", "kind"),
    [
        ("Balance", "balance", "decimal"),
        ("Message", "num_media", "integer"),
        ("Message", "num_segments", "integer"),
        ("Notification", "error_code", "integer"),
        ("CallNotification", "log", "integer"),
        ("Token", "ttl", "integer"),
        ("UsageRecordDaily", "count", "decimal"),
        ("UsageTrigger", "current_value", "decimal"),
        ("UsageTrigger", "trigger_value", "decimal"),
    ],
)
def test_quoted_number(loaded: Catalog, name: str, field: str, kind: str) -> None:
    row = loaded.objects[name].fields[field]
    assert (row.type, row.json_type) == (kind, "string")


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("ShortCode", "short_code"),
        ("CallerIdValidation", "validation_code"),
        ("LocalPhoneNumber", "lata"),
        ("LocalPhoneNumber", "postal_code"),
    ],
)
def test_digits_that_are_no_number_stay_text(loaded: Catalog, name: str, field: str) -> None:
    assert loaded.objects[name].fields[field].type == "string"


def test_only_numbers_are_quoted(loaded: Catalog) -> None:
    for name, value in loaded.objects.items():
        for key, row in value.fields.items():
            if row.json_type is not None:
                assert row.type in ("integer", "decimal"), f"{name}/{key}"


def test_usage_is_the_only_iso_8601(loaded: Catalog) -> None:
    found = {
        key
        for value in loaded.objects.values()
        for key, row in value.fields.items()
        if row.type == "datetime" and row.format == "iso8601"
    }
    assert found == {"as_of"}


def test_what_need_not_be_e164_does_not_say_so(loaded: Catalog) -> None:
    message, call = loaded.objects["Message"].actions, loaded.objects["Call"].actions
    for name in ("To", "From", "FallbackFrom"):
        assert message["Create"].parameters[name].format == "endpoint"
    for action in (message["Query"], call["Query"]):
        assert {action.filters[name].format for name in ("To", "From")} == {"endpoint"}
    numbers = loaded.objects["IncomingPhoneNumber"].actions
    assert numbers["Create"].parameters["PhoneNumber"].format == "phone-number"
    assert numbers["Query"].filters["PhoneNumber"].format is None


def test_days_of_usage_may_be_offsets_from_today(loaded: Catalog) -> None:
    found = {
        name
        for name, value in loaded.objects.items()
        if "Query" in value.actions
        for row in value.actions["Query"].filters.values()
        if row.format == "relative"
    }
    assert found == {name for name in loaded.objects if name.startswith("UsageRecord")}
    assert len(found) == 9
