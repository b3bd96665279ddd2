"""The self-test: scenarios for staff to answer, without any anchors."""
