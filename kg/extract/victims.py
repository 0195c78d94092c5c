"""Who was harmed in an event: named or described, listed or counted, some or nobody."""

from __future__ import annotations

from dataclasses import replace

from kg.extract import tolls
from kg.extract.entities import Entities
from kg.extract.filler import Filler
from kg.extract.fillers import Fillers, Sort
from kg.extract.headcounts import HeadCounts
from kg.extract.incidents import Telling
from kg.extract.mentions import HARMED, OUTCOMES, Draft, Part
from kg.extract.patterns import REFLEXIVES
from kg.extract.phrases import count_of, counted_zero
from kg.extract.shares import part_of_others
from kg.extract.syntax import (
    appositions,
    complements,
    conjuncts,
    determiner,
    first_conjunct,
    is_passive,
    modifiers,
    numerals,
    sentence_of,
)
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Span, Token
from kg.knowledge.operators import Operators
from kg.model import Casualties, Category, Certainty, ClaimKind, Count, EntityKind, Outcome, Predicate

_ABSTRACT = ("ity", "ness", "tion", "sion", "ism", "ship", "ance", "ence", "hood")  # endings of what is nobody
_ACTS = frozenset({"attack", "assault", "bombing", "killing", "murder", "violence", "war", "explosion", "blast"})
_EVERYBODY = frozenset({"everyone", "everybody", "all"})
_NOBODY = frozenset({"nobody", "none", "no-one", "noone"})
_COMPARED = frozenset({"more", "fewer"})
_TOGETHER = frozenset({"family", "household", "couple"})
_ANY_PEOPLE = frozenset({"people", "person", "victim"})
_ANYBODY = frozenset({"anyone", "anybody"})


_WAYS = frozenset({"force", "accident", "mistake", "error", "chance", "surprise", "design", "order"})


def in_which_way(token: Token) -> bool:
    """ "One by one", "one after another", "by force": how it was done, and nobody who did it or came to harm."""
    if token.lower_ in _WAYS:
        return all(c.relation is Dep.CASE and c.lower_ in ("by", "with") for c in token.children)
    if token.lower_ != "one":
        return False
    around = [t.lower_ for t in token.doc[max(token.i - 2, 0) : token.i + 4]]
    said = f" {' '.join(around)} "
    return any(f" {way} " in said for way in ("one by one", "one after another", "one after the other"))


