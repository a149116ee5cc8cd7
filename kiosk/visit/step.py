"""The pages of a visit, in the order that they come."""

from enum import StrEnum


class Step(StrEnum):
    LEFT_OUT = "left-out"
    PARTIAL = "partial"
    PROMISE = "promise"
    AGE = "age"
    TOO_YOUNG = "too-young"
    NOTICE = "notice"
    QUESTION = "question"
    ANOTHER = "another"
    CHECK = "check"
    ABOUT = "about"
    READ_BACK = "read-back"  # of an assisted visit: every answer once more, before it is saved
    SAVING = "saving"
