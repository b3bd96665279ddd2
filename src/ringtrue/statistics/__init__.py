"""Pure numbers: intervals, tests, trends; and the judges that turn groups into verdicts."""
