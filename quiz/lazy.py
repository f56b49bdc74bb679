"""Packages whose names are imported when they are first asked for: who needs one loads its module and no other.

For type checkers such a package imports all of them `if TYPE_CHECKING`.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def lazily(package: str, names: Mapping[str, str]) -> Callable[[str], object]:
    """The `__getattr__` of a package; `names` gives for the name of a module the names in it, between blanks.

    A name must not be that of a module of the package too: which of the two it is would depend on who asked first.
    """
    modules = {name: module for module, held in names.items() for name in held.split()}

    def get(name: str) -> object:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f"{package}.{modules[name]}"), name)
        setattr(sys.modules[package], name, value)  # asked for once
        return value

    return get
