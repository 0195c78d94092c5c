"""Other names that a text gives: "nicknamed", "also known as", "his real name is", "adopted the name of"."""

from __future__ import annotations

from itertools import pairwise

from kg.extract import syntax
from kg.extract.entities.cast import Cast
from kg.extract.entities.lexicon import fold, name_parts
from kg.extract.entities.mention import Mention
from kg.extract.entities.words import phrases, words
from kg.extract.syntax.tokens import Token
from kg.model import EntityKind

# Words after which another name of the person or group before them follows.
_ALIAS_CUES = phrases(
    "nicknamed; alias; aka; a.k.a; a.k.a.; a . k.a; dubbed; born; also known as; better known as; "
    "best known as; otherwise known as; known as; known by; also called; also named; commonly called; or; "
    "nom de guerre; real name; code name; code - named; codenamed; true name; birth name; war name; "
    "pseudonym; formerly; formerly known as"
)
_LAST_OF_CUES = frozenset(cue[-1] for cue in _ALIAS_CUES)
# Words that may stand between a cue and the other name.
_BETWEEN = words("the as is was , : of by his her its whose simply just who nom de guerre name alias real ( ’s 's") | {
    *"“\"‘'"
}
_NAME_NOUNS = frozenset(("name", "nickname", "alias", "pseudonym", "identity", "nom", "moniker", "kunya"))
_TAKING = frozenset(
    ("adopt", "take", "use", "assume", "choose", "receive", "get", "bear", "carry", "go", "keep", "have")
)
_GIVING = frozenset(("give", "cite", "list", "record", "report", "announce", "release", "reveal"))
_LONGEST_GAP = 14


def mark_aliases(cast: Cast) -> None:
    """Marks names that the text gives as another name of someone, before names are compared."""
    for mention in cast.mentions:
        if mention.form == "name" and mention.kind is not EntityKind.PLACE:
            bearer = _bearer(cast.page.tokens[mention.head])
            if bearer is not None:
                mention.renames = bearer.i


def _bearer(name: Token) -> Token | None:
    """Whose name it is said to be: "he adopted the name of X", "gave the man's name as X", "his name was
    X".
    """
    for subject in syntax.copular_subjects(name):
        if subject.lemma_.lower() in _NAME_NOUNS:
            return _owner(subject)
    above = syntax.governor(name)
    if above.lemma_.lower() in _NAME_NOUNS and above.i < name.i:
        owner = _owner(above, name)
        if owner is not None:
            return owner
        verb = syntax.governor(above)
        if verb.lemma_.lower() in _TAKING:
            return next(iter(syntax.subjects(verb)), None)
        return None
    if syntax.governed_by(name) == "as" and above.lemma_.lower() in _GIVING:
        for argument in syntax.arguments(above):
            if argument.slot is syntax.Slot.OBJECT and argument.token.lemma_.lower() in _NAME_NOUNS:
                return _owner(argument.token)
    return None


def _owner(noun: Token, name: Token | None = None) -> Token | None:
    owners = syntax.possessors(noun)
    if not owners:
        owners = [t for prep, t in syntax.complements(noun) if prep == "of" and t.i > noun.i and t != name]
    return owners[0] if len(owners) == 1 else None


def join_renamed(cast: Cast) -> None:
    """Joins the names marked before with their bearers, once pronouns are read."""
    for mention in cast.mentions:
        if mention.renames >= 0:
            bearer = cast.at[mention.renames] or _before_whose(cast, mention.renames)
            if bearer is not None and bearer is not mention:
                cast.join(bearer, mention, alias=True)


def _before_whose(cast: Cast, i: int) -> Mention | None:
    """Whom "whose" stands for: the person or group right before it."""
    if cast.page.lower[i] != "whose":
        return None
    return next((m for m in (cast.at[j] for j in range(i - 1, max(-1, i - 6), -1)) if m is not None), None)


def join_aliases(cast: Cast) -> None:
    """Joins two names of one sentence that a cue stands between."""
    page = cast.page
    names = [m for m in cast.mentions if m.form == "name"]
    for before, after in pairwise(names):
        if before.kind is EntityKind.PLACE or page.sentence[before.head] != page.sentence[after.head]:
            continue
        between = [
            page.lower[i]
            for i in range(before.end, after.lead if after.lead >= 0 else after.begin)
            if not page.text[i].isspace()
        ]
        if 0 < len(between) <= _LONGEST_GAP and _cued(between):
            if before.kind is not after.kind and not _retyped(before, after):
                continue
            if not _short_for_another(before, after):
                cast.join(before, after, alias=True)


def _short_for_another(before: Mention, after: Mention) -> bool:
    """Whether the other name is one word that the text uses for somebody of a longer name: "Jihadi Sam" and Sam
    Carter are two people.
    """
    if before.chain is None or after.chain is None or before.chain is after.chain or len(after.parts) != 1:
        return False
    return any(len(mention.parts) > 1 for mention in after.chain.mentions if mention.form == "name")


def _retyped(before: Mention, after: Mention) -> bool:
    """Gives an alias the kind of its bearer, unless it is known for something else."""
    chain = after.chain
    if after.actor or after.country or after.sort or chain is None:
        return False
    if any(mention.name not in ("", after.name) for mention in chain.mentions):
        return False
    chain.kind = before.kind
    for mention in chain.mentions:
        mention.kind = before.kind
    after.parts = name_parts(after.name) if before.kind is EntityKind.PERSON else (fold(after.name),)
    chain.full = after.parts
    return True


def _cued(between: list[str]) -> bool:
    """Whether the words between two names end in an alias cue."""
    words = list(between)
    while words and words[-1] in _BETWEEN and _cue(words) is None:
        words.pop()
    cue = _cue(words)
    if cue == ("or",):
        return words in ([",", "or"], ["(", "or"])
    return cue is not None


def _cue(words: list[str]) -> tuple[str, ...] | None:
    """The alias cue that these words end in."""
    if not words or words[-1] not in _LAST_OF_CUES:
        return None
    return next((cue for cue in _ALIAS_CUES if tuple(words[-len(cue) :]) == cue), None)
