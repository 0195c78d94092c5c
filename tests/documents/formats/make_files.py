"""Makes the files that the tests of formats read, with the tools that people make such files with.

``python -m tests.documents.formats.make_files`` needs Chromium on the path; the files are kept in ``files/``.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import shutil
import subprocess
import tempfile
import zipfile
from email.message import EmailMessage
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = Path(__file__).parent
FILES = HERE / "files"
ARTICLE = HERE / "article.html"

SHELLING = (
    "Shells fell on the market of Orvane on Friday and killed two traders, a doctor at the town's hospital said. "
    "The rebels blamed the army for it; an officer denied that his guns had fired."
)
AMBUSH = "Gunmen killed a police captain in an ambush on the road to Sella on Saturday, the ministry said."


def browser() -> None:
    """A page as the browser saves it after its scripts have run, and the same page printed to PDF."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("Chromium is not on the path")
    with tempfile.TemporaryDirectory() as profile:
        command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
        command += ["--virtual-time-budget=2000", "--no-pdf-header-footer"]
        page = ARTICLE.as_uri()
        saved = subprocess.run([*command, "--dump-dom", page], capture_output=True, check=True).stdout
        (FILES / "saved-page.html").write_bytes(saved)
        subprocess.run([*command, f"--print-to-pdf={FILES / 'printed.pdf'}", page], capture_output=True, check=True)


def web_archive() -> None:
    """A crawl of four addresses, one of them missing and one a picture."""
    with (FILES / "crawl.warc.gz").open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        writer.write_record(writer.create_warcinfo_record("crawl.warc.gz", {"software": "warcio"}))
        for url, status, kind, body in (
            ("https://gazette.example/world/strike-on-fuel-depot", "200 OK", "text/html; charset=utf-8", page()),
            ("https://gazette.example/gone", "404 Not Found", "text/html", b"<html><body>Not found</body></html>"),
            ("https://gazette.example/logo.png", "200 OK", "image/png", b"\x89PNG\r\n\x1a\n"),
            ("https://wire.example/2021/03/orvane.txt", "200 OK", "text/plain", SHELLING.encode()),
        ):
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers)
            )


def page() -> bytes:
    """The article as the server sent it."""
    return ARTICLE.read_bytes()


def mail() -> None:
    """A message with a text, the same in HTML, and a report attached."""
    message = EmailMessage()
    message["From"] = "Reuters Alerts <alerts@wire.example>"
    message["To"] = "desk@gazette.example"
    message["Subject"] = "Shells hit the market of Orvane"
    message["Date"] = "Fri, 12 Mar 2021 18:05:00 +0200"
    message["Message-ID"] = "<orvane-1@wire.example>"
    message.set_content(SHELLING)
    message.add_alternative(f"<html><body><p>{SHELLING}</p></body></html>", subtype="html")
    message.add_attachment(AMBUSH.encode(), maintype="text", subtype="plain", filename="sella.txt")
    (FILES / "alert.eml").write_bytes(message.as_bytes())


def tables() -> None:
    """The same two reports as CSV, as JSON Lines, and packed."""
    rows = [
        {"id": "orvane", "published_at": "2021-03-12", "headline": "Market shelled", "outlet": "AFP", "body": SHELLING},
        {"id": "sella", "published_at": "2021-03-13", "headline": "Captain killed", "outlet": "AFP", "body": AMBUSH},
    ]
    with (FILES / "table.csv").open("w", newline="", encoding="utf-8-sig") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (FILES / "articles.jsonl").write_text(lines)
    (FILES / "articles.jsonl.gz").write_bytes(gzip.compress(lines.encode(), mtime=0))


def bundle() -> None:
    """An archive of other files, one of them no report."""
    with zipfile.ZipFile(FILES / "bundle.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("saved-page.html", "printed.pdf", "alert.eml", "table.csv", "feed.xml"):
            archive.write(FILES / name, f"reports/{name}")
        archive.writestr("reports/noise.bin", bytes(range(256)))
        archive.writestr("README.txt", "About this folder.")


if __name__ == "__main__":
    FILES.mkdir(exist_ok=True)
    browser()
    web_archive()
    mail()
    tables()
    bundle()
