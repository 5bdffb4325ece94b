"""Vocabularies as YAML, each read once by a typed loader. Lexicons are data; rules about language are code."""

from functools import cache
from importlib.resources import files

import yaml


@cache
def vocabulary(name: str) -> object:
    """Return the parsed content of ``vocab/<name>.yaml``. Raises FileNotFoundError where there is none.

    The caller narrows the type; a loader beside the code that uses a vocabulary turns it into frozen values.
    """
    text = files("trucewatch.vocab").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
