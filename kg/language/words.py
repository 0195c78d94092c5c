"""Word lists that split the network's broad types into ours: peoples, weapons, vehicles, facilities.

The corpora that the network learnt from have no such types, or a few dozen examples. These are closed or
slowly growing sets, so lists say them more surely.
"""

from __future__ import annotations

import re
from functools import lru_cache

#: Peoples, nationalities and faiths, as adjective or noun, singular.
_PEOPLES_TEXT = """
afghan african albanian alawite alawi algerian american angolan arab arabian argentine argentinian
armenian asian assyrian australian austrian azerbaijani azeri bahraini baloch baluch bangladeshi basque
belarusian belgian bengali berber bolivian bosnian brazilian british briton bulgarian burmese burundian
cambodian cameroonian canadian catalan catholic chadian chaldean chechen chilean chinese christian
circassian colombian comorian congolese coptic copt crimean croat croatian cuban cypriot czech dagestani
dane danish darfuri dinka djiboutian druze dutch ecuadorian egyptian emirati english englishman eritrean
estonian ethiopian european filipino finn finnish flemish french frenchman fulani gabonese gambian gazan
georgian german ghanaian greek guatemalan guinean haitian hausa hazara hindu honduran houthi hungarian
hutu icelandic igbo indian indonesian ingush iranian iraqi irish irishman ismaili israeli italian ivorian
japanese jew jewish jordanian kabyle kashmiri kazakh kenyan korean kosovan kosovar kurd kurdish kuwaiti
kyrgyz lao laotian latvian lebanese liberian libyan lithuanian macedonian malagasy malawian malaysian
malian maltese maronite mauritanian mexican moldovan mongolian montenegrin moor moroccan mozambican muslim
moslem namibian nepalese nepali nicaraguan nigerian nigerien norwegian nubian nuer omani oromo orthodox
ossetian ottoman pakistani palestinian panamanian paraguayan pashtun pashto persian peruvian polish pole
portuguese protestant punjabi qatari rohingya romanian russian rwandan sahrawi salafi salafist salvadoran
saudi scottish scot senegalese serb serbian shia shiite shi'ite shi'a sikh sindhi sinhalese slav slovak
slovenian somali somalian spaniard spanish sudanese sufi sunni swede swedish swiss syrian taiwanese tajik
tamil tanzanian tatar thai tibetan tigrayan togolese tuareg tunisian turk turkish turkmen tutsi ugandan
uighur uyghur ukrainian uzbek venezuelan vietnamese wahhabi welsh yazidi yezidi yemeni yemenite zaidi
zambian zimbabwean zulu
"""
PEOPLES = frozenset(_PEOPLES_TEXT.split())

_COUNTRIES_TEXT = """
afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh
belarus belgium bolivia bosnia brazil britain bulgaria burundi cambodia cameroon canada chad chile china
colombia congo croatia cuba cyprus denmark djibouti ecuador egypt eritrea estonia ethiopia finland france
gabon gambia georgia germany ghana greece guatemala guinea haiti honduras hungary india indonesia iran
iraq ireland israel italy jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia
lebanon liberia libya lithuania malawi malaysia mali malta mauritania mexico moldova mongolia morocco
mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan panama paraguay
peru philippines poland portugal qatar romania russia rwanda senegal serbia somalia spain sudan sweden
switzerland syria taiwan tajikistan tanzania thailand togo tunisia turkey turkmenistan uganda ukraine
uruguay uzbekistan venezuela vietnam yemen zambia zimbabwe
"""
#: States; the network takes a few of them for first names, and others for the bodies that govern them.
COUNTRIES = frozenset(
    [
        *_COUNTRIES_TEXT.split(),
        "us",
        "u.s",
        "usa",
        "uk",
        "u.k",
        "united states",
        "united kingdom",
        "saudi arabia",
    ]
)
#: A rank or form of address by itself is no name.
_TITLES_TEXT = """
adm admiral brig brigadier capt captain cmdr col colonel commander cpl dr gen general imam judge lt
lieutenant maj major mr mrs ms mullah pfc president prof pvt rev secretary sen sgt sergeant sheikh sir spc
"""
TITLES = frozenset(_TITLES_TEXT.split())

#: Names that are a people in one breath and a state's body in the next ("the Israelis say") stay a people.
_PLURALS = frozenset(word + "s" for word in PEOPLES)

