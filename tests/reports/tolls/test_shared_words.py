"""Numbers and verbs that stand once for several: "as many", "so were", "the second three", "with him"."""

from __future__ import annotations

import pytest

from geoiraq.reports.tolls.casualties import read_casualties

#: Nothing is said.
N = None

AS_MANY = [
    ("A mine killed four drivers and wounded as many.", 4, 4),
    ("Three cadets were killed and as many wounded.", 3, 3),
    ("Five perished and the same number of people were hurt.", 5, 5),
    ("A blast killed six and injured twice that number.", 6, 12),
    ("As many as five were hurt.", N, 5),
    ("It was the third theft in as many weeks; a clerk was hurt.", N, 1),
]

LIKEWISE = [
    ("A sentry was killed, and so were both attackers.", 3, N),
    ("Two drivers were killed, as were three pupils.", 5, N),
    ("He was wounded, as were two of his clerks.", N, 3),
    ("As was reported, two drivers were killed.", 2, N),
]

WITH_THEM = [
    ("A mayor was killed; two nephews died alongside him.", 3, N),
    ("Gunmen killed a judge. His clerk died with him.", 2, N),
    ("A cook was killed by a man with a knife.", 1, N),
]

BREAKDOWNS = [
    ("Nine people died in two blasts. The first killed six, the second three.", 9, N),
    ("Nine people died in two blasts. The first killed six and the second killed three.", 9, N),
    ("The first bomb killed four, the second five and the third one.", 10, N),
    (
        "A mine killed five people in Hit. In Ana gunmen killed two policemen and a mine killed three pupils.",
        10,
        N,
    ),
    ("The toll rose to six policemen and two children.", 8, N),
    ("The toll rose to six dead and nine wounded.", 6, 9),
    ('"Four guards shot dead": Four guards were shot dead at a gate.', 4, N),
    ("A wounded man died, one of the wounded. The number of injured stands at nine.", 1, 9),
]

LISTS = [
    ("Gunmen killed a clerk (Omar Hasan) and a cook.", 2, N),
    ("Two soldiers, one shepherd killed.", 3, N),
    ("In a clash with three gunmen, two soldiers killed.", 2, N),
    ("Wounded were two clerks & a cook.", N, 3),
    ("The owner, a Christian, and a guest were injured.", N, 2),
    ("The victim, a teacher, and his wife were shot dead.", 2, N),
    ("The mayor, a guard, and a driver were killed.", 3, N),
    ("A Sunni, a Shiite and a Kurd were killed.", 3, N),
    ("An imam who had preached against them and two of his sons were gunned down.", 3, N),
    ("Police held a man who had threatened them and two of his sons were killed.", 2, N),
    ("Masked men shot her, her mother and two sisters dead.", 4, N),
    ("Five guards were killed, as well as four thieves, and 30 prisoners, two of them sick, fled.", 9, N),
]

VERBS = [
    ("The ambush cost six recruits their lives and hurt nine others.", 6, 9),
    ("A mine cost the driver his leg.", N, 1),
    ("The fence cost the council two years; a clerk was hurt.", N, 1),
    ("Bombs hit two clerks; neither survived.", 2, N),
    ("Both cousins were shot. Neither of them survived.", 2, N),
    ("Neither was hurt.", 0, 0),
    ("Two were killed and four wounded, one mortally.", 3, 3),
    ("Two shepherds were discovered strangled.", 2, N),
    ("Two brothers never returned from market. Their bodies were found in a ditch.", 2, N),
    ("The guard lost a leg and died a week later.", 1, N),
    ("Two pupils were wounded and died in hospital.", 2, N),
    ("A cook escaped with a head wound.", N, 1),
    ("The count of the dead leaves out the bomber: nine were killed.", 9, N),
    ("Forty-odd mourners were hurt.", N, 40),
]

NOUNS = [
    ("Police uncovered a grave with the bodies of seven men.", N, N),
    ("The bodies of three men were found in a ditch.", 3, N),
    ("Seven day labourers were killed.", 7, N),
    ("A clerk was abducted; his headless body was found later.", 1, N),
    ("Two clerks were killed and more than six reported wounded.", 2, 6),
    ("A mine claimed a farmer's life.", 1, N),
    ("A guard took a cook by the hand.", N, N),
    ("Two night guards were hurt.", N, 2),
    ("Three days later police were hurt.", N, N),
]

CLAIMS = [
    ("A mine killed a clerk. The group claimed to have killed nine.", 1, N),
    ("A sniper killed a clerk. The group claimed the attack, alleging it had killed two.", 1, N),
    ("An agency reports three dead, whereas a leader claims nine dead.", 3, N),
    ("The group, which claims to have killed nine, shot dead a cook.", 1, N),
    ("The group claimed the attack, which killed six.", 6, N),
    ("Police said five died, while medics counted seven dead.", 5, N),
]


@pytest.mark.parametrize(
    ("sentence", "killed", "injured"),
    [*AS_MANY, *LIKEWISE, *WITH_THEM, *BREAKDOWNS, *LISTS, *VERBS, *NOUNS, *CLAIMS],
    ids=lambda value: value[:60] if isinstance(value, str) else "",
)
def test_what_is_said_once_is_read_for_all(sentence, killed, injured):
    told = read_casualties(sentence)
    assert (told.best, told.injured) == (killed, injured), told
