"""Who is meant by a name, title, pronoun or office, within one text; all texts written for these tests."""

import pytest

from trucewatch.reading.attribution import find_statements
from trucewatch.reading.speakers import resolve


@pytest.fixture(scope="module")
def speakers(parser):
    """Return the speakers of a text in order."""

    def read(text):
        return [statement.speaker for statement in find_statements(parser.parse(text), "doc")]

    return read


def test_a_description_after_the_name_gives_role_and_affiliation(speakers):
    """The role stands as given, without the adjective that says whose it is."""
    (who,) = speakers("Amara Diop, the Senegalese ambassador to the UN, said the vote would be late.")
    assert (who.name, who.role, who.affiliation, who.kind) == ("Amara Diop", "ambassador to the UN", "Senegal", "person")


def test_a_title_before_the_name_gives_the_role(speakers):
    """Titles are no part of the name."""
    (who,) = speakers("Kenyan Foreign Minister Joyce Wekesa said the border was shut.")
    assert (who.name, who.role, who.affiliation) == ("Joyce Wekesa", "Foreign Minister", "Kenya")


def test_an_office_before_the_name_and_a_comma_names_its_holder(speakers):
    """An office and the name set beside it are one person."""
    (who,) = speakers("The state governor, Musa Idris, said the road was shut.")
    assert (who.name, who.role) == ("Musa Idris", "state governor")


def test_a_former_office_is_marked_and_is_not_the_office(speakers):
    """The former mayor and the mayor are two people."""
    former, mayor, later = speakers(
        "The former mayor, Omar Salik, warned of floods. The mayor, Linda Cruz, said the dam would hold. The mayor added that it was new."
    )
    assert (former.name, former.former) == ("Omar Salik", True)
    assert (mayor.name, mayor.former) == ("Linda Cruz", False)
    assert later.name == "Linda Cruz"


def test_a_surname_with_a_title_means_the_person_named_in_full(speakers):
    """A surname means the full name given before, or after."""
    first, second = speakers("Mrs Wekesa said the border was shut. Joyce Wekesa, the foreign minister, added that it would stay so.")
    assert (first.name, second.name) == ("Joyce Wekesa", "Joyce Wekesa")


def test_two_people_of_one_surname_are_told_apart_by_their_titles(speakers):
    """Mr and Mrs go by gender."""
    found = speakers("Mr Paul Marsh and Mrs Ellen Marsh were at home. Mr Marsh said he heard shots. Mrs Marsh said she saw nothing.")
    assert [who.name for who in found] == ["Paul Marsh", "Ellen Marsh"]


def test_an_office_alone_means_its_holder(speakers):
    """An office without a name is held by whoever was named with it."""
    found = speakers("Amara Diop, the Senegalese ambassador, met the envoy. The ambassador said the talks were hard.")
    assert [who.name for who in found] == ["Amara Diop"]


def test_he_and_she_mean_whom_the_text_last_spoke_of(speakers):
    """A pronoun goes to the last subject of its gender."""
    found = speakers(
        "General Karim Aziz said the town was calm. He denied that shells had fallen. Mrs Rana Saleh arrived later. She said homes burned."
    )
    assert [who.name for who in found] == ["Karim Aziz", "Karim Aziz", "Rana Saleh"]


def test_a_name_inside_a_quotation_does_not_catch_the_pronoun(speakers):
    """Whom a speaker names is not who speaks next."""
    found = speakers('"We told Peter Lund to stay away," said Anna Berg. "He came," she added.')
    assert [who.name for who in found] == ["Anna Berg", "Anna Berg"]


def test_both_ministers_are_the_two_named_before(speakers):
    """A number with an office counts its holders."""
    text = (
        "Jean Morel, the French foreign minister, said talks would go on. Karl Braun, the German foreign minister, said the same of aid. "
        "Both ministers refused to say when."
    )
    assert speakers(text)[-1].name == "Jean Morel and Karl Braun"
    assert speakers(text)[-1].kind == "group"


