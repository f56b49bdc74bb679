"""How much a sentence is worth asking, before anything in it is ranked: what examiners turn to in a report."""

import re

from quiz.generate.leads import LEANS

GREETING = re.compile(
    r"各位(?:代表|委员|同志)|同志们|请予审议|提出意见|现在[，,]?(?:我|请)|我代表|谢谢|向大会(?:作|报告)|致以|表示(?:衷心|诚挚|崇高|热烈)|让我们|朋友们"
)
FIGURE = re.compile(r"\d[\d.,]*(?:万|亿|千|百|余|多)*(?:[%％年月日元吨个项条家户人次倍座所公]|亩|平方|千瓦|左右|以上)")
QUOTED = re.compile(r"“[^“”]{2,24}”")
TITLED = re.compile(r"《[^《》]{2,30}》")
DEFINES = re.compile(r"(?:根本|核心|本质|关键|基础|前提|保证|目标|主题|主线|首要|重点|原则|遵循|优势|特征|任务|标志)")
DEMANDS = re.compile(r"必须|坚持|坚决|确保|牢牢|贯彻|到20\d\d年")
WEIGHTS = ((QUOTED, 1.0, 2), (TITLED, 0.6, 1), (FIGURE, 0.7, 2), (DEFINES, 0.4, 2), (DEMANDS, 0.3, 2))
SHORT, LONG = 18, 150


def salience(text: str, *, heading: bool = False, enumerated: bool = False) -> float:
    """Higher for a sentence that an examiner would sooner ask; about 0 for an everyday one, below for a greeting."""
    value = sum(weight * min(len(pattern.findall(text)), most) for pattern, weight, most in WEIGHTS)
    value += 0.25 * min(text.count("、"), 3)
    value += 1.5 * heading + 0.6 * enumerated
    value -= 1.0 * (len(text) < SHORT) + 0.3 * (len(text) > LONG) + 0.6 * bool(LEANS.match(text))
    return value - 3.0 * bool(GREETING.search(text)) - 1.0 * text.endswith("？")
