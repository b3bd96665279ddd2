"""Whatever is done to a sealed folder, in any order: it is whole only if every sealed file holds its bytes at its place."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ringtrue.engine.seal.verify import verify
from tests.engine.seal.invented import sealed

CLOSED = ("sources", "mappings", "tables", "runs/7153a1b49569")

LEFT_OUT = ("reports/", "papers/", "seals/", "records/.lock")

Act = tuple[str, int, int]
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["flip", "cut", "drop", "swap", "move", "add"]),
        st.integers(0, 999),
        st.integers(0, 9_999),
    ),
    min_size=1,
    max_size=4,
)


@pytest.mark.slow
@given(acts=ACTS)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_only_what_is_as_it_was_is_whole(acts: list[Act]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder, _ = sealed(Path(place))
        before = _state(folder.path)
        for act in acts:
            _do(folder.path, *act)
        found = verify(folder.path)
        assert found.whole == (_state(folder.path) == before)
        assert found.whole == (found.differences == ())


def _do(root: Path, act: str, which: int, number: int) -> None:
    files = [root / name for name in sorted(_state(root))]
    file, other = files[which % len(files)], files[number % len(files)]
    content = file.read_bytes()
    if act == "flip" and content:
        place = number % len(content)
        file.write_bytes(
            content[:place] + bytes([content[place] ^ (1 + number % 255)]) + content[place + 1 :]
        )
    elif act == "cut":
        file.write_bytes(content[: number % (len(content) + 1)])
    elif act == "drop" and len(files) > 4:
        file.unlink()
    elif act == "swap":
        file.write_bytes(other.read_bytes())
        other.write_bytes(content)
    elif act == "move":
        file.rename(file.with_name(f"moved-{number}"))
    elif act == "add":
        (root / CLOSED[which % len(CLOSED)] / f"more-{number}").parent.mkdir(parents=True, exist_ok=True)
        (root / CLOSED[which % len(CLOSED)] / f"more-{number}").write_bytes(b"more")


def _state(root: Path) -> dict[str, bytes]:
    """What is sealed, and what should not be beside it: all but reports and papers."""
    inside = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in inside.items() if not name.startswith(LEFT_OUT)}
