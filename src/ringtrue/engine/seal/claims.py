"""What a check proves and what it does not, in sentences: fixed, so that nobody reads more into a seal than is in it."""

from ringtrue.engine.seal.places import JOURNAL
from ringtrue.engine.seal.verified import Verified


def proves(found: Verified) -> tuple[str, ...]:
    """What follows from the check as it came out."""
    if not found.signature:
        return ("Nothing: the seal itself does not hold, so what it says of other files is worth nothing.",)
    key = f"the owner of the private key to {found.key.fingerprint}"
    lines = [
        f"Every one of the {found.files:,} sealed files is, byte for byte, what {key} signed."
        if not found.differences
        else f"The sealed files are what {key} signed, except those that are named as different.",
    ]
    if found.entries and not any(one.path == JOURNAL for one in found.differences):
        lines.append("The journal's entries follow from one another: none was taken out or put between.")
    if found.key.matches:
        lines.append("The key is the one that you expected.")
    if found.timestamp and found.timestamp.trusted:
        lines.append(
            f"The seal was there at {found.timestamp.at}: an authority under the root that you gave says so."
        )
    return tuple(lines)


def does_not_prove(found: Verified) -> tuple[str, ...]:
    """What a reader might think that it proves."""
    lines = [
        "That the sources are true or complete: they were sealed as they were received.",
        "That the auditor's conclusions are right.",
        "Who held the private key: a fingerprint is tied to a person only by another way, such as a call or a signed letter.",
        "That no later seal was taken away: whoever was told of one can ask for it.",
    ]
    if found.key.matches is None:
        lines.append(
            "That the key is the auditor's: without --key, anybody could have made all of it anew with a key of his own."
        )
    if not (found.timestamp and found.timestamp.trusted):
        lines.append(_time(found))
    if found.added_since:
        lines.append("Anything of what was added since the seal.")
    if not found.rendered:
        lines.append(
            "Anything of reports and papers: they are not sealed; what was recorded from papers is in the journal."
        )
    return tuple(lines)


def _time(found: Verified) -> str:
    if found.timestamp is None:
        return f"When it was sealed: {found.at or 'the time'} is what the sealer's own clock said."
    return f"When it was sealed: there is a time-stamp ({found.timestamp.at or 'unreadable'}), but no root certificate that you trust vouches for it (--root)."
