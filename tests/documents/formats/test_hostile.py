"""Files that are made to harm, or that just went wrong: refused by name and reason, and the next file is read."""

from __future__ import annotations

import gzip
import io
import os
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents import Settings, find, read
from kg.documents.inputs import opened
from kg.documents.readers import FORMATS, read_input
from kg.errors import InputError
from kg.model import Document

FILES = Path(__file__).parent / "files"
STORY = b"The army said that it killed a man in the town on Monday."


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def nested(depth: int) -> bytes:
    data = zipped({"story.txt": STORY})
    for _ in range(depth):
        data = zipped({"inner.zip": data})
    return data


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{entities}]><rss><item>&l9;</item></rss>'.encode()


def multipart(depth: int) -> bytes:
    parts = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    return f"From: a@b.example\nMIME-Version: 1.0\n{parts}\n\nx".encode()


BAD = {
    "bomb.zip": (zipped({"a.txt": bytes(150_000_000)}), "a ZIP bomb"),
    "large.zip": (zipped({"a.txt": b"a " * 3_000_000}), "too large: more than 4,000,000 bytes"),
    "bomb.txt.gz": (gzip.compress(bytes(50_000_000)), "too large: more than 4,000,000 bytes"),
    "empty-lines.jsonl.gz": (gzip.compress(b'{"a": 1}\n' * 200_000), "none of the first 1,000 could be read"),
    "blank.jsonl.gz": (gzip.compress(b'{"":\n' + (b" " * 1_000_000 + b"\n") * 150), "a decompression bomb"),
    "nested.zip": (nested(5), "lies in more than 3 archives"),
    "broken.zip": (zipped({"a.txt": STORY})[:-40], "a broken ZIP archive"),
    "office.docx": (zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "an office document"),
    "laughs.xml": (laughs(), "XML with entities"),
    "external.xml": (
        b'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss><item><title>&a;</title></item></rss>',
        "XML with entities",
    ),
    "deep.xml": (b"<rss>" + b"<a>" * 100_000, "elements more than 200 deep"),
    "unclosed.xml": (b"<rss><channel><item><title>A man", "not well-formed XML"),
    "deep.html": (b"<html><body>" + b"<div>" * 90_000 + b"x", "no main text was found"),
    "tags.html": (b"<html><body>" + b"<p>The army.</p>" * 60_000, "too large: more than 100,000 tags"),
    "large.html": (b"<html><body>" + b"a " * 8_000_000, "too large: more than 16,000,000 bytes"),
    "deep.eml": (multipart(3000), "too deeply nested"),
    "deep.jsonl": (b'{"text":' + b"[" * 1_000_000 + b"\n", "too deeply nested"),
    "long.jsonl": (b'{"text": "' + b"a" * 20_000_000 + b'"}', "too large: more than 4,000,000 bytes"),
    "unclosed.csv": (b'date,text\n2020-01-01,"' + b"a\n" * 3_000_000, "field larger than field limit"),
    "latin.csv": ("date,text\n2020-01-01,Le café\n".encode("latin-1"), "not UTF-8 text"),
    "no-text.csv": (b"place,victims\nTown,3\n", "no column for the text; name it by --text-field"),
    "brackets.md": (b"# A\n\n" + b"[" * 100_000, "more than 20,000 brackets"),
    "noise.pdf": (b"%PDF-1.7\n" + random.Random(1).randbytes(50_000), "a broken PDF file"),
    "circle.pdf": (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n"
        b"trailer<</Root 1 0 R>>",
        "a broken PDF file",
    ),
    "noise.warc": (b"WARC/1.0\r\n" + random.Random(2).randbytes(50_000), "nothing to read in it"),
    "utf16.txt": (b"\xff\xfe\x00\xd8", "begins as UTF-16 text but is not"),
}


@pytest.mark.parametrize("name", BAD)
def test_it_is_refused_with_a_reason_and_the_next_file_is_read(name: str, tmp_path: Path) -> None:
    data, reason = BAD[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz-story.txt").write_bytes(STORY)
    *refused, last = read(find([str(tmp_path)]))
    assert isinstance(last, Document)
    assert refused
    assert all(isinstance(item, InputError) and name in item.name for item in refused)
    assert any(reason in item.reason for item in refused if isinstance(item, InputError)), refused[:3]


def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    lines = [b'{"text": "%s"}' % STORY, b"[1]", b"{", b'{"text": "\xff"}', b'{"text": ""}', b'{"text": "%s !"}' % STORY]
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(lines))
    items = list(read(find([str(tmp_path)])))
    assert [item.id for item in items if isinstance(item, Document)] == ["a/1", "a/6"]
    refused = [item.name.rpartition(": ")[2] for item in items if isinstance(item, InputError)]
    assert refused == ["line 2", "line 3", "line 4", "line 5"]


def test_a_member_of_a_broken_checksum_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    data = zipped({"a.txt": STORY, "b.txt": STORY + b" It was dark."})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.txt", STORY)
        archive.writestr("b.txt", STORY + b" It was dark.")
    data = out.getvalue().replace(STORY, STORY.replace(b"town", b"tomb"), 1)
    (tmp_path / "z.zip").write_bytes(data)
    broken, good = read(find([str(tmp_path)]))
    assert isinstance(broken, InputError)
    assert (broken.name.rpartition(": ")[2], "Bad CRC" in broken.reason) == ("a.txt", True)
    assert isinstance(good, Document)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc to read the memory from")
def test_memory_stays_bounded_whatever_comes(tmp_path: Path) -> None:
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(bytes(100_000_000), 1))
    with (tmp_path / "line.jsonl").open("wb") as stream:
        stream.write(b'{"text": "')
        for _ in range(1000):
            stream.write(b"a" * 1_000_000)
    script = (
        "import re, sys; from pathlib import Path; from kg.documents import find, read;"
        "items = list(read(find(sys.argv[1:]))); status = Path('/proc/self/status').read_text();"
        "print(len(items), int(re.search(r'VmHWM:\\s+(\\d+)', status)[1]) // 1024)"
    )
    ran = subprocess.run([sys.executable, "-c", script, tmp_path], capture_output=True, text=True, check=True)
    count, megabytes = map(int, ran.stdout.split())
    assert count == 2
    assert megabytes < 200


@given(data=st.binary(max_size=400), form=st.sampled_from([None, *FORMATS]), seed=st.integers(0, 40))
def test_any_bytes_in_any_format_are_read_or_refused(data: bytes, form: str | None, seed: int) -> None:
    """Also real files with some bytes changed: nothing but documents and reasons comes out."""
    names = sorted(os.listdir(FILES))
    if seed < len(names):
        real = bytearray((FILES / names[seed]).read_bytes()[:20_000])
        for place, byte in enumerate(data):
            real[(place * 7919 + byte * 31) % len(real)] = byte
        data = bytes(real)
    raw = opened("x", "x", "", io.BytesIO(data))
    for item in read_input(raw, Settings(input_format=form)):
        assert isinstance(item, Document | InputError)
