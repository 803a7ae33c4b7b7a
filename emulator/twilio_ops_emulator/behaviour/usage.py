"""Usage: records worked out from the ledger, and triggers that watch it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from twilio_ops_emulator.api.paging import Sequenced
from twilio_ops_emulator.api.render import Link
from twilio_ops_emulator.behaviour.base import Behaviour
from twilio_ops_emulator.state.clock import DAY, day_of, midnight, rfc2822
from twilio_ops_emulator.state.usage import NOTHING, Amount

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.api.render import Page
    from twilio_ops_emulator.model import FilterModel
    from twilio_ops_emulator.state.index import Row

_OFFSET = re.compile(r"([+-]\d{1,5})days", re.ASCII)
_LENGTHS = {"day": 10, "month": 7, "year": 4}
_CATEGORY = 1 << 32
"""How far apart the places of two categories are: more than there are days."""


class UsageRecordBehaviour(Behaviour):
    """A category a record, or a category and a day, month or year."""

    @property
    def _facts(self) -> Mapping[str, Any]:
        facts: Mapping[str, Any] = self.facts["usage"]
        return facts

    def query(self, context: Context) -> Page:
        rules = self.state.rules
        filters = context.action.filters
        sent = [(name, self._dated(filters.get(name), value)) for name, value in context.sent]
        rules.selection(context.action, self._layout, sent)  # refuses what is not one
        asked = {
            name: rules.value(filters[name], value)
            for name, value in sent
            if name in filters and name != "Category"
        }
        wanted = dict(context.sent).get("Category")
        accounts = [context.account_sid]
        if asked.get("IncludeSubaccounts") is not False:
            accounts = self.state.family(context.account_sid)
        first, last = self._range(asked.get("StartDate"), asked.get("EndDate"))
        if first is not None and last < first:
            raise self.state.errors.case("usage_range", f"It ends on {last}, before {first}.")
        rows: list[Row] = []
        # A record's place follows from its category and its start alone: no other one moves it.
        for number, category in enumerate(self.state.usage.categories, start=1):
            if wanted in (None, "", category):
                days = self.state.usage.days(accounts, category)
                for start, end, amount in self._groups(days, first, last, context):
                    row = self._row(context, category, start, end, amount)
                    row.order = midnight(start) // DAY - number * _CATEGORY
                    rows.append(row)
        return self.page(context, Sequenced(rows))

    def _dated(self, model: FilterModel | None, text: str) -> str:
        """A filter's value; the day, where an offset from today is sent."""
        offset = _OFFSET.fullmatch(text)
        if model is None or model.format != "relative" or offset is None:
            return text
        return day_of(self.state.now + int(offset[1]) * DAY)

    def _range(self, first: str | None, last: str | None) -> tuple[str | None, str]:
        today = day_of(self.state.now)
        which = self._facts["periods"][self.model.key].get("range")
        if which == "today":
            return today, today
        if which == "yesterday":
            yesterday = day_of(self.state.now - DAY)
            return yesterday, yesterday
        if which == "this-month":
            return f"{today[:7]}-01", today
        if which == "last-month":
            end = day_of(midnight(f"{today[:7]}-01") - DAY)
            return f"{end[:7]}-01", end
        return first, last or today

    def _groups(
        self, days: Mapping[str, Amount], first: str | None, last: str, context: Context
    ) -> Iterator[tuple[str, str, Amount]]:
        """The start, the end and the amount of every group of days, newest first."""
        group = self._facts["periods"][self.model.key]["group"]
        known = {
            day: amount
            for day, amount in days.items()
            if (first is None or day >= first) and day <= last
        }
        if group == "all":
            since = first or day_of(context.account["date_created"])
            total = NOTHING
            for amount in known.values():
                total = total.plus(amount)
            yield min(since, last), last, total
            return
        length = _LENGTHS[group]
        totals: dict[str, Amount] = {}
        for day, amount in known.items():
            key = day[:length]
            totals[key] = totals.get(key, NOTHING).plus(amount)
        for key in sorted(totals, reverse=True):
            start, end = _calendar(key)
            yield max(start, first or start), min(end, last), totals[key]

    def _row(self, context: Context, category: str, start: str, end: str, amount: Amount) -> Row:
        facts = self._facts["categories"][category]
        about = f"?Category={quote(category)}"
        base = f"{self.state.catalog.find('UsageRecord').path_pattern % (context.account_sid,)}"
        own = self.model.path_pattern % (context.account_sid,)
        return self.make(
            (context.account_sid,),
            {
                "as_of": self.state.now,
                "category": category,
                "count": str(amount.count),
                "count_unit": facts["count_unit"],
                "description": facts["description"],
                "start_date": start,
                "end_date": end,
                "price": str(amount.price),
                "price_unit": self._facts["currency"],
                "usage": str(amount.price if category == "totalprice" else amount.usage),
                "usage_unit": facts["usage_unit"],
                "uri": Link(own, f"{about}&StartDate={start}&EndDate={end}"),
                "subresource_uris": {
                    name: Link(f"{base}/{part}", about)
                    for name, part in self._facts["subresources"].items()
                },
            },
        )


