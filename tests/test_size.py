"""Modules and functions stay small enough for one mind."""

import ast
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
MODULE_LINES, MEDIAN_LINES, FUNCTION_LINES, PARAMETERS = 400, 120, 40, 5


def test_no_module_is_longer_than_one_mind_holds() -> None:
    assert {place: lines for place, lines in _sizes().items() if lines > MODULE_LINES} == {}


def test_half_of_the_modules_are_short() -> None:
    assert median(_sizes().values()) <= MEDIAN_LINES


def test_no_function_is_longer_than_a_screen() -> None:
    long = [f"{place}:{node.name}" for place, node in _functions() if _lines(node) > FUNCTION_LINES]
    assert long == []


def test_no_function_asks_for_more_than_a_handful() -> None:
    greedy = [f"{place}:{node.name}" for place, node in _functions() if _parameters(node) > PARAMETERS]
    assert greedy == []


def _modules() -> list[Path]:
    return [path for room in ("intake", "ui") for path in sorted((ROOT / room).rglob("*.py"))]


def _sizes() -> dict[str, int]:
    sizes = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in _modules()
    }
    return {place: lines for place, lines in sizes.items() if lines > 3}


def _functions() -> list[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    return [
        (str(path.relative_to(ROOT)), node)
        for path in _modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1


def _parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return len([arg for arg in given if arg.arg not in {"self", "cls"}])
