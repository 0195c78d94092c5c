"""What sort of thing a name names, and what it says about itself.

The evidence is taken from sure to less sure: a title before it, the actor file, the last word of the name,
the gazetteer of countries, given names, the place of the name in its sentence, the language model's label.
A country or capital is a place where the sentence uses it as one, and its government where it speaks, acts
or is accused.
"""

from __future__ import annotations

from kg.extract import syntax
from kg.extract.entities import lexicon
from kg.extract.entities.counting import count_of
from kg.extract.entities.evidence import Evidence
from kg.extract.entities.localities import (
    PLACE_ONLY,
    SETTLED,
    called_a_town,
    fares_as_a_town,
    has_article,
    has_premises,
    is_inside,
    is_reached,
    is_where,
    of_a_sort,
)
from kg.extract.entities.locatives import direction
from kg.extract.entities.mention import Mention
from kg.extract.entities.metonymy import acts
from kg.extract.entities.vocabulary import AGREEMENTS, NOBODY, SHIP_MARKS, STORMS
from kg.extract.entities.words import words
from kg.extract.syntax import Position
from kg.model import EntityKind

_FATHERS = frozenset(("abu", "abou", "umm", "oum", "bin", "ibn"))
_TO_PEOPLE = words(
    "kill murder assassinate behead decapitate execute wound injure arrest detain kidnap abduct torture jail "
    "imprison poison stab marry elect appoint interview quote bury hang lynch shoot gun strangle hack club rape"
)
_OF_PEOPLE = words(
    "murder assassination killing kidnapping abduction arrest execution beheading lynching detention torture"
)
# What nobody but a person does, in the active.
_BY_PEOPLE = words(
    "shoot stab kill murder assassinate strangle behead confess testify plead resign marry say tell explain write die "
    "surrender"
)
_WITH_NUMBERS = words("highway route block mile kilometre kilometer zone phase ward camp junction sector")
_WHERE = frozenset(("at", "in", "inside", "into", "near", "on", "outside", "to"))
_SITES = frozenset(("building", "facility", "infrastructure"))


