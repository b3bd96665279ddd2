"""Facts that many procedures need, once each, as SQL views on the canonical tables, in the field's words.

The engine orders them by what they read. A first line ``-- kept`` makes a view a table of the run: computed once.
"""
