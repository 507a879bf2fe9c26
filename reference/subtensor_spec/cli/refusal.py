"""What the chain refuses, as a command says it: one line, status 1, and the chain's own error."""

import click


class RefusedByChain(click.ClickException):
    """The chain would refuse what is asked; ``code`` is its error, such as ``Swap.PriceLimitExceeded``."""

    def __init__(self, code: str, why: str) -> None:
        self.code = code
        super().__init__(f"the chain refuses: {why} ({code})")
