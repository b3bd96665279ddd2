"""How alike two texts are by the pieces of words that they share, in any language that is written with spaces.

Character TF-IDF: every word is padded with spaces and cut into runs of two to four characters; a run counts the more, the fewer texts have
it (smoothed inverse document frequency, Salton and Buckley 1988); likeness is the cosine of the angle between two texts, 0 to 1. Runs of
characters forgive endings and compounds, which whole words do not.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scipy.sparse import csr_array

SHORTEST, LONGEST = 2, 4


def pieces(text: str) -> Iterator[str]:
    """The runs of characters of each word of a text, without regard to case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(sign if sign.isalnum() else " " for sign in plain if not unicodedata.combining(sign))
    for word in kept.split():
        padded = f" {word} "
        for length in range(SHORTEST, LONGEST + 1):
            yield from (padded[start : start + length] for start in range(len(padded) - length + 1))


def weighed(texts: Sequence[str]) -> "csr_array":
    """One row of unit length per text, one column per piece; a text without any word is a row of zeros."""
    import numpy as np
    from scipy.sparse import csr_array, diags_array

    columns: dict[str, int] = {}
    rows, places, counts = [], [], []
    for row, text in enumerate(texts):
        for piece, count in Counter(pieces(text)).items():
            rows.append(row)
            places.append(columns.setdefault(piece, len(columns)))
            counts.append(float(count))
    matrix = csr_array((counts, (rows, places)), shape=(len(texts), max(1, len(columns))))
    texts_with = np.bincount(matrix.indices, minlength=matrix.shape[1])
    matrix = csr_array(matrix @ diags_array(np.log((1 + len(texts)) / (1 + texts_with)) + 1))
    lengths = np.sqrt((matrix * matrix).sum(axis=1))
    return csr_array(diags_array(1 / np.where(lengths > 0, lengths, 1)) @ matrix)