def decide(evidence: Evidence) -> Mention | None:
    """The mention of a name, or None for what names nothing of interest (an event, a law, a lone demonym)."""
    e = evidence
    lower, words = e.text.lower(), e.text.split()
    several, opening, ending = len(words) > 1, words[0].lower(), words[-1].lower()
    given = several and lexicon.is_given(words[0])
    if lexicon.is_title(lower) or (e.titles and not given and lexicon.noun(lower) is not None):
        return None  # a title without a name
    if (words[0] in SHIP_MARKS and several) or _is_flight(e, words):
        return _mention(e, EntityKind.MATERIEL)
    if (e.titles or e.label == "person") and (site := _called_after(e)) is not None:
        return site
    if e.titles and e.end - e.begin <= 8:
        return _person(e)
    if several and opening in _FATHERS and e.label != "group" and not is_where(e):
        return _person(e)
    if _is_dateline(e, words):
        return _mention(e, EntityKind.PLACE)
    if several and e.label in ("person", "place", "") and _aged(e):
        return _person(e)
    if not several and "-" in e.text and country_pair(e.text):
        return None  # "U.S.-Ruritania talks"
    actor = lexicon.actor(e.text, e.shouted)
    country = lexicon.country(e.text, e.shouted)
    if country is not None:
        return _country(e, country.code, country.name)
    if actor is None and several and e.label in ("group", ""):
        force = lexicon.composed(e.text, e.shouted)
        if force is not None and force.relation == "name" and not force.unsure:
            actor = force.actor  # "Ruritanian Army"
    if actor is not None:
        return _group(e, actor)
    if e.label in ("event", "other") or words[0] == "Operation" or _is_nobody(e, words):
        return None
    if not several and direction(lower):
        return None
    people = lexicon.demonym(e.text, e.shouted)
    if people is not None:
        return _people(e, people.code)
    acronym = not several and e.text.isupper() and not e.shouted
    if lexicon.is_weapon(e.text) and (acronym or e.label not in ("person", "group")) and not given:
        modifies = syntax.position(e.page.tokens[e.head]) is Position.MODIFIER
        return None if modifies else _mention(e, EntityKind.MATERIEL)
    last, first = lexicon.noun(ending), lexicon.noun(opening)
    if several and words[-1].isdigit() and opening in _WITH_NUMBERS:
        return _mention(e, EntityKind.PLACE)
    if e.label == "place" and lexicon.place_sort(ending) and several:
        return _mention(e, EntityKind.PLACE)
    if ending == "department" and lexicon.is_division(" ".join(words[:-1])):
        return _mention(e, EntityKind.PLACE)
    if (e.shouted or e.page.titled[e.head]) and not several and _common(e):
        return None
    if not several and _opens_plural(e):
        return None
    christened = _christened(e, words)
    if several and has_premises(e, words) and not christened:
        return _mention(e, EntityKind.PLACE)
    if lexicon.begins_group(opening) and several and e.label != "place":
        return _mention(e, EntityKind.GROUP)
    if e.page.pos[e.head] == "ADJ" and e.label != "group" and _modifies(e):
        return None  # "West African"
    if lexicon.ends_group(ending) and several and e.label != "person":
        return _mention(e, EntityKind.GROUP)
    for noun in () if christened else (last, first) if " of " in f" {lower} " else (last,):
        if noun is not None and several and noun.kind is not EntityKind.PERSON:
            if noun.kind is EntityKind.MATERIEL and e.label == "group":
                return _mention(e, EntityKind.GROUP)  # a mission, a conference
            if noun.kind is EntityKind.MATERIEL and noun.classes & _SITES:
                return _mention(e, EntityKind.PLACE)  # a building with a name
            return _mention(e, noun.kind)
    acronym = acronym and len(e.text) > 1
    unlikely = has_article(e) and not any(lexicon.is_given(word) for word in words)
    if e.label == "person" and (acronym or unlikely):
        return _mention(e, EntityKind.GROUP)  # no person is called with an article
    if e.label in ("person", "group", "", "other") and (of_a_sort(e) or called_a_town(e) or fares_as_a_town(e)):
        return _mention(e, EntityKind.PLACE)
    capital = lexicon.capital_of(e.text)
    if capital is not None:
        return _country(e, capital.code, "")
    if not several and e.label in ("person", "", "other") and is_reached(e):
        return _mention(e, EntityKind.PLACE)
    if not several and e.label == "group" and not acronym and is_inside(e):
        return _mention(e, EntityKind.PLACE)
    if e.label == "person" or (e.label == "" and several and lexicon.given_gender(words[0])):
        return _person(e)
    if e.label == "people" and syntax.position(e.page.tokens[e.head]) is Position.MODIFIER:
        return None
    if e.label in ("group", "people"):
        return _mention(e, EntityKind.GROUP)
    if e.label in ("place", "facility"):
        return _person(e) if _fares_as_a_person(e) else _mention(e, EntityKind.PLACE)
    if e.label == "thing":
        return _mention(e, EntityKind.MATERIEL)
    found = _unlabelled(e, words)
    if found is not None:
        found.sure = False
    return found


def _is_flight(e: Evidence, words: list[str]) -> bool:
    """ "Air India Flight 182", "MH17" of "flight MH17": an aircraft, which nobody is who kills."""
    lower = e.page.lower
    if words[-1].lower() == "flight":
        return e.end < len(lower) and any(c.isdigit() for c in lower[e.end])
    before = words[-2].lower() if len(words) > 1 else lower[e.begin - 1] if e.begin else ""
    return before == "flight" and any(c.isdigit() for c in words[-1])


def _christened(e: Evidence, words: list[str]) -> bool:
    """ "Sergeant Ann Cannon", "Roy Field": a given name before a word for a thing, and nothing says that it is one."""
    called = [w for w in words if not lexicon.is_title(w.lower())]
    if e.label != "person" or len(called) < 2 or not lexicon.is_given(called[0]) or has_article(e):
        return False
    return not e.begin or e.page.lower[e.begin - 1] not in _WHERE


