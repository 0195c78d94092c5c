"""How quick the pages of ``kg serve`` are with many events, by the timings of a headless Chromium itself.

::

    python -m benchmarks.pages --events 10000 --rounds 5

Needs the extra ``browser`` and Chromium. Prints medians: first paint, the map ready, and for every way to narrow
the overview the time from the press of a key or button until the browser has drawn the answer.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from benchmarks.events import many
from kg.rdf import serialize_turtle

_INTERACTIONS = {
    "narrow by kind (list)": "document.querySelector('#kinds button').click()",
    "widen again": "document.querySelector('#kinds button[aria-pressed=true]').click()",
    "narrow by place (field)": "type('place', 'Town 7')",
    "narrow by period (field)": "type('from', '2012')",
    "narrow by words (field)": "type('q', 'person 12')",
    "no filter": "(form.reset(), ['place','from','q'].forEach((n) => form.elements[n].value = ''), submit())",
    "sort by name": "document.querySelector('#table th button').click()",
    "all events": "document.querySelector('#tabs button[data-tab=events]').click()",
    "next page": "document.querySelector('#pager button:last-child').click()",
}
# From the action until after the next frame, which shows it; fields wait 150 ms for more typing, which is not counted.
_MEASURE = """(action) => new Promise((done) => {
  const form = document.getElementById("filters");
  const submit = () => form.dispatchEvent(new Event("submit", { cancelable: true }));
  const type = (name, text) => { form.elements[name].value = text; submit(); };
  const begin = performance.now();
  (0, new Function("form", "submit", "type", action))(form, submit, type);
  requestAnimationFrame(() => {
    const after = new MessageChannel();
    after.port1.onmessage = () => done(performance.now() - begin);
    after.port2.postMessage(0);
  });
})"""
_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


@contextmanager
def _served(graph: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "kg", "serve", str(graph), "--port", "0"]
    begin = time.perf_counter()
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        print(f"server ready after {time.perf_counter() - begin:.1f} s")
        yield line.split(" at ")[1].split(" ")[0]
        process.terminate()


def _measure(address: str, rounds: int) -> None:
    paints, ready = [], []
    taken: dict[str, list[float]] = {name: [] for name in _INTERACTIONS}
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        for _ in range(rounds):
            page: Any = browser.new_page(viewport={"width": 1280, "height": 900}, bypass_csp=True)
            page.goto(address)
            page.wait_for_selector("html[data-ready]")
            ready.append(page.evaluate("performance.now()"))
            paints.append(page.evaluate(_PAINT))
            for name, action in _INTERACTIONS.items():
                taken[name].append(page.evaluate(_MEASURE, action))
            page.close()
        browser.close()
    print(f"{'first paint':<28}{statistics.median(paints):8.0f} ms")
    print(f"{'map and filters ready':<28}{statistics.median(ready):8.0f} ms")
    for name, times in taken.items():
        print(f"{name:<28}{statistics.median(times):8.0f} ms   (worst {max(times):.0f})")


def main() -> None:
    """Make a graph, serve it, measure."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--events", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=5)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder) / "graph.ttl"
        graph.write_bytes(serialize_turtle(many(given.events)))
        print(f"{given.events} events, {graph.stat().st_size / 1e6:.0f} MB of Turtle")
        with _served(graph) as address:
            begin = time.perf_counter()
            subprocess.run(["curl", "-s", "-o", os.devnull, address], check=True)
            print(f"first page made in {time.perf_counter() - begin:.1f} s, later ones from memory")
            _measure(address, given.rounds)


if __name__ == "__main__":
    main()
