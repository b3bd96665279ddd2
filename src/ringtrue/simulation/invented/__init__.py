"""Invented organisations, written by SQL: clean by chance and seed, with look-alikes, and with faults planted in them.

``tables/<name>.sql`` is ONE select (with CTEs) and becomes the table of that name; the order follows from what stands after
``from`` and ``join``. A file that begins with ``-- helper`` is built too, for others to read, and is not written out. Only canonical
columns are written out, so a table may hold further ones; name every column exactly as ``ringtrue.tables`` does.

Settings: ``$seed $services $months $cases_a_month $users $begins $ends $period_begins`` (timestamps in UTC; the data are the months up to
2026-09-30, the audit period is the last twelve), and ``$part $parts`` (only the tables of cases; see ``streaming.py``).
Macros (``macros.sql``): ``draw(purpose, key)`` uniform in [0, 1), ``draw_normal(purpose, key)``, ``draw_exponential(purpose, key)`` (mean 1),
``pick(purpose, key, list)``, ``after(moment, seconds)``, ``after_days(moment, days)``; all follow from the seed alone. A purpose is a
word of your table's own, a key the id of the row: ``draw('survey answered', cases.id) < 0.3``.
Helpers to read: ``people`` (every person: id, name, party kind, team or unit, role, active_from, active_to, successor), ``service_profiles`` (owner, teams,
desk, customer, unit of each service), ``target_minutes`` (service, priority, minutes, target: the ids that the table targets must
hold), ``months`` (month, starts_at, ends_at), ``open_spans`` (hours of each calendar as seconds).

``faults/<question>/<name>.sql``: a first comment (what was done), ``-- consequences: id, id`` where others may rightly lead, then statements; one
creates ``temp table planted(object)``; ``$strength`` is put in as a number. ``lookalikes/<name>.sql``: the same without ``planted``.
``-- then: name`` lets the statements of ``endings/<name>.sql`` follow, which several scripts have in common.
From Python: ``organisation.build(database, seed, ...)``, ``organisation.plant(database, "substance.clock-stop", 0.5)``, ``organisation.all_faults()``.
"""
