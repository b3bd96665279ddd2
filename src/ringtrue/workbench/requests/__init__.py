"""Evidence requests: asked by auditors, answered by the auditee with files, accepted or returned."""
