"""The numpy path of the chain's seven fixed-point formats: arrays of 64 and 128-bit numbers, in integers only.

Read in this order: :mod:`.limbs` and the operations on limbs (:mod:`.addition`, :mod:`.shifts`,
:mod:`.multiplication`, :mod:`.division`), which know nothing of a format; :mod:`.formats` and :mod:`.results`; then
what the chain does with them (:mod:`.arithmetic`, :mod:`.rounding`, :mod:`.conversion`, :mod:`.floats`,
:mod:`.sums`, :mod:`.exponential`, :mod:`.logarithm`, :mod:`.roots`, :mod:`.trigonometry`).
"""
