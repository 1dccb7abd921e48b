"""The tools of translators, maintainers, support agents and the reference page.

Each needs a library that a look-up does not: they import the runtime half, which never imports
them.
"""
