"""The raters' sheets: answers with anchors, one sheet a rater; nobody sees another's scores."""
