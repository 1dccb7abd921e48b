"""Registers with Sphinx what this extension adds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ... import __version__
from .directive import CodesDirective
from .domain import CodeDomain, domain_of
from .listed import Lists

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def setup(app: Sphinx) -> dict[str, Any]:
    """Add the directive, the domain with its role, and a setting to a Sphinx application."""
    app.add_config_value("rv_i18n_project", None, "env", (str, type(None)))
    app.add_domain(CodeDomain)
    app.add_directive(CodeDomain.name, CodesDirective)
    app.connect("env-before-read-docs", _begin)
    app.connect("env-updated", _end)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}


def _begin(app: Sphinx, env: BuildEnvironment, names: list[str]) -> None:
    """Have the lists read anew by each build."""
    domain_of(env).lists = Lists(str(app.confdir), app.config.rv_i18n_project)


def _end(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    return domain_of(env).to_be_written()
