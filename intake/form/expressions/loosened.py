"""An expression in which "certainly" is taken for "perhaps": it holds wherever the strict one does, and where
uncertain dates do not rule it out.
"""

from dataclasses import replace

from intake.form.expressions.syntax import Call, Chain, Node

STRICT, LOOSE = "certainly-before", "possibly-before"


def loosened(tree: Node, *, denied: bool = False) -> Node:
    """The same tree with comparisons of uncertain dates made loose; strict where `not` has `denied` them."""
    match tree:
        case Chain(terms=(first, *_)) if first.operator in {"and", "or"}:
            terms = tuple(replace(term, operand=loosened(term.operand, denied=denied)) for term in tree.terms)
            return replace(tree, first=loosened(tree.first, denied=denied), terms=terms)
        case Call(name="not"):
            inner = tuple(loosened(argument, denied=not denied) for argument in tree.arguments)
            return replace(tree, arguments=inner)
        case Call(name=name) if name in {STRICT, LOOSE}:
            return replace(tree, name=STRICT if denied else LOOSE)
    return tree
