"""Doers and sufferers that stand far from the deed: late agents, pronouns for things and bands, the owners of weapons."""

import pytest

import trucewatch


@pytest.mark.parametrize(
    ("text", "word", "did"),
    [
        ("Nine herders were ambushed and killed on their way to a well by raiders.", "ambushed", "raiders"),
        ("Her son was killed, the widow says, by the very soldiers who guarded him.", "killed", "soldiers"),
        ("Four drivers were stopped near Mopti, robbed and killed, according to the mayor, by men in uniform.", "killed", "men"),
        ("At the hands of the militia, at least 30 detainees died in a cannery.", "died", "militia"),
        ("His uncle met his death at the hands of paramilitaries.", "met", "paramilitaries"),
        ("A rocket of the rebels struck a clinic and killed a midwife.", "struck", "rebels"),
        ("A recruit was wounded by a shot which a border guard fired from a tower.", "wounded", "border guard"),
        ("Blame for the murder of Judge Salas lay with the Second Battalion, the panel found.", "murder", "Battalion"),
        ("Witnesses said that retreating government troops shot six peasants.", "shot", "government troops"),
        ("The truce was broken by soldiers, who he says fired on a bus last Sunday.", "fired", "soldiers"),
        ("The guards met them with machine-gun fire.", "fire", "guards"),
        ("Troops resorted to shelling of the border villages on Tuesday.", "shelling", "Troops"),
        ("One of the two, Magomed Isaev, is believed to have murdered a priest.", "murdered", "Magomed Isaev"),
    ],
)
def test_the_doer_is_found_wherever_the_sentence_puts_him(sides, text, word, did):
    """Whoever stands after a distant "by", behind a weapon or before a clause of saying is the one who did it."""
    assert did in sides(text, word)[0]


@pytest.mark.parametrize(
    ("text", "word", "suffered"),
    [
        ("The convoy had left the depot when attackers raked it with rifle fire.", "raked", "convoy"),
        ("The patrol was on its way to base when it was attacked by rebels.", "attacked", "patrol"),
        ("A fuel truck stood at the gate. Gunmen set it on fire.", "set", "fuel truck"),
        ("Rebels fired at a helicopter on Monday and hit it with a missile.", "hit", "helicopter"),
        ("The army repelled an assault by rebels on a hilltop post.", "assault", "hilltop post"),
    ],
)
def test_it_is_the_thing_or_the_unit_the_sentence_is_about(sides, text, word, suffered):
    """What "it" stands for is what the clause around tells of, not the nearest noun."""
    assert suffered in sides(text, word)[1]


def test_a_band_acts_as_it(sides):
    """A column that enters a town is the "it" that blows something up there."""
    text = "A column of 200 guerrillas swept into Puerto Lleras, where it blew up the police station."
    assert any("column" in name for name in sides(text, "blew")[0])


def test_a_well_is_only_where_people_were_shot(sides):
    """People are shot at a well; the well is no target."""
    assert sides("Troops shot two farmers at a well.", "shot")[1] == {"farmers"}


def test_the_name_of_a_kind_of_fire_is_no_doer(sides):
    """Whoever only names the kind of fire has not fired."""
    assert not sides("Sniper fire killed a police sergeant near Avnevi.", "killed")[0]


@pytest.mark.parametrize(
    "later",
    [
        "The ELN claimed responsibility in a video.",
        "In a call to a newspaper, the ELN said it carried out the attack.",
        "A caller claimed responsibility on behalf of the ELN.",
        "The attack was claimed by the ELN.",
        "Police suspect the ELN.",
        "The killers were ELN guerrillas.",
        "The attack bore the hallmarks of the ELN.",
        "The ELN was responsible, the army said.",
    ],
)
def test_who_owns_up_or_is_suspected_afterwards_is_given_as_the_doer(sides, later):
    """Whoever claims what the sentence before told, or is suspected of it, is told as its doer."""
    assert "ELN" in " ".join(sides("Two judges were shot in Huila on Friday. " + later, "shot")[0])


@pytest.mark.parametrize(
    "later",
    [
        "No group claimed responsibility.",
        "The ELN denied responsibility.",
        "The ELN took responsibility for security in the town.",
        "Each side blamed the other.",
        "It is not known whether the ELN was responsible.",
        "The ELN claimed responsibility for the kidnapping of a mayor.",
    ],
)
def test_nobody_is_given_as_the_doer_who_owns_up_to_nothing_told(sides, later):
    """A denial, a question or a claim of another deed names no doer."""
    assert not sides("Two judges were shot in Huila on Friday. " + later, "shot")[0]


def test_captives_come_to_harm_at_the_hands_of_their_captors(sides):
    """Whoever rounded people up is told, as possible, as who shot them; those who suffer are those taken."""
    did, suffered = sides("Soldiers rounded up the men of the village. Two of them were beaten at a quarry.", "beaten")
    assert (did, suffered) == ({"Soldiers"}, {"men"})


