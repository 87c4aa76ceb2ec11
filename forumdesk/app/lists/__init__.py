"""Lists that come in: which column holds what, whom a row means, and what has to change for it."""