def test_names_joined_by_and_speak_together(speakers):
    """Two names, one statement."""
    (who,) = speakers("Jean Morel and Karl Braun said the talks would go on.")
    assert (who.name, who.kind) == ("Jean Morel and Karl Braun", "group")


def test_states_and_bodies_joined_by_and_speak_together(speakers):
    """Two states that say one thing are one group of speakers."""
    (who,) = speakers("Russia and China said they would block the text.")
    assert (who.name, who.kind) == ("Russia and China", "group")


def test_somebody_named_only_later_is_the_same_speaker(speakers):
    """An official whom the next sentence names was that person already."""
    text = (
        "A new raid would end the truce, said a Mahaban official. The official, Joseph Kato, spoke on Wednesday. Mr Kato said he was sure."
    )
    assert [who.name for who in speakers(text)] == ["Joseph Kato", "Joseph Kato"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The army said the mill was empty.", "army", "institution"),
        ("Syrian state television said the mill was empty.", "Syrian state television", "institution"),
        ("Officials said the mill was empty.", "Officials", "group"),
        ("Two survivors said the mill was empty.", "Two survivors", "group"),
        ("A spokesman for the rebels said the mill was empty.", "spokesman for the rebels", "person"),
        ("Turkey said the mill was empty.", "Turkey", "state"),
        ("Moscow said the mill was empty.", "Moscow", "state"),
        ("A UN report said the mill was empty.", "UN report", "document"),
    ],
)
def test_institutions_states_groups_and_documents_speak_too(speakers, text, name, kind):
    """Whoever is cited without a personal name is kept in the text's words, with a kind."""
    (who,) = speakers(text)
    assert who.kind == kind
    assert who.name.lower().startswith(name.lower().split(" for ")[0])


def test_a_body_named_short_means_its_full_name(speakers):
    """A body named by one of its words is the body named before."""
    found = speakers("The Aral Observatory for Human Rights said 14 people died. The Observatory said most were women.")
    assert len({who.name for who in found}) == 1


def test_they_and_it_mean_the_last_group_and_the_last_body(speakers):
    """Plural and neuter pronouns go to groups and institutions."""
    found = speakers(
        "Villagers said soldiers came at dawn. They said nobody resisted. The army denied it was there. It said the post was closed."
    )
    assert [who.name.lower() for who in found] == ["villagers", "villagers", "army", "army"]


def test_a_relative_pronoun_means_what_it_hangs_on(speakers):
    """The pronoun of a relative clause cites the person before it."""
    found = speakers("Anna Berg, who said she saw the raid, lives nearby.")
    assert [who.name for who in found] == ["Anna Berg"]


def test_the_mention_is_the_name_and_the_source_the_whole_phrase(parser):
    """The mention points at the name or pronoun, the source takes in titles and descriptions."""
    text = "Amara Diop, the Senegalese ambassador, said the vote would be late."
    (statement,) = find_statements(parser.parse(text), "doc")
    assert statement.speaker.mention.of(text) == "Amara Diop"
    assert [span.of(text) for span in statement.source] == ["Amara Diop, the Senegalese ambassador"]


def test_other_steps_can_ask_whom_a_word_means(parser):
    """``resolve`` answers for any noun or pronoun of a parse."""
    text = "General Karim Aziz led the raid. The general was wounded."
    parse = parser.parse(text)
    at = next(token.i for token in parse.doc if token.text == "general")
    assert resolve(parse, at).name == "Karim Aziz"