#: Types of aircraft, ships and vehicles: letters, hyphen, number.
_VEHICLE_CODES = (
    r"[FB]-\d{1,3}[A-Z]?|[FB]\d\d[A-Z]?|[AC]-?\d{2,3}[A-Z]?|[AK]C-?\d{2,3}[A-Z]?|MQ-?\d{1,2}[A-Z]?|RQ-?\d{1,3}[A-Z]?",
    r"[AU]H-?\d{1,2}[A-Z]?|CH-?\d\d[A-Z]?|M[iI]G-?\d\d[A-Z]*|S[uU]-?\d\d[A-Z]*|T[uU]-?\d{2,3}[A-Z]*|M[iI]-\d{1,2}[A-Z]*",
    r"K[aA]-\d\d|T-?[5-9]\d[A-Z]?|M1A[12]|BMP-?\d?|BTR-?\d*|MRAP|APC|V-22|P-[38][A-Z]?|E-[238][A-Z]?|U-2|I[lL]-?\d\d",
    r"A[nN]-\d{2,3}|S[hH][aA][hH][eE][dD]-?\d*",
)
_WEAPON_CODES = (
    r"AK-?(?:47|74|M)|M-?(?:16|4)|RPG(?:-?\d{1,2})?|IED|VBIED|SVBIED|AGM-?\d+[A-Z]?|GBU-?\d+(?:/?[A-Z])?|PK[MC]|DShK|JDAM",
    r"MANPADS?|ICBM|SAM-?\d*|SA-\d+|S-[2-4]00|ATGM|TNT|C-4|EFP|HIMARS|M777|9K\d+|R-\d{2,3}",
)
_VEHICLE_CODE, _WEAPON_CODE = (
    re.compile(rf"^(?:{'|'.join(codes)})[sS]?$") for codes in (_VEHICLE_CODES, _WEAPON_CODES)
)
_VEHICLES_TEXT = """
abrams apache blackhawk chinook cobra globemaster hercules hind humvee humvees hmmwv osprey predator
raptor reaper stryker tornado typhoon harrier hornet warthog eurofighter rafale mirage sentinel bradley
leopard challenger bayraktar
"""
VEHICLES = frozenset(_VEHICLES_TEXT.split())
_WEAPONS_TEXT = """
grad hellfire javelin kalashnikov kalashnikovs katyusha katyushas milan novichok patriot qassam sarin scud
scuds semtex stinger stingers tomahawk tomahawks tow tnt brimstone kornet iskander kinzhal
"""
WEAPONS = frozenset(_WEAPONS_TEXT.split())
#: Nouns that head a mention of a weapon; singular, as lemmas.
_WEAPON_NOUNS_TEXT = """
ammunition ammo anthrax armament arms artillery bayonet bomb bomblet bullet cannon cartridge dagger
detonator device dynamite explosive firearm firebomb fuse grenade gun handgun howitzer knife landmine
launcher machete machinegun mine missile mortar munition napalm ordnance pistol projectile revolver rifle
rocket sarin shell shotgun shrapnel submunition sword torpedo warhead weapon weaponry
"""
WEAPON_NOUNS = frozenset(_WEAPON_NOUNS_TEXT.split())
#: Nouns that head a mention of a vehicle or military platform.
_VEHICLE_NOUNS_TEXT = """
aircraft airliner airplane ambulance apc armor armour battleship bicycle bike boat bulldozer bus
cab car carrier convoy corvette cruiser destroyer dinghy drone excavator ferry fighter-jet frigate gunboat
gunship helicopter humvee jeep jet jetliner lorry minibus minivan moped motorbike motorcade motorcycle
pickup plane ship speedboat submarine suv tank tanker taxi trawler truck uav van vehicle vessel warplane
warship yacht
"""
VEHICLE_NOUNS = frozenset(_VEHICLE_NOUNS_TEXT.split())
#: Last words of a place name, or nouns for a place, that make it a facility.
_FACILITY_NOUNS_TEXT = """
airbase airfield airport airstrip arena barracks base bridge building bunker camp cathedral cemetery
checkpoint church clinic college compound courthouse crossing dam depot embassy factory field funeral-hall
garrison gate harbor harbour hall headquarters hospital hotel house jail madrassa madrasa mall market
monastery mosque museum outpost palace plant port pipeline prison refinery road school shrine square
stadium station store street synagogue temple terminal theater theatre tower tunnel university warehouse
"""
FACILITY_NOUNS = frozenset(_FACILITY_NOUNS_TEXT.split())


@lru_cache(maxsize=1 << 15)
def is_people(word: str) -> bool:
    """Whether a word names a people, nationality or faith ("Sunni", "Iraqis", "Frenchmen")."""
    low = word.lower().replace("’", "'").removesuffix(".")
    return low in PEOPLES or low in _PLURALS or (low.endswith("men") and low[:-3] + "man" in PEOPLES)


@lru_cache(maxsize=1 << 15)
def thing_of(name: str) -> str | None:
    """WEAPON or VEHICLE if a name is one by its form or by list ("AK-47", "MQ-9", "Humvee"), else None."""
    if _WEAPON_CODE.match(name):
        return "WEAPON"
    if _VEHICLE_CODE.match(name):
        return "VEHICLE"
    low = name.lower()
    if name[:1].isupper():
        if low in WEAPONS:
            return "WEAPON"
        if low in VEHICLES:
            return "VEHICLE"
    return None
