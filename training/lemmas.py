"""Learns the lemma table of kg.language.lemmas: only what its rules would get wrong is kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from kg.language.corpora import Sentence
from kg.language.lemmas import Lemmas
from training.data import load_ewt, load_gum

_VERBS_TEXT = """
abduct ambush behead besiege bomb bombard booby-trap capture claim combat crucify decapitate defuse
demolish denounce deploy detonate disarm dislodge displace dismember down encircle enslave evacuate
execute explode expel fire gas gun hijack hurl immolate imprison infiltrate injure interrogate intercept
invade kidnap kill liberate lynch maim massacre mine mortar murder mutilate neutralise neutralize oust
overrun parachute pillage plunder pound raid ransack ransom raze recapture refuel reinforce repel rescue
retake rig seize shell shoot slaughter smuggle snipe stab stage starve strafe storm strike subdue suppress
surrender target terrorise terrorize torch torture trigger uproot vow wage wound free perpetrate
assassinate retaliate escalate mobilise mobilize patrol
"""
_NOUNS_TEXT = """
airstrike militant insurgent rebel jihadist jihadi gunman policeman serviceman tribesman spokesman
spokeswoman mujahid warplane warship gunship helicopter drone missile rocket mortar grenade bomber
explosive device ambush siege clash casualty hostage captive detainee civilian peacekeeper commander
cleric mosque checkpoint convoy outpost airfield airbase militia faction paramilitary sniper separatist
guerrilla strike raid attack shelling bombing killing shooting beheading kidnapping wounding bombardment
offensive
"""
#: Verbs and nouns of war reporting that the treebanks lack; a rule picks a stem that it knows.
EXTRA = {"VERB": _VERBS_TEXT.split(), "NOUN": _NOUNS_TEXT.split()}
_IRREGULAR_TEXT = """
arose arise ate eat awoke awake beat beat became become began begin bent bend bit bite bitten bite bled
bleed blew blow blown blow bore bear borne bear bought buy bound bind broke break broken break brought
bring built build burnt burn came come caught catch chose choose chosen choose clung cling crept creep cut
cut dealt deal died die drawn draw drew draw driven drive drove drive dug dig dying die eaten eat fallen
fall fed feed fell fall fled flee flew fly flown fly flung fling forbade forbid foresaw foresee forgave
forgive forgone forgo forgot forget fought fight founded found froze freeze frozen freeze gave give given
give gone go grew grow grown grow hanged hang held hold hid hide hidden hide hit hit hung hang knelt kneel
knew know known know laid lay led lead lent lend lit light lost lose made make meant mean met meet misled
mislead mistook mistake outgunned outgun overcame overcome overran overrun overthrew overthrow overthrown
overthrow overtook overtake paid pay ran run rang ring retaken retake retook retake ridden ride risen rise
rode ride rose rise rung ring sang sing sank sink seen see sent send sewn sew shaken shake shone shine
shook shake shot shoot showed show shown show shrank shrink slain slay slept sleep slew slay slid slide
slit slit slung sling slunk slink sold sell sought seek sped speed spent spend spoke speak spoken speak
sprang spring sprung spring spun spin stole steal stolen steal stood stand stricken strike strode stride
strove strive struck strike stuck stick stung sting sung sing sunk sink swam swim swept sweep swore swear
sworn swear swung swing taken take taught teach thought think threw throw thrown throw told tell took take
tore tear torn tear trod tread undergone undergo understood understand undertook undertake underwent
undergo went go withdrawn withdraw withdrew withdraw withstood withstand woke wake won win wore wear worn
wear wounded wound wounding wound wove weave written write wrote write wrung wring
"""
_PAIRS = _IRREGULAR_TEXT.split()
IRREGULAR = {
    "VERB": dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)),
    "NOUN": {
        "mujahideen": "mujahid",
        "mujahedeen": "mujahid",
        "fedayeen": "fedayee",
        "aircraft": "aircraft",
        "series": "series",
    },
}


def learn(root: Path) -> dict[str, Any]:
    """Table and known dictionary forms, as kg.language.lemmas.Lemmas takes them."""
    sentences: list[Sentence] = load_ewt(root, "train") + load_gum(root, "train")
    by_tag: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    seen: dict[str, Counter[str]] = {"VERB": Counter(), "NOUN": Counter(), "ADJ": Counter(), "ADV": Counter()}
    for s in sentences:
        for word, lemma, pos, tag in zip(s.words, s.lemmas or [], s.upos or [], s.xpos or [], strict=True):
            if pos in ("PROPN", "PUNCT", "SYM", "X") or lemma == "_":
                continue
            low = word.lower().replace("’", "'")
            by_tag[pos, tag, low][lemma] += 1
            family = "VERB" if pos == "AUX" else pos
            if family in seen and lemma.isalpha() and lemma.islower():
                seen[family][lemma] += 1
    known = {pos: sorted(set(count) | set(EXTRA.get(pos, ()))) for pos, count in seen.items()}
    table: dict[str, dict[str, str]] = defaultdict(dict)
    for pos, words in IRREGULAR.items():
        table[pos].update(words)
    rules = Lemmas({}, known)
    for (pos, tag, low), count in sorted(by_tag.items()):
        lemma, times = count.most_common(1)[0]
        if pos in IRREGULAR and low in IRREGULAR[pos]:
            continue
        # A lemma that keeps its capitals, or was seen once and looks odd, is more likely a slip than a rule.
        if rules(low, pos, tag) != lemma and (times > 1 or low[:2] == lemma[:2].lower()) and len(low) < 30:
            table[f"{pos}/{tag}"][low] = lemma
    return {"table": table, "known": known}
