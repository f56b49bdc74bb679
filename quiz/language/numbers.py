"""One way of writing a number, so that 百分之五 and 5% can be compared. For comparing only, never for showing."""

import re
from decimal import Context, Decimal

_DIGITS = "零〇一二三四五六七八九"
_DIGIT_VALUES = str.maketrans("零〇○一二两三四五六七八九", "0001223456789")
_POWERS = {"亿": 8, "万": 4, "千": 3, "百": 2, "十": 1}
_SHARES = {"百": "%", "千": "‰", "万": "‱"}

_WIDTHS = str.maketrans("０１２３４５６７８９％﹪．Ｏｏ", "0123456789%%.Oo")
_WIDE_COMMA = re.compile(r"(?<=[０-９])，(?=[０-９]{3})")
_THOUSANDS = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?!,?[0-9])")
_ROUND_ZERO = re.compile(rf"(?<=[{_DIGITS}○])○|○(?=[{_DIGITS}])")
_LETTER_ZERO = re.compile(rf"(?<=[{_DIGITS}])[Oo]+(?![A-Za-z])")  # typed for want of a 〇: 二OO八年

# A run that may be a number. Possessive, or a long run would take for ever.
_NUMERAL = rf"0-9{_DIGITS}两十百千万亿"
_RUN = rf"(?:[0-9]++(?:\.[0-9]++)*+|[{_DIGITS}两十百千万亿])++(?:点[{_DIGITS}]++[万亿]*+(?![{_NUMERAL}]))?+"
_SHARE = rf"(?<![{_NUMERAL}])(?:百分之百|(?P<whole>{_RUN}|[百千万])分之(?P<part>{_RUN}))"
_NUMBER = re.compile(rf"{_SHARE}|(?P<run>{_RUN})")

_LONGEST = 40  # characters; nobody writes a longer number, and a text without end must not cost time
_EXACT = Context(prec=999, Emax=999_999, Emin=-999_999)


def canonical_numbers(text: str) -> str:
    """`text` with every number in Arabic digits: 百分之五 as 5%, 二〇三五年 as 2035年, 1.5亿 as 150000000.

    Never fails. What is no well-formed number (十四五, 二三十, 百姓) stays in its own characters, so two different
    numbers are never written alike; 一 in a word like 统一 is rewritten too, harmless where both sides are.
    """
    text = _WIDE_COMMA.sub(",", text).translate(_WIDTHS)
    text = _THOUSANDS.sub(lambda match: match[0].replace(",", ""), text)
    text = _LETTER_ZERO.sub(lambda match: "〇" * len(match[0]), _ROUND_ZERO.sub("〇", text))
    return _NUMBER.sub(_rewrite, text)


def _rewrite(match: re.Match[str]) -> str:
    if match["run"]:
        return _digits(match["run"]) or match[0]
    if not match["whole"]:
        return "100%"
    part = _digits(match["part"])
    if part and match["whole"] in _SHARES:
        return part + _SHARES[match["whole"]]
    whole = _digits(match["whole"])
    return f"{part}/{whole}" if part and whole else match[0]


def _digits(run: str) -> str:
    """`run` in Arabic digits without exponent, empty when it is no well-formed number."""
    if len(run) > _LONGEST:
        return ""
    if re.fullmatch(r"[0-9.]+", run):
        return run  # as written: 4.0 is not 4, and 007 may be a name
    if re.fullmatch(rf"[{_DIGITS}0]+", run) and (len(run) > 3 or len(run) == 1 or set(run) & set("零〇0")):
        return run.translate(_DIGIT_VALUES)  # digit by digit, as a year; 二三 and 一二三 are lists
    value = _value(run)
    if value is None:
        return ""
    plain = format(value, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _value(run: str) -> Decimal | None:
    """The value of a numeral with units; None when it is not well-formed.

    The parts must come in falling order, and a part that skips a power must say so: 一百零五, not 一百五, which is
    150 in speech.
    """
    for unit, power in _POWERS.items():
        head, found, tail = run.rpartition(unit)
        if not found:
            continue
        count = _value(head) if power >= 4 else _count(head, power)
        rest = _rest(tail, power)
        if count is None or rest is None or (tail and "." in str(count)):
            return None
        return _EXACT.add(_EXACT.scaleb(count, power), rest)
    return _simple(run)


def _count(head: str, power: int) -> Decimal | None:
    """How many tens, hundreds or thousands: one digit, or a decimal as in 1.5千; 十 alone is one ten."""
    if not head and power == 1:
        return Decimal(1)
    return _simple(head) if len(head) == 1 or re.fullmatch(r"[0-9]\.[0-9]+", head) else None


def _rest(tail: str, power: int) -> Decimal | None:
    """What follows a unit: nothing, a part with a unit of its own, or units after a 零 (after 十 without one)."""
    if not tail:
        return Decimal(0)
    bare = tail.lstrip("零〇")
    value = _value(bare)
    explicit = any(unit in bare for unit in _POWERS)
    if value is None or value >= Decimal(10) ** power or not (explicit or bare != tail or power == 1):
        return None
    return value


def _simple(run: str) -> Decimal | None:
    """A numeral without units: one Chinese digit, 三点五, or Arabic digits."""
    whole, point, fraction = run.partition("点")
    if point and re.fullmatch(rf"[{_DIGITS}]+", fraction):
        value = _value(whole)
        return None if value is None else Decimal(f"{format(value, 'f')}.{fraction.translate(_DIGIT_VALUES)}")
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", run):
        return Decimal(run)
    return Decimal(run.translate(_DIGIT_VALUES)) if re.fullmatch(rf"[{_DIGITS}两]", run) else None
