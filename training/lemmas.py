"""Learns the lemma table of kg.language.lemmas: only what its rules would get wrong is kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from kg.language.lemmas import Lemmas
from training.data import Sentence, load_ewt, load_gum

#: Verbs and nouns of war reporting that the treebanks lack; a rule picks a stem that it knows.
EXTRA = {
    "VERB": [
        "abduct",
        "ambush",
        "behead",
        "besiege",
        "bomb",
        "bombard",
        "booby-trap",
        "capture",
        "claim",
        "combat",
        "crucify",
        "decapitate",
        "defuse",
        "demolish",
        "denounce",
        "deploy",
        "detonate",
        "disarm",
        "dislodge",
        "displace",
        "dismember",
        "down",
        "encircle",
        "enslave",
        "evacuate",
        "execute",
        "explode",
        "expel",
        "fire",
        "gas",
        "gun",
        "hijack",
        "hurl",
        "immolate",
        "imprison",
        "infiltrate",
        "injure",
        "interrogate",
        "intercept",
        "invade",
        "kidnap",
        "kill",
        "liberate",
        "lynch",
        "maim",
        "massacre",
        "mine",
        "mortar",
        "murder",
        "mutilate",
        "neutralise",
        "neutralize",
        "oust",
        "overrun",
        "parachute",
        "pillage",
        "plunder",
        "pound",
        "raid",
        "ransack",
        "ransom",
        "raze",
        "recapture",
        "refuel",
        "reinforce",
        "repel",
        "rescue",
        "retake",
        "rig",
        "seize",
        "shell",
        "shoot",
        "slaughter",
        "smuggle",
        "snipe",
        "stab",
        "stage",
        "starve",
        "strafe",
        "storm",
        "strike",
        "subdue",
        "suppress",
        "surrender",
        "target",
        "terrorise",
        "terrorize",
        "torch",
        "torture",
        "trigger",
        "uproot",
        "vow",
        "wage",
        "wound",
        "free",
        "perpetrate",
        "assassinate",
        "retaliate",
        "escalate",
        "mobilise",
        "mobilize",
        "patrol",
    ],
    "NOUN": [
        "airstrike",
        "militant",
        "insurgent",
        "rebel",
        "jihadist",
        "jihadi",
        "gunman",
        "policeman",
        "serviceman",
        "tribesman",
        "spokesman",
        "spokeswoman",
        "mujahid",
        "warplane",
        "warship",
        "gunship",
        "helicopter",
        "drone",
        "missile",
        "rocket",
        "mortar",
        "grenade",
        "bomber",
        "explosive",
        "device",
        "ambush",
        "siege",
        "clash",
        "casualty",
        "hostage",
        "captive",
        "detainee",
        "civilian",
        "peacekeeper",
        "commander",
        "cleric",
        "mosque",
        "checkpoint",
        "convoy",
        "outpost",
        "airfield",
        "airbase",
        "militia",
        "faction",
        "paramilitary",
        "sniper",
        "separatist",
        "guerrilla",
        "strike",
        "raid",
        "attack",
        "shelling",
        "bombing",
        "killing",
        "shooting",
        "beheading",
        "kidnapping",
        "wounding",
        "bombardment",
        "offensive",
    ],
}
IRREGULAR = {
    "VERB": {
        "slew": "slay", "slain": "slay", "shot": "shoot", "struck": "strike", "stricken": "strike", "fled": "flee",
        "blew": "blow", "blown": "blow", "hanged": "hang", "hung": "hang", "fought": "fight", "overran": "overrun",
        "overthrew": "overthrow", "overthrown": "overthrow", "withdrew": "withdraw", "withdrawn": "withdraw",
        "died": "die", "dying": "die", "lay": "lie", "laid": "lay", "bled": "bleed", "sank": "sink", "sunk": "sink",
        "tore": "tear", "torn": "tear", "swore": "swear", "sworn": "swear", "retook": "retake", "retaken": "retake",
        "strove": "strive", "bore": "bear", "borne": "bear", "hid": "hide", "hidden": "hide", "forbade": "forbid",
        "shook": "shake", "shaken": "shake", "sped": "speed", "burnt": "burn", "slit": "slit", "hit": "hit",
        "wounded": "wound", "wounding": "wound", "found": "find", "founded": "found",
    },
    "NOUN": {"mujahideen": "mujahid", "mujahedeen": "mujahid", "fedayeen": "fedayee", "aircraft": "aircraft"},
}  # fmt: skip


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
