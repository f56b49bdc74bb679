"""Pinyin glued behind a character goes; every other bracket stays."""

import pytest

from quiz.sources.pinyin import is_annotated, strip_glued

ANNOTATED = "清(qīng)水(shuǐ)绕(rào)城(de)流(liu)"


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("护(hù)岸", "护岸"),
        ("创（chuàng）新", "创新"),
        ("绿(lǜ)色的女(nǚ)儿河", "绿色的女儿河"),
        ("西安(xī'ān)城", "西安城"),
        ("河岸(hé àn )边", "河岸边"),
        ("昂(ɑ̄nɡ)扬", "昂扬"),
        ("嗯(ǹg)了一声", "嗯了一声"),
        ("堤(dī\u0300)坝", "堤坝"),
    ],
)
def test_toned_pinyin_goes(text: str, clean: str) -> None:
    stripped, taken = strip_glued(text, toneless=False)
    assert stripped == clean
    assert len(taken) == text.count("(") + text.count("（")


@pytest.mark.parametrize(
    "text", ["产值(GDP)", "如图(a)", "（一）清淤", "加入(WTO)", "岸线(A)", "（bǎ）手", "河(2024)", "江（下游）", "(hù)"]
)
def test_other_brackets_stay(text: str) -> None:
    assert strip_glued(text, toneless=True) == (text, [])


def test_toneless_pinyin_goes_only_from_an_annotated_report() -> None:
    assert strip_glued("水的(de)流", toneless=False) == ("水的(de)流", [])
    assert strip_glued("水的(de)流", toneless=True) == ("水的流", ["(de)"])


def test_three_toned_syllables_make_a_report_annotated() -> None:
    assert is_annotated(ANNOTATED)
    assert not is_annotated("清(qīng)水(shuǐ)绕(rao)城(de)")


def test_capitalised_pinyin_goes() -> None:
    assert strip_glued("重庆(Chóngqìng)市", toneless=False)[0] == "重庆市"
