"""Word lists that split the network's broad types into ours: peoples, weapons, vehicles, facilities.

The corpora that the network learnt from have no such types, or a few dozen examples. These are closed or
slowly growing sets, so lists say them more surely.
"""

from __future__ import annotations

import re

#: Peoples, nationalities and faiths, as adjective or noun, singular.
_PEOPLES_TEXT = """
afghan african albanian alawite alawi algerian american angolan arab arabian argentine argentinian
armenian asian assyrian australian austrian azerbaijani azeri bahraini baloch baluch bangladeshi basque
belarusian belgian bengali berber bolivian bosnian brazilian british briton bulgarian burmese burundian
cambodian cameroonian canadian catalan catholic chadian chaldean chechen chilean chinese christian
circassian colombian comorian congolese coptic copt crimean croat croatian cuban cypriot czech dagestani
dane danish darfuri dinka djiboutian druze dutch ecuadorian egyptian emirati english englishman eritrean
estonian ethiopian european filipino finn finnish flemish french frenchman fulani gabonese gambian gazan
georgian german ghanaian greek guatemalan guinean haitian hausa hazara hindu honduran houthi
hungarian hutu icelandic igbo indian indonesian ingush iranian iraqi irish irishman ismaili israeli
italian ivorian japanese jew jewish jordanian kabyle kashmiri kazakh kenyan korean kosovan kosovar kurd
kurdish kuwaiti kyrgyz lao laotian latvian lebanese liberian libyan lithuanian macedonian malagasy
malawian malaysian malian maltese maronite mauritanian mexican moldovan mongolian montenegrin moor
moroccan mozambican muslim moslem namibian nepalese nepali nicaraguan nigerian nigerien norwegian nubian
nuer omani oromo orthodox ossetian ottoman pakistani palestinian panamanian paraguayan pashtun pashto
persian peruvian polish pole portuguese protestant punjabi qatari rohingya romanian russian rwandan
sahrawi salafi salafist salvadoran saudi scottish scot senegalese serb serbian shia shiite shi'ite shi'a
sikh sindhi sinhalese slav slovak slovenian somali somalian spaniard spanish sudanese sufi sunni swede
swedish swiss syrian taiwanese tajik tamil tanzanian tatar thai tibetan tigrayan togolese tuareg tunisian
turk turkish turkmen tutsi ugandan uighur uyghur ukrainian uzbek venezuelan vietnamese wahhabi welsh
yazidi yezidi yemeni yemenite zaidi zambian zimbabwean zulu
"""
PEOPLES = frozenset(_PEOPLES_TEXT.split())

#: Names that are a people in one breath and a state's body in the next ("the Israelis say") stay a people.
_PLURALS = frozenset(word + "s" for word in PEOPLES)

#: Types of aircraft, ships and vehicles: letters, hyphen, number.
_VEHICLE_CODE = re.compile(
    r"^(?:[FB]-?\d{1,3}[A-Z]?s?|[ACK]C?-?1?\d0[A-Z]?s?|MQ-?\d{1,2}[A-Z]?s?|RQ-?\d{1,3}[A-Z]?s?|[AU]H-?\d{1,2}[A-Z]?s?"
    r"|CH-?\d\d[A-Z]?s?|MiG-?\d\d[A-Z]*s?|Su-?\d\d[A-Z]*s?|Tu-?\d{2,3}[A-Z]*s?|Mi-?\d{1,2}[A-Z]*s?|Ka-?\d\d|T-?[5-9]\d[A-Z]?s?"
    r"|M1A?1?A?[12]?s?|BMP-?\d?s?|BTR-?\d*s?|MRAPs?|APCs?|V-22s?|P-[38][A-Z]?s?|E-[238][A-Z]?s?|U-2s?|IL-?\d\d|An-?\d{2,3}"
    r"|Shahed-?\d*s?)$",
    re.IGNORECASE,
)
_WEAPON_CODE = re.compile(
    r"^(?:AK-?(?:47|74|M)s?|M-?(?:16|4)s?|RPG(?:-?\d{1,2})?s?|IEDs?|VBIEDs?|SVBIEDs?|AGM-?\d+[A-Z]?|GBU-?\d+(?:/?[A-Z])?|PK[MC]s?"
    r"|DShK|JDAMs?|MANPADS?|ICBMs?|SAM-?\d*s?|SA-\d+s?|S-[2-4]00s?|ATGMs?|TNT|C-4|EFPs?|HIMARS|M777s?|9K\d+|R-\d{2,3})$"
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
aircraft airliner airplane ambulance apc armor armour battleship bicycle bike boat bomber bulldozer bus
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


def is_people(word: str) -> bool:
    """Whether a word names a people, nationality or faith ("Sunni", "Iraqis", "Frenchmen")."""
    low = word.lower().replace("’", "'").removesuffix(".")
    return low in PEOPLES or low in _PLURALS or (low.endswith("men") and low[:-3] + "man" in PEOPLES)


def thing_of(name: str) -> str | None:
    """WEAPON or VEHICLE if a name is one by its form or by list ("AK-47", "MQ-9", "Humvee"), else None."""
    if _WEAPON_CODE.match(name):
        return "WEAPON"
    if _VEHICLE_CODE.match(name) and any(char.isdigit() or char.isupper() for char in name):
        return "VEHICLE"
    low = name.lower()
    if name[:1].isupper():
        if low in WEAPONS:
            return "WEAPON"
        if low in VEHICLES:
            return "VEHICLE"
    return None
