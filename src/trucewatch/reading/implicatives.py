"""Infinitives of what was done → the verb that says so: "were made to carry shells", "began to burn", "used the lull to arrest them".

Enters: a tree and a verb. Leaves: the verb above it whose time and tense are its own, None for a bare purpose ("came to burn the huts"), a
plan or a wish. The verbs are those that cannot be true unless what they govern was done: of going on, of forcing, of seeing it.
"""

from trucewatch.reading.tree import Tree

_GOING_ON = frozenset("begin start commence continue proceed resume manage contrive happen dare help hasten bother".split())
"""Verbs whose infinitive is done where they are: "managed to escape"."""
_FORCING = frozenset(
    """make force compel oblige coerce constrain induce persuade prompt cause get help drive reduce condemn leave conscript impress let lead
    bring move goad""".split()
)
"""Verbs of making or letting somebody do something, who did it: "forced the boys to dig"; who is allowed to may still not."""
_USING = frozenset(("use", "exploit", "employ", "utilise", "utilize"))
SEIZING = frozenset(("take", "seize", "grab"))
CHANCES = frozenset("opportunity chance occasion advantage moment time trouble pause lull cover".split())
"""What is taken or seized "to" do something that is done."""
_SEEING = frozenset("see hear watch observe feel spot notice witness".split())
_BARE = _SEEING | frozenset(("make", "let", "help", "have"))
"""Verbs whose bare infinitive tells what was done: "saw soldiers burn the huts"."""
_COMPLEMENTS = frozenset(("xcomp", "ccomp", "advcl"))


def done_under(tree: Tree, verb: int) -> int | None:
    """Return the verb that says that what the infinitive ``verb`` tells was done, None where none does."""
    if tree.tag[verb] != "VB":
        return None
    if tree.dep[verb] == "conj" and not any(tree.dep[child] in ("aux", "nsubj", "nsubjpass") for child in tree.children[verb]):
        return done_under(tree, tree.head[verb]) if tree.head[verb] < verb else None  # "made to dig and fill the graves"
    above = tree.head[verb]
    if tree.dep[verb] == "acl" and tree.dep[above] == "dobj" and tree.lemma[above] in CHANCES:
        taken = tree.head[above]  # "seized the chance to empty the shops"
        return taken if tree.lemma[taken] in SEIZING | _USING else None
    if tree.dep[verb] not in _COMPLEMENTS or above >= verb or tree.pos[above] != "VERB":
        return None
    helping = [tree.lower[child] for child in tree.children[verb] if tree.dep[child] in ("aux", "mark")]
    if not helping:
        asked = tree.lemma[above] == "let" and tree.tag[above] in ("VB", "VBP")  # "we ask that they let her telephone"
        return above if tree.lemma[above] in _BARE and tree.dep[verb] != "advcl" and not asked else None
    return above if helping == ["to"] and _done(tree, above, verb) else None


def _done(tree: Tree, above: int, verb: int) -> bool:
    """Tell whether a verb with "to" says that it was done."""
    lemma = tree.lemma[above]
    if lemma in _GOING_ON:
        return True
    if lemma == "go":
        return any(tree.lower[child] == "on" and child < verb for child in tree.children[above])
    passive = tree.child(above, "auxpass") is not None
    thing = next((child for child in tree.children[above] if tree.dep[child] == "dobj" and child < verb), None)
    own = any(tree.dep[child] == "nsubj" and child < verb for child in tree.children[verb])  # "forced the boys to dig"
    if lemma in _FORCING or lemma in _USING:
        return passive or thing is not None or own
    if lemma in SEIZING and thing is not None and tree.lemma[thing] in CHANCES:
        return True
    return passive and lemma in _SEEING
