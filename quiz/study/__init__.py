"""Drilling: grading, the log of replies and the session. No screen in it."""

from quiz.study.grade import BlankGrade, Grade, grade, same_answer
from quiz.study.log import Log
from quiz.study.session import Clock, Outcome, Session, Summary, arrange

__all__ = [
    "BlankGrade",
    "Clock",
    "Grade",
    "Log",
    "Outcome",
    "Session",
    "Summary",
    "arrange",
    "grade",
    "same_answer",
]
