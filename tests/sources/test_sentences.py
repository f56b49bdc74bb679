"""Sentences end where a reader would end them, members of an enumeration stand alone, and nothing is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.sources.sentences import split


def pieces(paragraph: str) -> list[str]:
    return [paragraph[start:end] for start, end, _marker in split(paragraph)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["水清了。", "岸绿了！", "鱼回来了？", "还没有写完"],
        ["他说：“水清了。岸绿了。”", "人们都笑了。"],
        ["“水清了。”", "他笑了。"],
        ["“水清了。”和“岸绿了！”是两句口号。"],
        ["《水经注。下》是一部书。", "（见附件。不另发）这一条要记住。"],
        ["渠长1.5公里，9:30放水。", "灌田1,000亩。"],
        ["水啊……真清。", "好！！！", "真好。"],
        ["他说“水清了，岸绿了。没有收尾"],
        ["清水润城——这是目标。", "Yahoo!公司也来了。"],
    ],
)
def test_sentences_end_at_terminals_outside_quotations(sentences: list[str]) -> None:
    assert pieces("".join(sentences)) == sentences


def test_a_quotation_never_closed_does_not_swallow_the_paragraph() -> None:
    long = "他说“" + "清水润城，绿岸成荫，" * 30 + "人人出力。"
    assert pieces(f"{long}后来的事。") == [long, "后来的事。"]


@pytest.mark.parametrize(
    ("paragraph", "members"),
    [
        (
            "要做三件事：一是清淤；二是护岸；三是植树。",
            [("要做三件事：", ""), ("一是清淤；", "一是"), ("二是护岸；", "二是"), ("三是植树。", "三是")],
        ),
        ("一要清淤，二要护岸。", [("一要清淤，", "一要"), ("二要护岸。", "二要")]),
        ("一是清淤。二是护岸。", [("一是清淤。", "一是"), ("二是护岸。", "二是")]),
        ("第一，清淤。第二，护岸。", [("第一，清淤。", "第一，"), ("第二，护岸。", "第二，")]),
        ("（一）清淤；（二）护岸。", [("（一）清淤；", "（一）"), ("（二）护岸。", "（二）")]),
        (
            "要做三件事：一是清淤。挖到河底。二是护岸。三是植树。",
            [
                ("要做三件事：", ""),
                ("一是清淤。", "一是"),
                ("挖到河底。", ""),
                ("二是护岸。", "二是"),
                ("三是植树。", "三是"),
            ],
        ),
        (
            "任务如下：（1）清淤。（2）护岸。",
            [("任务如下：", ""), ("（1）清淤。", "（1）"), ("（2）护岸。", "（2）")],
        ),
        ("有话说：一是一。二要分清。", [("有话说：一是一。", ""), ("二要分清。", "二要")]),
        ("这一是为了水，大家都懂。", [("这一是为了水，大家都懂。", "")]),
        ("他说，一是为了水，大家都懂。", [("他说，一是为了水，大家都懂。", "")]),
    ],
)
def test_members_of_an_enumeration_stand_alone(paragraph: str, members: list[tuple[str, str]]) -> None:
    assert [(paragraph[start:end], marker) for start, end, marker in split(paragraph)] == members


PROSE = st.text(
    st.sampled_from("水岸清1.5 \u3000。！？!?；：，、…“”‘’《》（）()一二三是要第") | st.characters(), max_size=60
)


@settings(max_examples=300, deadline=None)
@given(PROSE)
def test_pieces_cover_the_paragraph_in_order_but_for_blanks(paragraph: str) -> None:
    at = 0
    for start, end, marker in split(paragraph):
        piece = paragraph[start:end]
        assert not paragraph[at:start].strip()
        assert piece == piece.strip() != ""
        assert piece.startswith(marker)
        at = end
    assert not paragraph[at:].strip()
