"""Mutants of keys: swapping coldkeys and hotkeys, and what goes with them."""

from subtensor_conformance.subjects.keys.mutants import belongings, coldkeys, hotkeys

MUTANTS = [*coldkeys.MUTANTS, *hotkeys.MUTANTS, *belongings.MUTANTS]
