"""Learn the ranker's weights from statements with the blanks that people chose.

    python -m quiz.generate.train FOLDER          writes weights.txt
    python -m quiz.generate.train FOLDER --folds  prints cross-validated hits instead, and writes nothing

FOLDER holds dev.jsonl, train.jsonl and train_general.jsonl: lines with id, sentence, spans, body_start, core. The same
data give the same bytes. The data are not part of the project; the weights are figures learned from them. Needs numpy,
the extra `train`.
"""

import argparse
import hashlib
import json
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quiz.generate import features as named
from quiz.generate.candidates import BEGIN, END, Marked, Word, candidates, mark, span_of
from quiz.generate.features import Feature
from quiz.generate.ranker import SCALE, WEIGHTS, Model, Ranked
from quiz.generate.sums import Weights

if TYPE_CHECKING:
    from quiz.generate.softmax import Floats, Problem

# How much a statement of each file counts; core statements are the report-like ones.
SHARES = {"dev.jsonl": 0.8, "train.jsonl": 0.8, "train_general.jsonl": 0.5}
CORE_SHARE = 1.0
LEAST_COUNT = 5  # statements that a feature must hold in
PENALTY = 8.0
STEPS = 45
KEPT = 46_000  # weights in the file: those largest by the root of how many statements they hold in
FOLDS = 5
KEPT_APART = 0.8  # intersection over union above which the lower of two candidates is passed over
TRIM = frozenset(" \u3000\xa0“”‘’\"'《》〈〉「」『』（）()【】[]，。、；：！？,.;:!?—…·")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence and the stretches that people blanked; `share` is how much it counts in learning."""

    id: str
    text: str
    body: int
    human: frozenset[tuple[int, int]]
    share: float
    core: bool
    dev: bool


def statements(folder: Path) -> list[Statement]:
    """Every statement of the three files."""
    return [
        statement(json.loads(line), share, file == "dev.jsonl")
        for file, share in SHARES.items()
        for line in (folder / file).read_text(encoding="utf-8").splitlines()
    ]


def statement(item: dict[str, Any], share: float = 0, dev: bool = False) -> Statement:
    """The statement of a line of data; raises KeyError, TypeError or ValueError where it is none."""
    text, core = str(item["sentence"]), bool(item.get("core"))
    human = frozenset(trimmed(text, int(start), int(end)) for start, end in item["spans"])
    body = int(item.get("body_start") or 0)
    return Statement(str(item["id"]), text, body, human, CORE_SHARE if dev and core else share, core, dev)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without punctuation and spaces at its ends."""
    while start < end and text[start] in TRIM:
        start += 1
    while end > start and text[end - 1] in TRIM:
        end -= 1
    return start, end


@dataclass(frozen=True, slots=True)
class Material:
    """The statements that have a human choice among their candidates, as the learner takes them; `counts` says in how
    many each feature holds."""

    statements: list[Statement]
    names: list[Feature]
    counts: "Floats"
    problem: "Problem"


@dataclass(slots=True)
class _Rows:
    """Feature numbers with the row that each holds in, and the row of each candidate, while they are gathered."""

    features: "array[int]" = field(default_factory=lambda: array("i"))
    rows: "array[int]" = field(default_factory=lambda: array("i"))
    of: "array[int]" = field(default_factory=lambda: array("i"))
    count: int = 0

    def add(self, found: Sequence[int]) -> None:
        self.features.extend(found)
        self.rows.extend([self.count] * len(found))
        self.count += 1


class Gatherer:
    """Works out the candidates and features of statements; a feature's number is its place in `numbers`."""

    def __init__(self) -> None:
        self.numbers: dict[Feature, int] = {}
        self.counts: Counter[int] = Counter()
        self.starts, self.ends, self.wholes = _Rows(), _Rows(), _Rows()
        self.groups, self.target = array("i"), array("d")
        self.used: list[Statement] = []
        self._numbered = cache(self._number_all)

    def add(self, statement: Statement) -> None:
        """Take in a statement, unless no candidate is a human choice."""
        marked = replace(mark(statement.text), body=statement.body)
        pairs = candidates(marked)
        spans = [span_of(marked, first, last) for first, last in pairs]
        chosen = [(span.start, span.end) in statement.human for span in spans]
        if not any(chosen):
            return
        self.starts.of.extend([self.starts.count + first for first, _last in pairs])
        self.ends.of.extend([self.ends.count + last for _first, last in pairs])
        self.wholes.of.extend(range(self.wholes.count, self.wholes.count + len(pairs)))
        held: set[int] = set()
        for start, end in self._borders(marked):
            self.starts.add(start)
            self.ends.add(end)
            held.update(start, end)
        for (first, last), span in zip(pairs, spans, strict=True):
            found = self._number(named.whole(marked, span, first, last))
            self.wholes.add(found)
            held.update(found)
        self.counts.update(held)
        self.groups.extend([len(self.used)] * len(pairs))
        self.target.extend([hit / sum(chosen) for hit in chosen])
        self.used.append(statement)

    def _borders(self, marked: Marked) -> Iterator[tuple[list[int], list[int]]]:
        """The features of a span that opens, and of one that ends, with each word."""
        around = [BEGIN, BEGIN, *marked.words, END, END]
        for at in range(len(marked.words)):
            further, before, word, after, beyond = around[at : at + 5]
            start = self._numbered(named.start_features, before, word) + self._numbered(
                named.two_before, further, before
            )
            end = self._numbered(named.end_features, word, after) + self._numbered(named.two_after, after, beyond)
            yield start, end

    def _number_all(self, role: Callable[[Word, Word], Iterable[Feature]], left: Word, right: Word) -> list[int]:
        return self._number(role(left, right))

    def _number(self, found: Iterable[Feature]) -> list[int]:
        numbers = self.numbers
        return [numbers.setdefault(feature, len(numbers)) for feature in found]

    def material(self) -> Material:
        """What was taken in, without the features that hold too rarely."""
        import numpy as np

        from quiz.generate.softmax import Block, Problem

        frequent = [at for at in range(len(self.numbers)) if self.counts[at] >= LEAST_COUNT]
        new = np.full(len(self.numbers), -1, np.int32)
        new[frequent] = np.arange(len(frequent))
        blocks = []
        for rows in (self.starts, self.ends, self.wholes):
            features = new[np.array(rows.features)]
            kept = features >= 0
            blocks.append(Block(features[kept], np.array(rows.rows)[kept], np.array(rows.of), rows.count))
        names = list(self.numbers)
        shares = np.array([statement.share for statement in self.used])
        penalty = np.full(len(frequent), PENALTY)
        problem = Problem(blocks, np.array(self.groups), np.array(self.target), shares, penalty)
        counts = np.array([float(self.counts[at]) for at in frequent])
        return Material(self.used, [names[at] for at in frequent], counts, problem)


