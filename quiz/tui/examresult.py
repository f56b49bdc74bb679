"""After an exam: the points in all, by kind and by section, the time; from here to what went wrong."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.i18n import mark, ngettext
from quiz.model import Deck, Short
from quiz.study.asking import KINDS
from quiz.study.exam import Exam
from quiz.study.scoring import Result, Score, Scored
from quiz.tui.examform import number
from quiz.tui.examreview import Accept, ExamReviewScreen
from quiz.tui.keys import letter
from quiz.tui.page import HELP, Page
from quiz.tui.prose import Prose
from quiz.tui.statsbars import bar, percent
from quiz.tui.statstitle import Title
from quiz.tui.text import cut, one_line, pad
from quiz.tui.wrap import Piece


class ScoreTable(Prose):
    """Scores under one another: a name, a bar, the points of how many."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, classes="scores")
        self._scores: Sequence[tuple[str, Score]] = ()

    def show_scores(self, scores: Sequence[tuple[str, Score]]) -> None:
        self._scores = scores
        self._lines.clear()
        self.refresh(layout=True)

    def lines(self, width: int) -> list[list[Piece]]:
        if width not in self._lines:
            names = [one_line(name) for name, _score in self._scores]
            points = [f"{number(score.points)}/{number(score.of)}" for _name, score in self._scores]
            last = max(map(len, points), default=0)
            first = min(max(map(cell_len, names), default=0), (width - last) // 2)
            room = max(4, min(30, width - first - last - 3))
            self._lines = {
                width: [
                    [Piece(pad(cut(name, first), first) + "  "), *bar(_share(score), room), Piece(f" {text:>{last}}")]
                    for name, text, (_name, score) in zip(names, points, self._scores, strict=True)
                ]
            }
        return self._lines[width]


class ExamResultScreen(Page[tuple[str, ...]]):
    """Dismissed with the ids of the questions to drill, none when the learner is done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "review", mark("Go through them")),
        Binding(letter("r"), "drill", mark("Drill the wrong ones")),
        Binding(f"escape,{letter('q')}", "leave", mark("Done")),
        HELP,
    ]

    def __init__(self, deck: Deck, exam: Exam, seconds: float, note: str, accept: Accept) -> None:
        """`seconds` is the time that it took, `note` a word to begin with; `accept` has the deck accept a reply."""
        super().__init__()
        self._deck, self._exam, self._seconds, self._note = deck, exam, seconds, note
        self._accept = accept
        self._result = exam.result()

    def body(self) -> Iterable[Widget]:
        yield Title(_("Result"), self._deck.title)
        with VerticalScroll(id="sheet"):
            yield Prose(id="score")
            yield Prose(id="told")
            yield ScoreTable(id="by-kind")
            yield ScoreTable(id="by-section")

    def on_mount(self) -> None:
        self.query_one("#sheet").focus()
        self._show(self._result)
        if self._note:
            self.status.say(self._note)

    def _show(self, result: Result) -> None:
        self._result = result
        total = result.total
        share = _share(total)
        style = "right" if share >= 0.8 else "partly" if share >= 0.6 else "wrong"
        minutes, seconds = divmod(round(self._seconds), 60)
        time = _("{minutes} min {seconds} s").format(minutes=minutes, seconds=seconds)
        points = _("{points} of {of} points").format(points=number(total.points), of=number(total.of))
        words = [
            Piece(points, style),
            Piece(f"  {percent(share)}   ", "strong"),
            Piece(_("Time") + " " + time, "dim", whole=True),
        ]
        self.query_one("#score", Prose).show(words)
        self.query_one("#told", Prose).show([Piece("\n".join(self._told()), "dim")])
        kinds = [(_(KINDS[kind]), score) for kind, score in result.by_kind.items()]  # type: ignore[index]  # kinds
        order = ["".join(question.provenance.section[:1]) for question in self._deck.questions]
        held = sorted(result.by_section.items(), key=lambda pair: order.index(pair[0]))
        sections = [(name or _("no heading"), score) for name, score in held]
        self.query_one("#by-kind", ScoreTable).show_scores(kinds)
        self.query_one("#by-section", ScoreTable).show_scores(sections if len(sections) > 1 else [])
        self.refresh_keys()

    def _told(self) -> list[str]:
        """How many were right, not answered, and wait for the learner's judgement."""
        result = self._result
        total, missed = result.total, sum(not scored.answered for scored in result.scored)
        lines = [_("{n} of {total} right").format(n=total.right, total=total.questions)]
        if missed:
            lines[0] += "   " + _("not answered: {n}").format(n=missed)
        if waiting := sum(map(is_to_judge, result.scored)):
            text = ngettext("{n} short answer waits for you to judge it.", "{n} short answers wait for you.", waiting)
            lines.append(text.format(n=waiting))
        return lines

    def action_review(self) -> None:
        self.status.say("")
        try:
            screen = ExamReviewScreen(self._exam, self._result.wrong, self._accept)
        except QuizError as error:
            self.status.complain(error)
            return
        self.app.push_screen(screen, lambda _none: self._show(self._exam.result()))

    def action_drill(self) -> None:
        self.dismiss(tuple(scored.question.id for scored in self._result.wrong))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return bool(self._result.wrong) if action in ("review", "drill") else True

    def action_leave(self) -> None:
        self.dismiss(())


def is_to_judge(scored: Scored) -> bool:
    """Whether a short answer was given of which no point has been found in it yet."""
    return isinstance(scored.question, Short) and scored.answered and not scored.points and not scored.overruled


def _share(score: Score) -> float:
    return score.points / score.of if score.of else 0.0
