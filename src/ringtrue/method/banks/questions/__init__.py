"""The bank of interview questions, a file for each lesson, and what reads it."""

from ringtrue.method.banks.questions.read import BankQuestion, all_questions, chosen

__all__ = ["BankQuestion", "all_questions", "chosen"]
