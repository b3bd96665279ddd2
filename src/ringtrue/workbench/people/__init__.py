"""Who works here: persons, their passwords and second factors, and the links by which they are invited."""
