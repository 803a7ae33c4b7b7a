"""Filters and Sids whose value comes with each input."""

from __future__ import annotations

import pytest

from twilio_ops import Connection, Document, FilterError, ParameterError
from twilio_ops.api.call import GetCall, QueryCall
from twilio_ops.api.message import CreateMessage, QueryMessage
from twilio_ops_emulator import Emulator
from twilio_ops_runtime.documents.values import RunTimeContext, RunTimeValue

OWN, PHONE, OTHER = "+15005550006", "+13115556789", "+13115550000"


class Text(RunTimeValue):
    """The text of an element of the input."""

    def __init__(self, path: str) -> None:
        self.path = path

    def resolve(self, context: RunTimeContext, /) -> str:
        found = context.document and context.document.text_at(self.path)
        if not found:
            raise ParameterError(f"{self.path}: there is none")
        return found


def _sent(connection: Connection) -> None:
    create = CreateMessage(connection)
    for to in (PHONE, OTHER):
        create(to=to, from_=OWN, body="hello")


def test_a_filter_takes_its_value_from_each_input() -> None:
    """Every input is a Query of its own, with a result for each record that it finds."""
    with Emulator() as emulator, emulator.connection() as connection:
        _sent(connection)
        query = QueryMessage(connection, filters=[QueryMessage.to.equals(Text("Phone"))])
        inputs = [f"<C><Phone>{phone}</Phone></C>".encode() for phone in (PHONE, OTHER, PHONE)]
        found = list(query.process(inputs, first_index=5))
    assert [5, 6, 7] == [result.index for result in found]
    assert [PHONE, OTHER, PHONE] == [
        one.output and one.output.text_at("Message/To") for one in found
    ]
    assert [bytes(one.input or b"") for one in found] == inputs


def test_a_missing_value_is_its_input_s_own_failure() -> None:
    """The others are asked for all the same, if the options let the run go on."""
    from twilio_ops import Options

    with Emulator() as emulator, emulator.connection() as connection:
        _sent(connection)
        query = QueryMessage(
            connection,
            filters=[QueryMessage.to.equals(Text("Phone"))],
            options=Options(stop_on="nothing"),
        )
        inputs = [b"<C/>", f"<C><Phone>{PHONE}</Phone></C>".encode(), b"<broken"]
        found = list(query.process(inputs))
    assert ["failed", "done", "failed"] == [result.status for result in found]
    assert "Phone: there is none" == str(found[0].error)


def test_a_sid_comes_with_the_input() -> None:
    """A Get of documents takes the Sid from each."""
    with Emulator() as emulator, emulator.connection() as connection:
        from twilio_ops.api.message import GetMessage

        _sent(connection)
        sid = next(QueryMessage(connection)()).sid
        (found,) = GetMessage(connection).process(
            [Document(f"<C><Sid>{sid}</Sid></C>")], sid=Text("Sid")
        )
        assert sid == found.address
        assert found.output is not None and sid == found.output.text_at("Message/Sid")


def test_a_call_says_that_a_value_comes_with_an_input() -> None:
    """A call has no input, so the message names what has."""
    connection = Connection("AC" + "0" * 32, "token")
    query = QueryCall(connection, filters=[QueryCall.start_time.after(Text("Since"))])
    with pytest.raises(
        FilterError, match=r"StartTime has a value that comes with an input.*process"
    ):
        next(query())


def test_a_parameter_that_is_a_filter_is_named() -> None:
    """Giving a filter as a parameter is a common slip, and the message mends it."""
    connection = Connection("AC" + "0" * 32, "token")
    with pytest.raises(ParameterError, match=r"filters=\[QueryCall.status.equals\(...\)\]"):
        next(QueryCall(connection).run(None, {"Status": "busy"}))
    with pytest.raises(ParameterError, match="has no parameter"):
        GetCall(connection).run("CA" + "0" * 32, {"Status": "busy"})


def test_a_value_at_run_time_is_read_as_its_type_is() -> None:
    """Text that a filter does not take is the input's failure, and names the filter."""
    from twilio_ops import Options
    from twilio_ops.api.incoming_phone_number import QueryIncomingPhoneNumber as Numbers

    with Emulator() as emulator, emulator.connection() as connection:
        query = Numbers(
            connection,
            filters=[Numbers.beta.equals(Text("Beta"))],
            options=Options(stop_on="nothing"),
        )
        found = list(query.process([b"<C><Beta>true</Beta></C>", b"<C><Beta>maybe</Beta></C>"]))
    assert ["done", "failed"] == [one.status for one in found]
    assert "filter Beta" in str(found[1].error)
