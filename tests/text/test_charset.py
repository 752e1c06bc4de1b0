"""The encoding is found: 12 encodings with a right, a wrong and no label, byte order marks, broken bytes."""

import pytest

from dragoman.text.charset import detect

CZECH = "Premiér přijel do Varšavy; żółty znak i święto, říjen. Řekl, že schůzka proběhla úspěšně v Łodzi."
RUSSIAN = "Министр прибыл в Москву на переговоры, сообщил представитель. Встреча пройдёт завтра."
TURKISH = "Dışişleri Bakanı görüşmeler için Ankara'ya geldi; şehirde güvenlik önlemleri artırıldı."
JAPANESE = "外相は東京で会談し、来月の首脳会談について協議した。記者会見で述べた。"
TEXTS = {
    "utf-8": "Élysée, Łódź, 東京, Москва: “no date yet”",
    "cp1252": "Élysée and Zürich: the “summit” in Málaga — naïve hopes, said Mr Øst of Köln.",
    "cp1250": CZECH,
    "cp1251": RUSSIAN,
    "koi8-r": RUSSIAN,
    "cp1253": "Ο υπουργός έφτασε στην Αθήνα για συνομιλίες με τον πρόεδρο, δήλωσε ο εκπρόσωπος.",
    "cp1254": TURKISH,
    "cp932": JAPANESE,
    "euc_jp": JAPANESE,
    "gb18030": "外长在首都举行会谈，讨论下个月的峰会。发言人说会谈富有成果。",
    "big5": "外長在首都舉行會談，討論下個月的峰會。發言人說會談富有成果。",
    "cp949": "외교부 장관은 서울에서 회담을 열고 다음 달 정상회담을 논의했다고 밝혔다.",
}
NAMES = {"cp932": "shift_jis", "cp949": "euc-kr", "gb18030": "gb2312"}


def page(text: str, label: str | None) -> str:
    meta = f'<meta charset="{label}">' if label else ""
    return f"<html><head>{meta}<title>Talks</title></head>\n<body><p>{text}</p></body></html>"


@pytest.mark.parametrize("charset", TEXTS)
@pytest.mark.parametrize("label", ["right", "utf-8", None])
def test_a_page_is_read_exactly_whatever_its_label_says(charset: str, label: str | None) -> None:
    told = page(TEXTS[charset], NAMES.get(charset, charset) if label == "right" else label)

    found, _ = detect(told.encode(charset))

    assert told.encode(charset).decode(found) == told


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_wide_encodings_are_found_with_and_without_a_mark(charset: str) -> None:
    told = "The envoys met in Zürich.\n“No date,” said one.\n"

    found, route = detect(told.encode(charset))

    assert told.encode(charset).decode(found) == told
    assert route == ("guess" if charset.startswith("utf-16-") else "bom")


def test_utf_8_labelled_latin_1_is_still_utf_8() -> None:
    assert detect(page("Zürich – “talks”", "iso-8859-1").encode()) == ("utf-8", "utf-8")


def test_windows_1252_labelled_utf_8_is_windows_1252() -> None:
    assert detect(page("Zürich – “talks”", "utf-8").encode("cp1252")) == ("cp1252", "cp1252")


def test_a_label_of_latin_1_means_windows_1252() -> None:
    assert detect(page("Zürich – “talks”", "iso-8859-1").encode("cp1252")) == ("cp1252", "meta")


def test_japanese_mail_encoding_is_not_taken_for_ascii() -> None:
    assert detect(JAPANESE.encode("iso2022_jp"))[0] == "iso2022_jp"


def test_utf_8_cut_inside_a_letter_is_still_utf_8() -> None:
    assert detect("Zürich, Málaga, Łódź, 東京".encode()[:-1])[0] == "utf-8"


def test_an_unknown_label_is_passed_over() -> None:
    assert detect(page("Zürich", "klingon-1").encode("cp1252"))[0] == "cp1252"


def test_a_label_in_a_plain_text_counts_for_nothing() -> None:
    told = '<meta charset="koi8-r"> is how Köln’s page begins'

    assert detect(told.encode("cp1252"), labelled=False) == ("cp1252", "cp1252")


@pytest.mark.parametrize("raw", [b"", b"plain words", b"\xff", b"\x00", bytes(range(256))])
def test_any_bytes_get_an_answer_that_python_knows(raw: bytes) -> None:
    charset, _ = detect(raw)

    raw.decode(charset, errors="replace")
