"""What is due in an audit, and mail that reminds of it."""
