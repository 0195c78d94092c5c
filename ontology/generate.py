"""Writes what follows from the ontology: ``kg/vocab.py`` and ``ontology/weapons.ttl``.

Run ``python ontology/generate.py`` after every change of ``ontology.ttl``, ``vocab.ttl`` or the weapon table;
a test compares the files with what this would write.
"""

from __future__ import annotations

import keyword
import sys
from pathlib import Path

from rdflib import RDF, SKOS, Graph, Literal, URIRef
from rdflib.namespace import OWL, RDFS

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from kg.knowledge.weapons import Weapons  # noqa: E402

ONTOLOGY = ROOT / "ontology"

KGC = "https://w3id.org/kg-conflict/ont#"
KGV = "https://w3id.org/kg-conflict/voc#"

_HEADER = '''"""The ontology's terms and value lists as closed namespaces: an unknown term raises an error.

Generated from ``ontology/`` by ``python ontology/generate.py``; do not edit.
"""

# ruff: noqa: N815

from __future__ import annotations

from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace

ONTOLOGY_VERSION = "{version}"


class KGC(DefinedNamespace):
    """Classes and properties."""

    _NS = Namespace("{kgc}")
    _fail = True

{terms}

class KGV(DefinedNamespace):
    """Value lists that are fixed in a version; weapons are open-ended and not listed here."""

    _NS = Namespace("{kgv}")
    _fail = True
    _extras = [  # noqa: RUF012
{extras}
    ]

{schemes}

class NIF(DefinedNamespace):
    """The terms of the NLP Interchange Format that mentions use."""

    _NS = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
    _fail = True

    anchorOf: URIRef
    beginIndex: URIRef
    endIndex: URIRef
    referenceContext: URIRef


EVENT_CLASSES: dict[str, int] = {{
{classes}
}}
"""Classes of events by local name, with their depth below Event: the larger, the more specific."""

# As attributes outright: rdflib would look each up by its name again and again, a tenth of what writing a graph takes.
for _space in (KGC, KGV, NIF):
    for _name in vars(_space)["__annotations__"]:
        setattr(_space, _name, _space[_name])
'''


def _local(term: URIRef, namespace: str) -> str:
    return str(term).removeprefix(namespace)


def _terms(graph: Graph, namespace: str, kinds: tuple[URIRef, ...]) -> list[str]:
    found = {s for kind in kinds for s in graph.subjects(RDF.type, kind) if isinstance(s, URIRef)}
    return sorted(_local(s, namespace) for s in found if s.startswith(namespace))


def _annotations(graph: Graph, namespace: str, names: list[str]) -> str:
    lines = []
    for name in names:
        definition = graph.value(URIRef(namespace + name), SKOS.definition)
        comment = "" if definition is None else f"  # {definition}"
        line = f"    {name}: URIRef{comment}"
        lines.append(line if len(line) <= 110 else line[:107].rsplit(" ", 1)[0] + " ...")
    return "\n".join(lines) + "\n"


def _depths(graph: Graph) -> dict[str, int]:
    """Every class of events with the length of its longest way up to Event."""
    depths = {"Event": 0}
    level = {URIRef(KGC + "Event")}
    depth = 0
    while level:
        depth += 1
        level = {s for c in level for s in graph.subjects(RDFS.subClassOf, c) if isinstance(s, URIRef)}
        depths |= {_local(c, KGC): depth for c in level}
    return dict(sorted(depths.items()))


def vocab_module() -> str:
    """The source text of ``kg/vocab.py``."""
    ontology = Graph().parse(ONTOLOGY / "ontology.ttl")
    lists = Graph().parse(ONTOLOGY / "vocab.ttl")
    terms = _terms(ontology, KGC, (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty))
    schemes = _terms(lists, KGV, (SKOS.ConceptScheme,))
    concepts = _terms(lists, KGV, (SKOS.Concept,))
    if bad := [t for t in terms + schemes if not t.isidentifier() or keyword.iskeyword(t)]:
        raise ValueError(f"not usable as Python names: {bad}")
    return _HEADER.format(
        version=ontology.value(URIRef(KGC.removesuffix("#")), OWL.versionInfo),
        kgc=KGC,
        kgv=KGV,
        terms=_annotations(ontology, KGC, terms),
        extras="\n".join(f'        "{c}",' for c in concepts),
        schemes=_annotations(lists, KGV, schemes),
        classes="\n".join(f'    "{name}": {depth},' for name, depth in _depths(ontology).items()),
    )


