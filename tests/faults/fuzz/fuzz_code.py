"""Fuzzes the code.

python tests/faults/fuzz/fuzz_code.py -runs=500000
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run libFuzzer, whose options are the arguments."""
    import atheris

    with atheris.instrument_imports(include=["rv_i18n"]):
        import rv_i18n

    def try_one(data: bytes) -> None:
        provider = atheris.FuzzedDataProvider(data)
        if provider.ConsumeBool():
            code: int | str = provider.ConsumeInt(provider.ConsumeIntInRange(0, 300))
        else:
            code = provider.ConsumeUnicode(400)
        try:
            assert rv_i18n.message(code, "en")
        except rv_i18n.UnknownCodeError as error:
            assert error.code is code
            assert len(str(error)) <= 300
            assert str(error).isprintable()

    atheris.Setup(sys.argv, try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
