"""Learn the ranker's weights from statements with the blanks that people chose.

    python -m quiz.generate.train FOLDER          writes weights.txt
    python -m quiz.generate.train FOLDER --folds  prints cross-validated hits instead, and writes nothing

FOLDER holds dev.jsonl, train.jsonl and train_general.jsonl: lines with id, sentence, spans, body_start, core. The same
data give the same bytes. The data are not part of the project; the weights are figures learned from them.
"""

import hashlib
import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quiz.generate.candidates import mark, spans
from quiz.generate.features import features
from quiz.generate.ranker import SCALE, WEIGHTS

# How much an example of each file counts; core statements are the report-like ones.
SHARES = {"dev.jsonl": 0.8, "train.jsonl": 0.8, "train_general.jsonl": 0.5}
CORE_SHARE = 1.0
LEAST_COUNT = 30  # rarer features are noise and make the file large
EPOCHS, RATE, DECAY = 3, 0.1, 0.002
SMALLEST_STEP = 0.003  # gradients below it cost time and teach nothing
LEAST_WEIGHT = 4  # hundredths
FOLDS = 5
TRIM = set(" \u3000“”‘’\"'《》〈〉「」『』（）()【】[]，。、；：！？,.;:!?—…·")


@dataclass(frozen=True, slots=True)
class Example:
    """One statement: the features of each candidate, which candidates people blanked, and its share in learning."""

    id: str
    core: bool
    dev: bool
    share: float
    bounds: list[tuple[int, int]]
    names: list[list[str]]
    chosen: list[int]


def examples(folder: Path) -> list[Example]:
    """Every statement of the three files, candidates and features worked out."""
    return [
        _example(json.loads(line), file == "dev.jsonl", share)
        for file, share in SHARES.items()
        for line in (folder / file).read_text(encoding="utf-8").splitlines()
    ]


def _example(item: dict[str, object], dev: bool, share: float) -> Example:
    text = str(item["sentence"])
    marked = replace(mark(text), body=int(str(item.get("body_start") or 0)))
    candidates = [span for span in spans(marked) if span.start >= marked.body]
    human = {_trimmed(text, start, end) for start, end in item["spans"]}  # type: ignore[attr-defined]  # JSON pairs
    core = bool(item.get("core"))
    return Example(
        id=str(item["id"]),
        core=core,
        dev=dev,
        share=CORE_SHARE if dev and core else share,
        bounds=[(span.start, span.end) for span in candidates],
        names=[list(dict.fromkeys(features(marked, span))) for span in candidates],
        chosen=[at for at, span in enumerate(candidates) if (span.start, span.end) in human],
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in TRIM:
        start += 1
    while end > start and text[end - 1] in TRIM:
        end -= 1
    return start, end


def learn(material: Sequence[Example]) -> dict[str, float]:
    """Weights that make the chosen candidates of each statement likely among its candidates (softmax, AdaGrad)."""
    counts = Counter(name for example in material for names in example.names for name in names)
    index = {name: at for at, name in enumerate(sorted(name for name, n in counts.items() if n >= LEAST_COUNT))}
    rows = [
        (example.share, [[index[n] for n in names if n in index] for names in example.names], example.chosen)
        for example in material
        if example.chosen
    ]
    weight, squares = [0.0] * len(index), [0.1] * len(index)
    order = random.Random(0)
    for _epoch in range(EPOCHS):
        order.shuffle(rows)
        for share, candidates, chosen in rows:
            for at, slope in _slopes(weight, share, candidates, chosen).items():
                slope += DECAY * weight[at]
                squares[at] += slope * slope
                weight[at] -= RATE * slope / math.sqrt(squares[at])
    return {name: weight[at] for name, at in index.items()}


def _slopes(weight: list[float], share: float, candidates: list[list[int]], chosen: list[int]) -> dict[int, float]:
    scores = [sum([weight[at] for at in names]) for names in candidates]
    top = max(scores)
    odds = [math.exp(score - top) for score in scores]
    total = sum(odds)
    slopes: dict[int, float] = {}
    for place, names in enumerate(candidates):
        miss = odds[place] / total - (1 / len(chosen) if place in chosen else 0)
        if abs(miss) < SMALLEST_STEP:
            continue
        for at in names:
            slopes[at] = slopes.get(at, 0) + share * miss
    return slopes


def hits(weight: dict[str, float], held: Iterable[Example]) -> list[int]:
    """The place (from 1) of the first human blank among the ranked candidates of each statement, 0 for none."""
    places = []
    for example in held:
        scores = [sum(weight.get(name, 0) for name in names) for names in example.names]
        kept: list[int] = []
        for at in sorted(range(len(scores)), key=lambda at: -scores[at]):
            if all(_overlap(example.bounds[at], example.bounds[other]) <= 0.7 for other in kept):
                kept.append(at)
        places.append(next((place for place, at in enumerate(kept, 1) if at in example.chosen), 0))
    return places


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return max(shared, 0) / (a[1] - a[0] + b[1] - b[0] - max(shared, 0))


def cross_validate(material: Sequence[Example]) -> list[int]:
    """`hits` on the core statements of dev.jsonl, each scored by weights that have not seen its fold."""
    places = []
    for fold in range(FOLDS):
        held = [example for example in material if example.dev and _fold(example) == fold]
        weight = learn([example for example in material if not example.dev or _fold(example) != fold])
        places += hits(weight, (example for example in held if example.core))
    return places


def _fold(example: Example) -> int:
    return int(hashlib.md5(example.id.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def write_weights(weight: dict[str, float], path: Path) -> None:
    """One feature a line with its weight in hundredths; what hardly counts is left out."""
    whole = ((name, round(value * SCALE)) for name, value in sorted(weight.items()))
    lines = [f"{name}\t{value}\n" for name, value in whole if abs(value) >= LEAST_WEIGHT]
    path.write_text("# learned by quiz.generate.train: feature, weight in hundredths\n" + "".join(lines), "utf-8")


def main(arguments: list[str]) -> None:
    material = examples(Path(arguments[0]))
    if "--folds" in arguments:
        places = cross_validate(material)
        rates = (f"hit@{k} {sum(0 < place <= k for place in places) / len(places):.1%}" for k in (1, 3, 5))
        sys.stdout.write(f"core n={len(places)}: {', '.join(rates)}\n")
    else:
        write_weights(learn(material), WEIGHTS)


if __name__ == "__main__":
    main(sys.argv[1:])
