"""Builds the site: what is written, what is made from the catalog and the code, and a check of its links.

python docs/site/build.py [--out build]
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import error_pages
from reference import ROOT, Reference

WRITTEN = ("guides", "migration")
CONFIGURATION = ROOT / "docs" / "site" / "zensical.toml"


def main(arguments: list[str] | None = None) -> int:
    """Build the site; the exit code is 1 if a link leads nowhere."""
    parser = argparse.ArgumentParser(description="Build the documentation's site.")
    parser.add_argument("--out", type=Path, default=ROOT / "build", help="where to (build)")
    out: Path = parser.parse_args(arguments).out.resolve()
    pages = out / "docs"
    shutil.rmtree(out / "site", ignore_errors=True)
    gather(pages)
    settings = CONFIGURATION.read_text(encoding="utf-8")
    (out / "zensical.toml").write_text(settings, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "zensical",
        "build",
        "--clean",
        "--strict",
        "-f",
        "zensical.toml",
    ]
    done = subprocess.run(command, cwd=out, check=False)
    if done.returncode != 0:
        return done.returncode
    broken = list(broken_links(out / "site"))
    for line in broken:
        print(line, file=sys.stderr)
    print(
        f"{out / 'site'}: {len(list((out / 'site').rglob('*.html')))} pages, {len(broken)} broken links"
    )
    return 1 if broken else 0


def gather(pages: Path) -> None:
    """Put all pages into one folder: those that are written, and those that are made."""
    shutil.rmtree(pages, ignore_errors=True)
    pages.mkdir(parents=True)
    for path in (ROOT / "docs").glob("*.md"):
        shutil.copy(path, pages)
    for room in WRITTEN:
        shutil.copytree(ROOT / "docs" / room, pages / room)
    if (ROOT / "docs" / "pictures").is_dir():
        shutil.copytree(ROOT / "docs" / "pictures", pages / "pictures")
    Reference(ROOT / "metadata", ROOT / "generated").write(pages / "reference")
    (pages / "errors.md").write_text(error_pages.page(), encoding="utf-8")
    (pages / "changelog.md").write_text(changelog(), encoding="utf-8")


def changelog() -> str:
    """Return the changelog, with what the next release brings."""
    released = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    head, _, rest = released.partition("<!-- releases -->\n")
    coming = ["## Next release", ""]
    for path in sorted((ROOT / "changelog.d").glob("*.*.md")):
        text = path.read_text(encoding="utf-8").strip()
        coming.append(f"- **{path.name.split('.')[-2]}**: " + text.replace("\n", "\n  "))
    return "\n".join([head, *coming, "", rest])


class _Links(HTMLParser):
    """The links of a page, and the places in it that links may lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.places: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and name in ("href", "src"):
                self.links.append(value)
            elif value and name in ("id", "name"):
                self.places.add(value)


def broken_links(site: Path) -> Iterator[str]:
    """Find links within the site that lead nowhere; a line for each."""
    pages: dict[Path, _Links] = {}
    for path in site.rglob("*.html"):
        pages[path.resolve()] = found = _Links()
        found.feed(path.read_text(encoding="utf-8"))
    for path, found in sorted(pages.items()):
        if path.name == "404.html":
            continue  # its links hang on where the site is published
        for link in dict.fromkeys(found.links):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if target.is_dir():
                target /= "index.html"
            name = path.relative_to(site.resolve())
            if not target.is_file():
                yield f"{name}: {link}: leads nowhere"
                continue
            place = parts.fragment
            if not place or target not in pages or place.startswith("__"):
                continue
            if place not in pages[target].places:
                yield f"{name}: {link}: there is no such place in that page"


if __name__ == "__main__":
    sys.exit(main())
