"""Two runs side by side, for people at a terminal."""
