"""Names for invented people, as they are written and as they stand in a user id."""

from ringtrue.simulation.dice import Dice


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


GERMAN = _words(
    "Anna Björn Carla Dörte Emil Frauke Götz Hanna Ingo Jana Jörg Kai Karin Lars Lena Malte Mareike Nele "
    "Ole Petra Ralf Rieke Sönke Silke Tim Ulrike Uwe Wiebke"
)
ENGLISH = _words(
    "Alice Ben Chloe Daniel Ella Fiona George Harriet Ian Julia Kevin Laura Martin Nora Oliver Priya Rosa "
    "Samuel Tara Victor"
)
FRENCH = _words(
    "Amélie Benoît Camille Denis Élodie Gaëlle Hugo Julien Léa Mathieu Noémie Pascal Renée Sylvie Thierry Zoé"
)

GERMAN_FAMILIES = _words(
    "Ahrens Behrens Carstens Dürr Ehlers Feddersen Grün Hansen Ibsen Jessen Köhler Krüger Lührs Möller "
    "Müller Nissen Ohlsen Petersen Quast Röhr Schröder Schütt Thomsen Ude Vollmer Wölk Weiß Zander"
)
ENGLISH_FAMILIES = _words(
    "Adams Baker Clarke Dawson Evans Foster Gupta Hughes Irving Jones Khan Lewis Murphy Novak Owens Patel "
    "Reid Shaw Turner Young"
)
FRENCH_FAMILIES = _words(
    "Arsenault Bélanger Côté Dubois Émond Fortin Gagnon Hébert Joly Lévesque Morin Nadeau Ouellet "
    "Pelletier Roy Tremblay"
)

_PLAIN = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
        "é": "e",
        "É": "e",
        "è": "e",
        "ê": "e",
        "ô": "o",
        "î": "i",
        "ë": "e",
    }
)


def first_and_family(dice: Dice, language: str) -> tuple[str, str]:
    """A first name and a family name as they are usual where the language is spoken."""
    if language == "fr":
        return dice.pick(FRENCH), dice.pick(FRENCH_FAMILIES)
    if language == "en":
        return dice.pick(ENGLISH), dice.pick(ENGLISH_FAMILIES)
    return dice.pick(GERMAN), dice.pick(GERMAN_FAMILIES)


def user_id(first: str, family: str, taken: set[str]) -> str:
    """The user id that an administrator would give: ``k.weber``, with a number where it is taken."""
    plain = f"{first[0]}.{family}".lower().translate(_PLAIN)
    number = 1
    while (wanted := plain if number == 1 else f"{plain}{number}") in taken:
        number += 1
    taken.add(wanted)
    return wanted
