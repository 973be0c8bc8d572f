"""The Wilson interval of a share: between which shares the true one may lie, given how many were counted."""

from math import sqrt

from scipy.special import ndtri


def wilson(killed: float, total: float, level: float = 0.95) -> tuple[float, float]:
    """Lower and upper limit, 0..1, of the share killed / total, at a confidence `level` (0 < level < 1).

    The score interval: the shares p with |killed/total - p| <= z sqrt(p (1 - p) / total), z the normal quantile,

        (killed + z²/2 ± z sqrt(killed (total - killed) / total + z²/4)) / (total + z²)

    E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209-212; recommended for few cases by Brown, Cai and DasGupta,
    Statistical Science 16 (2001) 101-133. Sources split people between events, so fractions are allowed. Of nobody
    nothing is known: total 0 gives (0, 1). Raises ValueError unless 0 <= killed <= total.
    """
    if not 0 <= killed <= total:
        raise ValueError(f"no share: {killed} of {total}")
    if not 0 < level < 1:
        raise ValueError(f"no level: {level}")
    if not total:
        return 0.0, 1.0
    z = float(ndtri(0.5 + level / 2))
    middle = killed + z * z / 2
    half = z * sqrt(killed * (total - killed) / total + z * z / 4)
    # Rounding must not push a limit past the share itself, which at 0 and 1 is the limit.
    share = killed / total
    low, high = (middle - half) / (total + z * z), (middle + half) / (total + z * z)
    return max(0.0, min(low, share)), min(1.0, max(high, share))
