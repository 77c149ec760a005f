"""A case is written by one hand at a time."""

import pytest

from intake.errors import CaseInUse
from intake.vault.vault import Vault
from tests.support.vaults import ALONE, PACK


def test_a_case_that_is_worked_on_is_lent_to_nobody_else(made: Vault) -> None:
    case, other = made.new_case(PACK, "ru").id, made.new_case(PACK, "ru").id
    made.lending.lend(case)
    made.lending.lend(other)
    with pytest.raises(CaseInUse):
        made.lending.lend(case)


def test_a_case_that_was_given_back_can_be_lent_again(made: Vault) -> None:
    case = made.new_case(PACK, "ru").id
    made.lending.lend(case)
    made.lending.give_back(case)
    made.lending.give_back(case)
    made.lending.lend(case)
    with pytest.raises(CaseInUse):
        made.lending.lend(case)


def test_a_case_that_is_worked_on_is_not_erased(made: Vault) -> None:
    case = made.new_case(PACK, "ru").id
    made.lending.lend(case)
    with pytest.raises(CaseInUse):
        made.erase_case(case)
    assert [it.id for it in made.cases(ALONE)] == [case]
    made.lending.give_back(case)
    made.erase_case(case)
    assert made.cases(ALONE) == ()
