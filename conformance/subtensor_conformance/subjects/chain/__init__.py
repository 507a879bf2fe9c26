"""Chapter 5: values and keys as a node stores them."""
