"""What an event noun's own verb tells of whom it hit: "the shelling killed eight people", "an air strike wounded four guards".

Enters: a mention, the mentions of its text by token, and the tree. Leaves: the mention, with those whom the verb it is subject of harmed.
"""

from collections.abc import Mapping
from dataclasses import replace

from trucewatch.reading.mentions import EventMention
from trucewatch.reading.participants import together
from trucewatch.reading.tree import Tree

_HAPPENED = frozenset({"certain", "probable", "possible"})
_HARMING = frozenset({"kill", "wound", "injure", "hurt", "maim", "slay"})
_SUFFERERS = frozenset({"victim", "target"})


def with_outcome(tree: Tree, mention: EventMention, by_token: Mapping[int, EventMention]) -> EventMention:
    """Give a noun of violence without a sufferer those whom its verb says that it killed or hurt."""
    at = mention.token
    if tree.dep[at] not in {"nsubj", "csubj"} or not mention.rule.startswith("noun") or mention.stance.factuality not in _HAPPENED:
        return mention
    verb = tree.head[at]
    told = by_token.get(verb)
    if told is None or tree.lemma[verb].lower() not in _HARMING or told.stance.factuality not in _HAPPENED or verb < at:
        return mention
    if any(one.role in _SUFFERERS for one in mention.participants):
        return mention
    harmed = [one for one in told.participants if one.role == "victim"]
    return replace(mention, participants=together((*mention.participants, *harmed))) if harmed else mention
