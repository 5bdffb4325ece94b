"""A parsed text → the same, with slips mended where a time phrase or a journey swallowed who did it or what was done.

Heads, relations and tags change within a sentence, tokens stay. A token only goes under one that stood above it: no cycle.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.people import names_people

if TYPE_CHECKING:
    from spacy.tokens import Token

OPENING = frozenset("during after following amid".split())
_EVENTS = frozenset(
    """war revolution uprising revolt rebellion insurrection coup occupation siege offensive campaign emergency conflict election elections
    raid attack strike ceasefire truce crisis riot riots unrest protest protests curfew putsch mutiny""".split()
)
_PARTS = frozenset("one two three four five some several many most others".split())
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))


def opened_by_time(word: "Token") -> None:
    """Read "During the civil war soldiers of the garrison shot at a crowd" with the soldiers as those who shot: no comma parts them."""
    verb = word.head
    people = next((child for child in word.children if child.dep_ == "pobj"), None)
    if people is None or verb.i <= people.i or verb.tag_ != "VBD" or not names_people(people.lower_) or people.tag_ not in ("NNS", "NNPS"):
        return
    if not word.is_sent_start or people.i < word.i + 3:
        return
    event = people.nbor(-1)
    if event.head.i != people.i or event.lower_ not in _EVENTS or any(child.dep_ in _SUBJECTS for child in verb.children):
        return
    if any(child.dep_ == "auxpass" for child in verb.children):
        return
    for child in list(people.lefts):
        if child.i != event.i:
            child.head = event
    event.head, event.dep_ = word, "pobj"
    people.head, people.dep_ = verb, "nsubj"


def opened_by_day(word: "Token") -> None:
    """Read "From 2 to 4 May the hamlets, high above the town, were shelled" with the hamlets as what was: no comma parts them."""
    verb = word.head
    opens = word.is_sent_start or word.nbor(-1).dep_ == "mark" or word.nbor(-1).text in (":", ",")
    if not opens or verb.tag_ not in ("VBD", "VBN") or verb.i < word.i:
        return
    objects = [child for child in word.children if child.dep_ == "pobj"]
    if (subject := next((child for child in verb.children if child.dep_ in _SUBJECTS), None)) is not None:
        _with_first(objects, subject)
        return
    if (between := _between(word)) is not None and between.i < verb.i:
        _subject_of(verb, between)  # "on 28 September between 250 and 300 mounted men fell upon the camp"
        return
    if not objects:
        return
    measured = [child for child in word.children if child.dep_ == "npadvmod" and child.ent_type_ == "DATE"]
    if measured and objects[0].ent_type_ != "DATE" and measured[0].i < objects[0].i < verb.i and objects[0].nbor(-1).text != ",":
        measured[0].dep_ = "pobj"
        for number in [child for child in measured[0].children if child.i > measured[0].i and child.dep_ == "nummod"]:
            number.head = objects[0]
        _subject_of(verb, objects[0])  # "On 8 July four aircraft violated …", read as "on" aircraft
        return
    if objects[0].ent_type_ != "DATE":
        return
    day, *others = objects
    if others and others[0].i < verb.i and others[0].ent_type_ != "DATE":
        _subject_of(verb, others[0])  # "On 1 June a party of herders, in pursuit of cattle, shot …"
        return
    noun = next((child for child in day.children if child.dep_ == "appos" and child.tag_ in ("NN", "NNS")), None)
    if noun is None or not word.i < noun.i < verb.i or noun.left_edge.lower_ != "the" or noun.left_edge.nbor(-1).is_punct:
        return
    _subject_of(verb, noun)


def _with_first(objects: "list[Token]", subject: "Token") -> None:
    """Read "On 22 October 1993 gendarmes and guards set fire" with both as those who did, where the parse dated it by the gendarmes."""
    if len(objects) < 2 or objects[0].ent_type_ != "DATE" or objects[-1].ent_type_ == "DATE":
        return
    first = objects[-1]
    joint = next((child for child in first.children if child.dep_ == "cc"), None)
    if joint is None or joint.i != subject.left_edge.i - 1 or first.i > subject.i or any(c.dep_ == "conj" for c in first.children):
        return
    first.head, first.dep_ = subject.head, subject.dep_
    subject.head, subject.dep_ = first, "conj"


def _between(word: "Token") -> "Token | None":
    """Return the men of "on 28 September 2005 between 250 and 300 mounted men", whose number the parse took for more of the date."""
    if not any(child.dep_ == "pobj" and child.ent_type_ == "DATE" for child in word.children):
        return None
    numbers = next((child for child in word.children if child.lower_ == "between" and child.dep_ == "prep"), None)
    if numbers is None:
        return None
    people = next((child for child in numbers.children if child.dep_ == "pobj" and child.tag_ == "NNS"), None)
    return people if people is not None and names_people(people.lower_) else None


def _subject_of(verb: "Token", noun: "Token") -> None:
    """Make ``noun`` the subject of ``verb``."""
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    noun.head, noun.dep_ = verb, "nsubjpass" if passive else "nsubj"


_POSTS = frozenset("post posts point points".split())


def check_post(word: "Token") -> None:
    """Read "attacked a security forces check post" with the post as what was attacked, and not as what the forces checked."""
    if word.tag_ not in ("VB", "VBP", "VBZ") or word.i + 1 >= len(word.doc) or word.doc[word.i + 1].lower_ not in _POSTS:
        return
    post, verb = word.doc[word.i + 1], word.head
    owner = next((child for child in word.children if child.dep_ == "nsubj" and child.i == word.i - 1), None)
    if post.head.i != word.i or word.dep_ not in ("ccomp", "xcomp") or verb.i > word.i or owner is None:
        return
    post.head, post.dep_ = verb, "dobj"
    for child in [child for child in word.children if child.i != owner.i]:
        child.head = post if child.i < word.i else verb
    for child in [child for child in owner.children if child.dep_ in ("det", "poss")]:
        child.head = post
    owner.head, owner.dep_ = post, "compound"
    word.head, word.dep_, word.tag_, word.pos_ = post, "compound", "NN", "NOUN"


def two_verbs(word: "Token") -> None:
    """Read "Patrol boat chases and sinks a dinghy" with the boat as what does both, and not as chases of that name."""
    if not word.i or word.i + 1 >= len(word.doc):
        return
    first, second = word.nbor(-1), word.nbor(1)
    if first.tag_ != "NNS" or second.tag_ != "VBZ" or second.dep_ != "conj" or second.head.i != first.i or first.dep_ != "ROOT":
        return
    doer = first.nbor(-1) if first.i else first
    if doer.dep_ != "compound" or doer.head.i != first.i:
        return
    first.tag_, first.pos_, first.lemma_ = "VBZ", "VERB", first.lower_.removesuffix("s")
    doer.dep_ = "nsubj"
    for child in [*first.lefts]:
        if child.i < doer.i:
            child.head = doer


def accused_of(word: "Token") -> None:
    """Read "accused its rival, the Freedom Army, of the raid" with the raid as what it is accused of, and no part of its name."""
    for accused in word.children:
        if accused.dep_ != "dobj" or accused.i < word.i:
            continue
        for name in accused.children:
            for deed in name.children if name.dep_ == "appos" else ():
                if deed.dep_ == "prep" and deed.lower_ == "of" and deed.i and deed.nbor(-1).lower_ == ",":
                    deed.head = word
                    return


def at_the_hour(word: "Token") -> None:
    """Read "Around 10 p.m. a car that had stopped was hit" with the car as what was hit, and not as a measure of the hour."""
    verb = word.head
    if verb.tag_ not in ("VBD", "VBN") or verb.i < word.i or any(child.dep_ in _SUBJECTS for child in verb.children):
        return
    for child in word.rights:
        if child.dep_ == "npadvmod" and child.pos_ == "NOUN" and child.i < verb.i:
            passive = any(below.dep_ == "auxpass" for below in verb.children)
            child.head, child.dep_ = verb, "nsubjpass" if passive else "nsubj"
            return


def pick_up(word: "Token") -> None:
    """Read "fired on a pick-up carrying workers home" with the pick-up as what was fired on, and not as a picking up."""
    doc = word.doc
    if word.i < 3 or doc[word.i - 1].text != "-" or doc[word.i - 2].lower_ not in ("pick", "push") or word.dep_ == "pobj":
        return
    pick, before = doc[word.i - 2], doc[word.i - 3]
    verb = pick.head
    if before.pos_ not in ("DET", "NUM", "ADJ") or verb.tag_ != "VBG" or verb.dep_ != "pcomp" or verb.i != word.i + 1:
        return
    preposition = verb.head
    word.head, word.dep_, word.tag_, word.pos_ = preposition, "pobj", "NN", "NOUN"
    verb.head, verb.dep_ = word, "acl"
    pick.head, pick.dep_, pick.pos_ = word, "compound", "NOUN"
    doc[word.i - 1].head = word
    for child in [child for child in verb.lefts if child.i < word.i]:
        child.head = word


def when_one(word: "Token") -> None:
    """Read "two men were hurt, one badly, when rebels raided the post" with the raid as how all of them were hurt."""
    clause = word.head
    one = clause.head
    if clause.dep_ != "relcl" or one.lower_ not in _PARTS:
        return
    if one.dep_ == "npadvmod" and one.head.tag_ in ("VBD", "VBN") and one.head.i < one.i:
        clause.head, clause.dep_ = one.head, "advcl"
        return
    if one.dep_ != "appos":
        return
    verb = one.head.head
    if one.head.dep_ in ("nsubjpass", "nsubj") and verb.tag_ in ("VBD", "VBN") and one.head.i < verb.i < one.i:
        clause.head, clause.dep_ = verb, "advcl"


def own_clause(word: "Token") -> None:
    """Read "clashed with rebels and five rebels were killed" with the five as those who were killed, and not beside the rebels."""
    verb = word.head
    if word.dep_ != "auxpass":
        return
    first = min(child.i for child in verb.children if child.dep_ in ("aux", "auxpass"))  # "and nobody has been arrested"
    before = word.doc[first - 1] if first else None
    if before is None or before.dep_ != "conj" or before.pos_ not in ("NOUN", "PROPN", "PRON") or before.head.i > before.i:
        return
    if verb.i < word.i or any(child.dep_ in ("nsubj", "nsubjpass", "csubjpass", "expl") for child in verb.children):
        return
    joint = next((child for child in before.head.children if child.dep_ == "cc" and child.i < before.left_edge.i), None)
    if joint is None or joint.i != before.left_edge.i - 1 or before.head.dep_ not in ("pobj", "dobj", "conj"):
        return
    above = before.head
    while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
        above = above.head
    before.head, before.dep_ = verb, "nsubjpass"
    if above.pos_ == "VERB" and above.i < joint.i and verb.dep_ in ("advcl", "ccomp", "conj", "relcl", "acl"):
        verb.head, verb.dep_ = above, "conj"
        joint.head = above


def again(word: "Token") -> None:
    """Read "charged with the abduction of a bishop and with the murder of two youths" with both as what he is charged with."""
    if word.dep_ != "conj" or word.head.pos_ != "VERB" or word.head.i > word.i or word.pos_ != "ADP":
        return
    if any(child.dep_ == "prep" and child.lower_ == word.lower_ and child.i < word.i for child in word.head.children):
        word.dep_ = "prep"


def joined_to_and(verb: "Token") -> None:
    """Read "were back and loaded others onto trucks" with both verbs joined, where the parse hung the second on the "and"."""
    joint = verb.head
    if joint.i < verb.i and joint.head.i < joint.i and joint.head.pos_ in ("VERB", "AUX"):
        if joint.pos_ == "CCONJ":
            verb.head = joint.head
        elif joint.lower_ in ("back", "out", "in", "there", "away") and joint.dep_ == "advmod" and joint.head.tag_ in ("VBD", "VBZ", "VBP"):
            verb.head = joint.head  # "were back and loaded", read as back and loaded


def same_tense(verb: "Token") -> None:
    """Read "The worst is that of Sunday, when men held up a bus, robbed it and took the driver" with the men as who robbed and took.

    A past is not coordinate with a present where a clause in the past stands between them.
    """
    main = verb.head
    if verb.tag_ != "VBD" or main.tag_ not in ("VBZ", "VBP") or main.i > verb.i or verb.lemma_ in _TELLING:
        return
    if any(child.dep_ in _SUBJECTS or child.dep_ in ("aux", "auxpass", "mark") for child in verb.children):
        return
    for at in range(verb.i - 1, main.i, -1):
        clause = verb.doc[at]
        if clause.tag_ == "VBD" and clause.dep_ in ("relcl", "advcl") and any(child.dep_ in _SUBJECTS for child in clause.children):
            verb.head = clause
            for child in [child for child in main.children if child.dep_ in ("cc", "punct") and at < child.i < verb.i]:
                child.head = clause
            return


_TELLING = frozenset("say tell claim report deny blame accuse announce add demand call urge warn promise vow".split())
_COUNTED = frozenset(("day", "days", "week", "weeks", "hour", "hours", "month", "months", "night", "nights", "year", "years"))


def resumed(word: "Token") -> None:
    """Read "pulled nine men off a bus on Saturday, six days after an accord was signed, and shot them" with the shots after the bus.

    Commas close the count of days, so that what follows goes on from before it.
    """
    aside = word.head
    main = aside.head
    count = next((child for child in aside.children if child.dep_ == "npadvmod" and child.lower_ in _COUNTED), None)
    if word.dep_ != "mark" or aside.dep_ != "advcl" or count is None or main.tag_ not in ("VBD", "VBN") or not main.i < count.i < word.i:
        return
    if not count.left_edge.i or count.left_edge.nbor(-1).lower_ != ",":
        return
    for verb in [below for below in aside.subtree if below.i > word.i and below.tag_ == "VBG" and below.dep_ == "advcl"]:
        if verb.nbor(-1).text == "," and verb.head.i < verb.i:  # "…, two days after the guns were to have stopped, driving out"
            verb.head = main
            return
    for verb in list(aside.rights):
        joint = next((child for child in aside.rights if child.dep_ == "cc" and child.i < verb.i), None)
        if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBN") or joint is None or joint.nbor(-1).lower_ != ",":
            continue
        if not any(child.dep_ in _SUBJECTS for child in verb.children):
            joint.head = verb.head = main
            return
