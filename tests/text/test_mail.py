"""Mails saved as text: whose they are, when they were sent and what they are called."""

import pytest

from dragoman.ontology.page_words import page_words
from dragoman.text.mail import mail_heads, sender_names
from dragoman.text.page_phrases import compile_phrases

PHRASES = compile_phrases(page_words())


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Ferry talks resume", "Ferry talks resume"),
        ("Re: Fwd: Ferry talks resume", "Ferry talks resume"),
        ("WG: AW: Ferry talks resume", "Ferry talks resume"),
        ("[river-list] Ferry talks resume", "Ferry talks resume"),
        ("=?utf-8?q?F=C3=A4hre_f=C3=A4hrt?=", "Fähre fährt"),
        ("Reform of the ferry yard", "Reform of the ferry yard"),
        ("", None),
    ],
)
def test_a_subject_is_the_title_without_its_marks(subject: str, title: str | None) -> None:
    (head,) = mail_heads(["From: Ann Lee", f"Subject: {subject}", "", "Text."], PHRASES)

    assert (head.first, head.end, head.subject, head.sender) == (0, 2, title, "Ann Lee")


@pytest.mark.parametrize(
    "lines",
    [
        ["From: Kelstad", "", "The envoys met."],
        ["Date: 3 May 2026", "By Ann Lee", "The envoys met."],
        ["From Kelstad to Port Amar: a ferry", "Subject to change: the date"],
        [
            "The envoys met.",
            *["They talked about the ferry and the gauge of the river."] * 12,
            "From: A",
            "To: B",
        ],
        [],
    ],
)
def test_what_is_no_head_of_a_mail_is_none(lines: list[str]) -> None:
    assert mail_heads(lines, PHRASES) == ()


@pytest.mark.parametrize(
    ("sender", "people", "outlet"),
    [
        ("Ann Lee <ann@home.example>", ("Ann Lee",), None),
        ("Brindle Desk <desk@brindle.example>", (), "Brindle"),
        ("Kelstad Observer Alerts <a@observer.example>", (), "Kelstad Observer"),
        ('"Ida Berg, Meridian Wire" <ida@meridian.example>', ("Ida Berg",), "Meridian Wire"),
        ("Press Office <press@ministry.example>", (), None),
        ("Foreign Desk", (), None),
        ("desk@brindle.example", (), None),
    ],
)
def test_a_sender_is_a_person_or_a_house_where_the_name_tells(
    sender: str, people: tuple[str, ...], outlet: str | None
) -> None:
    assert sender_names(sender, PHRASES) == (people, outlet)
