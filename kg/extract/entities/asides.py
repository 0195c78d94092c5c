"""What the text itself equates: titles, appositions, "X was a …", "named the man as X"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract import syntax
from kg.extract.entities.cast import Cast
from kg.extract.entities.mention import Mention
from kg.extract.entities.words import words
from kg.model import EntityKind

_NAMING = frozenset(("name", "identify", "describe", "call", "know"))


def join_asides(cast: Cast) -> None:
    """All sieves in which the words themselves say that two mentions are one."""
    for mention in list(cast.mentions):
        if mention.form == "pronoun":
            continue
        _title(cast, mention)
        _appositions(cast, mention)
        _copula(cast, mention)
        _named(cast, mention)


def _title(cast: Cast, mention: Mention) -> None:
    """ "journalist John X": a description right before a name is of its bearer."""
    if mention.form != "nominal" or mention.kind is not EntityKind.PERSON or mention.plural:
        return
    page = cast.page
    for i in range(mention.head + 1, min(mention.head + 8, len(page))):
        after = cast.at[i]
        if after is None:
            if page.text[i].isspace() or page.text[i] in "“\"‘'":
                continue
            return
        if (
            after.form == "name"
            and after.kind is EntityKind.PERSON
            and page.sentence[i] == page.sentence[mention.head]
        ):
            # titles are part of the name's noun phrase: the description is no thing of its own
            if not _separate(cast, mention, after):
                cast.join(after, mention)
        return


def _separate(cast: Cast, description: Mention, name: Mention) -> bool:
    """Whether the two stand side by side as two objects ("told the soldier Kassig's story")."""
    token = cast.page.tokens[name.head]
    return (
        syntax.position(token) is syntax.Position.POSSESSOR and syntax.governor(token).i != description.head
    )


def _appositions(cast: Cast, mention: Mention) -> None:
    page = cast.page
    token = page.tokens[mention.head]
    for beside in syntax.appositions(token):
        other = cast.at[beside.i] or cast.at[syntax.head_of_name(beside).i]
        if other is None or other is mention or other.form == "pronoun":
            continue
        if other.form == "name" and mention.form == "name" and not _renames(cast, mention, other):
            continue
        if any(
            page.text[i] == ":" for i in range(min(mention.head, other.head), max(mention.head, other.head))
        ):
            continue
        if len(syntax.conjuncts(beside)) > 1 and _all_people(cast, syntax.conjuncts(beside)):
            continue  # a list of members, not another name
        _adapt(mention, other)
        cast.join(mention, other)


def _adapt(one: Mention, two: Mention) -> None:
    """A word for people said of a group ("Russia, an ally") describes the group."""
    for said, of in ((one, two), (two, one)):
        chain = said.chain
        if (
            said.form == "nominal"
            and said.kind is EntityKind.PERSON
            and of.kind is EntityKind.GROUP
            and of.form == "name"
            and chain is not None
            and len(chain.mentions) == 1
        ):
            said.kind = chain.kind = EntityKind.GROUP
            said.plural = chain.plural = None


def _all_people(cast: Cast, tokens: list[Token]) -> bool:
    mentions = [cast.at[t.i] for t in tokens]
    return all(m is not None and m.kind is EntityKind.PERSON and m.form == "name" for m in mentions)


def _renames(cast: Cast, one: Mention, two: Mention) -> bool:
    """Two names side by side are one thing's only in a group's or place's gloss ("TTP, the Pakistani Taliban")."""
    return one.kind is EntityKind.GROUP and bool(one.actor) and one.actor == two.actor


def _copula(cast: Cast, mention: Mention) -> None:
    if mention.kind not in (EntityKind.PERSON, EntityKind.GROUP):
        return
    token = cast.page.tokens[mention.head]
    subjects = syntax.copular_subjects(token)
    if len(subjects) != 1 or syntax.negation(token) or syntax.is_question(token):
        return
    head = token.head if token.pos_ not in ("VERB", "AUX") and token.head.pos_ == "AUX" else token
    if syntax.has_auxiliary(head, _MODALS) or syntax.negation(head):
        return
    subject = cast.at[subjects[0].i]
    if subject is None or subject.form == "pronoun" or subject.plural or mention.plural:
        return
    if subject.form == "name" and mention.form == "name":
        return
    _adapt(subject, mention)
    cast.join(subject, mention)


_MODALS = words("may might could would should must can will")


def _named(cast: Cast, mention: Mention) -> None:
    """ "named the dead man as X", "an operative named X"."""
    if mention.form != "name" or mention.kind is not EntityKind.PERSON:
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
            cast.join(mention, other)
            return
    if verb.tag_ == "VBN":
        other = cast.at[verb.head.i]
        if other is not None and other.form == "nominal" and verb.head.i < verb.i:
            cast.join(mention, other)
