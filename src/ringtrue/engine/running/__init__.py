"""A run: scope, views and facts, each procedure judged, leads, and the answers to the six questions."""
