"""Check every link inside the built site: the page must exist, and so must the place on it.

Links to other sites are listed in number only; whether they answer depends on a network and is not checked.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


@dataclass
class Page(HTMLParser):
    """The places and the links of one page."""

    anchors: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note ids, and whatever the tag points to."""
        for name, value in attrs:
            if value is None:
                continue
            if name == "id" or (tag == "a" and name == "name"):
                self.anchors.add(value)
            elif name in ("href", "src"):
                self.links.append(value)


def read(root: Path) -> dict[Path, Page]:
    """Return every page below ``root``."""
    pages = {}
    for file in sorted(root.rglob("*.html")):
        page = Page()
        page.feed(file.read_text())
        pages[file.resolve()] = page
    return pages


def broken(pages: dict[Path, Page]) -> Iterator[str]:
    """Yield one line for each link that leads nowhere."""
    for file, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            if target.is_dir():
                target /= "index.html"
            if not target.exists():
                yield f"{file}: {link}: no such file"
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors:
                yield f"{file}: {link}: no such place on the page"


def main(root: Path) -> int:
    """Print the broken links below ``root`` and return the exit status."""
    pages = read(root)
    if not pages:
        print(f"{root} holds no page; build the site first", file=sys.stderr)
        return 1
    lines = list(broken(pages))
    print(*lines, sep="\n", end="\n" if lines else "")
    print(f"{len(pages)} pages, {sum(len(page.links) for page in pages.values())} links, {len(lines)} broken")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
