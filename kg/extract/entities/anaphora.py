"""Definite descriptions and pronouns: whom "the group", "the 34-year-old" and "he" speak of.

Candidates are the things spoken of before; the most salient that fits is taken.
"""

from __future__ import annotations

from collections import Counter

from kg.extract import syntax
from kg.extract.entities import lexicon
from kg.extract.entities.cast import Cast
from kg.extract.entities.couples import couple
from kg.extract.entities.descriptions import fit, refers_back
from kg.extract.entities.fates import (
    ARGUMENTS,
    DEADLY,
    SUFFERING,
    charged,
    co_arguments,
    doers,
    harmed,
    shoots,
    suffers,
    whose_death,
    wounded,
)
from kg.extract.entities.locatives import measured_from
from kg.extract.entities.mention import Chain, Mention
from kg.extract.entities.nominals import SPEAKERS
from kg.extract.entities.parallels import (
    NEUTER,
    THING_POSITIONS,
    acts_above,
    goes_on_with,
    object_before,
    speaks_for,
    spoken_for,
    still_speaks,
    still_they,
    still_told_of,
)
from kg.extract.entities.plurals import dealt_with, in_turn, of_the_harmed, set_free, told_of, two_before
from kg.extract.entities.salience import Candidate, notice
from kg.extract.entities.sorts import SETTLEMENTS
from kg.extract.entities.turns import armed, strikes, with_a_blade
from kg.extract.syntax import Position
from kg.extract.syntax.tokens import Token
from kg.model import EntityKind

_OTHER_PARAGRAPH = 0.75
_PROMINENCE = 20.0
_PROMINENT = 6
_PARALLEL = 200.0
_STUFF = frozenset(("fuel", "ammunition", "food", "money", "cash", "gold", "equipment", "aid"))  # seldom "it"
_BEHIND = 300.0
_WINDOW = 3  # sentences back that a pronoun may reach
_NEARBY = 8  # sentences back that a description by another word may reach
_SOME = 3  # "the two" are rather two that were told of
_THE_DEAD = frozenset({"dead", "deceased", "fallen"})
_REACH = 40  # sentences back that a description by the same word may reach
_WHERE = frozenset({"in", "at", "near", "into", "outside", "on"})
_BODIES = frozenset(("government", "ministry", "party", "council", "army", "organisation", "organization"))


def join_anaphora(cast: Cast) -> None:
    """Descriptions and pronouns in text order, each to the most salient thing before it that fits."""
    stage: dict[Chain, Candidate] = {}
    sentence = 0
    named = Counter(m.chain for m in cast.mentions if m.form == "name" and m.chain is not None)
    for mention in cast.mentions:
        now = cast.page.sentence[mention.head]
        if now != sentence:
            decay = 0.5 ** (now - sentence)
            for candidate in stage.values():
                candidate.salience *= decay
            sentence = now
        if mention.chain is None:
            continue
        if mention.form == "pronoun":
            _pronoun(cast, mention, stage, now, named)
            if _several(cast, mention):
                mention.form = "nominal"  # "eleven names were read out. … The eleven were shot": people of their own
        elif refers_back(cast, mention):
            if mention.chain.mentions[0] is mention:
                _description(cast, mention, stage, now)
            elif mention.chain.named:
                _introduced(cast, mention, stage, now)
        notice(cast, mention, stage, now)


def _several(cast: Cast, mention: Mention) -> bool:
    """Whether "the eleven" are none of those told of before, by what is known of them."""
    if mention.count is None or (mention.count.best or 0) < _SOME:
        return False
    return mention.chain is not None and mention.chain.mentions == [mention] and cast.page.lower[mention.begin] == "the"


