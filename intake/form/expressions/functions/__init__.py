"""Every function of the language by name, one module a family."""

from intake.form.expressions.functions import choices, dates, geo, logic, numbers, sets, text, uncertain
from intake.form.expressions.functions.table import Functions

FUNCTIONS: Functions = {
    name: function
    for family in (logic, text, numbers, dates, choices, sets, geo, uncertain)
    for name, function in family.FUNCTIONS.items()
}
