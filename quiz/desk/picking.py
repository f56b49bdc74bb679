"""Which questions of a deck are exported, and with what tags."""

from collections.abc import Callable
from dataclasses import replace

from quiz import paths
from quiz.desk.marks import Marks
from quiz.errors import QuizError
from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.model import Deck


class Picking(Marks):
    """Picks questions by where the learner stands with them."""

    def picker(self, only: str = "") -> Callable[[Deck], Deck]:
        """What takes a deck to the one to export: with the tags 收藏 and 停用 on what is starred and suspended, and
        with `only` what is due, wrong, starred, or in the sections that name it. QuizError when that leaves nothing."""

        def pick(deck: Deck) -> Deck:
            if not only and not paths.log_file().exists():
                return deck  # nothing was ever studied
            starred, suspended = self.marked(deck, "starred"), self.marked(deck, "suspended")
            wanted = self._wanted(deck, only) if only else None
            questions = []
            for question in deck.questions:
                if wanted is None or question.id in wanted:
                    signs = ("收藏",) * (question.id in starred) + ("停用",) * (question.id in suspended)
                    questions.append(replace(question, tags=(*question.tags, *signs)) if signs else question)
            if wanted is not None and not questions:
                message = _("{deck}: nothing in it is {only}, and no section has that in its headings")
                raise QuizError(message.format(deck=printable(deck.title), only=only))
            return replace(deck, questions=tuple(questions))

        return pick

    def _wanted(self, deck: Deck, only: str) -> frozenset[str]:
        from quiz.study.reviewing import is_due
        from quiz.study.wrongbook import wrong_book

        match only:
            case "due":
                cards = self.log_to_read.cards(deck.id)
                return frozenset(name for name, card in cards.items() if is_due(card, self._clock()))
            case "wrong":
                return frozenset(wrong_book(self.log_to_read, deck.id))
            case "starred":
                return self.marked(deck, "starred")
            case _:
                return frozenset(q.id for q in deck.questions if any(only in part for part in q.provenance.section))
