"""Where columns of text stand side by side on a page."""

from itertools import groupby, pairwise

from quiz.sources.pdf.chars import Row

NARROWEST_COLUMN, NARROWEST_GAP, STEP = 80.0, 8.0, 2.0  # points
MAY_CROSS = 0.15  # of the rows of a page: titles over all columns, a figure's caption


def gutters_of(runs: list[Row]) -> list[float]:
    """Where the blank strips between columns are: hardly a run crosses them, and what stands on one side was drawn
    before what stands on the other (the cells of a table are drawn in turns)."""
    if not runs:
        return []
    edge = min(run.left for run in runs)
    crossings = [0] * (int((max(run.right for run in runs) - edge) / STEP) + 2)
    for run in runs:
        for at in range(int((run.left - edge) / STEP), int((run.right - edge) / STEP) + 1):
            crossings[at] += 1
    free = [at for at, count in enumerate(crossings) if count <= len(runs) * MAY_CROSS]
    strips = [[at for _i, at in group] for _key, group in groupby(enumerate(free), key=lambda pair: pair[1] - pair[0])]
    middles = [edge + STEP * (strip[0] + strip[-1] + 1) / 2 for strip in strips if len(strip) * STEP >= NARROWEST_GAP]
    return [middle for middle in middles if _divides(runs, middle)]


def _divides(runs: list[Row], middle: float) -> bool:
    left = [run for run in runs if run.right <= middle]
    right = [run for run in runs if run.left >= middle]
    if min(len(left), len(right)) < 3 or min(_width(left), _width(right)) < NARROWEST_COLUMN:
        return False
    top, foot = max(run.baseline for run in left), min(run.baseline for run in left)
    beside = sum(foot <= run.baseline <= top for run in right)
    sides = [run.left >= middle for run in runs if run.right <= middle or run.left >= middle]
    turns = sum(a != b for a, b in pairwise(sides))
    return beside >= 3 and turns <= max(4, min(len(left), len(right)) / 2)


def _width(runs: list[Row]) -> float:
    return max(run.right for run in runs) - min(run.left for run in runs)


def crosses(row: Row, gutters: list[float]) -> bool:
    return any(row.left < gutter < row.right for gutter in gutters)
