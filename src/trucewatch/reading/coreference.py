"""Mentions of one participant brought together: pronouns and bare numbers to who they stand for, short names to full ones, acronyms to
what they shorten. Token indices and names in; antecedents and fuller names out."""

import re
from dataclasses import dataclass, field

from trucewatch.reading.arguments import arguments, clause_head
from trucewatch.reading.hanging import SAYING
from trucewatch.reading.hanging import quoted as quotation_marks
from trucewatch.reading.nominals import Nominals
from trucewatch.reading.triggers import triggers
from trucewatch.records.span import Span

_CHARGING = frozenset("accuse suspect blame denounce charge convict condemn sentence".split())
"""What those who then harm somebody say of him first."""
_FAR = 120
"""Tokens back within which "the three" takes up three people told of, in one of the last sentences."""
_NEAR = 3
_PLURAL = frozenset({"they", "them", "we", "us", "those", "others"})
_RELATIVE = frozenset({"who", "whom"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_GROUPS = frozenset({"group", "force", "militia", "unit", "squad", "cell", "gang", "faction", "wing", "command", "column"})
_WOMEN = frozenset("woman wife mother daughter sister aunt niece widow girl grandmother nun granddaughter girlfriend lady".split())
_MEN = frozenset("man husband father son brother uncle nephew widower boy grandfather monk grandson boyfriend king".split())
_DYING = frozenset({"die", "perish", "succumb"})
_FATAL = _DYING | {"kill", "murder", "execute", "massacre", "slaughter", "drown", "behead"}
_HANDLING = frozenset(
    """lead gather herd line tie bind take march drag drive round separate blindfold load put lock force order make summon hold stop find
    catch bring push pull haul lure call""".split()
)
"""Verbs by which people fall into the hands of others."""
_BODIES = {
    **dict.fromkeys(("soldier", "troop"), ("army", "military")),
    **dict.fromkeys(("policeman", "policewoman", "constable", "officer"), ("police",)),
}
"""The bodies that people of a kind belong to, where nothing tells them apart."""
_ACCUSING = frozenset(
    "accuse blame denounce condemn charge fault reproach criticise criticize slam lambast castigate castigated rebuke".split()
)
_POINTED = (["these"], ["those"])
_OTHERS = frozenset({"others", "other"})
_REMAINING = frozenset({"other", "remaining", "rest", "first", "last"})
_REACH = 45
_BRACKET = re.compile(r"\s*[\[(]\s*([A-Z][A-Z0-9.&-]{1,9}(?:-[A-Z0-9]+)?)\s*[\])]")
_SMALL = frozenset({"of", "for", "the", "de", "la", "las", "los", "del", "and", "en", "el", "y", "in"})

_INITIALS = 2
"""Letters that a body's initials go beyond ("TPNPB")."""
_NO_PERSON = frozenset(
    """name life killing murder slaying lynching beheading injury arrest abduction kidnapping detention execution assassination homicide
    disappearance grave skull coffin shroud headstone tombstone tomb death fatality""".split()
)
"""Nouns that count people and are nobody: no pronoun stands for them."""


@dataclass(slots=True)
class Antecedents:
    """Who pronouns, bare numbers and short names stand for in one parse."""

    nominals: Nominals
    _people: list[tuple[int, int]] = field(default_factory=list)
    _forms: dict[str, tuple[str, Span]] = field(default_factory=dict)
    _aliases: dict[str, str] = field(default_factory=dict)
    _read: bool = False

    def antecedent(self, at: int) -> int | None:
        """Return the head a pronoun or a bare number stands for, None where the text does not decide."""
        nominals = self.nominals
        noun = nominals.noun(at)
        if nominals.tree.lower[at] == "it" and nominals.tree.dep[at] in _SUBJECT:
            return self._body_before(at)
        if noun is None or noun.group not in {"pronoun", "count"}:
            return None
        lower = nominals.tree.lower[at]
        if at and nominals.tree.lower[at - 1] == "how":
            return None  # "how many had died": whoever they were
        if lower in {"i", "me", "we", "us"}:
            return None  # whoever speaks, not whoever was told of last
        if lower in _RELATIVE:
            return self._relative(at)
        if lower == "those" and nominals.tree.children[at]:  # "those responsible" are told by their own words, not by what went before
            return None
        stands = (
            nominals.tree.dep[at] in _SUBJECT or lower == "both" or (nominals.tree.pos[at] == "NUM" and nominals.tree.dep[at] == "dobj")
        )
        if noun.group == "count" and nominals.tree.lower[at + 1 : at + 2] == ["of"] and nominals.tree.lower[at + 2 : at + 3] in _POINTED:
            return self._last_named(at)
        if noun.group == "count" and (nominals.content(at) != at or not stands or lower in _OTHERS):
            return None
        if noun.group == "count" and nominals.tree.dep[at] == "dobj" and nominals.tree.pos[at] == "NUM":
            return self._quarry(at)
        if noun.group == "count" and (whole := self._whole(at) or self._so_many(at)) is not None:
            return whole
        plural = lower in _PLURAL or noun.group == "count"
        if (accused := self._accused(at, plural)) is not None:
            return accused
        if (kin := self._whose_kin(at, plural)) is not None:
            return kin
        barred = self._barred(at) | self._living(at)
        own = self._clause_subjects(at) if nominals.tree.dep[at] in _SUBJECT else self._clause_objects(at)
        if nominals.tree.dep[at] == "nsubjpass":  # "marched them to the yard, where they were shot"
            own = [*(head for head in self._taken(at) if head not in own), *own]
        if (harmed := self._harmed_before(at, plural, barred)) is not None:
            return harmed
        later = [head for head in own if head > at and nominals.tree.dep[clause_head(nominals.tree, at)] == "advcl"]
        for head in (head for head in own if head not in later):
            if head not in barred and self._fits(head, plural) and not self._other_gender(at, head):
                return head
            if nominals.tree.pos[head] == "NUM" and nominals.tree.dep[head] in {"dobj", "nsubjpass"} and plural and head not in barred:
                return head  # "seized all 19 that morning and shot them"
        if lower == "they" and (same := self._gone_on(at)) is not None:
            return same
        before = self._before(at, plural, barred)
        if before is not None:
            return before
        if lower == "they" and (craft := self._craft_before(at)) is not None:
            return craft
        if lower == "they" and (far := self._before(at, plural, barred, sentences=2)) is not None and self._band(at, far):
            return far  # "Armed men came in. The editor was beaten. They emptied the safe."
        return next((head for head in later if head not in barred and self._fits(head, plural)), None)  # "When they came, the men fled"

    def _accused(self, at: int, plural: bool) -> int | None:  # noqa: FBT001
        """Return the soldiers of "accused soldiers of deceit, saying they had shelled it": an accuser tells what the accused did."""
        tree = self.nominals.tree
        verb = tree.head[at]
        said = tree.head[verb]
        if tree.dep[at] not in _SUBJECT or tree.dep[verb] != "ccomp" or tree.lemma[said] not in SAYING or tree.dep[said] != "advcl":
            return None
        accusing = tree.head[said]
        if tree.tag[said] != "VBG" or tree.lemma[accusing] not in _ACCUSING or not accusing < said < at:
            return None
        heads = arguments(tree, accusing).objects
        return next((head for head in heads if head < said and self._fits(head, plural)), None)

    def _whose_kin(self, at: int, plural: bool) -> int | None:  # noqa: FBT001
        """Return the teacher of "a teacher, Ana Ruiz, whose cousin insists that soldiers killed her": the clause is of the kin."""
        tree = self.nominals.tree
        if tree.lower[at] not in {"him", "her", "them"} or tree.dep[at] not in {"dobj", "pobj"}:
            return None
        verb = clause_head(tree, at)
        for _ in range(3):
            if tree.dep[verb] == "relcl" or tree.head[verb] == verb:
                break
            verb = tree.head[verb]
        who = tree.head[verb]
        first = tree.edges(verb)[0]
        if tree.dep[verb] != "relcl" or tree.lower[first] != "whose" or not first < at or tree.head[first] == verb:
            return None
        return who if self._fits(who, plural) and not self._other_gender(at, who) else None

    def _quarry(self, at: int) -> int | None:
        """Return the rebels of "caught up with the rebels, killing four", "disarmed a group of men and detained four"."""
        tree = self.nominals.tree
        verb = tree.head[at]
        above = tree.head[verb]
        follows = (tree.dep[verb] == "advcl" and tree.tag[verb] == "VBG") or tree.dep[verb] == "conj"
        if not follows or tree.pos[above] != "VERB" or above > verb or tree.lemma[above] in SAYING:
            return None
        given = arguments(tree, above)
        met = (*given.objects, *given.after("with", "on", "upon")) if not given.passive else ()
        armed = (head for head in met if (noun := self.nominals.noun(self.nominals.content(head))) is not None and noun.armed)
        return next((head for head in armed if head < verb and self._fits(head, plural=True)), None)

    def _gone_on(self, at: int) -> int | None:
        """Return those who fight of "They shot two men. They took three boys with them": both sentences have them for their subject."""
        tree, sentence, deeds = self.nominals.tree, self.nominals.parse.sentence_of, triggers().verbs
        if tree.dep[at] != "nsubj" or tree.lemma[tree.head[at]].lower() not in deeds or tree.child(tree.head[at], "dobj") is None:
            return None
        for here in range(at - 1, max(-1, at - _REACH), -1):
            if sentence[at] - sentence[here] > 1:
                break
            if sentence[here] == sentence[at] or tree.dep[here] != "nsubj" or tree.dep[tree.head[here]] != "ROOT":
                continue
            verb = tree.head[here]
            if tree.lower[here] != "they" or tree.lemma[verb] in SAYING or tree.pos[verb] != "VERB":
                return None
            told = self.antecedent(here)
            noun = self.nominals.noun(self.nominals.content(told)) if told is not None else None
            return told if noun is not None and noun.armed else None
        return None

    def _last_named(self, at: int) -> int | None:
        """Return the guests of "walked in among the guests. Two of these were shot": "these" are the last that were told of."""
        nominals = self.nominals
        for here in range(at - 1, max(-1, at - 30), -1):
            noun = nominals.noun(here) if nominals.tree.tag[here] == "NNS" and nominals.tree.lemma[here] != "name" else None
            if noun is not None and noun.kind in {"person", "target"}:
                return here if noun.kind == "person" else None
        return None

    def owner(self, at: int) -> int | None:
        """Return those who fight whom "their" or "its" stands for ("left after their shelling of Oru"): the nearest subject."""
        nominals, tree, sentence = self.nominals, self.nominals.tree, self.nominals.parse.sentence_of
        if tree.lower[at] not in {"their", "its"}:
            return None
        for here in range(at - 1, max(-1, at - _REACH), -1):
            if sentence[at] - sentence[here] > 1:
                return None
            if tree.dep[here] not in _SUBJECT or tree.pos[here] == "PRON":
                continue
            noun = nominals.noun(nominals.content(here))
            if noun is not None and noun.armed and (noun.kind == "organisation" or self._fits(here, plural=tree.lower[at] == "their")):
                return here
        return None

    def _so_many(self, at: int) -> int | None:
        """Return the tourists of "kidnapped three tourists; … the three had been shot": the last who were so many, in a sentence near."""
        tree, nominals = self.nominals.tree, self.nominals
        if tree.lower[at - 1 : at] != ["the"] or tree.tag[at] != "CD" or tree.dep[at] not in _SUBJECT:
            return None
        number, sentence = tree.lower[at], nominals.parse.sentence_of
        for here in range(at - 2, max(-1, at - _FAR), -1):
            if tree.lower[here] != number or sentence[at] - sentence[here] > _NEAR or tree.dep[here] != "nummod":
                continue
            noun = nominals.noun(tree.head[here])
            return tree.head[here] if noun is not None and noun.kind == "person" else None
        return None

    def _whole(self, at: int) -> int | None:
        """Return the policemen of "Of the 19 policemen on duty, 11 were killed"."""
        tree = self.nominals.tree
        for child in tree.children[tree.head[at]]:
            if child < at and tree.dep[child] == "prep" and tree.lower[child] == "of":
                head = tree.child(child, "pobj")
                noun = self.nominals.noun(self.nominals.content(head)) if head is not None else None
                return head if noun is not None and noun.kind == "person" else None
        return None

    def _craft_before(self, at: int) -> int | None:
        """Return the jets of "jets bombed the town; Cairo said they had hit a camp": the nearest subject that people fly or man."""
        tree, sentence = self.nominals.tree, self.nominals.parse.sentence_of
        if tree.dep[at] != "nsubj" or tree.lemma[tree.head[at]].lower() not in triggers().verbs:
            return None
        for here in range(at - 1, max(-1, at - _REACH), -1):
            if sentence[at] - sentence[here] > 1:
                break
            if tree.dep[here] == "nsubj" and tree.tag[here] == "NNS" and self.nominals.crewed(self.nominals.content(here)):
                return here
        return None

    def thing(self, at: int) -> int | None:
        """Return the thing or unit that "it", as what is hit, stands for: what the clause around is about, else the nearest before."""
        nominals = self.nominals
        tree, sentence = nominals.tree, nominals.parse.sentence_of
        if tree.lower[at] != "it":
            return None
        barred = self._barred(at)
        around = self._clause_subjects(at)  # "the minibus was on its way when it was hit"
        suffers = tree.dep[at] in {"dobj", "pobj"}
        own = [*self._clause_objects(at), *around] if suffers else around  # "chased a minibus on the road and struck it"
        if suffers and self._beside(clause_head(tree, at)):
            own = [*around, *own]  # "the convoy had left the depot when attackers raked it"
        for head in own:
            if head not in barred and self._struck(head):
                return head
        settled = next((head for head in own if head not in barred and self._settled(head)), None)
        if suffers and settled is not None:
            return settled  # "entered the town and set it ablaze"
        placed = None
        for here in range(at - 1, max(-1, at - _REACH), -1):
            if sentence[at] - sentence[here] > 1:
                break
            if sentence[here] != sentence[at] and placed is not None:
                break
            told = tree.dep[here] in _SUBJECT | {"dobj"} or (tree.dep[here] == "pobj" and sentence[here] == sentence[at])
            if not told or here in barred or not self._struck(here):
                continue
            if tree.dep[here] != "pobj":
                return here
            placed = here if placed is None else placed
        return placed

    def things(self, at: int) -> int | None:
        """Return the houses that "them", as what is burned or destroyed, stands for, in the same sentence or the one before."""
        nominals = self.nominals
        tree, sentence = nominals.tree, nominals.parse.sentence_of
        for here in range(at - 1, max(-1, at - _REACH), -1):
            if sentence[at] - sentence[here] > 1:
                break
            noun = nominals.noun(here) if tree.tag[here] == "NNS" and tree.dep[here] in _SUBJECT | {"dobj", "pobj", "conj"} else None
            if noun is not None and noun.kind == "target":
                return here
        return None

    def _beside(self, verb: int) -> bool:
        """True for a verb of a clause with "when" and the like, or one joined to such a verb."""
        tree = self.nominals.tree
        while tree.dep[verb] == "conj" and tree.head[verb] != verb:
            verb = tree.head[verb]
        return tree.dep[verb] == "advcl"

    def _settled(self, at: int) -> bool:
        """True for a named place, as what is burned or shelled."""
        noun = self.nominals.noun(at)
        return noun is not None and noun.kind == "place"

    def _struck(self, at: int) -> bool:
        """True for a thing, a craft or a unit, which "it" may stand for as what is hit."""
        nominals = self.nominals
        if nominals.tree.tag[at] not in {"NN", "NNP"}:
            return False
        noun = nominals.noun(nominals.content(at))
        if noun is not None and noun.kind == "weapon":
            return noun.group == "air" or nominals.crewed(nominals.content(at))
        return (noun is not None and noun.kind == "target") or nominals.vocabulary_unit(at)

    def _barred(self, at: int) -> frozenset[int]:
        """Return the other side of the pronoun's own verb: "him" is never who does it, "they" never whom they do it to."""
        tree = self.nominals.tree
        if tree.dep[at] == "poss":
            return frozenset()
        if tree.dep[at] in _SUBJECT:
            own = arguments(tree, clause_head(tree, at))
            return frozenset(own.subjects if own.passive else own.objects)
        doing = arguments(tree, clause_head(tree, at)).subjects
        bodies = (body for head in doing for body in self.nominals.bodies(head))  # "men of the Front … fired on them"
        army = (body for head in doing for body in self._own_body(head))
        return frozenset((*doing, *map(self.nominals.content, doing), *bodies, *army))  # "a party of armed men … fired on them"

    def _own_body(self, at: int) -> list[int]:
        """Return the army of "the army sealed off the quarter … the soldiers shot them": no side that is not told apart shoots itself."""
        nominals = self.nominals
        tree = nominals.tree
        if any(tree.dep[child] in {"amod", "compound", "nmod"} for child in tree.children[at]):
            return []
        places = nominals.parse.lemma_places
        return [here for body in _BODIES.get(tree.lemma[at].lower(), ()) for here in places.get(body, ()) if at - _REACH < here < at]

    def _living(self, at: int) -> frozenset[int]:
        """Return who says that "they had died", or that soldiers "executed them": none of the dead."""
        tree = self.nominals.tree
        verb = tree.head[at]
        lemma = tree.lemma[verb].lower()
        dead = {"nsubj": _DYING, "nsubjpass": _FATAL, "dobj": _FATAL - _DYING}.get(tree.dep[at], frozenset())
        above = tree.head[verb]
        if lemma not in dead or tree.dep[verb] != "ccomp" or tree.lemma[above] not in SAYING:
            return frozenset()
        return frozenset(arguments(tree, above).subjects)

    def _body_before(self, at: int) -> int | None:
        """Return the armed body or group that "it" stands for: the nearest subject of a clause above, else of the sentence before."""
        nominals = self.nominals
        tree = nominals.tree
        claimed = clause_head(tree, at)
        owner = tree.child(tree.head[claimed], "poss") if tree.dep[claimed] in {"acl", "ccomp", "relcl"} else None
        if owner is not None and (noun := nominals.noun(nominals.content(owner))) is not None and noun.kind == "organisation":
            return owner  # "the militia's boast that it killed 25"
        sayer = (
            tree.child(tree.head[claimed], "nsubj") if tree.dep[claimed] == "ccomp" and tree.lemma[tree.head[claimed]] in SAYING else None
        )
        if sayer is not None and tree.tag[sayer] == "NNP" and sayer < at:
            noun = nominals.noun(nominals.content(sayer))
            if noun is None or noun.kind == "organisation" or (noun.group == "named" and noun.kind == "person"):
                return sayer  # "al-Gama'a al-Islamiya said it had killed them": whoever is "it" is no person
        nouns = range(at - 1, max(-1, at - _REACH), -1)
        before = [here for here in nouns if tree.dep[here] in _SUBJECT or (tree.dep[here] == "ROOT" and tree.tag[here] == "NN")]
        for head in (*self._clause_subjects(at), *before):
            if tree.pos[head] == "PRON":
                continue
            noun = nominals.noun(nominals.content(head))
            lemma = tree.lemma[head].lower()
            if (noun is not None and noun.kind == "organisation") or (noun is None and lemma in _GROUPS):
                return head
            if tree.tag[head] == "NN" and lemma in nominals.vocabulary.armed_collectives:
                return head  # "a column of guerrillas entered the town, where it blew up the bridge"
            if noun is not None and noun.kind == "weapon" and nominals.crewed(nominals.content(head)):
                return head  # "a helicopter circled the village; it fired two rockets"
            initials = tree.pos[head] == "PROPN" and len(tree.lower[head]) > _INITIALS and nominals.parse.doc[head].text.isupper()
            if noun is None and (nominals.entity[head] == "ORG" or initials) and tree.lemma[tree.head[head]] in SAYING:
                return head  # "the TPNPB says it killed four soldiers"
            if noun is not None:
                return None
        return None

    def _relative(self, at: int) -> int | None:
        tree = self.nominals.tree
        verb = clause_head(tree, at)
        return tree.head[verb] if tree.dep[verb] == "relcl" else None

    def _clause_subjects(self, at: int) -> list[int]:
        """Return the subjects of the clauses that the clause of ``at`` is coordinated with or depends on, nearest first."""
        tree = self.nominals.tree
        found: list[int] = []
        verb = tree.head[at]
        for _ in range(4):
            above = tree.head[verb]
            if above == verb:
                break
            if tree.dep[verb] == "conj" and tree.lemma[above] in SAYING and tree.lower[verb - 1] == ",":
                break  # "said that soldiers came, tied the men and led them off", read as what the speaker did
            if tree.dep[verb] in {"conj", "advcl", "xcomp"} and tree.pos[above] in {"VERB", "AUX"}:
                found.extend(child for child in tree.children[above] if tree.dep[child] in _SUBJECT and child != at)
            elif tree.dep[verb] in {"relcl", "acl"}:  # "release the men whom they seized": they are those who are to release
                governor = clause_head(tree, above)
                found.extend(child for child in tree.children[governor] if tree.dep[child] in _SUBJECT and child != above)
                if tree.dep[governor] == "xcomp" and tree.tag[governor] == "VB" and (asked := tree.child(tree.head[governor], "dobj")):
                    found.append(asked)  # "urged police to free 11 elders whom they arrested"
            verb = above
        return found

    def _clause_objects(self, at: int) -> list[int]:
        """Return who suffers the verbs before that of ``at`` ("dragged a teacher out and beat him"), nearest first, then their subjects."""
        tree = self.nominals.tree
        found = self._charged(clause_head(tree, at), at)
        verb = clause_head(tree, at)
        for _ in range(4):
            above = tree.head[verb]
            if above == verb or tree.dep[verb] not in {"conj", "advcl", "xcomp"} or tree.pos[above] not in {"VERB", "AUX"}:
                break
            given = arguments(tree, above)
            if tree.lemma[above] not in SAYING or tree.lemma[above] in _CHARGING:
                found.extend(head for head in given.objects if head != at)
            else:  # "told how soldiers parted the men from the women, marched them off", read as told and marched
                told = (child for child in tree.children[above] if tree.dep[child] == "ccomp" and child < verb)
                found.extend(head for clause in told for head in arguments(tree, clause).objects)
            verb = above
        return [*found, *self._clause_subjects(at)]

    def _charged(self, verb: int, at: int) -> list[int]:
        """Return the villagers of "the Front, accusing three villagers of informing, executed them"."""
        tree = self.nominals.tree
        under = [
            *tree.children[verb],
            *(below for child in tree.children[verb] if tree.dep[child] in _SUBJECT for below in tree.children[child]),
        ]
        charging = (one for one in under if one < verb and tree.tag[one] == "VBG" and tree.lemma[one] in _CHARGING)
        return [head for one in charging for head in arguments(tree, one).objects if head != at]

    def _taken(self, at: int) -> list[int]:
        """Return those whom the verb above took to where "they" were then harmed, as the objects of that verb."""
        tree = self.nominals.tree
        verb = clause_head(tree, at)
        while tree.dep[verb] == "conj" and tree.head[verb] != verb:
            verb = tree.head[verb]
        where = any(tree.lower[child] == "where" for child in tree.children[verb])
        if not where or tree.dep[verb] not in {"relcl", "advcl"}:
            return []
        above = clause_head(tree, tree.head[verb])
        given = arguments(tree, above)
        return [
            head if tree.lower[head] not in {"them", "him", "her"} or (told := self.antecedent(head)) is None else told
            for head in given.objects
            if head != at
        ]

    def _harmed_before(self, at: int, plural: bool, barred: frozenset[int]) -> int | None:  # noqa: FBT001
        """Return whom the deed before was done to, where "they" come to harm now ("arrested six boys; two of them were beaten")."""
        nominals = self.nominals
        tree, sentence, deeds = nominals.tree, nominals.parse.sentence_of, triggers().verbs
        of = tree.head[tree.head[at]] if tree.dep[at] == "pobj" and tree.lower[tree.head[at]] == "of" else at
        verb = tree.head[of]
        if tree.dep[of] != "nsubjpass" or tree.lemma[verb].lower() not in deeds:
            return None
        for here in range(tree.edges(verb)[0] - 1, max(-1, at - _REACH), -1):
            if sentence[at] - sentence[here] > 1 or (tree.dep[here] in _SUBJECT and sentence[here] == sentence[at]):
                return None
            lemma = tree.lemma[here].lower()
            if tree.pos[here] != "VERB" or (lemma not in deeds and lemma not in _HANDLING) or lemma in SAYING:
                continue
            heads = arguments(tree, here).objects
            told = (self.antecedent(head) if tree.lower[head] in {"them", "him", "her"} else head for head in heads)
            for head in told:
                if head is not None and head not in barred and self._fits(head, plural):
                    return head
            if lemma in deeds:
                return None
        return None

    def _before(self, at: int, plural: bool, barred: frozenset[int], sentences: int = 1) -> int | None:  # noqa: FBT001
        """Return the nearest subject before ``at`` that fits, in its own sentence or the ``sentences`` before it."""
        nominals = self.nominals
        tree, sentence = nominals.tree, nominals.parse.sentence_of
        other = aside = None
        repeated = {
            tree.lower[head] for head in barred if tree.tag[head] == "NNS"
        }  # "they shot fourteen passengers": others than passengers
        quoted = quotation_marks(nominals.parse)[at]
        for here in range(at - 1, max(-1, at - _REACH), -1):
            if sentence[at] - sentence[here] > sentences:
                break
            if tree.dep[here] == "dobj" and tree.lemma[tree.head[here]] in SAYING:
                continue  # whoever is told of it
            if tree.dep[here] in _SUBJECT and tree.lemma[tree.head[here]] in SAYING and self._theirs(here):
                continue  # "their relatives allege that the police murdered both": the two are not the relatives
            if (
                here in barred
                or (tree.tag[here] == "NNS" and tree.lower[here] in repeated)
                or (quoted and tree.dep[here] in _SUBJECT and tree.lemma[tree.head[here]] in SAYING)
            ):
                continue  # whoever is quoted is no "him" of the words quoted
            relation = tree.dep[here]
            if relation not in _SUBJECT and (other is not None or relation not in {"dobj", "pobj", "poss"}):
                continue
            if not self._fits(here, plural) or self._other_gender(at, here):
                continue
            if relation in _SUBJECT and other is not None and tree.dep[at] == "dobj" and tree.lemma[tree.head[here]] in SAYING:
                continue
            if relation in _SUBJECT:
                if sentence[here] != sentence[at] and self._aside(here):
                    aside = here if aside is None else aside  # who a relative clause is about is not who the sentence is about
                    continue
                return here
            other = here
        return aside if aside is not None else other

    def _band(self, at: int, head: int) -> bool:
        """True for people in the plural who fight or are told of as men: "they" two sentences later, outside of quotes."""
        tree = self.nominals.tree
        noun = self.nominals.noun(self.nominals.content(head))
        person = noun is not None and noun.kind == "person" and (noun.armed or tree.lower[head] in {"men", "youths", "attackers"})
        return person and tree.dep[head] in _SUBJECT and not quotation_marks(self.nominals.parse)[at]

    def _theirs(self, at: int) -> bool:
        """True for "their relatives", "his widow": told of by whose they are."""
        return any(self.nominals.tree.lower[child] in {"their", "his", "her"} for child in self.nominals.tree.children[at])

    def _aside(self, at: int) -> bool:
        """True for the subject of a relative or other clause beside the main one."""
        tree = self.nominals.tree
        return tree.dep[clause_head(tree, at)] in {"relcl", "acl", "advcl", "pcomp"}

    def _other_gender(self, at: int, head: int) -> bool:
        """True where "he" would stand for a wife, or "she" for a brother."""
        tree = self.nominals.tree
        pronoun, noun = tree.lower[at], tree.lemma[head].lower()
        if pronoun in {"he", "him"}:
            return noun in _WOMEN or noun.endswith("woman")
        man = noun in _MEN or (noun.endswith("man") and noun != "human" and not noun.endswith("woman"))
        return pronoun in {"she", "her"} and man

    def _fits(self, head: int, plural: bool) -> bool:  # noqa: FBT001
        nominals = self.nominals
        noun = nominals.noun(nominals.content(head))
        if noun is not None and noun.kind == "organisation" and noun.armed:
            return plural
        acting = nominals.tree.lemma[head].lower() in nominals.vocabulary.armed_collectives and nominals.tree.dep[head] in _SUBJECT | {
            "dobj"
        }
        if acting and (noun is None or noun.group == "count"):
            return plural  # "a gang of six … they fled"
        if plural and self._the_other(head):
            return True
        if (
            noun is None
            or noun.kind != "person"
            or noun.group in {"pronoun", "count", "hurt"}
            or nominals.tree.lemma[head].lower() in _NO_PERSON
        ):
            return False  # "the staff who lost their lives": they are the staff
        tag = nominals.tree.tag[head]
        many = (
            tag in {"NNS", "NNPS"}
            or nominals.tree.tag[nominals.content(head)] in {"NNS", "NNPS"}  # "a band of 60 men … met them"
            or nominals.tree.lower[head] in {"people", "police", "personnel", "troops", "gunmen", "staff", "family", "couple", "crew"}
            or bool(nominals.tree.child(head, "conj"))
            or (nominals.entity[head] == "NORP" and nominals.tree.child(head, "nummod") is not None)  # "some 300 Tutsi"
        )
        return many == plural

    def _the_other(self, at: int) -> bool:
        """True for "the other seventeen", "the remaining nine": people told apart by nothing but their number."""
        tree = self.nominals.tree
        if tree.pos[at] != "NUM" or tree.dep[at] not in _SUBJECT | {"dobj"}:
            return False
        return any(tree.lower[child] in _REMAINING for child in tree.children[at])

    def full_name(self, name: str) -> tuple[str, Span] | None:
        """Return the fullest form of a person's name in the text, with where it stands, where ``name`` is a shorter one."""
        self._collect()
        return self._forms.get(name.lower())

    def _collect(self) -> None:
        """Read every named person of the text once; a single last (or first) name goes to the one full name that has it."""
        if self._read:
            return
        self._read = True
        nominals = self.nominals
        fulls: dict[str, tuple[str, Span, tuple[str, ...]]] = {}
        at, size = 0, len(nominals.tree)
        while at < size:
            if not nominals.proper(at):
                at += 1
                continue
            last = nominals.name(at)[1]
            noun = nominals.noun(last - 1)
            if last - at >= 2 and noun is not None and noun.group == "named" and noun.kind == "person":
                extent = nominals.extent(last - 1)
                words = nominals.words(extent)
                if words.count(" ") >= 1:
                    fulls.setdefault(words.lower(), (words, nominals.span(extent), tuple(words.lower().split())))
            at = max(last, at + 1)
        owners: dict[str, set[str]] = {}
        for key, (_, _, parts) in fulls.items():
            for size in range(1, len(parts)):
                for start in range(len(parts) - size + 1):
                    owners.setdefault(" ".join(parts[start : start + size]), set()).add(key)
        for short, keys in owners.items():
            best = _one_person(keys)
            if best is not None:
                self._forms[short] = fulls[best][:2]

    def aliases(self) -> dict[str, str]:
        """Return acronyms in brackets and the names before them, both ways, in lower case."""
        if not self._aliases:
            text = self.nominals.parse.text
            for match in _BRACKET.finditer(text):
                name = _spelt_out(text[max(0, match.start() - 90) : match.start()], match.group(1))
                if name:
                    self._aliases.setdefault(match.group(1).lower(), name.lower())
                    self._aliases.setdefault(name.lower(), match.group(1).lower())
            self._aliases.setdefault("", "")
        return self._aliases

    def key(self, name: str) -> str:
        """Return ``name`` folded for comparison: the known group it belongs to, else what its acronym stands for, else its words."""
        folded = " ".join(re.sub(r"[^\w\s'-]", " ", name.lower()).split())
        folded = folded.removeprefix("the ").strip("'\" ")
        groups = self.nominals.vocabulary.groups
        if folded in groups:
            return groups[folded]
        alias = self.aliases().get(folded)
        if alias:
            return groups.get(alias) or max(alias, folded, key=len)
        return folded


def _one_person(keys: set[str]) -> str | None:
    """Return the longest of ``keys`` where the others are parts of it, so that all name one person."""
    longest = max(sorted(keys), key=len)
    parts = set(longest.split())
    return longest if all(set(key.split()) <= parts for key in keys) else None


def _spelt_out(before: str, acronym: str) -> str | None:
    """Return the last words of ``before`` whose initials spell ``acronym`` (small words may be skipped), or None."""
    letters = [letter for letter in acronym.lower() if letter.isalpha()]
    words = re.findall(r"[\w'’-]+|[.;:]", before)
    taken: list[str] = []
    while words and letters and len(taken) < 10:
        word = words.pop()
        if word in ".;:":
            return None
        taken.append(word)
        if word.lower() in _SMALL and word[0].lower() != letters[-1]:
            continue
        if word[0].lower() == letters[-1]:
            letters.pop()
        elif len(taken) > len(acronym) + 3:
            return None
    if letters or not taken:
        return None
    return " ".join(reversed(taken))
