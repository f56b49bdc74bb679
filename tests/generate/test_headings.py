"""What sets a heading apart from its siblings is found, what they share is not."""

from quiz.generate.headings import distinctive
from quiz.model import Report, Section


def report(*headings: tuple[str, ...]) -> Report:
    """Sections with these paths and no text."""
    sections = tuple(Section("", path[-1], len(path), 0, path, ()) for path in headings)
    return Report("r", "清水润城", "a.txt", "", sections)


def parts(*headings: tuple[str, ...]) -> dict[str, set[str]]:
    found = distinctive(report(*headings))
    return {heading: {heading[start:end] for start, end in where} for heading, where in found.items()}


def test_siblings_with_a_shared_frame_differ_in_the_middle() -> None:
    assert parts(("提升水源涵养能力",), ("提升污水处理能力",), ("提升防洪排涝能力",)) == {
        "提升水源涵养能力": {"水源涵养"},
        "提升污水处理能力": {"污水处理"},
        "提升防洪排涝能力": {"防洪排涝"},
    }


def test_clauses_are_compared_place_by_place() -> None:
    assert parts(("加强河湖保护，筑牢屏障",), ("加强湿地保护，做强产业",)) == {
        "加强河湖保护，筑牢屏障": {"河湖"},
        "加强湿地保护，做强产业": {"湿地"},
    }


def test_one_odd_sibling_does_not_hide_the_frame() -> None:
    found = parts(("提升水源涵养能力",), ("提升污水处理能力",), ("提升防洪排涝能力",), ("共建共享水文化",))
    assert found["提升污水处理能力"] == {"污水处理"}
    assert found["共建共享水文化"] == set()


def test_a_lone_heading_and_headings_of_other_families_share_nothing() -> None:
    assert parts(("提升水源涵养能力",)) == {"提升水源涵养能力": set()}
    assert parts(("甲章", "提升水源涵养能力"), ("乙章", "提升污水处理能力"))["提升水源涵养能力"] == set()


def test_a_sibling_that_shares_more_than_most_does_not_shorten_the_part() -> None:
    found = parts(("提升水源涵养能力",), ("提升水源修复能力",), ("提升污水处理能力",), ("提升防洪排涝能力",))
    assert found["提升水源涵养能力"] == {"水源涵养"}
