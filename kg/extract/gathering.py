"""Which event words of a sentence tell of one happening: by the grammar between them.

Words are joined when one is an argument of the other ("a drone strike killed two men"), or when the grammar makes one
clause a part, means or result of the other. What stands after "before" or "in retaliation for" is another happening,
and so is what stands after "after", unless it is all that says how people came to harm.
"""

from __future__ import annotations

from kg.extract.consequences import (
    EFFECTS,
    WITHIN,
    brought_about,
    each_harms,
    follows,
    in_a_fight,
    in_a_rescue,
    left_behind,
    of_itself,
    of_victim,
    own_doers,
    patient_only,
    same_subject,
    since_when,
    told_when,
    turned_upon,
    two_killings,
)
from kg.extract.relative_clauses import (
    Groups,
    carried_by,
    join_far_relative,
    join_of_whom,
    join_relative,
    join_who_died,
    later,
)
from kg.extract.syntax import (
    Slot,
    arguments,
    complements,
    compounds,
    determiner,
    disguised,
    elided,
    embedding,
    first_conjunct,
    is_passive,
    markers,
    negation,
    preposition,
    told_before,
)
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Span, Token
from kg.extract.triggers import CLASSIFIERS, Trigger, phrase_matches
from kg.knowledge.frames import Frames

_WHERE = frozenset({"at", "near", "outside", "on"})
_MEANWHILE = frozenset({"when", "as", "while"})
_MISSING_SINCE = frozenset({"after", "since", "following", "when", "as"})


def gathered(
    triggers: list[Trigger], by_token: dict[int, Trigger], sentence: Span, frames: Frames
) -> list[list[Trigger]]:
    """The event words of a sentence in groups, each of one happening; ``by_token`` are they by their index."""
    if len(triggers) == 1:
        return [triggers]
    groups = Groups(triggers, since_when(sentence))
    for trigger in triggers:
        _join(trigger, by_token, groups, frames)
    _join_loose(groups, triggers)
    return groups.groups()


def _join(trigger: Trigger, by_token: dict[int, Trigger], groups: Groups, frames: Frames) -> None:
    if trigger.form == "noun":
        _join_noun(trigger, by_token, groups, frames)
        return
    verb = trigger.token
    presumed = trigger.form == "adjective" and dep(verb) is Dep.OPEN_CLAUSE and verb.head.i not in by_token
    if presumed:
        verb = verb.head  # "is presumed dead after an ambush"
    for argument in arguments(verb):
        other = by_token.get(argument.token.i) or _intended(argument.token, by_token)
        if other is None or other is trigger or other.frame.needs == "victim":
            continue  # "the killer of X shot Y" tells of two deaths
        if other.frame.name == "responsibility" and trigger.frame.name == "arrest":
            continue  # "arrested because of their involvement in the murder"
        if other.form != "noun" and other.token.tag_ != "VBG":
            continue  # nouns and gerunds: "shelling killed six people"
        after = argument.prep == "after" and presumed
        after = after or (_lost_since(trigger, other) and argument.prep in _MISSING_SINCE)
        after = after or (argument.prep in ("after", "following") and _by_blast(trigger, other))
        if argument.slot is Slot.OBLIQUE and argument.prep not in WITHIN and not after:
            continue
        if in_a_rescue(trigger, other) or (trigger.form == "adjective" and in_a_fight(other, by_token)):
            continue
        groups.join(trigger, other)
    _join_clause(trigger, by_token, groups)
    join_relative(trigger, by_token, groups)
    join_of_whom(trigger, by_token, groups)
    join_who_died(trigger, by_token, groups)
    _join_fired(trigger, by_token, groups)


def _lost_since(missing: Trigger, act: Trigger) -> bool:
    """ "Missing since their boat was attacked", "disappeared after a raid on the camp": of the act they are missing."""
    return missing.frame.effect == "missing" and act.frame.effect == "none"


def _by_blast(loss: Trigger, other: Trigger) -> bool:
    """ "An office was damaged following the explosion of two bombs": by it."""
    return loss.frame.effect == "lost" and is_passive(loss.token) and other.frame.event_class == "Bombing"


def _intended(noun: Token, by_token: dict[int, Trigger]) -> Trigger | None:
    """The event word before "attempt" or "plot", which stands for the phrase, or behind "a series of"."""
    within = compounds(noun)
    if noun.lemma_.lower() in CLASSIFIERS:
        within = [*within, *(t for prep, t in complements(noun) if prep == "of")]
    return next((t for c in within if (t := by_token.get(c.i)) is not None), None)


