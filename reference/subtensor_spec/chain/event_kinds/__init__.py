"""Every event in scope, a module for each pallet."""
