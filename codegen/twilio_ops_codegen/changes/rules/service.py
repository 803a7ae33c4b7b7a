"""The catalog as a whole: the service, its address, and its error codes."""

from __future__ import annotations

from twilio_ops_codegen.changes.change import Finding, allows, breaks, finding, tells
from twilio_ops_codegen.changes.compare import Difference
from twilio_ops_codegen.changes.composition import speaks_xml
from twilio_ops_codegen.changes.phrasing import code, quoted, show
from twilio_ops_codegen.changes.registry import Example, rule


@rule(
    ("Service", "package", "changed"),
    examples=[Example("service/package", "parcel_ops", "post", breaking="python")],
)
def package_renamed(d: Difference) -> Finding:
    """The generated package has another import name.

    Every import of the old name fails.
    """
    return finding(
        f"The package is called {quoted(d.new)}; it was {quoted(d.old)}.",
        python=breaks(f"`import {d.old}` fails; the name is {quoted(d.new)}"),
    )


@rule(
    ("Service", "title", "changed"),
    examples=[Example("service/title", "Parcels", "Post", documentation="python")],
)
def title_changed(d: Difference) -> Finding:
    """The service has another title.

    Titles stand in documentation only.
    """
    return finding(
        f"The service is titled {quoted(d.new)}; it was {quoted(d.old)}.",
        python=tells("documentation names the service anew"),
    )


@rule(
    ("Service", "service", "changed"),
    examples=[Example("service/service", "parcels", "trains", breaking="wire")],
)
def service_replaced(d: Difference) -> Finding:
    """The catalog describes another service.

    Nothing written for the one is meant for the other. The command refuses two catalogs of different
    services; the rule stands for comparisons made in code.
    """
    return finding(
        f"The catalog describes the service {quoted(d.new)}, no longer {quoted(d.old)}.",
        wire=breaks("requests go to another service"),
    )


@rule(
    ("Service", "version", "changed"),
    examples=[Example("service/version", "v1", "v2", breaking="wire")],
)
def api_version_changed(d: Difference) -> Finding:
    """The catalog describes another version of the service's API.

    A version is a promise of its own: answers of another one may mean something else even where
    names are the same.
    """
    return finding(
        f"The package speaks version {quoted(d.new)} of the API; it was {quoted(d.old)}.",
        wire=breaks("requests are made to another API version"),
    )


@rule(
    ("Service", "host", "changed"),
    examples=[Example("service/host", "api.parcels.example", "post.example", breaking="wire")],
)
def host_changed(d: Difference) -> Finding:
    """The service is at another host.

    Code and documents stay as they are, and the runtime follows; allow-lists, proxies, recorded
    traffic and stand-ins that know the old host do not.
    """
    return finding(
        f"Requests go to {quoted(d.new)}; they went to {quoted(d.old)}.",
        wire=breaks(f"the host is {quoted(d.new)}: allow-lists and stand-ins must follow"),
    )


@rule(
    ("Service", "wires", "added"),
    examples=[
        Example("service/wires", "[json]", "[json, xml]", breaking="wire", compatible="responses")
    ],
)
def wire_added(d: Difference) -> Finding:
    """The service speaks a further wire format.

    Code reads JSON and documents are asked for as XML where the service speaks these: the one that is
    new is asked for instead of the other.
    """
    return finding(
        f"The service also speaks {quoted(d.new)}.",
        python=allows("records are read from JSON") if d.new == "json" else None,
        responses=allows("documents come from the service as they are") if d.new == "xml" else None,
        wire=breaks(f"{d.new} is asked for where it was not"),
    )


@rule(
    ("Service", "wires", "removed"),
    examples=[Example("service/wires", "[xml, json]", "[json]", breaking="responses wire")],
)
def wire_removed(d: Difference) -> Finding:
    """The service no longer speaks a wire format.

    Without JSON the typed door has nothing to read; without XML, documents are rendered from records
    and no longer the service's own.
    """
    if d.old == "json":
        return finding(
            "The service no longer speaks JSON.",
            python=breaks("records cannot be read any more"),
            wire=breaks("JSON is no longer asked for"),
        )
    return finding(
        f"The service no longer speaks {quoted(d.old)}.",
        responses=breaks("documents are rendered from records instead of the service's own"),
        wire=breaks(f"{d.old} is no longer asked for"),
    )


