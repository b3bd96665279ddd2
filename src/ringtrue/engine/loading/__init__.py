"""From raw text and a mapping to typed canonical tables, with every damaged row written down."""
