"""The segmenter knows words that its dictionary is too old for."""

import pytest

from quiz.language.words import WORDS, is_word, tag

NEW = [word for line in WORDS.read_text(encoding="utf-8").splitlines() if line[0] != "#" for word in line.split()[1:]]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("建设宜居宜业和美乡村，", "和美"),
        ("推进紧密型医联体建设。", "医联体"),
        ("坚持惠民生和促消费紧密结合。", "促消费"),
        ("加大强农惠农富农支持力度。", "强农惠农富农"),
    ],
)
def test_a_new_word_is_not_cut_nor_joined_to_its_neighbour(text: str, word: str) -> None:
    assert word in [token.text for token in tag(text)]


def test_every_new_word_is_known_once_and_stands_whole() -> None:
    assert len(NEW) == len(set(NEW))
    assert all(is_word(word) for word in NEW)
    assert [word for word in NEW if word not in [token.text for token in tag(f"要{word}。")]] == []
