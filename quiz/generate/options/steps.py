"""Figures and years that are facts, and what else they might plausibly have been; for wrong options and statements."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from quiz.language.numbers import canonical_numbers

MOST_A_SIDE = 3
APART = Decimal("0.2")  # of the value, at most, between one option and the next
APART_OF_AGES = Decimal("0.03")  # a life expectancy of 90 is absurd where it is 78
EXACT_BELOW = 20  # smaller counts step by one, or by two where they are round
RECENT = 2000  # years before are remembered less exactly
RANKS = ("位", "名")
PLAN_YEARS = 2030  # from here on a year that ends in 0 or 5 is a milestone, and so are its rivals

_NUMERAL = "一二两三四五六七八九十百千"
_SCALE = "(?:万亿|百万|千万|亿|万|千|百)"
_UNIT = (
    "个百分点|个月|个小时|个工作日|平方公里|平方千米|平方米|立方米|公里|千米|厘米|毫米|公斤|公顷|千瓦时|千瓦|兆瓦|标准箱|"
    "人次|小时|分钟|周年|亩次|元|吨|斤|亩|户|人|名|座|所|家|处|倍|次|天|米|件|册|艘|架|辆|台|套|间|张|岁|起|场"
)
# Behind Arabic figures only: behind Chinese numerals these make names (四个意识, 八项规定, 三大攻坚战).
_COUNTER = "%|％|‰|年|个|项|条|位|只|片|届|支|批|部|种|万|亿"
_ANY = re.compile(rf"[\d{_NUMERAL}]")
_ARABIC = re.compile(
    r"(?<![\d.,A-Za-z第·+×/～~—–-])(?P<figure>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
    rf"(?P<unit>[多余]?{_SCALE}?[多余]?(?:{_UNIT}|{_COUNTER}))"
)
_CHINESE = re.compile(
    rf"(?<![{_NUMERAL}零〇点第几数万亿])(?P<figure>[{_NUMERAL}]+(?:万[{_NUMERAL}零]+)?)(?P<unit>[多余]?(?:万亿|亿|万)?[多余]?(?:{_UNIT}|年))"
)
_SHARE = re.compile(rf"(?<=百分之)(?P<figure>[{_NUMERAL}]+)(?P<unit>)(?![{_NUMERAL}零〇点几])")
_YEAR = re.compile(
    r"(?<![\d〇零一二三四五六七八九—–～~-])(?P<figure>(?:1[6-9]|20)\d\d|[一二][〇零一二三四五六七八九]{3})(?P<unit>年)(?!代)"
)
_MONTH = re.compile(r"(?P<figure>(?<!\d)(?:1[0-2]|[1-9]))(?P<unit>月)(?!份?牌)")
_DAY = re.compile(r"(?<=月)(?P<figure>[12]\d|3[01]|[1-9])(?P<unit>日)")
# Where something stands among all (居全国第3位), not what comes first (放在第一位).
_RANK = re.compile(
    rf"(?<=第)(?<=[国界球洲省市区地部].|[居列至到为于].)(?<!作为.)(?P<figure>\d{{1,2}}|[{_NUMERAL}]{{1,3}})(?P<unit>[位名])(?![一-鿿]*次)"
)
_KINDS = (_RANK, _YEAR, _DAY, _MONTH, _SHARE, _ARABIC, _CHINESE)
# What a figure and its unit go on with when they are part of a name or a word, not a count.
_NAME_GOES_ON = re.compile(
    r"人[民类才心]|年代|次会议|家[庭园]|处[理置于]|次(?:产业|分配|革命)|倍增|起来|场[景所]|名[副誉]|间接|件套|年级|年?[”’》]|"
    r"个(?:坚持|明确|全面|自信|意识|维护|确立|百年)|年[^，。；、]{0,2}(?:行动|规划|计划)|年[^，。；、]{0,6}(?:议程|远景|愿景)"
)
_EVERYDAY = frozenset(
    {"一", "百", "千", "十", "千百", "百千", "24小时", "二十四小时", "100%", "百分之百", "100％", "一百年"}
)
_PLAIN = re.compile(r"\d{1,12}(?:\.\d{1,6})?")
_IN_QUOTATION = re.compile(r"[“‘《][^”’》]*$")
_LEAST = re.compile(r"(?:(?<!不)(?:超过|超|高于|多于|大于)|突破|逾|不低于|不少于|不小于|至少)$")
_MOST = re.compile(r"(?:(?<!不)(?:低于|少于|小于)|不超过|不高于|不多于|至多|控制在|[接将]?近)$")
_AND_MORE = re.compile(r"(?:及?以上|多|余)")
_AND_LESS = re.compile(r"(?:及?以下|以内|之内)")

Bound = Literal["", "least", "most"]


@dataclass(frozen=True, slots=True)
class Number:
    """A figure of a text: `text` at `start`..`end`, without the `unit` right behind it (万亩, %, 年; "" for 百分之五).

    `value` is that of the figure alone (1.5 of 1.5万亩). `bound` says that it is a least or a most (超过5%, 3天以内):
    then some other values are true as well.
    """

    text: str
    start: int
    end: int
    value: Decimal
    unit: str
    bound: Bound = ""

    @property
    def is_share(self) -> bool:
        """Whether it is a part of a hundred."""
        return self.unit in ("%", "％", "")


@lru_cache(maxsize=256)  # a sentence is asked several times in a row
def numbers(text: str) -> tuple[Number, ...]:
    """The figures of `text` that state a fact, in order: counts with a unit, shares, years, months and days.

    Left out are figures of names and formulations (二十大, 第二个百年, 四个意识, 十四五, “三农”, 24小时).
    """
    found: dict[int, Number] = {}
    if not _ANY.search(text):
        return ()
    for pattern in _KINDS:
        for match in pattern.finditer(text):
            overlaps = any(match.start() < other.end and other.start < match.end("figure") for other in found.values())
            if not overlaps and not _is_name(text, match):
                found[match.start()] = _number(text, match)
    return tuple(found[start] for start in sorted(found))


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether the figure belongs to a name, a formulation or a turn of speech."""
    unit = match.start("unit")
    return (
        not _PLAIN.fullmatch(_plain(match["figure"]))
        or match["figure"] in _EVERYDAY
        or match[0] in _EVERYDAY
        or any(_NAME_GOES_ON.match(text, at) for at in range(unit, match.end() + 1))
        or bool(_IN_QUOTATION.search(text, max(match.start() - 15, 0), match.start()))
    )


