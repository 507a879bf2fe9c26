"""exp, ln, log2, pow, powi, sqrt, sin and cos as the chain's fixed-point library computes them.

Each takes a number and, but for sin and cos, the format to compute in, and gives nothing where production gives an
error. The ``checked_…`` ones are the chain's own variants, from
:mod:`subtensor_spec.arithmetic.transcendental.safe_math`.
"""

from subtensor_spec.arithmetic.transcendental.exponential import exp
from subtensor_spec.arithmetic.transcendental.logarithm import ln, log2
from subtensor_spec.arithmetic.transcendental.power import pow, powi
from subtensor_spec.arithmetic.transcendental.safe_math import checked_ln, checked_log, checked_pow, checked_sqrt
from subtensor_spec.arithmetic.transcendental.square_root import sqrt
from subtensor_spec.arithmetic.transcendental.trigonometry import cos, sin

__all__ = [
    "checked_ln",
    "checked_log",
    "checked_pow",
    "checked_sqrt",
    "cos",
    "exp",
    "ln",
    "log2",
    "pow",
    "powi",
    "sin",
    "sqrt",
]
