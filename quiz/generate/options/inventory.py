"""What there is for wrong options: the whole terms of a report with their shapes, and their siblings in the field."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from quiz.generate.candidates import Marked
from quiz.generate.options.entry import Entry, bodies, entry_in, frame, is_coinage, names_a_person
from quiz.generate.options.lists import parallel_lists, segment_edges
from quiz.generate.source import Source
from quiz.generate.terms import Terms
from quiz.model import KeyPhrase

LONGEST = 24
MARKS = str.maketrans("", "", "“”‘’《》")
VAGUE = re.compile(r"等|其他|有关|相关|各项|领域")  # no term by itself holds them
PAST_YEAR = re.compile(r"(?<![到至自年前—\d])((?:19|20)\d\d)年(?!底?前)")


@dataclass(frozen=True)
class Inventory:
    """The terms of a report by what they share, in reading order; `text` is every loaded report without quotation
    marks, `latest` the last year it speaks of as past (0 for none)."""

    text: str
    latest: int = 0
    entries: dict[str, Entry] = field(default_factory=dict)
    by_shape: dict[tuple[str, int], list[Entry]] = field(default_factory=dict)
    by_frame: dict[str, list[Entry]] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        """Take in a term, once."""
        if entry.text in self.entries or not 2 <= len(entry.text) <= LONGEST:
            return
        self.entries[entry.text] = entry
        self.by_shape.setdefault((entry.kind, len(entry.text)), []).append(entry)
        self.by_frame.setdefault(frame(entry.text), []).append(entry)

    @cached_property
    def grams(self) -> Counter[str]:
        """How often any three characters in a row stand in the text; to look something up without reading it all."""
        return Counter(map("".join, zip(self.text, self.text[1:], self.text[2:], strict=False)))

    def says(self, words: str) -> bool:
        """Whether a report says it, in just these words."""
        if words in self.entries:
            return True
        return all(words[at : at + 3] in self.grams for at in range(len(words) - 2)) and words in self.text

    def count(self, words: str) -> int:
        """How often the reports say it."""
        return self.grams[words] if len(words) == 3 else self.text.count(words)

    def like(self, entry: Entry) -> Iterator[Entry]:
        """Terms of the kind of `entry`, of its length first, then a character shorter or longer, and so on."""
        for length in sorted(range(2, LONGEST + 1), key=lambda length: (abs(length - len(entry.text)), length)):
            if 2 * max(length, len(entry.text)) <= 3 * min(length, len(entry.text)):
                yield from self.by_shape.get((entry.kind, length), ())

    def framed(self, entry: Entry) -> Iterator[Entry]:
        """Terms that share its last two characters (道路自信, 理论自信)."""
        yield from self.by_frame.get(frame(entry.text), ())


def collect(
    sources: Sequence[Source], phrases: Mapping[int, Sequence[KeyPhrase]], terms: Terms, text: str
) -> Inventory:
    """The inventory of a report. `phrases` are the key phrases by the number of their source, `text` is that of every
    loaded report."""
    years = [int(year) for year in PAST_YEAR.findall(text)]
    inventory = Inventory(text.translate(MARKS), max(years, default=0))
    for source in sources:
        marked = source.marked
        for start, end, kind in _whole(marked, phrases.get(source.number, ()), terms):
            named = kind in ("title", "institution")
            if named or not (VAGUE.search(marked.text, start, end) or names_a_person(marked, start, end)):
                inventory.add(entry_in(marked, start, end, kind))
    return inventory


def _whole(marked: Marked, phrases: Iterable[KeyPhrase], terms: Terms) -> Iterator[tuple[int, int, str]]:
    """(start, end, kind or "") of the terms in a sentence that certainly are whole."""
    yield from ((start, end, "title") for start, end in marked.titles)
    yield from ((start, end, "quoted") for start, end in marked.quotes if is_coinage(marked.text[start:end]))
    yield from ((start, end, "institution") for start, end in bodies(marked))
    for listed in parallel_lists(marked):
        yield from ((start, end, "") for start, end in listed)
    segments = {segment_edges(marked, segment) for segment in range(len(marked.bounds))}
    for phrase in phrases:
        named = phrase.text in terms.repeated or bool({"repeated", "heading"} & set(phrase.why))
        enclosed = (phrase.start, phrase.end) in marked.quotes + marked.titles
        alone = stands_alone(marked, phrase.start, phrase.end)
        if not enclosed and ((named and alone) or (phrase.start, phrase.end) in segments):
            yield phrase.start, phrase.end, ""


def stands_alone(marked: Marked, start: int, end: int) -> bool:
    """Whether neither a noun before nor a word behind may belong to it, as in 深化农村|集体产权制度改革."""
    before = next((word for word in marked.tokens if word.end == start), None)
    behind = next((word for word in marked.tokens if word.start == end), None)
    return (before is None or before.tag[:1] in "xvpucdf") and (behind is None or behind.tag[:1] in "xucpdf")
