"""Rolls of names: people an event's own words only count, named in a list beside or after it.

"Four were killed … The dead are X, Y and Z"; "the following officers died: X, Y"; "the dead man was identified as X"; "five men accused
of the murder … Their names are X and Y". Drafts of events in, the same drafts with the named people put where the counted ones stand.
A list is only taken where its words say whose names they are; who is listed without that stays out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trucewatch.reading.drafts import Draft
from trucewatch.reading.nominals import Nominals
from trucewatch.records.terms import Effect

_FATES = {
    "killed": frozenset("dead killed murdered slain deceased fallen assassinated executed massacred victims victim fatality".split()),
    "injured": frozenset("wounded injured hurt".split()),
    "detained": frozenset("kidnapped abducted hostage hostages captive captives kidnaped hijacked".split()),
}
_NEW: dict[str, tuple[str, Effect]] = {"killed": ("killing", "killed"), "injured": ("attack", "injured")}
_ALL_FATES = frozenset().union(*_FATES.values())
_NEAR, _LIST = 16, 30
"""Tokens between an event and "including", and between that word and the names it opens."""
_CALLING = frozenset({"identify", "name", "list"})
_NAMES = frozenset({"name", "names", "identity", "identities"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BEFORE_PLACES = frozenset("from of in at near for by to with on against under".split())
_REACH = 5
"""Sentences before a list in which those it names were told of."""


@dataclass(frozen=True, slots=True)
class Rolls:
    """Reads rolls of names in one parse."""

    nominals: Nominals

    def call(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Add the people of every roll to the draft that counts them; return drafts of those whom no earlier one counts."""
        added = [
            new
            for verb, lemma in enumerate(self.nominals.tree.lemma)
            if (lemma in _CALLING or lemma == "be") and (new := self._called(verb, drafts)) is not None
        ]
        for draft in drafts:
            self._following(draft)
            self._including(draft)
        return added

    def _called(self, verb: int, drafts: Sequence[Draft]) -> Draft | None:
        """Read "the dead are X", "were identified as X", "the judge identified the dead as X", "their names are X", "injured were X"."""
        tree = self.nominals.tree
        if any(one.token == verb for one in drafts):
            return None
        kinds = {tree.dep[child]: child for child in reversed(tree.children[verb])}
        if tree.lemma[verb] == "be":
            whose, start = kinds.get("nsubj"), verb + 1
            if "neg" in kinds or "expl" in kinds or tree.tag[verb] not in _FINITE:
                return None
            if self._inverted(verb):
                whose = verb - 1
        else:
            whose = kinds.get("nsubjpass", kinds.get("dobj"))
            marks = [at for at in range(verb, min(verb + 14, len(tree))) if tree.lower[at] == "as" or (at > verb and tree.lower[at] == ":")]
            if not marks or "neg" in kinds:
                return None
            start = marks[0] + 1
        if whose is None:
            return None
        fate = self._fate(whose)
        draft, side = self._told(whose, verb, drafts)
        if draft is None and fate not in _NEW:
            return None
        names = self._names(start, opened=tree.lemma[verb] != "be")
        if not self._plural(whose):
            names = names[:1]
        if draft is not None:
            self._put(draft, side, names)
        elif names and fate is not None and (tree.lemma[verb] in _CALLING or whose == verb - 1):
            kind, effect = _NEW[fate]
            return Draft(verb, kind, effect, (verb, verb + 1), f"roll:{tree.lemma[verb]}", patients=tuple(names), anaphoric=True)
        return None

    def _inverted(self, verb: int) -> bool:
        """True for "Also injured were X and Y"."""
        tree, sentence = self.nominals.tree, self.nominals.parse.sentence_of
        first = verb - 1
        if first < 0 or not any(tree.lower[first] in forms for forms in _FATES.values()) or tree.tag[first] not in {"VBN", "VBD", "JJ"}:
            return False
        while first > 0 and sentence[first - 1] == sentence[verb] and tree.lower[first - 1] in {"also", "and", "seriously", "slightly"}:
            first -= 1
        return first == 0 or sentence[first - 1] != sentence[verb]

    def _following(self, draft: Draft) -> None:
        """Read "the following officers died: X, Y and Z"."""
        tree, sentence = self.nominals.tree, self.nominals.parse.sentence_of
        for head in draft.patients:
            if any(tree.lower[child] == "following" for child in tree.children[head]):
                for at in range(max(head, draft.token), len(tree)):
                    if sentence[at] != sentence[head]:
                        break
                    if tree.lower[at] == ":":
                        self._put(draft, "patients", self._names(at + 1, opened=True))
                        break

    def _including(self, draft: Draft) -> None:
        """Read "ten people were killed, including X": named as one of those whom the event befell, up to the next event's own words."""
        tree, sentence = self.nominals.tree, self.nominals.parse.sentence_of
        if draft.effect not in _FATES or not any(map(self._people, draft.patients)):
            return
        last = max(draft.token, *draft.patients)
        for at in range(last + 1, min(last + _NEAR, len(tree))):
            if sentence[at] != sentence[last] or (tree.lower[at] in _ALL_FATES and at != draft.token):
                return
            if tree.lower[at] == "including" and self._things(at - 2):
                return  # "in raids on towns, including …"
            if tree.lower[at] == "including" and tree.lower[at - 1] in {",", "-", "--", "("}:
                self._put(draft, "patients", [name for name in self._names(at + 1, opened=True, forced=False) if name - at < _LIST])
                return

    def _things(self, at: int) -> bool:
        """True for things, places or bodies in the plural: what is included is one of them, and nobody hurt."""
        noun = self.nominals.noun(at)
        return self.nominals.tree.tag[at] == "NNS" and (noun is None or noun.kind != "person")

    def _put(self, draft: Draft, side: str, names: Iterable[int]) -> None:
        known = getattr(draft, side)
        setattr(draft, side, tuple(dict.fromkeys((*known, *names))))

    def _told(self, whose: int, verb: int, drafts: Sequence[Draft]) -> tuple[Draft | None, str]:
        """Return the draft whose people the words at ``whose`` take up, and on which side of it they stand."""
        tree, sentence = self.nominals.tree, self.nominals.parse.sentence_of
        here = whose
        if tree.lower[here] in _NAMES:
            here = self._owner(here)
        before = [one for one in drafts if one.token < verb and sentence[verb] - sentence[one.token] <= _REACH]
        fate = self._fate(here)
        if fate is not None:
            return next((one for one in reversed(before) if one.effect == fate and (one.patients or one.token == here)), None), "patients"
        if tree.pos[here] == "PRON":
            return self._only(verb, before) if self._plural(whose) else (None, "")
        for one in reversed(before):
            if here in one.patients and one.effect != "damaged":
                return one, "patients"
            if here in one.doers:
                return one, "doers"
        return None, ""

    def _only(self, verb: int, before: Sequence[Draft]) -> tuple[Draft | None, str]:
        """Return the only people in the plural that an event of the sentence before tells of, as what "they" or "their" takes up."""
        _tree, sentence = self.nominals.tree, self.nominals.parse.sentence_of
        found = {
            (number, side)
            for number, one in enumerate(before)
            if sentence[verb] - sentence[one.token] == 1
            for side in ("patients", "doers")
            for head in getattr(one, side)
            if self._people(head)
        }
        told = sum(sentence[verb] - sentence[at] == 1 and self._people(at) for at in range(verb))
        if len(found) != 1 or told != 1:  # whoever else the sentence tells of may be meant, and a wrong doer is worse than none
            return None, ""
        number, side = found.pop()
        return before[number], side

    def _people(self, at: int) -> bool:
        """True for a noun in the plural that names people."""
        noun, word = self.nominals.noun(at), self.nominals.tree.lower[at]
        return noun is not None and noun.kind == "person" and self.nominals.tree.tag[at] in {"NNS", "NNPS"} and word not in _NAMES

    def _owner(self, at: int) -> int:
        """Return whose names they are: "their names", "the names of the four"."""
        tree = self.nominals.tree
        for child in tree.children[at]:
            if tree.dep[child] == "poss":
                return child
            if tree.dep[child] == "prep" and tree.lower[child] == "of":
                below = tree.child(child, "pobj")
                if below is not None:
                    return below
        return at

    def _fate(self, at: int) -> str | None:
        """Return what befell the people at ``at``, where their own words say it: "the dead men", "those kidnapped"."""
        tree = self.nominals.tree
        words = {tree.lower[at]} | {
            tree.lower[child]
            for child in tree.children[at]
            if tree.dep[child] in {"amod", "acl", "relcl", "compound", "nmod"} and tree.tag[child] in {"JJ", "VBN", "NN", "VBD", "NNS"}
        }
        noun = self.nominals.noun(at)
        if noun is None and not any(tree.lower[at] in forms for forms in _FATES.values()) and tree.lower[at] != "those":
            return None
        found = [fate for fate, forms in _FATES.items() if words & forms]
        return found[0] if len(found) == 1 else None

    def _plural(self, at: int) -> bool:
        """True where the words take up more than one person."""
        tree = self.nominals.tree
        lower = tree.lower[at]
        if lower in {"dead", "wounded", "injured", "they", "their", "these", "those", "names", "identities"}:
            return True
        return tree.tag[at] in {"NNS", "NNPS"} or lower == "people"

    def _names(self, start: int, *, opened: bool, forced: bool = True) -> list[int]:
        """Return the heads of the persons' names listed from ``start`` on in its sentence.

        ``opened``: words may come before the first; ``forced``: nothing but names of people can stand here.
        """
        nominals, tree = self.nominals, self.nominals.tree
        sentence = nominals.parse.sentence_of
        found: list[int] = []
        at, fresh = start, True
        while at < len(tree) and sentence[at] == sentence[start]:
            if nominals.proper(at):
                first, last = nominals.name(at)
                if fresh and not self._placed(max(first, start)) and self._person(last - 1, forced=forced):
                    found.append(last - 1)
                    fresh = False
                elif not found and not opened:
                    break
                at = max(last, at + 1)
                continue
            if tree.lower[at] in {",", ";", "and"}:
                fresh = True
            elif tree.tag[at] in _FINITE and tree.lower[at - 1] not in {"who", "whom", "which", "that"}:
                break
            at += 1
        return found

    def _placed(self, first: int) -> bool:
        """True for a name that says where somebody is from or to whom he belongs."""
        return first > 0 and self.nominals.tree.lower[first - 1] in _BEFORE_PLACES

    def _person(self, at: int, *, forced: bool) -> bool:
        """True for a person's name; where nothing but people can stand, also against the label."""
        nominals = self.nominals
        if forced:
            nominals.take_as_person(at)
        noun = nominals.noun(at)
        first, last = nominals.name(at)
        return noun is not None and noun.kind == "person" and noun.group == "named" and (last - first > 1 or nominals.titled(first))
