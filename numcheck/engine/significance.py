"""What a test statistic says about its p-value, and what whole-number data say about mean and SD.

Recomputation follows Nuijten et al. 2016 ("The prevalence of statistical reporting errors in
psychology", Behavior Research Methods 48): the statistic's rounding is pushed through its
distribution. GRIM is Brown & Heathers 2017 (Social Psychological and Personality Science 8),
GRIMMER is Anaya 2016 (PeerJ Preprints 4:e2400v1) with Allard's 2018 simplification, DEBIT is
Heathers & Brown 2019 (OSF, "DEBIT: a simple consistency test for binary data").
"""

from __future__ import annotations

from decimal import Decimal
from math import ceil, floor, sqrt

__all__ = ["debit", "grim", "grimmer", "p_values", "spread_fits_scale"]

_SLACK = 1e-9


def p_values(
    name: str, value: float, unit: float, df1: float | None, df2: float | None
) -> tuple[float, float] | None:
    """The lowest and highest two-sided p-value that a rounded statistic allows.

    Args:
        name: ``t``, ``F``, ``r``, ``z`` or ``chi2``.
        value: The statistic as reported.
        unit: Place value of its last digit.
        df1: Degrees of freedom; ``None`` for z.
        df2: Second degrees of freedom, for F.

    Returns:
        ``None`` where the degrees of freedom are missing or the statistic is impossible.

    Raises:
        ImportError: scipy is not installed.
    """
    from scipy import stats

    size = abs(value)
    low, high = max(size - unit / 2, 0.0), size + unit / 2

    def tail(x: float) -> float | None:
        if name == "z":
            return float(2 * stats.norm.sf(x))
        if df1 is None or df1 <= 0:
            return None
        if name == "t":
            return float(2 * stats.t.sf(x, df1))
        if name == "r":
            if x >= 1:
                return 0.0
            return float(2 * stats.t.sf(x * sqrt(df1 / (1 - x * x)), df1))
        if name == "chi2":
            return float(stats.chi2.sf(x, df1))
        return float(stats.f.sf(x, df1, df2)) if df2 is not None and df2 > 0 else None

    if name == "r" and size > 1:
        return None
    least, most = tail(high), tail(low)
    return None if least is None or most is None else (least, most)


def grim(mean: Decimal, unit: Decimal, count: int) -> list[int]:
    """The whole-number totals that ``count`` whole numbers with this rounded mean can have.

    An empty list says that no such data exist. Rounding half up, half to even and truncation
    are all allowed.
    """
    least = ceil(float((mean - unit / 2) * count) - _SLACK)
    most = floor(float((mean + unit) * count) + _SLACK)
    return [total for total in range(least, most + 1) if Decimal(total) / count < mean + unit]


def debit(mean: Decimal, mean_unit: Decimal, sd: Decimal, sd_unit: Decimal, count: int) -> bool:
    """Whether yes-or-no data of ``count`` people can have this mean and standard deviation."""
    for total in grim(mean, mean_unit, count):
        share = total / count
        population = sqrt(max(share * (1 - share), 0.0))
        sample = population * sqrt(count / (count - 1)) if count > 1 else 0.0
        if any(_rounds_to(one, sd, sd_unit) for one in (population, sample)):
            return True
    return False


def grimmer(mean: Decimal, mean_unit: Decimal, sd: Decimal, sd_unit: Decimal, count: int) -> bool:
    """Whether ``count`` whole numbers can have this mean and standard deviation.

    For each possible total there must be a whole sum of squares, odd or even as the total is,
    that gives the standard deviation, taken over ``count`` or over ``count - 1``.
    """
    least, most = max(float(sd - sd_unit / 2), 0.0), float(sd + sd_unit)
    for total in grim(mean, mean_unit, count):
        smallest = total * total / count
        for divisor in (count - 1, count):
            begin = ceil(least * least * divisor + smallest - _SLACK)
            end = floor(most * most * divisor + smallest + _SLACK)
            if any((squares - total) % 2 == 0 for squares in range(begin, min(end, begin + 2) + 1)):
                return True
    return False


def spread_fits_scale(
    mean: Decimal,
    mean_unit: Decimal,
    sd: Decimal,
    sd_unit: Decimal,
    count: int,
    scale: tuple[Decimal, Decimal],
) -> bool:
    """Whether answers between two ends can have this mean and standard deviation.

    The spread is largest where all answers lie at the two ends (Bhatia & Davis 2000, American
    Mathematical Monthly 107), times n / (n - 1) for a sample.
    """
    low, high = float(scale[0]), float(scale[1])
    best = 0.0
    middle = (low + high) / 2
    least, most = float(mean - mean_unit / 2), float(mean + mean_unit)
    for centre in (least, most, min(max(middle, least), most)):
        best = max(best, (high - centre) * (centre - low))
    factor = count / (count - 1) if count > 1 else 1.0
    return float(sd - sd_unit / 2) <= sqrt(max(best, 0.0) * factor) + _SLACK


def _rounds_to(value: float, reported: Decimal, unit: Decimal) -> bool:
    return float(reported - unit / 2) - _SLACK <= value < float(reported + unit) + _SLACK
