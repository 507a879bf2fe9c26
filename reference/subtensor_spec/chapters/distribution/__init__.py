"""How an epoch's alpha reaches hotkeys."""
