"""Names last from build to build, whatever reports come and go."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import KnowledgeError
from kg.model import Reading
from kg.resolve import Action, Correction, Memory, Node, Resolution, Verdict, resolution, resolve
from kg.resolve.clusters import Clusters
from kg.resolve.ledger import Ledger, lines, parse
from tests.resolve.test_corrections import ONE, THREE, TWO, people, report
from tests.resolve.test_properties import readings


def written(found: Resolution, memory: Memory | None = None) -> Ledger:
    """What is read back from the file of a resolution."""
    text = b"".join(lines(found, memory or Memory())).decode()
    return parse(text.split("\n"), "judgements.jsonl")


def step_by_step(batches: list[list[Reading]]) -> list[Resolution]:
    """Resolutions one after the other, each with what the file of the one before remembers."""
    memory, found = Memory(), []
    for batch in batches:
        found.append(resolution(batch, memory=memory))
        memory = written(found[-1], memory).memory
    return found


def test_a_thing_keeps_its_name_without_the_report_that_gave_it() -> None:
    bakery = [report("one", "", "2022-03-04"), report("two", "", "2022-03-05")]
    both, rest, again = step_by_step([[ONE, TWO, *bakery], [TWO, bakery[1]], [ONE, TWO, *bakery]])
    assert {e.key for e in rest.graph.events} <= {e.key for e in both.graph.events}
    assert people(rest.graph).keys() == {"Sameer Qandeel"}
    assert set(people(rest.graph).values()) == set(people(both.graph).values())
    assert again.graph == both.graph


def test_a_document_that_goes_by_another_name_keeps_what_it_tells_of() -> None:
    bakery = report("one", "", "2022-03-04")
    moved = replace(bakery, document=replace(bakery.document, id="folder/one"))
    before, after = step_by_step([[bakery], [moved]])
    assert resolve([bakery]).events[0].key != resolve([moved]).events[0].key
    assert before.graph.events[0].key == after.graph.events[0].key
    both = step_by_step([[bakery], [bakery, moved]])[-1].graph
    assert {event.key for event in before.graph.events} <= {event.key for event in both.events}


def test_an_earlier_namesake_does_not_take_over_a_name() -> None:
    late = report("late", "Muhammad Ali", "2019-03-04")
    early = report("early", "Muhammad Ali", "2012-03-04")
    before, after = step_by_step([[late], [early, late]])
    assert set(people(before.graph).values()) < set(after.names.values())
    (ali,) = people(before.graph).values()
    assert {node.document for node, key in after.names.items() if key == ali} == {
        node.document for node, key in before.names.items() if key == ali
    }


def test_a_merger_leaves_a_pointer_for_good_and_a_split_takes_the_name_back() -> None:
    one, other = report("one", "Samir Qandil", "2022-03-04"), report("two", "Samir Qandil", "2022-09-04")
    apart = resolution([one, other])
    first, second = sorted({key for key in apart.names.values() if key.startswith("person-")})
    merge = Correction(Action.MERGE, (first, second))
    memory = written(apart).memory
    merged = resolution([one, other], [merge], memory)
    assert merged.graph.replaced[second] == first
    memory = written(merged, memory).memory
    later = resolution([one, other, THREE], [merge], memory)
    assert later.graph.replaced[second] == first
    memory = written(later, memory).memory
    without = resolution([one, other, THREE], memory=memory)
    assert {first, second} <= set(people(without.graph).values()) | set(without.names.values())
    assert second not in without.graph.replaced


def test_a_pointer_leads_nowhere_when_the_thing_is_gone() -> None:
    before = resolution([ONE, THREE])
    one, other = people(before.graph)["Samir Qandil"], people(before.graph)["Pavel Ruzek"]
    memory = written(resolution([ONE, THREE], [Correction(Action.MERGE, (one, other))], written(before).memory)).memory
    assert resolution([report("four", "Ingrid Halvorsen", "2022-03-04")], memory=memory).graph.replaced == {}


def test_the_file_is_the_same_for_the_same_resolution_and_holds_the_doubts() -> None:
    doubtful = [report("one", "Muhammad Ali", "2022-03-04"), report("two", "Mohammed Aly", "2022-05-04")]
    text = list(lines(resolution(doubtful), Memory()))
    assert text == list(lines(resolution(reversed(doubtful)), Memory()))
    assert all(json.loads(line) for line in text)
    pairs = [pair for pair in written(resolution(doubtful)).pairs if pair.verdict is Verdict.UNSURE]
    assert [{pair.left.label, pair.right.label} for pair in pairs] == [{"Muhammad Ali", "Mohammed Aly"}]
    assert all(side.words for pair in pairs for side in (pair.left, pair.right))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<rdf/>", "j.jsonl:1: not a line"),
        ('{"documents": 3}', "j.jsonl: no file of judgements"),
        ('{"file": "kg judgements", "version": 99}', "another version of kg"),
        ('{"file": "kg judgements", "version": 1}\n{"thing": "x", "told": [["d"]]}', "j.jsonl:2: not"),
        ('{"file": "kg judgements", "version": 1}\n[3]', "j.jsonl:2: not"),
    ],
)  # fmt: skip
def test_another_file_is_refused(text: str, message: str) -> None:
    with pytest.raises(KnowledgeError) as error:
        parse(text.split("\n"), "j.jsonl")
    assert message in str(error.value)


def partition(found: Resolution) -> set[frozenset[Node]]:
    """Which nodes are one thing, whatever it is called."""
    things: dict[str, set[Node]] = {}
    for node, key in found.names.items():
        things.setdefault(key, set()).add(node)
    return {frozenset(nodes) for nodes in things.values()}


@settings(max_examples=25)
@given(readings())
def test_clusters_are_a_function_of_the_judgements(given_readings: list[Reading]) -> None:
    found = resolution(given_readings)
    clusters = Clusters(sorted(found.names))
    for judged in written(found).judgements:
        if judged.verdict is Verdict.SAME:
            clusters.unite(judged.left, judged.right)
    assert {frozenset(cluster) for cluster in clusters} == partition(found)


@settings(max_examples=25)
@given(readings(), st.randoms(use_true_random=False))
def test_one_by_one_equals_at_once(given_readings: list[Reading], random: object) -> None:
    shuffled = list(given_readings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    last = step_by_step([shuffled[:number] for number in range(1, len(shuffled) + 1)])[-1]
    at_once = resolution(given_readings)
    assert partition(last) == partition(at_once)
    assert _verdicts(last) == _verdicts(at_once)


def _verdicts(found: Resolution) -> list[tuple[object, ...]]:
    """What is accepted of what each claim says, whatever things are called."""
    graph = found.graph
    return sorted(
        (claim.document, claim.span, [(s.predicate.value, graph.verdicts[s].value) for s in claim.statements])
        for claim in graph.claims
    )


@settings(max_examples=25)
@given(readings(), st.data())
def test_cited_names_stay_when_reports_come_and_go(given_readings: list[Reading], data: st.DataObject) -> None:
    some = data.draw(
        st.lists(st.sampled_from(given_readings), min_size=1, unique_by=lambda reading: reading.document.id)
    )
    before, after = step_by_step([some, given_readings])
    split = {key for key, nodes in _told(before).items() if len({after.names[node] for node in nodes}) > 1}
    for key, nodes in _told(before).items():
        if key not in split:
            now = after.names[next(iter(nodes))]
            assert now == key or after.graph.replaced.get(key, now) == now
            assert key not in after.names.values() or now == key


def _told(found: Resolution) -> dict[str, set[Node]]:
    told: dict[str, set[Node]] = {}
    for node, key in found.names.items():
        told.setdefault(key, set()).add(node)
    return told


def test_without_a_file_nothing_is_remembered() -> None:
    assert resolve([ONE, TWO]) == resolution([ONE, TWO], memory=Memory()).graph
    assert resolve([ONE, TWO]).replaced == {}
