"""Sums of runs of numbers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import FORMATS as EXACT
from subtensor_spec.vectorised.words.wide.formats import FORMATS, Numbers
from subtensor_spec.vectorised.words.wide.sums import wrapping_sums


@pytest.mark.parametrize("name", FORMATS)
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_each_run_adds_up_as_the_exact_path_adds_it(name, data):
    """A sum wraps at each step; runs of any length, empty ones too, do not disturb one another."""
    exact, number = EXACT[name], FORMATS[name]
    bits = st.one_of(st.integers(exact.MIN_BITS, exact.MAX_BITS), st.sampled_from([exact.MIN_BITS, exact.MAX_BITS, 0]))
    runs = data.draw(st.lists(st.lists(bits, max_size=8), min_size=1, max_size=8))
    terms = Numbers.from_bits(number, [term for run in runs for term in run])
    expected = [exact.wrapping_sum(exact.from_bits(term) for term in run).bits for run in runs]
    assert wrapping_sums(terms, [len(run) for run in runs]).to_bits() == expected
