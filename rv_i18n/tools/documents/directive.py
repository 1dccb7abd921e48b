"""The directive that puts codes into a document, each as an object that can be linked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from ..._engine.errors import CatalogError, UnknownCodeError
from ..._engine.tags import language_tag
from ..reference.labels import labels, translated
from ..reference.rows import Reference, Row
from ..reference.table import shown_text
from .domain import Code, CodeDomain, domain_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .listed import Entry, Listed

_logger = logging.getLogger(__name__)

_RANGE = re.compile(r"(-?\d{1,19})-(-?\d{1,19})")


class CodesDirective(SphinxDirective):
    """``.. rv-i18n:: 602 800-899``: these codes, or all, in the language of the documents.

    A code is named as in a look-up, and a range by its first and last number. ``:project:`` is the
    directory of another list, relative to the document or, after ``/``, to the site's sources;
    ``:shipped:`` chooses the shipped codes; ``:language:`` another language. With ``:no-index:``
    nothing leads here, for codes that another document has too.
    """

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec = {
        "project": directives.unchanged_required,
        "shipped": directives.flag,
        "language": directives.unchanged_required,
        "no-index": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Return the descriptions of the codes, below the name of their family if that has one."""
        try:
            listed = self._listed()
            for file in listed.files:
                self.env.note_dependency(file)
            locale = listed.locale(self.options.get("language", self.config.language))
            entries = listed.entries(locale)
            if self.arguments:
                chosen = dict.fromkeys(self._chosen(listed, entries))
                entries = {symbol: entries[symbol] for symbol in chosen}
        except (CatalogError, UnknownCodeError) as error:
            raise self.error(str(error)) from error
        return list(self._nodes(listed, listed.reference(locale), entries))

    def _listed(self) -> Listed:
        lists = domain_of(self.env).lists
        if "shipped" in self.options:
            return lists.shipped()
        if "project" in self.options:
            return lists.at(self.env.relfn2path(self.options["project"])[1])
        return lists.own

    def _chosen(self, listed: Listed, entries: dict[str, Entry]) -> Iterator[str]:
        """Yield the symbolic names of the codes that the argument names."""
        for word in self.arguments[0].replace(",", " ").split():
            found = _RANGE.fullmatch(word)
            if not found:
                yield listed.find(word)
                continue
            first, last = map(int, found.groups())
            numbered = ((name, each.row.code) for name, each in entries.items())
            names = [
                name for name, code in numbered if isinstance(code, int) and first <= code <= last
            ]
            if not names:
                raise self.error(f"no code is in the range {word}")
            yield from names

    def _nodes(
        self, listed: Listed, shown: Reference, entries: dict[str, Entry]
    ) -> Iterator[nodes.Node]:
        for start, rows in shown.by_family(entry.row for entry in entries.values()):
            if start is not None and not self.arguments:
                name = translated(shown.families[start], shown.locales[0], shown.words)
                yield nodes.rubric("", name, translatable=False)  # nor does Sphinx translate it
            for row in rows:
                yield from self._described(listed, shown, entries[row.symbol])

    def _described(self, listed: Listed, shown: Reference, entry: Entry) -> Iterator[nodes.Node]:
        """Yield the entries of the index, and the description, of a code."""
        row = entry.row
        code = str(row.code)
        signature = addnodes.desc_signature("", "")
        signature += addnodes.desc_name(code, code)
        signature += addnodes.desc_sig_space()
        signature += addnodes.desc_addname(row.symbol, row.symbol)
        self.set_source_info(signature)
        if "no-index" not in self.options:
            yield from self._indexed(listed, shown.locales[0], entry, signature)
        # The texts belong to catalogues of their own: no quotation mark of theirs is changed, and
        # Sphinx's gettext builder takes none of them, for they have no line in the document.
        description = addnodes.desc("", signature, support_smartquotes=False)
        kind = {"domain": CodeDomain.name, "objtype": "code", "desctype": "code"}
        description.attributes.update(kind)
        description["classes"] += [CodeDomain.name, "code"]
        description += addnodes.desc_content("", *_content(row, shown, self.config.language))
        yield description

    def _indexed(
        self, listed: Listed, locale: str, entry: Entry, signature: addnodes.desc_signature
    ) -> Iterator[nodes.Node]:
        """Let references lead to the signature of a code; yield its entry of the index."""
        domain = domain_of(self.env)
        target = listed.prefix + entry.target
        if target in domain.data["codes"].get(self.env.docname, {}):
            message = "the error code %s is here twice; use :no-index: for one of them"
            _logger.warning(message, target, location=signature, type=CodeDomain.name)
            return
        document = self.state.document
        anchor = entry.target
        if anchor in document.ids:  # another list has that number
            anchor = f"{listed.project.domain}-{anchor}"
        signature["ids"].append(anchor)
        document.note_explicit_target(signature)
        row = entry.row
        domain.note(target, Code(anchor, listed.prefix + row.symbol, shown_text(row, locale)))
        name = f"{row.symbol} ({row.code})"
        yield addnodes.index(entries=[("single", name.replace(";", ","), anchor, "", None)])


def _content(row: Row, shown: Reference, language: str) -> Iterator[nodes.Node]:
    """Yield what is said of a code: its text, what to do, when it is sent, and its facts."""
    (locale,) = shown.locales
    words = labels(locale, shown.words)
    message, action = row.messages[locale], row.messages[locale].action
    yield _paragraph(shown_text(row, locale), message.language, language)
    said = []
    if action is not None:
        said.append((words["action"], _paragraph(action.text, action.language, language)))
    if row.description:
        said.append((words["when"], _paragraph(row.description, "en", language)))
    for key, fact in row.facts.items():
        name = words["deprecated"] if key == "deprecated" else key
        said.append((name, _paragraph(str(fact))))
    if said:
        yield nodes.field_list("", *(_field(name, paragraph) for name, paragraph in said))


def _field(name: str, paragraph: nodes.paragraph) -> nodes.field:
    named = nodes.field_name("", name, translatable=False)
    return nodes.field("", named, nodes.field_body("", paragraph))


def _paragraph(text: str, tag: str = "", around: str = "") -> nodes.paragraph:
    """A paragraph, marked with its language if that is not the one around it."""
    if tag in ("", language_tag(around)):
        return nodes.paragraph("", text)
    return nodes.paragraph("", "", nodes.inline("", text, classes=[f"language-{tag}"]))
