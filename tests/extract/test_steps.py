"""Work that goes through its steps together with other work."""

from kg.extract.steps import Steps, finished, together


def test_no_step_begins_before_all_have_done_the_one_before() -> None:
    done: list[str] = []

    def work(name: str) -> Steps[str]:
        done.append(f"{name}1")
        yield
        done.append(f"{name}2")
        yield
        return name

    assert list(together([work("a"), work("b"), work("c")])) == ["a", "b", "c"]
    assert done == ["a1", "b1", "c1", "a2", "b2", "c2"]


def test_work_alone_is_finished_in_one_go() -> None:
    def work() -> Steps[int]:
        yield
        return 3

    assert finished(work()) == 3
    assert list(together([])) == []
