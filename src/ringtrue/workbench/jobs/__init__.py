"""Work that takes long: imports and runs, one at a time in an audit, carried out by the worker and watched in the browser."""
