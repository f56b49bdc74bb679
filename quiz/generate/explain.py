"""Why a question asks for just these words: what the ranker saw in them, and what stands round them, by name."""

from quiz.generate.candidates import Span, mark, spans
from quiz.generate.framing import ODDS, frames
from quiz.generate.ranker import explain
from quiz.model import Gapped, KeyPhrase, Question


def explained(question: Question, most: int = 6) -> list[tuple[str, list[tuple[str, float]]]]:
    """For every blank its answer, the features that moved its score most, with their weights in log-odds, and how it
    is framed, with the points of worth.

    Empty for a question without blanks, and for a blank that a hand set where no word ends.
    """
    if not isinstance(question, Gapped):
        return []
    text = question.quote
    shift = max(text.find(question.sentence), 0)
    marked = mark(text if question.sentence in text else question.sentence)
    places: dict[tuple[int, int], Span] = {(span.start, span.end): span for span in spans(marked)}
    found = []
    for blank in question.blanks:
        span = places.get((blank.start + shift, blank.end + shift))
        if span is not None:
            phrase = KeyPhrase(blank.answer, span.start, span.end, 0)
            framed = frames(marked, phrase, alone=len(question.blanks) == 1)
            found.append(
                (blank.answer, explain(marked, span, most) + [(f"framed {name}", ODDS[name]) for name in framed])
            )
    return found
