"""An epoch's alpha for all hotkeys of a subnet at once."""