def _number(text: str, match: re.Match[str]) -> Number:
    figure = match["figure"]
    before, after = text[: match.start("figure")], text[match.end() :]
    behind = match["unit"][:1] + after if match["unit"][:1] in ("多", "余") else after
    bound: Bound = ""
    if _MOST.search(before) or _AND_LESS.match(behind):
        bound = "most"
    elif _LEAST.search(before) or _AND_MORE.match(behind) or re.search("[多余]", match["unit"]):
        bound = "least"
    return Number(figure, match.start("figure"), match.end("figure"), Decimal(_plain(figure)), match["unit"], bound)


def _plain(figure: str) -> str:
    return (figure if figure.isascii() else canonical_numbers(figure)).replace(",", "")


def steps(number: Number, latest: int | None = None) -> list[str]:
    """Other values for `number.text`, nearest first, written in its style; all of them false where it is true.

    `latest` is the last year that a year may step to. Up to `MOST_A_SIDE` on either side; of a bound only the side on
    which the statement turns false.
    """
    stride = _stride(number)
    sides = {"": (-1, 1), "least": (1,), "most": (-1,)}[number.bound]
    values = [number.value + side * count * stride for count in range(1, MOST_A_SIDE + 1) for side in sides]
    written = [_written(value, number.text) for value in values if _possible(value, number, latest)]
    return [text.replace("两", "二") for text in written] if number.unit in RANKS else written


