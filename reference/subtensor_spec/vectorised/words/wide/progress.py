"""Numbers on their way through a loop: lanes drop out, and the loop goes on with the others."""

import numpy as np

from subtensor_spec.vectorised.words.wide.formats import Numbers
from subtensor_spec.vectorised.words.wide.limbs import Lanes, Mask
from subtensor_spec.vectorised.words.wide.results import Checked


class Presence:
    """Which lanes still have a value; a step that gives none in a lane ends that lane's computation."""

    def __init__(self, mask: Mask) -> None:
        self.mask = mask

    def take(self, checked: Checked) -> Numbers:
        """Return the numbers of a checked operation, and note the lanes in which there is none."""
        numbers, present = checked
        self.mask = self.mask & present
        return numbers


class Active:
    """The lanes that a loop still works on, by index."""

    def __init__(self, mask: Mask) -> None:
        self.lanes: Lanes = np.flatnonzero(mask)

    def __bool__(self) -> bool:
        return bool(self.lanes.size)

    def keep(self, mask: Mask) -> Lanes:
        """Go on with the lanes, among those left, in which the mask holds; return their places among those left."""
        places = np.flatnonzero(mask)
        self.lanes = self.lanes[places]
        return places
