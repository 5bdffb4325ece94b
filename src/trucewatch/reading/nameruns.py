"""Runs of capitalised words that may name a place: a parse goes in, token ranges come out."""

from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.reading.headings import opens_line
from trucewatch.reading.parse import Parse
from trucewatch.reading.placewords import place_words
from trucewatch.reading.tree import Tree
from trucewatch.records.names import ARTICLES
from trucewatch.records.terms import PlacePrecision

PROPER = frozenset(("NNP", "NNPS"))
IN = frozenset(
    """in at near outside around inside into toward towards across throughout within off entering above below behind beyond beside
    past opposite alongside along overlooking facing adjoining bordering via""".split()
)
DAYS = frozenset(
    """mon tue tues wed thu thur thurs fri sat sun january february march april june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday yesterday today""".split()
)
CONNECTORS = frozenset("al el ez ad as ar ash at an es esh de del la las los le les d' l' da do dos du tis bin ibn abu y -".split())
_ONLY_JOINED = frozenset(("at", "as", "an", "ad", "y"))
"""Connectors that are other words too, unless a hyphen follows."""
_RULES = frozenset(("|", "·", "•"))
"""Marks that part the fields of a line."""
NUMBERED = frozenset(
    """route highway road hill mile kilometre kilometer autoroute freeway interstate rn checkpoint outpost point height peak feature
    camp block sector gate pier bunker post firebase kilo motorway pylon milestone""".split()
)
"""Words that a number makes the name of a place: Route 9, Hill 303."""
PLACE_ENTITIES = frozenset(("GPE", "LOC", "FAC"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A run of tokens ``[start, end)`` that names a place. ``located``: the words around use it as one."""

    start: int
    end: int
    name: str
    located: bool
    kind: PlacePrecision
    entity: str


def name_runs(parse: Parse) -> list[tuple[int, int]]:
    """Return the runs of proper nouns, connectors inside them included. None crosses a sentence's start."""
    doc, tree = parse.doc, parse.tree
    shown, opens = parse.shown, [token.is_sent_start for token in doc]
    titled = [shown[at].isupper() for at in parse.starts]
    entities = [token.ent_type_ for token in doc]
    lower, tags, length = tree.lower, tree.tag, len(tree)
    runs, index = list[tuple[int, int]](), 0
    while index < length:
        if (tags[index] not in PROPER and not titled[index]) or lower[index] in _RULES:
            index += 1
            continue
        if (
            tags[index] not in PROPER
            and not (entities[index] in PLACE_ENTITIES and titled[index])
            and not _used_as_name(lower, titled, opens, index)
            and not _before_site(tree, titled, opens, index)
            and not (titled[index] and _heads_line(parse, index))
        ):
            index += 1
            continue
        end = index + 1
        while (
            end < length
            and not opens[end]
            and not (_changes(entities, end) and lower[end] not in CONNECTORS)
            and lower[end] not in DAYS
            and lower[end] not in _RULES
        ):
            if tags[end] in PROPER or (titled[end] and entities[end] and entities[end] == entities[end - 1]):
                end += 1
            elif lower[end] in CONNECTORS and _goes_on(tree, titled, end):
                end += 2 if lower[end + 1] != "-" else 3
            elif _hyphened(tree, titled, end):
                end += 4
            elif _ezafe(tree, titled, end):
                end += 3
            else:
                break
        if (
            end < length
            and end - 1 == index
            and lower[index] in NUMBERED
            and not opens[end]
            and lower[end][:1].isdigit()
            and len(lower[end]) < 5
        ):
            end += 1  # "Route 9"
        while end - index > 1 and lower[index] in IN and not (index and lower[index - 1] in IN):
            index += 1  # "Near Komorane", whose first word the tagger takes for a name
        runs.append((_with_article(tree, index), min(end, length)))
        index = end
    return runs


def _changes(entities: Sequence[str], end: int) -> bool:
    """Tell whether a person's name begins or ends between two proper nouns ("… for the Middle East Tobias Ellwood")."""
    before, after = entities[end - 1], entities[end]
    return bool(before and after) and before != after and "PERSON" in {before, after}


def _used_as_name(lower: Sequence[str], titled: Sequence[bool], opens: Sequence[bool], index: int) -> bool:
    """Tell a capitalised word after a preposition of place, whatever the tagger took it for."""
    if not titled[index] or not index or opens[index] or not lower[index][:2].isalpha():
        return False
    words = place_words()
    return lower[index - 1] in IN or (lower[index - 1] == "of" and index > 1 and lower[index - 2] in words.sites | words.settlements)


def _heads_line(parse: Parse, index: int) -> bool:
    """Tell one capitalised word that opens a point before a dash: "* DIWANIYA - Gunmen …"."""
    tree = parse.tree
    if index + 2 >= len(tree) or tree.lower[index + 1] not in ("-", "–", "—") or tree.start[index + 1] == tree.end[index]:
        return False
    return opens_line(parse, index) and tree.lower[index].isalpha()


def _before_site(tree: Tree, titled: Sequence[bool], opens: Sequence[bool], index: int) -> bool:
    """Tell a capitalised word before a noun for a camp or the like, inside a sentence or heading: "12.2.2004, Balata camp"."""
    if not titled[index] or opens[index] or index + 1 >= len(tree) or tree.tag[index] not in ("NN", "NNS", "JJ", "VB", "VBP"):
        return False
    words = place_words()
    after = tree.lower[index + 1]
    struck = tree.lemma[tree.head[index + 1]] in _SHELLED and tree.dep[index + 1] in ("dobj", "nsubjpass") and tree.tag[index - 1] != "DT"
    return (
        (tree.lower[index - 1] in (",", "|", "·", "(") or struck)
        and (after in words.sites or after in words.settlements)
        and tree.lower[index].isalpha()
    )


_SHELLED = frozenset("shell bomb mortar rocket strafe bombard pound block mine cut barricade".split())


def _with_article(tree: Tree, index: int) -> int:
    """Return where a run starts with its small article: "al-Khawkha", "el Geneina"."""
    if index > 1 and tree.lower[index - 1] == "-" and tree.lower[index - 2] in ARTICLES and tree.end[index - 1] == tree.start[index]:
        return index - 2
    return index - 1 if index and tree.lower[index - 1] in ("al", "el") else index


def _hyphened(tree: Tree, titled: Sequence[bool], end: int) -> bool:
    """Tell whether "-au-Prince" goes on a name: a small word between hyphens without spaces, then a capital."""
    if end + 3 >= len(tree) or tree.lower[end] != "-" or tree.lower[end + 2] != "-" or len(tree.lower[end + 1]) > 3:
        return False
    return titled[end + 3] and tree.end[end - 1] == tree.start[end] and tree.end[end + 2] == tree.start[end + 3]


def _ezafe(tree: Tree, titled: Sequence[bool], end: int) -> bool:
    """Tell whether "-e Ali" goes on a name, as Persian names do: Nad-e Ali, Sar-e Pol, Deh-i Naw."""
    if end + 2 >= len(tree) or tree.lower[end] != "-" or tree.lower[end + 1] not in ("e", "i", "ye", "yi"):
        return False
    return titled[end + 2] and tree.end[end - 1] == tree.start[end] and tree.end[end] == tree.start[end + 1]


def _goes_on(tree: Tree, titled: Sequence[bool], end: int) -> bool:
    """Tell whether a connector at ``end`` is followed by more of the name. A hyphen joins only where no space stands beside it."""
    after = end + 1
    if after >= len(tree) or (tree.lower[end] in _ONLY_JOINED and tree.lower[after] != "-"):
        return False
    if tree.lower[end] == "-":
        return (
            tree.end[end - 1] == tree.start[end]
            and tree.end[end] == tree.start[after]
            and (tree.tag[after] in PROPER or bool(titled[after]))
        )
    if tree.lower[after] == "-" and after + 1 < len(tree):
        after += 1
    return tree.tag[after] in PROPER or bool(titled[after])
