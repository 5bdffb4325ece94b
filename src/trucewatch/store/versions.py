"""The version of a set of rules: a digest over the modules and vocabularies that make it up, and over the tools it stands on.

Computed, not numbered by hand, so that nobody can change a rule and keep a stale result.
"""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files


@cache
def rules_version(packages: tuple[str, ...], tools: tuple[str, ...] = ()) -> str:
    """Return the digest (16 hex digits) of every module and data file in ``packages``, without packages inside them, and of the versions of
    ``tools`` installed. A name in ``packages`` may be that of a module."""
    hashed = sha256()
    for package in packages:
        home, _, leaf = package.rpartition(".")
        module = files(home) / f"{leaf}.py"
        sources = [module] if module.is_file() else files(package).iterdir()
        for source in sorted(sources, key=lambda entry: entry.name):
            if source.is_file() and not source.name.startswith("."):
                hashed.update(f"{package}/{source.name}\n".encode())
                hashed.update(source.read_bytes())
    hashed.update("\n".join(_installed(tools)).encode())
    return hashed.hexdigest()[:16]


def _installed(tools: Iterable[str]) -> Iterable[str]:
    for tool in tools:
        try:
            yield f"{tool} {version(tool)}"
        except PackageNotFoundError:
            yield f"{tool} none"
