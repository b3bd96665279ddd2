"""A time-stamp of RFC 3161 over the signature of a seal: an authority's word that the seal was there at that time.

Asking for one needs a network and the address of an authority; checking one needs neither, only the authority's root certificate.
"""

import hashlib
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from types import ModuleType
from urllib.parse import urlsplit

from cryptography import x509

from ringtrue.model.errors import TimestampRefused, WrongUse

LARGEST = 1 << 20
"""Bytes. An answer is some thousand; a larger one is not read."""
SECONDS = 30


@dataclass(frozen=True, kw_only=True)
class Stamp:
    """What is known of a time-stamp: ``trusted`` only if its chain ends in a root certificate that was given.

    ``trouble`` says why it does not hold, or, where it was not ``checked``, why it could not be; empty if nothing speaks against it.
    """

    at: str | None
    trusted: bool
    trouble: str = ""
    checked: bool = True


def request(signature: bytes, url: str) -> bytes:
    """Ask the authority at ``url`` (http or https) to stamp the signature; its answer. TimestampRefused if it gives none that fits."""
    library = _library()
    if library is None:
        raise WrongUse("--timestamp needs a library that is not installed: pip install 'ringtrue[timestamp]'")
    if urlsplit(url).scheme not in ("http", "https"):
        raise WrongUse(f"{url}: expected the http or https address of a time-stamping authority.")
    asked = library.TimestampRequestBuilder().data(signature).build()
    answer = _post(url, asked.as_bytes())
    try:
        response = library.decode_timestamp_response(answer)
        status = library.PKIStatus(response.status)
    except ValueError as error:
        raise TimestampRefused(
            f"{url}: the answer is no time-stamp that can be read ({str(error)[:200]}). Check the address; nothing was sealed."
        ) from error
    if status is not library.PKIStatus.GRANTED:
        raise TimestampRefused(
            f"{url}: the authority refused ({status.name}). Ask another; nothing was sealed."
        )
    if response.tst_info.nonce != asked.nonce or not _fits(response, signature):
        raise TimestampRefused(
            f"{url}: the time-stamp is one of something else. Ask another authority; nothing was sealed."
        )
    return answer


def check(answer: bytes, signature: bytes, roots: Sequence[x509.Certificate] = ()) -> Stamp:
    """Whether the time-stamp is one of this signature, and, with ``roots``, whether an authority under them gave it."""
    library = _library()
    if library is None:
        return Stamp(
            at=None,
            trusted=False,
            checked=False,
            trouble="it cannot be checked here: pip install 'ringtrue[timestamp]', or use openssl ts",
        )
    try:
        response = library.decode_timestamp_response(answer)
        at = response.tst_info.gen_time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        if not _fits(response, signature):
            return Stamp(at=None, trusted=False, trouble="it is a time-stamp of something else")
        if not roots:
            return Stamp(at=at, trusted=False)
        builder = library.VerifierBuilder(roots=list(roots))
        builder.build().verify_message(response, signature)
    except (ValueError, library.VerificationError) as error:
        return Stamp(at=None, trusted=False, trouble=f"it does not hold ({error})")
    return Stamp(at=at, trusted=True)


def certificates(pem: bytes, file: str) -> tuple[x509.Certificate, ...]:
    """The root certificates in a PEM file; WrongUse if there are none."""
    try:
        return tuple(x509.load_pem_x509_certificates(pem))
    except ValueError as error:
        raise WrongUse(
            f"{file}: no certificate found. Expected the authority's root certificate as PEM."
        ) from error


def _fits(response: object, signature: bytes) -> bool:
    imprint = response.tst_info.message_imprint  # type: ignore[attr-defined]
    known = (hashlib.sha256, hashlib.sha384, hashlib.sha512)
    return any(digest(signature).digest() == imprint.message for digest in known)


def _post(url: str, body: bytes) -> bytes:
    asked = urllib.request.Request(url, body, {"Content-Type": "application/timestamp-query"})
    try:
        with urllib.request.urlopen(asked, timeout=SECONDS) as answer:
            content: bytes = answer.read(LARGEST + 1)
    except (OSError, ValueError, urllib.error.URLError) as error:
        raise TimestampRefused(
            f"{url}: no answer ({error}). Try again, or seal without --timestamp."
        ) from error
    if len(content) > LARGEST:
        raise TimestampRefused(
            f"{url}: the answer has more than {LARGEST:,} bytes, so it is no time-stamp. Check the address."
        )
    return content


def _library() -> ModuleType | None:
    try:
        import rfc3161_client
    except ImportError:
        return None
    return rfc3161_client
