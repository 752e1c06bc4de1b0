import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.words import words


def cut(text: str) -> str:
    return "|".join(span.cut(text) for span in words(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lind didn't go.", "Lind|did|n't|go|."),
        ("Lind can’t go and cannot stay.", "Lind|ca|n’t|go|and|can|not|stay|."),
        ("Norway's note, the envoys’ hall", "Norway|'s|note|,|the|envoys|’|hall"),
        ("they'll, we've, I'm", "they|'ll|,|we|'ve|,|I|'m"),
        ("I dont know, whats next, gonna see", "I|do|nt|know|,|what|s|next|,|gon|na|see"),
        ("Mr. O'Dale left at five o'clock.", "Mr.|O'Dale|left|at|five|o'clock|."),
    ],
)
def test_clitics_are_words_of_their_own(text: str, expected: str) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a long-term plan", "a|long|-|term|plan"),
        ("the Norland-led, Anglo-Varish side", "the|Norland|-|led|,|Anglo|-|Varish|side"),
        ("then-Premier Lind and the 27-member bloc", "then|-|Premier|Lind|and|the|27|-|member|bloc"),
        ("non-aligned, ex-minister, co-operate", "non-aligned|,|ex-minister|,|co-operate"),
        ("the mid-1980s and post-2014", "the|mid-1980s|and|post-2014"),
        ("pages 10-20", "pages|10|-|20"),
        ("al-Amal and/or Lind", "al|-|Amal|and|/|or|Lind"),
    ],
)
def test_hyphens_part_words_but_not_prefixes(text: str, expected: str) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    "name", ["Yun Kee-sol", "Baek Jae-in", "Rim Kyung-wha", "Ho Tsz-kit", "Kee-sol Yun", "“Yun Kee‑sol"]
)
def test_the_hyphen_of_a_given_name_stays_inside(name: str) -> None:
    assert cut(f"Then {name}’s envoy left.").count("|-|") == cut(name).count("|‑|") == 0


def test_a_telling_first_syllable_makes_a_name_with_no_family_name_beside_it() -> None:
    assert cut("later Jong-sol left") == "later|Jong-sol|left"


@pytest.mark.parametrize(
    "text",
    ["Varga-era rules", "Oil-rich Norland", "The No-deal Plan", "Al Amal-linked men", "Two-state Talks"],
)
def test_other_hyphenated_capitals_are_no_names(text: str) -> None:
    assert "|-|" in cut(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the U.S. and the U.N.'s hall", "the|U.S.|and|the|U.N.|'s|hall"),
        ("on Jan. 13 at 9 a.m. sharp", "on|Jan.|13|at|9|a.m.|sharp"),
        ("Resolution No. 10 said no.", "Resolution|No.|10|said|no|."),
        ("Gen. J. Lind of Varga Inc. spoke", "Gen.|J.|Lind|of|Varga|Inc.|spoke"),
        ("ferries, barges, etc. sail", "ferries|,|barges|,|etc.|sail"),
        ("ferries, barges, etc.", "ferries|,|barges|,|etc|."),
        ("Norland vs. Varland", "Norland|vs.|Varland"),
    ],
)
def test_a_stop_belongs_to_the_abbreviation_before_it(text: str, expected: str) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$5, US$1.2 billion, 3.5%", "$|5|,|US$|1.2|billion|,|3.5|%"),
        ("€10m by 5pm", "€|10|m|by|5|pm"),
        ("the 13th at 15:30 on 2026-11-28", "the|13th|at|15:30|on|2026-11-28"),
        ("from 9/11 to the 1990s, or the '80s", "from|9/11|to|the|1990s|,|or|the|'|80s"),
        ("it rose .5 to +1", "it|rose|.5|to|+1"),
        ("1. Trade", "1|.|Trade"),
    ],
)
def test_figures_keep_their_inner_marks_and_lose_their_units(text: str, expected: str) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see https://example.org/a-b?c=d.", "see|https://example.org/a-b?c=d|."),
        ("ask ada.okoro@example.org, or example.org.", "ask|ada.okoro@example.org|,|or|example.org|."),
        ("read the-note_2.pdf", "read|the-note_2.pdf"),
        ("the chair:O'Dale", "the|chair|:|O'Dale"),
        (".@okoro wrote #peace :-)", ".|@okoro|wrote|#peace|:-)"),
        ("wait... now -- go — “now”?!", "wait|...|now|--|go|—|“|now|”|?!"),
        ("They left.The hall emptied", "They|left|.|The|hall|emptied"),
    ],
)
def test_addresses_and_marks_are_cut_as_they_are_read(text: str, expected: str) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    "text", ["", " \n", "\ud800x\udfff", "Oko\u200bro", "Jose\u0301", "東京で Lind met 李"]
)
def test_copes_with_any_signs(text: str) -> None:
    assert "".join(span.cut(text) for span in words(text)) == "".join(text.split())


@given(st.text(max_size=200) | st.text(alphabet="aAbK.'’-‑@#$1 s\"n t_:/", max_size=200))
def test_holds_every_visible_character_once_and_in_order(text: str) -> None:
    spans = words(text)

    assert "".join(span.cut(text) for span in spans) == "".join(text.split())
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))


@given(st.lists(st.sampled_from("Lind can't Kee-sol 5pm U.S. , co-a a.com".split()), max_size=12))
def test_a_text_is_cut_alike_the_second_time(parts: list[str]) -> None:
    text = " ".join(parts)

    assert words(text) == words(text)


@pytest.mark.parametrize(
    "text",
    [
        "a-" * 50_000,
        "a_" * 50_000,
        "co-" * 50_000,
        "1-" * 50_000,
        "A." * 50_000,
        "@" * 99_999,
        "x.com" * 9_999,
    ],
)
def test_copes_with_endless_runs(text: str) -> None:
    assert "".join(span.cut(text) for span in words(text)) == text
