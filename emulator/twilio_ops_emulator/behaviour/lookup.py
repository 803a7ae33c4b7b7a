"""Lookups: what the plan of numbers says of one, without asking anybody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.behaviour import numbering
from twilio_ops_emulator.behaviour.product import ProductBehaviour

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.state.index import Row


class LookupBehaviour(ProductBehaviour):
    """A number is looked up, not kept: the same number says the same every time."""

    def get(self, context: Context) -> Row:
        facts: Mapping[str, Any] = self.facts["lookup"]
        text = context.keys["PhoneNumber"]
        country = (context.get("CountryCode") or facts["default_country"]).upper()
        known = numbering.look_up(text, country)
        wanted = [word.strip() for word in (context.get("Fields") or "").split(",") if word.strip()]
        for word in wanted:
            if word != "validation" and word not in facts["packages"]:
                raise self.state.errors.invalid(
                    context.action.key, "Fields", f"has no package {word!r}"
                )
        packages = {
            word: dict(facts["packages"][word]) for word in wanted if word in facts["packages"]
        }
        if "line_type_intelligence" in packages:
            packages["line_type_intelligence"]["type"] = facts["line_types"].get(known.kind)
        return self.make(
            self.scope(context),
            {
                "phone_number": known.number,
                "national_format": known.national,
                "country_code": known.country,
                "calling_country_code": known.calling_code,
                "valid": not known.problems,
                "validation_errors": [facts["errors"][problem] for problem in known.problems],
                **packages,
            },
        )


BEHAVIOURS = {"PhoneNumber": LookupBehaviour}
