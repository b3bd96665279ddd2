"""The workbench: an audit team at work in the browser. Pages are thin; the library is reached through ``ringtrue.api``."""
