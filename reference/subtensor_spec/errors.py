"""The errors that a user or an adapter can meet; nothing else may leave the reference."""


class SpecError(Exception):
    """Base of all errors below: its text is one line fit for a person."""


class Panic(SpecError):  # noqa: N818 - the production code's own word
    """The production code would panic here (a division by zero, an unwrap of nothing)."""


class InvalidInput(SpecError):  # noqa: N818 - it names the input, not the program
    """An input that production could never hold: what is wrong, and where.

    ``where`` is a path such as ``weights[3][0][1]``; it is empty when the whole input is meant.
    """

    def __init__(self, where: str, what: str) -> None:
        self.where = where
        self.what = what
        super().__init__(f"{where}: {what}" if where else what)

    def within(self, outer: str) -> "InvalidInput":
        """Return the same complaint seen from one level further out."""
        separator = "" if not self.where or self.where.startswith("[") else "."
        return InvalidInput(f"{outer}{separator}{self.where}", self.what)
