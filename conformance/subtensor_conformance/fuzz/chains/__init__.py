"""Fuzzing of chains: worlds to begin on, drawn steps, and the shortest sequence on which an implementation differs."""
