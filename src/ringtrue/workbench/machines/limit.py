"""How often a token may ask: a program that runs away does not keep people waiting."""

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone
from ninja.errors import HttpError

SECONDS = 60


def count(token: int) -> None:
    """Count a request of a token in this minute, in this process; 429 above ``API_PER_MINUTE``. 0 sets no limit."""
    most = settings.API_PER_MINUTE
    if not most:
        return
    key = f"api-{token}-{int(timezone.now().timestamp()) // SECONDS}"
    cache.add(key, 0, 2 * SECONDS)
    if cache.incr(key) > most:
        raise HttpError(429, f"More than {most} requests a minute. Wait for the next minute.")