class Victims:
    """Adds those who were harmed to drafts, with their numbers."""

    def __init__(self, entities: Entities, fillers: Fillers, counts: HeadCounts, operators: Operators) -> None:
        self._entities = entities
        self._occasions = operators.lists["occasions"]
        self._animals = operators.lists["animals"]
        self._abstractions = operators.lists["abstractions"]
        self._fillers = fillers
        self._counts = counts

    def add(self, draft: Draft, filler: Filler, sort: Sort) -> None:
        """Whoever stands where the victim of an event does."""
        if filler.token.relation is Dep.CONJUNCT:
            against = {"not", "but"} if filler.token.head.lower_ in _EVERYBODY else {"not"}
            if any(c.lower_ in against for c in filler.token.children):
                return  # "killed rebels, not civilians", "all but one died"
        token, effect = self._fillers.each(filler.token), draft.telling.trigger.frame.effect
        spared = next(
            (t for prep, t in complements(filler.token) if prep == "but" and filler.token.lower_ == "all"), None
        )
        if spared is not None and token == filler.token:
            token = self._fillers.whole(spared)
            if token == spared:
                return  # "all but one died": whoever died is told elsewhere
        if draft.telling.trigger.token.lemma_.lower() in ("lose", "loss") and self._fillers.captive(token):
            return  # "the loss of 240 prisoners": the other side has them
        if token.lower_ in REFLEXIVES or in_which_way(token):
            return  # who "killed herself and four others" is apart from those he killed
        some = token.relation in (Dep.APPOSITION, Dep.NOMINAL) and any(map(part_of_others, numerals(token)))
        whole = token.head if some else token
        if whole != token and whole.i < token.i and self._fillers.people(whole):
            token = whole  # "the 148 people, 132 of them pupils, who were slaughtered": all of them
        if (number := tolls.counting(token)) is not None and tolls.running(number):
            return  # "the number of policemen killed this year"
        if number == token and token.lemma_.lower() != "figure":  # which may be somebody
            if effect in OUTCOMES and (told := tolls.number_told(token)) is not None:
                draft.casualties.append(Casualties(OUTCOMES[effect], Category.ALL_PEOPLE, told))
            return  # "the number killed"
        denied = _of_anybody(draft.telling, token)
        none = token.lower_ in _NOBODY or (token.lower_ == "one" and determiner(token) == "no")
        if (none or (denied and token.lower_ in _ANYBODY)) and effect in OUTCOMES:
            none_of = token.lower_ == "none"  # "none of its soldiers"
            self._none(draft, self._fillers.category(token) if none_of else Category.ALL_PEOPLE, denied)
            return
        named = [t for t in appositions(token) if t.ent_type_ == "PERSON"] if sort is Sort.OTHER else []
        if token.pos_ in ("ADJ", "DET", "PRON") and named:
            token, sort = named[0], Sort.ACTOR  # "the third, Corporal X, was killed"
        if token.lower_ in _EVERYBODY and (whom := [t for a in appositions(token) for t in conjuncts(a)]):
            for each in whom:  # "everyone on board, 62 passengers and six crew, died"
                self.add(draft, replace(filler, token=each), self._fillers.sort(each))
            return
        if token.pos_ == "NUM" and any(p == "of" and t.lower_ == "those" for p, t in complements(token)):
            sort = Sort.ACTOR  # "two of those wounded"
        if token.lower_ in _EVERYBODY and token.tag_ == "NN" and (complements(token) or _aboard(token)):
            self._entities.ensure(token, EntityKind.GROUP)  # "everyone on board was killed"
            sort = Sort.ACTOR
        if draft.telling.trigger.frame.name == "lose_people" and _killed_and_wounded(token):
            return
        compared = any(m.lower_ in _COMPARED and m.i < token.i for m in modifiers(token))
        compared = compared and any(t.lower_ == "than" and t.i > token.i for t in sentence_of(token))
        if token.lemma_.lower() == "average" or compared:
            return  # "more people were killed in May", "an average of three a day"
        if effect == "injured" and sort is Sort.ACTOR and _aimed_at(draft.telling.trigger.token):
            draft.parts.append(Part(Predicate.TARGET, self._entities.ensure(token), token))
            return
        if (said_of := _said_of(token, draft.telling.trigger.token)) is not None:
            token, sort = said_of, self._fillers.sort(said_of)
        token = self._guard(token)
        if sort is Sort.OTHER and self._nobody(token, effect):
            return
        people = token.ent_type_ == "NORP" and bool(numerals(token))  # "33 Vietnamese"
        nominal = people or token.pos_ in ("NOUN", "PROPN")
        unknown = sort is Sort.OTHER and draft.telling.trigger.frame.needs == "animate"
        if nominal and (unknown or (sort is Sort.ACTOR and self._entities.at(token) is None)):
            # whom one kills or arrests is somebody, also where no list knows the noun ("intruders")
            plural = people or token.tag_ == "NNS"
            self._entities.ensure(token, EntityKind.GROUP if plural else EntityKind.PERSON)
            sort = Sort.ACTOR
        if sort is not Sort.ACTOR:
            if sort in (Sort.MATERIEL, Sort.WEAPON) and draft.telling.trigger.frame.needs != "animate":
                draft.parts.append(Part(Predicate.TARGET, self._entities.ensure(token), token))
            return
        if self._counts.told_apart(draft, filler):
            return
        predicate = HARMED[effect]
        if 0 <= draft.listed < token.i or (part_of_others(token) and draft.casualties):
            return
        if denied or determiner(token) == "no" or token.lower_ in _NOBODY or counted_zero(token):
            self._none(draft, self._fillers.category(token), denied)
            return
        named_apart = self._after_colon(token, draft) or self._of_those(token) or self._beside(token, draft)
        if number is not None and number != token and token.lemma_.lower() in _ANY_PEOPLE:
            # "the number of people killed rose to 44": the 44
            figure = tolls.told_in(number)
            named_apart = [self._entities.ensure(figure, EntityKind.GROUP)] if figure is not None else []
        for key in named_apart or self._entities.members(token):
            if any(p.key == key and p.predicate is predicate for p in draft.parts):
                continue
            draft.parts.append(Part(predicate, key, token))
        for prep, noun in complements(token):
            if prep in ("including", "among them"):
                self.some_named(draft, noun, predicate)
        self._drop_summed(draft, predicate)
        count = count_of(token) or tolls.counted_above(token)
        count = _without(count, count_of(spared)) if spared is not None else count
        if effect in OUTCOMES:
            self._counts.add(draft, token, OUTCOMES[effect], count)

    def _none(self, draft: Draft, category: Category, denied: bool) -> None:
        """Nobody was harmed; who denies that anybody was says as much himself."""
        draft.zero = True
        outcome = OUTCOMES.get(draft.telling.trigger.frame.effect, Outcome.KILLED)
        draft.casualties.append(Casualties(outcome, category, Count(0, 0, 0)))
        if denied:
            draft.telling.stance.kind, draft.telling.stance.positive = ClaimKind.ASSERTION, True

    def _nobody(self, noun: Token, effect: str) -> bool:
        """ "Captured uniforms and twelve rifles", "wounded the wing of the helicopter", "hurt relations": a thing."""
        if noun.pos_ != "NOUN" or self._fillers.people(noun):
            return False
        word = self._fillers.whole(noun).lemma_.lower()
        if word.endswith(_ABSTRACT) or word in self._occasions or word in self._animals:
            return True
        if word in self._abstractions:
            return True
        if any(p == "of" and t.lemma_.lower() in _ACTS for p, t in complements(noun)):
            return True  # "the wave of attacks", "as a result of the attack"
        beside = [t for t in conjuncts(first_conjunct(noun)) if t != noun and effect == "captured"]
        beside += [t for prep, t in complements(noun) if prep == "of" and effect == "injured"]
        return any(self._fillers.sort(t) in (Sort.MATERIEL, Sort.WEAPON) for t in beside)

    def some_named(self, draft: Draft, noun: Token, predicate: Predicate) -> None:
        """ "eleven people including the deputy, X": some of those counted are named.

        "The murderers of the priest, including Major X": called a murderer in passing, X is held to be one.
        """
        if self._fillers.sort(noun) is not Sort.ACTOR:
            return
        sure = Certainty.CERTAIN
        if draft.telling.trigger.frame.name == "killer":
            predicate, sure = Predicate.PERPETRATOR, Certainty.POSSIBLE
        for key in self._entities.members(noun):
            if self._entities.name(key) is not None and not any(p.key == key for p in draft.parts):
                draft.parts.append(Part(predicate, key, noun, sure))

    def add_kind(self, draft: Draft, filler: Filler) -> None:
        """ "no civilian deaths", "12 civilian casualties": the word before the noun says whom the noun counts."""
        noun, effect = draft.telling.trigger.token, draft.telling.trigger.frame.effect
        outcome = OUTCOMES.get(effect)
        if draft.telling.trigger.frame.name == "casualty" and determiner(noun) != "no":
            return  # "civilian casualties" may be dead or wounded
        if outcome is None or not self._fillers.people(filler.token):
            if self._fillers.sort(filler.token) is Sort.ACTOR and self._entities.name(
                self._entities.ensure(filler.token)
            ):
                self.add(draft, filler, Sort.ACTOR)
            return
        category = self._fillers.category(filler.token)
        count = count_of(noun)
        if determiner(noun) == "no":
            draft.zero = True
            draft.casualties.append(Casualties(outcome, category, Count(0, 0, 0)))
        elif count is not None:
            draft.casualties.append(Casualties(outcome, category, count))
        else:
            draft.parts.append(
                Part(
                    HARMED[effect],
                    self._entities.ensure(filler.token, EntityKind.GROUP),
                    filler.token,
                )
            )

    def _beside(self, token: Token, draft: Draft) -> list[str]:
        """The name set beside a description ("the bomb maker X"), where the two were not taken together before."""
        if len(self._entities.members(token)) > 1 or token.tag_ in ("NNS", "NNPS"):
            return []
        if self._entities.name(self._entities.ensure(token)) is not None:
            return []
        beside = appositions(token) + self._behind(token)
        if draft.telling.trigger.form == "noun" and token.head == draft.telling.trigger.token:
            # "the murder of a deputy, X": the parser may hang X on the murder
            beside = beside + [t for t in appositions(token.head) if t.ent_type_ == "PERSON" and t.i > token.i]
        keys = [self._entities.at(t) for t in beside if self._entities.form(t) == "name"]
        return [k for k in keys if k is not None and self._entities.kind(k) is EntityKind.PERSON][:1]

    def _of_those(self, number: Token) -> list[str]:
        """ "Two of her bodyguards, A and B": as many names as there are of them, hung on those they are some of.

        So is the one name of "one of its reporters, A".
        """
        count, noun = count_of(number), self._fillers.whole(number)
        if number.pos_ != "NUM" or noun == number or count is None or not count.best:
            return []
        named = [t for a in appositions(noun) for t in conjuncts(a) if self._entities.form(t) == "name"]
        keys = [k for t in named if (k := self._entities.at(t)) is not None]
        people = [k for k in keys if self._entities.kind(k) is EntityKind.PERSON]
        return people if len(people) == count.best else []

    def _guard(self, token: Token) -> Token:
        """ "A Civil Guard, X": a man of a force that is called like its men is who he is, not the force."""
        key = self._entities.at(token) if determiner(token) in ("a", "an") else None
        if key is None or self._entities.kind(key) is not EntityKind.GROUP:
            return token
        return next((t for t in appositions(token) if t.ent_type_ == "PERSON"), token)

    def _behind(self, token: Token) -> list[Token]:
        """ "A journalist with the daily Y, X, was shot": the parser may hang X on what the journalist is of."""
        of = [t for _, t in complements(token) if not self._fillers.people(t) and t.ent_type_ != "PERSON"]
        beside = [t for noun in of for t in appositions(noun)]
        beside += [t for noun in beside if noun.ent_type_ != "PERSON" for t in appositions(noun)]
        return [t for t in beside if t.ent_type_ == "PERSON" and t.nbor(-1).text == ","]

    def _after_colon(self, token: Token, draft: Draft) -> list[str]:
        """ "Four hostages were executed by the group: A, B, C and D": the names behind the colon are the four."""
        count = count_of(token)
        announced = any(m.lower_ == "following" for m in modifiers(token))
        whole = token.lemma_.lower() in _TOGETHER  # "a whole family perished: A, 37; his wife B; and their boys"
        if not (announced or whole) and (count is None or (count.low or 0) < 2):
            return []
        sentence = sentence_of(token)
        colon = next((t.i for t in sentence if t.text == ":" and t.i > max(token.i, draft.telling.trigger.index)), None)
        if colon is None:
            return []
        named: dict[str, None] = {}
        for other in sentence.doc[colon + 1 : sentence.end]:
            key = self._entities.at(other)
            if (
                key is not None
                and self._entities.form(other) == "name"
                and self._entities.kind(key) is EntityKind.PERSON
            ):
                named.setdefault(key)
        if whole and count is None and len(named) < 2:
            return []
        if not announced and count is not None and len(named) != count.low:
            self._some_behind(colon, sentence, draft, list(named))
            return []
        draft.listed = colon
        return list(named)

    def _some_behind(self, colon: int, sentence: Span, draft: Draft, named: list[str]) -> None:
        """ "Six were killed: A; his wife B; and a child": some by name, where one opens the list and no clause is."""
        behind = sentence.doc[colon + 1 : sentence.end]
        opens = any(self._entities.form(t) == "name" for t in behind[:2])
        if not opens or any(t.pos_ in ("VERB", "AUX") for t in behind):
            return
        predicate = HARMED[draft.telling.trigger.frame.effect]
        draft.parts += [Part(predicate, key, behind[0]) for key in named if key not in draft.keys(predicate)]

    def _drop_summed(self, draft: Draft, predicate: Predicate) -> None:
        """ "Four hostages were executed: A, B, C and D": the number only sums up those that are named."""
        parts = [p for p in draft.parts if p.predicate is predicate]
        named = [p for p in parts if self._entities.name(p.key) is not None]
        for part in parts:
            count = count_of(part.token)
            if (
                self._entities.name(part.key) is None
                and count is not None
                and count.low == len(named)
                and len(named) > 1
                and not all(p.token.i < part.token.i for p in named)  # "A, B and two sons" are four
            ):
                draft.parts.remove(part)