def gather(found: Iterable[Statement]) -> Material:
    """Candidates and features of every statement, worked out once."""
    gatherer = Gatherer()
    for each in found:
        gatherer.add(each)
    return gatherer.material()


def learn(material: Material, left_out: Collection[str] = ()) -> Weights:
    """Weights (kind, value, hundredths) that make the human choices likely; statements with an id in `left_out` count
    for nothing."""
    import numpy as np

    from quiz.generate.softmax import fit

    known = np.array([statement.id not in left_out for statement in material.statements])
    weight = fit(replace(material.problem, shares=material.problem.shares * known), STEPS)
    worth = np.abs(weight) * np.sqrt(material.counts)
    largest = np.argsort(-worth, kind="stable")[:KEPT].tolist()
    figures = np.rint(weight * SCALE).astype(int).tolist()
    learned: Weights = defaultdict(dict)
    for (kind, value), figure in sorted((material.names[at], figures[at]) for at in largest):
        if figure and value.isprintable():
            learned[kind][value] = figure
    return learned


def fold_of(name: str, folds: int = FOLDS) -> int:
    """Which fold the statement with this id belongs to."""
    return int(hashlib.md5(name.encode(), usedforsecurity=False).hexdigest(), 16) % folds


def apart(ranked: Iterable[Ranked]) -> Iterator[tuple[int, int]]:
    """Ranked stretches, best first, without those that are nearly one that came before."""
    kept: list[tuple[int, int]] = []
    for candidate in ranked:
        start, end = candidate.span.start, candidate.span.end
        if all(overlap((start, end), other) <= KEPT_APART for other in kept):
            kept.append((start, end))
            yield start, end


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Intersection over union of two stretches of characters."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(shared, 0) / (one[1] - one[0] + other[1] - other[0] - max(shared, 0))


def place(model: Model, statement: Statement) -> int:
    """The place (from 1) of the first human choice in the model's ranking, 0 for none."""
    marked = replace(mark(statement.text), body=statement.body)
    ranking = enumerate(apart(model.rank(marked)), 1)
    return next((at for at, stretch in ranking if stretch in statement.human), 0)


def cross_validate(found: Sequence[Statement]) -> list[int]:
    """`place` of every core statement of dev.jsonl, by weights that have not seen its fold."""
    material, places = gather(found), []
    for fold in range(FOLDS):
        held = [statement for statement in found if statement.dev and fold_of(statement.id) == fold]
        model = Model(learn(material, {statement.id for statement in held}))
        places += [place(model, statement) for statement in held if statement.core]
    return places


def write_weights(weights: Weights, path: Path) -> None:
    """Each kind in turn, one line a figure with every value that has it."""
    lines = [
        "# learned by quiz.generate.train: @ a kind of feature, then a weight in hundredths and the values it has\n"
    ]
    for kind, values in sorted(weights.items()):
        lines.append(f"@{kind}\n")
        having: defaultdict[int, list[str]] = defaultdict(list)
        for value, figure in sorted(values.items()):
            having[figure].append(value)
        lines += ["\t".join([str(figure), *having[figure]]) + "\n" for figure in sorted(having)]
    path.write_bytes("".join(lines).encode())


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m quiz.generate.train", description="Learn the ranker's weights.")
    parser.add_argument("folder", type=Path, help=f"holds {', '.join(SHARES)}")
    parser.add_argument("--folds", action="store_true", help="print cross-validated hits, and write nothing")
    asked = parser.parse_args(arguments)
    missing = [name for name in SHARES if not (asked.folder / name).is_file()]
    if missing:
        parser.error(f"{asked.folder}: no {', '.join(missing)} in it; name the folder of the statements")
    found = statements(asked.folder)
    if asked.folds:
        places = cross_validate(found)
        rates = (f"hit@{k} {sum(0 < at <= k for at in places) / len(places):.1%}" for k in (1, 3, 5))
        sys.stdout.write(f"core n={len(places)}: {', '.join(rates)}\n")
    else:
        write_weights(learn(gather(found)), WEIGHTS)


if __name__ == "__main__":
    main(sys.argv[1:])
