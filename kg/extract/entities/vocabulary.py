"""Word lists by which names and descriptions of groups are told, beside what the knowledge files hold."""

from __future__ import annotations

from kg.extract.entities.words import words

# Words that stand for an institution of a state only beside its name, and otherwise for much else.
NOT_FORCES = words("side state republic mission contingent leadership authority artillery fleet")

# Words for institutions that are no people and no forces of a state.
INSTITUTIONS = words(
    "observatory committee department bureau association foundation league tribunal commission institute "
    "corporation television parliament senate congress corps federation confederation society academy "
    "council command administration agency newspaper charity watchdog broadcaster"
)

# Last words of the names of institutions that are ordinary words without a capital.
NAME_ENDS = words(
    "times post news radio service services assembly authority board campaign watch amnesty club "
    "university bank house court tribune journal herald guardian gazette church staff guard guards fleet "
    "company inc ltd nations brotherhood jihad resistance liberation democracy freedom rights tv press "
    "united helmets crescent cross chamber"
)

# Words for an army, party, front or movement in the languages of those who fight, with which their names
# begin.
NAME_BEGINS = words(
    "ansar jaish jaysh jund jundallah harakat haraka liwa hezb hizb lashkar jamaat jamaah jamaa jabhat "
    "jebhat tehrik tehreek katibat katiba kataib saraya hayat sipah frente ejercito fuerzas movimiento "
    "partido bloque comando mouvement armee parti forces partiya movimento exercito brigadas brigate "
    "shura majlis markaz fatah"
)

# What stands before the names of ships of a navy.
SHIP_MARKS = words(
    "HMS HMCS HMAS HMNZS USS USNS USCGC RFA FS INS ARA BRP BNS PNS SLNS ROKS RFS ITS FGS ESPS TCG "
    "KRI RSS HNLMS HDMS ORP"
)

# Last words of the names of treaties, laws and decisions, which nobody belongs to and which do nothing.
AGREEMENTS = words(
    "accord accords agreement agreements treaty treaties resolution resolutions conventions protocol protocols "
    "communique communiqué constitution armistice"
)

# Names of days and of what is no one's, however they look.
NOBODY = frozenset(
    ("law", "constitution", "cessation", "hostilities", "armed conflict", "new year", "ramadan", "mean time")
)

# Storms that are given the names of people.
STORMS = frozenset(("hurricane", "cyclone", "typhoon"))

# Words that describe fighters of any sort, and so tell no two groups apart.
VIOLENT = words("terror armed islamist radical outlawed banned shadowy hardline")
