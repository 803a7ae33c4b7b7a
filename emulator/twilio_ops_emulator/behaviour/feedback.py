"""Feedback on messages and, as it once was, on calls."""

from __future__ import annotations

from statistics import mean, median, pstdev
from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.behaviour.base import Behaviour
from twilio_ops_emulator.state.clock import DAY, midnight

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.state.index import Row


class CallFeedbackBehaviour(Behaviour):
    """A call has one feedback at most; giving it again replaces it."""

    def get(self, context: Context) -> Row:
        row = self._known(context)
        if row is None:
            raise self.missing()
        return row

    def update(self, context: Context) -> Row:
        score = context.get("QualityScore")
        row = self._known(context)
        if row is None:
            if score is None:
                raise self.state.errors.missing(context.action.key, "QualityScore")
            row = self.make(self.scope(context), {"sid": context.keys["CallSid"]})
            self.table.insert(row)
            context.status = 201
        changes: dict[str, Any] = {"issues": context.get("Issue") or []}
        if score is not None:
            changes["quality_score"] = score
        self.write(row, changes)
        return row

    def _known(self, context: Context) -> Row | None:
        return self.table.find(self.scope(context), context.keys["CallSid"])


class CallFeedbackSummaryBehaviour(Behaviour):
    """What the feedback of some days comes to, worked out at once."""

    def prepare(self, context: Context) -> dict[str, Any]:
        values = super().prepare(context)
        first, last = values["start_date"], values["end_date"]
        accounts = [context.account_sid]
        if context.get("IncludeSubaccounts"):
            accounts = self.state.family(context.account_sid)
        start, end = midnight(first), midnight(last) + DAY
        calls = [
            row
            for account in accounts
            for row in self.state.table("Call").listing((account,))
            if start <= row["date_created"] < end
        ]
        feedback = [
            known
            for call in calls
            if (known := self._feedback(call)) is not None and known["quality_score"] is not None
        ]
        scores = [row["quality_score"] for row in feedback]
        return {
            **values,
            "include_subaccounts": bool(context.get("IncludeSubaccounts")),
            "status": "completed",
            "call_count": len(calls),
            "call_feedback_count": len(feedback),
            "quality_score_average": str(round(mean(scores), 2)) if scores else None,
            "quality_score_median": str(median(scores)) if scores else None,
            "quality_score_standard_deviation": str(round(pstdev(scores), 2)) if scores else None,
            "issues": self._issues(feedback, len(calls)),
        }

    def _feedback(self, call: Row) -> Row | None:
        return self.state.find("CallFeedback", (call["account_sid"], call["sid"]), call["sid"])

    @staticmethod
    def _issues(feedback: list[Row], calls: int) -> list[dict[str, Any]]:
        counts: dict[str, int] = {}
        for row in feedback:
            for issue in row["issues"] or ():
                counts[issue] = counts.get(issue, 0) + 1
        return [
            {
                "description": issue,
                "count": count,
                "percentage_of_total_calls": f"{100 * count / calls:.2f}%",
            }
            for issue, count in sorted(counts.items())
        ]


BEHAVIOURS = {
    "CallFeedback": CallFeedbackBehaviour,
    "CallFeedbackSummary": CallFeedbackSummaryBehaviour,
}
