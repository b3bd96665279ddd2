"""What commands import when they begin to work, in one place, for a process that others are forked off."""

import scipy.stats  # noqa: F401

import ringtrue.api.running
import ringtrue.cli.main
import ringtrue.engine.running.run
import ringtrue.papers  # noqa: F401
from ringtrue import plugins
from ringtrue.criteria.read import all_criteria
from ringtrue.engine.running.views import needed_views, view_texts

plugins.procedures()
plugins.importers()
plugins.reports()
all_criteria()
needed_views(set(view_texts()))
