"""The exact interval of a count: between which means the true one may lie, if cases happen independently."""

from scipy.special import gammaincinv


def poisson_interval(n: float, level: float = 0.95, clustering: float = 1.0) -> tuple[float, float]:
    """Lower and upper limit of the mean behind a count of `n`, at a confidence `level`.

    Garwood's exact ("central") interval, with alpha = 1 - level and P⁻¹(a, .) the inverse of the regularised lower
    incomplete gamma function (half of a chi-square quantile of 2a degrees):

        (P⁻¹(n, alpha/2), P⁻¹(n + 1, 1 - alpha/2)), the lower limit 0 for n = 0

    F. Garwood, Biometrika 28 (1936) 437-442. It covers the true mean in at least `level` of all cases.

    People hurt together are not independent: `clustering` (data.statistics.dispersion) is by how much their variance
    exceeds their mean. The count is then taken as n / clustering independent cases that weigh `clustering` each (the
    scaled Poisson distribution; Bohm and Zech, Nucl. Instrum. Methods A 748 (2014) 1-6).
    Raises ValueError for n < 0, clustering <= 0 or a level outside 0..1.
    """
    if n < 0 or clustering <= 0 or not 0 < level < 1:
        raise ValueError(f"no interval: {n}, {level}, {clustering}")
    cases, tail = n / clustering, (1 - level) / 2
    # Of a thousandth of a case the lower limit is 0 to 1,600 decimals; gammaincinv gives NaN for still less.
    low = float(gammaincinv(cases, tail)) if cases > 1e-3 else 0.0
    return low * clustering, float(gammaincinv(cases + 1, 1 - tail)) * clustering


def rate_interval(
    n: float, exposure: float, level: float = 0.95, clustering: float = 1.0
) -> tuple[float, float]:  # fmt: skip
    """The same per unit of `exposure` (years, days) over which `n` was counted. ValueError unless exposure > 0."""
    if exposure <= 0:
        raise ValueError(f"no exposure: {exposure}")
    low, high = poisson_interval(n, level, clustering)
    return low / exposure, high / exposure
