"""Supply and emission over time: the picture that ``subtensor-spec halving --plot`` draws."""