@pytest.mark.parametrize(
    ("text", "word", "did", "suffered"),
    [
        ("The abduction by FARC rebels of a senator was announced.", "abduction", "FARC rebels", "senator"),
        ("The murder of two priests, for which the rebels are blamed, was condemned.", "murder", "rebels", "priests"),
        ("The government blames the murder of two priests on the rebels.", "murder", "rebels", "priests"),
        ("The ambush, in which rebels killed nine soldiers, took place at Las Vegas.", "ambush", "rebels", "soldiers"),
        ("Two policemen, a teacher and a nurse were shot by masked men.", "shot", "masked men", "nurse"),
        ("The army shelled the camp for an hour. Nine children were killed.", "killed", "army", "children"),
    ],
)
def test_both_sides_of_a_deed_are_found(sides, text, word, did, suffered):
    """Doer and sufferer stand in the clause of the noun, in its relative clause, or in the sentence before."""
    who, whom = sides(text, word)
    assert did in who
    assert suffered in whom


@pytest.mark.parametrize(
    ("text", "word", "did"),
    [
        ("In the village of Adi border police stormed a school, officials said.", "stormed", "police"),
        ("On the road to Gitarama paramilitaries arrested twelve students.", "arrested", "paramilitaries"),
        ("On the road to Gitarama soldiers of the Third Corps bombed a bridge.", "bombed", "soldiers"),
        ("During the night masked youths attacked the bazaar.", "attacked", "youths"),
        ("On Saturday night, the Eastern Military Zone bombed a camp.", "bombed", "Zone"),
        ("On Monday, on a tip-off, the Front beat two teachers.", "beat", "Front"),
        ("An army patrol came under fire from militiamen near Arsal.", "came", "militiamen"),
        ("An NPA checkpoint in Mapanas arrested a constable.", "arrested", "NPA"),
        ("Our falcons raided the oil terminal on Wednesday.", "raided", "falcons"),
        ("The heroes of the Third Corps attacked the hill.", "attacked", "heroes"),
        ("The guerrillas known as Montoneros executed a police chief.", "executed", "Montoneros"),
        ("A former member of the unit, Bheki Dube, admitted that he had fired on a bus.", "fired", "Bheki Dube"),
        ("He accused 3R of the ambush at Koui.", "ambush", "3R"),
        ("An armoured vehicle of the mission crushed a vendor to death.", "crushed", "vehicle"),
    ],
)
def test_the_doer_is_found_behind_fronted_phrases_and_by_unusual_names(sides, text, word, did):
    """A phrase of time or place before the doer does not hide him; posts, craft and unknown names act too."""
    assert did in " ".join(sides(text, word)[0])


def test_whoever_says_it_has_not_done_it(sides):
    """A source after the clause is never its doer, whatever the parse lost."""
    for text in ("In Adi CRPF men stormed a lock-up, officials said.", "Rebels, who came on foot, burned a farm, villagers said."):
        did = " ".join(sides(text, "stormed" if "stormed" in text else "burned")[0])
        assert "officials" not in did
        assert "villagers" not in did


def test_soldiers_who_assault_are_not_assaulted(sides):
    """A relative clause with "who" tells what they did."""
    assert "soldiers" not in sides("Rebels beat back soldiers who assaulted Sleeping Dog Hill.", "assaulted")[1]


@pytest.mark.parametrize(
    ("text", "word", "did", "suffered"),
    [
        ("Armed men halted a bus, made the passengers lie down and opened fire on them.", "opened", "Armed men", "passengers"),
        ("Four men robbed the passengers of a coach. They shot nine passengers dead.", "shot", "men", "passengers"),
        ("The houses stood empty. Militiamen torched them on 25 May.", "torched", "Militiamen", "houses"),
        ("Eleven women and 16 boys, whom the rebels had abducted from Oru, were found.", "abducted", "rebels", "women"),
        ("On the next day 61 of the men were driven off and shot dead by a reserve unit.", "shot", "reserve unit", "men"),
        ("Three soldiers whom the Azerbaijani side captured have returned.", "captured", "Azerbaijani side", "soldiers"),
        ("The army shelled Al-Husoon, where a rocket killed seven villagers.", "killed", "army", "villagers"),
    ],
)
def test_neither_pronouns_nor_joined_clauses_swap_the_sides(sides, text, word, did, suffered):
    """Who is made to do something, or is told of again, is not taken for who did it."""
    who, whom = sides(text, word)
    assert did in who
    assert suffered in whom
    assert not who & whom


def test_those_led_away_are_those_who_were_killed(sides):
    """Of soldiers who tied men's hands and led them off, the men are those who "were bayoneted", and not those who were told of it."""
    text = "Residents told our researchers that soldiers came at dawn, tied the men's hands and led them off. There they were bayoneted."
    assert sides(text, "bayoneted")[1] == {"men"}


