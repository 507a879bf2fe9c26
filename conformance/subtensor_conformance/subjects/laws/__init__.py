"""Laws over whole chains, a module for each topic."""