def _join_noun(trigger: Trigger, by_token: dict[int, Trigger], groups: Groups, frames: Frames) -> None:
    for prep, noun in complements(trigger.token):
        other = by_token.get(noun.i)
        if other is not None and (prep in WITHIN or (prep == "for" and trigger.frame.name == "responsibility")):
            groups.join(trigger, other)
    if dep(trigger.token) is Dep.NOMINAL and preposition(trigger.token) in ("in", "during"):
        bereft = by_token.get(first_conjunct(trigger.token.head).head.i)
        if bereft is not None and bereft.frame.name == "lose_people":
            groups.join(trigger, bereft)  # "lost her father and a sister in the massacre"
    if trigger.frame.name == "responsibility":
        join_far_relative(trigger, list(trigger.token.head.children), by_token, groups)
    _join_apposed(trigger, by_token, groups)
    _join_counted(trigger, by_token, groups)
    _join_setting(trigger, by_token, groups)
    _join_result(trigger, by_token, groups, frames)
    fight = in_a_fight(trigger, by_token)
    for verb in _verbs_over(trigger) if not fight else ():
        # "the strike resulted in the death of X", "the attack left ten dead": cause and effect are one incident
        if not phrase_matches(verb, frames.light.get("result", {})):
            continue
        targets = [a.token for a in arguments(verb)] + children(verb, Dep.OPEN_CLAUSE, Dep.ATTRIBUTE)
        for token in targets:
            for candidate in (token, *token.subtree):
                other = by_token.get(candidate.i)
                if other is not None and other.frame.effect in EFFECTS:
                    groups.join(trigger, other)


def _join_apposed(trigger: Trigger, by_token: dict[int, Trigger], groups: Groups) -> None:
    """ "X was assassinated in May, a murder attributed to Y", "16 died …, an attack that was": the clause before it."""
    noun, effect = trigger.token, trigger.frame.effect
    behind = dep(noun) in (Dep.APPOSITION, Dep.PARATAXIS) and noun.head.i < noun.i
    if effect not in ("killed", "none") or not behind or determiner(noun) not in ("a", "an"):
        return
    if any(prep == "of" for prep, _ in complements(noun)):
        return
    above = (by_token.get(t.i) for t in noun.ancestors)
    killed = next((t for t in above if t is not None and t.frame.effect == "killed" and t.form == "verb"), None)
    if killed is not None:
        groups.join(killed, trigger)


def _join_counted(trigger: Trigger, by_token: dict[int, Trigger], groups: Groups) -> None:
    """ "The hospital received 21 bodies after the air strike": they are of those whom it killed."""
    verb = trigger.token.head
    if not trigger.counted or trigger.found or verb.pos_ != "VERB":
        return
    for argument in arguments(verb):
        other = by_token.get(argument.token.i)
        if other is not None and argument.slot is Slot.OBLIQUE and argument.prep in ("after", "from", "following"):
            groups.join(trigger, other)


def _join_setting(trigger: Trigger, by_token: dict[int, Trigger], groups: Groups) -> None:
    """ "Condemned the murder of X in an attack by rebels": the parser hangs the attack on the verb of saying."""
    noun, verb = trigger.token, trigger.token.head
    if trigger.frame.effect != "killed" or dep(noun) is not Dep.OBJECT or verb.i in by_token:
        return
    for setting in children(verb, Dep.OBLIQUE):
        other = by_token.get(setting.i)
        if other is not None and other.form == "noun" and other.frame.effect == "none" and setting.i > noun.i:
            begin, end = setting.left_edge.i, max(t.i for t in noun.subtree)
            if preposition(setting) in ("in", "during") and begin == end + 1:
                groups.join(trigger, other)


def _join_result(trigger: Trigger, by_token: dict[int, Trigger], groups: Groups, frames: Frames) -> None:
    """ "conducted a strike, resulting in the death of X": the result clause hangs on the verb that carries
    the strike."""
    verb = trigger.token.head
    if verb.pos_ == "ADP":
        verb = verb.head
    if trigger.frame.effect not in EFFECTS or dep(verb) not in (
        Dep.ADVERB_CLAUSE,
        Dep.NOUN_CLAUSE,
        Dep.CONJUNCT,
    ):
        return
    if not phrase_matches(verb, frames.light.get("result", {})):
        return
    other = by_token.get(verb.head.i) or carried_by(verb.head.i, by_token)
    if other is not None and other is not trigger:
        groups.join(trigger, other)


