"""What can be asked for, a file each."""
