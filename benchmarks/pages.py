"""How quick the pages of ``kg serve`` are with many events, by the timings of a headless Chromium itself.

::

    python -m benchmarks.pages --events 10000 --rounds 5

Needs the extra ``browser`` and Chromium. Prints medians: for every kind of page its first paint; for every way to
narrow the overview, to let a network grow and to look at an answer, the time from the press of a key or button until
the browser has drawn what comes of it; and for links, from the press until the first paint of the next page.
"""

from __future__ import annotations

import argparse
import os
import re
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
# The same for what fetches something first: until the words beside it, or what is shown instead, have changed.
_MEASURE_CHANGE = """([button, watched]) => new Promise((done) => {
  const box = document.querySelector(watched);
  const begin = performance.now();
  new MutationObserver((_, watcher) => {
    watcher.disconnect();
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => done(performance.now() - begin);
      after.port2.postMessage(0);
    });
  }).observe(box, { childList: true, subtree: true, characterData: true });
  document.querySelector(button).dispatchEvent(new MouseEvent("click", { bubbles: true }));
})"""
_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


@contextmanager
def _served(graph: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "kg", "serve", str(graph), "--port", "0", "--timeout", "200"]
    begin = time.perf_counter()
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        print(f"server ready after {time.perf_counter() - begin:.1f} s, {_processor(process.pid):.1f} s of processor")
        try:
            yield line.split(" at ")[1].split(" ")[0]
        finally:
            process.terminate()


def _processor(pid: int) -> float:
    """Seconds of processor time that a process has taken itself; what else runs on the machine does not count."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class _Times:
    """Milliseconds by what they were taken of."""

    def __init__(self) -> None:
        self._taken: dict[str, list[float]] = {}

    def add(self, name: str, time: float) -> None:
        self._taken.setdefault(name, []).append(time)

    def show(self) -> None:
        for name, times in self._taken.items():
            print(f"{name:<44}{statistics.median(times):8.0f} ms   (worst {max(times):.0f})")


def _measure(address: str, rounds: int) -> None:
    times = _Times()
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        for _ in range(rounds):
            page: Any = browser.new_page(viewport={"width": 1280, "height": 900}, bypass_csp=True)
            _overview(page, address, times)
            _others(page, address, times)
            page.close()
        browser.close()
    times.show()


def _overview(page: Any, address: str, times: _Times) -> None:
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    times.add("overview: map and filters ready", page.evaluate("performance.now()"))
    times.add("overview: first paint", page.evaluate(_PAINT))
    for name, action in _INTERACTIONS.items():
        times.add(f"overview: {name}", page.evaluate(_MEASURE, action))


def _others(page: Any, address: str, times: _Times) -> None:
    def go(name: str, path: str) -> None:
        page.goto(address.rstrip("/") + path)
        page.wait_for_load_state("networkidle")
        times.add(f"{name}: first paint", page.evaluate(_PAINT))

    def press(name: str, button: str, watched: str) -> None:
        page.wait_for_selector(button)
        times.add(name, page.evaluate(_MEASURE_CHANGE, [button, watched]))

    for kind, path in _paths(page, address.rstrip("/")).items():
        go(kind, path)
        if kind in ("event", "person", "group"):
            press(f"{kind}: the network grows", ".network .node:not(.grown)", ".network")
            press(f"{kind}: it grows on", ".network .node:not(.grown)", ".network")
        if kind in _LEADS:
            page.locator(_LEADS[kind]).first.click()
            page.wait_for_load_state("networkidle")
            times.add(f"{kind}: a link, until the next page", page.evaluate(_PAINT))
        if kind == "question":
            for view in (4, 3, 2, 1):
                times.add(f"question: look {view}", page.evaluate(_MEASURE, _LOOK.format(view)))
            times.add("question: sort", page.evaluate(_MEASURE, "document.querySelector('th button').click()"))


def _paths(page: Any, address: str) -> dict[str, str]:
    """A page of every kind, from the middle of the graph."""

    def listed(kind: str, listing: str) -> str:
        found = re.search(rf'href="(/{kind}/[^"]+)"', page.request.get(address + listing).text())
        assert found is not None
        return found[1]

    events = page.request.get(address + "/data/events.json").json()["events"]
    event = events[len(events) // 2][0]
    return {
        "event": f"/event/{event}",
        "person": listed("person", f"/people?q=person+{len(events) // 2}"),
        "group": listed("group", "/groups"),
        "place": listed("place", "/places?q=town"),
        "document": listed("document", "/documents"),
        "why": f"/why/{event}",
        "people": "/people",
        "people by name": "/people?q=person+12",
        "documents": "/documents",
        "conflicts": "/conflicts",
        "search": "/search?q=town+7",
        "question": "/ask/who-was-killed",
        "SPARQL": "/ask/sparql",
    }


_LEADS = {"event": "#claims ~ .sides a[href^='/document/']", "person": ".dated a", "group": ".dated a"}
_LOOK = "document.querySelector('.tabs button:nth-child({})').click()"


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
            for name, path in (("first page", ""), ("a bundled question", "ask/who-was-killed")):
                begin = time.perf_counter()
                subprocess.run(["curl", "-s", "-o", os.devnull, address + path], check=True)
                print(f"{name} answered in {time.perf_counter() - begin:.1f} s, later from memory")
            _measure(address, given.rounds)


if __name__ == "__main__":
    main()