def _calendar(period: str) -> tuple[str, str]:
    """The first and the last day of a day, a month or a year."""
    if len(period) == _LENGTHS["year"]:
        return f"{period}-01-01", f"{period}-12-31"
    if len(period) == _LENGTHS["month"]:
        year, month = map(int, period.split("-"))
        return f"{period}-01", f"{period}-{monthrange(year, month)[1]:02}"
    return period, period


class UsageTriggerBehaviour(Behaviour):
    """A trigger fires once when what it watches reaches a value; a recurring one once a period."""

    def get(self, context: Context) -> Row:
        row = super().get(context)
        self._refresh(row)
        return row

    def query(self, context: Context) -> Page:
        page = super().query(context)
        for row in page.rows:
            self._refresh(row)
        return page

    def changed(self, context: Context, row: Row) -> None:
        self._refresh(row)

    def prepare(self, context: Context) -> dict[str, Any]:
        values = super().prepare(context)
        category = context.values["UsageCategory"]
        if not re.fullmatch(self.facts["usage"]["trigger_category"], category):
            why = f"{category!r} is not one"
            raise self.state.errors.invalid(context.action.key, "UsageCategory", why)
        text = context.values["TriggerValue"]
        try:
            wanted = Decimal(text)
        except ArithmeticError:
            why = f"{text!r} is not a number"
            raise self.state.errors.invalid(context.action.key, "TriggerValue", why) from None
        by = values.get("trigger_by") or self.facts["defaults"]["UsageTrigger"]["trigger_by"]
        current = self._current(context.account_sid, category, by, values.get("recurring"))
        if text.startswith("+"):
            wanted += current
        values["trigger_value"] = str(wanted)
        values["current_value"] = str(current)
        records = self.state.catalog.find("UsageRecord").path_pattern % (context.account_sid,)
        values["usage_record_uri"] = Link(records, f"?Category={quote(category)}")
        return values

    def used(self, account: str, categories: Sequence[str]) -> None:
        """Something was used: see whether a trigger of the account or its owner fires.

        Args:
            account: Who used it.
            categories: What it counts in.
        """
        user = self.state.account(account)
        if user is None:
            return
        for owner in dict.fromkeys((user["sid"], user["owner_account_sid"])):
            for row in list(self.table.listing((owner,))):
                if row["usage_category"] in categories:
                    self._look(row)

    def _refresh(self, row: Row) -> Decimal:
        """Work out the value it watches, which a new period sets to nothing."""
        current = self._current(
            row["account_sid"], row["usage_category"], row["trigger_by"], row["recurring"]
        )
        self.table.update(row, {"current_value": str(current)})
        return current

    def _look(self, row: Row) -> None:
        """Fire, if it has come to that and has not yet."""
        current = self._refresh(row)
        period = self._period(row["recurring"]) or "once"
        if row.recall("fired") != period and current >= Decimal(row["trigger_value"]):
            row.remember(fired=period)
            self.write(row, {"date_fired": self.state.now})
            self._fire(row)

    def _fire(self, row: Row) -> None:
        names = self.facts["usage"]["trigger_callback"].items()
        said = {name: row[field] for name, field in names}
        said["UsageRecordUri"] = "".join(row["usage_record_uri"])
        said["DateFired"] = rfc2822(self.state.now)
        said["IdempotencyToken"] = f"{row['sid']}-{row['date_fired']}"
        self.state.call_back(
            row["account_sid"],
            row["callback_url"],
            row["callback_method"],
            said,
            ("UsageTrigger", row["sid"]),
        )

    def _period(self, recurring: str | None) -> str | None:
        """The name of the period it is, for a trigger that recurs."""
        length = _LENGTHS.get(self.facts["usage"]["recurring"].get(recurring))
        return day_of(self.state.now)[:length] if length else None

    def _current(self, account: str, category: str, by: str, recurring: str | None) -> Decimal:
        period = self._period(recurring)
        first = None if period is None else f"{period}-01-01"[:10]
        amount = self.state.usage.total(self.state.family(account), category, first)
        value: Decimal = getattr(amount, by)
        return value


BEHAVIOURS = {
    "UsageRecord": UsageRecordBehaviour,
    "UsageRecordAllTime": UsageRecordBehaviour,
    "UsageRecordDaily": UsageRecordBehaviour,
    "UsageRecordLastMonth": UsageRecordBehaviour,
    "UsageRecordMonthly": UsageRecordBehaviour,
    "UsageRecordThisMonth": UsageRecordBehaviour,
    "UsageRecordToday": UsageRecordBehaviour,
    "UsageRecordYearly": UsageRecordBehaviour,
    "UsageRecordYesterday": UsageRecordBehaviour,
    "UsageTrigger": UsageTriggerBehaviour,
}
