"""Who speaks in a transcript is told apart from what is said, and from any other word before a colon."""

import pytest

from quiz.sources.draft import Account, Line
from quiz.sources.speakers import without_speakers


def _read(*texts: str, keep: frozenset[str] = frozenset()) -> tuple[list[str], list[str]]:
    account = Account(kept=keep)
    lines = without_speakers([Line(number, text) for number, text in enumerate(texts, 1)], account)
    assert {removal.reason for removal in account.removals} <= {"speaker"}
    return [line.text for line in lines if line.text], [removal.text for removal in account.removals]


@pytest.mark.parametrize(
    "turns",
    [
        [("主持人：", "今天请县长谈治水。"), ("记者：", "水渠修到哪里了？"), ("主持人：", "请接着说。")],
        [("【主持人】", "今天谈治水。"), ("【王水生】", "水渠修到了村口。"), ("【主持人】", "好。")],
        [("[主持人]", "今天谈治水。"), ("[网友]", "水渠修到哪里了？"), ("[主持人]", "请讲。")],
        [("问：", "水从哪里来？"), ("答：", "从山上来。"), ("问：", "够用吗？"), ("答：", "够用。")],
        [("王水生（县长）：", "先说水渠。"), ("李大河（水利局局长）：", "渠通了。"), ("赵青山：", "林也绿了。")],
        [("水利局局长王水生：", "渠通了。"), ("青禾日报记者：", "林呢？"), ("水利局局长王水生：", "绿了。")],
        [("主持人：", "欢迎大家。"), ("张镇长：", "谢谢。"), ("张镇长：", "渠通了。")],
    ],
)
def test_the_label_goes_and_the_speech_stays(turns: list[tuple[str, str]]) -> None:
    kept, gone = _read(*(label + speech for label, speech in turns))
    assert kept == [speech for _label, speech in turns]
    assert gone == [label for label, _speech in turns]


def test_a_label_may_stand_on_a_line_of_its_own() -> None:
    kept, gone = _read("主持人：", "今天谈治水。", "", "记者：", "水渠修到哪里了？", "主持人：", "到村口了。")
    assert kept == ["今天谈治水。", "水渠修到哪里了？", "到村口了。"]
    assert len(gone) == 3


@pytest.mark.parametrize(
    "lines",
    [
        ["目标：三年修好水渠。", "任务：五年种好树。", "目标：十年治好河。", "任务：管好水。"],
        ["会议指出：要治水。", "会议强调：要种树。", "会议指出：要修路。"],
        ["一是：修渠。", "二是：种树。", "三是：修路。"],
        ["注：本表不含山区。", "关键词：水渠。", "其中：新渠三十公里。", "摘要：治水有成效。"],
        ["各位代表：大家好。", "各位代表：渠通了。", "各位代表：树绿了。"],
        ["书记：主持全面工作。", "组织委员：管支部。", "宣传委员：管宣传。", "书记：管全局。"],
        ["高质量：渠要修好。", "高水平：水要管好。", "严要求：账要算好。"],
        ["主任：王水生", "副主任：李大河", "委员：赵青山"],
        ["记者：王水生", "渠通了，水来了。"],
        ["问：水从哪里来？"],
    ],
)
def test_other_words_before_a_colon_stay(lines: list[str]) -> None:
    assert _read(*lines) == (lines, [])


def test_what_the_user_keeps_is_kept() -> None:
    lines = ["问：水从哪里来？", "答：从山上来。", "问：够用吗？"]
    assert _read(*lines, keep=frozenset({"speaker"})) == (lines, [])
