"""Which thing spoken of before a definite description can mean: "the group", "the jihadist", "the
34-year-old".
"""

from __future__ import annotations

from kg.extract import syntax
from kg.extract.entities import lexicon
from kg.extract.entities.asides import said_to_be
from kg.extract.entities.calling import calls, may_be_called
from kg.extract.entities.cast import Cast
from kg.extract.entities.mention import Chain, Mention
from kg.extract.entities.words import words
from kg.extract.syntax import Position
from kg.model import EntityKind

# Adjectives that describe the state of someone already spoken of, not which one is meant.
_HARMLESS = words(
    "same said slain dead late alleged suspected former latter whole entire very other own so-called "
    "jailed killed murdered wounded injured captured accused dreaded notorious radical embattled troubled "
    "captive doomed fallen veteran senior top"
)
_FATES = words("slain dead killed murdered wounded injured captured")
_OF_THE_PAPER = frozenset(("correspondent", "reporter", "writer", "newspaper", "paper", "author"))
_STATE = words(
    "soldier soldiers troop troops trooper serviceman conscript marine policeman police officer gendarme guard"
)
_REBELS = words("rebel rebels guerrilla guerrillas guerilla guerillas insurgent insurgents separatist separatists")
_MOVEMENT = _REBELS | words(
    "militant militants jihadist jihadists islamist islamists extremist extremists fighter fighters"
)
_BY_THE_DEED = words("bomber attacker gunman assailant hijacker kidnapper sniper raider robber killer shooter assassin")
_AGAINST_REBELS = words("paramilitary paramilitaries vigilante vigilantes mercenary mercenaries loyalist loyalists")
_HARMED = frozenset(("victim", "dead", "wounded", "injured", "casualty"))
_CONTENT = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "VERB"))
_CLOSE = 8  # sentences
_RULERS = frozenset({"junta", "regime"})


def refers_back(cast: Cast, mention: Mention) -> bool:
    """Whether a description is of the sort that takes up something said before."""
    if mention.form != "nominal" or mention.chain is None:
        return False
    if mention.chain.named and mention.chain.kind is not EntityKind.PERSON:
        return False
    token = cast.page.tokens[mention.head]
    if syntax.position(token) is Position.PREDICATE:
        return False  # it says something of its subject
    if mention.lemma in _OF_THE_PAPER and syntax.determiner(token) == "this":
        return False
    if mention.definite:
        # "One was killed. … The other man is X": whoever is another is none of those told of
        return all(m.lower_ != "other" for m in syntax.modifiers(token))
    # "coalition strikes", "army positions": an organisation as modifier is one that is known
    return (
        mention.kind is EntityKind.GROUP
        and not mention.plural
        and syntax.position(token) is Position.MODIFIER
        and not syntax.determiner(token)
    )


def fit(cast: Cast, mention: Mention, chain: Chain) -> int:
    """How well a description fits a chain.

    4: same head and nothing said that was not known; 3: same head, further described; 2: a word for this
    sort of thing; 1: a word for anyone; 0: it cannot be meant.
    """
    if chain.kind is not mention.kind:
        return 0
    if mention.plural is not None and chain.plural is not None and mention.plural != chain.plural:
        return 0
    if mention.chain is not None and mention.chain.named and chain.named:
        return 0  # two names
    called = mention.lemma in chain.heads or {mention.lemma, cast.page.lower[mention.head]} & _last_words(chain)
    if not called and not mention.plural and not (mention.definite and calls(mention.lemma, chain)):
        return 0  # an organisation as modifier is taken up by its own word only; most words call nobody so
    if not _owned_alike(cast, mention, chain):
        return 0
    if mention.plural and _words(cast, mention) & _FATES and not _undergone(cast, chain):
        return 0  # "troops met 120 bandits … the slain bandits": those of them who were slain
    if called:
        wanted = _content(cast, mention)
        if mention.count is not None and chain.mentions[0].count not in (None, mention.count):
            return 0
        if mention.plural and mention.definite and _others_named(cast, mention, chain):
            return 0
        known: set[str] = set()
        for other in chain.mentions:
            if other.form != "pronoun":
                known |= _words(cast, other)
        if wanted <= known:
            return 4
        if mention.plural or _origins(cast, wanted, mention) - _all_origins(cast, chain):
            return 0
        if cast.page.shouted[mention.head]:
            return 0  # without capitals an origin does not show
        return 3 if mention.kind is EntityKind.GROUP else 0
    if mention.plural and (noun := lexicon.noun(mention.lemma)) is not None and noun.number == "collective":
        return 0  # "gunmen killed a judge … the cartels": groups are not the men told of
    if mention.plural and lexicon.is_violent(mention.lemma) and not _content(cast, mention):
        return 0 if _of_a_state(cast, chain) and mention.lemma not in _STATE else _fighters(mention, chain)
    if mention.plural:
        taken = mention.lemma in _HARMED and not _content(cast, mention) and _harmed(cast, chain)
        return 1 if taken or _as_many_named(cast, mention, chain) else 0
    if syntax.has_clause(cast.page.tokens[mention.head]):
        return 0  # "the man who drove it" is told by the clause
    if any(not lexicon.is_violent(word) for word in _content(cast, mention)) and not _age(mention):
        return 0
    if mention.lemma in _RULERS and chain.named and not chain.country:
        return 0  # those who hold the state, not a government in exile or in the hills that has a name of its own
    return calls(mention.lemma, chain)


