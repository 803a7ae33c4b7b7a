"""TollFreePhoneNumber: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.toll_free_phone_number as api

from .harness import check


def test_get_toll_free_phone_number() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/TollFree."""
    check(
        api.GetTollFreePhoneNumber,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/AvailablePhoneNumbers/US/TollFree",
        address="US",
        arguments={
            "area_code": 1,
            "contains": "text & more",
            "sms_enabled": True,
            "mms_enabled": True,
            "voice_enabled": True,
            "exclude_all_address_required": True,
            "exclude_local_address_required": True,
            "exclude_foreign_address_required": True,
            "beta": True,
            "near_number": "+13115556789",
            "near_lat_long": "text & more",
            "distance": 1,
            "in_postal_code": "text & more",
            "in_region": "text & more",
            "in_rate_center": "text & more",
            "in_lata": "text & more",
            "in_locality": "text & more",
            "fax_enabled": True,
        },
        sent=[
            ("AreaCode", "1"),
            ("Contains", "text & more"),
            ("SmsEnabled", "true"),
            ("MmsEnabled", "true"),
            ("VoiceEnabled", "true"),
            ("ExcludeAllAddressRequired", "true"),
            ("ExcludeLocalAddressRequired", "true"),
            ("ExcludeForeignAddressRequired", "true"),
            ("Beta", "true"),
            ("NearNumber", "+13115556789"),
            ("NearLatLong", "text & more"),
            ("Distance", "1"),
            ("InPostalCode", "text & more"),
            ("InRegion", "text & more"),
            ("InRateCenter", "text & more"),
            ("InLata", "text & more"),
            ("InLocality", "text & more"),
            ("FaxEnabled", "true"),
        ],
        record=api.TollFreePhoneNumber,
        facts={
            "elsewhere": (
                ("AreaCode", "query"),
                ("Beta", "query"),
                ("Contains", "query"),
                ("Distance", "query"),
                ("ExcludeAllAddressRequired", "query"),
                ("ExcludeForeignAddressRequired", "query"),
                ("ExcludeLocalAddressRequired", "query"),
                ("FaxEnabled", "query"),
                ("InLata", "query"),
                ("InLocality", "query"),
                ("InPostalCode", "query"),
                ("InRateCenter", "query"),
                ("InRegion", "query"),
                ("MmsEnabled", "query"),
                ("NearLatLong", "query"),
                ("NearNumber", "query"),
                ("SmsEnabled", "query"),
                ("VoiceEnabled", "query"),
            )
        },
    )


def test_query_toll_free_phone_number() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/TollFree."""
    check(
        api.QueryTollFreePhoneNumber,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/AvailablePhoneNumbers/US/TollFree",
        address="US",
        record=api.TollFreePhoneNumber,
        facts={"max_page_size": 1000},
    )
