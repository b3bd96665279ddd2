"""The note with which a case is closed says what was done in this case.

Why it matters: who copies the note of another case leaves no trace of what was found, and the next one begins anew.
What is judged: each closed case with a note of at least eight words. Deviation: another case has the same note but for a few words (Jaccard
likeness of at least 0.9 of all threes of words). Untestable: no note, or a shorter one.
Lead: a team in the upper funnel of all teams. Honest explanations: templates: a note that three teams or more share is a template of the
house; mass incident: children and duplicates of one case, and that case itself, may say the same. Both pass, and are counted.
Choices: the team is that of the case at its closing. Teams are compared on the same mix of services and priorities. Pairs are found by their
rarest threes of words (prefix filtering: two notes that are so alike share one of them), then compared exactly.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import funnel

PROCEDURE = RecordProcedure(
    id="substance.copied-notes",
    item_kind="case",
    object_kind="team",
    needs={"cases": ["close_note", "team"]},
    untestable={
        "no_note": "was closed without a note",
        "too_short": "has a note of fewer words than can be compared",
    },
    deviation={"is_copied": "was closed with the note of another case"},
    show=["team", "words", "same_notes", "is_template", "is_of_one_trouble"],
    worst=["most same_notes"],
    lead_by="team",
    lead_when=funnel("above", ratio="least_ratio", least="least_cases"),
    settings=[
        Setting("least_words", 8, "D", "words of a note that can be compared"),
        Setting("least_alike", 0.9, "D", "Jaccard likeness of notes from which they count as the same"),
        Setting("teams_of_template", 3, "D", "teams that share a note, so that it is a template"),
        Setting("least_ratio", 1.5, "D", "how many times the share of all teams a team must reach"),
        Setting("least_cases", 20, "D", "cases with a note for a team to be judged"),
    ],
    statement="{object} closed {deviations} of {n} cases with the note of another case ({share}; all teams: {pooled}{mix})",
    explanations=[
        "the cases had one cause, and its link is not recorded",
        "the team does the same work again and again, and its note is a template",
    ],
    ask=[
        Ask("practitioner", "Walk me through this case. Where does this note come from?"),
        Ask("process_owner", "Who reads these notes, and what do they need from them?"),
    ],
    disproof="The histories of these cases show that the same was found and done in each of them.",
    request="closed cases with the whole note of closing, team, and links between parent, child and duplicate cases",
    facts={
        "cases are explained by a note that several teams share: a template": "count(*) filter (where is_template)",
        "cases are explained by one trouble: children or duplicates of one case": "count(*) filter (where is_of_one_trouble)",
    },
    chart="funnel",
    chart_title="Share of cases closed with the note of another case, by team",
)
