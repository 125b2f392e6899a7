"""Run the benchmark and print its table: `make bench-pages`, or

    python -m scripts.bench_pages [--sizes 1000,10000,50000] [--engines sqlite,postgresql]
                                  [--only page,weight,server] [--work DIR] [--code CHECKOUT] [--front SLUG]

Databases of synthetic developments are made in DIR (var/bench-pages) at the first run and kept. PostgreSQL is that at
127.0.0.1:5432. `--code` measures another checkout by the same script: what it was
before a change. Ratios are of one run on one machine; the milliseconds are that machine's.
"""

import argparse
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from . import browser, server, weight
from .site import ROOT, Site

sys.path.insert(0, str(ROOT / "scripts"))
FRONT = "/fronts/{front}/"
LIMIT = 200_000  # bytes of the home page at a first visit, in any language
LISTS = (
    "/",
    "/fronts/{front}/",
    "/countries/SY/",
    "/groups/{group}/",
    "/sources/{source}/",
    "/claims/",
    "/corrections/",
)


def main() -> None:
    options = _options()
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    options.work.mkdir(parents=True, exist_ok=True)
    for engine in options.engines.split(","):
        sites = [_site(options, engine, int(size)) for size in options.sizes.split(",")]
        for site in sites:
            print(f"· {engine}, {site.size:,} developments", file=sys.stderr)
            site.fill()
            site.collect()
        if "server" in options.only:
            _server(sites, options.front)
        if "page" in options.only and engine == "sqlite":
            _pages(sites)
        if "weight" in options.only and engine == "sqlite":
            _weights(sites[0], options.front)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000,50000")
    parser.add_argument("--engines", default="sqlite,postgresql")
    parser.add_argument("--only", default="page,weight,server")
    parser.add_argument("--work", type=Path, default=ROOT / "var/bench-pages")
    parser.add_argument("--code", type=Path, default=ROOT)
    parser.add_argument("--front", default="aleppo-2016", help="one that hears of much")
    return parser.parse_args()


def _site(options: argparse.Namespace, engine: str, size: int) -> Site:
    if engine == "sqlite":
        database = f"sqlite:///{options.work.resolve()}/sqlite-{size}.db"
    else:
        from servers import LOCAL_POSTGRES

        database = f"{LOCAL_POSTGRES.rpartition('/')[0]}/frontdesk_bench_{size}"
    return Site(size, engine, database, options.work.resolve(), options.code.resolve())


def _server(sites: list[Site], front: str) -> None:
    """Times of the pages at each size, and their ratio to those at the smallest; then queries, then the endpoint."""
    engine = sites[0].engine
    for name, path in (("home page", "/"), ("front page", FRONT.format(front=front))):
        rows = []
        for site in sites:
            first = server.cold(site, path)
            with site.serving():
                rows.append((first, server.computed(site, path), server.warm(site, path)))
        for way, times in zip(("first of a process", "computed", "kept"), zip(*rows, strict=True), strict=True):
            told = " · ".join(f"{site.size:,}: {took:,.1f} ms" for site, took in zip(sites, times, strict=True))
            print(f"{engine} | {name}, {way} | {told} | {times[-1] / times[0]:.2f} ×")
    paths = [path.format(front=front, group="islamic-state", source="bench-wire") for path in LISTS]
    counts = [server.queries(site, paths) for site in sites]
    for path in paths:
        print(f"{engine} | queries of {path} | {' · '.join(str(count[path]) for count in counts)}")
    if engine == "sqlite":
        _endpoint(sites)


def _endpoint(sites: list[Site]) -> None:
    for site in sites:
        with site.serving():
            site.keep_points()
        with site.serving():
            for packed in (True, False):
                ours, static = server.against_static(site, packed)
                kind = "gzip" if packed else "plain"
                print(
                    f"GeoJSON, {site.size:,}, {kind} | {ours:,.1f} a second"
                    f" | static file {static:,.1f} | {ours / static:.2f} ×"
                )


def _pages(sites: list[Site]) -> None:
    """What a browser sees of the home page, against the bare page."""
    with sync_playwright() as playwright:
        chromium = browser.launch(playwright)
        for site in sites:
            with site.serving():
                site.keep_points()
            with site.serving():
                site.get("/")
                ours, bare = f"{site.address}/", f"{site.address}/static/bare/bare.html"
                print(f"page, {site.size:,} | home page over the wire | {browser.wire(chromium, ours) / 1000:,.1f} kB")
                for name, measure in (
                    ("map drawn", browser.drawn),
                    ("filter to map redrawn", browser.filtered),
                    ("longest task of a move", browser.longest_task),
                ):
                    one, other = measure(chromium, ours, False), measure(chromium, bare, True)
                    print(f"page, {site.size:,} | {name} | {one:,.0f} ms | bare {other:,.0f} ms | {one / other:.2f} ×")
        chromium.close()


def _weights(site: Site, front: str) -> None:
    """What a first visit weighs, in each language, and what of it weighs most."""
    with sync_playwright() as playwright, site.serving():
        chromium = browser.launch(playwright)
        for path in ("/", FRONT.format(front=front)):
            for language in ("", "/ar", "/fr"):
                found = weight.weigh(chromium, f"{site.address}{language}{path}")
                parts = " · ".join(f"{kind} {size / 1000:,.1f}" for kind, size in found.by_kind())
                verdict = "" if path != "/" or found.total <= LIMIT else " | OVER THE LIMIT"
                print(f"weight, {site.size:,} | {language}{path} | {found.total / 1000:,.1f} kB | {parts}{verdict}")
                for file, size in found.heaviest():
                    print(f"    {size / 1000:6,.1f} {file}", file=sys.stderr)
        chromium.close()


if __name__ == "__main__":
    main()
