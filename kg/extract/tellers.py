"""Which person or group the words for a speaker mean: names, nominals, "it said", "the statement said"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.extract.entities import Entities
from kg.extract.fillers import Fillers, Sort
from kg.extract.quotes import Quotation
from kg.extract.syntax import (
    Slot,
    arguments,
    complements,
    compounds,
    determiner,
    first_conjunct,
    is_passive,
    modifiers,
    possessors,
    preposition,
    sentence_of,
    subjects,
    words_of,
)
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Doc, Span, Token
from kg.knowledge import nouns
from kg.knowledge.frames import Frames
from kg.knowledge.operators import Effect, Operators
from kg.model import Certainty, EntityKind

_PUTTING = frozenset({"put", "have", "see", "know", "understand", "recount"})  # "as police put it"
_TALK = 6  # sentences over which "he said" goes on
_FIRST = frozenset({"i", "we"})
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_POINTING = _PRONOUNS | _FIRST
_SOURCES = frozenset({"source", "sources"})
_OWN = frozenset({"he", "she", "his", "her", "him"})
_NO_SPEAKERS = frozenset({"who", "which", "that", "it", "this", "what", "there"})


class Tellers:
    """Who is named as saying something, anywhere in a document."""

    def __init__(
        self,
        doc: Doc,
        entities: Entities,
        fillers: Fillers,
        operators: Operators,
        frames: Frames,
        quotations: Iterable[Quotation],
    ) -> None:
        self._doc = doc
        self._entities = entities
        self._fillers = fillers
        self._operators = operators
        self._frames = frames
        self._quotations = tuple(quotations)
        self._seats = nouns.things()
        self._tellers = [(verb.idx, tellers) for verb, tellers in self._telling()]

    def voice(self, tokens: Iterable[Token], told: Token) -> tuple[str, str | None] | None:
        """The first of these words that names a speaker, and the group it speaks for; ``told`` is what is said."""
        return next((voice for _, voice in self._voices(tokens, told)), None)

    def joint(self, tokens: Sequence[Token], told: Token) -> list[tuple[str, str | None]]:
        """Those who say it together with the first of them: "residents and a local official said"."""
        if len(tokens) < 2:
            return []
        voices = list(self._voices(tokens, told))
        together = [voice for token, voice in voices[1:] if first_conjunct(token) == first_conjunct(voices[0][0])]
        return [voice for voice in dict.fromkeys(together) if voice[0] != voices[0][1][0]]

    def _voices(self, tokens: Iterable[Token], told: Token) -> Iterator[tuple[Token, tuple[str, str | None]]]:
        for token in tokens:
            if self.unnamed_others(token):
                continue
            key = self._continued(token, told) or self.key(token)
            if key is not None:
                yield token, (key, self._entities.organisation_of(key))

    def unnamed_others(self, token: Token) -> bool:
        """ "“They told us that our own men had done it,” she said": neither she nor whoever spoke before her."""
        return token.lower_ == "they" and any(q.begin <= token.idx < q.end for q in self._quotations)

    def _continued(self, token: Token, told: Token) -> str | None:
        """ "..., he added", "it said" go on with the speaker before; a statement is its issuer's."""
        its = token.pos_ == "PRON" and self._utterance(token.head) and token in possessors(token.head)
        utterance = its or self._same_statement(self.whose(token))
        body = not utterance and self._some_body(token)
        if not (utterance or body) and token.lower_ not in _PRONOUNS:
            return self.again(token, told.idx)
        if token.lower_ == "it" and (inquiry := self._inquiry_before(token)) is not None:
            return inquiry
        before = self._before(min(token.idx, told.idx))
        if utterance and not its and token.lemma_ == "report":
            before = self._reporting_before(token) or before
        if body:
            if before is None or self._entities.kind(before) is not EntityKind.GROUP:
                return None
            return before if self._entities.name(before) is not None else None
        if before is None or token.lower_ == "it":
            return before if before is not None and self._neuter(before) else None
        quoted = any(q.begin <= told.idx < q.end for q in self._quotations)
        known = self._entities.at(token)
        goes_on = utterance or quoted or known is None or self._goes_on(token, known)
        return before if goes_on else None

    def _inquiry_before(self, pronoun: Token) -> str | None:
        """ "The first inquiry had cleared the soldiers. It said that ...": what the sentence before is about."""
        begin = sentence_of(pronoun).start
        if not begin or dep(pronoun) is not Dep.SUBJECT or pronoun.i - begin > 1:
            return None
        about = children(sentence_of(pronoun.doc[begin - 1]).root, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)
        looking = [t for t in about if t.tag_ == "NN" and t.lemma_.lower() in self._operators.lists["inquiries"]]
        return self.key(looking[0]) if len(about) == len(looking) == 1 else None

    def _reporting_before(self, token: Token) -> str | None:
        """Whose report "the report" is: of those who were last told to report, or to say what their inquiry found."""
        inquiries, issuing = self._operators.lists["inquiries"], self._operators.lists["issuing"]
        for begin, tellers in reversed(self._tellers):
            reports = (t for t in sentence_of(tellers[0]) if t.lemma_ == "report" and t.pos_ == "NOUN")
            reported = (t.head.lemma_.lower() in issuing for t in reports)  # not who rejects a report
            if begin < token.idx and (any(t.lemma_.lower() in inquiries for t in tellers) or any(reported)):
                return next((k for k in map(self.key, tellers) if k is not None), None)
        return None

    def _neuter(self, key: str) -> bool:
        """Whether a speaker may be called "it": a group, or a source of which nothing is known."""
        if self._entities.kind(key) is EntityKind.GROUP:
            return True
        return self._entities.name(key) is None and self._entities.label(key).split()[-1].lower() in _SOURCES

    def again(self, token: Token, told: int) -> str | None:
        """The person who spoke before, whom "the general went on", "the official added" call by his office."""
        verb = token.head
        if dep(token) is not Dep.SUBJECT or verb.lemma_.lower() not in self._operators.lists["adding"]:
            return None
        if token.tag_ != "NN" or determiner(token) != "the" or not self._fillers.people(token):
            return None
        if modifiers(token) or compounds(token) or any(complements(token)) or not self._unnamed(token):
            return None
        return self.last(min(token.idx, told), "he")

    def _goes_on(self, pronoun: Token, known: str) -> bool:
        """ "“X is alive,” the prosecutor said. He said that X was unhurt": who spoke in the sentence before goes on,
        rather than whom he spoke of, if only the one of the two is ever told to say anything."""
        sentence = sentence_of(pronoun)
        if any(sentence.start_char <= begin < pronoun.idx for begin, _ in self._tellers):
            return pronoun.lower_ == "they"  # "officials told another story: two houses had been hit, they said"
        if sentence.start == 0:
            return False
        last = sentence_of(self._doc[sentence.start - 1])
        for _ in range(_TALK):
            if not last.start or not (self._all_quoted(last) or self._also_said(last, pronoun.lower_)):
                break
            last = sentence_of(self._doc[last.start - 1])
        key = self.named_in(last)
        kind = EntityKind.GROUP if pronoun.lower_ == "they" else EntityKind.PERSON
        if not key or key == known or self._entities.kind(key) is not kind:
            return False
        earlier = (t for begin, tellers in self._tellers if begin < pronoun.idx for t in tellers)
        return known not in {self.key(t) for t in earlier}

    def _all_quoted(self, sentence: Span) -> bool:
        """Whether a sentence is nothing but quotation, and so names nobody who says it."""
        begin, end = sentence.start_char, sentence.start_char + len(sentence.text.rstrip())
        return any(q.begin - 1 <= begin < q.end and end <= q.end + 1 for q in self._quotations)

    def _also_said(self, sentence: Span, pronoun: str) -> bool:
        """Whether "he said" stands in a sentence that names nobody else who speaks."""
        verbs = [t for t in sentence if t.pos_ == "VERB" and self.reports(t)]
        told = {s.lower_ for v in verbs for s in subjects(v)} - _FIRST
        return told == {pronoun}

    def named_in(self, sentence: Span) -> str | None:
        """Key of who is named first in a sentence as saying something; empty if no key stands for them."""
        for begin, tellers in self._tellers:
            if sentence.start_char <= begin < sentence.end_char:
                return next((k for k in map(self.key, tellers) if k is not None), "")
        return None

    def last(self, at: int, pronoun: str) -> str | None:
        """Who of those that a pronoun may mean was last named as saying something before this character."""
        kinds = (EntityKind.GROUP, EntityKind.PERSON) if pronoun == "they" else (EntityKind.PERSON,)
        for begin, tellers in reversed(self._tellers):
            if begin < at:
                keys = (key for t in tellers if (key := self.key(t)) is not None)
                key = next((k for k in keys if self._entities.kind(k) in kinds), None)
                if key is not None:
                    return key
        return None

    def private(self, key: str) -> bool:
        """Whether somebody who speaks is a person without a name: a witness, a survivor."""
        return self._entities.kind(key) is EntityKind.PERSON and self._entities.name(key) is None

    def speaks_of(self, key: str, sentence: Span) -> bool:
        """Whether a sentence has a pronoun for somebody: "Eleven were hurt, among them his brother"."""
        return any(t.lower_ in _OWN and self._entities.at(t) == key for t in sentence)

    def _before(self, at: int) -> str | None:
        """Who was last named as saying something before this character."""
        for begin, tellers in reversed(self._tellers):
            if begin < at:
                key = next((k for k in map(self.key, tellers) if k is not None), None)
                if key is not None:
                    return key
        return None

    def _telling(self) -> Iterator[tuple[Token, list[Token]]]:
        """Every word that says that somebody says something, and the words for who; pronouns tell nothing new."""
        for token, _, pos in words_of(self._doc):
            if pos == "VERB" and self.reports(token):
                found = self._publishers(token) if is_passive(token) else self.speaking(token)
            elif token.lower_ == "according":
                found = [token.head]
            else:
                continue
            whose = map(self.whose, found)
            named = [t for t in whose if t.lower_ not in _POINTING and not self._utterance(t)]
            named = [t for t in named if not (self._bare_body(t) and self._unnamed(t))]
            if named:
                yield token, named

    def speaking(self, verb: Token) -> list[Token]:
        """Who says what a verb reports: its subject, or whom its subject quotes."""
        if verb.lemma_.lower() in ("quote", "cite"):
            quoted = [a.token for a in arguments(verb) if a.slot is Slot.OBJECT]
            return quoted or subjects(verb)
        return subjects(verb)

    def _publishers(self, verb: Token) -> list[Token]:
        """Who stands behind "published by", "announced by"; not those who only assess or believe something, nor whose
        radio it is on which somebody else "said in a communique broadcast by" it.
        """
        carried = verb.i > 0 and self._utterance(verb.nbor(-1))
        if carried and any(t.pos_ == "VERB" and self.reports(t) and not is_passive(t) for t in verb.ancestors):
            return []
        plain = (
            o.effect is Effect.PLAIN and o.certainty is Certainty.CERTAIN and not (o.extra or o.only_with)
            for o in self._operators.of(verb.lemma_.lower(), "VERB")
        )
        return [a.token for a in arguments(verb) if a.slot is Slot.SUBJECT and a.prep == "by"] if any(plain) else []

    def _some_body(self, token: Token) -> bool:
        """ "The group said", "the medical charity said": a body that is named nowhere by this word, or one only
        spoken of where the sentence before names another that speaks.
        """
        if not self._bare_body(token):
            return False
        if self._unnamed(token):
            return True
        sentence = sentence_of(token)
        return bool(sentence.start and self.named_in(sentence_of(self._doc[sentence.start - 1])))

    def _bare_body(self, token: Token) -> bool:
        """ "The group", "the medical charity": no word of it says which."""
        lists = self._operators.lists
        if token.lower_ not in lists["bodies"] or determiner(token) != "the" or any(complements(token)):
            return False
        kinds = (m.lower_ for m in (*modifiers(token), *compounds(token)))
        return all(kind in lists["body_kinds"] or kind.endswith("based") for kind in kinds)

    def _unnamed(self, token: Token) -> bool:
        known = self._entities.at(token)
        return known is None or self._entities.name(known) is None

    def _same_statement(self, token: Token) -> bool:
        """ "The statement said" goes on with a statement quoted before; "earlier reports", "another report" do not."""
        single = self._utterance(token) and token.tag_ == "NN"
        return single and not any(m.lower_ != "official" for m in modifiers(token)) and determiner(token) != "another"

    def _utterance(self, token: Token) -> bool:
        """A statement, or what a group makes its statements with: "the Front's radio"."""
        lemma, lists = token.lemma_.lower(), self._operators.lists
        named = lemma in lists["organs"] and any(p.pos_ != "PRON" for p in possessors(token))
        return named or lemma in lists["utterances"]

    def whose(self, token: Token) -> Token:
        """Whose statement it is, for a word that says so ("a statement by the ministry"); else the word itself."""
        if not self._utterance(token):
            return token
        owners = [*possessors(token), *(t for prep, t in complements(token) if prep in ("by", "from", "of"))]
        issued = (v for v in children(token, Dep.NOUN_CLAUSE) if is_passive(v))
        owners += [a.token for v in issued for a in arguments(v) if a.slot is Slot.SUBJECT and a.prep == "by"]
        if dep(token) is Dep.OBJECT and not is_passive(token.head):
            # "citing accounts by survivors": the parser may hang them on the verb
            owners += [t for t in children(token.head, Dep.OBLIQUE) if preposition(t) == "by" and t.i > token.i]
        named = (t for t in (*owners, *compounds(token)) if t.pos_ != "PRON")
        return next((t for t in named if self._fillers.sort(t) is Sort.ACTOR), token)

    def key(self, token: Token) -> str | None:
        """The person or group that a word names, None if it can name no speaker."""
        if token.lower_ in _NO_SPEAKERS and self._entities.at(token) is None:
            return None
        token = self.whose(token)
        if self._utterance(token) and (its := next((t for t in possessors(token) if t.pos_ == "PRON"), None)):
            token = its
        sort = self._fillers.sort(token)
        if sort is Sort.ACTOR:
            return self._entities.at(token) or self._entities.ensure(token, EntityKind.GROUP)
        if sort is Sort.PLACE:
            seat = self._seats.find(token.lemma_.lower()) is not None  # "Area Headquarters" is named like a place
            return self._entities.operator(token) or (self._entities.body(token) if seat else None)
        if dep(token) in (Dep.COMPOUND, Dep.TITLE):
            return None  # "news reports", "eyewitness accounts" of nobody in particular
        silent = sort in (Sort.TIME, Sort.WEAPON) or token.lemma_.lower() in self._frames.nouns
        if token.pos_ in ("NOUN", "PROPN") and not silent:
            return self._entities.body(token)
        return None

    def reports(self, verb: Token) -> bool:
        """Whether the subject of a verb says something."""
        if verb.lemma_.lower() in self._operators.reporting:
            return True
        return verb.lemma_.lower() in _PUTTING and any(c.lower_ == "as" for c in children(verb, Dep.MARKER))

    def tells(self, verb: Token) -> bool:
        """Whether it does so whatever its object is: who delivers goods says nothing."""
        lemma, words = verb.lemma_.lower(), self._operators
        return self.reports(verb) and (lemma in words.unaided or lemma not in words.reporting)
