"""Issuance: block emission, and the supplies of TAO and alpha."""
