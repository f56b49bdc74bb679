"""Traditional and Simplified script are told apart and brought together."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.language.script import fold_script, is_traditional, to_simplified


@pytest.mark.parametrize(
    "text",
    [
        "我们要发展经济，着力改善民生。",
        "成效显著",
        "店名写作“書畫閣”，开业以来生意兴隆，顾客盈门。",
        "陶喆和刘玥负责这项工作。",  # rare characters of names are in Big5 only
        "人民",
        "2035",
        "plain English",
        "",
    ],
)
def test_simplified_or_neutral_text_is_not(text: str) -> None:
    assert not is_traditional(text)


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("著力", "着力"),
        ("成效顯著", "成效显著"),
        ("肩負著責任", "肩负着责任"),
        ("著名的著作", "著名的著作"),
        ("以後的皇后", "以后的皇后"),
        ("乾隆年間很乾淨", "乾隆年间很干净"),
        ("信息網絡", "信息网络"),  # the words stay as they are
    ],
)
def test_conversion_goes_by_word(traditional: str, simplified: str) -> None:
    assert to_simplified(traditional) == simplified


@given(st.text(alphabet=st.sampled_from("著顯發展後乾淨，。a1 \n\0\ud800𠮷國网") | st.characters(), max_size=30))
@settings(max_examples=300, deadline=None)
def test_conversion_keeps_every_offset_and_never_fails(text: str) -> None:
    assert len(to_simplified(text)) == len(text)


@pytest.mark.parametrize("text", ["成效显著", "著名著作", "走着", "什么", "干部群众", "论著、译著、专著", "卓著"])
def test_folding_leaves_simplified_text_alone(text: str) -> None:
    assert fold_script(text) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("著力提升", "着力提升"),
        ("肩负著", "肩负着"),  # what a converter by character leaves
        ("肩負著", "肩负着"),
        ("以後", "以后"),
        ("由於", "由于"),
        ("顯著成效", "显著成效"),
        ("什麼", "什么"),
        ("高質量發展", "高质量发展"),
        ("科学发展觀", "科学发展观"),  # one character from another keyboard
    ],
)
def test_two_spellings_of_a_word_fold_alike(one: str, other: str) -> None:
    assert fold_script(one) == fold_script(other)


def test_simplified_text_never_loads_the_converter() -> None:
    folding = "from quiz.language.script import fold_script as fold; fold('成效显著')"
    program = f"import sys; {folding}; sys.exit('opencc' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
