"""A questionnaire with what was found about each of its questions, told in a language."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ringtrue.method.banks.told import told_in
from ringtrue.method.questions import QuestionFault, check_question
from ringtrue.method.questions.role_fit import ROLE_NAMES
from ringtrue.papers.filled import Problem
from ringtrue.papers.questionnaire.read import OwnQuestion, read_questionnaire
from ringtrue.reports.language import words


@dataclass(frozen=True)
class CheckedQuestionnaire:
    """The questions, each with its faults; the cells that could not be taken; the language in which it is told."""

    file: str
    questions: tuple[tuple[OwnQuestion, tuple[QuestionFault, ...]], ...]
    problems: tuple[Problem, ...]
    language: str

    @property
    def faults(self) -> int:
        """How many questions have a fault."""
        return sum(bool(found) for _, found in self.questions)

    def lines(self) -> Iterator[str]:
        """The faults as lines for people; questions without any are only counted."""
        told = words(self.language)
        for one, found in self.questions:
            if found:
                role = f" ({told_in(ROLE_NAMES[one.asked.role], self.language)})" if one.asked.role else ""
                yield f"{told(one.asked.id)}{role}: {one.asked.text}"
            for fault in found:
                texts = fault.told(self.language)
                yield f'  {texts["name"]}: "{texts["words"]}". {texts["reason"]}'
                yield f"    {texts['better']}"
        for problem in self.problems:
            yield told(f"Not taken: {problem}")
        yield told(f"{len(self.questions)} questions, {self.faults} of them with faults of wording or role.")

    def as_json(self) -> dict[str, Any]:
        """All of it for machines."""
        return {
            "file": self.file,
            "questions": [
                {
                    "row": one.row,
                    "id": one.asked.id,
                    "text": one.asked.text,
                    "role": one.asked.role,
                    "faults": [fault.told(self.language) for fault in found],
                }
                for one, found in self.questions
            ],
            "problems": [asdict(problem) for problem in self.problems],
        }


def check_questionnaire(path: Path, role: str | None, language: str) -> CheckedQuestionnaire:
    """Read a questionnaire and check each of its questions, in whichever language it is written."""
    words(language)
    read = read_questionnaire(path, role)
    return CheckedQuestionnaire(
        path.name,
        tuple((one, check_question(one.asked)) for one in read.questions),
        read.problems,
        language,
    )
