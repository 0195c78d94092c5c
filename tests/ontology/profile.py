"""Whether an ontology is in the OWL 2 RL profile: everything it states must be of a kind that the profile knows.

After https://www.w3.org/TR/owl2-profiles/#OWL_2_RL and, for what holds of all OWL 2 DL ontologies,
https://www.w3.org/TR/owl2-syntax/#Global_Restrictions_on_Axioms_in_OWL_2_DL. Class expressions are not looked into: an
ontology with any is refused, though the profile has some.
"""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import OWL, RDF, RDFS, XSD, BNode, Graph, URIRef
from rdflib.term import Node

_KINDS = frozenset({OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty})
_OBJECT_NATURES = frozenset(
    {
        OWL.FunctionalProperty,
        OWL.InverseFunctionalProperty,
        OWL.IrreflexiveProperty,
        OWL.SymmetricProperty,
        OWL.AsymmetricProperty,
        OWL.TransitiveProperty,
    }
)
_SIMPLE_ONLY = _OBJECT_NATURES - {OWL.SymmetricProperty, OWL.TransitiveProperty}
_HEADER = frozenset({OWL.versionIRI, OWL.priorVersion, OWL.backwardCompatibleWith, OWL.incompatibleWith})
_ANNOTATIONS = frozenset(
    {RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy, OWL.versionInfo, OWL.deprecated, OWL.priorVersion}
)
_NAMES = """
decimal integer nonNegativeInteger nonPositiveInteger positiveInteger negativeInteger long int short byte unsignedLong
unsignedInt unsignedShort unsignedByte string normalizedString token language Name NCName NMTOKEN boolean hexBinary
base64Binary anyURI dateTime dateTimeStamp
"""
_DATATYPES = frozenset({RDF.PlainLiteral, RDF.XMLLiteral, RDFS.Literal} | {XSD[name] for name in _NAMES.split()})


def breaches(graph: Graph) -> list[str]:
    """What of an ontology is outside the profile, in words."""
    return sorted({*_Profile(graph).statements(), *_Profile(graph).restrictions()})


class _Profile:
    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._lists = {node for node in graph.subjects(RDF.first) if isinstance(node, BNode)}

    def _is(self, node: Node, *kinds: URIRef) -> bool:
        return any((node, RDF.type, kind) in self._graph for kind in kinds)

    def statements(self) -> Iterator[str]:
        """Triples of no kind that the profile knows."""
        for triple in self._graph:
            if not self._known(*triple):
                yield " ".join(term.n3() for term in triple)

    def _known(self, subject: Node, predicate: Node, value: Node) -> bool:
        if subject in self._lists:
            return predicate == RDF.first or (predicate == RDF.rest and (value == RDF.nil or value in self._lists))
        if isinstance(subject, BNode):
            return False
        if predicate == RDF.type:
            return (
                value in _KINDS
                or value == OWL.Ontology
                or (value in _OBJECT_NATURES and self._is(subject, OWL.ObjectProperty))
                or (value == OWL.FunctionalProperty and self._is(subject, OWL.DatatypeProperty))
            )
        if predicate in (RDFS.subClassOf, OWL.equivalentClass, OWL.disjointWith):
            return self._is(subject, OWL.Class) and self._is(value, OWL.Class)
        if predicate in (RDFS.subPropertyOf, OWL.equivalentProperty, OWL.propertyDisjointWith):
            kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
            return any(self._is(subject, kind) and self._is(value, kind) for kind in kinds)
        if predicate == OWL.inverseOf:
            return self._is(subject, OWL.ObjectProperty) and self._is(value, OWL.ObjectProperty)
        if predicate == RDFS.domain:
            return self._is(subject, OWL.ObjectProperty, OWL.DatatypeProperty) and self._is(value, OWL.Class)
        if predicate == RDFS.range:
            if self._is(subject, OWL.DatatypeProperty):
                return value in _DATATYPES
            return self._is(subject, OWL.ObjectProperty) and self._is(value, OWL.Class)
        if predicate == OWL.propertyChainAxiom:
            steps = list(self._graph.items(value))
            return len(steps) > 1 and all(self._is(step, OWL.ObjectProperty) for step in (subject, *steps))
        if predicate in _HEADER and self._is(subject, OWL.Ontology):
            return True
        return predicate in _ANNOTATIONS or self._is(predicate, OWL.AnnotationProperty)

    def restrictions(self) -> Iterator[str]:
        """Where statements that the profile knows do not go together."""
        graph = self._graph
        for node in set(graph.subjects(RDF.type)):
            kinds = {kind for kind in graph.objects(node, RDF.type) if kind in _KINDS - {OWL.Class}}
            if len(kinds) > 1:
                yield f"{node}: is a property of two kinds"
        composite = set(graph.subjects(OWL.propertyChainAxiom)) | set(graph.subjects(RDF.type, OWL.TransitiveProperty))
        for node in set(composite):
            composite |= {above for above in graph.transitive_objects(node, RDFS.subPropertyOf) if above is not None}
        composite |= {other for node in composite for other in self._inverses(node)}
        for nature in sorted(_SIMPLE_ONLY):
            for node in graph.subjects(RDF.type, nature):
                if node in composite:
                    yield f"{node}: follows from chains or is transitive, so it cannot be {nature}"
        for node, other in graph.subject_objects(OWL.propertyDisjointWith):
            if {node, other} & composite:
                yield f"{node}: follows from chains or is transitive, so it cannot be disjoint"
        yield from self._circles()

    def _inverses(self, node: Node) -> set[Node]:
        return set(self._graph.objects(node, OWL.inverseOf)) | set(self._graph.subjects(OWL.inverseOf, node))

    def _circles(self) -> Iterator[str]:
        """Chains that feed themselves by way of other properties."""
        needs: dict[Node, set[Node]] = {}
        for node, chain in self._graph.subject_objects(OWL.propertyChainAxiom):
            needs.setdefault(node, set()).update(step for step in self._graph.items(chain) if step != node)
        for narrow, broad in self._graph.subject_objects(RDFS.subPropertyOf):
            needs.setdefault(broad, set()).add(narrow)
        for start in needs:
            seen: set[Node] = set()
            waiting = list(needs[start])
            while waiting:
                node = waiting.pop()
                if node == start:
                    yield f"{start}: follows from itself in a circle"
                    break
                if node not in seen:
                    seen.add(node)
                    waiting += needs.get(node, set())
