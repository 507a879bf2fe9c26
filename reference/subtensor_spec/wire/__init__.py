"""The forms in which states, epochs, calls and values are written as JSON."""
