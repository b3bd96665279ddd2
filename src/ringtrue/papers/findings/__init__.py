"""The finding log: findings, their evidence, and what became of the leads."""
