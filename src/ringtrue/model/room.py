"""Whether an error says that the machine, and not the data, is at fault: its disk is full, or the memory granted is too little."""

import errno

_DISK = ("no space left on device", "file too large", "disk quota exceeded", "max_temp_directory_size")
_MEMORY = ("out of memory", "failed to allocate", "could not allocate", "failed to pin")
_NUMBERS = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)


def lacks_disk(error: BaseException) -> bool:
    """Whether there was no room on the disk."""
    if isinstance(error, OSError) and error.errno in _NUMBERS:
        return True
    return any(word in str(error).lower() for word in _DISK) and _is_of_the_machine(error)


def lacks_memory(error: BaseException) -> bool:
    """Whether there was too little memory."""
    if isinstance(error, MemoryError):
        return True
    return any(word in str(error).lower() for word in _MEMORY) and _is_of_the_machine(error)


def lacks_room(error: BaseException) -> bool:
    """Either of the two: whoever takes an error for a fault of the file asks this first, and lets such an error pass."""
    return lacks_disk(error) or lacks_memory(error)


def _is_of_the_machine(error: BaseException) -> bool:
    """Errors of the system or of the database; what a file says in words is no such error."""
    return isinstance(error, OSError) or type(error).__module__.partition(".")[0] in ("duckdb", "_duckdb")
