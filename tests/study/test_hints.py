"""Hints come from weak to strong and never are the whole answer."""

from quiz.model import Blank, Cloze, Provenance
from quiz.study.hints import Hint, hints


def stages(answer: str, hint: str = "", section: tuple[str, ...] = ()) -> list[Hint]:
    blank = Blank(2, 2 + len(answer), answer, hint=hint)
    return list(hints(Cloze("q", f"推动{answer}。", (blank,), provenance=Provenance(section)), blank))


def test_the_stages_of_a_blank() -> None:
    assert stages("高质量发展", section=("一、经济", "（一）目标")) == [
        Hint("context", "一、经济 › （一）目标"),
        Hint("length", "5"),
        Hint("first", "高"),
        Hint("initials", "gzlfz"),
    ]
    assert stages("高质量发展", hint="与速度相对")[0] == Hint("context", "与速度相对")


def test_nothing_that_is_the_answer_or_says_nothing() -> None:
    assert stages("高", section=("走得更高",)) == [Hint("length", "1"), Hint("initials", "g")]
    assert stages("5%") == [Hint("length", "2"), Hint("first", "5")]
