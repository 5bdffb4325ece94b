"""The matrix products of the parser, on one thread, by the library that numpy brings: half the time of the one that the model brings.

On one thread, because the products of a sentence are small: several threads wait for one another longer than they work, and many readers
on one machine would fight for its cores.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from functools import cache
from typing import TYPE_CHECKING, Any

from threadpoolctl import ThreadpoolController

if TYPE_CHECKING:
    from spacy.language import Language


class Products:
    """The parts of a model that multiply matrices, with what they multiply them by."""

    def __init__(self, nlp: "Language") -> None:
        from thinc.api import NumpyOps

        self._parts = [(node, node.ops) for node in _nodes(nlp)]
        self._quick = NumpyOps(use_blis=False)
        self.quicken()

    def quicken(self) -> None:
        """Multiply by numpy's library. A model on an accelerator stays there."""
        for node, stock in self._parts:
            if stock.name == self._quick.name:
                node.ops = self._quick

    def restore(self) -> None:
        """Multiply as the model was installed."""
        for node, stock in self._parts:
            node.ops = stock


def on_one_thread() -> AbstractContextManager[Any]:
    """Keep matrix products to one thread meanwhile."""
    limited: AbstractContextManager[Any] = _controller().limit(limits=1, user_api="blas")
    return limited


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()


def _nodes(nlp: "Language") -> Iterator[Any]:
    """Yield every part of the models of ``nlp``."""
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if model is not None:
            yield from model.walk()
