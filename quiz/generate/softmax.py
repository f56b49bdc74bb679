"""A softmax over the candidates of each statement, fitted by L-BFGS: the arithmetic behind `train`.

Sums run in a fixed order (bincount, cumsum), so that the same data give the same figures. Needs numpy, the extra
`train`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Ints: TypeAlias = npt.NDArray[np.int32]
Floats: TypeAlias = npt.NDArray[np.float64]

MEMORY = 7  # steps that L-BFGS remembers
CLOSE_ENOUGH = 1e-5  # of the loss, from one step to the next


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of features: `features[k]` holds in row `rows[k]`; `of[c]` is the row that candidate `c` takes part in."""

    features: Ints
    rows: Ints
    of: Ints
    count: int

    def scores(self, weight: Floats) -> Floats:
        """What the block adds to each candidate."""
        by_row: Floats = np.bincount(self.rows, weight[self.features], self.count).astype(np.float64, copy=False)
        return by_row[self.of]

    def slopes(self, slope: Floats, size: int) -> Floats:
        """The gradient by each of `size` weights, of a loss with this slope by each candidate's score."""
        by_row = np.bincount(self.of, slope, self.count)
        return np.bincount(self.features, by_row[self.rows], size).astype(np.float64, copy=False)


@dataclass(frozen=True, slots=True)
class Problem:
    """`groups[c]` is the statement of candidate `c`, `target[c]` its share of that statement's human choices,
    `shares[g]` how much statement `g` counts, `penalty[f]` the L2 penalty of weight `f`."""

    blocks: Sequence[Block]
    groups: Ints
    target: Floats
    shares: Floats
    penalty: Floats

    def loss(self, weight: Floats) -> tuple[float, Floats]:
        """The penalised negative log-likelihood and its gradient."""
        score = sum((block.scores(weight) for block in self.blocks), np.zeros(len(self.groups)))
        top = np.full(len(self.shares), -np.inf)
        np.maximum.at(top, self.groups, score)
        score -= top[self.groups]
        odds = np.exp(score)
        odds_all = np.bincount(self.groups, odds)
        share = self.shares[self.groups]
        loss = -total((share * self.target) * (score - np.log(odds_all)[self.groups]))
        slope = share * (odds / odds_all[self.groups] - self.target)
        gradient = sum((block.slopes(slope, len(weight)) for block in self.blocks), self.penalty * weight)
        return loss + total(self.penalty * weight * weight) / 2, gradient


def total(values: Floats) -> float:
    """The sum from left to right: slower than numpy's own, and the same on every machine."""
    return float(np.cumsum(values)[-1])


def fit(problem: Problem, steps: int) -> Floats:
    """The weights of least loss, after at most `steps` steps."""
    weight = np.zeros(len(problem.penalty))
    loss, gradient = problem.loss(weight)
    past: list[tuple[Floats, Floats, float]] = []
    for _step in range(steps):
        if not gradient.any():
            break
        direction = _direction(gradient, past)
        new, new_loss, new_gradient = _descend(problem.loss, weight, loss, gradient, direction)
        if loss - new_loss <= CLOSE_ENOUGH * loss:
            return new
        moved, bent = new - weight, new_gradient - gradient
        past = [*past[1 - MEMORY :], (moved, bent, total(moved * bent))]
        weight, loss, gradient = new, new_loss, new_gradient
    return weight


def _direction(gradient: Floats, past: Sequence[tuple[Floats, Floats, float]]) -> Floats:
    """Where L-BFGS goes next: the gradient bent by what the last steps taught (two loops, Nocedal 1980)."""
    direction = gradient.copy()
    parts = []
    for moved, bent, both in reversed(past):
        parts.append(total(moved * direction) / both)
        direction -= parts[-1] * bent
    if past:
        _moved, bent, both = past[-1]
        direction *= both / total(bent * bent)
    else:
        direction /= total(np.abs(gradient))
    for (moved, bent, both), part in zip(past, reversed(parts), strict=True):
        direction += (part - total(bent * direction) / both) * moved
    return direction


def _descend(
    loss_at: Callable[[Floats], tuple[float, Floats]], weight: Floats, loss: float, gradient: Floats, direction: Floats
) -> tuple[Floats, float, Floats]:
    """A step against `direction`, halved until it lowers the loss enough (Armijo)."""
    slope, length = total(gradient * direction), 1.0
    while True:
        new = weight - length * direction
        new_loss, new_gradient = loss_at(new)
        if new_loss <= loss - 1e-4 * length * slope or length < 1e-6:
            return new, new_loss, new_gradient
        length /= 2
