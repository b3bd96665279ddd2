"""What all pages share: the frame, the style, errors, security headers."""
