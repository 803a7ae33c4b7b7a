"""How much code a package is: lines that hold any, without docstrings, comments and blank ones.

    python tests/runtime/code_size.py [FOLDER]

prints the lines of code and all lines of each module, the largest first.
"""

from __future__ import annotations

import ast
import io
import sys
import tokenize
from pathlib import Path

RUNTIME = Path(__file__).resolve().parent.parent.parent / "runtime" / "twilio_ops_runtime"
LAYOUT = frozenset(
    [
        tokenize.COMMENT,
        tokenize.NL,
        tokenize.NEWLINE,
        tokenize.INDENT,
        tokenize.DEDENT,
        tokenize.ENDMARKER,
    ]
)


def lines_of_code(source: str) -> int:
    """Return how many lines hold code; those of a text that is no docstring count."""
    docstrings: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        body = getattr(node, "body", None)
        for child in body if isinstance(body, list) else ():
            if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
                docstrings.update(range(child.lineno, (child.end_lineno or 0) + 1))
    code: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in LAYOUT:
            code.update(range(token.start[0], token.end[0] + 1))
    return len(code - docstrings)


def sizes(folder: Path) -> dict[str, tuple[int, int]]:
    """Return the lines of code and all lines of each module, by its path in the folder."""
    texts = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.py")
    }
    return {name: (lines_of_code(text), len(text.splitlines())) for name, text in texts.items()}


if __name__ == "__main__":
    found = sizes(Path(sys.argv[1]) if len(sys.argv) > 1 else RUNTIME)
    for name, (code, all_lines) in sorted(found.items(), key=lambda item: -item[1][1]):
        print(f"{code:5} {all_lines:5} {name}")
    print(f"{sum(code for code, _ in found.values()):5} lines of code in {len(found)} modules")
