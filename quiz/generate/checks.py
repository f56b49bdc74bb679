"""What is weak about a finished question, by name; read from the deck alone, so hand-written ones are checked too.

The rules are those of examiners (Haladyna, Downing and Rodriguez 2002 on options; SuperMemo's on cloze items), as far
as a program can see that they are broken.
"""

import re
from collections.abc import Callable
from typing import assert_never

from quiz.generate.leads import DATED, LEANS, YEAR
from quiz.generate.rules.figures import UNIT_AHEAD
from quiz.i18n import mark
from quiz.model import Choice, Cloze, Gapped, Judge, Order, Question, Short

MAX_ANSWER, MAX_BLANKS, MAX_BLANKED = 30, 3, 0.5
MIN_STEM, MAX_STEM = 10, 260
MAX_OPTION_RATIO = 2.0
BOILERPLATE = re.compile(r"责任编辑|扫一扫|版权所有|点击下载|上一篇|下一篇|https?://|www\.")
ALL_OR_NONE = re.compile(r"^以上(?:都|皆|均|全)?(?:是|不是|对|错|正确)|^(?:都|均|皆)(?:是|不是|对|正确)$")
PLAIN_NEGATION = re.compile(r"不(?:是|能|得|应|会|必须|属于)|没有|并非")


def answer_visible(question: Question) -> bool:
    """The answer of a blank can be read in the rest of the stem or in the lead."""
    if isinstance(question, Gapped):
        rest = "\n".join([*question.pieces(), question.lead])
        return any(blank.answer in rest for blank in question.blanks)
    return any(text in question.sentence or text in question.lead for text in answers(question))


def hint_tells(question: Question) -> bool:
    """A hint holds the answer or most of it."""
    blanks = question.blanks if isinstance(question, Gapped) else ()
    return any(blank.hint and _piece_in(blank.answer, blank.hint) for blank in blanks)


def leans(question: Question) -> bool:
    """Opens with a word that points at what is not shown (这, 其, 二是), and nothing stands above it."""
    opening = LEANS.match(question.sentence) or re.match(r"^[一二三四五六七八九]是|^其[一二三四]，", question.sentence)
    return isinstance(question, Cloze | Choice | Judge) and bool(opening) and not question.lead


def undated(question: Question) -> bool:
    """Says 今年 or 目前 without a year anywhere."""
    shown = f"{question.sentence}{question.lead}{''.join(question.provenance.section)}"
    return bool(DATED.search(question.sentence)) and not YEAR.search(shown) and question.provenance.sentence == 0


def censored(question: Question) -> bool:
    return any("××" in answer for answer in answers(question))


def boilerplate(question: Question) -> bool:
    return bool(BOILERPLATE.search(question.sentence))


def long_answer(question: Question) -> bool:
    return isinstance(question, Cloze) and any(len(blank.answer) > MAX_ANSWER for blank in question.blanks)


def cut_number(question: Question) -> bool:
    """A blank ends inside a number, or between a number and its unit."""
    if not isinstance(question, Gapped):
        return False
    text = question.sentence
    return any(_parted(text, blank.start) or _parted(text, blank.end) for blank in question.blanks)


def _parted(text: str, edge: int) -> bool:
    """Whether a number goes on behind `edge`, with digits or with its unit."""
    after = text[edge:]
    return bool(re.search(r"\d[.,]?$", text[:edge]) and (re.match(r"[.,]?\d", after) or UNIT_AHEAD.match(after)))


def many_blanks(question: Question) -> bool:
    if not isinstance(question, Gapped):
        return False
    blanked = sum(len(blank.answer) for blank in question.blanks)
    return len(question.blanks) > MAX_BLANKS or blanked > MAX_BLANKED * len(question.sentence)


def short_stem(question: Question) -> bool:
    return isinstance(question, Gapped | Judge) and len(question.sentence) < MIN_STEM


def long_stem(question: Question) -> bool:
    return len(question.sentence) > MAX_STEM


