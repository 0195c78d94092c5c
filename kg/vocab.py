"""The ontology's terms and value lists as closed namespaces: an unknown term raises an error.

Generated from ``ontology/`` by ``python ontology/generate.py``; do not edit.
"""

# ruff: noqa: N815

from __future__ import annotations

from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace

ONTOLOGY_VERSION = "0.4.0"


class KGC(DefinedNamespace):
    """Classes and properties."""

    _NS = Namespace("https://w3id.org/kg-conflict/ont#")
    _fail = True

    Abduction: URIRef  # Taking of a person by force without lawful authority, including hostage-taking.
    Accusation: URIRef  # Assertion that blames another party.
    Agent: URIRef  # A person or group that can act, suffer or speak.
    AirStrike: URIRef  # Attack from an aircraft, crewed or not.
    Ambush: URIRef  # Attack from a concealed position on somebody who passes.
    ArmedClash: URIRef  # Fighting in which both sides use arms.
    Arrest: URIRef  # Capture or detention by an authority or force.
    ArsonAttack: URIRef  # Attack that sets things or people on fire.
    Assertion: URIRef  # The claimant presents the content as true.
    Attack: URIRef  # Force directed at a target, whatever the outcome.
    Attestation: URIRef  # One sentence of a document that says in passing who somebody is: a role, a ...
    Beheading: URIRef  # Execution by decapitation.
    Bombing: URIRef  # Attack with a placed or carried explosive.
    Build: URIRef  # The making of a graph from documents by a version of kg; the same inputs give the ...
    Captivity: URIRef  # Somebody is taken or held; inferred from any captive.
    CasualtyEstimate: URIRef  # A low/best/high count of one kind of people with one outcome in one event.
    Claim: URIRef  # One agent's commitment, positive or negative, to statements, as reported in one document.
    Crash: URIRef  # Aircraft, ship or vehicle is lost or damaged without another force having willed it.
    Denial: URIRef  # The claimant presents the content as false.
    Destruction: URIRef  # Things are destroyed or damaged by force, where the text tells of no attack on ...
    Document: URIRef  # A news text that was processed.
    Doubt: URIRef  # The claimant leaves the content open (unclear, uncertain, being assessed).
    DroneStrike: URIRef  # Attack by or from an uncrewed aircraft.
    Event: URIRef  # Something that at least one source says happened, is happening, or will happen.
    Execution: URIRef  # Killing of somebody held by the killer.
    Founding: URIRef  # An organisation is created.
    Group: URIRef  # A state body, force, coalition, armed group, cell, agency, organisation or unnamed ...
    GunAttack: URIRef  # Attack with hand-held firearms.
    Harassment: URIRef  # Dangerous or obstructive manoeuvre against another force, short of attack.
    Injuring: URIRef  # Event in which somebody is injured; inferred from any injured victim.
    Killing: URIRef  # Event in which somebody is killed; inferred from any fatal victim.
    Materiel: URIRef  # A drone, vehicle, building or other thing that is targeted, lost or used.
    MeleeAttack: URIRef  # Attack with blades, blows, stones or a vehicle driven into people.
    Mention: URIRef  # A character span of a document that denotes an entity or supports a claim.
    MissileStrike: URIRef  # Attack with missiles or rockets, launch platform unspecified or on the ground.
    Narrator: URIRef  # The authorial voice of one document; claimant of every claim the text does not ...
    Person: URIRef  # An individual human being.
    Place: URIRef  # A geographic place at any level of precision.
    Publication: URIRef  # Release of a video, statement or other message as an act in the story.
    Raid: URIRef  # Force enters or storms a place to attack, seize or capture there.
    Release: URIRef  # A captive goes free, is freed or escapes.
    RemoteAttack: URIRef  # Attack with a weapon that acts at a distance or on its own.
    ResponsibilityClaim: URIRef  # Assertion by or for the perpetrator of its own act.
    Shelling: URIRef  # Attack with artillery or mortars.
    ShootDown: URIRef  # Aircraft, crewed or not, is downed or fatally damaged by the act of another force.
    Statement: URIRef  # One subject-predicate-object proposition, talked about but not thereby asserted.
    SuicideBombing: URIRef  # Bombing in which the bomber intends to die.
    TargetedKilling: URIRef  # Killing of a chosen individual who is at liberty.
    TerritorialChange: URIRef  # Control of a place changes hands or is proclaimed.
    TimeSpan: URIRef  # A normalised, possibly vague date: somewhere between kgc:earliest and kgc:latest.
    ViolentEvent: URIRef  # Use or direct threat of force against people or things.
    about: URIRef  # Event or agent the claim is about (subject of its content).
    actorType: URIRef  # Kind of actor (a concept of the actor scheme).
    asOf: URIRef  # Day of which the words speak: when the document was issued, or the time that they tell ...
    basis: URIRef  # How a statement of time was derived.
    bearer: URIRef  # Person or group of whom it is said.
    best: URIRef  # Count the text states.
    builtFrom: URIRef  # Document that the build has read.
    byline: URIRef  # Who wrote the document, as its publisher states it.
    captive: URIRef  # Agent taken or held in the event.
    casualties: URIRef  # A count of people affected.
    casualtyPart: URIRef  # A count of some of the people affected, told as a part of all: nine children ...
    category: URIRef  # Kind of people counted (a concept).
    causedBy: URIRef  # The text presents the other event as the cause or motive.
    certainty: URIRef  # How sure the claimant is (a concept); absent from an attestation that the words ...
    claimant: URIRef  # Agent whose commitment it is; of a claim the narrator if nobody is named, of an ...
    confidence: URIRef  # Share in [0,1] of readings like this one that annotated reports confirm; not the ...
    content: URIRef  # Statement the claim commits to (or, for a denial, rejects).
    contradicts: URIRef  # The two claims cannot both be true (derived).
    copyOf: URIRef  # Earlier document of which this one is a copy or an excerpt, as papers make them of ...
    counterpart: URIRef  # Group in which the role is held, or country of the bearer.
    countryCode: URIRef  # ISO 3166-1 code of the country in which the place lies.
    cue: URIRef  # Reporting word of the text (denied, accused, reportedly ...).
    date: URIRef  # Finest calendar unit that surely holds the time: xsd:date, xsd:gYearMonth or xsd:gYear.
    dateBasis: URIRef  # How the date of an accepted event was derived.
    dateInferred: URIRef  # Whether the date of an accepted event rests on more than the words and the ...
    denotes: URIRef  # Entity the span refers to.
    earliest: URIRef  # First possible day (xsd:date).
    evidence: URIRef  # Text span from which the claim or attestation was read.
    expression: URIRef  # Time expression as a text has it, on the statement that normalises it.
    extractor: URIRef  # What took the kept text out of its format (a web page, a PDF file ...), with its ...
    fatalVictim: URIRef  # Agent killed in the event.
    gazetteerId: URIRef  # Identifier of the place in the gazetteer that located it.
    high: URIRef  # Highest count compatible with the text.
    inferred: URIRef  # True on a statement of time that no claim makes in so many words: it was derived.
    injuredVictim: URIRef  # Agent injured in the event.
    instant: URIRef  # Clock time as stated, with its zone (xsd:dateTime).
    issuedBasis: URIRef  # Where the issue date comes from: given, metadata, leading line, dateline, or ...
    killedBy: URIRef  # Agent who carried out the event in which this agent was killed.
    killedIn: URIRef  # Event in which the agent was killed.
    latest: URIRef  # Last possible day (xsd:date).
    latitude: URIRef  # Latitude in WGS 84 degrees.
    leaderOf: URIRef  # Leads or commands the group or a part of it.
    locatedIn: URIRef  # Place of the event or any place that contains it (derived).
    location: URIRef  # Most specific place stated for the event.
    longitude: URIRef  # Longitude in WGS 84 degrees.
    low: URIRef  # Lowest count compatible with the text.
    materialLoss: URIRef  # Thing destroyed, downed or damaged in the event.
    memberOf: URIRef  # Belongs to, serves in or works for the group.
    modelDigest: URIRef  # SHA-256 of the language model's files, or the name and version of an installed ...
    munitionsMin: URIRef  # Lower bound on munitions used.
    nationality: URIRef  # Country of which the person is a national.
    noCoordinates: URIRef  # Why the place has no coordinates.
    occurred: URIRef  # Whether the event took place at all; used in statements that affirm or deny the ...
    ofGroup: URIRef  # Side or group the counted people belong to.
    onBehalfOf: URIRef  # Group the claimant speaks for in this claim.
    outcome: URIRef  # What happened to the people counted (a concept).
    partOfGroup: URIRef  # Unit, branch, cell or member state of a larger group.
    participant: URIRef  # Agent involved in the event.
    perpetrator: URIRef  # Agent who carried out the event, alone or with others.
    precision: URIRef  # How precisely a time or place is known (a concept).
    relation: URIRef  # The property that the words put between bearer and counterpart: member of, leader ...
    repliesTo: URIRef  # Claim that this claim answers.
    reportedIn: URIRef  # Document that carries the claim.
    roleText: URIRef  # Description of the agent in the words of a text.
    rule: URIRef  # Rule or model that read the claim from the text.
    rulesDigest: URIRef  # SHA-256 of the rules and knowledge that read the documents and weighed the claims.
    saidAt: URIRef  # When the claim was made.
    sha256: URIRef  # Digest of the kept text, to which all offsets of mentions refer.
    since: URIRef  # When the role began, as the words give it (xsd:date, xsd:gYearMonth or xsd:gYear).
    sizeBest: URIRef  # Number of members of a counted group that the text states.
    sizeHigh: URIRef  # Highest number of members of a counted group that the text allows.
    sizeLow: URIRef  # Lowest number of members of a counted group that the text allows.
    softwareVersion: URIRef  # Version of kg that made the graph.
    speaksFor: URIRef  # Is an official voice of the group.
    stage: URIRef  # Accomplished, attempted, threatened or planned (a concept); absent means accomplished.
    standing: URIRef  # How the words say that the role is held: simply, newly, acting, as designate, ...
    status: URIRef  # Verdict on a statement or event over all claims seen (a concept).
    subEventOf: URIRef  # The event is part of a larger one.
    target: URIRef  # What the event was aimed at: agent, place or thing; not necessarily hit.
    time: URIRef  # When the event happened.
    unnamed: URIRef  # True where no text gives a proper name; the label is then a description in the ...
    until: URIRef  # When the role ended, as the words give it (xsd:date, xsd:gYearMonth or xsd:gYear).
    victim: URIRef  # Agent harmed by the event.
    vitalStatus: URIRef  # Dead, alive, captive, missing or unknown (a concept).
    voiceOf: URIRef  # Document whose unattributed claims the narrator makes.
    weapon: URIRef  # Weapon or weapon system used (a concept of the weapon scheme).
    within: URIRef  # The place lies inside the other place.
    wording: URIRef  # The role in the words of the text, "former", "acting" or "suspected" included.