def weapon_concepts() -> str:
    """The weapon scheme's concepts in Turtle, from the table that the extraction uses too."""
    graph = Graph(bind_namespaces="none")
    graph.bind("kgv", KGV)
    graph.bind("skos", str(SKOS))
    for weapon in Weapons.load():
        concept = URIRef(KGV + weapon.id)
        graph.add((concept, RDF.type, SKOS.Concept))
        graph.add((concept, SKOS.inScheme, URIRef(KGV + "Weapon")))
        graph.add((concept, SKOS.prefLabel, Literal(weapon.label, lang="en")))
        for alias in weapon.aliases:
            graph.add((concept, SKOS.altLabel, Literal(alias, lang="en")))
        if weapon.broader:
            graph.add((concept, SKOS.broader, URIRef(KGV + weapon.broader)))
    note = "# Generated from kg/knowledge/data/weapons.tsv by `python ontology/generate.py`; do not edit.\n\n"
    return note + graph.serialize(format="turtle").rstrip() + "\n"


def reference() -> str:
    """The reference of all terms, for the documentation."""
    graph = Graph().parse(ONTOLOGY / "ontology.ttl")
    lists = Graph().parse(ONTOLOGY / "vocab.ttl")
    version = graph.value(URIRef(KGC.removesuffix("#")), OWL.versionInfo)
    lines = [
        "# Reference of the ontology",
        "",
        f"Version {version}, namespace `{KGC}` (prefix `kgc:`), value lists `{KGV}` (prefix `kgv:`). Generated from",
        "`ontology/` by `python ontology/generate.py`; [the graph](ontology.md) explains how the terms work together.",
        "",
        "## Classes",
        "",
        "| class | what it is | kind of |",
        "|---|---|---|",
    ]
    for name in _terms(graph, KGC, (OWL.Class,)):
        node = URIRef(KGC + name)
        lines.append(f"| `{name}` | {_said(graph, node)} | {_names(graph, node, RDFS.subClassOf)} |")
    lines += ["", "## Properties", "", "| property | what it says | of | value | kind of |", "|---|---|---|---|---|"]
    for name in _terms(graph, KGC, (OWL.ObjectProperty, OWL.DatatypeProperty)):
        node = URIRef(KGC + name)
        parts = (_names(graph, node, term) for term in (RDFS.domain, RDFS.range, RDFS.subPropertyOf))
        lines.append(f"| `{name}` | {_said(graph, node)}{_nature(graph, node)} | {' | '.join(parts)} |")
    lines += ["", "## Value lists", ""]
    for scheme in _terms(lists, KGV, (SKOS.ConceptScheme,)):
        concepts = sorted(_local(c, KGV) for c in lists.subjects(SKOS.inScheme, URIRef(KGV + scheme)))  # type: ignore[arg-type]
        lines += [f"### {scheme}", "", _said(lists, URIRef(KGV + scheme)), ""]
        lines += [f"- `{name}`: {_said(lists, URIRef(KGV + name))}" for name in concepts]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _said(graph: Graph, node: URIRef) -> str:
    """Definition and scope note on one line of a table."""
    texts = [graph.value(node, SKOS.definition), graph.value(node, SKOS.scopeNote)]
    if texts[0] is None:
        texts[0] = graph.value(node, SKOS.prefLabel)
    return " ".join(str(text).replace("|", "\\|") for text in texts if text is not None)


def _names(graph: Graph, node: URIRef, predicate: URIRef) -> str:
    found = sorted(str(value) for value in graph.objects(node, predicate) if isinstance(value, URIRef))
    return ", ".join(
        f"`{name.removeprefix(KGC).replace('http://www.w3.org/2001/XMLSchema#', 'xsd:')}`" for name in found
    )


def _nature(graph: Graph, node: URIRef) -> str:
    """What a reasoner makes of a property beyond its place among others."""
    parts = []
    kinds = set(graph.objects(node, RDF.type))
    for kind, word in (
        (OWL.TransitiveProperty, "transitive"),
        (OWL.SymmetricProperty, "symmetric"),
        (OWL.IrreflexiveProperty, "irreflexive"),
    ):
        if kind in kinds:
            parts.append(word)
    parts += [f"inverse of {_names(graph, node, OWL.inverseOf)}"] if graph.value(node, OWL.inverseOf) else []
    for chain in graph.objects(node, OWL.propertyChainAxiom):
        steps = " then ".join(f"`{_local(step, KGC)}`" for step in graph.items(chain))  # type: ignore[arg-type]
        parts.append(f"follows from {steps}")
    return f" *({'; '.join(parts)})*" if parts else ""


def main() -> None:
    """Write the generated files."""
    (ROOT / "docs" / "ontology-reference.md").write_text(reference(), encoding="utf-8")
    (ROOT / "kg" / "vocab.py").write_text(vocab_module(), encoding="utf-8")
    (ONTOLOGY / "weapons.ttl").write_text(weapon_concepts(), encoding="utf-8")


if __name__ == "__main__":
    main()
