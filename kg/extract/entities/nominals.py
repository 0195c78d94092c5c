"""Descriptions and pronouns: the words other than names by which a text speaks of people, groups, things
and places.
"""

from __future__ import annotations

from kg.extract import syntax
from kg.extract.entities import lexicon
from kg.extract.entities.counting import SINGLE, count_of
from kg.extract.entities.mention import Mention
from kg.extract.entities.page import Page
from kg.extract.entities.runs import CALENDAR
from kg.extract.entities.words import words
from kg.extract.numbers import parse_count
from kg.extract.syntax import Position
from kg.extract.syntax.tokens import Token
from kg.model import EntityKind

_MASCULINE = frozenset(("he", "him", "his", "himself"))
_FEMININE = frozenset(("she", "her", "hers", "herself"))
_NEUTER = frozenset(("it", "its", "itself"))
_PLURAL = frozenset(("they", "them", "their", "theirs", "themselves"))
_SPEAKERS = words("i me my mine myself we us our ours ourselves")
_QUANTITIES = words(
    "dozens scores hundreds thousands number majority handful couple pair dozen most some many several "
    "half rest total tens two three four five six seven eight nine ten all none few both each one another "
    "others series string"
)
_VAGUE = frozenset(("majority", "number", "total", "series", "rest", "string"))
_CRAFT = frozenset(("ship", "vehicle", "aircraft"))
_BODY_PARTS = frozenset(("head", "body", "bodies"))
_LONGEST_FORCE = 6
_BEFORE = ("NOUN", "PROPN", "ADJ")
_TAKEN_UP = frozenset((Position.SUBJECT, Position.UNDERGOER, Position.OBJECT))
_OF_PEOPLE = _MASCULINE | _FEMININE | _SPEAKERS
PRONOUNS = _MASCULINE | _FEMININE | _NEUTER | _PLURAL | _SPEAKERS
SPEAKERS = _SPEAKERS


def find_nominals(page: Page, taken: list[Mention | None]) -> list[Mention]:
    """Descriptions headed by a noun that stands for people, groups, things or kinds of places, and
    pronouns.
    """
    found: list[Mention] = []
    for i in page.solid:
        if taken[i] is not None:
            continue
        pos = page.pos[i]
        if pos == "PRON":
            mention = _pronoun(page, i)
        elif pos == "DET" and (page.lower[i] == "both" or page.tokens[i].lemma_ == "both"):
            mention = _numbered(page, i)
        elif pos in ("NOUN", "PROPN", "ADJ", "NUM"):
            lower = page.lower[i]
            mention = _aged(page, i) if lower.endswith("old") else None
            if mention is None and (pos == "NUM" or lower in _QUANTITIES):
                mention = quantified(page, i) or _numbered(page, i)
            mention = mention or nominal(page, i)
        else:
            continue
        if mention is not None:
            found.append(mention)
    return found


def _aged(page: Page, i: int) -> Mention | None:
    """ "the 34-year-old", in one token or in five."""
    lower = page.lower[i]
    if lower.endswith("-year-old"):
        begin = i
    elif lower == "old" and i > 3 and page.lower[i - 3 : i] == ["-", "year", "-"]:
        begin = i - 4
    else:
        return None
    token = page.tokens[i]
    if syntax.position(token) is Position.MODIFIER or (token.i + 1 < len(page) and page.pos[i + 1] == "NOUN"):
        return None
    mention = Mention(min(begin, syntax.base_span(token)[0]), i + 1, i, "nominal", EntityKind.PERSON)
    mention.lemma, mention.definite = "year-old", syntax.determiner(token) in syntax.DEFINITE
    mention.count = SINGLE
    return mention


def quantified(page: Page, i: int) -> Mention | None:
    """ "dozens of people", "two of the attackers", "a pair of drones": so many of what follows."""
    lower = page.lower[i]
    if page.pos[i] != "NUM" and lower not in _QUANTITIES:
        return None
    token = page.tokens[i]
    inner = next((t for prep, t in syntax.complements(token) if prep == "of" and t.i > i), None)
    if inner is None or syntax.position(token) is Position.MODIFIER:
        return None
    noun = lexicon.noun(inner.lower_) or lexicon.noun(inner.lemma_.lower())
    if noun is None and inner.lower_ not in ("them", "us", "whom", "those"):
        return None
    begin, end = syntax.base_span(token)
    single = lower in ("one", "another")
    kind = noun.kind if noun is not None else EntityKind.GROUP
    if kind is not EntityKind.MATERIEL and kind is not EntityKind.PLACE:
        kind = EntityKind.PERSON if single else EntityKind.GROUP
    mention = Mention(begin, max(end, inner.i + 1), i, "nominal", kind, lemma=inner.lemma_.lower(), plural=not single)
    said = page.lower[begin : inner.i]
    mention.count = parse_count(said[1:] if said[0] in ("a", "an") and lower in _VAGUE else said)
    return mention


def _numbered(page: Page, i: int) -> Mention | None:
    """ "All three", "the two", "both": as many as were told of before, and they are meant."""
    token = page.tokens[i]
    both = page.lower[i] == "both" or token.lemma_ == "both"  # "neither survived" is read as "both died"
    if not both and (page.pos[i] != "NUM" or not i or page.lower[i - 1] not in ("all", "the")):
        return None
    if syntax.position(token) not in _TAKEN_UP or syntax.complements(token) or page.text[i].isdigit():
        return None
    count = parse_count(["both" if both else page.lower[i]])
    if count is None or (count.best or 0) < 2:
        return None
    begin = i if both else i - 1
    return Mention(begin, i + 1, i, "pronoun", EntityKind.GROUP, lemma="they", plural=True, count=count)