def _aboard(everyone: Token) -> bool:
    """ "Everyone on board", wherever the parser hung it."""
    doc, after = everyone.doc, everyone.i + 1
    return after < len(doc) and doc[after].lower_ in ("aboard", "on", "in", "inside")


def _aimed_at(verb: Token) -> bool:
    """ "Were shot at": they need not have been hit."""
    behind = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    return behind is not None and behind.lower_ == "at" and behind.head == verb and is_passive(verb)


def _said_of(noun: Token, verb: Token) -> Token | None:
    """ "X was the third reporter to be killed": who is said to be so."""
    if verb.head != noun or verb.relation not in (Dep.NOUN_CLAUSE, Dep.RELATIVE) or noun.tag_ != "NN":
        return None
    return next(iter(children(noun, Dep.SUBJECT)), None) if children(noun, Dep.COPULA) else None


def _killed_and_wounded(lost: Token) -> bool:
    """ "Lost 230 men killed and wounded": not all of them died."""
    told = children(first_conjunct(lost), Dep.NOUN_CLAUSE)
    return any(t.lower_ in ("wounded", "missing") for clause in told for t in conjuncts(clause))


def _without(whole: Count | None, spared: Count | None) -> Count | None:
    """ "All but two of the 30": 28, where both numbers are told exactly."""
    if whole is None or spared is None or whole.low != whole.high or spared.low != spared.high:
        return None
    left = (whole.best or 0) - (spared.best or 0)
    return Count(left, left, left) if left > 0 else None


def _of_anybody(telling: Telling, victim: Token) -> bool:
    """Whether a denial is that anybody at all was harmed: "denied that anyone died", not "denied killing anyone"."""
    stance, trigger = telling.stance, telling.trigger
    if stance.kind is not ClaimKind.DENIAL or stance.positive or trigger.form != "verb":
        return False
    if not (is_passive(trigger.token) or trigger.frame.subject == "victim"):
        return False
    single = determiner(victim) == "a" and any(m.lower_ == "single" for m in modifiers(victim))
    return single or victim.lower_ in _ANYBODY or determiner(victim) == "any"