def _pronoun(cast: Cast, mention: Mention, stage: dict[Chain, Candidate], now: int, named: Counter[Chain]) -> None:
    if mention.lemma in SPEAKERS:
        return
    page = cast.page
    token = page.tokens[mention.head]
    possessive = syntax.position(token) is Position.POSSESSOR
    speaks = syntax.position(token) is Position.SUBJECT and _speaks(syntax.governor(token))
    reflexive = mention.lemma.endswith(("self", "selves"))
    dead = possessive and mention.plural and whose_death(token)
    acting = set() if reflexive else charged(token) if possessive else doers(token)
    best: Candidate | None = None
    best_score = 0.0
    scored: list[tuple[float, Candidate]] = []
    behind = set() if mention.gender or possessive else spoken_for(token)
    for candidate in stage.values():
        if acting and any(m.head in acting for m in candidate.chain.mentions):
            continue
        if now - candidate.sentence > _WINDOW or not _agrees(mention, candidate.chain):
            continue
        if dead and not candidate.chain.plural and (candidate.chain.named or candidate.last.lemma in _BODIES):
            continue  # "those behind their killings": not those of the ministry
        if speaks and (candidate.chain.kind is EntityKind.MATERIEL or _killed(cast, candidate)):
            continue
        other = page.tokens[candidate.last.head]
        if not possessive and not reflexive and co_arguments(other, token):
            continue
        if candidate.last.begin <= mention.head < candidate.last.end:
            continue
        score = candidate.salience
        if mention.gender:
            score += _PROMINENCE * min(named[candidate.chain], _PROMINENT)
        if page.paragraph[mention.head] != page.paragraph[candidate.last.head]:
            score *= _OTHER_PARAGRAPH
        if candidate.sentence == now and (goes_on_with(other, token) if possessive else acts_above(other, token)):
            score += _PARALLEL
        if candidate.sentence == now and (still_they(other, token) or still_told_of(other, token)):
            score += _PARALLEL
        if possessive and candidate.sentence == now and speaks_for(other, token):
            score += _PARALLEL
        if possessive and candidate.sentence == now - 1 and still_speaks(other, token):
            score += _PARALLEL
        if candidate.last.head in behind:
            score += _BEHIND
        taken_up = mention.lemma in NEUTER or bool(mention.gender)
        if taken_up and candidate.sentence == now and object_before(other, token):
            score += _PARALLEL
        if candidate.chain.kind is EntityKind.MATERIEL and other.lemma_.lower() in _STUFF:
            score *= 0.5
        scored.append((score, candidate))
        if best is None or score > best_score:
            best, best_score = candidate, score
    if mention.plural and (dead or not (possessive or reflexive)):
        meant = couple(cast, mention, best.last if best is not None else None)
        if meant:
            cast.couples[mention.head] = meant
            return
    if best is not None and mention.plural and not (speaks or reflexive) and two_before(page.tokens, best, token):
        return
    if best is not None and mention.plural and not (speaks or possessive or reflexive):
        best = told_of(cast, mention, best, scored, stage.values())
        if best is not None and strikes(token):
            best = in_turn(page.tokens, token, best, scored)
    if best is not None and mention.gender and suffers(token) and shoots(page.tokens[best.last.head]):
        # "A sniper fired one bullet. … He died": he who was shot, if the text has told of one
        shot = [(n, c) for n, c in scored if any(harmed(page.tokens[m.head]) for m in c.chain.mentions)]
        best = max(shot, key=lambda pair: pair[0])[1] if shot else best
    if best is not None and mention.gender and syntax.position(token) is Position.UNDERGOER:
        # "The general reports that a scout was found. He was held"
        best = told_of(cast, mention, best, scored, stage.values())
    if best is not None and mention.gender and strikes(token) and with_a_blade(page.tokens[best.last.head]):
        best = next((c for _, c in scored if c is not best and armed(c.chain)), best)
    if best is not None and mention.plural and (of_the_harmed(token) or set_free(page.tokens[best.last.head], token)):
        best = dealt_with(cast, best, scored, token)
    if best is None or (mention.lemma in NEUTER and not speaks and _thing_before(cast, mention, best)):
        return
    gap = page.paragraph[mention.head] - page.paragraph[best.last.head]
    if gap > 2 and len(scored) > 1:
        return
    _link(best.chain, mention)


def _speaks(verb: Token) -> bool:
    """Whether the subject of a verb says something: "it said", "it took responsibility"."""
    return lexicon.speaks(verb.lemma_.lower()) or any(c.lemma_ == "responsibility" for c in verb.children)


def _thing_before(cast: Cast, mention: Mention, best: Candidate) -> bool:
    """Whether a thing that is nobody and nothing of note was the subject since the candidate: then it is
    meant.
    """
    page = cast.page
    for i in range(mention.head - 1, best.last.head, -1):
        if page.pos[i] == "NOUN" and cast.at[i] is None and page.sentence[mention.head] - page.sentence[i] <= 1:
            token = page.tokens[i]
            if (
                token.tag_ in ("NN", "")
                and syntax.position(token) in THING_POSITIONS
                and not co_arguments(token, page.tokens[mention.head])
            ):
                return True
    return False


def _agrees(mention: Mention, chain: Chain) -> bool:
    if mention.gender:
        fits = not chain.gender or chain.gender == mention.gender
        return chain.kind is EntityKind.PERSON and not chain.plural and fits
    if mention.count is not None:  # "all three"
        return chain.kind is EntityKind.GROUP and any(m.count == mention.count for m in chain.mentions)
    if mention.plural:
        return chain.kind is EntityKind.GROUP and chain.plural is not False
    if chain.kind is EntityKind.PLACE:
        return bool(chain.country)  # "Japan … its government"
    return chain.kind in (EntityKind.GROUP, EntityKind.MATERIEL) and not chain.plural


def _link(chain: Chain, mention: Mention) -> None:
    """A pronoun takes its kind from what it stands for, which takes gender and number from the pronoun."""
    mention.chain = chain
    mention.kind = chain.kind
    chain.mentions.append(mention)
    if mention.gender and not chain.gender:
        chain.gender = mention.gender
    if mention.plural and chain.plural is None and not chain.named:
        chain.plural = True


