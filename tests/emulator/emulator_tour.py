"""Makes a record of any object: by its Create, or by a seed where it has none."""

from __future__ import annotations

from itertools import count
from typing import Any

from emulator_client import Answer, Client

from twilio_ops_emulator import Emulator
from twilio_ops_emulator import catalog_data as facts
from twilio_ops_emulator.behaviour.base import behaviour_of
from twilio_ops_emulator.model import ActionModel, ObjectModel, ParameterModel

SPECIAL = {
    "AreaCode": "415",
    "DomainName": "office{n}.sip.twilio.com",
    "IpAddress": "192.0.2.7",
    "IsoCountry": "US",
    "Permissions": "get-all",
    "TriggerValue": "10",
    "UsageCategory": "calls",
    "StartDate": "2026-10-01",
    "EndDate": "2026-10-31",
    "QualityScore": "4",
    "MachineDetection": "Enable",
    "MachineDetectionSilenceTimeout": "2500",
    "MachineDetectionSpeechEndThreshold": "1200",
    "MachineDetectionSpeechThreshold": "2400",
    "SendDigits": "1w2",
    "Url": "https://example.com/twiml",
}
PREFIXES = {"IncomingPhoneNumberMobile": "+44770090", "IncomingPhoneNumberTollFree": "+1833555"}
"""What numbers begin with that are of one kind."""
REFERENCES = facts.behaviour()["references"]
"""Parameters that name a record, and its object."""
NUMBERS = count(1)

HARMLESS = ("FriendlyName", "Muted", "AnnounceUrl", "Url", "Password")
"""Parameters that an Update may be sent to change something, whatever the record is doing."""


