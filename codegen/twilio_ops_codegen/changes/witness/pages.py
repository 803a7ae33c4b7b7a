"""What a stand-in answers: pages of records, which a person reads with what is looked at alone."""

from __future__ import annotations

import json
import re
from typing import Any

from lxml import etree

from twilio_ops_codegen.catalog.plain import is_list, is_mapping
from twilio_ops_codegen.changes.witness.focus import Focus
from twilio_ops_codegen.emit.operations import OperationView
from twilio_ops_codegen.emit.samples import Samples

_LEADING = {"next_page_uri", "next_page_url", "key"}
"""The members around the records that lead to them, and to the next page."""


def answered_pages(focus: Focus, operation: OperationView) -> list[str]:
    """The answers of the typed door, of a list with pages two."""
    if operation.answered is None:
        return [""]
    samples = Samples(focus.catalog, focus.view)
    wires = focus.catalog.service.wires
    if "json" not in wires:
        text = samples.response_xml(operation, operation.answered)
        return [_listed(text) if operation.row.cardinality == "many" else text]
    text = samples.response_json(operation, operation.answered)
    if operation.row.cardinality != "many" or operation.row.paging not in ("uris", "meta"):
        return [text]
    value = json.loads(text)
    if not isinstance(value, dict):
        return [text]  # a list without an envelope, which names no next page
    if operation.row.paging == "uris":
        value["next_page_uri"] = "/next"
    else:
        value["meta"]["next_page_url"] = url(focus, "/next")
    return [json.dumps(value), text]


def shortened(focus: Focus, operation: OperationView, text: str) -> str:
    """An answer whose records hold their keys and what is looked at alone, or their first field."""
    answered = operation.answered
    if answered is None or not text:
        return text
    keys = dict(operation.keys)
    kept = [
        (name, row.xml)
        for name, row in answered.fields.items()
        if row.xml in keys or name == operation.redirect or focus.is_about(name, row)
    ]
    kept = kept or [(name, row.xml) for name, row in list(answered.fields.items())[:1]]
    if text.startswith("<"):
        root = etree.fromstring(text, etree.XMLParser(remove_blank_text=True))
        names = {xml for _, xml in kept}
        for record in root.iter(answered.item):
            for child in list(record):
                if child.tag not in names:
                    record.remove(child)
        return etree.tostring(root, encoding="unicode")
    return json.dumps(
        _with_only(json.loads(text), set(answered.fields), {name for name, _ in kept})
    )


def _with_only(value: Any, fields: set[str], kept: set[str]) -> Any:
    """A value of JSON whose records, which have all the fields, have those that are kept.

    What is around them says where they are and what the next page is, and nothing else.
    """
    if is_list(value):
        return [_with_only(each, fields, kept) for each in value]
    if not is_mapping(value):
        return value
    if fields >= value.keys():
        return {name: inner for name, inner in value.items() if name in kept}
    return {
        name: _with_only(inner, fields, kept)
        for name, inner in value.items()
        if name in _LEADING or is_list(inner) or is_mapping(inner)
    }


def _listed(text: str) -> str:
    root = etree.fromstring(text)
    listed = etree.Element("List", uri="", nextpageuri="")
    listed.append(root[0])
    root.append(listed)
    return etree.tostring(root, encoding="unicode")


def url(focus: Focus, path: str) -> str:
    """An address of the service."""
    host = re.sub("^https?://", "", focus.catalog.service.host)
    return f"https://{host}{path}"