def edited(question: Question) -> bool:
    """The text is no longer what the report says."""
    quote = question.provenance.quote
    task = isinstance(question, Order | Short) or (isinstance(question, Choice) and not question.blanks)
    if not quote or task or (isinstance(question, Judge) and not question.true):
        return False
    return question.sentence.removesuffix("。") not in quote


def false_is_true(question: Question) -> bool:
    """A statement that is to be called false is what the report says, or what the report says is not given."""
    if not isinstance(question, Judge) or question.true:
        return False
    quote = question.provenance.quote
    return not quote or question.sentence in quote


def negated(question: Question) -> bool:
    """A false statement made by a plain not, which tests reading and not knowledge."""
    if not isinstance(question, Judge) or question.true:
        return False
    quote = question.provenance.quote
    return bool(quote) and len(PLAIN_NEGATION.findall(question.sentence)) > len(PLAIN_NEGATION.findall(quote))


def key_not_the_blank(question: Question) -> bool:
    """The right option is not what stands in the blank."""
    single = isinstance(question, Choice) and len(question.key) == 1 and bool(question.blanks)
    return single and isinstance(question, Choice) and question.right[0] != question.blanks[0].answer


def key_stands_out(question: Question) -> bool:
    """The right option alone is much longer or much shorter than all others."""
    if not isinstance(question, Choice) or len(question.key) != 1:
        return False
    key = len(question.right[0])
    others = [len(option) for option in question.options if option != question.right[0]]
    return key >= MAX_OPTION_RATIO * max(others) or key * MAX_OPTION_RATIO <= min(others)


def options_overlap(question: Question) -> bool:
    """One option holds another, or says that all or none are right."""
    if not isinstance(question, Choice):
        return False
    pairs = ((a, b) for a in question.options for b in question.options if a != b)
    return any(a in b for a, b in pairs) or any(ALL_OR_NONE.match(option) for option in question.options)


def option_visible(question: Question) -> bool:
    """A wrong option stands in the stem, so that it is plainly not what is missing."""
    if not isinstance(question, Choice):
        return False
    rest = "\n".join(question.pieces())
    return any(option in rest for option in question.options if option not in question.right)


def all_right(question: Question) -> bool:
    return isinstance(question, Choice) and len(question.key) == len(question.options)


CHECKS: dict[str, Callable[[Question], bool]] = {
    mark("the answer can be read elsewhere in the question"): answer_visible,
    mark("a hint gives the answer away"): hint_tells,
    mark("opens with a word that points at what is not shown"): leans,
    mark("says this year or at present, and no year is shown"): undated,
    mark("asks for a figure that was blotted out"): censored,
    mark("is a line of the page and not of the report"): boilerplate,
    mark("an answer is longer than one remembers"): long_answer,
    mark("a blank cuts a number or parts it from its unit"): cut_number,
    mark("so much is blank that nothing leads to the answer"): many_blanks,
    mark("the sentence is too short to tell what is asked"): short_stem,
    mark("the sentence is too long to take in"): long_stem,
    mark("differs from the words of the report"): edited,
    mark("is to be called false, but nothing shows that it is"): false_is_true,
    mark("is false by a mere not"): negated,
    mark("the right option is not what stands in the blank"): key_not_the_blank,
    mark("the right option stands out by its length"): key_stands_out,
    mark("an option holds another, or says all or none"): options_overlap,
    mark("a wrong option can be read in the question"): option_visible,
    mark("every option is right"): all_right,
}


def flags(question: Question) -> tuple[str, ...]:
    """The names (English message ids) of the checks that a question fails."""
    return tuple(name for name, fails in CHECKS.items() if fails(question))


def answers(question: Question) -> tuple[str, ...]:
    """What is not to be read beside the question."""
    match question:
        case Cloze():
            return tuple(blank.answer for blank in question.blanks)
        case Choice():
            return question.right
        case Short():
            return question.points
        case Order() | Judge():
            return ()
        case _:
            assert_never(question)


def _piece_in(answer: str, text: str) -> bool:
    """Whether `text` holds the answer or three characters of it in a row."""
    size = min(3, len(answer))
    return any(answer[at : at + size] in text for at in range(len(answer) - size + 1))
