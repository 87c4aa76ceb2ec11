from __future__ import annotations

import datetime as dt

import pytest

from forumdesk.documents import wording

FRIDAY = dt.date(2025, 3, 28)


def test_dates_have_no_leading_zeros_and_a_weekday():
    assert wording.when(FRIDAY, 540, 740, "zh") == "2025年3月28日　星期五　09:00–12:20"
    assert wording.when(FRIDAY, 540, 740, "en").replace("\u00a0", " ") == "Friday, 28 March 2025, 09:00–12:20"


def test_an_hour_past_midnight_starts_again():
    assert wording.time(24 * 60 + 30) == "00:30"


@pytest.mark.parametrize(
    ("last", "chinese", "english"),
    [
        (FRIDAY, "2025年3月28日", "28 March 2025"),
        (dt.date(2025, 3, 30), "2025年3月28日至30日", "28 to 30 March 2025"),
        (dt.date(2025, 4, 2), "2025年3月28日至2025年4月2日", "28 March 2025 to 2 April 2025"),
    ],
)
def test_days_are_told_once_where_they_share_a_month(last, chinese, english):
    assert wording.days(FRIDAY, last, "zh") == chinese
    assert wording.days(FRIDAY, last, "en").replace("\u00a0", " ") == english


@pytest.mark.parametrize(
    ("batch", "number", "unit", "language", "told"),
    [
        ("首批", 7, "pair", "zh", "首批 7 对"),
        ("", 14, "park", "zh", "14 家"),
        ("First batch", 7, "pair", "en", "First batch, 7 pairs"),
        ("", 1, "pair", "en", "1 pair"),
        ("第二批", None, "park", "zh", "第二批"),
        ("", None, "park", "en", ""),
        ("", 3, "poster", "en", "3 poster"),
    ],
)
def test_counts_have_their_measure_word(batch, number, unit, language, told):
    assert wording.count(batch, number, unit, language).replace("\u00a0", " ") == told


def test_a_language_we_have_no_words_in_falls_back_to_english():
    assert wording.word("remarks", "fr") == "Remarks"
    assert wording.date(FRIDAY, "de").replace("\u00a0", " ") == "28 March 2025"


@pytest.mark.parametrize("name", ["张洋", "励波", "㛃𠮷"])
def test_two_han_characters_are_spaced_for_print_only(name):
    span = wording.name(name, "leaflet.name")

    assert span.text == f"{name[0]}　{name[1]}"
    assert span.reads == name


@pytest.mark.parametrize("name", ["辛国斌", "Li", "艾巴·伦德", "김현", "李 妍", ""])
def test_other_names_stand_as_they_are(name):
    assert wording.name(name, "leaflet.name").text == name