def test_what_the_text_does_not_decide_stays_as_written(speakers):
    """A pronoun without anybody to mean keeps its own word."""
    (who,) = speakers("They said the road was shut.")
    assert who.name == "They"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A monitoring group, the Lake Watch, gave 30 dead and twelve missing.", "the Lake Watch"),
        ("The provincial hospital gave a lower figure of 18 dead.", "provincial hospital"),
        ("The ministry attributed the raid to bandits.", "ministry"),
        ("Governor Sam Oduya held the rebels responsible.", "Sam Oduya"),
        ("The court held that the officers had acted alone.", "court"),
        ("Two men were beaten at a clinic near Gutsa, and an orderly was clubbed, army headquarters announced here.", "army headquarters"),
        ("Researchers established that the troops had executed 33 residents.", "Researchers"),
        ("The rebels pointed out that two of their men had been wounded.", "rebels"),
        ("Sava denied having fired first.", "Sava"),
        ("Two men were wounded when a bomb exploded, the Ministry of Defence regrets to announce.", "Ministry of Defence"),
        ("Colonel Sun Abiod gave a different version: soldiers had killed 13 militants.", "Sun Abiod"),
        ("A website used by the rebels gave the losses as more than 30 dead.", "website"),
        ("The regional bloc renewed its call for an immediate ceasefire.", "regional bloc"),
        ("A report completed by the Inquiry Team stated that a soldier may have supplied the car.", "Inquiry Team"),
        ("According to communique No. 37 of the military command, marines captured 11 guerrillas.", "military command"),
        ("The Special Envoy appeals to all parties to stop the attacks.", "Special Envoy"),
        ("The local defence force told the magazine it had lost two fighters there.", "local defence force"),
        ("The River column let it be known through a priest that it had freed both men.", "River column"),
        ("The jurors reached the conviction that the sergeant had given the order.", "jurors"),
        ("In the monitors' view, the first shot came from the hill.", "monitors"),
        ("On the testimony of two guards, the prisoners were drowned in the reservoir.", "two guards"),
        ("Survivors who appeared before the court related that the guards locked the doors.", "Survivors"),
        ("Elders of the clan charge that the governor armed their rivals.", "Elders of the clan"),
        ("The governor ruled out any role of the army in the raid.", "governor"),
        ("The rebels distanced themselves from the murder of the nuns.", "rebels"),
        ("The army calls that version false.", "army"),
        ("The bishops laid the blame for the bloodshed on the army.", "bishops"),
        ("The envoy asked both parties for a pause of 48 hours.", "envoy"),
        ("The ambassador renewed an appeal to the rebels to free the engineers.", "ambassador"),
        ("The General Staff lies when it says that its post was taken.", "General Staff"),
        ("The health directorate later raised the figure to 19.", "health directorate"),
        ("The committee has the names of 44 missing men.", "committee"),
        ("A nurse saw nine bodies in the corridor.", "nurse"),
        ("The coroner settled on eleven dead.", "coroner"),
        ("The police line is that the boys had fired first.", "police"),
        ("The toll given by the Red Crescent is 61 dead.", "Red Crescent"),
        ("The board heard from a fisherman, Adil Rahmani, that bodies floated past for days.", "Adil Rahmani"),
        ('A shopkeeper, by telephone: "They are burning the market."', "shopkeeper"),
        ('The reply from Ankara was curt: "We do not bomb schools."', "Ankara"),
        ('General Hassan Yar was unmoved. "My men were in their barracks."', "Hassan Yar"),
        ("A group calling itself the Army of the Just said it had kidnapped the consul.", "Army of the Just"),
    ],
)
def test_many_ways_to_cite_have_their_speaker(speakers, text, name):
    """Giving a figure, attributing, holding, closing words, a document's issuer."""
    assert [who.name for who in speakers(text)] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Police say 12 people died; the hospital, 19.", ["Police", "hospital"]),
        ("The government spoke of 30 dead, the opposition of 300.", ["government", "opposition"]),
        ("Sava says the camp was empty, Taru that it was full of refugees.", ["Sava", "Taru"]),
    ],
)
def test_a_second_source_shares_the_verb_of_the_first(speakers, text, names):
    """What the second says is his, and no longer the first one's."""
    assert [who.name for who in speakers(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("What the residents say. Soldiers burned two barns. A boy was shot.\n\nWhat the army says: Nobody fired.", ["residents", "army"]),
        (
            "The account of the driver, given in Sava: armed men took ten people. The police version: nobody was taken.",
            ["driver", "police"],
        ),
        ("What the herders say is that the militia took their rifles first.", ["herders"]),
        ("An old man had another recollection: the fire, he told our staff, was set by the rebels.", ["man"]),
    ],
)
def test_what_stands_under_whoever_tells_it_is_his(speakers, text, names):
    """A heading "What … say", an account with its owner and a colon, and "he" after them."""
    assert [who.name.split()[-1] for who in speakers(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "What is known. Two guards were shot at the gate.",
        "The statement of facts: two guards were shot.",
        "A second death raised the toll to 12.",
        "The battalion has three dead.",
        "The army lowered the flag to half mast.",
        'His wife died that night. "Nothing is left."',
        "The boy reached the camp from a village that no longer exists.",
    ],
)
def test_what_nobody_says_has_no_speaker(speakers, text):
    """Events raise tolls, units have losses; a deed before a quotation tells of nobody about to speak."""
    assert speakers(text) == []


