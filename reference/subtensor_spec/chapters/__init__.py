"""What the chain does, a package for each chapter of the specification, under the chapter's one word."""