def _verbs_over(trigger: Trigger) -> list[Token]:
    token = trigger.token
    verbs = [token.head] if token.head.pos_ == "VERB" and dep(token) in (Dep.SUBJECT, Dep.OBJECT) else []
    return [*verbs, *children(token, Dep.RELATIVE, Dep.NOUN_CLAUSE)]


def _join_fired(trigger: Trigger, by_token: dict[int, Trigger], groups: Groups) -> None:
    """ "Missiles fired by a drone killed X", "a bomb planted by Y killed Z": the means and the killing are one."""
    token = trigger.token
    armed = trigger.frame.object.startswith("weapon") or token.head.lemma_.lower() in trigger.extra
    if dep(token) is not Dep.NOUN_CLAUSE or not armed:
        return
    noun = token.head
    other = by_token.get(noun.head.i)
    if dep(noun) not in (Dep.SUBJECT, Dep.AGENT, Dep.OBLIQUE):
        return
    if other is None and dep(noun) is Dep.SUBJECT:
        # "a torpedo fired by X sank the ship, killing 46"
        results = [c for c in children(noun.head, Dep.ADVERB_CLAUSE) if c.tag_ == "VBG" and not markers(c)]
        other = next((by_token[c.i] for c in results if c.i in by_token), None)
    if other is not None:
        groups.join(trigger, other)


def _join_clause(trigger: Trigger, by_token: dict[int, Trigger], groups: Groups) -> None:
    token = trigger.token
    relation, head = dep(token), token.head
    if relation is Dep.ADJECTIVE and disguised(head) == token:
        before = by_token.get(first_conjunct(head).head.i)
        if before is not None:
            groups.join(trigger, before)
        return
    while relation is Dep.CONJUNCT and head.i not in by_token and head.head != head:
        if carried_by(head.i, by_token) is not None:
            break  # "said that it had carried out the raid and killed 30"
        relation, head = dep(head), head.head
    if trigger.form == "adjective" and left_behind(token):
        return
    if trigger.form == "adjective" and head.lemma_ == "leave" and dep(head) in (Dep.ADVERB_CLAUSE, Dep.CONJUNCT):
        act = by_token.get(head.head.i)
        if act is not None and same_subject(head, act.token):
            groups.join(trigger, act)  # "a bomb tore through a market, leaving 14 dead"
        return
    other = by_token.get(head.i) or carried_by(head.i, by_token)
    if other is None and relation is Dep.ADVERB_CLAUSE and (said := told_before(token)) is not None:
        other = by_token.get(said.i)  # "Ten died, police said, after gunmen stormed the hotel"
    if relation in (Dep.RELATIVE, Dep.NOUN_CLAUSE, Dep.ADJECTIVE):
        _join_befallen(trigger, head, by_token, groups)
    if other is None or other is trigger:
        return
    if trigger.frame.name == "lose_people" and token.tag_ == "VBG":
        return  # "killed 24 rebels while losing two soldiers": they did not kill these
    own_subject = bool(children(token, Dep.SUBJECT, Dep.PASSIVE_SUBJECT))
    effects = {trigger.frame.effect in EFFECTS, other.frame.effect in EFFECTS}
    if relation is Dep.CONJUNCT:
        if (negation(token) is None) != (negation(head) is None):
            return  # "was not shot by rebels but died in a crash"
        if turned_upon(trigger, other):
            return
        if later(token) or "lose_people" in (trigger.frame.name, other.frame.name):
            return  # "was kidnapped in May and killed a year later", "lost nine men and killed 40 rebels"
        # "killed two and wounded three", "attacked the post and killed two"; two attacks stay two
        goes_on = elided(token) or follows(trigger, other)  # "one was killed and two wounded by rebels in X"
        if ((not own_subject or same_subject(token, head)) and True in effects) or (
            own_subject and trigger.frame.effect in EFFECTS and goes_on
        ):
            groups.join(trigger, other)
        return
    counted = token.i > 0 and token.nbor(-1).pos_ == "NUM" and token.nbor(-1).head == token
    if relation is Dep.PARATAXIS and counted and trigger.frame.effect in EFFECTS:
        groups.join(trigger, other)  # "two dead, five hurt"
    hit = other.frame.effect in ("none", "lost") and trigger.frame.effect in ("killed", "injured")
    if relation is Dep.PARATAXIS and own_subject and hit and patient_only(trigger) and negation(token) is None:
        groups.join(trigger, other)  # "the plane was shot down; all aboard died"
    marks = set(markers(token))
    if relation in (Dep.ADVERB_CLAUSE, Dep.OPEN_CLAUSE):
        if (
            (
                marks & _MEANWHILE
                and True in effects
                and not marks & {"after", "before"}
                and not own_doers(trigger, other)
                and not in_a_rescue(trigger, other)
                and not each_harms(trigger, other)
                and not two_killings(trigger, other)
            )
            or (marks <= {"by", "in", "to", "with"} and not own_subject and True in effects)
            or (_lost_since(other, trigger) and marks & _MISSING_SINCE)
            or _in_the_course_of(trigger, other)
            or ("after" in marks and (other.frame.name == "die" or brought_about(trigger, other, by_token)))
        ):
            groups.join(trigger, other)
    elif relation is Dep.NOUN_CLAUSE and other.form == "noun" and not of_victim(trigger):
        held_for = other.frame.effect == "captured" and marks & {
            "for",
            "over",
        }  # "the arrest of X for killing Y" are two
        if not held_for:
            groups.join(trigger, other)