def _stride(number: Number) -> Decimal:
    """How far apart two options stand: a step of 1, 2 or 5 that leaves every option as round as the key."""
    value = number.value
    if number.unit == "年" and value > 1000:
        milestone = value >= PLAN_YEARS and value % 5 == 0
        return Decimal(5 if milestone else 1 if value >= RECENT else 3)
    if number.unit in ("月", "日"):
        return Decimal(1 if number.unit == "月" else 2)
    spread = value * (APART_OF_AGES if number.unit == "岁" else APART)
    if _tops_out(number):
        spread = min(spread, (100 - value) / MOST_A_SIDE)
    if "." not in number.text:
        return _whole_stride(number, spread)
    stride = _nice(spread)
    if _written(value + stride, number.text)[-1] == "0":
        stride = _nice(spread, fives=False)
    return max(stride, Decimal(1).scaleb(-len(number.text.partition(".")[2])))


def _whole_stride(number: Number, spread: Decimal) -> Decimal:
    value = number.value
    digits = str(int(value))
    zeros = len(digits) - len(digits.rstrip("0"))
    if value < EXACT_BELOW:
        return Decimal(1 if value % 5 or value < 10 else 2)
    if not number.text[0].isdecimal() and len(digits) == zeros + 1:
        return Decimal(10) ** zeros  # 三千, 四十万: another whole thousand
    round_by = Decimal(5) if value % 5 == 0 and zeros < 2 else Decimal(10) ** zeros / 5 if zeros else Decimal(1)
    return max(Decimal(1), _nice(spread)) if _tops_out(number) and spread < round_by else max(round_by, _nice(spread))


def _tops_out(number: Number) -> bool:
    """Whether it is a share that cannot rise far."""
    return number.is_share and number.value < 100


def _nice(value: Decimal, *, fives: bool = True) -> Decimal:
    """The greatest of 1, 2, 5, 10, 20 ... (also .1, .2) that is not above `value`."""
    power = Decimal(1).scaleb(value.adjusted()) if value > 0 else Decimal("0.01")
    leads = (5, 2, 1) if fives else (2, 1)
    return next((power * lead for lead in leads if power * lead <= value), power)


def _possible(value: Decimal, number: Number, latest: int | None) -> bool:
    year = number.unit == "年" and number.value > 1000
    most: Decimal | int | None = {"月": 12, "日": 30}.get(number.unit)
    if _tops_out(number):
        most = 99
    if year and latest is not None:
        most = latest
    return value > 0 and (most is None or value <= most)


def _written(value: Decimal, like: str) -> str:
    """`value` in the style of `like`: Arabic or Chinese, with thousands separators and decimals as there."""
    if like[0].isdecimal():
        places = len(like.partition(".")[2])
        return f"{value:,.{places}f}" if "," in like else f"{value:.{places}f}"
    if len(like) == 4 and not set(like) & set("十百千"):
        digits = "零一二三四五六七八九" if "零" in like else "〇一二三四五六七八九"
        return "".join(digits[int(digit)] for digit in str(int(value)))
    return _numeral(int(value))


def _numeral(value: int) -> str:
    """A whole number in Chinese numerals, as one stands before a measure word."""
    if value == 2:
        return "两"
    if value >= 10_000:
        rest = value % 10_000
        return _numeral(value // 10_000) + "万" + ("零" if 0 < rest < 1000 else "") + (_numeral(rest) if rest else "")
    written = ""
    for unit, power in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, value = divmod(value, power)
        if digit:
            written += "一二三四五六七八九"[digit - 1] + unit
        elif written and value and not written.endswith("零"):
            written += "零"
    return written.removeprefix("一") if written.startswith("一十") else written.replace("二千", "两千")
