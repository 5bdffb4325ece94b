"""What a head noun names: people, a body, a weapon, a thing that can be hit, a place. By vocabulary, by title, by label, by the shape
of the name. A token index in, a Noun out; the name around a token and the bodies named beside it too."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from trucewatch.reading.actors import Actors, Noun, actors
from trucewatch.reading.coordination import coordinated
from trucewatch.reading.exclusions import excluded
from trucewatch.reading.offices import offices
from trucewatch.reading.parse import Parse
from trucewatch.reading.people import age_noun, names_people
from trucewatch.reading.tree import Tree
from trucewatch.reading.triggers import triggers

_GARRISONED = frozenset({"garrison", "outpost"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "X"})
_DRIVEN = frozenset("bulldozer gunboat cutter minesweeper cruiser battleship trawler".split())
"""Vehicles that do something only by those who drive them, and to others."""
_PEOPLE_PRONOUNS = frozenset(
    {
        "he",
        "she",
        "they",
        "him",
        "her",
        "them",
        "who",
        "whom",
        "we",
        "us",
        "i",
        "me",
        "those",
        "everyone",
        "everybody",
        "anyone",
        "anybody",
        "whoever",
    }
)
_COUNT_NOUNS = frozenset("other others one several many some few dozens scores hundreds thousands".split())
_STANDING_FOR = frozenset("both all none nobody most another each neither either any one rest remainder no-one majority everyone".split())
_ON_THE_WAY = frozenset(
    "marching advancing heading moving travelling traveling returning patrolling retreating fleeing crossing riding".split()
)
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())
_INSIDE_NAME = frozenset({"of", "for", "the", "de", "la", "las", "los", "del", "and", "-", "'s", "s", "el", "y", '"'})
PARTS = frozenset(
    """front side back rear vicinity entrance outside door window windshield facade roof outskirts gate gates interior part surroundings
    portion segment most center corner basement floor middle row line stretch strip block opening bulk remains edge top foot""".split()
)
_OPENINGS = frozenset({"entrance", "gate", "gates", "door"})
"""Parts that are broken down for themselves."""
FIRE = frozenset({"fire", "burst", "shot", "volley", "bombardment", "gunshot"})
_CURRENCIES = frozenset("rs rs. rupees rupee us$ $ usd pkr inr tk n ₦ p php peso £ € naira birr ksh sh".split())
_LOCAL = frozenset("between in near at around outside towards toward into inside".split())
_OVERRUN = frozenset("attack shell bomb bombard raid storm besiege capture seize strike hit retake recapture enter overrun invade".split())
_LOADING = frozenset({"stuff", "load", "pack", "fill", "lade", "laden", "rig", "lace", "cram", "loade"})
_WORN = frozenset(
    "uniform fatigues clothes clothing dress gear garb camouflage boots helmet beret vehicle car truck jeep lorry van".split()
)
"""What people wear or ride in: it says nothing of whose they are ("men in police uniform")."""
_CRAFT = re.compile(r"(?:mig|su|tu|mi|ka|an|il|yak|f|a|ah|uh|oh|ch|mh|mq|rq|b|ac|ov|tb|am|oa|pc)-?\d{1,3}[a-z]{0,3}s?$")
"""Designations of aircraft ("MiG-29s", "Su-24M", "A-37"). Assault rifles (AK-47) and explosives (C-4) have other letters."""
_SERVED = frozenset({"gun", "mortar", "howitzer", "cannon", "launcher"})
"""Weapons that a crew serves."""
AMOUNTS = frozenset(
    """dozen score hundred thousand number majority handful couple pair trio series lot total rest half third one variety most some several
    many""".split()
)
_PLACE_TYPES = frozenset({"GPE", "LOC"})
_PERSON = Noun("person", "named")
_PEOPLE = Noun("person", "inhabitant")
SOMEBODY = Noun("person", "person")
SOMETHING = Noun("target", "building")
COUNT = Noun("person", "count")
_SOME = Noun("person", "some")
"""People told of by a word that does not say which of those before it means ("a third", "the rest")."""
_PRONOUN = Noun("person", "pronoun")
_BOMB = Noun("weapon", "bomb")
_PLACE = Noun("place", "named")
_NAMED_ARMED = Noun("organisation", "armed", "party forces")
_NAMED_CIVIL = Noun("organisation", "civil")


DAYS = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday thursday friday
    saturday sunday""".split()
)


