"""A question with the name of the service that it is put about."""

import re

_PLACES = {
    "en": ((r"\bthis service\b", 'the service "{name}"'),),
    "de": (
        (r"\bdiesem Service\b", "dem Service „{name}“"),
        (r"\bdiesen Service\b", "den Service „{name}“"),
        (r"\bdieses Service\b", "des Service „{name}“"),
        (r"\bdieser Service\b", "der Service „{name}“"),
    ),
}


def for_service(text: str, service: str | None, language: str) -> str:
    """The text with the service's name in the place of "this service"; as it is where no service is given."""
    if not service:
        return text
    for place, named in _PLACES.get(language, _PLACES["en"]):
        text = re.sub(place, lambda _, named=named: named.format(name=service), text)  # type: ignore[misc]
    return text
