"""What people write: titles, descriptions, messages, notes and comments, in three languages."""

from collections.abc import Mapping

from ringtrue.simulation.dice import Dice

Texts = Mapping[str, tuple[str, ...]]

TITLES: Mapping[str, Mapping[str, Texts]] = {
    "payroll": {
        "payslip": {
            "de": ("Abrechnung {m} fehlt, Personalnr. {n}", "Überstunden {m} nicht ausgezahlt, Nr. {n}"),
            "en": ("Payslip {m} missing for staff {n}", "Overtime {m} not paid, staff {n}"),
            "fr": ("Fiche de paie {m} absente, no {n}",),
        },
        "time data": {"de": ("Zeitimport {m} mit Fehler {n}",), "en": ("Time import {m} stopped with {n}",), "fr": ("Import {m} bloqué, {n}",)},
    },
    "till-network": {
        "till": {"de": ("Kasse {n} startet nicht", "Bon bleibt leer, Kasse {n}"), "en": ("Till {n} does not start",), "fr": ("Caisse {n} figée",)},
        "payment": {"de": ("Kartenzahlung abgelehnt, Kasse {n}", "Terminal {n} ohne Netz"), "en": ("Card refused at till {n}",), "fr": ("Carte refusée {n}",)},
    },
    "web-shop": {
        "order": {
            "de": ("Bestellung {n} ohne Bestätigung", "Warenkorb leer nach Anmeldung, Kunde {n}"),
            "en": ("Order {n} has no confirmation", "Payment of order {n} is shown twice"),
            "fr": ("Commande {n} sans confirmation",),
        },
        "content": {"de": ("Bild fehlt bei Artikel {n}",), "en": ("Price wrong for article {n}",), "fr": ("Prix erroné, article {n}",)},
    },
    "e-mail": {
        "mailbox": {"de": ("Postfach voll, Platz {n}", "Verteiler {n} ohne Zustellung"), "en": ("Mail to list {n} bounces",), "fr": ("Boîte pleine, poste {n}",)},
        "calendar": {"de": ("Kalender {n} wird nicht abgeglichen",), "en": ("Calendar {n} does not sync",), "fr": ("Agenda {n} non synchronisé",)},
    },
    "sign-in": {
        "account": {"de": ("Konto gesperrt am Platz {n}", "Anmeldung an Rechner {n} abgelehnt"), "en": ("Account locked at desk {n}",), "fr": ("Compte bloqué, poste {n}",)},
        "remote": {"de": ("VPN bricht ab, Gerät {n}",), "en": ("VPN drops on device {n}", "Token {n} is refused"), "fr": ("Jeton {n} refusé",)},
    },
    "workplace": {
        "hardware": {"de": ("Notebook {n} lädt nicht", "Drucker {n} zieht schief ein"), "en": ("Notebook {n} does not charge",), "fr": ("Portable {n} ne charge pas",)},
        "telephone": {"de": ("Telefon {n} ohne Ton",), "en": ("Phone {n} has no sound",), "fr": ("Téléphone {n} sans son",)},
    },
    "warehouse": {
        "picking": {"de": ("Scanner {n} verliert Auftrag", "Pickliste {n} doppelt"), "en": ("Scanner {n} loses the order",), "fr": ("Lecteur {n} en panne",)},
        "stock": {"de": ("Bestand Artikel {n} stimmt nicht",), "en": ("Stock of article {n} is wrong",), "fr": ("Stock {n} inexact",)},
    },
    "reporting": {
        "figures": {"de": ("Bericht {n} zeigt alte Zahlen",), "en": ("Report {n} shows old figures",), "fr": ("Rapport {n} périmé",)},
    },
}  # fmt: skip
"""By service, category and language. ``{n}`` is a number, ``{m}`` a month."""

