"""What is asked besides what was captured: questions chosen so that every branch of every rule has some."""
