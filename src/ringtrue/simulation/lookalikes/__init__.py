"""What looks like a fault and is none: honest patterns that an audit must not take for leads."""