DESCRIPTIONS: Texts = {
    "de": (
        "Seit {t} Uhr, {k} Personen betroffen.",
        "Neustart half nicht. Raum {r}.",
        "Tritt seit {t} Uhr auf, Raum {r}.",
    ),
    "en": (
        "Since {t}, {k} people affected.",
        "A restart did not help. Room {r}.",
        "Happens since {t} in room {r}.",
    ),
    "fr": ("Depuis {t} h, {k} personnes.", "Redémarrage sans effet, salle {r}."),
}
ASKS: Texts = {
    "de": ("Bitte Screenshot senden.", "Seit wann genau?", "Bitte Gerät neu starten und melden."),
    "en": ("Please send a screenshot.", "Since when exactly?", "Please restart and tell us."),
    "fr": ("Merci d'envoyer une capture.", "Depuis quand exactement?"),
}
REPLIES: Texts = {
    "de": ("Anbei.", "Seit gestern früh.", "Gemacht, Fehler bleibt."),
    "en": ("Attached.", "Since yesterday.", "Done, still the same."),
    "fr": ("Ci-joint.", "Depuis hier."),
}
COMPLAINTS_ON_REOPENING: Texts = {
    "de": ("Fehler ist wieder da.",),
    "en": ("It is back.",),
    "fr": ("Le problème revient.",),
}
WORK_NOTES: Texts = {
    "de": ("Protokolle geprüft.", "Mit Nutzer telefoniert.", "An Fachgruppe, Ursache dort."),
    "en": ("Logs checked.", "Called the user.", "Passed on, cause is there."),
    "fr": ("Journaux vérifiés.", "Appelé l'utilisateur."),
}
SUPPLIER_NOTES: Texts = {
    "de": ("Ersatzteil bestellt, RMA {n}.", "Techniker des Lieferanten beauftragt, RMA {n}."),
    "en": ("Part ordered, RMA {n}.", "Vendor engineer booked, RMA {n}."),
    "fr": ("Pièce commandée, RMA {n}.",),
}
DONE: Texts = {
    "de": (
        "Dienst neu gestartet", "Datensatz berichtigt", "Rechte neu gesetzt", "Gerät getauscht", "Konfiguration berichtigt",
        "Zwischenspeicher geleert", "Schnittstelle neu angestoßen",
    ),
    "en": (
        "Service restarted", "Record corrected", "Rights set again", "Device replaced", "Configuration corrected", "Cache emptied",
        "Interface run again",
    ),
    "fr": ("Service relancé", "Fiche corrigée", "Droits rétablis", "Appareil remplacé"),
}  # fmt: skip
CHECKED: Texts = {
    "de": (
        "Nutzer bestätigt am Telefon",
        "danach {k} Läufe ohne Fehler",
        "Test mit Nr. {n} gut",
        "{k} Buchungen nachgeholt",
    ),
    "en": (
        "user confirmed by phone",
        "{k} runs without error since",
        "test with no. {n} fine",
        "{k} entries made up",
    ),
    "fr": ("confirmé par téléphone", "{k} essais réussis", "essai {n} réussi"),
}
GOOD: Texts = {
    "de": ("Schnell und freundlich.", "Danke!"),
    "en": ("Quick help, thank you.", "All fine."),
    "fr": ("Merci, parfait.",),
}
POOR: Texts = {
    "de": ("Dauerte zu lange.", "Musste zweimal anrufen."),
    "en": ("Took too long.", "Had to call twice."),
    "fr": ("Trop long.",),
}
CLOSED_NOT_SOLVED: Texts = {
    "de": (
        "Rechtzeitig geschlossen, aber die Abrechnung stimmt weiter nicht.",
        "Erledigt heißt hier: auf nächsten Monat verschoben.",
    ),
    "en": ("Closed in time, and my pay is still wrong.", "Closed with 'next run'. I need it this month."),
    "fr": ("Fermé à temps, mais toujours faux.",),
}
MONTHS = ("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12")


def said(dice: Dice, texts: Texts, language: str) -> str:
    """One of the texts in the language (German where there is none), with numbers filled in."""
    text = dice.pick(texts.get(language) or texts["de"])
    if "{" not in text:
        return text
    return text.format(
        n=dice.whole(1000, 99999),
        m=dice.pick(MONTHS),
        k=dice.whole(2, 30),
        r=dice.whole(101, 499),
        t=f"{dice.whole(6, 17)}:{dice.whole(10, 59)}",
    )


def close_note(dice: Dice, language: str) -> str:
    """What was done, and mostly how it was checked."""
    done = said(dice, DONE, language)
    return f"{done}, {said(dice, CHECKED, language)}." if dice.chance(0.7) else f"{done}."
