"""Every place that a text names is found, with its exact span, and nothing that is none."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import geoiraq

find_places = geoiraq.find_places


def named(text: str) -> list[str]:
    return [mention.text for mention in find_places(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rockets hit Camp Taji, north of Baghdad.", ["Camp Taji", "Baghdad"]),
        ("Baghdad’s fortified Green Zone was hit.", ["Baghdad", "Green Zone"]),
        ("the K-1 military base in Kirkuk", ["K-1 military base", "Kirkuk"]),
        ("a strike near Baghdad airport", ["Baghdad airport"]),
        ("Ayn al-Assad base and al-Qaim", ["Ayn al-Assad base", "al-Qaim"]),
        ("attacks in Hamrin mountains and other areas", ["Hamrin mountains"]),
        ("in Anbar and Nineveh governorates", ["Anbar", "Nineveh"]),
        ("marches in Kut, Amara and Ramadi", ["Kut", "Amara", "Ramadi"]),
        ("Near Ar Raqqah, five strikes", ["Ar Raqqah"]),
        ("MOSUL (Reuters) - Troops advanced.", ["MOSUL"]),
        ("انفجار في الموصل وآخر قرب الرمادي", ["الموصل", "الرمادي"]),
        ("إصابة شخصين بكركوك", ["كركوك"]),
        ("انفجار بحي الواسطي", ["حي الواسطي"]),
        ("في قضاء الدبس شمال غرب كركوك", ["قضاء الدبس", "كركوك"]),
        ("تەقینەوەیەک لە گەڕەکی ڕەحیماوا لە کەرکووک", ["گەڕەکی ڕەحیماوا", "کەرکووک"]),
        ("چەکدارێک لە نزیک پردێ لە باکووری کەرکووک کوژرا", ["پردێ", "کەرکووک"]),
        ("Li navçeya Xaneqînê teqînek pêk hat.", ["Xaneqîn"]),
        ("Li bajarê Hewlêrê û li Zaxoyê du kes hatin girtin.", ["Hewlêr", "Zaxo"]),
    ],
)
def test_places_are_found_as_written(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Islamic State of Iraq and the Levant claimed it.",
        "Ayatollah Ali al-Sistani spoke; Abu Bakr al-Baghdadi did not.",
        "They hit the target and may march in March.",
        "Said Hassan told Rashid that Ana was late.",
        "The Jerusalem Post wrote about the Baghdad Pact.",
        "He walked down Mosul Street to the Kirkuk Hotel.",
        "Our peace talks: salam, amin, adil.",
    ],
)
def test_what_only_looks_like_a_place_is_left_alone(text):
    assert named(text) == []


def test_common_words_are_places_where_the_words_make_them_so():
    assert named("A bomb went off in Hit.") == ["Hit"]
    assert named("Hit, in Anbar province, was quiet.")[0] == "Hit"


def test_a_relation_gives_the_area_and_leaves_the_name_its_span():
    text = "key bases south of Mosul were closed"
    (mention,) = find_places(text)
    assert mention.text == "Mosul"
    assert text[mention.phrase_start : mention.phrase_end] == "south of Mosul"
    assert mention.place.place_id == "mosul"
    assert mention.area.basis == "relative"
    assert mention.area.latitude < mention.place.latitude


def test_between_two_places_both_stand_for_the_strip():
    first, second = find_places("on the road between Hawija and Baiji")
    assert first.area == second.area
    assert first.area.basis == "between"


def test_the_dateline_is_told_apart_from_the_story():
    first, *_, last = find_places("ERBIL, Kurdistan Region – A bomb exploded in Mosul.")
    assert first.dateline
    assert not last.dateline


def test_a_bullet_that_begins_with_its_place_is_no_dateline():
    mentions = find_places("Roundup\n\n- Mosul – two people were killed.\n")
    assert [m.dateline for m in mentions] == [False]


def test_what_stands_beside_a_name_decides_between_homonyms():
    inside = next(m for m in find_places("clashes in Riyadh, Kirkuk province") if m.text == "Riyadh")
    assert inside.place.governorate == "Kirkuk"


def test_spans_are_exact_slices_and_do_not_overlap(shared):
    for file in sorted((shared / "documents").rglob("*.txt")):
        text = file.read_text(encoding="utf-8")
        end = 0
        for mention in find_places(text):
            assert text[mention.start : mention.end] == mention.text
            assert mention.start >= end
            end = mention.end


def test_the_toponyms_of_real_articles_are_found(shared):
    gold = json.loads((shared / "gold" / "toponyms.json").read_text(encoding="utf-8"))
    found = 0
    for document in {g["document"] for g in gold}:
        text = (shared / "documents" / "news" / document).read_text(encoding="utf-8")
        mentions = find_places(text)
        for g in (g for g in gold if g["document"] == document):
            found += any(
                m.start < g["end"]
                and m.end > g["start"]
                and m.place.latitude is not None
                and geoiraq.places.areas.distance_km(
                    (m.place.latitude, m.place.longitude), (g["latitude"], g["longitude"])
                )
                <= g["tolerance_km"]
                for m in mentions
            )
    assert found == len(gold)


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_text_can_be_read(text):
    assert all(text[m.start : m.end] == m.text for m in find_places(text))


@given(
    st.lists(
        st.sampled_from(
            ["Mosul", "in", "the", "Camp Taji", "Anbar province", ",", "and", "south of", "الموصل", "\n", "-"]
        ),
        max_size=25,
    )
)
@settings(max_examples=100, deadline=None)
def test_words_in_any_order_give_spans_in_order(parts):
    text = " ".join(parts)
    spans = [(m.start, m.end) for m in find_places(text)]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize("words", ["The town", "In the town", "Other villages", "Another city", "The base"])
def test_small_words_are_no_name_whatever_they_sound_like(words):
    assert named(f"{words} near Kirkuk fell.") == ["Kirkuk"]


def test_a_little_known_quarter_is_left_open_where_the_text_is_about_other_cities():
    (told, quarter) = find_places("In Kut a patrol was hit in the Bradhiya quarter.")
    assert told.place.status == "resolved"
    assert quarter.place.status == "unresolved"
    assert quarter.place.latitude is None
    assert "far from there" in quarter.place.reason


def test_the_same_quarter_counts_where_its_city_is_named_or_no_other_is():
    for text in ("In Basra a patrol was hit in the Bradhiya quarter.", "A bomb in the Bradhiya quarter."):
        assert find_places(text)[-1].place.status == "resolved"


@pytest.mark.parametrize(
    "text", ["Blasts shook the capital.", "30 km south of the Iraqi capital", "انفجارات في العاصمة العراقية"]
)
def test_the_capital_is_baghdad(text):
    (mention,) = find_places(text)
    assert mention.place.place_id == "baghdad"


@pytest.mark.parametrize(
    "text", ["Baghdad, the capital, was calm.", "the provincial capital", "the capital of Jordan"]
)
def test_a_capital_that_is_named_or_another_is_not_read_again(text):
    assert "the capital" not in named(text)


def test_a_little_known_village_lies_in_the_district_that_the_text_names():
    village, district = find_places("في قرية العوسجة قرب ناحية قره تبه")
    assert village.area.status == "unresolved"
    assert district.area.status == "resolved"


@pytest.mark.parametrize(
    "text",
    [
        "a clinic in the Palestine neighborhood of eastern Mosul",
        "a clinic in the Palestine neighbourhood in Mosul",
        "a farm in Karama village, in the Hawija district",
        "a farm in Bashir village, Diyala province",
    ],
)
def test_a_quarter_or_village_that_is_only_known_elsewhere_is_left_open(text):
    quarter, around = find_places(text)[:2]
    assert quarter.area.status != "resolved"
    assert around.area.status == "resolved"


@pytest.mark.parametrize(
    "text",
    ["the Palestine neighbourhood of Baghdad", "Bashir village, Kirkuk province", "Hawija district, Kirkuk"],
)
def test_one_that_lies_there_stands(text):
    assert find_places(text)[0].area.status == "resolved"


def test_the_part_of_a_city_is_looked_for_in_it():
    quarter, _ = find_places("two men of the Tamim area of western Ramadi")
    assert (quarter.place.name, quarter.place.governorate) == ("Tamim (Ramadi)", "Anbar")


@pytest.mark.parametrize(
    ("label", "place"),
    [
        ("IRAQ (Kut).", "Kut"),
        ("IRAQ (Ramadi, Hit):", "Hit"),
        ("Kut -", "Kut"),
        ("Hit --", "Hit"),
        ("4 May | Hit |", "Hit"),
    ],
)
def test_a_label_names_a_place_that_is_a_common_word_too(label, place):
    assert find_places(f"{label} A bomb exploded.")[-1].place.name == place


def test_what_stands_in_brackets_for_other_reasons_is_no_place():
    assert [m.text for m in find_places("in Iraq (Baghdadi said so) and in Syria")] == ["Iraq", "Syria"]


def test_a_dash_between_spaces_ends_a_name():
    (town,) = find_places("Khurmal - A shepherd was shot.")
    assert town.text == "Khurmal"


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off on the Balad-Udhaim road.",
        "A bomb went off on the Balad - Udhaim highway.",
        "A bomb went off on the Balad to Udhaim road.",
        "A bomb went off on the road linking Balad with Udhaim.",
        "A bomb went off on the road leading from Balad to Udhaim.",
    ],
)
def test_a_road_that_is_called_after_two_towns_lies_between_them(text):
    assert {m.area.basis for m in find_places(text)} == {"between"}


def test_a_village_told_to_be_near_a_town_is_not_one_of_its_name_far_away():
    abroad, town = find_places("A bomb exploded in Ruwaished, a village on the edge of Balad.")
    assert (abroad.place.status, town.place.name) == ("unresolved", "Balad")


def test_a_quarter_of_a_city_is_no_village_of_its_name_far_from_there():
    city, quarter = find_places("Mosul: a judge was shot in the Wadi Qasab quarter.")
    assert (city.place.name, quarter.place.status) == ("Mosul", "unresolved")


def test_a_husseiniya_is_a_hall_and_husseiniya_a_town():
    assert [m.text for m in find_places("A bomb near a Husseiniya in Balad.")] == ["Balad"]
    assert [m.text for m in find_places("A bomb in Husseiniya, near Balad.")] == ["Husseiniya", "Balad"]


def test_riyad_is_the_town_where_something_is_in_it_and_a_man_elsewhere():
    assert [m.text for m in find_places("Gunmen shot a guard in Al-Riyad, Kirkuk.")] == ["Al-Riyad", "Kirkuk"]
    assert [m.text for m in find_places("Riyad Hassan was shot; a bomb killed Riyad in Mosul.")] == ["Mosul"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kut police found a body.", ["Kut"]),
        ("Tuz residents fled.", ["Tuz"]),
        ("Hit police found a body.", []),
        ("3 May | Hit | a hit", ["Hit"]),
        ("IRAQ. Kut: a man was shot.", ["IRAQ", "Kut"]),
        ("| Kut, Wasit | 4 |", ["Kut", "Wasit"]),
        ("| 4 | Said | he did |", []),
    ],
)
def test_a_short_name_is_a_place_before_its_people_and_alone_in_a_cell(text, names):
    assert [mention.text for mention in find_places(text)] == names


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("Fighting in Mosul reached the Qadisiya district on Monday.", "mosul-qadisiya"),
        ("Farmers from Najaf and the Qadisiya district marched.", "qadisiya-district"),
        ("A minister in Baghdad spoke of the Hawija district.", "hawija-district"),
    ],
)
def test_a_district_is_the_quarter_of_the_city_told_of_where_its_namesake_is_far(text, place_id):
    assert find_places(text)[-1].place.place_id == place_id


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Engineers sat down in Bab al-Zubair in Basra.", ["Basra"]),
        ("Shops in Bab al-Sharqi closed.", ["Bab al-Sharqi"]),
        ("Turkish troops entered al-Bab.", ["al-Bab"]),
    ],
)
def test_the_parts_of_a_name_that_is_not_known_are_no_places(text, names):
    assert [mention.text for mention in find_places(text)] == names


def test_a_general_of_whom_much_is_told_is_no_city():
    assert [m.text for m in find_places("The killing of Soleimani in Baghdad changed little.")] == ["Baghdad"]
    assert [m.text for m in find_places("A man was shot in Sulaimani.")] == ["Sulaimani"]
