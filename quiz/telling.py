"""What screens and the drill line by line say alike: the mode, the score and the end of a session, hints, slips."""

from typing import assert_never

from quiz.controls import clean
from quiz.i18n import gettext as _
from quiz.i18n import mark, ngettext
from quiz.model import Question
from quiz.study import Grade, Hint, Session, Slip, Standing, slips

# Of the modes that one must know of to understand what happens; the usual drill has no name.
MODES = {
    "review": mark("Review"),
    "random": mark("Random"),
    "wrong": mark("Mistakes"),
    "challenge": mark("Challenge"),
    "race": mark("Race"),
    "browse": mark("Read"),
}
SLIPS: dict[Slip, str] = {
    "homophone": mark("sounds the same, written otherwise"),
    "lookalike": mark("looks much the same, is another character"),
    "both": mark("sounds and looks the same, is another character"),
    "transposed": mark("the right characters in another order"),
    "missing": mark("characters are missing"),
    "extra": mark("characters too many"),
}
RIGHT = "✓"
STREAK = 2  # a shorter run of right replies is none


def name_of(mode: str) -> str:
    return _(MODES[mode]) if mode in MODES else ""


def progress(mode: str, done: int, total: int) -> str:
    """How far a session is that has done with `done` of `total` questions."""
    if mode == "review":
        return _("{n} left").format(n=total - done)
    if mode == "race":
        return ""  # the score says it
    if mode == "browse":  # with the question on the screen
        done = min(done + 1, total)
    return f"{done}/{total}"


def score(session: Session) -> str:
    """What the learner plays for."""
    standing = session.standing()
    match session.mode:
        case "challenge":
            return f"♥ {standing.lives}  " + _("streak {n}").format(n=standing.streak)
        case "race":
            return f"{RIGHT} {standing.right}/{standing.target}  {_clock(standing)}"
        case "browse":
            return ""
        case _:
            return f"{RIGHT} {session.summary().right}"


def _clock(standing: Standing) -> str:
    """The time that is left, or, where there is no limit, the time that went by."""
    seconds = max(0.0, standing.limit - standing.elapsed) if standing.limit else standing.elapsed
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def ending(session: Session) -> str:
    """How the session ended, in a sentence; empty where the counts say it all."""
    standing, total = session.standing(), session.total
    if not total:
        return _("There is nothing to ask.")
    match session.mode:
        case "browse":
            return ngettext("{n} question read.", "{n} questions read.", total).format(n=total)
        case "review":
            return _("The review of today is done.")
        case "race":
            return _race(standing)
        case "challenge" if not standing.lives:
            return _("The challenge is over. Longest streak: {n}").format(n=standing.best)
        case "challenge":
            return _("Every question answered. Longest streak: {n}").format(n=standing.best)
        case _ if standing.best >= STREAK:
            return _("Longest streak: {n}").format(n=standing.best)
        case _:
            return ""


def _race(standing: Standing) -> str:
    if standing.won:
        return _("Won: {n} right in time.").format(n=standing.right)
    told = _("Time is up: {n} of {target} right.")
    if not standing.over:
        told = _("No questions are left: {n} of {target} right.")
    return told.format(n=standing.right, target=standing.target)


def slips_of(question: Question, grade: Grade) -> dict[int, str]:
    """What went wrong in the blanks of a cloze, by their number (from 0), as far as it has a name."""
    return {place: _(SLIPS[name]) for place, name in slips(question, grade).items() if name in SLIPS}


def in_words(hint: Hint) -> str:
    text = clean(hint.text)
    match hint.stage:
        case "context":
            return _("hint: {hint}").format(hint=text)
        case "length":
            return ngettext("{n} character", "{n} characters", int(text)).format(n=text)
        case "first":
            return _("starts with {text}").format(text=text)
        case "initials":
            return _("pinyin initials {text}").format(text=text)
        case _:
            assert_never(hint.stage)
