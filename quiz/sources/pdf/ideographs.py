"""Ideographs that a PDF's font map spells in a compatibility block, brought back to the ones everybody types."""

import re
import unicodedata

# Compatibility ideographs and Kangxi radicals decompose by the Unicode tables; most of the radicals supplement, which
# fonts share glyphs with as well, does not. Pairs of radical and ideograph, for those that are words by themselves.
_PAIRS = (
    "⺁厂⺄乙⺇几⺊卜⺎兀⺐尢⺒巳⺓幺⺛旡⺝月⺞歹⺟母⺠民⺧牛⺩王⺫目⺬示⺰纟⺱网⺶羊⺻聿⺼月⺽臼⻁虎⻃西⻄西⻅见⻆角⻉贝⻋车⻑長⻒長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食"
    "⻞食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟"
)
_SUPPLEMENT = dict(zip(map(ord, _PAIRS[::2]), _PAIRS[1::2], strict=True))
_COMPATIBILITY = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")


def plain(text: str) -> str:
    """`text` with U+2E80-2FDF and U+F900-FAFF as plain ideographs; nothing else changes (NFKC would take ， for ,)."""
    return _COMPATIBILITY.sub(_plain_one, text)


def _plain_one(match: re.Match[str]) -> str:
    return _SUPPLEMENT.get(ord(match[0])) or unicodedata.normalize("NFKC", match[0])
