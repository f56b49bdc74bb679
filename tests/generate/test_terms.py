"""The report's own terms are found whole: what it repeats, and the institutions it names."""

from quiz.generate.candidates import mark
from quiz.generate.phrases import Context, key_phrases
from quiz.generate.terms import find_terms


def found(*sentences: str) -> list[list[tuple[str, str]]]:
    marked = [mark(sentence) for sentence in sentences]
    terms = find_terms(marked)
    return [[(one.text[start:end], kind) for start, end, kind in terms.inside(one)] for one in marked]


def test_a_formulation_used_twice_is_a_term_and_one_used_once_is_none() -> None:
    assert found("推进湿地保护修复要慢慢来。", "今年的湿地保护修复见了成效。", "绿色产业刚刚起步。") == [
        [("湿地保护修复", "repeated")],
        [("湿地保护修复", "repeated")],
        [],
    ]


def test_a_piece_that_stands_only_inside_a_longer_term_is_none() -> None:
    marked = [mark("推进湿地保护修复要久久为功。"), mark("今年的湿地保护修复见了成效。")]
    assert set(find_terms(marked).repeated) == {"湿地保护修复"}


def test_a_piece_that_also_stands_alone_is_a_term_of_its_own() -> None:
    sentences = ["推进湿地保护修复要久久为功。", "今年的湿地保护修复见了成效。", "湿地保护人人有责。"]
    assert set(find_terms(map(mark, sentences)).repeated) == {"湿地保护修复", "湿地保护"}


def test_an_institution_runs_from_its_owner_to_what_it_is() -> None:
    assert found("国家湿地监测中心设在青禾。", "人人都爱去学习中心看书。") == [
        [("国家湿地监测中心", "institution")],
        [],
    ]


def test_a_wording_of_the_field_that_ends_inside_a_word_is_no_term() -> None:
    found = [find_terms([]).inside(mark(f"村长是第一责任{end}")) for end in ("人。", "。")]
    assert found == [[], [(3, 7, "formulation")]]


def test_a_wording_of_the_field_with_a_suffix_behind_it_is_no_term() -> None:
    found = [find_terms([]).inside(mark(f"村民学习毛泽东思想{end}。")) for end in ("库", "")]
    assert found == [[], [(4, 9, "formulation")]]


def test_a_wording_of_the_field_in_a_longer_word_is_no_term_unless_that_is_its_verb() -> None:
    def terms(sentence: str) -> list[tuple[int, int, str]]:
        return find_terms([]).inside(mark(sentence))

    assert terms("参观长城博物馆。") == terms("要推动更高水平开放。") == terms("要实事求是地发言。") == []
    assert terms("要推进改革开放。") == [(3, 7, "formulation")]


def test_a_wording_of_the_field_is_not_asked_out_of_a_title() -> None:
    marked = mark("要落实《法治社会建设实施纲要（2020—2025年）》，村民都来学法治社会。")
    asked = {(phrase.text, phrase.start) for phrase in key_phrases(marked, Context(find_terms([])))}
    assert not {start for text, start in asked if text == "法治社会" and start < 20}
