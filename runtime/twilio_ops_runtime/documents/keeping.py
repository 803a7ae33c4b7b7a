"""What follows an operation: its documents are archived and cached, and its result is not lost."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from twilio_ops_runtime.documents.document import Document
from twilio_ops_runtime.errors import OperationError, PostProcessingError

if TYPE_CHECKING:
    from pathlib import Path

    from twilio_ops_runtime.documents.doors import Keeper


@contextmanager
def following_up(step: str, result: object) -> Generator[None, None, None]:
    """Do what comes after an outcome is known, so that it is not lost if that fails.

    Args:
        step: What is done, for the error.
        result: What came of the operation.

    Raises:
        PostProcessingError: It failed; the error carries the result.
    """
    try:
        yield
    except Exception as error:
        raise PostProcessingError(
            f"the outcome is known, and {step} failed: {type(error).__name__}: {error}; "
            "the result of this error is what came of it",
            result=result,
        ) from error


def keep(
    operation: Keeper,
    result: object,
    documents: Iterable[Document | None],
    returned: Document | None,
    index: int = 0,
) -> list[Path]:
    """Archive and cache what the options say.

    Args:
        operation: The operation.
        result: What came of it, for the error.
        documents: The documents that passed, which are archived.
        returned: The document that is returned, which is cached.
        index: The position of the input.

    Returns:
        The files of the archive, in the order of the documents.

    Raises:
        PostProcessingError: It cannot be done; the error carries the result.
    """
    options = operation.options
    archived: list[Path] = []
    if options.archiving is not None:
        with following_up("archiving", result):
            for document in documents:
                if document is not None:
                    secrets = operation.secret_elements
                    name = operation.spec.name
                    archived.append(options.archiving.write(document, index, name, secrets=secrets))
    if options.document_cache is not None and returned is not None:
        with following_up("caching", result):
            options.document_cache.add(returned)
    return archived


def keep_records(
    operation: Keeper, found: object, records: Iterable[Any], input: Document | None = None
) -> None:
    """Archive and cache the documents of what a call with Python values gave.

    Args:
        operation: The operation.
        found: What it gave, for the error.
        records: The records in that.
        input: The document that says what it was given.

    Raises:
        PostProcessingError: It cannot be done; the error carries what was found.
    """
    with following_up("writing it as a document", found):
        outputs = [record.to_document() for record in records]
    keep(operation, found, [input], None)
    for output in outputs:
        keep(operation, found, [output], output)


def keep_output(
    operation: Keeper, found: tuple[Document | None, OperationError | None]
) -> Document:
    """Return a document that was answered, after archiving and caching it.

    Raises:
        OperationError: Something is wrong with it.
        PostProcessingError: It cannot be archived or cached; the error carries the document.
    """
    document, problem = found
    if problem is not None:
        raise problem
    assert document is not None  # nothing is wrong with it
    keep(operation, document, [document], document)
    return document