def _called_after(e: Evidence) -> Mention | None:
    """ "The Marshal Tito bridge": a site that is called after somebody, title and all."""
    page, begin = e.page, e.begin - sum(len(title.split()) for title in e.titles)
    if begin < 1 or e.end >= len(page) or page.lower[begin - 1] != "the" or page.pos[e.end] not in ("NOUN", "PROPN"):
        return None
    sort = lexicon.place_sort(page.lower[e.end])
    if not sort or sort in SETTLED or page.sentence[e.end] != page.sentence[e.head]:
        return None
    name = page.words(begin, e.end)
    return Mention(begin, e.end, e.head, "name", EntityKind.PLACE, name, (lexicon.fold(name),), definite=True)


def country_pair(text: str) -> bool:
    """Whether a hyphen ties the names of two countries, as in "Nigeria-Cameroon", but not "Guinea-Bissau"."""
    parts = text.split("-")
    return len(parts) == 2 and lexicon.country(text) is None and all(lexicon.country(part) for part in parts)


def _is_nobody(e: Evidence, words: list[str]) -> bool:
    """A treaty, a law, a holiday or a storm."""
    agreement = len(words) > 1 and words[-1].lower() in AGREEMENTS
    return agreement or (e.text.lower() in NOBODY and not e.titles) or _is_storm(e, words)


def _is_storm(e: Evidence, words: list[str]) -> bool:
    """ "Hurricane Mitch", "Tropical Storm Agatha", called as people are; not "the Typhoon Brigade"."""
    lower = e.page.lower
    before = [*lower[max(e.begin - 2, 0) : e.begin], *(word.lower() for word in words[:-1])]
    called = before[-1:] == ["storm"] and before[-2:-1] == ["tropical"]
    return (called or bool(before and before[-1] in STORMS)) and not lexicon.ends_group(words[-1].lower())


def _aged(e: Evidence) -> bool:
    """ "Adil Baig, 27,": only people have an age behind their name."""
    behind = e.page.text[e.end : e.end + 3]
    if len(behind) < 3 or behind[0] not in (",", "(") or behind[2] not in (",", ")", ".", ";"):
        return False
    return len(behind[1]) == 2 and behind[1].isdigit()


def _is_dateline(e: Evidence, words: list[str]) -> bool:
    """ "KIRKUK - A bomb": a name in capitals before a dash at the start is where it was written."""
    page, end = e.page, e.end
    return (
        page.opens[e.begin]
        and e.text.isupper()
        and not e.shouted
        and end < len(page)
        and (page.text[end] in ("-", "–", "—", "--", "("))
        and not page.glued(end - 1)
        and (e.label != "person" or _begins_running_text(e, words))
        and lexicon.actor(e.text) is None
        and lexicon.noun(words[-1].lower()) is None
    )


def _begins_running_text(e: Evidence, words: list[str]) -> bool:
    """Whether a sentence begins behind the dash, and the name is not one that people are given."""
    last = e.end == len(e.page) - 1
    return (last or e.page.opens[e.end + 1]) and not lexicon.is_given(words[0].title())


def _modifies(e: Evidence) -> bool:
    return syntax.position(e.page.tokens[e.head]) is Position.MODIFIER


def _common(e: Evidence) -> bool:
    """In a text in capitals: whether a single word is rather a common noun than a name."""
    found = lexicon.noun(e.text.lower())
    if found is not None:
        return True
    if e.label:
        return False
    vowels = sum(1 for c in e.text if c in "AEIOUY")
    return len(e.text) > 4 and vowels * 3 > len(e.text)


def _opens_plural(e: Evidence) -> bool:
    """ "Raiders stormed the church": a plural for people that has its capital from the start of the sentence."""
    if not e.page.opens[e.head] or e.page.tokens[e.head].tag_ not in ("NNPS", "NNS"):
        return False
    found = lexicon.noun(e.text.lower())
    return found is not None and found.number == "plural"