def nominal(page: Page, i: int, kind: EntityKind | None = None) -> Mention | None:
    """The description headed by a word, if it stands for something (or ``kind`` says what it stands for)."""
    token = page.tokens[i]
    lemma = token.lemma_.lower() or page.lower[i]
    noun = lexicon.noun(page.lower[i]) or lexicon.noun(lemma)
    if noun is None and i > 1 and page.text[i - 1] == "-":
        noun = lexicon.noun(f"{page.lower[i - 2]}-{lemma}")  # "hostage-takers"
    elif noun is None and i and page.pos[i - 1] in _BEFORE:
        noun = lexicon.noun_behind(page.lower[i - 1], page.lower[i])  # "police station"; "station" says nothing
    if kind is None and (noun is None or not _refers(page, token, noun)):
        return None
    if noun is not None and i and page.pos[i - 1] in _BEFORE:
        noun = lexicon.noun_behind(page.lower[i - 1], page.lower[i]) or noun  # "police officer" says more
    if noun is not None and i and "combatant" in noun.classes and any(c.isdigit() for c in page.text[i - 1]):
        kind = kind or (EntityKind.MATERIEL if lexicon.is_weapon(page.text[i - 1]) else None)  # "Su-27 fighters"
    plural = is_plural(page, i, lemma)
    if kind is None and noun is not None:
        kind = EntityKind.GROUP if plural and noun.kind is EntityKind.PERSON else noun.kind
    assert kind is not None
    begin, end = syntax.base_span(token)
    definite = syntax.is_definite(token)
    mention = Mention(begin, end, i, "nominal", kind, lemma=lemma, plural=plural, definite=definite)
    mention.gender = noun.gender if noun is not None else ""
    if noun is not None and noun.number in ("collective", "plural") and not plural:
        mention.plural = None  # "police" is no plural by its form
    if kind is EntityKind.GROUP:
        _compose(page, mention)
    mention.count = count_of(page, token, mention)
    return mention


def _refers(page: Page, token: Token, noun: lexicon.Noun) -> bool:
    """Whether a noun that can stand for somebody or something does so here."""
    where = syntax.position(token)
    if page.lower[token.i].rstrip(".") in CALENDAR or (token.lower_ == "front" and page.lower[token.i - 1] == "in"):
        return False
    if token.pos_ in ("ADJ", "NUM"):
        return where not in (Position.MODIFIER, Position.APART, Position.PREDICATE)
    if token.lemma_.lower() in _BODY_PARTS and any(_animate(page, o) for o in syntax.possessors(token)):
        return False
    if where is not Position.MODIFIER:
        return True
    # before another noun only organisations are spoken of ("army positions"), and bearers of names described
    above = syntax.governor(token)
    if noun.kind is EntityKind.GROUP:
        return "institution" not in noun.classes and noun.number != "plural"
    before_name = above.pos_ == "PROPN" and above.i > token.i
    return before_name and (noun.kind is EntityKind.PERSON or bool(noun.classes & _CRAFT))


def _animate(page: Page, owner: Token) -> bool:
    return owner.lower_ in _OF_PEOPLE or owner.ent_type_ in ("PERSON", "PER")


def _compose(page: Page, mention: Mention) -> None:
    """A force called by its country ("the Syrian army") is named; its members are described."""
    begin = mention.begin
    for i in range(mention.begin, mention.head):
        if page.text[i] in "-–—:;," and not (page.text[i] == "-" and page.glued(i)):
            begin = i + 1  # a dateline before it
    while begin < mention.head and (
        page.pos[begin] in ("DET", "NUM", "PRON", "PUNCT") or page.lower[begin] in _QUANTITIES or not page.upper[begin]
    ):
        begin += 1
    if begin == mention.head or mention.head - begin > _LONGEST_FORCE:
        return
    found = lexicon.composed(page.words(begin, mention.head + 1), page.shouted[begin])
    if found is None or found.unsure:
        return
    noun = lexicon.noun(page.lower[mention.head])
    people = noun is not None and noun.number == "plural" and "group" not in noun.classes
    if found.relation == "name" and not people:
        mention.form, mention.name = "name", page.words(begin, mention.head + 1)
        mention.begin, mention.end = begin, mention.head + 1
        mention.parts, mention.actor = (lexicon.fold(mention.name),), found.actor.id
        mention.plural = True if mention.plural else None
        mention.definite = True
    else:
        mention.operator = found.actor.id


def is_plural(page: Page, i: int, lemma: str) -> bool:
    """Whether a noun is plural by its tag, else by its form."""
    tag = page.tokens[i].tag_
    if tag in ("NNS", "NNPS"):
        return True
    if tag in ("NN", "NNP"):
        return False
    return page.pos[i] == "ADJ" or (page.lower[i] != lemma and page.lower[i].endswith("s"))


def _pronoun(page: Page, i: int) -> Mention | None:
    lower = page.lower[i]
    if lower not in PRONOUNS or (lower == "it" and syntax.is_expletive(page.tokens[i])):
        return None
    mention = Mention(i, i + 1, i, "pronoun", EntityKind.PERSON, lemma=lower)
    if lower in _MASCULINE:
        mention.gender = "m"
    elif lower in _FEMININE:
        mention.gender = "f"
    elif lower in _PLURAL:
        mention.kind, mention.plural = EntityKind.GROUP, True
    elif lower in _NEUTER:
        mention.kind = EntityKind.GROUP
    return mention
