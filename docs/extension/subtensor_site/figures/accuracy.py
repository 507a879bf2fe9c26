"""The error of exp, ln and others: the picture that ``subtensor-spec accuracy --plot`` draws."""
