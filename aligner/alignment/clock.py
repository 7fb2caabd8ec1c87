"""Two clocks: when the cues of one file of subtitles are shown, by the clock of the other.

A file may begin later, run at the speed of another frame rate, and have scenes that the other has
not. Speed and beginning come from the best overlap of when anything is shown at all (activity);
then each stretch of some minutes looks for a shift of its own, which it takes only where that fits
far better. All is in milliseconds.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Spans = npt.NDArray[np.float64]
"""(cues, 2): start and end of each."""

_SPEEDS = (
    1.0,
    25 / 23.976,
    23.976 / 25,
    25 / 24,
    24 / 25,
    24 / 23.976,
    23.976 / 24,
    30 / 25,
    25 / 30,
)
"""Frame rates that films are brought from one to the other of."""
_BIN = 100
"""Milliseconds that a value of the activity stands for."""
_STRETCH = 180_000
"""Milliseconds of a stretch that has one shift."""
_REACH = 1_200_000
"""How far the shift of a stretch may be from that of all."""
_LONGEST = 86_400_000
"""Milliseconds from the first cue of a file to its last; what takes longer is a mistake."""
_CANDIDATES = 4
"""Shifts that a stretch has to choose from."""
_CHANGE = 0.3
"""By how much a stretch must fit better to have another shift than the stretch before."""
_LEAST = 0.25
"""Correlation of activities that is no accident, with many cues."""


@dataclass(frozen=True, slots=True)
class Clock:
    """What brings times of the second file to the clock of the first."""

    speed: float
    shifts: Floats
    """Milliseconds to be added in each stretch."""
    fits: Floats
    """How well the activities of each stretch agree, as a correlation."""
    first: float
    """Where the first stretch begins, by the second file's clock at the speed of the first."""

    def stretch(self, times: Floats) -> npt.NDArray[np.int64]:
        """Return the number of the stretch that times, at the first file's speed, stand in."""
        number = ((times - self.first) // _STRETCH).astype(np.int64)
        return np.clip(number, 0, len(self.shifts) - 1)


def find_clock(first: Spans, second: Spans) -> Clock | None:
    """Return the clock that fits best; None where the times of the two fit nowhere."""
    if len(first) < 2 or len(second) < 2:
        return None
    if max(float(spans.max() - spans.min()) for spans in (first, second)) > _LONGEST:
        return None
    activity = _activity(first, first[:, 0].min())
    fits = [(*_best_shift(activity, second * speed), speed) for speed in _SPEEDS]
    fit, shift, speed = max(fits, key=lambda found: found[0])
    if fit < _LEAST + 1 / np.sqrt(min(len(first), len(second))):
        return None
    start = float(first[:, 0].min())
    return _in_stretches(activity, start, second * speed, shift + start, speed)


def _activity(spans: Spans, start: float, stop: float | None = None) -> Floats:
    """Return the share of each bin, from `start` on, in which a cue is shown."""
    stop = float(spans[:, 1].max()) if stop is None else stop
    size = int((stop - start) // _BIN) + 2
    rises = np.zeros(size + 1)
    edges = np.clip((spans - start) / _BIN, 0, size - 1)
    for column, sign in ((0, 1.0), (1, -1.0)):
        whole = edges[:, column].astype(np.int64)
        part = edges[:, column] - whole
        np.add.at(rises, whole, sign * (1 - part))
        np.add.at(rises, whole + 1, sign * part)
    return np.minimum(np.cumsum(rises)[:size], 1.0)


def _best_shift(activity: Floats, spans: Spans) -> tuple[float, float]:
    """Return the best correlation of an activity and that of spans, and the shift of these.

    The shift counts from where the first activity begins.
    """
    start = float(spans[:, 0].min())
    other = _activity(spans, start)
    one, two = activity - activity.mean(), other - other.mean()
    size = 1 << int(len(one) + len(two) - 1).bit_length()
    found = np.fft.irfft(np.fft.rfft(one, size) * np.conj(np.fft.rfft(two, size)), size)
    place = int(found.argmax())
    norm = float(np.sqrt((one @ one) * (two @ two))) or 1.0
    lag = place if place < len(one) else place - size
    return float(found[place]) / norm, lag * _BIN - start


def _in_stretches(
    activity: Floats, start: float, spans: Spans, shift: float, speed: float
) -> Clock:
    """Return the clock with the shift of each stretch; `shift` is that of all together."""
    first = float(spans[:, 0].min())
    count = int((float(spans[:, 1].max()) - first) // _STRETCH) + 1
    order = np.argsort(spans[:, 0], kind="stable")
    edges = np.searchsorted(spans[order, 0], first + _STRETCH * np.arange(count + 1))
    choices = []
    for number in range(count):
        own = spans[order[edges[number] : edges[number + 1]]]
        begin = first + number * _STRETCH
        choices.append(_choices(activity, start, own, begin, shift))
    shifts, fits = _cheapest_way(choices)
    return Clock(speed, shifts, fits, first)


def _choices(
    activity: Floats, start: float, spans: Spans, begin: float, shift: float
) -> list[tuple[float, float]]:
    """Return shifts that a stretch may have, each with its correlation; that of all is first."""
    if not len(spans):
        return [(shift, 0.0)]
    own = _activity(spans, begin, begin + _STRETCH)
    own = own - own.mean()
    middle = round((begin + shift - start) / _BIN)
    reach = _REACH // _BIN
    around = _cut(activity, middle - reach, middle + reach + len(own))
    size = 1 << int(len(around) + len(own)).bit_length()
    products = np.fft.irfft(np.fft.rfft(around, size) * np.conj(np.fft.rfft(own, size)), size)
    lags = 2 * reach + 1
    spread = _spread(around, len(own), lags) * float(own @ own)
    found = products[:lags] / np.sqrt(np.maximum(spread, 1e-6))
    found[spread < 1e-3] = 0.0
    places = [reach + _nearest_peak(found[reach - 3 : reach + 4])]
    left = found.copy()
    for _ in range(_CANDIDATES):
        place = int(left.argmax())
        places.append(place)
        left[max(0, place - 10) : place + 11] = -1.0
    return [(shift + (place - reach) * _BIN, float(found[place])) for place in places]


def _nearest_peak(found: Floats) -> int:
    """Return where the best of some values is, counted from the middle one."""
    return int(found.argmax()) - len(found) // 2


def _cut(values: Floats, start: int, stop: int) -> Floats:
    """Return a part of an array, with zeros where it has none."""
    part = np.zeros(stop - start)
    first, last = max(start, 0), min(stop, len(values))
    if first < last:
        part[first - start : last - start] = values[first:last]
    return part


def _spread(values: Floats, size: int, lags: int) -> Floats:
    """Return the sum of squared distances from their mean of each window of so many values."""
    sums = np.concatenate([[0.0], np.cumsum(values)])
    squares = np.concatenate([[0.0], np.cumsum(values**2)])
    at = np.arange(lags)
    total = sums[at + size] - sums[at]
    return np.asarray(squares[at + size] - squares[at] - total**2 / size)


def _cheapest_way(choices: list[list[tuple[float, float]]]) -> tuple[Floats, Floats]:
    """Return one choice for each stretch: what fits well and changes seldom."""
    best = [fit for _, fit in choices[0]]
    ways: list[list[int]] = []
    for before, here in itertools.pairwise(choices):
        reached, way = [], []
        for shift, fit in here:
            gains = [
                best[k] - (_CHANGE if abs(before[k][0] - shift) > 3 * _BIN else 0.0)
                for k in range(len(before))
            ]
            way.append(int(np.argmax(gains)))
            reached.append(fit + gains[way[-1]])
        best = reached
        ways.append(way)
    place = int(np.argmax(best))
    taken = [place]
    for way in reversed(ways):
        place = way[place]
        taken.append(place)
    chosen = [options[k] for options, k in zip(choices, reversed(taken), strict=True)]
    return np.array([shift for shift, _ in chosen]), np.array([fit for _, fit in chosen])