@rule(
    ("Service", "suffixes", "changed"),
    examples=[Example("service/suffixes", "true", "false", breaking="wire")],
)
def suffixes_changed(d: Difference) -> Finding:
    """Paths end in the wire format's suffix now, or no longer do.

    Only the addresses of requests differ.
    """
    now = "end" if d.new else "no longer end"
    return finding(
        f"Request paths {now} in `.json` or `.xml`.",
        wire=breaks(f"every path changes: paths {now} in a suffix"),
    )


@rule(
    ("Service", "account_key", "changed"),
    examples=[
        Example("service/account_key", "DepotSid", "CompanySid", breaking="python requests wire")
    ],
)
def account_key_changed(d: Difference) -> Finding:
    """Another placeholder of the paths is filled by the connection's account.

    The composed Sid of every object loses one part and gains another.
    """
    return finding(
        f"The connection's account fills {quoted(d.new)} in paths; it filled {quoted(d.old)}.",
        python=breaks("composed Sids have other parts"),
        requests=breaks("composed Sids have other parts"),
        wire=breaks("other parts of paths are the connection's account"),
    )


@rule(
    ("Service", "format", "changed"),
    examples=[Example("service/format", "1", "2", documentation="documentation")],
)
def catalog_format_changed(d: Difference) -> Finding:
    """The catalog is written in another format.

    It says the same things in another way; what it says is compared on its own. The command refuses
    a folder in a format that it does not read.
    """
    return finding(
        f"The catalog is written in format {show(d.new)}; it was {show(d.old)}.",
        documentation=tells("nothing but the catalog's own files"),
    )


@rule(
    ("Catalog", "errors", "added"),
    examples=[
        Example(
            "errors/42",
            None,
            "{status: 409, message: Already delivered}",
            compatible="documentation",
        )
    ],
)
def error_code_added(d: Difference) -> Finding:
    """The catalog knows a further error code.

    Errors of any code were raised before; now this one is explained.
    """
    return finding(
        f"Error {code(d.name)} is known: {d.new.message}",
        documentation=allows("the error is explained"),
    )


@rule(
    ("Catalog", "errors", "removed"),
    examples=[
        Example(
            "errors/41",
            "{status: 404, message: No such parcel}",
            None,
            documentation="documentation",
        )
    ],
)
def error_code_removed(d: Difference) -> Finding:
    """The catalog no longer knows an error code.

    Should the service still answer it, it is raised all the same, only unexplained.
    """
    return finding(
        f"Error {code(d.name)} is no longer explained.",
        documentation=tells("the error is raised as before, without the explanation"),
    )


@rule(
    ("ApiError", "status", "changed"),
    ("ApiError", "message", "changed"),
    examples=[
        Example(
            "errors/41/message",
            "No such parcel",
            "The parcel does not exist",
            documentation="documentation",
        ),
        Example("errors/41/status", "404", "410", documentation="documentation"),
    ],
)
def error_code_changed(d: Difference) -> Finding:
    """An error code has another explanation, or comes with another HTTP status.

    What is raised depends on the answer, not on the catalog's table.
    """
    return finding(
        f"Error {code(d.place[1])} has another {d.attribute}: {show(d.new)}",
        documentation=tells("the explanation differs"),
    )


@rule(
    ("Service", "xml_root", "changed"),
    ("Service", "xml_error", "changed"),
    examples=[
        Example("service/xml_root", "Answer", "Reply", breaking="responses wire"),
        Example("service/xml_error", "Fault", "Error", breaking="responses wire"),
    ],
)
def envelope_renamed(d: Difference) -> Finding:
    """The element around every XML answer, or the one that reports an error, has another name.

    Every document that is answered has it; what reads documents by the old name finds nothing.
    """
    what = "Answers" if d.attribute == "xml_root" else "Errors"
    return finding(
        f"{what} are {quoted(d.new)} elements; they were {quoted(d.old)}.",
        responses=breaks(f"documents use {quoted(d.new)} instead of {quoted(d.old)}"),
        wire=breaks(f"an answer in {quoted(d.old)} is not understood") if speaks_xml(d) else None,
    )
