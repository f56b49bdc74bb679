"""How hard a question is likely to be, from 1 to 5, before anybody has answered it."""

from quiz.generate.source import Draft

LONG, VERY_LONG = 5, 9  # characters to recall
EXPECTED = 0.3  # the weight of a blank that stands out in its sentence
FIGURES = ("number",)


def difficulty(draft: Draft, *, options: bool = False) -> int:
    """1 (easy) to 5 (hard): much to recall, several blanks and figures are hard, what stands out is easy.

    With `options` nothing need be recalled, and four steps are enough.
    """
    longest = max(len(phrase.text) for phrase in draft.phrases)
    value = 2 + (len(draft.phrases) > 1) - (draft.weight > EXPECTED)
    value += any(reason in FIGURES for phrase in draft.phrases for reason in phrase.why)
    value += 0 if options else (longest >= LONG) + (longest >= VERY_LONG)
    return min(max(value, 1), 4 if options else 5)
