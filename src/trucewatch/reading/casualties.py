"""Quantities → counts of victims: which number counts whom, what happened to them, and of which total it is a part (DOMAIN section 3).

Enters: a parse and its quantities. Leaves: counts in text order, each with its metric, the word it rests on and, where the text
says so, the earlier count it is a subtotal of or replaces.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from trucewatch.reading.effects import Effects, lexicon
from trucewatch.reading.fates import joined
from trucewatch.reading.figures import figure_at
from trucewatch.reading.forms import form_lines
from trucewatch.reading.gunshots import MULTIPLE, multiples, settle, told_at
from trucewatch.reading.people import names_people, people, population_at, singular
from trucewatch.reading.quantities import ORDINALS, distinct
from trucewatch.reading.unharmed import SAFE, nobody_hit, spared_at, without_harm
from trucewatch.records.extent import Count

if TYPE_CHECKING:
    from spacy.tokens import Token

    from trucewatch.reading.mentions import Quantity
    from trucewatch.reading.parse import Parse
    from trucewatch.records.terms import Metric, Population

_FORCES = frozenset(("party forces", "mission personnel"))
_OWNERS = frozenset(("own", "our", "enemy", "its", "their", "army", "military", "troop", "government", "rebel", "police"))
_PLACES = frozenset(("in", "at", "by", "near", "on", "outside", "inside", "from"))
_FATES = frozenset(("killed", "dead", "wounded", "injured", "hurt", "missing", "captured", "maimed"))
_TELLING = frozenset("said says told put gave spoke reported counted claimed cited listed".split())
_HIM = frozenset(("him", "her"))
_THEM = frozenset(("them",))
_GOING = frozenset("drive go make ride speed run walk march flee leave sail".split())
_JOINTS = frozenset((":", ",", ";", "and", "–", "—", "-"))


@dataclass(frozen=True, slots=True)
class Counted:
    """One count of victims. ``trigger`` is the token that says what happened; ``part_of`` and ``revises`` index earlier counts."""

    quantity: "Quantity"
    metric: "Metric"
    population: "Population"
    trigger: int
    rule: str
    part_of: int | None = None
    revises: int | None = None


def find_casualties(parse: "Parse", quantities: "dict[int, Quantity]") -> tuple[Counted, ...]:
    """Return the counts of victims among ``quantities``, in text order."""
    return _Counter(parse).run(tuple(distinct(quantities)))


def is_explicit(quantity: "Quantity") -> bool:
    """Whether the words give a number, however vague, and not only a plural."""
    return quantity.count.high is not None or quantity.qualifier is not None or quantity.vague


class _Counter:
    """One pass over the quantities of one parse; earlier counts give later ones what they leave unsaid."""

    def __init__(self, parse: "Parse") -> None:
        self.parse = parse
        self.doc = parse.doc
        self.words = lexicon()
        self.effects = Effects(parse)
        self.lower = parse.tree.lower
        self.found: list[Counted] = []

    def run(self, quantities: "tuple[Quantity, ...]") -> tuple[Counted, ...]:
        """Try each quantity in text order."""
        forms, paragraph = form_lines(self.parse), self.parse.paragraph_of
        for quantity in sorted((*quantities, *multiples(self.parse)), key=lambda q: (q.span.start, q.head)):
            if paragraph[quantity.head] in forms:
                continue
            for counted in self._counts(quantity):
                self.found.append(self._related(counted))
        self.found = joined(self.parse, self.found, quantities)
        return settle(self.parse, self.found)

    def _counts(self, quantity: "Quantity") -> "list[Counted]":
        if quantity.count.high == 0 and (zero := self._zero(quantity)):
            return zero
        if self._describes_last(quantity) or self._told_already(quantity) or self._names_last(quantity):
            return []
        if self.lower[quantity.head] == "casualties" and quantity.count.high != 0:
            return []  # dead and hurt together: neither's number
        counted = (
            self._spared(quantity)
            or self._field(quantity)
            or self._multiple(quantity)
            or self._fatal(quantity)
            or self._more(quantity)
            or self._direct(quantity)
            or self._listed(quantity)
            or self._identified(quantity)
            or self._figure(quantity)
            or self._inherited(quantity)
            or self._pursued(quantity)
            or self._struck(quantity)
            or self._numbered(quantity)
            or self._nobody_either(quantity)
        )
        if counted is None or self._depicted(counted) or self._mixed(self._end(quantity), counted.trigger):
            return []
        return [told_at(self.parse, counted)]

    def _multiple(self, quantity: "Quantity") -> Counted | None:
        """As in "a triple homicide"."""
        metric = self.words.multiplied.get(self.lower[quantity.head])
        return Counted(quantity, metric, "all", quantity.head, MULTIPLE) if metric and quantity.derived else None

    def _fatal(self, quantity: "Quantity") -> Counted | None:
        """As in "six people were shot, two fatally", "two of them mortally": those of the count before who died of it."""
        last = self.found[-1] if self.found else None
        after = self._after(quantity, 1)
        if last is None or not self._pronominal(quantity) or after not in (["fatally"], ["mortally"]):
            return None
        population = last.population if last.population in _FORCES else "all"
        return Counted(replace(quantity, part=False), "killed", population, self._end(quantity), "ellipsis")

    def _spared(self, quantity: "Quantity") -> Counted | None:
        """People who came to no harm, and nobody to whom it was done: none of them was hurt."""
        tree = self.parse.tree
        hit = spared_at(tree, self.effects.top(quantity).i) or without_harm(tree, quantity.head)
        if hit is None and quantity.count.high == 0 and (verb := nobody_hit(tree, self.effects.top(quantity).i)) is not None:
            hit = verb, "injured"
        if hit is None or (quantity.count.high == 0 and self.lower[hit[0]] in SAFE):
            return None
        trigger, metric = hit
        return Counted(replace(quantity, count=Count(0, 0), qualifier=None, vague=False), metric, quantity.population, trigger, "unharmed")

    def _pursued(self, quantity: "Quantity") -> Counted | None:
        """Whom one verb takes hold of and the next strikes: "dragged X out and beat him to death", "drove away with her"."""
        token = self.effects.top(quantity)
        if token.dep_ != "dobj" or quantity.count.high == 0:
            return None
        pronouns = _THEM if quantity.count.high != 1 else _HIM
        for verb in token.head.children:
            if verb.dep_ != "conj" or verb.i < token.i:
                continue
            hit = self._done_to(verb, pronouns)
            if hit is not None:
                return Counted(quantity, hit[0], self._population(quantity), hit[1], "pronoun")
        return None

    def _field(self, quantity: "Quantity") -> Counted | None:
        """A number after a label of its own: "Killed: 47", "Militants reported killed: 2"."""
        at = quantity.head
        while at and self.doc[at - 1].idx >= quantity.span.start:
            at -= 1
        if at < 2 or self.lower[at - 1] != ":" or quantity.named or not is_explicit(quantity):
            return None
        if not self._pronominal(quantity) and self.effects.governed(self.doc[quantity.head]):
            return None
        label: list[int] = []
        for index in range(at - 2, max(-1, at - 8), -1):
            if self.lower[index] in (".", ";", ",", ")") or self.parse.paragraph_of[index] != self.parse.paragraph_of[at]:
                break
            label.append(index)
        else:
            return None if at > 7 else self._labelled(quantity, label)
        return self._labelled(quantity, label)

    def _labelled(self, quantity: "Quantity", label: list[int]) -> Counted | None:
        for index in label:
            word = self.lower[index]
            metric = self.words.states.get(word) or self.words.figure_metrics.get(word)
            if metric is None or word == "losses":
                continue
            of = next((self.lower[other] for other in label if other != index and names_people(self.lower[other])), "")
            population = people().population.get(singular(of), "all") if of and quantity.population == "all" else quantity.population
            return Counted(replace(quantity, part=False), metric, population, index, "field")
        return None

    def _numbered(self, quantity: "Quantity") -> Counted | None:
        """As in "Abductions numbered 38", "deaths totalled 12": the subject is the noun of what happened."""
        token = self.effects.top(quantity)
        if token.dep_ not in ("dobj", "attr") or token.head.lemma_ not in ("number", "total"):
            return None
        for child in token.head.children:
            if child.dep_ == "nsubj" and (metric := self.words.counted.get(singular(child.lemma_.lower()))):
                return Counted(quantity, metric, quantity.population, child.i, "figure")
        return None

    def _nobody_either(self, quantity: "Quantity") -> Counted | None:
        """As in "two fighters were killed and no civilians were": nobody of these suffered what the others did."""
        last = self.found[-1] if self.found else None
        token = self.effects.top(quantity)
        if quantity.count.high != 0 or last is None or token.dep_ != "nsubj" or token.head.lemma_ != "be":
            return None
        bare = not any(child.dep_ in ("attr", "acomp", "prep", "advmod") for child in token.head.children)
        return (
            Counted(quantity, last.metric, quantity.population, last.trigger, "ellipsis")
            if bare and self._one_sentence(last, quantity)
            else None
        )

    def _struck(self, quantity: "Quantity") -> Counted | None:
        """Whom the word right before strikes, whatever the parse made of it: "shot and wounded a monk collecting alms"."""
        at = quantity.head
        while at and self.doc[at - 1].idx >= quantity.span.start:
            at -= 1
        verb = self.doc[at - 1] if at else None
        if verb is None or not is_explicit(quantity) or quantity.named or quantity.count.high == 0 or verb.tag_ != "VBD":
            return None
        metric = self.words.does.get(verb.lemma_)
        if metric not in ("killed", "injured", "detained") or verb.lemma_ in self.words.needs or verb.lower_ not in self.words.states:
            return None
        if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
            return None
        return Counted(quantity, metric, quantity.population, verb.i, "adjacent")

    def _done_to(self, verb: "Token", pronouns: frozenset[str]) -> "tuple[Metric, int] | None":
        """What a verb does to the pronoun that is its object, or stands after "with" ("drove away with her")."""
        for child in verb.children:
            if child.dep_ == "dobj" and child.lower_ in pronouns:
                return self.effects.governed(child)
            taken = child.dep_ == "prep" and child.lower_ == "with" and any(c.lower_ in pronouns for c in child.children)
            if taken and verb.lemma_ in _GOING and any(c.lower_ in ("away", "off") for c in verb.children):
                return "detained", verb.i
        return None

    def _told_already(self, quantity: "Quantity") -> bool:
        """Whether the words count who are left of those told before ("the remaining five"), or class one person ("one of its members")."""
        words = self.parse.text[max(0, quantity.span.start - 14) : quantity.span.end].lower().split()
        if "remaining" in words:
            return self.effects.governed(self.effects.top(quantity)) is None
        return "one of its " in self.parse.text[quantity.span.start : quantity.span.end + 12].lower()

    def _describes_last(self, quantity: "Quantity") -> bool:
        """Whether "a father of six" only says who the person named just before is."""
        last = self.found[-1].quantity if self.found else None
        if last is None or not last.named or not quantity.count.exact or quantity.count.high != 1 or quantity.named:
            return False
        between = self.parse.text[last.span.end : quantity.span.start].replace(",", " ").split()
        opening = self.parse.text[quantity.span.start : quantity.span.end].lower().split()[0]
        comma = "," in self.parse.text[last.span.end : quantity.span.start]
        return comma and all(word.isdigit() for word in between) and opening in ("a", "an", "the")

    def _names_last(self, quantity: "Quantity") -> bool:
        """Whether a name only says who "one" or "a third" just before it is: "a third, Guadalupe Rios, died in surgery"."""
        last = self.found[-1].quantity if self.found else None
        if last is None or not quantity.named or last.named or last.count.high != 1 or not self._pronominal(last):
            return False
        return self.parse.text[last.span.end : quantity.span.start].strip() == ","

    def _depicted(self, counted: Counted) -> bool:
        """Props and pictures are nobody: "a doll representing a dead child", "images of bodies"."""
        token = self.doc[counted.quantity.head]
        for _ in range(3):
            token = token.head
            if token.lemma_ in ("represent", "depict", "symbolise", "symbolize", "portray", "resemble", "imitate", "simulate"):
                return True
            if token.lemma_ in ("image", "footage", "photograph", "picture", "video", "film", "photo", "effigy", "drawing", "painting"):
                return not counted.quantity.qualifier and (counted.quantity.count.high is None)
        return False

    # -- what the words around a number say of it

    def _zero(self, quantity: "Quantity") -> "list[Counted]":
        """As in "No casualties were reported" counts neither dead nor injured."""
        head = quantity.head
        word = self.lower[head]
        metrics = (
            self.words.zero.get(singular(word))
            or self.words.zero.get(word.removesuffix("s"))
            or self.words.zero.get(word.replace("ies", "y"), ())
        )
        population: Population = (
            "party forces" if word in ("loss", "losses") and self.lower[head + 1 : head + 2] != ["of"] else quantity.population
        )
        if population == "all" and self._own_losses(self.doc[head]):
            population = "party forces"
        return [Counted(quantity, metric, population, head, "none") for metric in metrics]

    def _own_losses(self, token: "Token") -> bool:
        """As in "government forces suffered no fatality": those who had none are the subject."""
        if token.dep_ != "dobj" or token.head.lemma_ not in ("suffer", "sustain", "incur", "take", "have"):
            return False
        subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
        if subject is None:
            return False
        if subject.lower_ == "we" and token.lower_ == "losses":
            return True
        return subject.lower_ in ("forces", "force", "army", "navy", "military", "battalion", "brigade", "division", "unit", "patrol") or (
            names_people(subject.lower_) and population_at(self.doc, subject.i, self.lower) == "party forces"
        )

    def _direct(self, quantity: "Quantity") -> Counted | None:
        end = self._end(quantity)
        explicit = is_explicit(quantity) and not (quantity.named and self.lower[quantity.head] not in ("names", "name"))
        hit = self.effects.of(quantity, end, explicit=explicit)
        if not explicit and self.doc[quantity.head].dep_ == "pobj" and self.doc[quantity.head].head.head.lower_ in self.words.figures:
            return None
        if hit is None and explicit:
            hit = next(
                (self.effects.beside(c) for c in self.doc[quantity.head].children if c.dep_ == "conj" and self.effects.beside(c)), None
            )
        if hit is None or (quantity.part and self.doc[quantity.head].head.lemma_ in self.words.unharmed):
            return None
        metric, trigger = hit
        if metric == "displaced" and self._no_displacement(quantity, trigger):
            return None
        single = self.doc[quantity.head]
        if (
            singular(single.lower_) in ("grave", "death", "arrest", "injury", "homicide", "disappearance")
            and quantity.count.high == 1
            and not self.lower[quantity.head - 1].isdigit()
        ):
            return None
        return Counted(quantity, metric, self._population(quantity), trigger, "direct")

    def _no_displacement(self, quantity: "Quantity", trigger: int) -> bool:
        """Fighters who are chased, and a few people who run away, are not displaced."""
        fled = self.doc[trigger].lemma_ in ("flee", "chase", "drive", "force")
        return quantity.population == "party forces" or (fled and (quantity.count.high or quantity.count.low) < 10)

    def _mixed(self, end: int, trigger: int) -> bool:
        """Whether one number counts the dead and the hurt together: "195 killed and wounded", "killed or wounded 30 people"."""
        for at in {end, trigger}:
            words = self.lower[at : at + 3]
            joined = len(words) == 3 and words[1] in ("and", "or", "&", "/") and {words[0], words[2]} <= _FATES
            if joined and (at == end or end > at + 2) and not any(c.dep_ == "dobj" and c.i > end for c in self.doc[at + 2].children):
                return words[0] != words[2]
        words = self.lower[max(0, trigger - 2) : trigger + 1]
        return words[:2] in (["killed", "and"], ["killed", "or"]) and words[2:] != ["killed"] and {*words[2:]} <= _FATES and end > trigger

    def _population(self, quantity: "Quantity") -> "Population":
        """A number without a noun takes its people from the total before it in its sentence, or from its clause's subject."""
        if quantity.population != "all" or quantity.count.high == 0:
            return quantity.population
        head = self.doc[quantity.head]
        if quantity.named:
            return self._titled(quantity)
        if head.lower_ in ("colleagues", "colleague", "comrades", "comrade", "companions", "companion") and self.found:
            told = self.found[-1]  # "a constable was stoned to death and 19 of his colleagues hurt"
            owned = self.lower[head.i - 1] in ("his", "her", "their")
            return told.population if owned and self._one_sentence(told, quantity) and told.population in _FORCES else "all"
        nominal = head.lower_ in self.words.states or head.lower_ in ("others", "other")
        if head.lower_ in ("personnel", "members", "men", "staff") and any(c.lower_ == "other" for c in head.lefts):
            return self._others(quantity) or "all"
        if head.lower_ in ("men", "man") and head.dep_ == "dobj" and head.head.lemma_ == "lose" and self._loser(head.head):
            return "party forces"
        if not (self._pronominal(quantity) or nominal):
            return "all"
        totals = [c for c in self.found if c.part_of is None and not c.quantity.part]
        last = totals[-1] if totals else None
        if last is None or not self._one_sentence(last, quantity):  # "one of our men was killed and five were wounded"
            near = self.found[-1] if self.found and self.found[-1].part_of is None else None
            last = near if near is not None and self._one_sentence(near, quantity) else last
        if (whole := self._opening(quantity)) is not None:
            return whole
        if last is not None and self._one_sentence(last, quantity) and self._another_speaks(last, quantity):
            return self._owned(head)
        if last is None or not self._one_sentence(last, quantity):
            return self._them(quantity) or self._others(quantity) or self._owned(head)
        if last.population in _FORCES:
            return last.population
        subject = head.dep_ in ("nsubj", "nsubjpass") and self._pronominal(quantity)
        return "civilians" if last.population == "civilians" and subject else self._antecedent(head)

    def _loser(self, verb: "Token") -> bool:
        """Whether those who lost men fight: "the escort lost two men"."""
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if subject is None:
            return False
        fights = population_at(self.doc, subject.i, self.lower) in _FORCES
        return fights or subject.lower_ in ("army", "patrol", "unit", "battalion", "brigade", "platoon", "company", "garrison", "militia")

    def _opening(self, quantity: "Quantity") -> "Population | None":
        """Whom a sentence that opens with "Of the 14 officers inside" goes on to count: "five were killed, seven wounded"."""
        start = self.doc[quantity.head].sent.start
        if ":" in self.lower[start : quantity.head]:  # "1,021 civilian casualties: 318 killed"
            for index in range(start, quantity.head):
                if self.lower[index] in ("casualties", "victims") and ":" in self.lower[index : quantity.head]:
                    found = population_at(self.doc, index, self.lower)
                    return found if found in (*_FORCES, "civilians") else None
        if self.lower[start] not in ("of", "among") or (
            not self._pronominal(quantity) and self.lower[quantity.head] not in self.words.states
        ):
            return None
        for token in self.doc[start + 1 : min(start + 8, quantity.head)]:
            if token.lower_ == ",":
                return None
            if token.tag_ in ("NNS", "NNPS") and names_people(token.lower_):
                found = population_at(self.doc, token.i, self.lower)
                return found if found in (*_FORCES, "civilians") else None
        return None

    def _others(self, quantity: "Quantity") -> "Population | None":
        """As in "30 servicemen were killed. Two more were taken prisoner": more of those told in the sentence before; so "both"."""
        if not self.found:
            return None
        last = self.found[-1]
        further = self._after(quantity, 1) == ["more"] or self.lower[quantity.head] in ("both", "another", "others", *ORDINALS)
        further = further or any(child.lower_ == "other" for child in self.doc[quantity.head].lefts)
        near = self.parse.sentence_of[quantity.head] - self.parse.sentence_of[last.quantity.head] <= 1
        return last.population if near and further and last.population in _FORCES else None

    def _one_sentence(self, counted: Counted, quantity: "Quantity") -> bool:
        return self.parse.sentence_of[counted.quantity.head] == self.parse.sentence_of[quantity.head]

    def _them(self, quantity: "Quantity") -> "Population | None":
        """The last people spoken of before "killing six of them", where those fight; the subject of the clause itself is not them."""
        end = self._end(quantity)
        if "them" not in self.lower[quantity.head + 1 : end + 2]:
            return None
        own = {child.i for verb in (self.doc[quantity.head].head, self.doc[quantity.head].head.head) for child in verb.children}
        for index in range(quantity.head - 1, max(-1, quantity.head - 40), -1):
            token = self.doc[index]
            if token.tag_ in ("NNS", "NNPS") and index not in own and names_people(token.lower_):
                found = population_at(self.doc, index, self.lower)
                return found if found in _FORCES else None
        return None

    def _another_speaks(self, last: Counted, quantity: "Quantity") -> bool:
        """Whether somebody else gives this figure: "residents said three fighters were killed; an officer spoke of seven dead"."""
        return any(
            self.lower[index] in _TELLING and ";" in self.lower[last.quantity.head : index]
            for index in range(last.quantity.head + 1, quantity.head)
        )

    def _titled(self, quantity: "Quantity") -> "Population":
        """A name with a rank is one of a party's forces: "Constable William Latimer"."""
        index = quantity.head
        while index > 0 and self.doc[index - 1].tag_ in ("NNP", "NN", "NNPS") and quantity.head - index < 4:
            index -= 1
        for child in self.doc[quantity.head].children:
            own = any(inner.dep_ == "poss" for inner in child.children)  # "Hassan Ali, his wife and their son"
            if child.dep_ == "appos" and child.i > quantity.head and names_people(child.lower_) and not own:
                return population_at(self.doc, child.i, self.lower)
        ranks = people().population
        return next((ranks[word] for word in self.lower[index : quantity.head] if ranks.get(word) == "party forces"), "all")

    def _owned(self, head: "Token") -> "Population":
        """As in "Own losses were two dead", "the army had 21 wounded": whose dead they are."""
        for index in range(head.sent.start, head.i):
            if self.lower[index] in ("losses", "casualties") and any(c.lower_ in _OWNERS for c in self.doc[index].lefts):
                return "party forces"
        verb = head
        while verb.dep_ in ("conj", "attr", "dobj", "nummod", "appos") and verb.head.i != verb.i:
            verb = verb.head
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i < head.i:
                owners = {child.lower_, *(c.lower_ for c in child.lefts)}
                if owners & {
                    "own",
                    "army",
                    "military",
                    "rebels",
                    "navy",
                    "police",
                    "force",
                    "forces",
                    "battalion",
                    "brigade",
                    "division",
                    "troops",
                } and verb.lemma_ in ("be", "have", "lose", "suffer", "sustain", "number", "total", "count"):
                    return "party forces"
                named = child.text.isupper() and len(child.text) > 2 and child.text not in ("USA", "UAE")
                if named and verb.lemma_ in ("lose", "suffer", "sustain", "take"):
                    return "party forces"  # "the FPLM suffered nine dead"
        return self._antecedent(head)

    def _antecedent(self, token: "Token") -> "Population":
        """The people of the subject of the clause this one is joined to ("troops tried … and four were wounded")."""
        verb = token.head
        if token.dep_ not in ("nsubj", "nsubjpass"):
            after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else token
            if after.dep_ != "auxpass":
                return "all"
            verb = after.head
        above = verb.head if verb.dep_ in ("conj", "advcl") else None
        if above is None:
            return "all"
        for child in above.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.tag_ in ("NNS", "NNPS", "NN") and names_people(child.lower_):
                population = population_at(self.doc, child.i, self.lower)
                return population if population in _FORCES else "all"
        return "all"

    def _pronominal(self, quantity: "Quantity") -> bool:
        token = self.doc[quantity.head]
        return (
            token.pos_ == "NUM"
            or token.tag_ == "CD"
            or token.like_num
            or token.lower_ in ("several", "dozens", "scores", "hundreds", "thousands", "one", "another", "both")
            or token.lower_ in ORDINALS
        )

    def _after(self, quantity: "Quantity", many: int) -> list[str]:
        index = self._end(quantity)
        return self.lower[index : index + many]

    def _end(self, quantity: "Quantity") -> int:
        index = quantity.head
        while index < len(self.doc) and self.doc[index].idx < quantity.span.end:
            index += 1
        return index

    # -- lists, figures

    def _listed(self, quantity: "Quantity") -> Counted | None:
        """As in "Among the dead were Ahmad, 34, and his two sons", "the dead included eight women", "a victim, Nenita Solon"."""
        if not is_explicit(quantity) or (self._pronominal(quantity) and self._predicated(quantity)):
            return None
        token = self.effects.top(quantity)
        if (last := self.found[-1] if self.found else None) is not None and last.rule == "listed" and self._goes_on(quantity, last):
            return self._subtotal(quantity, last.metric, last.trigger)
        while token.dep_ == "conj":
            token = token.head
        head = token.head
        if token.dep_ == "appos":
            if (apposed := self._apposed(quantity, head)) is not None:
                return apposed
            token, head = head, head.head
        if token.dep_ == "pobj" and head.lower_ == "as":
            namer = next(
                (above for above in (head.head, head.head.head, head.head.head.head.head) if above.lemma_ in ("name", "identify", "list")),
                None,
            )
            return None if namer is None else self._from_victims(quantity, namer)
        if token.dep_ in ("nsubj", "attr", "nsubjpass", "dobj", "ROOT", "dep") and head.lemma_ in ("be", "include", "number"):
            return self._from_victims(quantity, head)
        return None

    def _goes_on(self, quantity: "Quantity", last: Counted) -> bool:
        """Whether a list of the dead goes on: "Ali, 40, his wife Fatima and their three children"."""
        between = self.parse.text[last.quantity.span.end : quantity.span.start].lower().replace(",", " ").split()
        filler = {"and", "his", "her", "their", "a", "an", "the", "aged", "or"}
        return len(between) <= 4 and all(word in filler or word.isdigit() for word in between)

    def _from_victims(self, quantity: "Quantity", verb: "Token") -> Counted | None:
        """The word for the dead or hurt among a verb's other arguments."""
        for child in verb.children:
            reach = list(child.subtree)
            if any(word.i == quantity.head for word in reach):
                continue
            for word in reach[:8]:
                if word.i == quantity.head or (word.dep_ == "amod" and word.head.i == quantity.head):
                    continue
                if word.lower_ in self.words.states and word.tag_ in ("JJ", "NN", "NNS", "VBN", "NNP"):
                    return self._subtotal(quantity, self.words.states[word.lower_], word.i)
                pointing = word.lower_ in ("them", "those") and word.head.lower_ in ("among", "amongst", "of")
                if singular(word.lower_) in self.words.victims or pointing:
                    return self._subtotal(quantity, self._victim_metric(), word.i)
        return None

    def _subtotal(self, quantity: "Quantity", metric: "Metric", trigger: int) -> Counted:
        population = self._titled(quantity) if quantity.named else quantity.population
        return Counted(replace(quantity, part=True), metric, population, trigger, "listed")

    def _apposed(self, quantity: "Quantity", head: "Token") -> Counted | None:
        """A name beside a word for a victim: "a named victim, Nenita Solon", "One of the dead, tram driver Halyna Sych"."""
        if not quantity.named:
            return None
        around = [head, *head.children, *(inner for child in head.children for inner in child.children)]
        for word in around:
            if word.i < quantity.head and singular(word.lower_) in self.words.victims:
                return self._subtotal(quantity, self._victim_metric(), word.i)
        return None

    def _victim_metric(self) -> "Metric":
        """What happened to "the victims": the dead where there are any, else the last count's metric."""
        if any(counted.metric == "killed" for counted in self.found) or not self.found:
            return "killed"
        return self.found[-1].metric

    def _figure(self, quantity: "Quantity") -> Counted | None:
        """A number stated as a figure of people already spoken of."""
        if quantity.named:
            return Counted(quantity, "killed", "all", quantity.head, "list of names") if self._names(quantity) else None
        if quantity.part or not is_explicit(quantity):
            return None
        token = self.effects.top(quantity)
        if self._pronominal(quantity) and token.lower_ in self.words.figures:
            token = self.doc[quantity.head]  # "a total of 22"
        figure = figure_at(self.parse, token, self.lower)
        if figure is None or figure.refused or (quantity.count.high == 0 and not self._pronominal(quantity)):
            return None
        if not self._pronominal(quantity):
            if figure.metric is None or self.doc[figure.trigger].pos_ == "VERB":
                return None
            return Counted(quantity, figure.metric, quantity.population, figure.trigger, "figure")
        last = self._last_total(figure.metric)
        if figure.metric is None and last is None:
            return None
        metric = figure.metric or cast("Counted", last).metric
        population = figure.population or "all"
        index = None
        if last is not None and (figure.revising or figure.earlier):
            population = figure.population or last.population
            index = self.found.index(last) if figure.revising else None
        return Counted(quantity, metric, population, figure.trigger, "figure", revises=index)

    def _names(self, quantity: "Quantity") -> bool:
        return self.lower[quantity.head] in ("names", "name") and bool(self.found)

    def _identified(self, quantity: "Quantity") -> Counted | None:
        """As in "49 people have been identified by name", where the text speaks of the dead: each has a name."""
        token = self.effects.top(quantity)
        verb = token.head
        if token.dep_ != "nsubjpass" or not any(c.metric == "killed" for c in self.found):
            return None
        named = [verb, *(child for child in verb.children if child.dep_ == "conj")]
        by_name = any(word in ("name", "names") for word in self.lower[verb.i + 1 : verb.i + 8])
        if not any(v.lemma_ in ("identify", "name") and (by_name or v.lemma_ == "name") for v in named):
            return None
        return Counted(replace(quantity, named=True), "killed", quantity.population, quantity.head, "list of names")

    def _last_total(self, metric: "Metric | None" = None) -> Counted | None:
        """The last count that is no subtotal; where no metric is asked for, of the dead if there are any near."""
        totals = [c for c in self.found if c.part_of is None and not c.quantity.part and (metric is None or c.metric == metric)]
        if not totals:
            return None
        if metric is None:
            dead = [c for c in totals if c.metric == "killed"]
            return dead[-1] if dead else totals[-1]
        return totals[-1]

    # -- what a subtotal or an ellipsis takes from the count before it

    def _more(self, quantity: "Quantity") -> Counted | None:
        """As in "… and three more on Wednesday": the same people as before, others of them."""
        last = self.found[-1] if self.found else None
        if last is None or not self._pronominal(quantity) or "more" not in self._after(quantity, 1):
            return None
        if self.parse.sentence_of[last.quantity.head] != self.parse.sentence_of[quantity.head] or self.effects.governed(
            self.effects.top(quantity)
        ):
            return None
        return Counted(quantity, last.metric, last.population, last.trigger, "ellipsis")

    def _inherited(self, quantity: "Quantity") -> Counted | None:
        """Subtotals and ellipses: "49 of them children", "among them nine children", "two were girls", "15 in the old quarter"."""
        last = self.found[-1] if self.found else None
        if last is None or not is_explicit(quantity):
            return None
        distance = self.parse.sentence_of[quantity.head] - self.parse.sentence_of[last.quantity.head]
        token = self.doc[quantity.head]
        if distance <= 1 and self._pronominal(quantity) and (kind := self._predicated(quantity)):
            total = last if last.part_of is None else self.found[last.part_of]
            if (kind == "all" and not quantity.part and distance) or (kind == "all" and total.population in _FORCES):
                kind = total.population
            counted = Counted(quantity, total.metric, kind, total.trigger, "subtotal")
            return replace(counted, part_of=self.found.index(total))
        if distance == 0 and not quantity.part and self._elaborates(quantity, last):
            population = last.population if self._pronominal(quantity) and last.population in _FORCES else quantity.population
            return Counted(replace(quantity, part=True), last.metric, population, last.trigger, "elaboration")
        if quantity.part and self._of_victims(quantity):
            metric = self._victim_metric()
            return Counted(quantity, metric, quantity.population, quantity.head, "subtotal")
        if quantity.part and distance <= 1 and self._unhurt(token):
            return None
        if quantity.part and distance <= 1:
            inherits = self._pronominal(quantity) and quantity.population == "all" and last.population in _FORCES
            population = last.population if inherits else quantity.population
            return Counted(quantity, last.metric, population, last.trigger, "subtotal")
        if distance <= 3 and self._of_victims(quantity):
            return Counted(quantity, self._victim_metric(), quantity.population, quantity.head, "victims")
        if distance == 0 and self._pronominal(quantity) and self._elliptic(quantity):
            return Counted(quantity, last.metric, last.population if last.population in _FORCES else "all", last.trigger, "ellipsis")
        return None

    def _elaborates(self, quantity: "Quantity", last: Counted) -> bool:
        """As in "two people, a 54-year-old man and a teenage girl", "three peacekeepers, two from Ghana and one from Nepal"."""
        if quantity.named or quantity.count.high is None:
            return False
        token = self.effects.top(quantity)
        while token.dep_ == "conj":
            token = token.head
        first = self.effects.top(last.quantity)
        if self._itemised(quantity, last):
            return True
        if last.rule == "elaboration":
            return self.lower[quantity.head - 1] == "and" or token.dep_ == "appos" or (first.dep_ == "appos" and token.i == first.i)
        total = last.quantity.count.high
        comma = self.doc[first.i + 1].text in (",", ":", "-", "--", "–", "—", "(") if first.i + 1 < len(self.doc) else False
        return token.dep_ == "appos" and token.head.i == first.i and comma and (total is None or quantity.count.high < total)

    def _itemised(self, quantity: "Quantity", last: Counted) -> bool:
        """As in "17 civilians: nine men, five women and three children": parts after a colon that their total can hold."""
        at = len(self.found) - 1
        while at >= 0 and self.found[at].rule == "elaboration":
            at -= 1
        total = self.found[at] if at >= 0 else last
        between = self.parse.text[total.quantity.span.end : quantity.span.start]
        held = sum(one.quantity.count.low for one in self.found[at + 1 :]) + quantity.count.low
        opening, mark, listed = max(
            (between.partition(mark) for mark in (":", "—", "–", "(")), key=lambda parts: (bool(parts[1]), -len(parts[0]))
        )
        first = bool(mark) and ")" not in listed and len(opening.split()) <= 12 and not any(letter.isdigit() for letter in opening)
        return first and total.quantity.count.high is not None and held <= total.quantity.count.high and ". " not in between

    def _of_victims(self, quantity: "Quantity") -> bool:
        """Whether it is of the victims: "two of the victims" are of the dead, whatever they do in their sentence."""
        return singular(self.lower[quantity.head]) in self.words.victims

    def _unhurt(self, token: "Token") -> bool:
        """A part that got away."""
        top = token.head if token.dep_ == "nsubj" else None
        return top is not None and top.lemma_ in self.words.unharmed

    def _predicated(self, quantity: "Quantity") -> "Population | None":
        """As in "two were girls", "four were Italian": the people of the count before, told apart."""
        index = self._end(quantity)
        if index >= len(self.doc) or self.doc[index].lemma_ != "be":
            return None
        verb = self.doc[index]
        known = people().population
        for child in verb.children:
            if child.dep_ in ("attr", "acomp") and child.lower_ not in self.words.states:
                return known.get(singular(child.lower_), "all")
        return None

    def _elliptic(self, quantity: "Quantity") -> bool:
        """As in "15 in the old quarter, nine by the harbour"."""
        token = self.doc[quantity.head]
        before = self.lower[token.i - 1] if token.i else ""
        after = self._after(quantity, 1)
        return bool(after) and after[0] in _PLACES and before in _JOINTS

    def _related(self, counted: Counted) -> Counted:
        """Tie a subtotal to the nearest total before it that is large enough to hold it."""
        if not counted.quantity.part or counted.part_of is not None:
            return counted
        here = self.parse.sentence_of[counted.quantity.head]
        for index in range(len(self.found) - 1, -1, -1):
            total = self.found[index]
            if total.quantity.part or total.metric != counted.metric or here - self.parse.sentence_of[total.quantity.head] > 2:
                continue
            top = total.quantity.count.high
            if top is None or top >= counted.quantity.count.low:
                return replace(counted, part_of=index)
        return counted
