"""The format of generated packages: what they and the runtime rely on of each other."""

from __future__ import annotations

from twilio_ops_runtime.version import __version__

__all__ = ["FORMAT", "check_format"]

FORMAT = 1
"""The format that this runtime takes. A change that generated modules or the runtime cannot do
without on the other side raises it, here and in the template of the package."""


def check_format(package: str, made_for: int) -> None:
    """Refuse a package that was generated for another runtime than this one.

    Args:
        package: Its import name.
        made_for: The format that it was generated for.

    Raises:
        ImportError: It is not this runtime's; the text says what mends it.
    """
    if made_for == FORMAT:
        return
    distribution = __name__.partition(".")[0].removesuffix("_runtime").replace("_", "-")
    if made_for > FORMAT:
        mending = f"the runtime is older: pip install --upgrade {distribution}"
    else:
        mending = f"generate the package again: {distribution} codegen write"
    raise ImportError(
        f"{package} was generated for format {made_for} of generated packages, and"
        f" {distribution} {__version__} takes format {FORMAT}; {mending}",
        name=package,
    )