class KGV(DefinedNamespace):
    """Value lists that are fixed in a version; weapons are open-ended and not listed here."""

    _NS = Namespace("https://w3id.org/kg-conflict/voc#")
    _fail = True
    _extras = [  # noqa: RUF012
        "accomplished",
        "aid-organisation",
        "aid-worker",
        "aid-workers",
        "alive",
        "all-people",
        "armed-group",
        "attempted",
        "captured",
        "certain",
        "children",
        "civilian",
        "civilians",
        "coalition",
        "combatants",
        "criminal-group",
        "dead",
        "external-force",
        "fate-unknown",
        "fighters",
        "government",
        "injured",
        "intelligence",
        "international-organisation",
        "journalist",
        "journalists",
        "killed",
        "medics",
        "missing",
        "monitor",
        "news-agency",
        "outlet",
        "place-area",
        "place-country",
        "place-district",
        "place-exact",
        "place-near",
        "place-province",
        "place-sea-air",
        "planned",
        "police",
        "police-officers",
        "political-party",
        "possible",
        "private-military-company",
        "probable",
        "soldiers",
        "standing-acting",
        "standing-designate",
        "standing-former",
        "standing-held",
        "standing-late",
        "standing-new",
        "standing-then",
        "state-force",
        "status-admitted",
        "status-corroborated",
        "status-discounted",
        "status-disputed",
        "status-open",
        "status-single-source",
        "threatened",
        "time-bound",
        "time-day",
        "time-days",
        "time-minute",
        "time-month",
        "time-week",
        "time-year",
        "unknown",
        "women",
    ]

    ActorType: URIRef  # Kind of actor; compare the inter codes of ACLED.
    Category: URIRef  # Which people are counted.
    Certainty: URIRef  # How sure a claimant is; notations rank from sure to unsure.
    Outcome: URIRef  # What happened to the people counted.
    Precision: URIRef  # How finely a time or place is known; notations are UCDP GED date_prec (1-5) and ...
    Stage: URIRef  # How far an act went; compare the stage of execution in MUC-4.
    Standing: URIRef  # How a text says that somebody holds a role; the first three last on the day of the ...
    Status: URIRef  # Verdict on a statement or event, over all claims seen; compare the Airwars grades of ...
    VitalStatus: URIRef  # Whether a person is alive.
    Weapon: URIRef  # Kinds of weapon and weapon systems.


