"""The rules of the reading can be compiled: they keep to what mypyc takes. `make compiled` compiles them and compares what both read."""

import ast
import importlib.util
import subprocess
import sys

import pytest


@pytest.fixture(scope="module")
def script(root):
    spec = importlib.util.spec_from_file_location("compile_rules", root / "scripts" / "compile.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def trees(root, script):
    return {path: ast.parse((root / "src" / path).read_text(encoding="utf-8")) for path in script.modules(root / "src")}


def test_all_rules_are_compiled_but_for_what_holds_the_parsers_objects(root, script):
    """A new rule is compiled without being listed anywhere."""
    names = {path.stem for path in (root / "src" / "trucewatch" / "reading").glob("*.py")}
    assert names >= script.PLAIN
    assert {path.rsplit("/", 1)[1].removesuffix(".py") for path in script.modules(root / "src")} == names - script.PLAIN


def test_no_rule_asks_for_membership_in_a_display_it_spreads(trees):
    """Mypyc stops at `word in (*WORDS, "others")`; Python itself builds the tuple anew at every asking."""
    spread = [
        f"{path}:{side.lineno}"
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        for side in node.comparators
        if isinstance(side, ast.Tuple | ast.List | ast.Set) and any(isinstance(item, ast.Starred) for item in side.elts)
    ]
    assert not spread, "make it a frozenset of the module: " + ", ".join(spread)


def test_no_generator_stands_inside_a_generator(trees):
    """Mypyc loses what the inner one refers to: give it a function of its own."""
    nested = [f"{path}:{inner.lineno}" for path, tree in trees.items() for outer in _generators(tree) for inner in _generators(outer)]
    assert not nested, ", ".join(nested)


@pytest.mark.slow
def test_the_compiler_takes_every_rule(root, tmp_path):
    """Translating to C needs no C compiler: it fails where mypyc does not know what to make of a rule."""
    command = [sys.executable, "scripts/compile.py", "--translate", str(tmp_path / "compiled")]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[-2000:]
    assert list((tmp_path / "compiled" / "build").rglob("*.c"))


def _generators(tree):
    """The functions inside ``tree`` that yield, other than itself."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node is not tree]
    return [node for node in functions if any(isinstance(own, ast.Yield | ast.YieldFrom) for own in _own(node))]


def _own(function):
    """The nodes of a function but for those of functions inside it."""
    queue = list(function.body)
    while queue:
        node = queue.pop()
        yield node
        if not isinstance(node, ast.FunctionDef | ast.Lambda):
            queue.extend(ast.iter_child_nodes(node))
