"""``python -m ringtrue.simulation FOLDER`` writes the example into the folder."""

import sys
from pathlib import Path

from ringtrue.simulation.northwind import write

if len(sys.argv) != 2:
    sys.exit(
        "Usage: python -m ringtrue.simulation FOLDER\nExample: python -m ringtrue.simulation examples/northwind"
    )
write(Path(sys.argv[1]))
