"""A second draft that begins with the answers of a first one."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, select

from intake.answers import new_entry_id
from intake.case import Case, Role, Sitting, Status
from intake.changes import changes_to
from intake.vault import evidence, history, register, store
from intake.vault.register import Opening
from intake.vault.schema import cases
from intake.vault.store import Hand


def duplicate(connection: Connection, case_id: str, sitting: Sitting, now: datetime) -> Case:
    """A new case with the answers and files of this one, its entries under new ids; what was written beside
    the answers stays with the first. Raises CaseMissing, CaseClosed.

    A reviewer's is as open as the first one, and that a reviewer looked into that is recorded; anybody else's
    is in progress.
    """
    first = register.case_of(connection, case_id)
    register.check_open(first, sitting)
    answers = store.answers_of(connection, case_id)
    status = Status.IN_PROGRESS
    if sitting.role is Role.REVIEWER:
        register.add_opening(connection, case_id, Opening(sitting.name, now))
        answers, status = answers.without_kept(), first.status
    made = replace(first, id=new_entry_id(), status=status, created=now, changed=now, resume_at="")
    register.add_case(connection, register.pack_of(connection, first.pack_hash), made)
    evidence.copy(connection, case_id, made.id)
    store.saving(made.id, changes_to(answers, new_entry_id), Hand(now))(connection)
    if status.open_to_reviewers:
        history.share(connection, made.id, now)
    title = connection.scalar(select(cases.c.title).where(cases.c.id == case_id))
    return register.change_case(connection, made.id, {"title": title or ""})
