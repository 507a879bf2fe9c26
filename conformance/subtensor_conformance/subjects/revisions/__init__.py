"""Rules of other revisions: emission by flow, which r425 has and never reaches."""
