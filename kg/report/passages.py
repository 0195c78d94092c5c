"""A document cut into sentences and marked words: what was read from it, and where nothing was."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kg.view import Claim, Quote, Role, Thing, View

_SENTENCE_END = re.compile(r"(?<=[.!?…”\"])\s+(?=[\"“‘(]?[A-Z0-9À-ÞÅ])|\n+")
_SHORTENED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Gov|Sen|Rep|St|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|\b[A-Z])\.$"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters. ``thing`` is whom or what the words name or tell of, ``role`` what they were read as."""

    text: str
    thing: Thing | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text: words that claims or roles were read from, or words from which nothing was taken."""

    begin: int
    end: int
    pieces: tuple[Piece, ...]
    claims: tuple[Claim, ...] = ()
    roles: tuple[Role, ...] = ()
    new_line: bool = False

    @property
    def blank(self) -> bool:
        """Whether it is only the space between others."""
        return not any(piece.text.strip() for piece in self.pieces)

    @property
    def told(self) -> bool:
        """Whether anything was read from it."""
        return bool(self.claims or self.roles)

    @property
    def stance(self) -> str:
        """``supports``, ``denies``, ``doubts``, ``both`` where claims differ; ``tells`` where only roles were read."""
        stances = {claim.stance for claim in self.claims} or ({"tells"} if self.roles else set())
        return next(iter(stances)) if len(stances) == 1 else "both" if stances else ""


def passages(view: View, text: str, claims: Sequence[Claim], roles: Sequence[Role] = ()) -> list[Passage]:
    """The whole text in passages that do not overlap; the words that several claims or roles share make one."""
    names = _Marks(view, claims, roles)
    found: list[Passage] = []
    for begin, end, on_it in _stretches(len(text), [*_placed(claims, roles)]):
        if on_it:
            found.append(_passage(text, begin, end, names, on_it))
        else:
            found += [_passage(text, first, last, names, ()) for first, last in _sentences(text, begin, end)]
    return found


def excerpts(view: View, claims: Sequence[Claim], roles: Sequence[Role] = ()) -> list[Passage]:
    """The quotes alone, where the text is not at hand: each as a passage of its own."""
    names = _Marks(view, claims, roles)
    spans: dict[tuple[int, int], list[_Placed]] = defaultdict(list)
    for placed in _placed(claims, roles):
        spans[placed.quote.begin, placed.quote.end].append(placed)
    return [
        _cut(begin, end, on_it[0].quote.words, names, on_it, new_line=True)
        for (begin, end), on_it in sorted(spans.items())
    ]


class _Placed(NamedTuple):
    """What was read from words: a claim or a role."""

    quote: Quote
    what: Claim | Role


def _placed(claims: Sequence[Claim], roles: Sequence[Role]) -> Iterator[_Placed]:
    yield from (_Placed(claim.quote, claim) for claim in sorted(claims, key=lambda c: c.id))
    yield from (_Placed(one.quote, role) for role in roles for one in role.attested)


def _stretches(length: int, placed: Sequence[_Placed]) -> list[tuple[int, int, tuple[_Placed, ...]]]:
    """From start to end of a text, where the same was read; overlapping words are joined."""
    found: list[tuple[int, int, tuple[_Placed, ...]]] = []
    at = 0
    for one in sorted(placed, key=lambda p: (p.quote.begin, -p.quote.end)):
        begin, end = one.quote.begin, min(one.quote.end, length)
        if found and found[-1][2] and begin < found[-1][1]:
            first, last, earlier = found[-1]
            found[-1] = (first, max(last, end), (*earlier, one))
        elif begin < end:
            if begin > at:
                found.append((at, begin, ()))
            found.append((begin, end, (one,)))
        at = max(at, end)
    if at < length:
        found.append((at, length, ()))
    return found


def _sentences(text: str, begin: int, end: int) -> Iterable[tuple[int, int]]:
    """Sentences for the eye, with the space behind them; nothing else hangs on where they end."""
    at = begin
    for match in _SENTENCE_END.finditer(text, begin, end):
        if not _SHORTENED.search(text[at : match.start()]):
            yield at, match.end()
            at = match.end()
    if at < end:
        yield at, end


def _passage(text: str, begin: int, end: int, names: _Marks, placed: Sequence[_Placed]) -> Passage:
    starts_line = begin > 0 and "\n" in text[max(0, begin - 2) : begin]
    return _cut(begin, end, text[begin:end], names, placed, starts_line)


def _cut(begin: int, end: int, words: str, names: _Marks, placed: Sequence[_Placed], new_line: bool) -> Passage:
    claims = tuple(one.what for one in placed if isinstance(one.what, Claim))
    roles = tuple(dict.fromkeys(one.what for one in placed if isinstance(one.what, Role)))
    return Passage(begin, end, tuple(names.pieces(words, begin, claims)), claims, roles, new_line)


def _names(view: View, claims: Sequence[Claim], roles: Sequence[Role]) -> dict[str, Thing]:
    """Whom and what the claims and roles of a document speak of, by every name they go by."""
    things: dict[str, Thing] = {}
    for claim in claims:
        parties = [claim.claimant, claim.on_behalf_of, *(statement.value for statement in claim.statements)]
        for thing in parties:
            if isinstance(thing, Thing) and thing.kind in ("Person", "Group", "Place", "Materiel", "Weapon"):
                things.setdefault(thing.id, thing)
    for role in roles:
        things |= {thing.id: thing for thing in (role.bearer, *role.counterparts) if thing.id not in things}
    found: dict[str, Thing] = {}
    for thing in things.values():
        for name in (thing.label, *view.aliases(thing)):
            if len(name) > 2:
                found.setdefault(name, thing)
    return found


class _Marks:
    """What to mark in the words of claims: names by how they are written, events by where they are told of."""

    def __init__(self, view: View, claims: Sequence[Claim], roles: Sequence[Role]) -> None:
        self._names = _names(view, claims, roles)
        reports = {claim.quote.document.id: claim.quote.document for claim in claims}
        # Offsets count within one document.
        self._told = view.told(*reports.values()) if len(reports) == 1 else {}

    def pieces(self, words: str, begin: int, claims: Sequence[Claim]) -> Iterable[Piece]:
        """The words, which begin at a place of their document, cut at what is marked in them."""
        at = 0
        for first, last, thing, role in self._found(words, begin, claims):
            if first < at:
                continue
            if first > at:
                yield Piece(words[at:first])
            yield Piece(words[first:last], thing, role)
            at = last
        if at < len(words):
            yield Piece(words[at:])

    def _found(self, words: str, begin: int, claims: Sequence[Claim]) -> list[tuple[int, int, Thing | None, str]]:
        cues = {claim.cue for claim in claims if claim.cue}
        roles = {s.value.id: s.role for c in claims for s in c.statements if isinstance(s.value, Thing)}
        # Names before the word of an event that stands in one, as in the name of a group.
        found: list[tuple[int, int, Thing | None, str]] = []
        wanted = sorted({*self._names, *cues}, key=lambda name: (-len(name), name))
        if wanted:
            for match in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, wanted))})(?!\w)", words):
                thing = self._names.get(match.group())
                role = roles.get(thing.id, "") if thing is not None else "cue"
                found.append((match.start(), match.end(), thing, role))
        taken = [(first, last) for first, last, *_ in found]
        for (first, last), event in self._told.items():
            here = first - begin, last - begin
            if here[0] >= 0 and here[1] <= len(words) and not any(a < here[1] and here[0] < b for a, b in taken):
                found.append((*here, event, "event"))
        return sorted(found, key=lambda mark: (mark[0], mark[1]))