def _as_many_named(cast: Cast, mention: Mention, chain: Chain) -> bool:
    """ "Two missionaries were shot. The Americans, A and B, …": as many are named as were counted right before."""
    counts = _counts(chain)
    if not mention.definite or chain.named or len(counts) != 1 or not may_be_called(mention.lemma, chain):
        return False
    if cast.page.sentence[mention.head] - cast.page.sentence[chain.mentions[-1].head] > _CLOSE:
        return False
    return _number_named(cast, mention) in counts


def _others_named(cast: Cast, mention: Mention, chain: Chain) -> bool:
    """ "Nine men were held. … The men, A and B": these are two, and none of nine."""
    number, counts = _number_named(cast, mention), _counts(chain)
    return bool(number > 1 and counts and number not in counts)


def _counts(chain: Chain) -> set[int | None]:
    return {m.count.best for m in chain.mentions if m.count is not None}


def _number_named(cast: Cast, mention: Mention) -> int:
    """How many names stand beside a noun for people; 0 where other words stand there, too."""
    noun = cast.page.tokens[mention.head]
    beside = [t for a in (*syntax.appositions(noun), *said_to_be(noun)) for t in syntax.conjuncts(a)]
    named = [cast.at[t.i] or cast.at[syntax.head_of_name(t).i] for t in beside]
    return len(named) if all(m is not None and m.form == "name" for m in named) else 0


def _fighters(mention: Mention, chain: Chain) -> int:
    """Whether "the militants" may be a chain: fighters told of before, or an armed group; never the state's men."""
    if (mention.lemma in _STATE) != bool(chain.heads & _STATE):
        return 0
    for mine, theirs in ((_REBELS, _AGAINST_REBELS), (_AGAINST_REBELS, _REBELS)):
        if mention.lemma in mine and chain.heads & theirs:
            return 0
    if not chain.named:
        if mention.lemma in _MOVEMENT and chain.heads <= _BY_THE_DEED:
            return 1  # "two bombers" need not be of "the rebels", unless nobody else is near
        return 2 if chain.plural and any(lexicon.is_violent(head) for head in chain.heads) else 0
    actor = lexicon.actor_by_id(chain.actor) if chain.actor else None
    return 1 if actor is not None and actor.kind in ("armed-group", "external-force") else 0


def _of_a_state(cast: Cast, chain: Chain) -> bool:
    """Whether those of a chain are a country's own ("its gunners"): none of them are "the terrorists"."""
    owners = (o for m in chain.mentions for o in syntax.possessors(cast.page.tokens[m.head]))
    return any((owner := cast.at[o.i]) is not None and owner.chain and owner.chain.country for o in owners)


def _harmed(cast: Cast, chain: Chain) -> bool:
    """Whether a chain is of counted people to whom something was done: then "the victims" may be they."""
    last = chain.mentions[-1]
    if chain.named or not chain.plural or not any(m.count is not None for m in chain.mentions):
        return False
    return syntax.position(cast.page.tokens[last.head]) in (Position.OBJECT, Position.UNDERGOER)


def _undergone(cast: Cast, chain: Chain) -> bool:
    """Whether anything was done to those of whom a chain is."""
    places = (syntax.position(cast.page.tokens[m.head]) for m in chain.mentions)
    return any(place in (Position.OBJECT, Position.UNDERGOER) for place in places)


def _age(mention: Mention) -> bool:
    return mention.lemma.endswith("year-old") or mention.lemma.endswith("old")


def _owned_alike(cast: Cast, mention: Mention, chain: Chain) -> bool:
    """ "his brother" is nobody who was spoken of, unless as the brother of the same."""
    owners = syntax.possessors(cast.page.tokens[mention.head])
    if not owners:
        return True
    mine = {id(m.chain) for o in owners if (m := cast.at[o.i]) is not None}
    for other in chain.mentions:
        if other.form == "nominal" and other.lemma == mention.lemma:
            theirs = syntax.possessors(cast.page.tokens[other.head])
            if {id(m.chain) for o in theirs if (m := cast.at[o.i]) is not None} & mine:
                return True
    return False


def _last_words(chain: Chain) -> set[str]:
    return {m.name.rsplit(" ", 1)[-1].lower() for m in chain.mentions if m.form == "name"}


def _words(cast: Cast, mention: Mention) -> set[str]:
    page = cast.page
    return {page.lower[i] for i in range(mention.begin, mention.end)} | {t.lower() for t in mention.titles}


def _content(cast: Cast, mention: Mention) -> set[str]:
    """The words of a description that say which one is meant."""
    page = cast.page
    owners = {o.i for o in syntax.possessors(page.tokens[mention.head])}
    return {
        page.lower[i]
        for i in range(mention.begin, mention.end)
        if i != mention.head and i not in owners and page.pos[i] in _CONTENT and page.lower[i] not in _HARMLESS
    }


def _origins(cast: Cast, wanted: set[str], mention: Mention) -> set[str]:
    """Countries, peoples and names among the words of a description."""
    page = cast.page
    found: set[str] = set()
    for i in range(mention.begin, mention.end):
        if i != mention.head and page.lower[i] in wanted:
            people = lexicon.demonym(page.text[i]) or lexicon.country(page.text[i])
            if people is not None:
                found.add(people.code)
            elif page.upper[i] and not page.opens[i] and not page.titled[i] and (i == 0 or page.text[i - 1] != "-"):
                found.add(page.lower[i])
    return found


def _all_origins(cast: Cast, chain: Chain) -> set[str]:
    found: set[str] = {chain.country} if chain.country else set()
    for other in chain.mentions:
        if other.form != "pronoun":
            found |= _origins(cast, _words(cast, other), other)
    return found
