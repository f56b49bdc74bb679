"""Filling in blanks: one after another, each typed."""

from collections.abc import Iterator, Sequence

from quiz.controls import clean
from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.model import Blank, Cloze
from quiz.study.hints import Hint, hints
from quiz.telling import in_words
from quiz.tui import stem
from quiz.tui.reply.base import Reply, Typed, Use
from quiz.tui.wrap import Piece

SHORT = 20  # characters; a longer hint may be broken at the end of a line


class Blanks(Typed):
    """`texts` holds one reply a blank."""

    def __init__(self, question: Cloze, given: Sequence[str]) -> None:
        super().__init__(list(given) or [""] * len(question.blanks))
        self._question = question
        self._stages = [self._stages_of(blank) for blank in question.blanks]
        self._shown: list[list[str]] = [[] for _blank in question.blanks]

    def _stages_of(self, blank: Blank) -> Iterator[Hint]:
        """The hints still to be had; the deck's own is on the screen anyway."""
        return (stage for stage in hints(self._question, blank) if not (stage.stage == "context" and blank.hint))

    @property
    def hints(self) -> int:
        """Of the blank that needed most: one hint for each of three is less than three for one."""
        return max(map(len, self._shown))

    def can_hint(self) -> bool:
        return True

    def hint_more(self) -> bool:
        stage = next(self._stages[self.place], None)
        if stage is not None:
            self._shown[self.place].append(in_words(stage))
        return stage is not None

    def stem(self) -> list[Piece]:
        return stem.asked(self._question, self.texts, self.place)

    def label(self) -> list[Piece]:
        parts = []
        if len(self.texts) > 1:
            parts.append(_("blank {n} of {total}").format(n=self.place + 1, total=len(self.texts)))
        if hint := clean(self._question.blanks[self.place].hint):
            parts.append(_("hint: {hint}").format(hint=hint))
        parts += self._shown[self.place]
        spaced = [part + "  " for part in parts[:-1]] + parts[-1:]
        return [Piece(part, "dim", whole=len(part) < SHORT) for part in spaced]

    def given(self) -> list[str]:
        return list(self.texts)

    def enter(self) -> Reply | None:
        """On to the next blank; Enter on nothing at all shows the answer."""
        nothing = not any(text.strip() for text in self.texts)
        if self.place + 1 == len(self.texts) or (nothing and self.place == 0):
            return None
        self.place += 1
        return self

    def uses(self) -> dict[str, Use]:
        return {"up": Use(mark("Previous blank"), self.back)} if self.place else {}
