"""Names of one and the same: exact, by actor or country, by acronym, by a part of the full name."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from kg.extract import syntax
from kg.extract.entities import lexicon
from kg.extract.entities.cast import Cast, different_names
from kg.extract.entities.consistency import glossed
from kg.extract.entities.mention import Chain, Mention
from kg.extract.entities.sorts import of_another_place
from kg.model import EntityKind

_MINOR = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "in",
        "on",
        "to",
        "de",
        "la",
        "del",
        "y",
        "e",
        "et",
        "du",
        "des",
        "al",
        "el",
        "und",
        "der",
    ]
)

#: What a name may leave out and be the same body's: all that "of" begins, and words for any body that fights.
_OF_WHAT = frozenset({"of", "for", "in", "to", "against", "de", "del", "da", "do"})
_ANY_BODY = frozenset(
    [
        "group",
        "groups",
        "movement",
        "party",
        "organisation",
        "organization",
        "front",
        "militia",
        "force",
        "forces",
        "army",
        "network",
        "faction",
        "government",
        "regime",
        "rebels",
        "alliance",
        "coalition",
        "union",
        "league",
    ]
)
_REMEMBERED = 50_000  # names
_SLIP = 2  # letters by which two spellings of one name may differ in one text
_LONG = 10  # letters that a name must have for so small a difference to mean nothing


def join_names(cast: Cast) -> None:
    """All name sieves, from sure to less sure."""
    names = [m for m in cast.mentions if m.form == "name"]
    _same(cast, names)
    _acronyms(cast, names)
    _parts_of_groups(cast, names)
    _parts_of_people(cast, [m for m in names if m.kind is EntityKind.PERSON])


def _same(cast: Cast, names: list[Mention]) -> None:
    seen: dict[tuple[str, str, object], Mention] = {}
    for mention in names:
        own = mention.sort if mention.kind is EntityKind.PLACE and of_another_place(mention) else ""
        keys: list[tuple[str, str, object]] = [("name", mention.kind, (*mention.parts, own) if own else mention.parts)]
        if mention.actor:
            keys.append(("actor", mention.kind, mention.actor))
        if mention.country:
            keys.append(("country", mention.kind, mention.country))
        if mention.kind is EntityKind.PERSON and len(mention.parts) < 2:
            keys = []  # a single name may be anyone's: the sieve of parts decides
        for key in keys:
            earlier = seen.setdefault(key, mention)
            if earlier is not mention:
                cast.join(earlier, mention)


def _acronyms(cast: Cast, names: list[Mention]) -> None:
    """``Name (ABC)``, ``ABC [Name]``, and an acronym whose letters an earlier group's name begins its words
    with.
    """
    page = cast.page
    initials: dict[str, Mention] = {}
    for before, after in zip([None, *names], names, strict=False):
        if after.kind is not EntityKind.GROUP:
            continue
        if before is not None and before.kind is EntityKind.GROUP and glossed(page, before, after):
            cast.join(before, after, alias=True)
        text = after.name.replace(".", "")
        if text.isupper() and text.isalpha() and 2 <= len(text) <= 7:
            expansion = initials.get(text)
            if expansion is not None:
                cast.join(expansion, after, alias=True)
        else:
            for letters in _initials(page.words(after.begin, after.end)):
                initials.setdefault(letters, after)


@lru_cache(maxsize=_REMEMBERED)
def _initials(name: str) -> tuple[str, ...]:
    """The letters that its words begin with, and those of all but its small words, where it has several."""
    words = [w for w in name.replace("-", " ").split() if w[:1].isalpha()]
    telling = [w for w in words if w.lower() not in _MINOR]
    return tuple(["".join([w[0] for w in kept]).upper() for kept in (words, telling) if len(kept) > 1])


def _parts_of_groups(cast: Cast, names: list[Mention]) -> None:
    """``Central Command`` after ``US Central Command``, ``the Treasury`` after ``US Treasury``."""
    fuller: list[tuple[Mention, list[str]]] = []
    for mention in names:
        if mention.kind is not EntityKind.GROUP or mention.country:
            continue
        words = mention.name.split()
        for earlier, known in reversed(fuller):
            if earlier.chain is mention.chain:
                break
            if len(known) > len(words) and (known[-len(words) :] == words or _shortened(words, known)):
                if len(words) > 1 or lexicon.noun(words[0].lower()) is not None:
                    cast.join(earlier, mention, alias=True)
                break
        fuller.append((mention, words))


def _shortened(words: list[str], known: list[str]) -> bool:
    """ "The Popular Front" for "the Popular Front of X", and for "Popular Front Movement", not for its press office."""
    if len(words) < 2 or known[: len(words)] != words:
        return False
    rest = known[len(words) :]
    return rest[0].lower() in _OF_WHAT or rest[-1].lower() in _ANY_BODY


def _parts_of_people(cast: Cast, names: list[Mention]) -> None:
    """A surname, given name or teknonym after the full name; a full name after its part; another spelling."""
    bearers: dict[str, list[Chain]] = {}
    for mention in names:
        chain = mention.chain
        if chain is None or not mention.parts or mention.renames >= 0:
            continue
        keys = [lexicon.sound(part) for part in mention.parts]
        known = dict.fromkeys((*bearers.get(keys[-1], ()), *bearers.get(keys[0], ())))
        others = [c for c in known if c is not chain and not _side_by_side(cast, c, mention)]
        fitting = [c for c in others if _may_be(c, mention) or _slip(cast, c, mention)]
        if fitting and chain.mentions[0] is mention:
            best = max(fitting, key=lambda c: (_salience(c, mention), -c.mentions[0].head))
            cast.join(best.mentions[0], mention, alias=different_names(best.full, mention.parts))
            chain = mention.chain
        for key in keys:
            held = bearers.setdefault(key, [])
            if chain is not None and chain not in held:
                held[:] = [c for c in held if c.mentions and c.mentions[0].chain is c]
                held.append(chain)


def _side_by_side(cast: Cast, chain: Chain, mention: Mention) -> bool:
    """Whether the two are coordinated ("Benali and Karim Benali"), hence two."""
    page = cast.page
    first = syntax.first_conjunct(page.tokens[mention.head])
    return any(
        page.sentence[m.head] == page.sentence[mention.head]
        and m.head != mention.head
        and syntax.first_conjunct(page.tokens[m.head]) == first
        for m in chain.mentions
    )


def _slip(cast: Cast, chain: Chain, mention: Mention) -> bool:
    """Whether two full names of one text differ by a slip of the pen only: alike to two letters, never side
    by side.
    """
    full = max((m.name for m in chain.mentions if m.form == "name"), key=len, default="")
    one, two = (lexicon.fold(name).replace(" ", "") for name in (full, mention.name))
    if len(chain.full) < 2 or len(mention.parts) < 2 or min(len(one), len(two)) < _LONG:
        return False
    if chain.gender and mention.gender and chain.gender != mention.gender:
        return False
    sentence = cast.page.sentence
    if any(sentence[m.head] == sentence[mention.head] for m in chain.mentions):
        return False
    return Levenshtein.distance(one, two, score_cutoff=_SLIP) <= _SLIP


def _may_be(chain: Chain, mention: Mention) -> bool:
    if chain.mentions[0].chain is not chain:
        return False
    if chain.gender and mention.gender and chain.gender != mention.gender:
        return False
    return not different_names(chain.full, mention.parts)


def _salience(chain: Chain, mention: Mention) -> tuple[int, int]:
    """Who is already called by this short name; then who is spoken of most."""
    short = sum(1 for m in chain.mentions if m.form == "name" and m.head < mention.head and m.parts == mention.parts)
    return short, sum(1 for m in chain.mentions if m.head < mention.head)
