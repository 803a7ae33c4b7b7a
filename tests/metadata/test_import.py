"""The imported part of the catalog is whole, and what was added to it is known by name."""

from __future__ import annotations

from collections import Counter

from twilio_ops_codegen.catalog.model import Catalog

HISTORICAL = {"CallFeedback", "CallFeedbackSummary", "SMSMessage"}


def test_every_object_and_operation_of_the_source_is_there(loaded: Catalog) -> None:
    imported = [value for value in loaded.objects.values() if value.source is not None]
    assert len(imported) == 72
    operations = [
        row.operation
        for value in imported
        for row in value.actions.values()
        if row.operation is not None
    ]
    assert len(operations) == len(set(operations)) == 197


def test_operations_by_action(loaded: Catalog) -> None:
    counted = Counter(
        action
        for value in loaded.objects.values()
        for action, row in value.actions.items()
        if row.operation is not None
    )
    assert counted == {"Query": 61, "Get": 42, "Create": 35, "Update": 27, "Delete": 32}


def test_what_the_source_lacks_is_historical(loaded: Catalog) -> None:
    added = {name for name, value in loaded.objects.items() if value.source is None}
    assert added == HISTORICAL
    assert all(loaded.objects[name].deprecated for name in added)


def test_parents_exist_and_lead_to_the_account(catalog: Catalog) -> None:
    for name in catalog.objects:
        seen = [name]
        while (parent := catalog.objects[seen[-1]].parent) is not None:
            assert parent not in seen
            seen.append(parent)
        assert seen[-1] == "Account", f"{name}: {seen}"


def test_nine_lists_filter_before_and_after(loaded: Catalog) -> None:
    found = {
        name: {
            key for key, row in value.actions["Query"].filters.items() if len(row.operators) == 3
        }
        for name, value in loaded.objects.items()
        if "Query" in value.actions and value.source
    }
    assert {name: keys for name, keys in found.items() if keys} == {
        "Call": {"StartTime", "EndTime"},
        "CallNotification": {"MessageDate"},
        "CallRecording": {"DateCreated"},
        "Conference": {"DateCreated", "DateUpdated"},
        "ConferenceRecording": {"DateCreated"},
        "Media": {"DateCreated"},
        "Message": {"DateSent"},
        "Notification": {"MessageDate"},
        "Recording": {"DateCreated"},
    }


def test_available_numbers_and_countries_are_not_paged(loaded: Catalog) -> None:
    unpaged = {
        value.source
        for value in loaded.objects.values()
        if "Query" in value.actions and value.actions["Query"].paging == "none"
    }
    kinds = [
        "Local",
        "MachineToMachine",
        "Mobile",
        "National",
        "SharedCost",
        "TollFree",
        "Voip",
        "Country",
    ]
    assert unpaged == {f"AvailablePhoneNumber{kind}" for kind in kinds}
    others = {
        row.paging
        for value in loaded.objects.values()
        for action, row in value.actions.items()
        if action == "Query" and value.source not in unpaged
    }
    assert others == {"uris"}
