"""What the text itself equates: titles, appositions, "X was a …", "named the man as X"."""

from __future__ import annotations

from kg.extract import syntax
from kg.extract.entities.cast import Cast
from kg.extract.entities.lexicon import fold, is_violent, name_parts
from kg.extract.entities.mention import Mention
from kg.extract.entities.records import BODIES
from kg.extract.entities.words import words
from kg.extract.syntax.tokens import Token
from kg.model import EntityKind

_APPOSITION = 9  # words within which the head of an apposition follows its name
_GROUP_WORDS = frozenset(
    (
        "group",
        "organization",
        "organisation",
        "movement",
        "network",
        "militia",
        "outfit",
        "party",
        "cartel",
        "gang",
    )
)
_CALLING = frozenset(("calling", "calls", "called", "styling", "styles", "naming", "dubbing", "terming"))
_BEFORE_CALLING = frozenset(("that", "which", ",", "who"))
_BEFORE_NAMES = frozenset(("the", "“", '"', "‘", "'", "``"))
_NOMINAL = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PUNCT", "NUM", "PART"))
_SOMEBODY = frozenset((EntityKind.PERSON, EntityKind.GROUP))
_NAMING = frozenset(("name", "identify", "describe", "call", "know"))


def join_asides(cast: Cast) -> None:
    """All sieves in which the words themselves say that two mentions are one."""
    for mention in list(cast.mentions):
        if mention.form == "pronoun":
            continue
        if mention.form == "nominal":
            _title(cast, mention)
            _called(cast, mention)
            _calls_itself(cast, mention)
        _appositions(cast, mention)
        _copula(cast, mention)
        if mention.form == "nominal":
            _body(cast, mention)
        else:
            _named(cast, mention)


def _title(cast: Cast, mention: Mention) -> None:
    """ "journalist John X", "the rebel group X", "the village X": a description right before a name is of
    its bearer.
    """
    if mention.plural:
        return
    page = cast.page
    for i in range(mention.head + 1, min(mention.head + 8, len(page))):
        after = cast.at[i]
        if after is None:
            if page.text[i].isspace() or page.text[i] in "“\"‘'":
                continue
            return
        if after.form != "name" or page.sentence[i] != page.sentence[mention.head]:
            return
        if after.kind is EntityKind.PERSON and mention.kind is EntityKind.PERSON:
            # titles are part of the name's noun phrase: the description is no thing of its own
            if not _separate(cast, mention, after):
                cast.join(after, mention)
        elif _group_called(mention, after) or (
            mention.kind is not EntityKind.PERSON and _hangs_on(cast, mention, after)
        ):
            adapt(mention, after, surely=True)
            cast.join(after, mention)
        return


def _body(cast: Cast, mention: Mention) -> None:
    """ "the body of X", "X's corpse" is X."""
    if mention.plural or mention.lemma not in BODIES:
        return
    noun = cast.page.tokens[mention.head]
    owners = [t for prep, t in syntax.complements(noun) if prep == "of"] + syntax.possessors(noun)
    for owner in owners[:1]:
        other = cast.at[owner.i] or cast.at[syntax.head_of_name(owner).i]
        if other is not None and other.kind is EntityKind.PERSON and other.form != "pronoun" and not other.plural:
            cast.join(other, mention)


def _called(cast: Cast, mention: Mention) -> None:
    """ "the X group" is X, if nothing else is said of it that tells it from X ("a local X faction")."""
    if mention.lemma not in _GROUP_WORDS or mention.plural:
        return
    page = cast.page
    inside: Mention | None = None
    for i in range(mention.begin, mention.head):
        other = cast.at[i]
        if (
            other is not None
            and other.form == "name"
            and other.kind is EntityKind.GROUP
            and other.begin >= mention.begin
        ):
            inside = other
        elif page.pos[i] not in ("DET", "PUNCT") and not is_violent(page.lower[i]):
            return
    if inside is not None and syntax.determiner(page.tokens[mention.head]) not in ("a", "an", "another"):
        cast.join(inside, mention)


def _calls_itself(cast: Cast, mention: Mention) -> None:
    """ "A group calling itself the X", "an outfit that calls itself X"."""
    if mention.kind is not EntityKind.GROUP or mention.plural:
        return
    lower, i = cast.page.lower, mention.end
    while i < len(lower) and lower[i] in _BEFORE_CALLING:
        i += 1
    if i + 2 >= len(lower) or lower[i] not in _CALLING or lower[i + 1] not in ("itself", "themselves"):
        return
    i += 2
    while i < len(lower) and lower[i] in _BEFORE_NAMES:
        i += 1
    name = cast.at[i] if i < len(lower) else None
    if name is not None and name.form == "name" and name.kind is not EntityKind.PLACE:
        adapt(mention, name, surely=True)
        cast.join(name, mention)


