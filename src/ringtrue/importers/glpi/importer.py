"""Reads exports of GLPI: lists of its search engine as CSV, and tables of its database or API as CSV, JSON or Excel."""

from ringtrue.importers.declared.declared import DeclaredImporter

IMPORTER = DeclaredImporter(
    name="glpi",
    title="GLPI (lists as CSV; tables of the database or the API as CSV, JSON or Excel)",
    package="ringtrue.importers.glpi",
    tool="GLPI",
)
