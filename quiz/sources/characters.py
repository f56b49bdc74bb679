"""Cleaning character by character: control characters, blanks, width, censored figures."""

import re
from collections.abc import Callable

from quiz.controls import UNWANTED

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇"
WIDE = HAN + "，。、；：？！“”‘’（）《》〈〉【】「」『』…—·％"

CONTROL = re.compile(f"[{UNWANTED}]")
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
BLANKS = re.compile(r"[\t \u00a0\u3000\u2000-\u200a\u202f\u205f]+")
BLANK_BY_HAN = re.compile(rf"(?<=[{WIDE}]) | (?=[{WIDE}])")

BETWEEN_PHRASES = re.compile(rf"(?<=[{HAN}”》]{{4}})[\s\u3000]+(?=[{HAN}“《]{{4}})")

FULL_ASCII = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
FULL_ASCII[ord("％")] = ord("%")
HALF_MARKS = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）", "｡": "。", "､": "、"}
HALF_MARK = re.compile(r"[,:;?!()｡､]")
TO_WIDEN = re.compile('[!-/:-?｡､０-９Ａ-Ｚａ-ｚ％…・·"]|。。')  # a quick look: most lines need nothing
WIDE_FIGURE = re.compile("(?<=[０-９])(?:．(?=[０-９])|，(?=[０-９]{3}(?![０-９])))")  # １．５, １，０００
HALF_STOP = re.compile(rf"(?<=[{WIDE}])\.(?=$|[{WIDE}\s])")
STRAIGHT_QUOTES = re.compile(r'"([^"\n]*)"')
DOTS = re.compile(r"(?:\.{3,}|。{3,}|…+|・{3,}|·{3,})")

# A figure or name that somebody blotted out: xx英寸, 20XX年, ＊＊同志. Letters on either side make it a word.
BLOT = re.compile("[xXｘＸ×*＊□■▇█○〇]")  # a quick look: few lines hold one
CENSORED = re.compile(
    r"(?<![A-Za-z])(?:[xXｘＸ×]{2,}|[*＊]{2,}|[□■▇█]{2,}|(?<![一二三四五六七八九○〇])[○〇]{2,}(?=[市县区省]))(?![A-Za-z])"
)


def squeeze_blanks(text: str) -> str:
    """One blank between Latin words, none beside Chinese characters or marks, none at the ends."""
    text = text.strip()
    return BLANK_BY_HAN.sub("", BLANKS.sub(" ", text)) if BLANKS.search(text) else text


def squeeze_title(text: str) -> str:
    """As `squeeze_blanks`; but one blank between two phrases stays, as it parts the halves of a title."""
    return " ".join(map(squeeze_blanks, BETWEEN_PHRASES.split(text)))


def widen(text: str) -> str:
    """Half-width marks that belong to Chinese text made full width; those in numbers and Latin words stay."""
    if not TO_WIDEN.search(text):
        return text
    text = WIDE_FIGURE.sub(lambda mark: {"．": ".", "，": ","}[mark[0]], text).translate(FULL_ASCII)
    text = DOTS.sub("……", text)
    text = HALF_STOP.sub("。", text)
    text = STRAIGHT_QUOTES.sub(_if_chinese("“{}”"), text)
    return HALF_MARK.sub(_widen_mark, text)


def _if_chinese(pattern: str) -> Callable[[re.Match[str]], str]:
    def paired(match: re.Match[str]) -> str:
        return pattern.format(match[1]) if re.search(f"[{HAN}]", match[1]) else match[0]

    return paired


def _widen_mark(match: re.Match[str]) -> str:
    text, at = match.string, match.start()
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    mark = match[0]
    if mark not in "()" and before.isdigit() and after.isdigit():
        return mark
    if mark == "(":
        beside = text[at + 1 : at + 40].partition(")")[0] + before
    elif mark == ")":
        opening = text.rfind("(", 0, at)
        beside = text[max(opening - 1, 0) : at]
    else:
        beside = before + after
    return HALF_MARKS[mark] if re.search(f"[{WIDE}]", beside) else mark


def censor_marks(text: str) -> tuple[str, list[str]]:
    """`text` with every blotted-out figure written as ××, and the pieces found with a little of what follows."""
    if not BLOT.search(text):
        return text, []
    found = [text[match.start() : match.end() + 4] for match in CENSORED.finditer(text)]
    return CENSORED.sub("××", text), found
