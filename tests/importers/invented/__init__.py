"""An invented organisation as the tools for tickets would export it, large enough to run the whole catalogue over."""
