"""Fuzzes the locale.

python tests/faults/fuzz/fuzz_locale.py -runs=1000000
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run libFuzzer, whose options are the arguments."""
    import atheris

    with atheris.instrument_imports(include=["rv_i18n"]):
        import rv_i18n
        import rv_i18n._engine.likely
        import rv_i18n._engine.tags

    texts = {rv_i18n.message(604, locale) for locale in rv_i18n.locales()}

    def try_one(data: bytes) -> None:
        provider = atheris.FuzzedDataProvider(data)
        count = provider.ConsumeIntInRange(0, 3)
        strings = [provider.ConsumeUnicode(400) for _ in range(max(1, count))]
        locale = strings if count else strings[0]
        assert rv_i18n.message(604, locale) in texts
        assert rv_i18n.negotiate(locale, "xx") in {*rv_i18n.locales(), "xx"}

    atheris.Setup(sys.argv, try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
