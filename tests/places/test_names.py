"""When two spellings are the same name, and when they only look alike."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoiraq.places.kinds import take_apart
from geoiraq.places.names import exact_key, is_arabic, plain, respelt, skeleton, sound_key


def listed(text):
    return [entry.strip() for entry in text.replace("،", ",").split(",")]


#: Plain names, none of which holds a word for what it is.
LATIN = listed("""
Mosul, Ramadi, Rutba, Fallujah, Hawija, Qayyarah, Tikrit, Samarra, Baqubah, Daquq, Kirkuk, Makhmur, Shirqat, Dhuluiyah,
Najaf, Samawah, Nasiriyah, Zubayr, Qurna, Amarah, Kut, Sinjar, Zakho, Taji, Tarmiyah, Latifiyah, Baiji, Rawa, Haditha,
Nukhayb, Khanaqin, Jalawla, Tuz, Tal Afar, Abu Ghraib, Ali al-Gharbi, Khan Bani Saad, Umm Qasr, Jurf al-Sakhar
""")
ARABIC = listed("""
الموصل، الرمادي، الفلوجة، الحويجة، كركوك، سامراء، أربيل، الناصرية، خانقين، بعقوبة، هيت، المسيب، السليمانية، أبو غريب،
تلعفر، جرف الصخر، أم قصر، چمچمال، پێنجوێن، کەلار، هەولێر
""")
HYPHENS = "-‐‑‒–—"
APOSTROPHES = "'’‘ʼʻʾʿ`´′‛"
TATWEEL, VOWEL_SIGNS = "ـ", "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
INVISIBLE = "\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069"
#: What the article becomes before each of the letters that it is assimilated to.
ASSIMILATED = ("ad", "ar", "as", "ash", "at", "an", "az", "adh", "ath")

latin_names = st.sampled_from(LATIN)
arabic_names = st.sampled_from(ARABIC)
latin_text = st.text(
    alphabet=st.characters(
        categories=("Lu", "Ll", "Mn", "Zs", "Pd"), max_codepoint=0x24F, exclude_characters="ŉ"
    )
)


@st.composite
def with_one_more(draw, names, marks):
    """A name, and the same name with a mark put in somewhere."""
    name = draw(names)
    at = draw(st.integers(0, len(name)))
    return name, name[:at] + draw(st.sampled_from(marks)) + name[at:]


# One name in many spellings

SAME = [
    ["Salah-a-Din", "Salah al-Din", "Şalāḩ ad Dīn", "Salahuddin", "Salahaddin", "Salaheddin"],
    ["Fallujah", "al-Fallūjah", "Falluja", "Faluja", "Al-Falloujah"],
    ["Qayyarah", "Gayara", "Al Qayyārah", "Qaiyara", "al-Qayyara"],
    ["Hawija", "Huwayjah", "Ḩawījah", "Haweeja", "al-Hawijah"],
    ["Qaim", "al-Qa'im", "Al Qā’im", "al-Qaem"],
    ["Ayn al-Assad", "Ain al-Asad", "'Ayn al Asad", "Ein al-Assad"],
    ["Tal Afar", "Tall ‘Afar", "Tel Afar", "Tell Afar"],
    ["K-1", "K1", "k 1"],
    ["Baqubah", "Ba'quba", "Baaquba", "Ba‘qūbah"],
    ["Dhi Qar", "Thi-Qar", "Dhī Qār"],
    ["Albu Bali", "Al Bu Bali", "Ālbū Bālī", "al-Bu Bali"],
    ["Deir ez-Zor", "Dayr az Zawr", "Deir Ezzor", "Dayr Az Zayr"],
    ["Kadhimiya", "Kazimiyah", "Kathimiya", "Kāẓimīyah", "Kadhimiyya"],
    ["Qadisiyah", "Kadisiya", "Gadisiyya", "Qādisīyah"],
    ["Umm Qasr", "Um Qasr", "Oum Kasr", "Umm Gasr"],
    ["Zakho", "Zaxo", "Zākhū", "Zakhu"],
    ["Suwayrah", "Suwaira", "Souwaira", "Es-Suweira"],
    ["Khanaqin", "Khānaqīn", "Khanaqeen", "Xanaqîn"],
    ["Shirqat", "ash-Shirqat", "al-Shirqat", "Ash Shirqāţ", "esh-Shirqat"],
    ["الحويجة", "حويجه", "الحـويجة", "الحُوَيجة"],
    ["كركوك", "کرکوک"],
    ["الرمادي", "الرمادی", "الرمادى"],
    ["أربيل", "اربيل", "إربيل"],
    ["سامراء", "سامرا", "سامرّاء"],
    ["مصطفى", "مصطفي"],
    ["چمچمال", "جمجمال"],
    ["پینجوین", "بينجوين"],
    ["گەرمیان", "كەرميان"],
    ["بعقوبة", "بعقوبه", "بعقوبـة"],
    ["ﺍﻟﻤﻮﺻﻞ", "الموصل", "موصل"],
]


@pytest.mark.parametrize("spellings", SAME, ids=lambda s: s[0])
def test_spellings_of_one_name_sound_the_same(spellings):
    assert len({sound_key(s) for s in spellings}) == 1


@given(latin_names, st.sampled_from(("al", "el", "Al", "AL", "the")), st.sampled_from(HYPHENS + " "))
def test_an_article_does_not_count_however_it_is_joined(name, article, joint):
    assert exact_key(f"{article}{joint}{name}") == exact_key(name)


@given(st.data(), st.sampled_from(ASSIMILATED), st.sampled_from(HYPHENS + " "))
def test_nor_does_one_assimilated_to_the_letter_after_it(data, article, joint):
    name = data.draw(
        st.sampled_from([*filter(re.compile(article[1:], re.I).match, LATIN), article[1:] + "ulayma"])
    )
    assert exact_key(f"{article}{joint}{name}") == exact_key(name)


@given(arabic_names)
def test_nor_does_the_arabic_one(name):
    bare = " ".join(word.removeprefix("ال") for word in name.split())
    assert exact_key(name) == exact_key(bare)


def test_a_single_word_keeps_its_article_when_that_is_all_there_is():
    assert exact_key("Al") == "al"


@pytest.mark.parametrize("name", ["Ana", "Alam", "Asad", "Ator", "Adhaim", "Albu", "الب"])
def test_letters_that_only_look_like_an_article_are_kept(name):
    assert exact_key(name) == plain(name)


@given(with_one_more(latin_names, APOSTROPHES))
def test_apostrophes_of_every_kind_do_not_count(pair):
    assert exact_key(pair[0]) == exact_key(pair[1])


@given(latin_names, st.sampled_from(HYPHENS + "_.,/ "))
def test_what_stands_between_words_does_not_count(name, joint):
    assert exact_key(name.replace(" ", joint)) == exact_key(name)


@given(latin_names)
def test_nor_does_whether_anything_stands_there_count_for_the_sound(name):
    assert sound_key(name.replace("al-", "").replace(" ", "")) == sound_key(name)


@given(latin_names)
def test_nor_do_capitals(name):
    assert exact_key(name.upper()) == exact_key(name.lower()) == exact_key(name)


@given(with_one_more(arabic_names, TATWEEL + VOWEL_SIGNS))
def test_tatweel_and_vowel_signs_do_not_count(pair):
    assert exact_key(pair[0]) == exact_key(pair[1])


@given(with_one_more(st.one_of(latin_names, arabic_names), INVISIBLE))
def test_what_cannot_be_seen_does_not_count(pair):
    assert sound_key(pair[0]) == sound_key(pair[1])


@given(latin_names, st.data())
def test_a_consonant_may_be_written_twice(name, data):
    alone = re.finditer(r"(?i)[bdfjlmnrstz](?!h)(?<!\bal)", name)  # not half of "th", nor of the article
    at = data.draw(st.sampled_from([found.start() for found in alone]))
    assert sound_key(name[:at] + name[at] + name[at:]) == sound_key(name)


@pytest.mark.parametrize(
    ("written", "otherwise"),
    [
        habit.split("/")
        for habit in listed(
            "dh/z, th/z, dh/th, q/k, q/g, gh/g, v/w, ph/f, kh/x, u/ou, u/oo, u/o, a/aa, i/ee, i/y, ay/ai, ay/ei, aw/ou"
        )
    ],
)
def test_habits_of_transliteration_do_not_count(written, otherwise):
    for name in ("Mar{}san", "Shur{}"):
        assert sound_key(name.format(written)) == sound_key(name.format(otherwise)), name


@pytest.mark.parametrize("ending", ["iyah", "iya", "iyya", "iyyah", "eya", "ia", "īyah"])
def test_endings_that_are_heard_alike_do_not_count(ending):
    assert sound_key(f"Latif{ending}") == sound_key("Latifiyah")


def test_the_exact_key_keeps_what_the_sound_key_folds():
    assert exact_key("al-Fallūjah") == exact_key("Al Fallujah") == "fallujah"
    assert exact_key("Falluja") != exact_key("Fallujah")


# Names that are near in spelling and are other places

DIFFERENT = listed("""
Taji / Baiji, Rutba / Rawa, Kirkuk / Kirkush, Samarra / Samra, Samarra / Samawah, Ramadi / Rawa, Hit / Kut, Kut / Kufa,
Kufa / Kifl, Khalis / Khalidiyah, Basra / Bashir, Bashir / Bashiqa, Balad / Baladruz, Baghdad / Baghdadi, Badra / Badr,
Hilla / Halabja, Zab / Zakho, Daquq / Duhok, Dibis / Debaga, Dur / Dora, Saidiyah / Saadiyah, Hamdaniyah / Hamidiyah,
Amarah / Amiriyah, Amerli / Amiriyah, Mahmudiyah / Muqdadiyah, Latifiyah / Rashidiyah, Abu Ghraib / Abu Gharaq,
Tal Afar / Tal Abta, Salman Pak / Sulaiman Bek, Shirqat / Shatra, Shaqlawa / Saqlawiyah, Madain / Maidan,
Kalar / Kalak, Rashad / Rashid, Karma / Karbala, Husayniyah / Hasaniyah, Mansour / Mansuriyah, Ana / Wana,
Ali al-Gharbi / Ali al-Sharqi, Barzan / Barzanja, Barwana / Barwari, Zahra / Zuhur, Jadida / Judaida, Qaim / Qasim,
Dujail / Dijla, Bartella / Batnaya, Hatra / Haditha, Khidr / Khadra, Zummar / Zubayr, Badush / Badra, Rabia / Rawa,
الموصل / الرمادي, التاجي / بيجي, السعدية / السيدية, الكوت / الكوفة, ربيعة / الرفاعي
""")


@pytest.mark.parametrize(("one", "other"), [pair.split(" / ") for pair in DIFFERENT])
def test_names_that_only_look_alike_differ(one, other):
    assert sound_key(one) != sound_key(other)


@pytest.mark.xfail(strict=True, reason="the folding of transliterations is too coarse to tell these apart")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bashir", "Bashair"),  # بشير, البشائر: "ai" is read as "i"
        ("Shamiyah", "Shamaiya"),  # الشامية, الشماعية: likewise
        ("Rovia", "Rawiyah"),  # روفيا, الرويعية: v is read as w, and aw as o
        ("Mavan", "Muan"),  # مافان, موان: likewise
        ("Gara", "Qarah"),  # گارا, قره: g is read as q
        ("Aitha", "Izza"),  # عيثة, العزة: th is read as z
    ],
)
def test_names_that_are_told_apart_in_arabic_and_not_yet_in_latin_letters(one, other):
    assert sound_key(one) != sound_key(other)


# A name with a word for what it is


@given(
    latin_names,
    st.sampled_from(
        [
            *(
                "{} town",
                "{} city",
                "{} province",
                "{} district",
                "{} governorate",
                "{} air base",
                "the city of {}",
            ),
            *(
                "Qada' {}",
                "Qaḑā’ {}",
                "Nahiyat {}",
                "Nāḩiyat al {}",
                "FOB {}",
                "Camp {}",
                "COP {}",
                "town of {}",
            ),
        ]
    ),
)
def test_words_for_the_kind_leave_the_name(name, phrase):
    parts = take_apart(phrase.format(name))
    assert parts.core == exact_key(name)
    assert parts.kinds


@given(
    arabic_names,
    st.sampled_from(["محافظة {}", "قضاء {}", "ناحية {}", "مدينة {}", "قرية {}", "قاعدة {}", "قەزای {}"]),
)
def test_so_do_arabic_and_kurdish_ones(name, phrase):
    parts = take_apart(phrase.format(name))
    assert sound_key(parts.core) == sound_key(name)
    assert parts.kinds


# What the keys are


def test_the_skeleton_keeps_the_consonants():
    assert skeleton(sound_key("Ghraib")) == skeleton(sound_key("Ghurayb"))
    assert skeleton(sound_key("Taji")) != skeleton(sound_key("Baiji"))


@given(latin_names)
def test_the_skeleton_begins_as_the_name_does(name):
    key = sound_key(name)
    assert skeleton(key)[0] == (key[0] if key[0] not in "iu" else "a")
    assert set(skeleton(key)[1:]).isdisjoint("aiu")


def test_scripts_are_told_apart():
    assert is_arabic("نينوى")
    assert not is_arabic("Nineveh")


@pytest.mark.parametrize(
    ("written", "english"),
    [("Nadschaf", "najaf"), ("Sincar", "sinjar"), ("Bacuba", "bakuba"), ("Baygi", "bayji")],
)
def test_other_languages_write_a_sound_otherwise(written, english):
    assert english in respelt(written)


@given(st.text())
def test_any_text_has_keys(text):
    assert sound_key(text) == sound_key(text.strip())
    assert " " not in sound_key(text)


@given(latin_text)
def test_case_and_composition_do_not_count(text):
    assert plain(text) == plain(unicodedata.normalize("NFD", text))


@given(st.one_of(latin_text, st.sampled_from([name for row in SAME for name in row])))
def test_an_exact_key_is_its_own_and_all_that_the_sound_depends_on(text):
    assert exact_key(exact_key(text)) == exact_key(text)
    assert sound_key(exact_key(text)) == sound_key(text)


@given(latin_names)
def test_a_sound_is_its_own(name):
    assert sound_key(sound_key(name)) == sound_key(name)
