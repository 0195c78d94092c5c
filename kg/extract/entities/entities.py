"""The people, groups, places and things of one document while it is being read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.extract import syntax
from kg.extract.entities import lexicon, records
from kg.extract.entities.aliases import join_aliases, join_renamed, mark_aliases
from kg.extract.entities.anaphora import join_anaphora
from kg.extract.entities.asides import identified_as, join_asides, join_predicates, said_to_be
from kg.extract.entities.attributes import Attributes, Said, find_attributes
from kg.extract.entities.cast import Cast, compatible
from kg.extract.entities.contested import decide_contested
from kg.extract.entities.landmarks import find_landmarks
from kg.extract.entities.ledes import join_lede
from kg.extract.entities.mention import Chain, Form, Mention
from kg.extract.entities.namesakes import join_names
from kg.extract.entities.naming import find_names
from kg.extract.entities.nominals import find_nominals, nominal
from kg.extract.entities.operators import Operators
from kg.extract.entities.page import Page
from kg.extract.entities.places import Places
from kg.extract.steps import Steps, finished
from kg.extract.syntax.labels import Dep
from kg.extract.syntax.tokens import Doc, Token
from kg.model import Document, Entity, EntityKind, Statement

_ADJECTIVE = 0.5  # how much "Malian" says of where a story plays, against "Mali"


class Entities:
    """Who and what a document speaks of, by key (``e1``, ``e2`` … in text order). Lives while one document
    is read.
    """

    def __init__(self, page: Page, cast: Cast, document: Document) -> None:
        self._page = page
        self._cast = cast
        self._document = document
        self._chains: dict[str, Chain] = {}
        self._read: tuple[int, Attributes] | None = None
        self._recorded: tuple[tuple[int, int], tuple[Entity, ...]] | None = None
        self._names: dict[str, str | None] = {}
        self._labels: dict[str, str] = {}
        for chain in cast.chains():
            if chain.mentions[0].form != "pronoun" or any(m.form != "pronoun" for m in chain.mentions):
                self._keyed(chain)
        self._operators = Operators(page, cast)
        self._recorder = records.Recorder(page)
        self._places = Places(page, cast, self._keyed, self.country_votes(), self._recorder)

    @classmethod
    def of(cls, doc: Doc, document: Document) -> Entities:
        """Reads all mentions of a parsed text and joins those that speak of the same thing."""
        return finished(cls.steps(doc, document))

    @classmethod
    def steps(cls, doc: Doc, document: Document) -> Steps[Entities]:
        """The same, step by step."""
        page = Page(doc)
        cast = Cast(page)
        for mention in find_names(page):
            cast.add(mention)
        yield
        for mention in find_landmarks(page, cast.at):
            cast.add(mention)
        for mention in find_nominals(page, cast.at):
            cast.add(mention)
        yield
        decide_contested(cast)
        cast.settle()
        mark_aliases(cast)
        join_names(cast)
        join_asides(cast)
        join_names(cast)  # again: an aside may have told that a name is a person's
        join_aliases(cast)
        yield
        join_anaphora(cast)
        join_predicates(cast)
        join_renamed(cast)
        join_lede(cast)
        return cls(page, cast, document)

    def _keyed(self, chain: Chain) -> str:
        if not chain.key:
            chain.key = f"e{len(self._chains) + 1}"
            self._chains[chain.key] = chain
        return chain.key

    def _mention(self, token: Token) -> Mention | None:
        found = self._cast.at[token.i]
        if found is None and token.relation is Dep.NAME:
            found = self._cast.at[syntax.head_of_name(token).i]
        return found

    def at(self, token: Token) -> str | None:
        """Key of what the mention headed by this word (or, for names, containing it) speaks of; None if
        unknown.
        """
        mention = self._mention(token)
        if mention is None or mention.chain is None:
            return None
        if not mention.chain.key and all(m.form == "pronoun" for m in mention.chain.mentions):
            return None
        return self._keyed(mention.chain)

    def form(self, token: Token) -> Form | None:
        """Whether the word belongs to a name, heads a description or is a pronoun."""
        mention = self._mention(token)
        return mention.form if mention is not None else None

    def kind(self, key: str) -> EntityKind:
        """What sort of thing it is."""
        return EntityKind.NARRATOR if key == records.NARRATOR else self._chains[key].kind

    def name(self, key: str) -> str | None:
        """Its fullest proper name, if the text gives one."""
        if key == records.NARRATOR:
            return self._document.source
        if key not in self._names:
            self._names[key] = records.names_of(self._page, self._chains[key])[0]
        return self._names[key]

    def first(self, key: str) -> int:
        """Index of the first word that the text speaks of it with."""
        return self._chains[key].mentions[0].head

    def label(self, key: str) -> str:
        """What to call it: its name, else its description."""
        if key == records.NARRATOR:
            return self._document.source or key
        if key not in self._labels:
            self._labels[key] = self.name(key) or records.description_of(self._page, self._chains[key]) or key
        return self._labels[key]

    def ensure(self, token: Token, kind: EntityKind | None = None) -> str:
        """Key of what a noun phrase speaks of, taken in as a description if it was not known before."""
        known = self.at(token)
        if known is not None:
            return known
        wanted = kind or self._kind_of(token)
        mention = nominal(self._page, token.i, wanted) or Mention(
            token.i, token.i + 1, token.i, "nominal", wanted, lemma=token.lower_
        )
        if self._cast.at[token.i] is None or self._cast.at[token.i].form == "pronoun":  # type: ignore[union-attr]
            self._cast.at[token.i] = mention
        self._cast.mentions.append(mention)
        return self._keyed(self._cast.start(mention))

    def body(self, token: Token) -> str:
        """Key of what speaks: a thing that says something is the people behind it ("the press office")."""
        key = self.ensure(token, EntityKind.GROUP)
        chain = self._chains[key]
        if chain.kind in (EntityKind.MATERIEL, EntityKind.PLACE):
            self._changed(chain)
            chain.kind = EntityKind.GROUP
            for mention in chain.mentions:
                mention.kind = EntityKind.GROUP
        return key

    def _changed(self, *chains: Chain) -> None:
        """What was read off these chains, which are no longer what they were, is read anew."""
        self._read = self._recorded = None
        self._recorder.changed(*chains)
        self._names.clear()
        self._labels.clear()

    def _kind_of(self, token: Token) -> EntityKind:
        """The kind of something that no list knows: of "one of the drones" that of the drones, people where the
        language model sees some, else a thing.
        """
        for prep, noun in syntax.complements(token):
            key = self.at(noun) if prep == "of" else None
            if key is not None:
                kind = self.kind(key)
                plural = self._page.tokens[token.i].lower_ not in ("one", "another")
                if kind is EntityKind.GROUP and not plural:
                    return EntityKind.PERSON
                return kind
        if self._page.lower[token.i] == "another":
            return EntityKind.PERSON  # "one policeman was killed and another wounded"
        if token.pos_ in ("NUM", "PRON", "ADJ", "DET"):
            return EntityKind.GROUP
        if token.i in token.doc.people:
            return EntityKind.GROUP if token.tag_ == "NNS" else EntityKind.PERSON
        return EntityKind.MATERIEL

    def link(self, token: Token, key: str) -> None:
        """Let a word (a first-person pronoun inside a quotation, say) stand for a known entity."""
        if key not in self._chains:
            return
        chain = self._chains[key]
        self._changed(chain)
        mention = self._cast.at[token.i]
        if mention is None or mention.form != "pronoun":
            mention = Mention(token.i, token.i + 1, token.i, "pronoun", chain.kind, lemma=token.lower_)
            self._cast.at[token.i] = mention
            self._cast.mentions.append(mention)
        if mention.chain is not None and mention.chain is not chain and mention in mention.chain.mentions:
            self._recorder.changed(mention.chain)
            mention.chain.mentions.remove(mention)
        mention.chain = chain
        if mention not in chain.mentions:
            chain.mentions.append(mention)

    def members(self, token: Token) -> list[str]:
        """The named members of a plural description ("four hostages: A, B and C"), else the thing itself.

        Of a pronoun for people named one by one ("took A and B away and shot them") those people.
        """
        couple = self._cast.couples.get(token.i)
        if couple is not None:
            return list(dict.fromkeys(self._keyed(m.chain) for m in couple if m.chain is not None))
        mention = self._mention(token)
        if mention is not None and mention.form in ("nominal", "pronoun") and mention.plural is not False:
            named = self._listed(mention)
            if named:
                return named
        key = self.at(token)
        return [key] if key is not None else []

    def _some_of(self, mention: Mention) -> bool:
        """ "One of the bombers, A": who stands beside them is not all of them."""
        noun = self._page.tokens[mention.head]
        return noun.head.pos_ == "NUM" and noun.head.i < noun.i and syntax.preposition(noun) == "of"

    def _listed(self, mention: Mention) -> list[str]:
        """Named people set beside any mention of the same group, or as whom it was identified.

        Of "two students, A and her husband" all are listed; one name behind "ten people" is of somebody else.
        """
        names: dict[str, None] = {}
        persons: dict[str, None] = {}
        same = mention.chain.mentions if mention.chain is not None else [mention]
        for each in (e for m in same if m.form != "name" and not self._some_of(m) for e in self._beside(m)):
            other = self._mention(each)
            key = self.at(each)
            if other is None or key is None or other.kind is EntityKind.PLACE or other.chain is mention.chain:
                continue
            if other.form == "name":
                names.setdefault(key)
            if other.kind is EntityKind.PERSON:
                persons.setdefault(key)
        counted = max((m.count.low or 0 for m in same if m.count is not None), default=0)
        if not counted and len(names) == 1 < len(persons):
            return []  # "they were A and a cook"
        if counted > 1 and names:
            # the parser may hang the last of the names on the noun: "two reporters, A and B"
            strayed = [self.at(e) for e in syntax.conjuncts(self._page.tokens[mention.head])[1:]]
            whole = {**persons, **dict.fromkeys(key for key in strayed if key is not None and self.name(key))}
            if counted in (len(persons), len(whole)):
                return list(persons if len(persons) == counted else whole)
            if len(names) > counted or (len(names) == 1 and set(names) <= set(persons)):
                return []
        return list(names)

    def _beside(self, mention: Mention) -> list[Token]:
        noun = self._page.tokens[mention.head]
        beside = identified_as(noun)
        if mention.form == "nominal":
            beside = [*syntax.appositions(noun), *beside, *(said_to_be(noun) if mention.definite else ())]
        elif noun.lower_ == "they":
            beside = [*beside, *(t for t in said_to_be(noun) if len(syntax.conjuncts(t)) > 1)]
        return [e for token in beside for e in syntax.conjuncts(token)]

    def is_actor(self, key: str) -> bool:
        """Whether it can act: a person or group."""
        return self.kind(key) in (EntityKind.PERSON, EntityKind.GROUP)

    def is_place(self, token: Token) -> bool:
        """Whether a word belongs to the name or description of a place, used as one."""
        mention = self._mention(token)
        return mention is not None and mention.kind is EntityKind.PLACE

    def of_places(self, words: Iterable[Token]) -> Iterator[Token]:
        """Those of these words that belong to the name or description of a place, as ``is_place`` tells."""
        at, place, name = self._cast.at, EntityKind.PLACE, Dep.NAME
        for word in words:
            found = at[word.i]
            if (found.kind is place) if found is not None else (word.relation is name and self.is_place(word)):
                yield word

    def place_phrase(self, token: Token) -> str | None:
        """Key of the place that a noun phrase says, with its direction or distance ("35 km from X",
        "eastern Y").
        """
        return self._places.phrase(token)

    def organisation_of(self, key: str) -> str | None:
        """The group that a person leads, speaks for or belongs to, as far as the text says."""
        return self._attributes().organisation(key)

    def operator(self, token: Token) -> str | None:
        """The group that a thing or force is of: of "three Russian jets" the air force of Russia."""
        chain = self._operators.of(token)
        return self._keyed(chain) if chain is not None else None

    def nation(self, word: Token, named: bool = False) -> str | None:
        """The military of the state whose adjective a word is ("Israeli"), or its name too, None if it is no such."""
        chain = self._operators.nation(word, named)
        return self._keyed(chain) if chain is not None else None

    def people(self, word: Token) -> str | None:
        """The forces of the people whose adjective a word is ("Serb", "Kurdish"), None if it is no such."""
        chain = self._operators.people(word)
        return self._keyed(chain) if chain is not None else None

    def may_be_one(self, one: str, two: str) -> bool:
        """Whether nothing in the words rules out that two keys stand for one thing: two sexes, two full names."""
        return compatible(self._chains[one], self._chains[two])

    def join(self, one: str, two: str) -> bool:
        """Lets two keys stand for one thing that more than the words equates (the victim of one event, say).

        Refused where the words rule it out, as with two different full names. Both keys stay valid here, but
        records carry ``canonical`` keys only.
        """
        first, second = self._chains[one], self._chains[two]
        self._changed(first, second)
        if first is second or not first.mentions or not second.mentions:
            return first is second
        if not self._cast.join(first.mentions[0], second.mentions[0]):
            return False
        kept = first.mentions[0].chain if first.mentions[0].chain in (first, second) else second.mentions[0].chain
        assert kept is not None
        for key, chain in list(self._chains.items()):
            if chain is first or chain is second:
                self._chains[key] = kept
        return True

    def canonical(self, key: str) -> str:
        """The key under which the records hold what a key stands for."""
        return self._chains[key].key if key in self._chains else key

    def country_votes(self) -> Mapping[str, float]:
        """How much each country (by ISO code) is spoken of: what the story is about."""
        votes: dict[str, float] = {}
        for mention in self._cast.mentions:
            if mention.country:
                country = lexicon.country_by_code(mention.country)
                for code in country.states if country is not None else ():
                    weight = 1.0 if mention.kind is EntityKind.PLACE else 0.5
                    votes[code] = votes.get(code, 0.0) + weight
        for chain in self._cast.chains():
            actor = lexicon.actor_by_id(chain.actor) if chain.actor and not chain.country else None
            if actor is not None and actor.country:
                votes[actor.country] = votes.get(actor.country, 0.0) + _ADJECTIVE
        for i, pos in enumerate(self._page.pos):
            if pos == "ADJ" and self._page.upper[i]:
                people = lexicon.demonym(self._page.text[i], self._page.shouted[i])
                for code in people.states if people is not None and people.is_polity else ():
                    votes[code] = votes.get(code, 0.0) + _ADJECTIVE
        return dict(sorted(votes.items()))

    def records(self) -> tuple[Entity, ...]:
        """All entities as records, the narrator first."""
        state = (len(self._cast.mentions), len(self._chains))
        if self._recorded is None or self._recorded[0] != state:
            found = self._all_records()
            self._recorded = ((len(self._cast.mentions), len(self._chains)), found)
        return self._recorded[1]

    def _all_records(self) -> tuple[Entity, ...]:
        found = [records.narrator(self._document)]
        self.attributes()  # may bring in countries that only an adjective speaks of
        self._places.settle()
        place = EntityKind.PLACE
        for key, chain in list(self._chains.items()):
            if key != chain.key:
                continue
            if chain.kind is place:
                found.append(self._places.record(chain))
            else:
                found.append(self._recorder.record(chain))
        return tuple(found)

    def forget(self) -> None:
        """Cuts the circles in which mentions, chains and what looks them up hold each other: all go when the reading is
        done, not at some later round of the garbage collector. Nothing can be asked afterwards.
        """
        for mention in self._cast.mentions:
            mention.chain = None
        for chain in self._chains.values():
            chain.mentions.clear()
        del self._places

    def attributes(self) -> tuple[Statement, ...]:
        """What the text says in passing of its people and groups: roles, membership, nationality, part-of."""
        return self._attributes().statements

    def said(self) -> tuple[Said, ...]:
        """The same, each where the text says it, as often as it does."""
        return self._attributes().said

    def _attributes(self) -> Attributes:
        """The attributes, read again only when mentions have been added."""
        if self._read is None or self._read[0] != len(self._cast.mentions):
            found = find_attributes(self._page, self._cast, self._keyed)
            self._read = (len(self._cast.mentions), found)  # with the countries that only an adjective speaks of
        return self._read[1]
