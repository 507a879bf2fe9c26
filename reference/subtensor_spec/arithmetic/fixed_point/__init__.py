"""The seven fixed-point formats of the chain, and the integers they are made from and turn into."""
