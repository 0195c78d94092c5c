"""Names: stretches of name words cut into the names of single things, each with its kind."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg.extract import syntax
from kg.extract.entities import lexicon
from kg.extract.entities.consistency import agree
from kg.extract.entities.counting import SINGLE
from kg.extract.entities.evidence import Evidence
from kg.extract.entities.kinds import decide
from kg.extract.entities.mention import Mention
from kg.extract.entities.offices import is_office, is_portfolio, portfolio
from kg.extract.entities.page import Page
from kg.extract.entities.runs import HYPHENS, PARTICLES, Traces, runs, traces
from kg.extract.entities.sorts import share_sorts, with_sort
from kg.extract.entities.vocabulary import SHIP_MARKS
from kg.extract.numbers import parse_count
from kg.knowledge import frames
from kg.model import EntityKind

_MARKS = frozenset("-‐‑–“”\"«»'‘’`.,;:()[]")
_SOME = frozenset(("several", "many", "some", "numerous"))
_EDGES = '-–—,;:“”"«»()[]*|/ '
_LINKS = frozenset(("of", "the", "and"))
_BEARING_ARMS = frozenset(("combatant", "security-force"))
_IN_NAMES = frozenset(("forces", "guards", "commandos", "commandoes", "police"))  # plurals that names end in
_LONGEST_TITLE = 4
_MAX_TITLES = 6


def find_names(page: Page) -> list[Mention]:
    """All names of a text, in order, none overlapping another."""
    found = traces(page)
    names: list[Mention] = []
    for run in runs(page, found):
        for words, titles in _cut(page, run, found):
            mention = _mention(page, words, titles, found)
            if mention is not None:
                names.append(mention)
    agree(page, names)
    for mention in names:
        if mention.kind is EntityKind.PLACE:
            with_sort(page, mention)
        elif mention.kind is EntityKind.GROUP:
            _members_only(page, mention)
    share_sorts(page, names)
    return names


def _members_only(page: Page, mention: Mention) -> None:
    """ "12 Taliban", "two LTTE", "several Houthis": so many of its members, not the group that is called so."""
    noun = page.tokens[mention.head]
    before = [t.i for t in (*syntax.numerals(noun), *syntax.modifiers(noun)) if t.i < mention.begin]
    counted = [i for i in before if page.pos[i] == "NUM" or page.lower[i] in _SOME]
    if not counted or mention.begin - max(counted) > 1 or syntax.possessors(noun):
        return
    begin = min(syntax.base_span(noun)[0], *counted)
    count = parse_count([page.lower[i] for i in range(begin, mention.begin)])
    if count is None and not any(page.lower[i] in _SOME for i in counted):
        return  # "7 October Brigades"
    single = count == SINGLE
    mention.form, mention.kind = "nominal", EntityKind.PERSON if single else EntityKind.GROUP
    mention.name, mention.parts, mention.actor, mention.country = "", (), "", ""
    mention.begin, mention.count, mention.plural = begin, count, not single
    mention.lemma = page.lower[mention.head]
    mention.definite = syntax.determiner(noun) in ("the", "these", "those")


def _cut(page: Page, run: list[int], found: Traces) -> Iterator[tuple[list[int], list[int]]]:
    """Single names of a stretch, each with the titles that stand directly before it."""
    start, titles = _titles(page, run, found)
    if titles:
        first = run.index(titles[0])
        if not first:
            titles = _titles_before(page, run[start])  # "Prime" may look like no name word
        if first:
            for piece in _pieces(page, run[:first], found):
                yield piece, []
    else:
        titles = _titles_before(page, run[0])
    for number, piece in enumerate(_pieces(page, run[start:], found)):
        yield piece, titles if number == 0 else []


def _titles(page: Page, run: list[int], found: Traces) -> tuple[int, list[int]]:
    """Where the name after the last titles of a stretch begins, and the tokens of these titles."""
    last = lexicon.noun(page.lower[run[-1]])
    if page.text[run[0]] in SHIP_MARKS:
        return 0, []  # "ARA General Belgrano"
    if last is not None and last.kind is not EntityKind.PERSON and not page.shouted[run[-1]]:
        return 0, []  # "General Staff", "King Khalid Airport"
    if len(run) > 1 and run[0] and page.lower[run[0]] == "class" and page.text[run[0] - 1][0].isdigit():
        return 1, run[:1]  # "Private 1st Class Anna Berg"
    for k in range(len(run) - 1, 0, -1):
        if (
            page.text[run[k]] in _MARKS
            or (page.lower[run[k]] in PARTICLES and not page.upper[run[k]])
            or (run[k] in found.inside and run[k] not in found.known)
        ):
            continue
        begin = k
        while begin > 0 and (length := _title_ending(page, run, begin)):
            begin -= length
        country = lexicon.country(page.words(run[k - 1], run[k] + 1)) is not None  # "Sri Lanka"
        inside = _within_group(run, k, found) or _within_person(run, begin, k, found)
        if begin < k and not country and not inside:
            return k, run[begin:k]
    return 0, []


def _within_group(run: list[int], k: int, found: Traces) -> bool:
    """Whether title and name are one name of a group or place to the language model ("Prince Sultan Air
    Base").
    """
    same = found.number[run[k]] >= 0 and found.number[run[k]] == found.number[run[k - 1]]
    return same and found.sort[run[k]] in ("group", "place", "facility")


def _within_person(run: list[int], begin: int, k: int, found: Traces) -> bool:
    """Whether a title stands inside one person's name to the language model ("Hassan Sheikh Mohamud")."""
    before = found.number[run[begin - 1]] if begin else -1
    return before >= 0 and before == found.number[run[k]] and found.sort[run[k]] == "person"


def _title_ending(page: Page, run: list[int], end: int) -> int:
    """How many tokens of the run before a position are one title."""
    for length in range(min(_LONGEST_TITLE, end), 0, -1):
        words = run[end - length : end]
        if words[-1] - words[0] != length - 1:
            continue
        if lexicon.is_title(page.words(words[0], words[-1] + 1).lower()):
            return length
    last = run[end - 1]
    if (page.opens[last] or page.shouted[last] or len(run) - end > 1) and _describes(page.lower[last]):
        return 1
    return 0


def _describes(word: str) -> bool:
    """Whether a word at the start of a name is rather what its bearer does: "Striker", "Lawyer"."""
    noun = lexicon.noun(word)
    return (
        noun is not None and noun.kind is EntityKind.PERSON and noun.number == "singular" and not lexicon.is_given(word)
    )


def _titles_before(page: Page, first: int) -> list[int]:
    """Titles that stand before a stretch without being name words to the tagger: "General", "Prime
    Minister".
    """
    before: list[int] = []
    i = first - 1
    while i >= 0 and len(before) < _MAX_TITLES and page.sentence[i] == page.sentence[first]:
        if page.text[i].isspace():
            i -= 1
            continue
        if not (page.upper[i] or page.text[i] in "-." or page.text[i][0].isdigit()):
            break
        before.insert(0, i)
        i -= 1
    end = len(before)
    begin = end
    while begin > 0 and (length := _title_ending(page, before, begin)):
        begin -= length
    return before[begin:end]


def _pieces(page: Page, run: list[int], found: Traces) -> Iterator[list[int]]:
    """Cuts where a known actor begins or ends, and where the language model sees two different names."""
    cuts = {0, len(run)}
    k = 0
    while k < len(run):
        length = _known(page, run, k, found)
        end = k + length
        if length and end < len(run) and not page.upper[run[end]] and lexicon.ends_group(page.lower[run[end]]):
            length += 1  # "the Islamic State group"
        if length:
            cuts |= {k, k + length}
        k += max(length, 1)
    for begin, end in pairwise(sorted(cuts)):
        piece = run[begin:end]
        at = 0
        for k in range(1, len(piece)):
            if page.text[piece[k]] in HYPHENS and _two_countries(page, piece[at:k], piece[k + 1 :]):
                yield piece[at:k]
                at = k + 1
            elif _two_names(page, piece, k, found):
                yield piece[at:k]
                at = k
        if piece[at:]:
            yield piece[at:]


def _two_countries(page: Page, before: list[int], after: list[int]) -> bool:
    """Whether a hyphen ties the names of two countries: "the India-Pakistan border", but not "Guinea-Bissau"."""
    if not before or not after or lexicon.country(page.words(before[0], after[-1] + 1)) is not None:
        return False
    return all(lexicon.country(page.words(part[0], part[-1] + 1)) is not None for part in (before, after))


def _two_names(page: Page, piece: list[int], k: int, found: Traces) -> bool:
    before, after = piece[k - 1], piece[k]
    if page.lower[before] in PARTICLES or (page.lower[after] in PARTICLES and not page.upper[after]):
        return False
    if page.text[before] in _MARKS or page.text[after] in _MARKS or (after in found.inside and before in found.inside):
        return False
    if lexicon.begins_group(page.lower[before]) or page.text[piece[0]] in SHIP_MARKS:
        return False
    same = found.number[before] == found.number[after]
    if same and found.number[after] >= 0:
        return False
    if found.sort[before] and found.sort[after] and found.sort[before] != found.sort[after]:
        if k == 1 and {found.sort[before], found.sort[after]} <= {"person", "place", "facility"}:
            return lexicon.country(page.text[before]) is not None  # "Sidi Yahia" torn apart
        return not _force(page, piece)
    # "US Reaper", "American Peter X": an origin stands before another name
    origin = lexicon.country(page.text[before], page.shouted[before]) or lexicon.demonym(page.text[before])
    return bool(origin) and found.sort[after] in ("person", "thing", "") and not _force(page, piece)


def _force(page: Page, piece: list[int]) -> bool:
    """Whether the last word is an institution's or force's: then what stands before it says which one."""
    noun = lexicon.noun(page.lower[piece[-1]])
    return noun is not None and noun.kind is EntityKind.GROUP


def _known(page: Page, run: list[int], k: int, found: Traces) -> int:
    """How many tokens of the longest actor name at this place, zero if none."""
    end = found.known.get(run[k])
    if end is not None:
        return sum(1 for i in run[k:] if i < end)
    for length in range(min(len(run) - k, lexicon.LONGEST), 0, -1):
        words = run[k : k + length]
        if _reaches_further(run, k, length, found) or _hyphened(page, run, k):
            continue
        if length == 1 and len(run) > 1 and not found.sort[words[0]] and not page.text[words[0]].isupper():
            continue
        if lexicon.actor(page.words(words[0], words[-1] + 1), page.shouted[words[0]]):
            return length
    return 0


def _hyphened(page: Page, run: list[int], k: int) -> bool:
    """Whether a hyphen ties the words to a name before them that is none by itself ("Tehrik-i-Taliban")."""
    if k < 2 or page.text[run[k - 1]] not in HYPHENS:
        return False
    before = page.text[run[k - 2]]
    return not (lexicon.country(before) or lexicon.actor(before) or lexicon.demonym(before))


def _reaches_further(run: list[int], k: int, length: int, found: Traces) -> bool:
    """Whether the language model sees one name that goes on beyond the words ("Sana" in "Sana Airport")."""
    number = found.number
    if number[run[k]] < 0:
        return False
    before = k > 0 and number[run[k - 1]] == number[run[k]]
    end = k + length
    return before or (end < len(run) and number[run[end]] == number[run[end - 1]])


def _mention(page: Page, words: list[int], titles: list[int], found: Traces) -> Mention | None:
    while words and ((page.text[words[0]] in _MARKS and not page.glued(words[0])) or page.lower[words[0]] in _LINKS):
        words = words[1:]
    while words and (page.text[words[-1]] in _MARKS or page.lower[words[-1]] in _LINKS):
        words = words[:-1]  # "the 12th Front of the" is what the name of a known group behind it leaves
    words = _without_fighters(page, words)
    if not words:
        return None
    office = portfolio(page, words)
    if office:
        titles = [words[0] - 2, *range(words[0] - 1, words[office - 1] + 1)]
        words = words[office:]
    if not words:
        return None
    words = _without_office(page, words, found)
    if not words:
        return None
    words = _whose(page, _without_common_end(page, words), found)
    begin, end = words[0], words[-1] + 1
    head = head_of(page, titles[0] if titles else begin, end)
    said = (page.words(titles[0], titles[-1] + 1),) if titles else ()
    text = page.words(begin, end).strip(_EDGES)
    if not any(c.isalpha() for c in text):
        return None
    mention = decide(Evidence(page, begin, end, head, text, said, _sort(words, head, found)))
    if mention is not None and titles and mention.titles:
        mention.lead = titles[0]
    return mention


def _without_office(page: Page, words: list[int], found: Traces) -> list[int]:
    """A name without the office behind it that the language model took for its last word: "US Secretary"."""
    end = len(words)
    if page.shouted[words[0]]:
        return words
    while end > 1 and found.sort[words[end - 1]] and is_office(page, words[end - 1]):
        if page.text[words[end - 2]] in HYPHENS and page.glued(words[end - 2]):
            break  # "Port-au-Prince"
        if found.sort[words[end - 1]] == "person" and not is_portfolio(page, words[:-1]):
            break
        end -= 1
    return [] if end < len(words) and is_portfolio(page, words[:end]) else words[:end]


def _without_common_end(page: Page, words: list[int]) -> list[int]:
    """A name in a headline With Capitals without the noun behind it: "U.S. Airstrike", "ISIS Commander"."""
    if not page.titled[words[-1]] or lexicon.is_given(page.text[words[0]]):
        return words
    end = len(words)
    while end > 1 and (page.lower[words[end - 1]] in frames.default().nouns or _describes(page.lower[words[end - 1]])):
        end -= 1
    return words[:end]


def _without_fighters(page: Page, words: list[int]) -> list[int]:
    """A group's name in capitals without its people behind it ("FMLN REBELS"); nothing is left of "URBAN REBELS"."""
    if len(words) < 2 or not page.shouted[words[-1]]:
        return words
    noun, rest = lexicon.noun(page.lower[words[-1]]), words[:-1]
    if noun is None or noun.number != "plural" or not noun.classes & _BEARING_ARMS:
        return words
    text = page.words(rest[0], rest[-1] + 1)
    if lexicon.actor(text, True) or lexicon.demonym(text):
        return rest
    if page.lower[words[-1]] in _IN_NAMES:
        return words
    return rest if len(rest) > 1 or page.pos[rest[0]] == "PROPN" else []


def _whose(page: Page, words: list[int], found: Traces) -> list[int]:
    """Takes the beginning of "People's Liberation Army" back in, which looks like an owner."""
    first = words[0]
    if first < 2 or page.lower[first - 1] not in ("'s", "’s", "'", "’") or not page.upper[first - 2]:
        return words
    noun = lexicon.noun(page.lower[first - 2])
    people = page.lower[first - 2] == "lord" or (noun is not None and noun.number == "plural")
    if people and found.sort[first - 2] != "person" and lexicon.ends_group(page.lower[words[-1]]):
        return [first - 2, first - 1, *words]
    return words


def _sort(words: list[int], head: int, found: Traces) -> str:
    """What the language model takes most of the words for."""
    sorts = [found.sort[i] for i in words if found.sort[i]]
    return found.sort[head] or (max(sorted(set(sorts)), key=sorts.count) if sorts else "")


def head_of(page: Page, begin: int, end: int) -> int:
    """The word of a token range that the others hang on."""
    for i in range(begin, end):
        above = page.tokens[i].head.i
        if (above == i or not begin <= above < end) and page.pos[i] not in ("PUNCT", "ADP", "DET", "SPACE"):
            return i
    return end - 1