def _in_the_course_of(step: Trigger, other: Trigger) -> bool:
    """ "Gunmen stormed the hotel, hurling grenades": how they did it, where it has no time and place of its own."""
    verb = step.token
    bare = verb.tag_ == "VBG" and dep(verb) is Dep.ADVERB_CLAUSE and verb.i > other.token.i
    if not bare or other.form != "verb" or other.frame.weak or step.frame.weak:
        return False
    if children(verb, Dep.MARKER, Dep.SUBJECT, Dep.PASSIVE_SUBJECT) or verb.nbor(-1).text != ",":
        return False
    return not any(a.slot is Slot.OBLIQUE and a.prep in _WHERE for a in arguments(verb))


def _join_befallen(trigger: Trigger, head: Token, by_token: dict[int, Trigger], groups: Groups) -> None:
    """ "The corporal, who was hit by a sniper, died", "the bodies of men, bound and shot": of what befell them."""
    for token in (head, head.head):
        death = by_token.get(token.i)
        if death is not None and (death.frame.name == "die" or death.frame.needs == "found"):
            if trigger.frame.effect in ("none", "injured"):
                groups.join(trigger, death)
            return


def _join_loose(groups: Groups, triggers: list[Trigger]) -> None:
    """A harm without agent or setting of its own, told after the only act of its sentence, is that act's.

    "The bus was ambushed; eight passengers died", "gunmen fired on his car, but two guards were killed".
    """
    acts = [g for g in groups.groups() if any(_acts(t) for t in g)]
    if len(acts) != 1:
        return
    act = acts[0][0]
    for group in groups.groups():
        head = group[0]
        if group is not acts[0] and all(t.frame.effect in EFFECTS for t in group) and told_when(head, act):
            if not (own_doers(head, act) or in_a_rescue(head, act)):
                groups.join(act, head)
            continue
        if group is acts[0] or head.index < act.index or not all(map(patient_only, group)) or turned_upon(head, act):
            continue
        if act.index in {t.i for t in head.token.subtree}:
            continue  # "the man behind the attack was captured"
        if any(relation in (Dep.RELATIVE, Dep.NOUN_CLAUSE) for relation, _, _ in embedding(head.token)):
            continue
        marks = {m for _, lower, _ in [(None, head.token, None), *embedding(head.token)] for m in markers(lower)}
        if (
            left_behind(head.token)
            or marks & {"after", "before", "since", "if", "that", "because"}
            or negation(head.token) is not None
            or of_itself(head, acts[0])
        ):
            continue
        groups.join(act, head)


def _acts(trigger: Trigger) -> bool:
    """Whether a word tells of an act rather than of what came of it; "they shot them" is an act, "he was shot" none."""
    if trigger.frame.name == "shoot" and trigger.form == "verb" and not is_passive(trigger.token):
        return bool(children(trigger.token, Dep.OBJECT))
    return trigger.frame.effect not in EFFECTS and not trigger.frame.weak
