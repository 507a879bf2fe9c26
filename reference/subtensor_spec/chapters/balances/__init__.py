"""Balances: accounts and the TAO that they hold, how it moves, is issued and disappears."""
