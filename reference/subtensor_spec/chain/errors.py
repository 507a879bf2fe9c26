"""The error that a call or a swap returns, under the chain's own name for it."""

from subtensor_spec.errors import SpecError


class CallError(SpecError):
    """The production code returns an error here: nothing changes, and the caller learns ``code``.

    ``code`` is ``Pallet.Variant`` as the runtime spells it, such as ``Swap.ReservesTooLow``.
    """

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)
