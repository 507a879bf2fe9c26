"""What each kind of input to each function is for: the groups of published rows and the words beside them."""