def _hangs_on(cast: Cast, description: Mention, name: Mention) -> bool:
    """Whether one of the two depends on the other directly, without a preposition."""
    one, two = cast.page.tokens[description.head], cast.page.tokens[name.head]
    if syntax.governed_by(two) and two.head.i == one.i:
        return False
    return one.head.i in range(name.begin, name.end) or two.head.i == one.i


def _group_called(description: Mention, name: Mention) -> bool:
    """ "The rebel group X": no parse tears these apart."""
    beside = name.kind is EntityKind.GROUP and name.begin == description.head + 1
    return beside and description.definite and description.lemma in _GROUP_WORDS


def _separate(cast: Cast, description: Mention, name: Mention) -> bool:
    """Whether the two stand side by side as two objects ("told the soldier Miller's story")."""
    token = cast.page.tokens[name.head]
    return syntax.position(token) is syntax.Position.POSSESSOR and syntax.governor(token).i != description.head


def _appositions(cast: Cast, mention: Mention) -> None:
    page = cast.page
    token = page.tokens[mention.head]
    for beside in _beside(cast, mention, token):
        other = cast.at[beside.i] or cast.at[syntax.head_of_name(beside).i]
        if other is None or other is mention or other.form == "pronoun":
            continue
        if other.form == "name" and mention.form == "name" and not _renames(mention, other):
            continue
        low, high = sorted((mention.head, other.head))
        if any(page.text[i] == ":" for i in range(low, high)):
            continue
        if len(syntax.conjuncts(beside)) > 1 and _all_people(cast, syntax.conjuncts(beside)):
            continue  # a list of members, not another name
        meant = _one_of(cast, mention, other)
        adapt(meant, other)
        cast.join(meant, other)


def _one_of(cast: Cast, mention: Mention, name: Mention) -> Mention:
    """ "One of the bombers, Omar Bello": he is one of them, and not all of them."""
    noun = cast.page.tokens[mention.head]
    one = noun.head
    if not mention.plural or name.kind is not EntityKind.PERSON or one.lower_ != "one" or one.i >= noun.i:
        return mention
    return cast.at[one.i] or mention


def _beside(cast: Cast, mention: Mention, token: Token) -> list[Token]:
    """Appositions, also where the parser took one for a clause: "X, IS leader in Y," after a name and a
    comma.
    """
    found = syntax.appositions(token)
    page = cast.page
    if found or mention.form != "name" or mention.end >= len(page) or page.text[mention.end] != ",":
        return found
    for i in range(mention.end + 1, min(mention.end + _APPOSITION, len(page))):
        if page.pos[i] not in _NOMINAL and page.lower[i] not in ("is", "-", "'s", "’s"):
            break
        other = cast.at[i]
        if other is not None and other.head == i and other.form == "nominal":
            above = page.tokens[i].head
            if mention.begin <= above.i < mention.end or _misplaced(cast, other, mention):
                return [page.tokens[i]]
    return found


def _misplaced(cast: Cast, description: Mention, name: Mention) -> bool:
    """Whether the parser hung an apposition on something that it cannot describe ("members of the tribe of
    X, the pilot").
    """
    token = cast.page.tokens[description.head]
    if syntax.position(token) is not syntax.Position.APPOSITION or description.kind is not name.kind:
        return False
    above = cast.at[syntax.governor(token).i]
    return above is not None and (above.kind is not name.kind or above.plural is True)


def adapt(one: Mention, two: Mention, surely: bool = False) -> None:
    """Lets a description and the name beside it be of one kind, by the surer of the two.

    A word for people said of a group ("Russia, an ally") describes the group; a lone unsure name with a word
    for groups beside it ("the news agency X") is a group's.
    """
    for said, of in ((one, two), (two, one)):
        chain = said.chain
        if said.form != "nominal" or chain is None or len(chain.mentions) != 1 or of.chain is None:
            continue
        if said.kind is EntityKind.PERSON and of.kind is EntityKind.GROUP and not of.plural:
            said.kind = chain.kind = EntityKind.GROUP
            said.plural = chain.plural = None
        elif said.kind is EntityKind.PERSON and of.kind is EntityKind.PLACE and _may_be_person(of):
            of.chain.kind = EntityKind.PERSON
            for mention in of.chain.mentions:
                mention.kind = EntityKind.PERSON
                mention.parts = name_parts(mention.name)
            of.chain.full = of.parts
        elif (
            of.form == "name"
            and of.kind is not said.kind
            and (said.kind in (EntityKind.GROUP, EntityKind.PLACE) or surely)
            and not (of.titles or of.actor or of.country or said.plural)
            and (surely or len(of.chain.full) < 2)
        ):
            for mention in of.chain.mentions:
                mention.kind = said.kind
                mention.parts = (fold(mention.name),) if mention.form == "name" else ()
            of.chain.kind = said.kind


