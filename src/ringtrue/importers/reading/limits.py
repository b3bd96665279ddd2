"""How much a file may ask of the machine that reads it. Beyond, it is refused with a message."""

MAX_EXPANDED = 20 * 2**30
"""Bytes that a packed file may grow to: more than any export known to us, less than a laptop's free disk."""

MAX_RATIO = 300
"""Times that a packed file may grow: text exports shrink 5 to 80 fold, a bomb about 1,000 fold."""

RATIO_FROM = 256 * 2**20
"""Bytes from which the growth is judged: what stays below cannot hurt, and tiny repetitive files shrink a
lot."""

MIN_FREE_DISK = 2**30
"""Bytes that stay free on the disk while a file is unpacked there."""

MAX_PACKINGS = 3
"""Packings inside one another (a .gz in a .zip): more has no honest reason."""

MAX_WORKBOOK = 2 * 2**30
"""Bytes of a workbook, unpacked: its texts are held in memory at once."""

MAX_CELLS = 50_000_000
"""Cells of one sheet, counted as the rectangle that holds them: it is held in memory at about 32 bytes a
cell."""

MAX_COLUMNS = 5_000
"""Columns of a table: more than any tool's fields, less than makes every statement slow."""

MAX_RECORD = 16 * 2**20
"""Characters of one record, or of one line: a long description with pictures pasted in fits."""

MAX_DEPTH = 30
"""Objects inside one another in JSON."""

MAX_ISSUES = 500_000
"""Records that may be rejected one by one, each with its reason held in memory; more means that the form
was misread."""

SHOWN = 200
"""Characters of a value that a message shows."""