class NIF(DefinedNamespace):
    """The terms of the NLP Interchange Format that mentions use."""

    _NS = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
    _fail = True

    anchorOf: URIRef
    beginIndex: URIRef
    endIndex: URIRef
    referenceContext: URIRef


EVENT_CLASSES: dict[str, int] = {
    "Abduction": 3,
    "AirStrike": 4,
    "Ambush": 3,
    "ArmedClash": 3,
    "Arrest": 3,
    "ArsonAttack": 3,
    "Attack": 2,
    "Beheading": 4,
    "Bombing": 4,
    "Captivity": 2,
    "Crash": 1,
    "Destruction": 2,
    "DroneStrike": 5,
    "Event": 0,
    "Execution": 3,
    "Founding": 1,
    "GunAttack": 3,
    "Harassment": 2,
    "Injuring": 2,
    "Killing": 2,
    "MeleeAttack": 3,
    "MissileStrike": 4,
    "Publication": 1,
    "Raid": 3,
    "Release": 1,
    "RemoteAttack": 3,
    "Shelling": 4,
    "ShootDown": 3,
    "SuicideBombing": 5,
    "TargetedKilling": 3,
    "TerritorialChange": 1,
    "ViolentEvent": 1,
}
"""Classes of events by local name, with their depth below Event: the larger, the more specific."""

# As attributes outright: rdflib would look each up by its name again and again, a tenth of what writing a graph takes.
for _space in (KGC, KGV, NIF):
    for _name in vars(_space)["__annotations__"]:
        setattr(_space, _name, _space[_name])
