"""A chain's state in files: raw storage as nodes serve it, and the typed form of this specification."""
