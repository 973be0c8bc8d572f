"""Clustering, the index of dispersion and neighbours, against numbers worked out by hand and statsmodels."""

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st

from data.statistics.dispersion import clustering, dispersion, neighbours_alike


def test_clustering_by_hand() -> None:
    assert clustering([1, 1, 1]) == 1
    assert clustering([10]) == 10
    assert clustering([1, 3]) == pytest.approx(10 / 4)
    assert clustering([]) == clustering([0, 0]) == 1
    assert clustering([0.5, 0.5]) == 1
    assert clustering([1, 5], [3, 1]) == clustering([1, 1, 1, 5]) == pytest.approx(28 / 8)


@given(st.lists(st.integers(1, 50), min_size=1))
def test_clustering_is_variance_over_mean_of_people(sizes: list[int]) -> None:
    assert 1 <= clustering(sizes) <= max(sizes)
    assert clustering(sizes * 3) == pytest.approx(clustering(sizes))


@given(st.lists(st.integers(0, 60), min_size=2, max_size=40).filter(lambda counts: np.mean(counts) >= 1))
def test_dispersion_is_the_chi_square_of_a_poisson_regression(counts: list[int]) -> None:
    theirs = sm.GLM(counts, np.ones(len(counts)), family=sm.families.Poisson()).fit()
    found = dispersion(counts)
    assert found is not None
    assert found.ratio == pytest.approx(theirs.pearson_chi2 / theirs.df_resid, rel=1e-6, abs=1e-9)


def test_dispersion_says_nothing_of_too_little() -> None:
    assert dispersion([4]) is None
    assert dispersion([0, 1, 0, 1]) is None
    found = dispersion([5, 5, 5])
    assert found is not None
    assert (found.ratio, found.p) == (0, 1)


def test_neighbours() -> None:
    assert neighbours_alike([1] * 10 + [-1] * 10)
    assert not neighbours_alike([1, -1] * 10)
    assert not neighbours_alike([0.0] * 20)
    assert not neighbours_alike([1] * 5 + [-1] * 5), "too few to see"
