"""What answers the runner's questions: the two built-in paths, a program of any language, and broken ones."""
