"""A document says what this organisation does, and not what a template says.

Why it matters: a document that was copied and never filled in guides nobody, however complete the list of documents looks.
What is judged: the latest version of each document. Deviation: fewer than twenty words; three or more places left to be filled in; or the
same text as two other documents or as a template, once title, names and dates are left out. Untestable: its text was lost in the export; it
is a draft, as the register says. Lead: any document that a clause demands; of the others, where more than a twentieth are such, by the exact
bound. Honest explanations: a form that is meant to be blank passes, and is counted; an export that lost its content is said to be one.
Choices: a clause demands a document for which the register names one. Withdrawn documents are left out. Where most documents come without any
text, the export lost the texts, and nothing is said of them. The same is a Jaccard likeness of at least 0.98 of all threes of words.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ringtrue.model import Ask, Judgement, RecordProcedure, Rows, Setting, SettingValue
from ringtrue.statistics.judges import any_or_share

_RULE = any_or_share("most_empty", least="least_documents")


def judge(rows: Rows, settings: Mapping[str, SettingValue]) -> list[Judgement]:
    """Any document that a clause demands; of the others their share."""
    judged = zip(_RULE(rows, settings), rows, strict=True)
    return [replace(one, values={**one.values, "told": _told(row)}) for one, row in judged]


def _told(row: Mapping[str, Any]) -> str:
    if row["strict"]:
        return f"{row['reason']}, and a clause demands it"
    return (
        f"{row['deviations']:,} of {row['n']:,} documents that no clause demands say hardly anything, were never filled in, or say what "
        "others say"
    )


PROCEDURE = RecordProcedure(
    id="substance.template-document",
    item_kind="document",
    object_kind="document",
    needs={"documents": ["title"], "document_versions": ["text"]},
    demanded=["documents"],
    untestable={
        "text_lost": "its text was lost in the export",
        "is_draft": "is a draft, as the register says",
    },
    deviation={
        "too_short": "says hardly anything",
        "not_filled_in": "has places that were never filled in",
        "same_as_others": "says the same as others, but for title, names and dates",
    },
    show=[
        "title",
        "kind",
        "version",
        "words",
        "placeholders",
        "same_documents",
        "is_demanded",
        "is_form",
        "is_marked_lost",
    ],
    worst=["most placeholders", "most same_documents"],
    lead_by="item",
    lead_when=judge,
    settings=[
        Setting("least_words", 20, "D", "words that a document must have"),
        Setting("most_placeholders", 2, "D", "places that may be left to be filled in"),
        Setting("least_alike", 0.98, "D", "Jaccard likeness of texts from which they count as the same"),
        Setting("others_alike", 2, "D", "other documents that say the same"),
        Setting("most_empty", 0.05, "D", "share of documents that no clause demands that may be such"),
        Setting("least_documents", 20, "D", "documents for that share to be judged"),
    ],
    statement="{object}: {told}",
    explanations=[
        "the export lost the content: tables, attachments and linked pages are often left out",
        "the document is a form that is meant to be blank",
        "the content stands in another document to which this one points",
    ],
    ask=[
        Ask("practitioner", "Where do you look when you need to know how this is done?"),
        Ask("process_owner", "What in this document is special to your work?"),
    ],
    disproof="The document as it stands in its own place has a text of its own.",
    request="the register of documents with the clauses that each serves, and the whole text of the latest version of each",
    facts={
        "documents are explained as forms that are meant to be blank": "count(*) filter (where is_form)",
        "documents came with a mark of the export that content was left out": "count(*) filter (where is_marked_lost)",
    },
)