class Tour:
    """One emulator with at most one record of each object, made when it is needed.

    Args:
        client: Who makes them.
        digits: What follows the prefix in every Sid; records are then put there by seeds only.
            None = Sids are what they come to.
    """

    def __init__(self, client: Client, digits: str | None = None) -> None:
        self.client = client
        self.digits = digits
        self.emulator: Emulator = client.emulator
        self.catalog = client.emulator.catalog
        self.keys: dict[str, str] = {"AvailablePhoneNumberCountry": "US"}

    def key_of(self, key: str) -> str:
        """The key of a record of an object; made if there is none yet."""
        if key not in self.keys:
            self.keys[key] = self.make(self.catalog.by_key[key])
        return self.keys[key]

    def make(self, model: ObjectModel) -> str:
        """Make a record; its key."""
        if self.digits is not None:
            return self.seed(model)
        action = model.actions.get("Create")
        if action is not None and not action.refused and action.answers is None:
            answer = self.create(model)
            assert answer.status in action.status, (model.name, answer)
            record = answer.json
            for name in (model.identity, "sid", "call_sid"):
                if record.get(name):
                    return str(record[name])
            return ""
        if model.key == "CallFeedback":
            self.client.made(self.path(model.actions["Update"], ""), QualityScore=4)
            return self.key_of("Call")
        if model.key == "OutgoingCallerId":
            number = f"+1310555{next(NUMBERS):04}"
            self.client.made("OutgoingCallerIds.json", PhoneNumber=number)
            self.emulator.advance(60)
            return str(self.client.get("OutgoingCallerIds.json").json[model.json_list][0]["sid"])
        return self.seed(model)

    def create(self, model: ObjectModel, suffix: str = ".json") -> Answer:
        """Create a record through the API."""
        action = model.actions["Create"]
        return self.client.post(self.path(action, "", suffix), self.values(action))

    def perform(self, action: ActionModel, suffix: str = ".json") -> Answer:
        """Carry an action out on records that are there, or made for it.

        Args:
            action: The action.
            suffix: The format asked for.
        """
        known, form = self.prepared(action)
        path = self.path(action, known, suffix)
        return self.client.send(action.method, path, form if action.method == "POST" else None)

    def ready(self, action: ActionModel) -> None:
        """Do what has to be done with a record before an action on it is permitted."""
        for name in action.parameters:
            if name in REFERENCES:
                self.key_of(REFERENCES[name])
        if action.key == "Call.Update":  # what has not been answered cannot be sent elsewhere
            self.key_of("Call")
            self.emulator.advance(5)
        if action.key in ("Conference.Update", "Participant.Update"):
            self.let_confer()
        if action.key == "Call.Delete":
            self.client.made(f"Calls/{self.key_of('Call')}.json", Status="completed")

    def let_confer(self) -> None:
        """Let the conferences go on that need another participant to begin."""
        for row in self.emulator.state.rows("Conference"):
            self.emulator.state.table("Conference").update(row, {"status": "in-progress"})

    def prepared(self, action: ActionModel) -> tuple[str, dict[str, Any]]:
        """The key of the record an action is about, made if need be, and what it is sent."""
        model = action.owner
        one = action.cardinality != "many" and not action.refused
        if action.name == "Query" and not model.key.startswith(("Available", "UsageRecord")):
            self.key_of(model.key)
        if model.key == "CallFeedback" and action.name == "Get":
            self.key_of(model.key)
        known = ""
        if one and action.name != "Create" and action.path.endswith("}"):
            known = self.key_of(model.key)
        if action.refused and action.path.endswith("}"):
            known = f"{model.prefix}{1:032x}"
        self.ready(action)
        form = self.values(action) if action.method == "POST" else {}
        if model.key in ("CallRecording", "ConferenceRecording") and action.name == "Update":
            row = self.emulator.state.rows("Recording")[0]
            self.emulator.state.table("Recording").update(row, {"status": "in-progress"})
            form = {"Status": "paused"}
        elif model.key == "CallFeedback" and action.name == "Update":
            form = {"QualityScore": 3}
        elif action.key == "Account.Delete":
            form = {"Status": "closed"}
        elif action.name == "Update" and not form and "Body" in action.parameters:
            form = {"Body": ""}  # which takes the text away; there is no other
        elif action.name == "Update" and not form and action.parameters:
            name = next((one for one in HARMLESS if one in action.parameters), None)
            if name is not None:
                form = {name: self.value(action, action.parameters[name])}
        return known, form

    def address(self, action: ActionModel, known: str) -> str | None:
        """The composed Sid of a record or list, as the typed operations take it."""
        parts = self.path(action, known, "").split("/")
        marks = action.path.split("/")
        keys = [
            part
            for part, mark in zip(parts, marks, strict=True)
            if mark.startswith("{") and mark != "{AccountSid}"
        ]
        return ":".join(keys) or None

    def seed(self, model: ObjectModel, **more: Any) -> str:
        """Put a record there by a seed; its key.

        Args:
            model: Its object.
            **more: Values that it is to have.
        """
        base = self.emulator.state.base(model)
        above = [self.key_of(key) for key in self._ancestors(base)]
        values: dict[str, Any] = {}
        if base.identity != "sid" or self.digits is not None:
            values[base.identity] = self._identity(base)
        for field in base.fields.values():
            if field.name in ("status", "type", "outcome") and field.values:
                values[field.name] = field.values[0]
        for name in ("call_sid", "recording_sid", "conference_sid"):
            if name in base.fields and name != base.identity and name != "conference_sid":
                values[name] = self.key_of({"call_sid": "Call", "recording_sid": "Recording"}[name])
        if "conference_sid" in base.fields and model.key == "ConferenceRecording":
            values["conference_sid"] = self.key_of("Conference")
        if "reference_sid" in base.fields:
            values["reference_sid"] = self.key_of("Recording")
        if model.key == "DependentPhoneNumber":
            values |= {"address_sid": self.key_of("Address"), "phone_number": "+14155550000"}
        where = self.emulator.state.views.get(model.key, {}).get("where", {})
        values |= {name: word for name, word in where.items() if word not in model.scope}
        if base.key == "Recording":
            status = "completed" if self.digits is None else "in-progress"
            values |= {"status": status, "source": "DialVerb", "channels": 1, "duration": 3}
        if base.key == "Conference":
            values |= {"friendly_name": "Room", "region": "us1"}
        if base.key == "Member":
            values |= {"date_enqueued": "2026-11-01T09:00:00Z", "position": 1, "wait_time": 0}
        values |= more
        row = {
            "object": base.name,
            "account": self.client.account,
            "under": above,
            "values": values,
            "as": base.key,
        }
        self.emulator.seed({"records": [row]})
        found = self.emulator.state.rows(base.key)[0]
        return str(found[base.identity])

    def _identity(self, base: ObjectModel) -> str:
        if base.identity == "call_sid":
            return self.key_of("Call")
        prefix = base.keys[base.scope[-1]]["prefixes"] if base.scope else ["AC"]
        field = base.fields.get(base.identity)
        prefix = field.prefixes if field is not None and field.prefixes else prefix
        return f"{prefix[0]}{self.digits or f'{next(NUMBERS):032x}'}"

    def _ancestors(self, model: ObjectModel) -> list[str]:
        return [name for name, _ in behaviour_of(self.emulator.state, model.key).ancestors]

    def path(self, action: ActionModel, key: str, suffix: str = ".json") -> str:
        """The path of an action on a record."""
        model = action.owner
        above = dict(
            zip(model.scope[1:], (self.key_of(k) for k in self._ancestors(model)), strict=False)
        )
        path = action.path
        for name in [part.split("}")[0] for part in path.split("{")[1:]]:
            if name == "AccountSid":
                value = self.client.account
            elif name in above:
                value = above[name]
            else:
                value = key
            path = path.replace(f"{{{name}}}", value)
        return f"{path}{suffix}"

    def values(self, action: ActionModel, *, everything: bool = False) -> dict[str, Any]:
        """Parameters that an action accepts."""
        wanted = {group[0] for group in action.either}
        return {
            name: self.value(action, model)
            for name, model in action.parameters.items()
            if model.required or name in wanted or everything
        }

    def value(self, action: ActionModel, model: ParameterModel) -> Any:
        """A value that a parameter accepts."""
        number = next(NUMBERS)
        if model.name == "CredentialListSid":
            return self.key_of("SipCredentialList")
        if model.name == "IpAccessControlListSid":
            return self.key_of("SipIpAccessControlList")
        if model.name in REFERENCES:
            return self.key_of(REFERENCES[model.name])
        if model.name in SPECIAL:
            return SPECIAL[model.name].format(n=number)
        if model.name == "ContentVariables":
            return f'{{"1": "value {number}"}}'
        if model.type == "enum":
            return model.values[-1] if action.name == "Update" else model.values[0]
        if model.type == "sid":
            return f"{model.prefixes[0]}{number:032x}"
        if model.type == "pairs":
            return None
        if model.type in ("integer", "decimal"):
            return "5"
        if model.type == "boolean":
            return "false" if action.name == "Update" else "true"
        if model.format in ("phone-number", "endpoint"):
            return f"{PREFIXES.get(action.owner.key, '+1415555')}{number:04}"
        if model.format == "http-method":
            return "GET" if action.name == "Update" else "POST"
        if model.format in ("uri", "twiml"):
            return "https://example.com/there" if model.format == "uri" else "<Response/>"
        return f"value {number}"
