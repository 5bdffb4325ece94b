"""trucewatch: who says what, what happened, how sure, what it breaks — every value traceable to its words.

``trucewatch.read(text, published=…)`` reads one text; ``trucewatch.Case`` keeps a folder of reports. Both load the language model on
first use, so that importing this package stays cheap.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trucewatch.case import Case
    from trucewatch.oneshot import Result, read
    from trucewatch.records.assertion import Claim, Statement

from trucewatch.version import __version__

__all__ = ["Case", "Claim", "Result", "Statement", "__version__", "read"]

_HOMES = {
    "Case": "trucewatch.case",
    "Result": "trucewatch.oneshot",
    "read": "trucewatch.oneshot",
    "Claim": "trucewatch.records.assertion",
    "Statement": "trucewatch.records.assertion",
}


def __getattr__(name: str) -> Any:
    """Import a public name from its home when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'trucewatch' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
