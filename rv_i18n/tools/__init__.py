"""What is done with the catalogues besides looking a text up; the command line is made of it."""
