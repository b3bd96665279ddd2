"""Reports, papers and seals: what is made of an audit and handed out, and papers that come back filled in."""
