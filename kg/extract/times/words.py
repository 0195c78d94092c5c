"""The English words of the calendar and the clock."""

from __future__ import annotations

from kg.extract.numerals import word_set
from kg.extract.times.expressions import Part, Unit

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
# Months whose name is also a verb, a noun or a first name: they need evidence beside them.
UNSURE_MONTHS = frozenset({"march", "may", "april", "june", "august"})

WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
SHORT_WEEKDAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5,
    "sun": 6,
}  # fmt: skip
PLURAL_WEEKDAYS = frozenset(name + "s" for name in WEEKDAYS)

# Unit and how many of it one is.
UNITS: dict[str, tuple[Unit, int]] = {
    "minute": (Unit.MINUTE, 1), "minutes": (Unit.MINUTE, 1), "hour": (Unit.HOUR, 1), "hours": (Unit.HOUR, 1),
    "hrs": (Unit.HOUR, 1), "day": (Unit.DAY, 1), "days": (Unit.DAY, 1), "night": (Unit.DAY, 1),
    "nights": (Unit.DAY, 1), "week": (Unit.WEEK, 1), "weeks": (Unit.WEEK, 1), "fortnight": (Unit.WEEK, 2),
    "month": (Unit.MONTH, 1), "months": (Unit.MONTH, 1), "year": (Unit.YEAR, 1), "years": (Unit.YEAR, 1),
    "decade": (Unit.YEAR, 10), "decades": (Unit.YEAR, 10), "century": (Unit.YEAR, 100),
    "centuries": (Unit.YEAR, 100), "quarter": (Unit.MONTH, 3),
}  # fmt: skip
PLURAL_UNITS = frozenset(
    {"minutes", "hours", "days", "nights", "weeks", "months", "years", "decades", "centuries", "hrs"}
)
PERIODS = {
    "day": Unit.DAY, "week": Unit.WEEK, "weekend": Unit.WEEKEND, "month": Unit.MONTH, "year": Unit.YEAR,
}  # fmt: skip

DAY_PARTS = {
    "dawn": "dawn", "daybreak": "dawn", "sunrise": "dawn", "morning": "morning", "midmorning": "morning",
    "mornings": "morning", "noon": "noon", "midday": "noon", "lunchtime": "noon", "noontime": "noon",
    "afternoon": "afternoon", "midafternoon": "afternoon", "dusk": "evening", "sunset": "evening", "evening":
    "evening", "nightfall": "night", "night": "night", "nighttime": "night", "midnight": "midnight",
    "predawn": "dawn", "overnight": "overnight",
}  # fmt: skip

PARTS = {
    "early": Part.EARLY, "mid": Part.MID, "late": Part.LATE,
}  # fmt: skip
PART_NOUNS = {
    "beginning": Part.EARLY, "start": Part.EARLY, "opening": Part.EARLY, "middle": Part.MID, "end": Part.LATE,
    "close": Part.LATE,
}  # fmt: skip

# What points from one time to another: "the previous week", "the following day".
PREVIOUS = frozenset({"previous", "preceding", "prior"})
FOLLOWING = frozenset({"next", "following", "subsequent", "ensuing", "succeeding"})
# How an amount begins that does not begin with its number: "about", "more than", "at least", "a few".
AMOUNTS = word_set(
    "about around some roughly approximately nearly almost more less fewer at over under up just only exactly barely "
    "a an one another few several many"
)

SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
# Feasts by the words that begin and go on with their names; those of the civil calendar have a month and day.
FEASTS: tuple[tuple[tuple[str, ...], str, tuple[int, int] | None], ...] = (
    (("christmas", "eve"), "Christmas Eve", (12, 24)),
    (("christmas", "day"), "Christmas Day", (12, 25)),
    (("christmas",), "Christmas", None),
    (("boxing", "day"), "Boxing Day", (12, 26)),
    (("new", "year", "'", "s", "eve"), "New Year's Eve", (12, 31)),
    (("new", "year", "’", "s", "eve"), "New Year's Eve", (12, 31)),
    (("new", "year", "'", "s", "day"), "New Year's Day", (1, 1)),
    (("new", "year", "’", "s", "day"), "New Year's Day", (1, 1)),
    (("valentine", "'", "s", "day"), "Valentine's Day", (2, 14)),
    (("valentine", "’", "s", "day"), "Valentine's Day", (2, 14)),
    (("easter", "sunday"), "Easter Sunday", None),
    (("easter", "monday"), "Easter Monday", None),
    (("easter", "saturday"), "Easter Saturday", None),
    (("easter", "week"), "Easter week", None),
    (("easter",), "Easter", None),
    (("good", "friday"), "Good Friday", None),
    (("holy", "thursday"), "Maundy Thursday", None),
    (("maundy", "thursday"), "Maundy Thursday", None),
    (("palm", "sunday"), "Palm Sunday", None),
    (("holy", "week"), "Holy Week", None),
    (("ash", "wednesday"), "Ash Wednesday", None),
    (("ascension", "day"), "Ascension Day", None),
    (("whit", "sunday"), "Whit Sunday", None),
    (("whit", "monday"), "Whit Monday", None),
    (("pentecost", "sunday"), "Whit Sunday", None),
    (("ramadan",), "Ramadan", None),
    (("ramadhan",), "Ramadan", None),
    (("eid", "al", "-", "fitr"), "Eid al-Fitr", None),
    (("eid", "al", "-", "adha"), "Eid al-Adha", None),
    (("eid", "-", "ul", "-", "fitr"), "Eid al-Fitr", None),
    (("eid",), "Eid", None),
    (("ashura",), "Ashura", None),
    (("muharram",), "Muharram", None),
    (("nowruz",), "Nowruz", None),
    (("passover",), "Passover", None),
    (("yom", "kippur"), "Yom Kippur", None),
    (("hanukkah",), "Hanukkah", None),
    (("diwali",), "Diwali", None),
    (("tet",), "Tet", None),
    (("thanksgiving",), "Thanksgiving", None),
)

