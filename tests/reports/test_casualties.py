"""How many were killed and injured, by the words that tell it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geoiraq.reports.casualties import Casualties, read_casualties

N = None

#: sentence -> best killed, best injured
EXACT = [
    # numbers and verbs
    ("A roadside bomb killed three soldiers near the bridge.", 3, N),
    ("Three soldiers were killed by a roadside bomb.", 3, N),
    ("The blast killed three people and wounded 12.", 3, 12),
    ("Mortar fire left 5 dead and 10 injured in the old quarter.", 5, 10),
    ("5 people were killed and 10 others were wounded.", 5, 10),
    ("A car bomb went off at a market, killing eleven shoppers.", 11, N),
    ("Gunmen shot dead two policemen at a checkpoint.", 2, N),
    ("Two policemen were shot dead at a checkpoint.", 2, N),
    ("Assailants gunned down a university professor outside his home.", 1, N),
    ("Militants beheaded four captives.", 4, N),
    ("The group executed 10 prisoners in the desert.", 10, N),
    ("Unknown men assassinated a judge on his way to work.", 1, N),
    ("The attack claimed the lives of 4 pilgrims.", 4, N),
    ("The shelling claimed nine lives.", 9, N),
    ("Two soldiers died; four more were injured.", 2, 4),
    ("Seven worshippers lost their lives in the explosion.", 7, N),
    ("Bomb kills six in northern town", 6, N),
    ("Six killed, 14 wounded in market bombing", 6, 14),
    ("Casualties: 3 KIA, 5 WIA.", 3, 5),
    ("Killed: 4. Wounded: 9.", 4, 9),
    ("The raid caused two deaths and seven injuries.", 2, 7),
    ("The death toll rose to 12 by nightfall.", 12, N),
    ("The death toll rose from 9 to 12, with 30 wounded.", 12, 30),
    ("He condemned the deaths of three engineers in the ambush.", 3, N),
    ("Six bodies were found in a ditch west of the town.", 6, N),
    ("Police found the bodies of eight men, all of them shot in the head.", 8, N),
    ("A farmer was found dead in his orchard.", 1, N),
    # bounds and vague numbers
    ("At least five people were killed.", 5, N),
    ("More than 20 recruits died in the blast.", 20, N),
    ("The strike killed up to 18 fighters.", 18, N),
    ("A dozen shoppers were hurt.", N, 12),
    ("Dozens were killed in the assault.", N, N),
    ("Rockets wounded several civilians.", N, N),
    ("The number of deaths is unknown.", N, N),
    # one person
    ("A US civilian contractor was killed and other personnel were injured.", 1, N),
    ("Shellfire killed a foreign contractor and injured other personnel.", 1, N),
    ("One rocket hit the dining hall, injuring a staffer.", N, 1),
    ("The general was struck and killed while driving home.", 1, N),
    ("Ahmed Karim, a local reporter, was killed outside his house.", 1, N),
    ("Ahmed Karim, 34, was shot dead.", 1, N),
    ("Gunmen killed a local reporter, Ahmed Karim, outside his house.", 1, N),
    ("The drone killed the militia's leader and the visiting adviser Karim Rahimi.", 2, N),
    ("The strike targeted General Karim Rahimi and Salam Jabr, killing both.", 2, N),
    ("Snipers killed Colonel Salam Jabr, Ahmed Karim and Tariq Hamid.", 3, N),
    ("One man was killed and his brother hurt.", 1, 1),
    ("A tribal elder and his son were killed by unidentified gunmen.", 2, N),
    ("Gunmen killed the mayor, his wife and two sons.", 4, N),
    # the bomber
    ("A suicide bomber blew himself up, killing five.", 5, N),
    ("A bomber struck the gate, killing himself and two guards.", 3, N),
    ("A bomber struck the gate, killing himself, two guards and a shopkeeper.", 4, N),
    ("Three people, including an assailant, were killed.", 3, N),
    ("Five civilians and the bomber were killed.", 6, N),
    ("Two of the attackers were killed by the guards.", 2, N),
    # subsets
    ("The blast killed 23 people, nine of them policemen.", 23, N),
    ("23 people, nine of them policemen, were killed in the blast.", 23, N),
    ("The blast killed at least five people, including two children, and injured 18 others.", 5, 18),
    ("A truck bomb exploded, killing at least five people, including two children, and injuring 18 others.", 5, 18),
    ("The mortars wounded at least 10, most of them civilians.", N, 10),
    ("Fifteen people were killed, among them a woman and three children.", 15, N),
    ("A bomb killed 9 people. Two of the dead were policemen.", 9, N),
    ("A bomb killed 9 people. Among the dead were two policemen.", 9, N),
    # more than one clause or sentence
    ("Two bombs went off, one killing 3 people and the other killing 4.", 7, N),
    ("Two bombs went off, one killing 3 people, the other 4; a total of 7 died.", 7, N),
    ("A bomb killed two guards. A shopkeeper was shot dead in the panic that followed.", 3, N),
    ("Two guards were killed and three wounded. A third guard died later in hospital.", 3, 3),
    ("A bomb killed two and wounded six. One of the wounded later died.", 3, 5),
    ("A bomb killed five people at a cafe. All five were students.", 5, N),
    ("The explosion killed 12 people. Police said 12 people were killed and 30 injured.", 12, 30),
    ("Five people were killed when a bomb exploded. Another two died in a second blast.", 7, N),
    ("Clashes killed three policemen and four insurgents.", 7, N),
    ("A policeman and two civilians were killed and seven others wounded.", 3, 7),
    ("Gunmen attacked a checkpoint and two soldiers were killed.", 2, N),
    ("In Mosul, two soldiers were killed; in Tikrit a bomb wounded four.", 2, 4),
    ("The blast killed two soldiers as well as a passer-by.", 3, N),
    ("Two people in a nearby car were killed.", 2, N),
    ("A mortar round killed a girl and wounded her two sisters.", 1, 2),
    ("A family of five was killed when a shell hit their house.", 5, N),
    ("03/14/2014: An explosive device detonated near a shop in Baqubah. At least 5 people were killed and 12 "
     "others were injured in the blast. No group claimed responsibility.", 5, 12),
    ("Assailants opened fire on a car, killing the driver and wounding his passenger. No group claimed it.", 1, 1),
    ("Gunmen kidnapped and killed three truck drivers.", 3, N),
    ("Two brothers were abducted, tortured and killed.", 2, N),
    # nobody
    ("No casualties were reported.", 0, 0),
    ("There were no casualties.", 0, 0),
    ("Nobody was hurt.", 0, 0),
    ("No one was killed or injured.", 0, 0),
    ("No deaths or injuries were reported.", 0, 0),
    ("The rocket landed in a field without causing casualties.", 0, 0),
    ("A bomb wounded four people; no one was killed.", 0, 4),
    ("The rocket did not cause any casualties.", 0, 0),
    ("No US personnel were killed, but dozens sustained injuries.", N, N),
    # what is no casualty
    ("The group threatened to kill 20 hostages.", N, N),
    ("Such a bomb could kill fifty people.", N, N),
    ("Jets destroyed 14 tanks and two bridges.", N, N),
    ("The militia fired 30 rockets at the base.", N, N),
    ("Two gunmen escaped on a motorcycle.", N, N),
    ("Parliament met on 5 January and passed four laws.", N, N),
    ("The killing spree has shocked the town.", N, N),
    ("The bomb was defused before it could hurt anyone.", N, N),
    ("Troops arrested six suspects.", N, N),
    ("The blast killed or wounded 10 people.", N, N),
    ("The blast caused 15 casualties.", N, N),
    ("The attempted assassination of the governor failed.", N, N),
    # Arabic
    ("مقتل جنديين وإصابة ثلاثة في انفجار قرب بعقوبة", 2, 3),
    ("قتل ثلاثة جنود وأصيب خمسة آخرون بانفجار عبوة ناسفة", 3, 5),
    ("مقتل مدني وإصابة اثنين آخرين بجروح", 1, 2),
    ("أسفر الانفجار عن مقتل 5 أشخاص بينهم طفلان", 5, N),
    ("أسفر الهجوم عن خمسة قتلى و10 جرحى", 5, 10),
    ("قُتل ضابط في الجيش برصاص مجهولين", 1, N),
    ("استشهاد اثني عشر مدنيا وجرح عشرين آخرين", 12, 20),
    ("أصيب أربعة مدنيين بجروح", N, 4),
    ("إصابة شرطيين في هجوم مسلح", N, 2),
    ("سقط صاروخ في أرض خالية دون وقوع إصابات", 0, 0),
    ("لم تقع أي خسائر بشرية", 0, 0),
    ("لقي ستة عمال مصرعهم", 6, N),
    ("مقتل ما لا يقل عن سبعة أشخاص", 7, N),
    ("مقتل ٨ مسلحين", 8, N),
    ("قتل مسلحون مجهولون صحفيا وسط المدينة", 1, N),
    ("مقتل جندي ومدنيين اثنين", 3, N),
    ("اغتيال قاض في البصرة", 1, N),
    ("مقتل العشرات في قصف جوي", N, N),
    ("خمسة وعشرون جريحا في تفجير", N, 25),
    ("مقتل شخص وإصابة آخر", 1, 1),
    ("وزير الدفاع يزور بغداد اليوم", N, N),
]


@pytest.mark.parametrize(("sentence", "killed", "injured"), EXACT, ids=[s[:60] for s, _, _ in EXACT])
def test_killed_and_injured(sentence, killed, injured):
    told = read_casualties(sentence)
    assert (told.best, told.injured) == (killed, injured), told
