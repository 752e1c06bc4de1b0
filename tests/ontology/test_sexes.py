from dragoman.ontology.sexes import sexes


def test_the_tables_tell_what_they_can_and_no_more() -> None:
    table = sexes()

    assert table.given["giorgia"] == "f"
    assert table.given["fumio"] == "m"
    assert "kim" not in table.given
    assert table.nouns["spokeswoman"] == "f"
    assert table.nouns["lawyer"] is None
    assert "ministry" not in table.nouns
    assert table.leaders["person:giorgia-meloni"] == "f"


def test_names_are_in_small_letters_without_accents() -> None:
    for name in sexes().given:
        assert name == name.lower()
        assert name.replace(" ", "").isascii()
