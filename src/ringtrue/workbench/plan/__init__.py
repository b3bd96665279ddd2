"""The plan of an audit: drafted in parts, set when the method refuses nothing."""
