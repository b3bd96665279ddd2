"""The files of the organisation, as its tools would export them."""
