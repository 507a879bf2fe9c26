"""Decimals and ratios: the decimal float, Perquintill, ratio powers and Q32."""
