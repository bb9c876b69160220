"""Checks the docstrings of the public names (`geoiraq.__all__`) by numpydoc's rules, and runs their examples.

    python scripts/docstrings.py

Which rules is said in pyproject.toml; that every function has a docstring at all is ruff's business.
"""

from __future__ import annotations

import dataclasses
import doctest
import inspect
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from numpydoc.validate import validate

import geoiraq


def public() -> Iterator[tuple[str, Any]]:
    """Give the public functions and classes, and the public methods of those, each under its full name."""
    for name in geoiraq.__all__:
        member = getattr(geoiraq, name)
        yield f"{member.__module__}.{member.__qualname__}", member
        if inspect.isclass(member):
            for method_name, method in vars(member).items():
                if inspect.isfunction(method) and not method_name.startswith("_"):
                    yield f"{member.__module__}.{member.__qualname__}.{method_name}", method


def broken_rules() -> Iterator[str]:
    """Give each rule that a public docstring breaks."""
    settings = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "numpydoc_validation"
    ]
    for name, member in public():
        # The fields of a value are its Attributes; __init__ is not written by hand.
        not_asked = {"PR01"} if _is_value(member) or _is_error(member) else set()
        for code, message in validate(name)["errors"]:
            if code in settings["checks"] and code not in not_asked:
                yield f"{name}: {code} {message}"


def failed_examples() -> int:
    """Run the examples of the public docstrings; give how many fail."""
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    finder = doctest.DocTestFinder(recurse=False)
    for name, member in public():
        for example in finder.find(member, name, globs=vars(sys.modules[member.__module__]).copy()):
            runner.run(example)
    return runner.failures


def _is_value(member: Any) -> bool:
    return dataclasses.is_dataclass(member) or (inspect.isclass(member) and issubclass(member, tuple))


def _is_error(member: Any) -> bool:
    return inspect.isclass(member) and issubclass(member, BaseException)


def main() -> int:
    """Print what is wrong; give the exit status."""
    broken = list(broken_rules())
    print("\n".join(broken) or "public docstrings keep numpydoc's rules")
    return 1 if broken or failed_examples() else 0


if __name__ == "__main__":
    sys.exit(main())
