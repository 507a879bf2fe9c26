"""Contracts on the exact arithmetic, over the whole range of a format; CrossHair looks for a call that breaks one.

Each is a function whose docstring says what is claimed, then under which conditions (``pre``) which conditions hold of
its result (``post``, where ``_`` is the result).
"""
