"""Makes a code list of a table that somebody already has, or compares the two."""
