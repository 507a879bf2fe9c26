"""Bittensor's consensus as exact, executable rules.

Every function that specifies something carries a permanent rule id (see :mod:`subtensor_spec.rules`) and names the
production source whose behaviour it states. The packages are floors: each imports only from those below it.
"""

__version__ = "0.1.0"