def _fares_as_a_person(e: Evidence) -> bool:
    """Whether the bearer of the name does, or something happens to him, that only people do or that happens to them.

    The language model takes many a name from a faraway country for a place's.
    """
    token = e.page.tokens[e.head]
    where, above = syntax.position(token), syntax.governor(token).lemma_.lower()
    if where in (Position.OBJECT, Position.UNDERGOER, Position.AGENT):
        fares = above in _TO_PEOPLE
    elif where is Position.SUBJECT:
        fares = above in _BY_PEOPLE
    else:
        fares = above in _OF_PEOPLE and (where is Position.POSSESSOR or syntax.governed_by(token) == "of")
    if not fares or lexicon.place_sort(e.text.split()[-1].lower()):
        return False
    return where is Position.UNDERGOER or not lexicon.is_known_place(e.text)


def _unlabelled(e: Evidence, words: list[str]) -> Mention | None:
    """A capitalised stretch that nothing knows: the sentence around has to tell what it is."""
    token = e.page.tokens[e.head]
    if e.page.titled[e.head] and not (len(words) > 1 and lexicon.is_given(words[0])):
        return None  # in a headline every word has a capital
    if syntax.governed_by(token) in PLACE_ONLY:
        return _mention(e, EntityKind.PLACE)
    where = syntax.position(token)
    if has_article(e) and not any(lexicon.is_given(word) for word in words):
        return _mention(e, EntityKind.GROUP)
    if len(words) > 1 and where in (Position.SUBJECT, Position.UNDERGOER, Position.APPOSITION) and not e.shouted:
        return _person(e)
    if where is Position.MODIFIER or (e.shouted and len(words) == 1):
        return None if where is Position.MODIFIER else _mention(e, EntityKind.GROUP)
    return _person(e) if len(words) > 1 else _mention(e, EntityKind.GROUP)


def _mention(e: Evidence, kind: EntityKind) -> Mention:
    found = Mention(e.begin, e.end, e.head, "name", kind, e.text, (lexicon.fold(e.text),), e.titles, definite=True)
    if kind is EntityKind.GROUP and e.text.endswith("s"):
        found.plural = None  # "the Delta Avengers … they"
    return found


def _person(e: Evidence) -> Mention:
    parts = lexicon.name_parts(e.text)
    gender = next((g for g in (lexicon.title_gender(t.lower()) for t in e.titles) if g), "")
    if not gender and len(parts) > 1:
        gender = lexicon.given_gender(e.text.split()[0])
    return Mention(
        e.begin,
        e.end,
        e.head,
        "name",
        EntityKind.PERSON,
        e.text,
        parts,
        e.titles,
        gender=gender,
        definite=True,
    )


def _group(e: Evidence, actor: lexicon.Actor) -> Mention:
    found = _mention(e, EntityKind.GROUP)
    found.actor, found.plural = actor.id, None
    return found


def _country(e: Evidence, code: str, name: str) -> Mention:
    """A country or capital: its government where it acts, else the place."""
    found = _mention(e, EntityKind.GROUP if acts(e.page, e.begin, e.end, e.head) else EntityKind.PLACE)
    found.country = code
    if found.kind is EntityKind.GROUP:
        government = lexicon.government(code)
        found.actor = government.id if government else ""
    elif not name:
        found.country = ""  # a capital as a place is not the country
    return found


def _people(e: Evidence, code: str) -> Mention | None:
    """A demonym used as a noun ("the Russians", "a Syrian"); as an adjective it is no mention."""
    token = e.page.tokens[e.head]
    if e.page.pos[e.head] not in ("NOUN", "PROPN") or syntax.position(token) is Position.MODIFIER:
        return None
    plural = e.text.endswith("s") or token.tag_ in ("NNS", "NNPS")
    determiner = syntax.determiner(token)
    if not plural and not determiner:
        return None  # a language, or an adjective that the tagger mistook
    begin, end = syntax.base_span(token)
    kind = EntityKind.GROUP if plural else EntityKind.PERSON
    found = Mention(min(begin, e.begin), max(end, e.end), e.head, "nominal", kind, lemma=e.text.lower(), plural=plural)
    found.country, found.definite = code, determiner in ("the", "these", "those")
    found.count = count_of(e.page, token, found)
    return found