# First and last day of the feasts that move with Easter, counted from Easter Sunday.
EASTER_DAYS = {
    "Ash Wednesday": (-46, -46), "Palm Sunday": (-7, -7), "Holy Week": (-7, -1), "Maundy Thursday": (-3, -3),
    "Good Friday": (-2, -2), "Easter Saturday": (-1, -1), "Easter": (-2, 1), "Easter Sunday": (0, 0),
    "Easter Monday": (1, 1), "Easter week": (0, 6), "Ascension Day": (39, 39), "Whit Sunday": (49, 49),
    "Whit Monday": (50, 50),
}  # fmt: skip

# Distance from UTC in minutes of zone names that mean one zone only.
ZONES = {
    "gmt": 0, "utc": 0, "z": 0, "est": -300, "edt": -240, "pst": -480, "pdt": -420, "cet": 60, "cest": 120,
    "msk": 180,
}  # fmt: skip

# How many is meant by words that do not say; wide on purpose. The second is None where nothing limits it.
VAGUE_AMOUNTS: dict[str, tuple[int, int | None]] = {
    "few": (2, 6), "several": (3, 9), "some": (2, 9), "many": (3, None), "couple": (2, 3), "dozen": (12, 12),
}  # fmt: skip

# Words after which a phrase is over: no noun that the date or figure before them counts follows.
FUNCTION_WORDS = word_set(
    "a about according after against ago all along although amid among an and are around as at be because "
    "been before being between but by could did do does during either following for from had has have he her "
    "here his how if in including inside into is it its just last near not of off on or our out outside over "
    "prior said says she should since so than that the their them then there these they this those though "
    "through to told toward towards under until unless upon was we were what when where whether which while "
    "who whom whose will with within without would you your announced reported killed local gmt utc"
)
PREPOSITIONS = word_set(
    "in since until till by of from to through throughout during before after between around about for on "
    "over and or late early mid last next this past previous following every each"
)
# What counts people or things: a four-digit or two-digit figure before one of these is no year or day.
COUNTED = word_set(
    "people persons civilians soldiers troops fighters militants rebels insurgents children women men "
    "policemen officers members families refugees prisoners detainees hostages deaths casualties "
    "others bodies homes houses villages km kilometers kilometres miles meters metres "
    "feet percent per dollars euros pounds tons tonnes kilos kilograms acres hectares times demonstrators "
    "protesters students workers victims guns rifles rockets missiles shells bombs vehicles tanks peasants "
    "guerrillas terrorists mm million billion thousand hundred minutes hours days weeks months years seats "
    "votes passengers employees attacks strikes rounds"
)
# Nouns that make a name of the date before them (14 July Bridge, October 6 City).
NAMING_NOUNS = word_set(
    "movement group brigade brigades battalion battalions organization organisation revolutionary front "
    "league square street avenue road boulevard bridge hospital airport camp city barracks university "
    "stadium alliance coalition martyrs division regiment party school district foundation fraction "
    "commando commandos column dam hall neighborhood neighbourhood colony park palace barrage"
)
# Words that name a time by themselves besides those of the tables; "a.m." and "ad" come with figures.
OTHER_CORES = word_set("today tonight yesterday tomorrow time times")
# Words and signs that can stand in an expression before the word or figure without which it is none: "the", "small"
# of "in the small hours", "of", "the", "very" of "of the very end of 2013". Any other word ends what might have begun.
LEADING = word_set(
    "a about after almost an and another approximately around at barely before between by closing coming "
    "consecutive couple d during each earlier early ensuing every exactly few fewer final following for from full good "
    "half in into just last late later least less long many more most nearly next of on only opening or other "
    "third fourth fifth sixth seventh eighth ninth tenth "
    "over past pre preceding previous prior recent roughly same several short single small some straight subsequent "
    "succeeding than that the these this through till to under until up very wee whole "
    "- – — / ' ’ ‘ . , ( ["
)
# Words that can begin an expression.
OTHER_OPENERS = word_set(
    "the this last next past that these at in on a an ad about around some more less fewer over under up "
    "just only exactly barely nearly almost roughly approximately another every each earlier later recent "
    "coming same previous following preceding prior during before between from by first second half one "
    "third fourth fifth sixth seventh eighth ninth tenth "
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred"
)
