"""What somebody hostile would try, one file each: every attempt has to fail."""
