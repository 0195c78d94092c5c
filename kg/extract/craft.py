"""Aircraft in two descriptions: whether "the drone" may be the MQ-9 Reaper told of before."""

from __future__ import annotations

from kg.extract.mentions import EventMention
from kg.knowledge import weapons

_REACH = 8  # words


def one_craft(label: str, other: str) -> bool:
    """Whether two labels name aircraft of one type, or one of them the sort that the other belongs to."""
    first, second = _types(label), _types(other)
    return bool(first and second) and (first[0] in second or second[0] in first)


def spoken_of(mention: EventMention) -> list[str]:
    """The words behind "interception", where the parser made out of nothing of what."""
    triggers = [d.telling.trigger for d in mention.drafts]
    nouns = [t.token for t in triggers if t.form == "noun" and t.frame.needs == "platform"]
    return [noun.doc[noun.i + 1 : noun.i + _REACH].text for noun in nouns]


def _types(label: str) -> list[str]:
    """The most special kind of aircraft that a label names and the kinds that it belongs to, short of any aircraft."""
    table = weapons.default()
    found = [f.item for f in table.all_in(label.lower()) if f.item.is_aerial and f.item.is_platform]
    chains = [[item.id, *(above.id for above in table.broader(item) if above.id != "aircraft")] for item in found]
    return max(chains, key=len, default=[])
