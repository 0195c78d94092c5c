"""Places: what a locative phrase says beyond a name, and where that is on the map."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from kg.extract import syntax
from kg.extract.entities import lexicon, records
from kg.extract.entities.cast import Cast
from kg.extract.entities.locatives import Relation, measured_from, relation_of
from kg.extract.entities.mention import Chain, Mention
from kg.extract.entities.page import Page
from kg.extract.entities.rows import described, region_behind
from kg.extract.entities.site import Site
from kg.extract.entities.sorts import core, is_outside_towns, is_site, of_another_place, precision_of
from kg.extract.syntax.tokens import Token
from kg.knowledge import gazetteer
from kg.knowledge.choice import Choice
from kg.knowledge.countries import Country
from kg.knowledge.gazetteer import Gazetteer
from kg.knowledge.geography import offset
from kg.knowledge.places import GazetteerPlace
from kg.model import Entity, EntityKind, PlaceInfo, PlacePrecision

_MIDST = frozenset(("heart", "centre", "center", "middle"))
_CONTAINED = frozenset(("in", "of", "inside", "within"))
_COMING = frozenset(("from", "to", "by", "with"))
_BESIDE = (["located"], ["situated"], ["near"], ["outside"])
_SURE = 0.9
_SETTLED = ("city", "village")
_NEARBY = 2  # sentences in which the town of a street is told
_LARGE = 100_000  # inhabitants of a town that needs no country beside it


class Places:
    """The places of one document."""

    def __init__(
        self,
        page: Page,
        cast: Cast,
        keyed: Callable[[Chain], str],
        votes: Mapping[str, float],
        recorder: records.Recorder,
    ) -> None:
        self._page, self._cast, self._keyed, self._votes, self._recorder = page, cast, keyed, votes, recorder
        self._sites: dict[Chain, Site] = {}
        self._relative: dict[tuple[Chain, str], Chain] = {}
        self._settled: set[Chain] = set()
        self._by_id: dict[str, Chain] = {}

    def phrase(self, token: Token) -> str | None:
        """Key of the place that a noun phrase says, with its direction or distance; None if it says no
        place.
        """
        found = self._phrase(token)
        return self._keyed(found) if found is not None else None

    def _phrase(self, token: Token) -> Chain | None:
        relation = relation_of(self._page, token)
        if relation is not None and (itself := described(self._page, self._cast, relation)) is not None:
            return itself
        base = relation.base if relation is not None else token
        mention = self._cast.at[base.i] or self._cast.at[syntax.head_of_name(base).i]
        if mention is None or mention.chain is None:
            return None
        if relation is None and mention.form == "nominal":
            for prep, far in syntax.complements(base):
                if prep == "of" and measured_from(far):
                    return self._phrase(far)  # "a village north of X" is not X
        chain = mention.chain
        for each in syntax.compounds(base):
            inner = self._cast.at[each.i]
            if inner is not None and self._lies_in(inner, mention):
                return inner.chain
        if chain.kind is not EntityKind.PLACE:
            if not chain.country or mention.form != "name":
                return None
            chain = self._as_place(mention)
        capital = self._capital(base, mention) if mention.lemma == "capital" else None
        named = capital or self._specified(base, mention, chain)
        if not named.named and not named.aliases:
            tokens = [self._page.tokens[m.head] for m in named.mentions if m.form == "nominal"]
            found = (self._container(t) for t in (base, *tokens))
            return next((c for c in found if c is not None), None)  # "a village in X": as precise as can be
        if relation is None:
            return named
        key = (named, relation.text.lower())
        known = self._relative.get(key)
        if known is None:
            known = self._relative[key] = Chain(EntityKind.PLACE, aliases=[relation.text])
            place = Mention(relation.begin, relation.end, token.i, "nominal", EntityKind.PLACE, chain=known)
            known.mentions.append(place)
            self._sites[known] = Site(relation, named)
        return known

    def _lies_in(self, inner: Mention, outer: Mention) -> bool:
        """ "X, Y region", where the parser takes X for a part of the second name: X is meant, and lies in it."""
        if inner is outer or inner.kind is not EntityKind.PLACE or inner.form != "name" or outer.form != "name":
            return False
        return inner.chain is not None and inner.end < outer.begin and self._page.text[inner.end] == ","

    def _container(self, token: Token) -> Chain | None:
        """The named place in which the text says that an unnamed one lies."""
        words = [t for prep, t in syntax.complements(token) if prep in _CONTAINED]
        for word in (*words, *syntax.possessors(token), *syntax.compounds(token)):
            mention = self._cast.at[word.i]
            if mention is None or mention.kind is not EntityKind.PLACE or mention.chain is None or word == token:
                continue
            if mention.chain.named:
                return mention.chain
        return None

    def _as_place(self, mention: Mention) -> Chain:
        """The country as a place, where the words at hand took it for a government."""
        for other in self._cast.mentions:
            if (
                other.chain is not None
                and other.chain.kind is EntityKind.PLACE
                and other.chain.country == mention.country
            ):
                return other.chain
        country = lexicon.country_by_code(mention.country)
        name = country.name if country is not None else mention.name
        place = replace(mention, kind=EntityKind.PLACE, name=name, actor="", chain=None)
        self._cast.mentions.append(place)
        return self._cast.start(place)

    def _specified(self, token: Token, mention: Mention, chain: Chain) -> Chain:
        """ "the village of X" is X: a description of a place gives way to the name beside it."""
        if mention.form != "nominal" or chain.named:
            return chain
        beside = [t for prep, t in syntax.complements(token) if prep == "of"] + syntax.appositions(token)
        for word in (*beside, *syntax.compounds(token)):
            other = self._cast.at[word.i]
            if (
                other is not None
                and other.form == "name"
                and other.kind is EntityKind.PLACE
                and other.chain is not None
            ) and (word in beside or mention.lemma not in ("capital",)):
                return other.chain
        return chain

    def _capital(self, token: Token, mention: Mention) -> Chain | None:
        """ "The Somali capital", "the capital of Chad"; "the capital" alone where the text names it."""
        if syntax.appositions(token):
            return None  # "the capital, X"
        said = [self._page.text[t.i] for t in (*syntax.compounds(token), *syntax.modifiers(token))]
        owners = [t for prep, t in syntax.complements(token) if prep == "of"] + syntax.possessors(token)
        codes = [m.country for t in owners if (m := self._cast.at[t.i]) is not None]
        codes += [people.code for text in said if (people := lexicon.demonym(text)) is not None]
        if codes:
            country = lexicon.country_by_code(codes[0])
        elif said or owners or not mention.definite:
            return None  # "the provincial capital"
        else:
            country = self._country_of_capital()
        known = self._named_capital(country.code) if country is not None else None
        if known is not None or country is None or not codes or len(country.capitals) != 1:
            return known
        found = self._relative.get((mention.chain or Chain(EntityKind.PLACE), country.code))
        if found is None and mention.chain is not None:
            atlas = gazetteer.default()
            choice = atlas.choose(country.capitals[0], containers=[country.name])
            found = self._relative[mention.chain, country.code] = Chain(EntityKind.PLACE, aliases=[])
            begin, end = syntax.base_span(token)
            begin += self._page.lower[begin] == "the"
            found.aliases.append(self._page.words(begin, max(end, token.i + 1)))
            found.mentions.append(replace(mention, chain=found))
            self._sites[found] = Site(place=choice.place, precision=choice.precision)
            self._settled.add(found)
        return found

    def _country_of_capital(self) -> Country | None:
        """The country of the story of those whose capital the text names."""
        names = [m.name for m in self._cast.mentions if m.form == "name" and m.kind is EntityKind.PLACE]
        found = [c for c in map(lexicon.country_of_capital, dict.fromkeys(names)) if c is not None]
        return max(found, key=lambda c: max(self._votes.get(s, 0.0) for s in (*c.states, "")), default=None)

    def _named_capital(self, code: str) -> Chain | None:
        for mention in self._cast.mentions:
            if mention.form == "name" and mention.chain is not None and mention.chain.kind is EntityKind.PLACE:
                country = lexicon.country_of_capital(mention.name)
                if country is not None and country.code == code:
                    return mention.chain
        return None

    def settle(self) -> None:
        """Find all places on the map, sure ones first, since they help to place the others."""
        place = EntityKind.PLACE
        chains = [c for c in self._cast.chains() if c.kind is place]
        chains += list(self._relative.values())
        atlas = gazetteer.default()
        for mention in [m for m in self._cast.mentions if m.kind is place]:
            if mention.chain is not None and mention.form != "pronoun":
                self._contain(mention)
        self._contain_namesakes()
        sure: list[GazetteerPlace] = []
        unsure: list[Chain] = []
        for chain in chains:
            if chain in self._settled:
                continue
            self._settled.add(chain)
            site = self._site(chain)
            if site.base is not None:
                continue
            certain = self._locate(atlas, chain, site, ())
            if site.place is not None and certain >= _SURE:
                sure.append(site.place)
            else:
                unsure.append(chain)
        for chain in unsure if sure else ():
            self._locate(atlas, chain, self._site(chain), sure)
        for chain in chains:
            if self._site(chain).place is None:
                self._house(chain)
            self._within(atlas, chain)

    def _house(self, chain: Chain) -> None:
        """A street or building that no gazetteer knows lies in the town or region that is spoken of before it."""
        site = self._site(chain)
        if site.base is not None or site.containers or not chain.mentions or not is_site(chain):
            return
        first = chain.mentions[0]
        if any(self._page.lower[m.end : m.end + 1] in _BESIDE for m in chain.mentions):
            return  # "the X mill, located near Y"
        sentence, paragraph = self._page.sentence, self._page.paragraph
        nearby = 0 if is_outside_towns(chain) else _NEARBY
        before = sorted((m for m in self._cast.mentions if m.head < first.head), key=lambda m: -m.head)
        for other in before:
            if sentence[first.head] - sentence[other.head] > nearby or paragraph[first.head] != paragraph[other.head]:
                break
            if syntax.governed_by(self._page.tokens[other.head]) in _COMING:
                continue  # "a woman from X"
            town = self._sites.get(other.chain) if other.form == "name" and other.chain is not None else None
            known = town.place if town is not None else None
            if known is None or known.kind in ("country", "continent"):
                continue
            if other.chain is not None and (known.kind in _SETTLED or known.country in self._votes):
                site.containers.append(other.chain)
                return

    def _site(self, chain: Chain) -> Site:
        site = self._sites.get(chain)
        if site is None:
            site = self._sites[chain] = Site()
        return site

    def _contain(self, mention: Mention) -> None:
        """Notes the places in which the text says that a place lies: "X in Y", "X, Y", "Y's X", "Y
        province".
        """
        token = self._page.tokens[mention.head]
        words = [_within(t) for prep, t in syntax.complements(token) if prep in _CONTAINED] + syntax.possessors(token)
        stated = len(words)
        words += [t for t in syntax.appositions(token) if self._after_comma(t)]
        outer = self._cast.at[token.head.i]
        words += [token.head] if outer is not None and self._lies_in(mention, outer) else []
        chain = mention.chain
        assert chain is not None
        site = self._site(chain)
        for number, word in enumerate(words):
            other = self._cast.at[word.i]
            if other is None or other.chain is None or other.form != "name" or other.kind is not EntityKind.PLACE:
                continue
            if mention.begin <= syntax.first_conjunct(word).i < mention.end:
                continue  # "the villages of X and Y"
            if other.chain is not chain and other.chain not in site.containers:
                site.containers.append(other.chain)
            if number < stated and other.chain is not chain:
                site.firm.append(other.chain)
        behind = region_behind(self._page, self._cast, mention)
        if behind is not None and behind is not chain and behind not in site.containers:
            site.containers.append(behind)

    def _contain_namesakes(self) -> None:
        """The town of X lies in X province."""
        names = [m for m in self._cast.mentions if m.kind is EntityKind.PLACE and m.form == "name" and m.chain]
        divisions = {core(m): m.chain for m in names if lexicon.is_sort_of_division(m.sort) and of_another_place(m)}
        for mention in names if divisions else ():
            around, chain = divisions.get(mention.name), mention.chain
            if around is not None and chain is not None and around is not chain:
                containers = self._site(chain).containers
                containers += [around] if around not in containers else []

    def _after_comma(self, token: Token) -> bool:
        """Whether a comma stands before a place, or a bracket before one that is known ("(REUTER)" is no place)."""
        begin, end = syntax.base_span(token)
        mark = self._page.text[begin - 1] if begin else ""
        return mark == "," or (mark == "(" and lexicon.is_known_place(self._page.words(begin, end)))

    def _locate(
        self,
        atlas: Gazetteer,
        chain: Chain,
        site: Site,
        near: tuple[GazetteerPlace, ...] | list[GazetteerPlace],
    ) -> float:
        if chain.country:
            country = lexicon.country_by_code(chain.country)
            site.place = atlas.country(country.states[0]) if country is not None and country.states else None
            site.precision = PlacePrecision.COUNTRY
            return 1.0
        name, aliases = records.names_of(self._page, chain)
        if name is None:
            site.reason = "the text gives no name"
            return 0.0
        containers = [n for n in (records.names_of(self._page, c)[0] for c in site.containers) if n]
        firm = [n for n in (records.names_of(self._page, c)[0] for c in site.firm) if n and lexicon.is_known_place(n)]
        for names in [containers, []] if containers and not firm else [containers]:
            for form in (name, *aliases):
                choice = atlas.choose(form, country_hints=self._votes, near=near, containers=names)
                if choice.place is not None and self._plausible(choice, choice.place, form, {p.country for p in near}):
                    site.place, site.precision, site.reason = choice.place, choice.precision, ""
                    return choice.certain
                where = choice.place.country if choice.place is not None else ""
                elsewhere = f"known in {where}, a country that the text does not mention"
                site.reason = site.reason or (elsewhere if where else choice.reason)
        return 0.0

    def _plausible(self, choice: Choice, place: GazetteerPlace, name: str, countries: Collection[str]) -> bool:
        """Whether a place in a country that the story does not mention is meant all the same."""
        if not place.country or place.country in self._votes or place.country in countries:
            return True
        if choice.certain < _SURE and not choice.reason.startswith("name"):
            return False  # one of several that are also called so
        if not lexicon.is_called(place.id, name):
            return False
        return place.population >= _LARGE or place.kind in ("country", "admin1", "region", "continent")

    def _within(self, atlas: Gazetteer, chain: Chain) -> None:
        site = self._site(chain)
        if site.place is not None:
            for holder in atlas.within(site.place):
                if holder.kind in ("country", "admin1"):
                    other = self._chain_of(holder)
                    if other is not chain and other not in site.containers:
                        site.containers.append(other)

    def _chain_of(self, place: GazetteerPlace) -> Chain:
        """The chain for a containing place, made if the text does not mention it."""
        if not self._by_id:
            for known in self._cast.chains():
                site = self._sites.get(known)
                if known.kind is EntityKind.PLACE and site is not None and site.place is not None:
                    self._by_id.setdefault(site.place.id, known)
        found = self._by_id.get(place.id)
        if found is None:
            found = self._by_id[place.id] = Chain(EntityKind.PLACE, aliases=[place.name])
            self._sites[found] = Site(place=place, precision=place.precision)
            self._settled.add(found)
            self._keyed(found)
            self._within(gazetteer.default(), found)
        return found

    def record(self, chain: Chain) -> Entity:
        """A place as a record."""
        site = self._site(chain)
        return self._recorder.record(chain, self._info(chain, site), site.place.same_as if site.place else ())

    def _info(self, chain: Chain, site: Site) -> PlaceInfo:
        if site.base is not None and site.relation is not None:
            return self._relative_info(site.relation, site.base)
        within = tuple(dict.fromkeys(self._keyed(c) for c in self._chain_up(chain)))
        place = site.place
        if place is None:
            name = records.names_of(self._page, chain)[0] or ""
            precision = site.precision or precision_of(name) or PlacePrecision.EXACT
            if precision is PlacePrecision.DISTRICT and any(self._is_town(c) for c in site.containers):
                precision = PlacePrecision.EXACT  # "the Bogside district of Londonderry": a part of the town
            return PlaceInfo(precision, within=within, reason=site.reason or "not looked up")
        return PlaceInfo(site.precision or place.precision, place.coordinates, within, place.id, place.country or None)

    def _is_town(self, chain: Chain) -> bool:
        """Whether the gazetteer knows a place as a town."""
        place = self._site(chain).place
        return place is not None and place.precision is PlacePrecision.EXACT

    def _relative_info(self, relation: Relation, base: Chain) -> PlaceInfo:
        info = self._info(base, self._site(base))
        within = (self._keyed(base), *info.within) if relation.inside else info.within
        coordinates = info.coordinates
        if coordinates is not None and relation.km is not None and relation.bearing is not None:
            latitude, longitude = offset((coordinates.latitude, coordinates.longitude), relation.km, relation.bearing)
            coordinates = replace(coordinates, latitude=latitude, longitude=longitude)
        reason = "" if coordinates is not None else info.reason
        return PlaceInfo(relation.precision, coordinates, within, None, info.country, reason)

    def _chain_up(self, chain: Chain) -> list[Chain]:
        found: list[Chain] = []
        queue = list(self._site(chain).containers)
        while queue and len(found) < 8:
            current = queue.pop(0)
            if current is not chain and current not in found:
                found.append(current)
                queue.extend(self._site(current).containers)
        return found


def _within(word: Token) -> Token:
    """ "Dizengoff Street in the heart of Tel Aviv" lies in Tel Aviv."""
    inner = [t for prep, t in syntax.complements(word) if prep == "of"] if word.lemma_.lower() in _MIDST else []
    return inner[0] if inner else word
