"""Whose things and people are: of "three Russian jets" the air force of Russia, of "CIA drones" the CIA."""

from __future__ import annotations

from kg.extract import syntax
from kg.extract.entities import lexicon
from kg.extract.entities.cast import Cast
from kg.extract.entities.mention import Chain
from kg.extract.entities.page import Page
from kg.extract.syntax.tokens import Token
from kg.model import EntityKind

# Endings of the adjectives of states; "Serb" and "Croat" are of peoples, who fight in more states than one.
_ADJECTIVES = ("an", "i", "ish", "ese", "ch", "ek", "ss")
_WITHOUT_FORCES = frozenset({"PS"})  # whose armed groups are no military of a state
_MINOR = frozenset(("DET", "NUM", "PUNCT", "PRON", "ADP"))


class Operators:
    """Finds the groups behind things; groups that the text does not mention by themselves are made once."""

    def __init__(self, page: Page, cast: Cast) -> None:
        self._page, self._cast = page, cast
        self._made: dict[str, Chain] = {}

    def of(self, token: Token) -> Chain | None:
        """The group that a noun phrase's thing, act or people are of, None if its words do not say."""
        page = self._page
        begin = min(syntax.base_span(token)[0], token.i)
        words = [i for i in range(begin, token.i + 1) if page.pos[i] not in _MINOR and not page.text[i].isspace()]
        for start in range(len(words) - 1):
            if page.upper[words[start]]:
                found = lexicon.composed(" ".join(page.text[i] for i in words[start:]), page.shouted[token.i])
                if found is not None and not found.unsure:
                    return self._chain(found.actor)
        for led in (token, *syntax.modifiers(token)):
            if led.lower_ == "led" and led.i > 1 and page.text[led.i - 1] == "-":
                return self._coalition(f"{page.text[led.i - 2]}-led coalition")  # "Saudi-led warplanes"
        near = [t for prep, t in syntax.complements(token) if prep in ("of", "by")]
        for word in (
            *syntax.possessors(token),
            *reversed(syntax.compounds(token)),
            *syntax.modifiers(token),
            *near,
        ):
            if lexicon.is_weapon(word.text):
                continue  # "Uzi submachine guns" are of a make
            mention = self._cast.at[word.i]
            if mention is not None and mention.chain is not None and mention.chain.kind is EntityKind.GROUP:
                return mention.chain
            force = self.nation(word)
            if force is not None:
                return force
        return None

    def nation(self, word: Token, named: bool = False) -> Chain | None:
        """The military of the state whose adjective (or, if ``named``, name) a word is, None if it is no such word."""
        text, shouted = word.text, self._page.shouted[word.i]
        country = lexicon.demonym(text, shouted) if text.lower().endswith(_ADJECTIVES) else None
        if country is None and named:
            country = lexicon.country(text, shouted)
        if country is None or country.code in _WITHOUT_FORCES:
            return None
        after = word.i + 1
        if after < len(self._page) and lexicon.demonym(self._page.text[after], shouted):
            return None  # "Bosnian Serb shelling"
        force = lexicon.force(country.code, "military") if country.is_polity else None
        return self._chain(force) if force is not None else None

    def people(self, word: Token) -> Chain | None:
        """The forces of a people without a state, or in more than one: "Serb shelling", "Kurdish rockets"."""
        text, shouted, after = word.text, self._page.shouted[word.i], word.i + 1
        known = lexicon.demonym(text, shouted)
        if known is None or known.code in _WITHOUT_FORCES or self.nation(word) is not None or not text[:1].isupper():
            return None
        if after < len(self._page) and lexicon.demonym(self._page.text[after], shouted):
            return None  # "Bosnian Serb shelling"
        before = self._page.text[word.i - 1] if word.i else ""
        both = f"{before} {text}".strip()
        name = f"{(both if lexicon.demonym(both, shouted) else text).title()} forces"
        if name not in self._made:
            self._made[name] = Chain(EntityKind.GROUP, aliases=[name])
        return self._made[name]

    def _coalition(self, name: str) -> Chain:
        """The coalition that somebody leads; which one it is, where he leads several, the words do not say."""
        made = self._made.get(name)
        if made is None:
            known = lexicon.actor(name)
            if known is not None and known.label == name:
                return self._chain(known)
            made = self._made[name] = Chain(EntityKind.GROUP, aliases=[name])
        return made

    def _chain(self, actor: lexicon.Actor) -> Chain:
        for mention in self._cast.mentions:
            if mention.chain is not None and mention.chain.actor == actor.id:
                return mention.chain
        made = self._made.get(actor.id)
        if made is None:
            made = self._made[actor.id] = Chain(EntityKind.GROUP, actor=actor.id, aliases=[actor.label])
        return made