def _may_be_person(name: Mention) -> bool:
    """Whether a name that was taken for a place's may be somebody's, since a word for a person stands
    beside it.
    """
    return name.form == "name" and not (name.country or name.sort or name.actor) and " " in name.name


def identified_as(noun: Token) -> list[Token]:
    """As whom people are named: "the victims were identified as A, B and C"."""
    verb = syntax.governor(noun)
    if verb.lemma_.lower() not in ("identify", "name"):
        return []
    slots = syntax.arguments(verb)
    if not any(a.slot is syntax.Slot.OBJECT and a.token == noun for a in slots):
        return []
    return [a.token for a in slots if a.slot is syntax.Slot.OBLIQUE and a.prep == "as"][:1]


def said_to_be(noun: Token) -> list[Token]:
    """Who people are said to be: "the soldiers were A and B"."""
    said = syntax.predicate(noun.head)
    if said is None or said.pos_ != "PROPN" or syntax.negation(said) or noun not in syntax.copular_subjects(said):
        return []
    return [said]


def _all_people(cast: Cast, tokens: list[Token]) -> bool:
    mentions = [cast.at[t.i] for t in tokens]
    return all(m is not None and m.kind is EntityKind.PERSON and m.form == "name" for m in mentions)


def _renames(one: Mention, two: Mention) -> bool:
    """Two names side by side are one thing's only in a group's or place's gloss ("TTP, the Pakistani
    Taliban").
    """
    return one.kind is EntityKind.GROUP and bool(one.actor) and one.actor == two.actor


def join_predicates(cast: Cast) -> None:
    """ "He became the chief": once pronouns are read, what is said of them describes those they stand for."""
    for mention in list(cast.mentions):
        if mention.form == "nominal" and mention.kind is EntityKind.PERSON and not mention.plural:
            _copula(cast, mention, pronouns=True)
        elif mention.form == "pronoun" and mention.gender and mention.chain is not None and not mention.chain.named:
            pronoun = cast.page.tokens[mention.head]
            for token in (*identified_as(pronoun), *said_to_be(pronoun)):
                other = cast.at[token.i] or cast.at[syntax.head_of_name(token).i]
                if other is not None and other.form == "name" and len(syntax.conjuncts(token)) == 1:
                    cast.join(mention, other)  # "He was named as X", "He was X"


def _copula(cast: Cast, mention: Mention, pronouns: bool = False) -> None:
    if mention.kind not in _SOMEBODY:
        return
    token = cast.page.tokens[mention.head]
    subjects = syntax.copular_subjects(token)
    if len(subjects) != 1 or syntax.negation(token) or syntax.is_question(token):
        return
    head = token.head if token.pos_ not in ("VERB", "AUX") and token.head.pos_ == "AUX" else token
    if syntax.has_auxiliary(head, _MODALS) or syntax.negation(head):
        return
    subject = cast.at[subjects[0].i]
    if subject is None or (subject.form == "pronoun") is not pronouns or subject.plural or mention.plural:
        return
    if pronouns and (mention.chain is None or mention.chain.named or not subject.gender):
        return
    if subject.form == "name" and mention.form == "name":
        return
    adapt(subject, mention)
    cast.join(subject, mention)


_MODALS = words("may might could would should must can will")


def _named(cast: Cast, mention: Mention) -> None:
    """ "named the dead man as X", "an operative named X"."""
    if mention.kind is not EntityKind.PERSON:
        return
    token = cast.page.tokens[mention.head]
    verb = syntax.governor(token)
    if verb.lemma_.lower() not in _NAMING or verb.i > mention.head:
        return
    if verb.lemma_.lower() in ("describe", "know") and syntax.governed_by(token) != "as":
        return
    for argument in syntax.arguments(verb):
        other = cast.at[argument.token.i]
        if (
            argument.slot is syntax.Slot.OBJECT
            and other is not None
            and other is not mention
            and other.form == "nominal"
        ):
            if not other.plural:  # "the soldiers were identified as A and B": A is not the soldiers
                cast.join(mention, other)
            return
    if verb.tag_ == "VBN":
        other = cast.at[verb.head.i]
        if other is not None and other.form == "nominal" and verb.head.i < verb.i:
            cast.join(mention, other)
