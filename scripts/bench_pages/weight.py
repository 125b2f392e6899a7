"""What the first visit of a page weighs, by language and by what it is made of: `--only weight`."""

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser

VIEW = {"width": 1280, "height": 800}
KINDS = {"woff2": "fonts", "css": "styles", "js": "scripts", "json": "data", "svg": "pictures", "png": "pictures"}


@dataclass(frozen=True)
class Weight:
    """Bytes on the wire, headers included: of each address, and by kind."""

    files: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.files.values())

    def by_kind(self) -> list[tuple[str, int]]:
        kinds: Counter[str] = Counter()
        for path, size in self.files.items():
            kinds[kind(path)] += size
        return kinds.most_common()

    def heaviest(self, number: int = 8) -> list[tuple[str, int]]:
        return Counter(self.files).most_common(number)


def kind(path: str) -> str:
    """What a file is for, by its path."""
    if "/static/map/" in path:
        return "basemap"
    return KINDS.get(path.rpartition(".")[2], "page")


def weigh(browser: Browser, address: str) -> Weight:
    """A first visit with an empty cache, until nothing more is asked for."""
    context = browser.new_context(viewport=VIEW)
    try:
        page = context.new_page()
        session = context.new_cdp_session(page)
        asked: dict[str, str] = {}
        sizes: Counter[str] = Counter()
        session.on("Network.requestWillBeSent", lambda told: asked.update({told["requestId"]: told["request"]["url"]}))
        session.on(
            "Network.loadingFinished",
            lambda told: sizes.update({urlsplit(asked[told["requestId"]]).path: int(told["encodedDataLength"])}),
        )
        session.send("Network.enable")
        page.goto(address, wait_until="networkidle")
        return Weight(dict(sizes))
    finally:
        context.close()