@pytest.mark.parametrize(
    "text", ["The mayor held talks with elders.", "The bishop gave evidence to 14 courts.", "He gave 200 dollars to them."]
)
def test_what_is_held_or_given_otherwise_is_no_saying(speakers, text):
    """Talks, evidence and money are no statements."""
    assert speakers(text) == []


def test_an_office_named_in_the_next_sentence_is_that_person(speakers):
    """The district police commander is the commander, Bernard Chande."""
    text = "Nine men were beheaded, the district police commander said. Two guards were killed, according to the commander, Bernard Chande."
    assert [who.name for who in speakers(text)] == ["Bernard Chande", "Bernard Chande"]


def test_what_a_release_announces_with_a_colon_is_its_list(parser):
    """All that follows "informs the public of the following results:" is said by the command."""
    text = "The General Command informs the public of the following results:\n\n1. Six rebels died near Toma.\n\n2. Gunmen stopped a bus."
    (statement,) = find_statements(parser.parse(text), "doc")
    assert statement.speaker.name == "General Command"
    assert statement.content[0].of(text).endswith("Gunmen stopped a bus")


def test_a_denial_keeps_its_clause_beside_its_quotation(parser):
    """The denied clause and the words quoted for it are both content."""
    text = 'The spokesman denied that jets had bombed the village: "Nobody flew over it."'
    (statement,) = find_statements(parser.parse(text), "doc")
    assert [part.of(text) for part in statement.content] == ["that jets had bombed the village", "Nobody flew over it."]


def test_it_after_somebodys_account_is_whose_account_it_is(speakers):
    """An account blames nobody by itself: who gave it does."""
    (who,) = speakers("The Karsa Observatory's account is unchanged. It blames the militia for the killings in Dermat.")
    assert who.name == "Karsa Observatory"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The mission verified 14 civilian deaths, seven of them of children.", "mission"),
        ("The registrar's office, which exhumed the pitch in 2006, established a total of 23 dead.", "registrar's office"),
        ("A Danish nurse who was let in the next day thought between 80 and 100.", "Danish nurse"),
        ("The Bela Tigers owned responsibility in a telephone call to a daily.", "Bela Tigers"),
        ("Interior Minister Ricardo Vela pinned the attack on the Front.", "Ricardo Vela"),
        ("The Secretariat of Defence makes known that military personnel were attacked by gunmen.", "Secretariat of Defence"),
        ("The General Staff brings to the knowledge of the public that a supply column fell into an ambush.", "General Staff"),
        ("An opposition leader asserted in the assembly that more than 100 people had perished.", "opposition leader"),
        ("The army informed the panel by letter that a clash had taken place there.", "army"),
        ("One of the engineers was shot in the hand, Maj. Alan Prest said.", "Alan Prest"),
        ("In Mostar, relief workers said, soldiers on Sunday locked 150 men in a stadium.", "relief workers"),
        ("The claim made by a banned party that 17 soldiers lost their lives is baseless.", "banned party"),
        ("The navy, said Captain Omar Sule, will strike the camps next month.", "Omar Sule"),
    ],
)
def test_a_cue_that_the_parse_gives_no_frame_is_found_by_the_order_of_words(speakers, text, name):
    """Counting, claiming, making known, threatening; clauses far from their verb, cues between commas, claims with "of" and "by"."""
    assert any(name in who.name for who in speakers(text))