def _introduced(cast: Cast, mention: Mention, stage: dict[Chain, Candidate], now: int) -> None:
    """ "An operative was killed. The man, named X, …": the one person described just before is the one now named."""
    found = [
        c.chain
        for c in stage.values()
        if c.chain is not mention.chain
        and not c.chain.named
        and now - c.sentence <= 1
        and c.last.head < mention.head
        and c.last.form == "nominal"
        and fit(cast, mention, c.chain)
    ]
    if len(found) == 1:
        cast.join(found[0].mentions[0], mention)


def _killed(cast: Cast, candidate: Candidate) -> bool:
    """ "The army killed 15 rebels; the rebels said …": it is not the dead who speak."""
    if candidate.chain.named or candidate.chain.plural is False:
        return False
    told = (cast.page.tokens[m.head] for m in candidate.chain.mentions)
    return any(syntax.position(t) in SUFFERING and syntax.governor(t).lemma_.lower() in DEADLY for t in told)


def _set_beside(known: Token, token: Token) -> bool:
    """ "The pilot, X, was caught; the observer was dead": the subjects of two clauses of a sentence are two people."""
    while syntax.position(known) is Position.APPOSITION and known.head is not known:
        known = known.head
    if syntax.sentence_of(known) != syntax.sentence_of(token):
        return False
    return syntax.position(token) in ARGUMENTS and syntax.position(known) in ARGUMENTS


def _description(cast: Cast, mention: Mention, stage: dict[Chain, Candidate], now: int) -> None:
    best: Chain | None = None
    best_score = 0.0
    token = cast.page.tokens[mention.head]
    place = mention.kind is EntityKind.PLACE
    # "the driver, the stoker and three guards": people told one by one are none of those named before
    listed = mention.kind is EntityKind.PERSON and len(syntax.conjuncts(syntax.first_conjunct(token))) > 2
    # "the men were traders" may be said of the dead
    acts = syntax.position(token) is Position.SUBJECT and mention.plural and syntax.governor(token).pos_ != "NOUN"
    speaks = syntax.position(token) is Position.SUBJECT and lexicon.speaks(syntax.governor(token).lemma_.lower())
    for candidate in stage.values():
        chain = candidate.chain
        if chain.kind is not mention.kind or chain is mention.chain or now - candidate.sentence > _REACH:
            continue
        if (speaks or acts) and _killed(cast, candidate):
            continue
        if candidate.last.begin <= mention.head < candidate.last.end:
            continue
        if mention.lemma in _THE_DEAD and any(wounded(cast.page.tokens[m.head]) for m in chain.mentions):
            continue  # "five people were wounded. … vowed to avenge the dead"
        grade = fit(cast, mention, chain)
        if not grade or co_arguments(cast.page.tokens[candidate.last.head], token):
            continue
        if place and measured_from(cast.page.tokens[candidate.last.head]):
            continue  # "240 km from the capital. … in the same area": not in the capital
        if grade < 3 and (listed or now - candidate.sentence > _NEARBY):
            continue
        if (
            grade < 3
            and mention.kind is EntityKind.PERSON
            and _set_beside(cast.page.tokens[candidate.last.head], token)
        ):
            continue
        if grade == 1 and mention.plural and not chain.named and now - candidate.sentence > 2:
            continue
        if grade == 1 and mention.plural and chain.named and now - candidate.sentence <= 1:
            grade = 2  # "Boko Haram has struck before. … the militants": the group just named, not gunmen long before
        score = grade * 1000.0 + candidate.salience + 0.001 * candidate.last.head
        if best is None or score > best_score:
            best, best_score = chain, score
    if best is not None and place:
        best = _last_town(cast, mention, stage, best)
    if best is not None:
        cast.join(best.mentions[0], mention)


def _of_speech(place: Token) -> bool:
    """ "A spokesman in X said": where somebody speaks."""
    verb = next((t for t in place.ancestors if t.pos_ == "VERB"), None)
    return verb is not None and lexicon.speaks(verb.lemma_.lower())


def _last_town(cast: Cast, mention: Mention, stage: dict[Chain, Candidate], best: Chain) -> Chain:
    """ "Shelled the town of X. In Y, all was calm. … in the town": the town to which the report has gone on."""
    if mention.lemma not in SETTLEMENTS:
        return best
    page, before = cast.page, stage[best].last.head
    near = page.sentence[mention.head] - 1 if best.named else page.sentence[mention.head] - 2
    for candidate in sorted(stage.values(), key=lambda c: -c.last.head):
        last = candidate.last
        if last.head < before or candidate.sentence < near:
            break
        token = page.tokens[last.head]
        if last.form != "name" or last.head >= mention.head or _of_speech(token):
            continue
        prep = syntax.governed_by(token)
        there = prep in _WHERE or (not best.named and prep == "of")
        there = there or (not prep and syntax.position(token) in (Position.OBJECT, Position.SUBJECT))
        if there and candidate.chain.kind is EntityKind.PLACE and fit(cast, mention, candidate.chain):
            return candidate.chain
    return best
