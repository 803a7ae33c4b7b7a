"""Values at run time: what a filter, a Sid or a parameter is, said before its document is known."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from twilio_ops_runtime.connection import Connection
    from twilio_ops_runtime.documents.document import Document


@frozen(kw_only=True)
class RunTimeContext:
    """What is known when an input's turn comes.

    Attributes:
        connection: The account and the way to it.
        document: The input document; None where there is none.
        index: The input's position, from 0 on.
        properties: Named values of the run.
    """

    connection: Connection
    document: Document | None = None
    index: int = 0
    properties: Mapping[str, str] = {}


class RunTimeValue(ABC):
    """A value that is known when an input's turn comes.

    Filters take one in place of a value: ``QueryCall.to.equals(Element("Customer/Phone"))``; the
    operation's ``process`` asks for its text once an input.
    """

    @abstractmethod
    def resolve(self, context: RunTimeContext, /) -> str:
        """Return the text for an input.

        Raises:
            RequestError: There is none, or it is empty or of the wrong form.
        """
