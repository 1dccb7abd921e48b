"""Shows catalogues: the rows of codes and texts, search, the table and the reference page."""
