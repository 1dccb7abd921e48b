"""Tools for translators, maintainers and support agents, and the reference page.

They need libraries that a look-up does not. They import the run-time half, which never imports
them.
"""
