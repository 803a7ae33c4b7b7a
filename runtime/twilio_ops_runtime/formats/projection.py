"""What is wanted of an answer, and a page of what it gives, whatever its format.

``formats.json`` and ``formats.xml`` have the same functions to read them: ``responses.Format``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from twilio_ops_runtime.filter_sets import NO_FILTERS, FilterSet

if TYPE_CHECKING:
    from twilio_ops_runtime.documents.profiles import Profile
    from twilio_ops_runtime.records.specs import FieldSpec


def _no_profile() -> None:
    return None


class Projection(NamedTuple):
    """What is wanted of each record of an answer.

    Attributes:
        record: The record class.
        fields: The fields that are handed out; None = all.
        filters: What a record has to be like, as far as this side decides it.
        find_profile: Gives what a document is checked against; records need none.
        unknown: Whether records keep what the catalog does not know.
    """

    record: type[Any]
    fields: tuple[FieldSpec, ...] | None = None
    filters: FilterSet = NO_FILTERS
    find_profile: Callable[[], Profile | None] = _no_profile
    unknown: bool = False

    @property
    def profile(self) -> Profile | None:
        """What a document is checked against."""
        return self.find_profile()

    @property
    def decoded(self) -> tuple[FieldSpec, ...] | None:
        """The fields that are read: those handed out and those that decide."""
        if self.fields is None or not self.filters.fields:
            return self.fields
        names = {field.name for field in self.fields} | self.filters.fields
        return tuple(field for field in self.record.spec.fields if field.name in names)

    @property
    def dropped(self) -> tuple[str, ...]:
        """The fields that are read only to decide."""
        if self.fields is None:
            return ()
        kept = {field.name for field in self.fields}
        return tuple(field.name for field in self.decoded or () if field.name not in kept)


class Page(NamedTuple):
    """One page of a list as it was answered.

    Attributes:
        batches: Its records, or documents with what is wrong with them, made some at a time: going
            through an iterator for each of them costs as much as a field. In the place of a record
            that cannot be read stands what is wrong with it, in a batch of its own.
        next_uri: The address of the next page, as answered.
        next_token: The token of the next page, and the key it came under.
    """

    batches: Iterator[Sequence[Any]]
    next_uri: str | None = None
    next_token: tuple[str, str] | None = None
