"""How often the first blanks are ones that people chose, beside jieba's keywords in the same run.

    python -m benchmarks.blanks DATA.jsonl [--core] [--json] [--folds 5 --train FOLDER]

Each line of DATA: {"id", "sentence", "spans": [[start, end], ...], "body_start", "core"}; a blank before `body_start`
(0 when missing) is never offered. `--core` takes only the lines whose core is true. `quiz` is the shipped ranker, which
may know the lines; `quiz cross-validated` learns anew for every fold from FOLDER (see quiz.generate.train) without the
lines that it is scored on; `quiz make` is what the command would ask of the sentence alone, its rules included.

hit@k: some human blank is among the first k, punctuation at the ends aside; recall@5: the share of all human blanks
among the first 5; overlap@5: one of the first 5 shares half of its characters with a human blank (intersection over
union). In per cent.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from quiz.errors import QuizError
from quiz.generate.candidates import mark
from quiz.generate.phrases import Context, key_phrases
from quiz.generate.ranker import Model, shipped
from quiz.generate.terms import Terms
from quiz.generate.train import Statement, apart, fold_of, gather, learn, overlap, statement, statements, trimmed

KEYWORDS = 20
Stretch: TypeAlias = tuple[int, int]
Ranker: TypeAlias = Callable[[Statement], Iterable[Stretch]]


def read(path: Path) -> list[Statement]:
    """The statements of DATA; raises `QuizError` for a missing file or a line that is none."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QuizError(f"{path}: cannot be read ({error}); name a file of JSON lines") from error
    found = []
    for number, line in enumerate(lines, 1):
        try:
            found.append(statement(json.loads(line)))
        except (ValueError, KeyError, TypeError) as error:
            wanted = "is no JSON object with id, sentence and spans"
            raise QuizError(f"{path}:{number}: {wanted} ({type(error).__name__}: {error})") from error
    return found


def by_model(model: Model) -> Ranker:
    """The model's ranking, stretches nearly the same passed over."""
    return lambda item: apart(model.rank(replace(mark(item.text), body=item.body)))


def by_quiz_make(item: Statement) -> Iterator[Stretch]:
    """The phrases that the command would ask, heaviest first."""
    for phrase in key_phrases(mark(item.text), Context(Terms({}))):
        yield phrase.start, phrase.end


def by_keywords(keywords: Callable[..., Sequence[str]]) -> Ranker:
    """Keywords of a sentence, each where it first stands."""

    def rank(item: Statement) -> Iterator[Stretch]:
        for word in keywords(item.text[item.body :], topK=KEYWORDS):
            start = item.text.find(word, item.body)
            if start >= 0:
                yield start, start + len(word)

    return rank


def libraries() -> dict[str, Ranker]:
    """jieba's two rankings of keywords; none, and a word about it, where jieba is missing."""
    try:
        import jieba
        from jieba import analyse
    except ModuleNotFoundError:
        sys.stderr.write("jieba is not installed: textrank and tfidf are left out (pip install quiz[bench])\n")
        return {}
    jieba.setLogLevel("ERROR")
    return {"textrank": by_keywords(analyse.textrank), "tfidf": by_keywords(analyse.extract_tags)}


def cross_validated(found: Sequence[Statement], folder: Path, folds: int) -> Ranker:
    """A ranking of each statement by a model that learned from `folder` without the statement's fold."""
    material = gather(statements(folder))
    models = []
    for fold in range(folds):
        held = {item.id for item in found if fold_of(item.id, folds) == fold}
        models.append(by_model(Model(learn(material, held))))
    return lambda item: models[fold_of(item.id, folds)](item)


def measure(found: Sequence[Statement], ranker: Ranker) -> dict[str, float]:
    """The measures of a ranking, in per cent of the statements; recall@5 of their blanks."""
    hits = dict.fromkeys((1, 3, 5), 0)
    recalled = blanks = overlapping = 0
    for item in found:
        offered = list(dict.fromkeys(trimmed(item.text, start, end) for start, end in ranker(item)))[:5]
        for most in hits:
            hits[most] += any(stretch in item.human for stretch in offered[:most])
        recalled += len(item.human.intersection(offered))
        blanks += len(item.human)
        overlapping += any(overlap(stretch, human) >= 0.5 for stretch in offered for human in item.human)
    rates = {f"hit@{most}": count / len(found) for most, count in hits.items()}
    rates |= {"recall@5": recalled / blanks, "overlap@5": overlapping / len(found)}
    return {name: round(100 * rate, 2) for name, rate in rates.items()}


def table(results: dict[str, dict[str, float]]) -> Iterator[str]:
    """The results for people: a line a ranking."""
    names = next(iter(results.values()))
    yield f"{'':20}" + "".join(f"{name:>11}" for name in names) + "\n"
    for ranker, rates in results.items():
        yield f"{ranker:20}" + "".join(f"{rate:11.1f}" for rate in rates.values()) + "\n"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.blanks", description="Score rankings of blanks.")
    parser.add_argument("data", type=Path, metavar="DATA.jsonl")
    parser.add_argument("--core", action="store_true", help="only lines whose core is true")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--folds", type=int, default=0, help="cross-validate in so many folds; needs --train")
    parser.add_argument("--train", type=Path, metavar="FOLDER", help="what to learn from, for --folds")
    chosen = parser.parse_args()
    if bool(chosen.folds) != bool(chosen.train) or chosen.folds == 1 or chosen.folds < 0:
        parser.error("--folds (2 or more) and --train go together")
    return chosen


def main() -> None:
    chosen = arguments()
    found = [item for item in read(chosen.data) if item.human and (item.core or not chosen.core)]
    if not found:
        raise QuizError(f"{chosen.data}: holds no statement to score")
    rankers: dict[str, Ranker] = {"quiz": by_model(shipped())}
    if chosen.folds:
        rankers["quiz cross-validated"] = cross_validated(found, chosen.train, chosen.folds)
    rankers |= {"quiz make": by_quiz_make, **libraries()}
    results = {name: measure(found, ranker) for name, ranker in rankers.items()}
    if chosen.json:
        sys.stdout.write(json.dumps(results, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.writelines(table(results))


if __name__ == "__main__":
    try:
        main()
    except QuizError as error:
        sys.exit(str(error))