def test_a_massacre_named_by_its_place_has_that_place_for_no_victim(sides):
    """The place that names a massacre did not suffer it as a person; who stormed the place on that day did it."""
    text = "The Kalanal massacre took place on 2 August 1989, when about sixty gunmen attacked the quarter."
    assert sides(text, "massacre") == ({"gunmen"}, set())


@pytest.mark.parametrize(
    ("text", "word", "did"),
    [
        ("A gang of six, two of them in police uniform, stormed a shop.", "stormed", {"gang of six"}),
        ("A gang of six stormed a shop. As they fled they sprayed a crowd with bullets.", "sprayed", {"gang of six"}),
        ("A vendor was hit by a bullet. On 4 March detectives arrested the suspected ringleader.", "hit", set()),
        (
            "Seven marines were wounded on Saturday, three gravely, when tribesmen armed with bows attacked their boat.",
            "wounded",
            {"tribesmen"},
        ),
    ],
)
def test_only_who_did_it_is_given(sides, text, word, did):
    """Neither a uniform nor a later arrest names a doer; a gang acts as "they"."""
    assert sides(text, word)[0] == did


@pytest.mark.parametrize(
    ("text", "word", "did", "suffered"),
    [
        ("Two gunmen on a scooter fired into a cinema queue on Monday, killing a vendor.", "fired", "gunmen", "cinema queue"),
        ("Armed men lobbed shells at Phougakchao on Monday.", "lobbed", "Armed men", "Phougakchao"),
        ("Soldiers fired into a farmers' march on Sunday.", "fired", "Soldiers", "farmers' march"),
    ],
)
def test_whoever_aims_at_a_place_or_a_march_is_told_with_it(sides, text, word, did, suffered):
    """Those who fire at a crowd, or at a place that no gazetteer knows, are told with what they fired at."""
    who, whom = sides(text, word)
    assert did in who
    assert suffered in whom


def test_an_agent_after_the_second_verb_is_not_the_first_ones_across_a_place(sides):
    """As in "turned back at army checkpoints and stopped by civilians"."""
    text = "Patrols had been turned back at army checkpoints and stopped by civilians."
    assert sides(text, "turned")[0] == set()
    assert sides(text, "stopped")[0] == {"civilians"}


def test_who_found_burned_homes_did_not_burn_them(sides):
    """A participle in a list of what was found tells of no deed of the finders."""
    assert sides("The observers arrived on Friday, to find an empty village, burned homes and tank tracks.", "burned")[0] == set()


def test_how_many_died_names_nobody():
    """Whoever asks or counts is not the one who died."""
    text = "The observers left. They could confirm neither how many had died nor who was responsible."
    found = [p.name for c in trucewatch.read(text, published="2021-06-30").claims if c.kind == "event" for p in c.payload.participants]
    assert found == []


@pytest.mark.parametrize(
    ("text", "word", "did", "suffered"),
    [
        ("Gunmen stormed Sabo. They killed two traders. They took four girls with them.", "took", "Gunmen", "girls"),
        ("Arsonists came by night; rebels had set the fires.", "set", "rebels", None),
        ("Six villagers were marched on by the guerrillas as bearers.", "marched", "guerrillas", "villagers"),
        ("Militia fighters allied with the governor surround a hospital near Oru.", "surround", "Militia fighters", "hospital"),
        ("The army drives the men to the field. At noon the soldiers shoot them.", "shoot", "soldiers", "men"),
        ("Nine soldiers had fallen at Tessit on the 4th.", "fallen", None, "soldiers"),
        ("Nine soldiers killed (their count).", "killed", None, "soldiers"),
        ("The police accused the ADF of raiding the landing.", "raiding", "ADF", "landing"),
        ("The rebels captured the vicarage.", "captured", "rebels", "vicarage"),
    ],
)
def test_who_did_it_and_to_whom_are_kept_apart(sides, text, word, did, suffered):
    """They who went on are those who began, soldiers are no victims of their own army, and a figure in brackets is nobody."""
    doers, sufferers = sides(text, word)
    assert (did in doers) if did else not doers
    assert (suffered in sufferers) if suffered else not sufferers


@pytest.mark.parametrize(
    "text",
    [
        "Nine soldiers fell ill at the camp.",
        "Nine soldiers fell behind at Tessit.",
        "Residents set the fires to keep warm.",
        "The marchers passed on by the market.",
    ],
)
def test_what_befell_nobody_has_no_sides(text):
    """Falling ill or behind is no death, and a fire to keep warm no arson."""
    events = [claim.payload for claim in trucewatch.read(text, published="2024-05-15").claims if claim.kind == "event"]
    assert not any(event.participants for event in events)
