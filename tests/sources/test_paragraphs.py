"""Lines that a page or a converter broke, back in one."""

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.sources.draft import Line
from quiz.sources.paragraphs import glue, rejoin

LONG = (
    "全县今年新修水渠三十公里，灌溉农田两万亩，受益农户一千二百户，粮食比上年增产三成，村民人均收入过万元，"
    "沿渠栽下的果树第一次挂果，外出务工的年轻人陆续回乡办起了合作社。"
)


def _loose(*texts: str) -> list[Line]:
    return [Line(number, text, whole=False) for number, text in enumerate(texts, 1)]


def _texts(lines: list[Line]) -> list[str]:
    return [line.text for line in lines if line.text]


def test_a_text_broken_at_a_width_is_whole_again() -> None:
    broken = [LONG[at : at + 20] for at in range(0, len(LONG), 20)]
    lines = _loose(*broken, "", "一、明年打算", *broken)
    assert _texts(list(rejoin(lines))) == [LONG, "一、明年打算", LONG]


def test_paragraphs_of_their_own_stay_apart() -> None:
    paragraphs = [LONG, "村里通了路。", LONG, "一、修路", LONG, "大家都高兴。", LONG]
    assert _texts(list(rejoin(_loose(*paragraphs)))) == paragraphs


def test_a_sentence_torn_at_its_links_is_whole_again() -> None:
    torn = _loose("县里印发了《", "青禾县治水规划", "》和《", "修路方案", "》，村村都在学。", "第二天开了会。")
    assert _texts(glue(torn)) == ["县里印发了《青禾县治水规划》和《修路方案》，村村都在学。", "第二天开了会。"]


def test_a_quotation_over_several_paragraphs_stays_in_paragraphs() -> None:
    lines = _loose("老人说：“从前这里没有水。", "“后来修了渠。", "“如今家家有水。”")
    assert _texts(glue(lines)) == [line.text for line in lines]


@given(st.lists(st.text(st.sampled_from("水渠好“”《》（），。、a"), max_size=30), max_size=30))
@settings(max_examples=200, deadline=None)
def test_no_character_is_lost_or_moved(texts: list[str]) -> None:
    lines = _loose(*texts)
    whole = "".join(texts)
    assert "".join(line.text for line in glue(lines)).replace(" ", "") == whole
    assert "".join(line.text for line in rejoin(lines)).replace(" ", "") == whole
