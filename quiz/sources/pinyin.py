"""Pinyin or zhuyin that a web page glued behind its characters: 创(chuàng)新, 創(ㄔㄨㄤˋ)新."""

import re
import unicodedata

# The syllables of Hanyu Pinyin by initial and final, GB/T 16159; loose enough to need no table of all 400.
_INITIAL = "(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?"
_FINAL = (
    "(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|üan|van|ai|ei|ao|ou|an|en|in|un|ün|vn|ia|ie|iu|ua|uo|ui|ue|"
    "üe|ve|er|a|o|e|i|u|ü|v|ê|n|ng|m)"
)
SYLLABLES = re.compile(rf"(?:{_INITIAL}{_FINAL}[\s'’]?){{1,6}}")
BRACKETED = re.compile(r"(?<=[\u3400-\u9fff])[(（]([^()（）\u3400-\u9fff]{1,24})[)）]")
ZHUYIN = re.compile("[\u3105-\u312fˊˇˋ˙ ]+")
SAMPLE = 200_000  # characters
_TONES = dict.fromkeys(map(ord, "\u0304\u0301\u030c\u0300"))
_LETTERS = str.maketrans({"ɑ": "a", "ɡ": "g"})


def strip_glued(text: str, *, toneless: bool) -> tuple[str, list[str]]:
    """`text` without pinyin in brackets behind a character, and the pieces taken out.

    Without a tone mark (的(de)) it might be a label or a word, so it goes only where `toneless` says that the report
    is annotated throughout.
    """
    taken: list[str] = []
    if "(" not in text and "（" not in text:
        return text, taken

    def judge(match: re.Match[str]) -> str:
        syllable, toned = _without_tones(match[1].strip())
        if ZHUYIN.fullmatch(match[1]):
            taken.append(match[0])
            return ""
        if SYLLABLES.fullmatch(syllable) and (toned or (toneless and len(syllable) > 1)):
            taken.append(match[0])
            return ""
        return match[0]

    return BRACKETED.sub(judge, text), taken


def is_annotated(text: str) -> bool:
    """Whether the report carries pinyin throughout: three toned syllables or more."""
    return len(strip_glued(text[:SAMPLE], toneless=False)[1]) >= 3


def _without_tones(text: str) -> tuple[str, bool]:
    spread = unicodedata.normalize("NFD", text.casefold().translate(_LETTERS))
    bare = unicodedata.normalize("NFC", spread.translate(_TONES))
    return bare, len(spread.translate(_TONES)) != len(spread)
