"""What belongs to a chain and not to one chapter: its types, state, storage items, events, errors and revisions."""
