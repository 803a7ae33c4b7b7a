"""Finds two things that would get one name in the generated package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from codegen.errors import CatalogError, Mistake
from codegen.view import ObjectView, PackageView


def check_collisions(package: PackageView) -> None:
    """Checks the names of a package.

    Raises:
        CatalogError: With every pair of names that collide, and what they come from.
    """
    mistakes = [*_doubled("api", (("", view.module, view.name) for view in package.objects))]
    root = package.catalog.service.xml_root
    for view in package.objects:
        mistakes.extend(_doubled(view.name, _names(view)))
        for record in view.records:
            for field in record.fields:
                if field.xml == root:  # a profile declares both as global elements
                    message = f"is the element {root!r}, which is the root of every document"
                    mistakes.append(Mistake(view.name, 0, f"fields/{field.json}", message))
    if mistakes:
        raise CatalogError(mistakes)


def _names(view: ObjectView) -> Iterator[tuple[str, str, str]]:
    for record in view.records:
        place = f"structs/{record.struct}/fields" if record.struct else "fields"
        for field in record.fields:
            yield place, field.name, field.json
        for field in record.fields:
            yield f"{place} (elements)", field.xml, field.json
    for operation in view.operations:
        place = f"actions/{operation.action}"
        for parameter in operation.parameters:
            yield f"{place}/parameters", parameter.name, parameter.api
        if operation.outbound:
            for name in ("Sid",) if operation.sid_form else ("ParentSid",):
                yield f"{place}/parameters (elements)", name, "the record's address"
            for parameter in operation.parameters:
                yield f"{place}/parameters (elements)", parameter.api, parameter.api
        for filter_ in operation.filters:
            yield f"{place}/filters", filter_.name, filter_.api
    for name in view.exports:
        yield "classes", name, name


def _doubled(owner: str, names: Iterable[tuple[str, str, str]]) -> Iterator[Mistake]:
    taken: dict[tuple[str, str], str] = {}
    for place, name, origin in names:
        other = taken.setdefault((place, name), origin)
        if other != origin:
            message = f"{origin!r} and {other!r} both become {name!r}; rename one in an overlay"
            yield Mistake(owner, 0, place, message)
