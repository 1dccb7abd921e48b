"""Fuzzes the reader of .mo and .po files.

python tests/faults/fuzz/fuzz_catalogue.py -runs=200000
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run libFuzzer, whose options are the arguments."""
    import atheris

    with atheris.instrument_imports(include=["rv_i18n"]):
        import rv_i18n
        from rv_i18n._engine import files

    class Held:
        """A Traversable that is one file."""

        def __init__(self, name: str, data: bytes) -> None:
            self.name = name
            self.read_bytes = lambda: data

        def __str__(self) -> str:
            return self.name

    def try_one(data: bytes) -> None:
        name = "rv_i18n.po" if data[:1] < b"\x40" else "rv_i18n.mo"
        magic = b"\xde\x12\x04\x95\0\0\0\0" if data[:1] < b"\xc0" else b""
        data = data[1:] if name.endswith(".po") else magic + data[1:]
        try:
            held = Held(name, data)
            texts = files.texts_of(held, files.read_data(held)[0])
        except rv_i18n.CatalogError as error:
            assert error.path == name
            assert len(str(error)) <= 300
            assert str(error).isprintable()
        else:
            assert all(isinstance(text, str) for text in texts.values())

    atheris.Setup(sys.argv, try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
