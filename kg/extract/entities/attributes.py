"""What a text says in passing of people and groups: role, leadership, membership, nationality, part-of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kg.extract import syntax
from kg.extract.entities import lexicon
from kg.extract.entities.cast import Cast
from kg.extract.entities.mention import Chain, Mention
from kg.extract.entities.page import Page
from kg.extract.entities.standings import PLAIN, Stand, before_titles, stand
from kg.extract.entities.ties import Tie, find_ties, held_so
from kg.extract.entities.words import words
from kg.extract.syntax.tokens import Token
from kg.model import Certainty, EntityKind, Predicate, Ref, Standing, Statement

_PARTS = words("wing arm branch unit faction division component brigade battalion section cell subsidiary part member")
# Units of armed forces, whose names are followed by that of the next larger one.
_UNITS = words(
    "battalion regiment brigade division company battery squadron group wing platoon detachment flotilla unit "
    "front command commando column cell bloc squad brigades battalions"
)
_LEADING = frozenset(("the", "a", "an", "another", "his", "her", "its", "their", "this", "that", "one", "our"))
_RELATIONAL = frozenset(("of", "for", "in", "at", "with", "from"))


@dataclass(frozen=True, slots=True)
class Said:
    """A statement where the text makes it: by the word at a token, and how that word says that it is held."""

    statement: Statement
    at: int
    stand: Stand


@dataclass(slots=True)
class Attributes:
    """The statements of a document about its entities, and for each person the group behind them."""

    statements: tuple[Statement, ...]
    said: tuple[Said, ...]
    groups: dict[str, str] = field(default_factory=dict)

    def organisation(self, key: str) -> str | None:
        """The group that a person speaks for, leads or belongs to."""
        return self.groups.get(key)


def find_attributes(page: Page, cast: Cast, keyed: Callable[[Chain], str]) -> Attributes:
    """All attributes, in the order of the text."""
    reader = _Reader(page, cast, keyed)
    person, group = EntityKind.PERSON, EntityKind.GROUP
    for mention in list(cast.mentions):
        chain = mention.chain
        if chain is None or mention.form == "pronoun":
            continue
        if chain.kind is group:
            reader.group(mention, chain)
        elif chain.kind is person and chain.named:
            reader.person(mention, chain)
        elif chain.kind is person and mention.form == "nominal":
            reader.spokesman(mention, chain)
    for tie in find_ties(page, cast):
        reader.tell(tie)
    ordered = tuple(dict.fromkeys(said.statement for said in reader.found))
    groups: dict[str, str] = {}
    current = dict.fromkeys(said.statement for said in reader.found if _speaks_for_it(said.stand))
    for predicate in (Predicate.SPEAKS_FOR, Predicate.LEADER_OF, Predicate.MEMBER_OF):
        for statement in current:
            if statement.predicate is predicate and isinstance(statement.object, Ref):
                groups.setdefault(statement.subject, statement.object.key)
    return Attributes(ordered, tuple(reader.found), groups)


def _speaks_for_it(held: Stand) -> bool:
    """Whether who stands so to a group is a voice of it: a former minister is not, nor is a suspected member."""
    return held.standing not in (Standing.FORMER, Standing.DESIGNATE) and held.certainty is Certainty.CERTAIN


class _Reader:
    def __init__(self, page: Page, cast: Cast, keyed: Callable[[Chain], str]) -> None:
        self.page, self.cast, self.keyed = page, cast, keyed
        self.found: list[Said] = []

    def person(self, mention: Mention, chain: Chain) -> None:
        token = self.page.tokens[mention.head]
        if mention.form == "name":
            if mention.titles:
                lead = mention.lead if mention.lead >= 0 else token.i
                titles = before_titles(self.page, lead) + " ".join(mention.titles)
                self._say(chain, Predicate.ROLE_TEXT, titles, lead)
            self._nationality(chain, token)
            self._origin(chain, mention)
            self._unit(chain, token)
            for title in syntax.titles(token):
                if self.cast.at[title.i] is None and lexicon.noun(title.lower_) is not None:
                    self._role(chain, title)
            return
        self._role(chain, token)

    def _unit(self, chain: Chain, token: Token) -> None:
        """ "Sergeant X of the 2nd Battalion": a name with that of the unit or body somebody is of."""
        for prep, noun in syntax.complements(token):
            other = self.cast.at[noun.i]
            if prep not in ("of", "from") or other is None or other.form != "name" or other.chain is None:
                continue
            if other.kind is EntityKind.GROUP and not other.country and (prep == "of" or _is_unit(other)):
                self._say(chain, Predicate.MEMBER_OF, Ref(self.keyed(other.chain)), token.i)

    def spokesman(self, mention: Mention, chain: Chain) -> None:
        """ "An army spokesman", "a spokeswoman for the ministry": whom somebody without a name speaks for."""
        token = self.page.tokens[mention.head]
        noun = lexicon.noun(token.lower_) or lexicon.noun(token.lemma_.lower())
        if noun is not None and "speaker" in noun.classes:
            for other in self._related(token, many=True) or self._before(token):
                self._say(chain, Predicate.SPEAKS_FOR, Ref(self.keyed(other)), token.i)

    def _before(self, noun: Token) -> list[Chain]:
        """The only group of the text that is called what stands before a role: "the rebels" of "a rebel spokesman"."""
        called = {t.lemma_.lower() for t in (*syntax.compounds(noun), *syntax.modifiers(noun))}
        groups = [c for c in self.cast.chains() if c.kind is EntityKind.GROUP]
        found = [c for c in groups if any(m.lemma in called for m in c.mentions if m.form in ("nominal", "name"))]
        return found if len(found) == 1 else []

    def _role(self, chain: Chain, token: Token) -> None:
        text = self._words(token)
        noun = lexicon.noun(token.lower_) or lexicon.noun(token.lemma_.lower())
        if noun is not None and not noun.classes & {"person", "man", "woman", "casualty"}:
            self._say(chain, Predicate.ROLE_TEXT, text, token.i)
        self._nationality(chain, token)
        classes = noun.classes if noun is not None else frozenset()
        if "speaker" in classes:
            predicate = Predicate.SPEAKS_FOR
        elif "leader" in classes:
            predicate = Predicate.LEADER_OF
        else:
            predicate = Predicate.MEMBER_OF
        if predicate is Predicate.MEMBER_OF and lexicon.outsider(token.lemma_.lower(), classes):
            return
        related = self._related(token, many=predicate is Predicate.SPEAKS_FOR)
        if not related and predicate is Predicate.SPEAKS_FOR:
            related = self._before(token)
        if not related:
            related, predicate = self._beside(token, predicate)
        for other in related:
            if other is chain or (predicate is Predicate.MEMBER_OF and other.country):
                continue  # a soldier of a country is no member of its government
            self._say(chain, predicate, Ref(self.keyed(other)), token.i)

    def _beside(self, token: Token, predicate: Predicate) -> tuple[list[Chain], Predicate]:
        """ "Founder and leader of X": the group that the second of two roles is held in, and which role that is."""
        for other in syntax.conjuncts(token):
            noun = lexicon.noun(other.lower_)
            if other == token or noun is None or noun.kind is not EntityKind.PERSON or self.page.upper[other.i]:
                continue
            if found := self._related(other):
                return found, Predicate.LEADER_OF if "leader" in noun.classes else predicate
        return [], predicate

    def group(self, mention: Mention, chain: Chain) -> None:
        """ "the X Brigades, the military wing of Y"; "X Battalion, Y Regiment"; "gunmen of Y", "Y fighters"."""
        token = self.page.tokens[mention.head]
        if mention.form == "name":
            for other in self._larger(mention, token):
                if other is not chain:
                    self._say(chain, Predicate.PART_OF_GROUP, Ref(self.keyed(other)), token.i)
            return
        if chain.named and mention.lemma not in _PARTS:
            return
        if not chain.named and not (mention.plural and _people(mention)):
            return
        noun = lexicon.noun(mention.lemma)
        if not chain.named and noun is not None and lexicon.outsider(mention.lemma, noun.classes):
            return
        predicate = Predicate.PART_OF_GROUP if chain.named else Predicate.MEMBER_OF
        for other in self._related(token):
            if other is not chain and (chain.named or (other.named and not other.country)):
                self._say(chain, predicate, Ref(self.keyed(other)), token.i)

    def _larger(self, mention: Mention, token: Token) -> list[Chain]:
        """The unit that a unit belongs to: named after "of" or a comma, or as its owner."""
        if mention.name.rsplit(" ", 1)[-1].lower() not in _UNITS:
            return []
        owners = [t for prep, t in syntax.complements(token) if prep == "of"] + syntax.possessors(token)
        over = [self.cast.at[t.i] for t in owners]
        over = [m for m in over if m is not None and m.kind is EntityKind.GROUP and not m.country]
        after = mention.end + 1
        if after < len(self.page) and self.page.text[mention.end] == ",":
            behind = self.cast.at[after]
            over += [behind] if behind is not None and _is_unit(behind) else []
        return [m.chain for m in over if m is not None and m.form == "name" and m.chain is not None]

    def _words(self, token: Token) -> str:
        """The words of a role without articles, pronouns and the name that it stands before."""
        page = self.page
        begin, end = syntax.base_span(token)
        for i in range(begin, token.i):
            if page.pos[i] == "DET":
                begin = i  # "among them the driver"
                break
        for i in range(token.i + 1, end):
            mention = self.cast.at[i]
            if mention is not None and mention.form == "name" and mention.kind is EntityKind.PERSON:
                end = i
                break
        if not any(prep == "of" and token.i < t.i < end for prep, t in syntax.complements(token)):
            end = token.i + 1
        before = self.cast.at[begin - 1] if begin == token.i and begin else None
        if before is not None and before.form == "name" and before.kind is EntityKind.GROUP:
            begin = before.begin
        while begin < token.i and (page.lower[begin] in _LEADING or page.pos[begin] in ("PUNCT", "SPACE")):
            begin += 1
        return page.words(begin, end).strip(" ,;:.“”\"'")

    def _related(self, noun: Token, many: bool = False) -> list[Chain]:
        """Groups that a role is held in: "leader of X", "X leader", "X's leader"; ``many``: one may be "the rebels"."""
        words = [t for prep, t in syntax.complements(noun) if prep in _RELATIONAL]
        words += syntax.possessors(noun) + syntax.compounds(noun) + syntax.modifiers(noun)
        if noun.i and self.page.upper[noun.i - 1]:
            words.append(self.page.tokens[noun.i - 1])  # the parser may have tied "Taliban" to the name after the role
        found: list[Chain] = []
        for word in words:
            mention = self.cast.at[word.i]
            if mention is None or mention.chain is None or mention.chain.kind is not EntityKind.GROUP:
                continue
            if not mention.chain.named and (
                mention.form == "pronoun" or not mention.definite or (mention.plural and not many)
            ):
                continue  # "one of our guests"
            if mention.chain not in found:
                found.append(mention.chain)
        return found

    def _nationality(self, chain: Chain, token: Token) -> None:
        for word in (*syntax.modifiers(token), *syntax.compounds(token), token):
            if not word.text[:1].isupper() or (word is token and self._is_name(token)):
                continue
            country = lexicon.demonym(word.text, self.page.shouted[word.i]) or lexicon.country(
                word.text, self.page.shouted[word.i]
            )
            if country is None or country.kind != "state":
                continue
            place = self._country(country.code, country.name, word)
            self._say(chain, Predicate.NATIONALITY, Ref(self.keyed(place)), token.i)

    def _origin(self, chain: Chain, mention: Mention) -> None:
        """ "Ruritanian President X", "X of Ruritania"."""
        before = (mention.lead if mention.lead >= 0 else mention.begin) - 1
        if mention.lead >= 0 and before >= 0 and self.page.pos[before] == "ADJ":
            country = lexicon.demonym(self.page.text[before], self.page.shouted[before])
            if country is not None and country.kind == "state":
                place = self._country(country.code, country.name, self.page.tokens[before])
                self._say(chain, Predicate.NATIONALITY, Ref(self.keyed(place)), mention.head)
        for prep, noun in syntax.complements(self.page.tokens[mention.head]):
            other = self.cast.at[noun.i]
            if prep != "of" or other is None or other.chain is None:
                continue
            if other.chain.country and other.chain.kind is EntityKind.PLACE:
                self._say(chain, Predicate.NATIONALITY, Ref(self.keyed(other.chain)), mention.head)

    def _is_name(self, token: Token) -> bool:
        mention = self.cast.at[token.i]
        return mention is not None and mention.form == "name"

    def _country(self, code: str, name: str, word: Token) -> Chain:
        for chain in self.cast.chains():
            if chain.kind is EntityKind.PLACE and chain.country == code:
                return chain
        mention = Mention(
            word.i, word.i + 1, word.i, "name", EntityKind.PLACE, name, (lexicon.fold(name),), country=code
        )
        self.cast.mentions.append(mention)
        return self.cast.start(mention)

    def tell(self, tie: Tie) -> None:
        """Takes in what a verb says."""
        statement = Statement(self.keyed(tie.subject), tie.predicate, Ref(self.keyed(tie.object)))
        self.found.append(Said(statement, tie.at, tie.stand))

    def _say(self, chain: Chain, predicate: Predicate, value: Ref | str, at: int) -> None:
        if isinstance(value, str) and not value:
            return
        told = held_so(self.page.tokens[at]) if isinstance(value, Ref) else PLAIN
        if told is None:
            return  # "denied that he was a member"
        held = PLAIN if predicate is Predicate.NATIONALITY else stand(self.page, at, chain.kind is EntityKind.GROUP)
        if held is PLAIN:
            held = told
        self.found.append(Said(Statement(self.keyed(chain), predicate, value), at, held))


def _people(mention: Mention) -> bool:
    """Whether a description is of several people rather than of an organisation."""
    noun = lexicon.noun(mention.lemma)
    return noun is not None and noun.kind is EntityKind.PERSON


def _is_unit(mention: Mention) -> bool:
    last = mention.name.rsplit(" ", 1)[-1].lower()
    return mention.kind is EntityKind.GROUP and (last in _UNITS or last in ("army", "forces", "corps", "guard", "navy"))