@dataclass(slots=True)
class Nouns:
    """The nouns of one parse, each classified when first asked for."""

    parse: Parse
    tree: Tree
    entity: list[str]
    capitals: list[bool]
    """Tokens all in capitals, of two letters or more."""
    counted: frozenset[int] = frozenset()
    """Tokens that head a count of people, as the quantities step says."""
    known: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Tokens of well-known groups' names, whatever their case, to the name's tokens."""
    vocabulary: Actors = field(default_factory=actors)
    _nouns: dict[int, Noun | None] = field(default_factory=dict)
    _names: dict[int, tuple[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, parse: Parse, tree: Tree, counted: Iterable[int] = ()) -> Self:
        """Read the entity labels of ``parse`` once."""
        entity = [""] * len(tree)
        for found in parse.doc.ents:
            for at in range(found.start, found.end):
                entity[at] = found.label_
        capitals = [len(token.text) > 1 and token.text.isupper() for token in parse.doc]
        found_names = cls(parse, tree, entity, capitals, frozenset(counted))
        found_names._find_groups()
        return found_names

    def _find_groups(self) -> None:
        """Mark every well-known group's name; a single short word only where it is written as an acronym."""
        lower, words, longest = self.tree.lower, self.vocabulary.group_words, self.vocabulary.longest_group
        for first in self.parse.word_places.places(words):
            word = lower[first]
            if first in self.known or not _written(lower[first : first + longest]).startswith(self.vocabulary.group_forms(word)):
                continue
            for last in range(min(len(lower), first + longest), first, -1):
                form = _written(lower[first:last])
                if form in self.vocabulary.groups:
                    if last - first == 1 and len(word) <= 5 and not self.capitals[first] and word not in {"contras", "zetas"}:
                        break
                    self.known.update(dict.fromkeys(range(first, last), (first, last)))
                    break

    def proper(self, at: int) -> bool:
        """True for a proper noun, and for an acronym that the tagger took for a common one."""
        if self.tree.pos[at] == "PROPN" or at in self.known:
            return True
        if self.tree.pos[at] not in {"NOUN", "ADJ", "X", "VERB"}:
            return False
        return self.capitals[at]

    def noun(self, at: int) -> Noun | None:
        """Return what the noun at ``at`` names, None where it names neither people, bodies, weapons, places nor things to hit."""
        if at not in self._nouns:
            self._nouns[at] = self._classify(at)
        return self._nouns[at]

    def nouns(self, at: int) -> tuple[Noun, ...]:
        """Return everything the word may name, the reading :meth:`noun` takes first."""
        first = self.noun(at)
        if first is None:
            return ()
        more = self.vocabulary.nouns.get(self.tree.lemma[at].lower(), ())
        return (first, *(noun for noun in more if noun != first))

    def doer(self, at: int) -> bool:
        """True where the head may name those who did something: people, a body, a country, or a group that fights."""
        noun = self.noun(self.content(at))
        if noun is not None:
            return noun.kind in {"person", "organisation", "place"} or self.crewed(self.content(at))
        lemma = self.tree.lemma[at].lower()
        if self.force(at):
            return True
        return lemma in self.vocabulary.collectives and (
            lemma in self.vocabulary.armed_collectives or bool(self.bodies(at)) or self.armed_words(at)
        )

    def garrison(self, at: int) -> bool:
        """True for the garrison that does something: its men do, where one that is shelled is their barracks."""
        tree = self.tree
        if tree.lemma[at].lower() not in _GARRISONED:
            return False
        verb = tree.head[at]
        done = tree.dep[at] == "nsubj" and tree.tag[verb] in {"VBD", "VBZ", "VBP", "VBN"} and tree.child(verb, "dobj", "prep") is not None
        return done or (tree.dep[at] == "pobj" and tree.dep[verb] == "agent")

    def force(self, at: int) -> bool:
        """True for "a force", which acts as a patrol does; "forces" are a body of their own."""
        return self.tree.lower[at] == "force"

    def armed_words(self, at: int) -> bool:
        """True where a modifier says that the group fights ("guerrilla group", "armed band")."""
        tree = self.tree
        for child in tree.children[at]:
            if child < at and tree.dep[child] in {"compound", "amod", "nmod"}:
                noun = self.noun(child)
                if tree.lower[child] in self.vocabulary.doer_adjectives or (noun is not None and noun.armed):
                    return True
        return False

    def content(self, at: int) -> int:
        """Return the head that says who they are: "soldiers" for "a group of soldiers", else ``at`` itself."""
        tree = self.tree
        for _ in range(3):
            lemma = tree.lemma[at].lower()
            if lemma in FIRE:
                return self._fired(at)
            if lemma in _ON_THE_WAY and (moving := self._moving(at)) is not None:
                return moving
            if lemma not in self.vocabulary.collectives and tree.pos[at] != "NUM" and lemma not in PARTS and lemma != "one":
                return at
            below = self._of(at)
            if below is None:
                return at
            noun = self.noun(below)
            unit = lemma == "one" and self.vocabulary_unit(below)  # "one of its convoys"
            built = lemma in PARTS - _OPENINGS and any(
                one.kind == "target" for one in self.vocabulary.nouns.get(tree.lemma[below].lower(), ())
            )
            if not unit and not built and (noun is None or noun.kind not in {"person", "weapon", "target"}):
                return at
            at = below
        return at

    def _moving(self, at: int) -> int | None:
        """Return the column of "a column marching on the town was surprised", read as a marching of a column's."""
        tree = self.tree
        if tree.dep[at] not in {"nsubj", "nsubjpass", "dobj"} or tree.tag[at] != "NN":
            return None
        return next((child for child in tree.children[at] if child == at - 1 and tree.dep[child] == "compound"), None)

    def _fired(self, at: int) -> int:
        """Return the weapon of "machine-gun fire", "rifle shots"."""
        for child in self.tree.children[at]:
            if child < at and self.tree.dep[child] in {"compound", "nmod"}:
                noun = self.noun(child)
                if noun is not None and noun.kind == "weapon":
                    return child
        return at

    def crewed(self, at: int) -> bool:
        """True for a weapon that people man: as the one who did it, it stands for them."""
        lemma, before = self.tree.lemma[at].lower(), self.tree.lower[at - 1] if at else ""
        if self.tree.pos[at] == "PROPN" and lemma not in self.vocabulary.crewed:
            lemma = lemma.removesuffix("s")  # "Tupolevs", whose lemma is the name as it stands
        known = _CRAFT.match(lemma) is not None or lemma in self.vocabulary.crewed or f"{before} {lemma}" in self.vocabulary.crewed
        if not known and not self._served(at) and not self._driven(at):
            return False
        if self.tree.dep[at] in {"nmod", "compound"}:
            return False  # "artillery and rocket fire" is what they fire
        return not any(self.tree.dep[child] == "conj" and self.tree.lemma[child].lower() == "fire" for child in self.tree.children[at])

    def _driven(self, at: int) -> bool:
        """True for a force's vehicle as who does something ("a coast guard vessel fired", "run over by a police truck")."""
        tree = self.tree
        doing = tree.dep[at] == "nsubj" or (tree.dep[at] == "pobj" and tree.lower[tree.head[at]] == "by")
        if not doing or (tree.dep[at] == "nsubj" and tree.lemma[tree.head[at]].lower() not in triggers().verbs):
            return False
        lemma, noun = tree.lemma[at].lower(), self.noun(at)
        if noun is None or noun.kind != "target" or noun.group != "vehicle":
            return lemma in _DRIVEN
        return lemma in _DRIVEN or self.armed_words(at)

    def vocabulary_unit(self, at: int) -> bool:
        """True for a unit that can suffer an event as one ("a patrol")."""
        return self.tree.lemma[at].lower() in self.vocabulary.units

    def _served(self, at: int) -> bool:
        """True for guns of somebody's ("Vietnamese guns shelled the village"): their crews did it. Plain mortars that fall are shells."""
        tree = self.tree
        if tree.tag[at] != "NNS" or tree.lemma[at].lower() not in _SERVED:
            return False
        if any(
            self.entity[child] == "NORP" or ((noun := self.noun(child)) is not None and noun.armed)
            for child in tree.children[at]
            if child < at and tree.dep[child] in {"amod", "compound", "nmod", "poss"}
        ):
            return True
        return tree.dep[at] == "nsubj" and any(  # "guns inside Yemen shelled the garrison"
            self.entity[below] == "GPE"
            for child in tree.children[at]
            if child > at and tree.dep[child] == "prep" and tree.lower[child] in {"in", "inside", "across"}
            for below in tree.children[child]
        )

    def owner(self, at: int) -> int | None:
        """Return the name after "of" under ``at``: whose branch, office or home it is."""
        below = self._of(at)
        return below if below is not None and self.proper(below) else None

    def _of(self, at: int) -> int | None:
        """Return the head after "of" under ``at``, if any."""
        tree = self.tree
        for child in tree.children[at]:
            if tree.dep[child] == "prep" and tree.lower[child] == "of" and tree.lower[child - 1] != ",":
                return tree.child(child, "pobj")  # not "the murder, by a three-man unit, of the mayor"
        return None

    def _classify(self, at: int) -> Noun | None:
        tree, lower = self.tree, self.tree.lower[at]
        pos = tree.pos[at]
        if at in self.known:
            return _NAMED_ARMED
        if pos == "PRON" or tree.tag[at] in {"PRP", "WP", "DT"}:
            if lower in _PEOPLE_PRONOUNS:
                return _PRONOUN
            if lower in {"someone", "somebody"}:
                return self.vocabulary.noun(lower)
            return COUNT if lower in _COUNT_NOUNS else None
        if pos == "NUM":
            return COUNT if self._counts_people(at) and not self._money(at) else None
        if lower in _COUNT_NOUNS or (lower in {"pair", "trio", "duo"} and self._of(at) is None):
            return COUNT
        if lower in {"old", "olds"}:
            return None if age_noun(self.parse.doc, at) is None else _PEOPLE
        if pos not in _NOMINAL and tree.tag[at] not in {"NN", "NNS", "NNP", "NNPS", "VBN", "JJ"}:
            return None
        found = self._common(at)
        if found is None and pos == "NOUN" and not self.proper(at) and names_people(lower):
            return _PEOPLE
        if found is not None and found.kind == "target" and found.group == "vehicle" and self._loaded(at):
            return _BOMB
        if found is not None and (not self.proper(at) or (found.group in {"air", "artillery"} and self._counts_craft(at))):
            return found
        named = self._proper(at)
        if named is None or named == _NAMED_CIVIL or named.kind == "organisation":
            ranked = self._ranked(at)
            if ranked:
                return _PEOPLE if found is None or found.kind != "person" else found
        return named or found

    def _ranked(self, at: int) -> bool:
        """True for "a Marine", "two Soldiers": people whom a service writes with a capital."""
        tree = self.tree
        counted = any(tree.lower[child] in {"a", "an", "another"} or tree.dep[child] == "nummod" for child in tree.children[at])
        return counted and names_people(tree.lower[at])

    def _counts_craft(self, at: int) -> bool:
        """True for "two MiGs", "a Su-25": a designation with a number or an article before it is an aircraft, whatever its label."""
        tree = self.tree
        return any(tree.dep[child] in {"nummod", "det"} or tree.pos[child] in {"NUM", "DET"} for child in tree.children[at])

    def _loaded(self, at: int) -> bool:
        """True for "a car packed with explosives": it is the weapon."""
        tree = self.tree
        for verb in tree.children[at]:
            if (tree.dep[verb] in {"acl", "amod"} and tree.lemma[verb].lower() in _LOADING) or tree.lower[verb] == "full":
                for preposition in tree.children[verb]:
                    if any(
                        (noun := self.noun(self.content(head))) is not None and noun.kind == "weapon"
                        for head in tree.children[preposition]
                        if tree.dep[head] == "pobj"
                    ):
                        return True
        return False

    def _money(self, at: int) -> bool:
        """True for "Rs 40,000": a sum, whatever was taken with it."""
        return self.entity[at] == "MONEY" or (at > 0 and self.tree.lower[at - 1] in _CURRENCIES)

    def _counts_people(self, at: int) -> bool:
        """True for a number that stands for people ("four were wounded"), as the quantities step decides."""
        return at in self.counted

    def _common(self, at: int) -> Noun | None:
        """Look the noun up, the longest compound first."""
        tree, words = self.tree, self.vocabulary.nouns
        lemma = tree.lemma[at].lower()
        lower = tree.lower[at]
        prefix = ""
        best = None
        first = at - 1
        while (
            first >= 0
            and at - first <= 3
            and tree.head[first] in range(first + 1, at + 1)
            and tree.dep[first] in {"compound", "amod", "nmod"}
        ):
            prefix = (tree.lower[first] + " " + prefix).replace(" - ", "-")
            found = words.get(prefix + lemma) or words.get(prefix + lower)
            if found:
                best = found
            first -= 1
        if best is None and at > 1 and tree.lower[at - 1] == "-":
            best = words.get(f"{tree.lower[at - 2]}-{lemma}")  # "tap-tap" is three tokens
        found = best or words.get(lemma) or words.get(lower)
        if not found and tree.tag[at] in {"NNPS", "NNP"} and lower.endswith("s"):
            found = words.get(lower[:-1])  # "Rebels" that opens a sentence is taken for a name, and keeps its plural as lemma
        if not found and lower.endswith("men"):
            found = words.get(lower[:-2] + "an")
        if not found and _CRAFT.match(lower):
            found = words.get("aircraft")
        if lower == "corpses":  # whose lemma the parser gives as "corps"
            found = words.get("corpse")
        return found[0] if found else None

    def _proper(self, at: int) -> Noun | None:
        """Tell named people, bodies and places apart by vocabulary, title, label and the shape of the name."""
        tree, vocabulary = self.tree, self.vocabulary
        if not self.proper(at):
            return None
        first, last = self.name(at)
        if self.group(first, last):
            return _NAMED_ARMED
        if last - first == 1 and (tree.tag[at] in {"NNPS", "NNS"} or tree.lower[at].endswith("men")):
            men = tree.lower[at].endswith("men")
            common = self.vocabulary.noun(tree.lower[at][:-2] + "an" if men else tree.lower[at].removesuffix("s"), "person")
            if common is not None:
                return common
        if tree.tag[at] == "NNPS" and tree.lower[at] in self.vocabulary.name_heads:
            return _NAMED_ARMED
        if tree.tag[at] == "NNPS" and tree.lower[at].removesuffix("s") in offices().adjectives:
            return _PEOPLE  # "the Greek Cypriots", whatever the label
        if (self.entity[at] == "NORP" and tree.tag[at] in {"NNPS", "NNS"}) or (self.entity[at] == "NORP" and tree.lower[at].endswith("s")):
            return _PEOPLE
        alone = last - first == 1 and vocabulary.name_heads.get(tree.lower[at]) == "armed" and self._called_the(at)
        if alone:
            return _NAMED_ARMED  # "the Front"
        one = last - first == 1 and any(tree.lower[child] in {"a", "an", "another"} for child in tree.children[at])
        if one and self.entity[at] == "NORP":
            return _PEOPLE  # "a Kanak of 17"
        if (
            self.entity[at] in {"NORP", "CARDINAL"}
            and last - first == 1
            and any(tree.dep[child] == "nummod" for child in tree.children[at])
        ):
            return _PEOPLE  # "some 200 Lendu"
        word, label = tree.lower[at], self.entity[at]
        if word in vocabulary.name_heads and last - first > 1:
            return _NAMED_ARMED if vocabulary.name_heads[word] == "armed" else _NAMED_CIVIL
        if self.titled(first):
            return _PERSON
        if label == "PERSON":
            return _PERSON
        if label in _PLACE_TYPES:
            return _PLACE
        if label == "ORG":
            known = vocabulary.noun(word, "organisation")
            return known or _NAMED_CIVIL
        if vocabulary.nouns.get(word):
            return None
        if (
            last - first >= 2
            and label in {"", "NORP", "WORK_OF_ART", "PRODUCT"}
            and all(tree.pos[i] == "PROPN" for i in range(first, last))
        ):
            return _PERSON
        return None

    def _called_the(self, at: int) -> bool:
        """True for a capital after "the" within a sentence."""
        tree = self.tree
        return any(tree.lower[child] == "the" and child == at - 1 for child in tree.children[at]) and self.parse.doc[at].text[:1].isupper()

    def take_as_place(self, at: int) -> None:
        """Read a name of one word that the gazetteer knows as a place's, where it stands where places do ("attacked Juba", "near Juba")."""
        tree = self.tree
        if not self.proper(at) or self.noun(at) not in (_PERSON, _NAMED_CIVIL) or self.titled(at) or self.name(at) != (at, at + 1):
            return
        name, above = at, tree.head[at]
        while tree.dep[at] in {"conj", "appos"} and above != at:
            at, above = above, tree.head[above]
        stands = tree.dep[at] == "pobj" and tree.lower[above] in _LOCAL
        taken = tree.dep[at] in {"dobj", "nsubjpass"} and tree.lemma[above].lower() in _OVERRUN
        if stands or taken:
            self._nouns[name] = _PLACE

    def take_unknown_as_place(self, at: int, *, long: bool = False) -> bool:
        """Read a name of one word, or a ``long`` one, that nothing knows, at which shells are fired, as a place's."""
        first, last = self.name(at)
        if not self.proper(at) or self.noun(at) not in (None, _PERSON, _NAMED_CIVIL) or self.titled(first) or self.tree.lower[at] in DAYS:
            return False
        if last - first > 1 and (not long or self.noun(at) == _NAMED_CIVIL):
            return False
        self._nouns[at] = _PLACE
        return True

    def take_as_person(self, at: int) -> bool:
        """Read a proper name that stands where only people can stand (who was murdered, who was kidnapped) as a person's.

        Labels mislead on rare names; the vocabulary and the words of the name do not: a body's or a thing's name stays one.
        """
        at = self.content(at)
        noun = self.noun(at)
        if not self.proper(at) or (noun is not None and noun.kind == "person"):
            return False
        first, last = self.name(at)
        words = self.tree.lower[first:last]
        if any(word in self.vocabulary.name_heads or word in self.vocabulary.nouns for word in words) or self.group(first, last):
            return False
        if noun is not None and last - first < 2 and not self.titled(first) and not self._described_after(at):
            return False
        self._nouns[at] = _PERSON
        return True

    def _described_after(self, at: int) -> bool:
        """True where an apposition says that the name is a person's ("Porth, minister of …")."""
        tree = self.tree
        for child in tree.children[at]:
            if tree.dep[child] == "appos" and not self.proper(child):
                found = self._common(child)
                return found is not None and found.kind == "person"
        return False

    def take_as(self, at: int, kind: Noun) -> bool:
        """Read a common noun that no vocabulary knows as ``kind``, where it stands where only that can stand: "detained 27 comuneros"."""
        at = self.content(at)
        if self.noun(at) is not None or self.tree.pos[at] not in {"NOUN", "NUM"} or self.proper(at) or self.vocabulary_unit(at):
            return False
        self._nouns[at] = kind
        return True

    def take_as_somebody(self, at: int) -> bool:
        """Read a word for people told of before ("both", "a third", "nobody", "the rest") as people, where only they can stand."""
        stands = self.tree.lower[at] in _STANDING_FOR or (
            self.tree.lower[at] in _ORDINALS and self.tree.dep[at] not in {"amod", "compound"}
        )
        if not stands or self.noun(at) is not None or self.content(at) != at:
            return False
        below = self._of(at)
        if below is not None and not self._of_people(below):
            return False  # "any of its planes"
        self._nouns[at] = COUNT if self.tree.lower[at] == "both" else _SOME
        return True

    def _of_people(self, at: int) -> bool:
        noun = self.noun(self.content(at))
        unit = self.vocabulary_unit(at) or self.tree.lemma[at].lower() in {"population", "inhabitants", "village", "family"}
        return unit or (noun is not None and noun.kind == "person")

    def titled(self, first: int) -> bool:
        """True where a title stands before or at the beginning of the name that starts at ``first``."""
        titles = self.vocabulary.titles
        return self.tree.lower[first] in titles or (first > 0 and self.tree.lower[first - 1] in titles)

    def group(self, first: int, last: int) -> str | None:
        """Return the best-known form of an armed group that is named within tokens ``[first, last)``."""
        lower, vocabulary = self.tree.lower, self.vocabulary
        for start in range(first, last):
            if lower[start] in vocabulary.group_words or lower[start] == "the":
                for end in range(min(last, start + vocabulary.longest_group), start, -1):
                    found = vocabulary.groups.get(" ".join(lower[start:end]).replace(" 's", "'s").replace(" - ", "-"))
                    if found:
                        return found
        return None

    def name(self, at: int) -> tuple[int, int]:
        """Return the tokens of the proper name around ``at``: contiguous proper nouns and the small words inside names."""
        if at in self._names:
            return self._names[at]
        if at in self.known:
            return self.known[at]
        tree = self.tree
        first = at
        while first > 0 and self._joins(first - 1, first):
            first -= 1
        while first < at and tree.lower[first] in _INSIDE_NAME:
            first += 1
        last = at + 1
        end = last
        while end < len(tree) and end - at < 9:
            if self.proper(end) and self._same_sentence(at, end):
                end += 1
                last = end
            elif tree.lower[end] in _INSIDE_NAME and self._body(first, last):
                end += 1
            else:
                break
        self._names[at] = first, last
        return first, last

    def _joins(self, before: int, after: int) -> bool:
        return self.proper(before) and self._same_sentence(before, after)

    def _body(self, first: int, last: int) -> bool:
        """True where the words so far can go on with "of the …": they name a body."""
        return any(self.tree.lower[at] in self.vocabulary.name_heads for at in range(first, last))

    def _same_sentence(self, left: int, right: int) -> bool:
        return self.parse.sentence_of[left] == self.parse.sentence_of[right]

    def bodies(self, at: int) -> tuple[int, ...]:
        """Return the heads of organisations named beside people: "FMLN guerrillas", "members of the army", "troops from the 3d Brigade"."""
        tree = self.tree
        found: list[int] = []
        for child in tree.children[at]:
            relation = tree.dep[child]
            if relation in {"compound", "nmod", "poss"} and child < at:
                found.extend(self._body_at(child))
            elif relation == "prep" and tree.lower[child] in {"of", "from", "in", "with"}:
                for head in tree.children[child]:
                    if tree.dep[head] == "pobj" and tree.lemma[head].lower() not in _WORN:
                        for item in coordinated(tree, head):
                            found.extend(self._body_at(item) or self.bodies(item))
            elif relation == "appos" and not excluded(tree, child, at):
                found.extend(self._body_at(child))
            elif relation == "acl" and tree.lower[child] in {"known", "called", "calling", "named", "styling"}:
                found.extend(self._named_as(child))  # "guerrillas known as Montoneros", "a group calling itself the Lions"
            elif relation == "acl" and tree.lower[child] in {"belonging", "linked", "loyal", "affiliated"}:
                for below in tree.children[child]:
                    if tree.dep[below] in {"prep", "dative"}:
                        found.extend(item for head in tree.children[below] if tree.dep[head] == "pobj" for item in self._body_at(head))
        return tuple(dict.fromkeys(found))

    def _named_as(self, verb: int) -> tuple[int, ...]:
        """Return the proper name that a clause gives a group."""
        tree = self.tree
        below = [item for child in (verb, *tree.children[verb]) for item in tree.children[child] if item > verb]
        names = [item for item in below if tree.dep[item] in {"oprd", "pobj", "dobj", "attr", "appos", "npadvmod"} and self.proper(item)]
        return (names[0],) if names else ()

    def _body_at(self, at: int) -> tuple[int, ...]:
        """Return ``at`` where it heads the name of an armed body or of a state's forces."""
        noun = self.noun(at)
        if noun is not None and noun.kind == "organisation" and noun.group in {"armed", "state"}:
            return (at,)
        first, last = self.name(at)
        return (at,) if self.group(first, last) else ()


def _written(words: list[str]) -> str:
    """Return a name's words as they are written: the vocabulary's form of it."""
    return " ".join(words).replace(" 's", "'s").replace(" - ", "-").replace(" '", "'")
