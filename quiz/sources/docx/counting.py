"""Numbers of headings and lists as Word counts them: 一, 十一, 甲, ①, iv, by the name of the format in the file."""

_DIGITS = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

_COUNTING = {"chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting"} | {
    "taiwaneseCountingThousand",
    "koreanCounting",
}
_BY_DIGIT = {"ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2"}
_LARGEST = 999  # no list is longer; a file may say anything


def count_as(number: int, kind: str) -> str:
    """`number` in the number format `kind` of WordprocessingML; in Arabic digits when the format has no sign for it."""
    if not 1 <= number <= _LARGEST or kind == "decimal":
        return str(number)
    if kind in _COUNTING:
        return _chinese(number, _DIGITS, "十百")
    if kind in _BY_DIGIT:
        return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))
    if kind.startswith("chineseLegal"):
        return _chinese(number, _LEGAL, "拾佰")
    if kind.startswith("ideographLegal"):
        return _chinese(number, _LEGAL_TRADITIONAL, "拾佰")
    for name, signs in (("ideographTrad", _STEMS), ("ideographZodiac", _BRANCHES), ("decimalEnclosedCircle", _CIRCLES)):
        if kind.startswith(name):
            return signs[number - 1] if number <= len(signs) else str(number)
    if kind in ("upperLetter", "lowerLetter"):
        turns, letter = divmod(number - 1, 26)
        return _cased(chr(ord("a") + letter) * (turns + 1), kind)
    if kind in ("upperRoman", "lowerRoman"):
        return _cased(_roman(number), kind)
    return {"decimalEnclosedParen": f"（{number}）", "decimalEnclosedFullstop": f"{number}.", "none": ""}.get(
        kind, f"{number:02}" if kind == "decimalZero" else str(number)
    )


def _chinese(number: int, digits: str, units: str) -> str:
    """Up to 999: 十一, not 一十一, but 一百一十一."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = digits[hundreds] + units[1] if hundreds else ""
    if tens:
        text += (digits[tens] if tens > 1 or hundreds or units[0] != "十" else "") + units[0]
    elif hundreds and ones:
        text += digits[0]
    return text + (digits[ones] if ones else "")


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text


def _cased(text: str, kind: str) -> str:
    return text.upper() if kind.startswith("upper") else text
