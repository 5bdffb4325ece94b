"""Compile the rules of the reading with mypyc into a wheel: the same output in two thirds of the time. Needs a C compiler.

    python scripts/compile.py [--check]              # or: make compiled
    python scripts/compile.py --translate FOLDER     # only see whether mypyc takes the rules; no C compiler, a minute

Copies the package to ``build/compiled``, compiles the modules of ``trucewatch/reading`` there, all but those in ``PLAIN``, and puts a
wheel for this machine and this Python into ``dist``. The checkout itself stays as it is. ``build/compiled`` can also be run where it
lies: ``PYTHONPATH=build/compiled python -m trucewatch …``. ``--check`` reads this project's own passages both ways, and fails where a
single byte differs.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SOURCE, COMPILED, WHEELS = ROOT / "src", ROOT / "build" / "compiled", ROOT / "dist"
PLAIN = frozenset(("__init__", "parser", "tokens", "matrices", "collection"))
"""Modules of the reading left as they are: they hold spaCy's objects, subclass lists, or are asked once a batch."""
_MYPY = ("--ignore-missing-imports", "--disable-error-code=import-untyped", "--python-version=3.12")


def modules(folder: Path) -> list[str]:
    """Return the paths, relative to ``folder``, of the modules that are compiled."""
    found = sorted((folder / "trucewatch" / "reading").glob("*.py"))
    return [str(path.relative_to(folder)) for path in found if path.stem not in PLAIN]


def translated(folder: Path, optimise: str) -> list[Any]:
    """Copy the package to ``folder``, go there and translate its rules to C: the extensions to compile. Exits where mypyc refuses one."""
    from mypyc.build import mypycify  # noqa: PLC0415 - only whoever compiles needs it

    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SOURCE, folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    os.chdir(folder)
    return list(mypycify([*_MYPY, *modules(folder)], opt_level=optimise, debug_level="0", multi_file=True))


def build(optimise: str) -> None:
    """Compile a copy of the package in place and pack it into a wheel."""
    from setuptools import setup  # noqa: PLC0415 - as mypyc
    from setuptools.command.build_ext import build_ext  # noqa: PLC0415

    class OnAllCores(build_ext):
        """Runs a C compiler on every core: what mypyc makes is one extension of two hundred files."""

        def build_extensions(self) -> None:
            compile_files = self.compiler.compile

            def compile_apart(sources: list[str], **options: Any) -> list[str]:
                with ThreadPoolExecutor(os.cpu_count()) as pool:
                    return [made for part in pool.map(lambda one: compile_files([one], **options), sources) for made in part]

            self.compiler.compile = compile_apart
            super().build_extensions()

    print(f"{len(modules(SOURCE))} modules: a minute to translate them, then three to eight on two cores for the C compiler", flush=True)
    extensions = translated(COMPILED, optimise)
    setup(
        packages=sorted(str(path.parent).replace(os.sep, ".") for path in Path("trucewatch").rglob("__init__.py")),
        package_data={"": ["*", "**/*"]},
        ext_modules=extensions,
        cmdclass={"build_ext": OnAllCores},
        script_args=["--quiet", "build_ext", "--inplace", "bdist_wheel", f"--dist-dir={WHEELS}"],
    )


def digest(package: Path) -> str:
    """Return the hash of what the package at ``package`` reads out of this project's own passages."""
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join((str(package), str(ROOT)))}  # noqa: TID251 - a script at the edge
    command = [sys.executable, "-c", "from scripts.compile import read_all; print(read_all())"]
    done = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    return done.stdout.strip()


def read_all() -> str:
    """Return the hash of everything read out of the passages by the package that is imported."""
    import yaml  # noqa: PLC0415 - in the process that reads only

    import trucewatch  # noqa: PLC0415

    found = hashlib.sha256()
    for path in sorted((ROOT / "passages").glob("*.yaml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            result = trucewatch.read(row["text"], published=row["published"])
            found.update(repr((result.statements, result.claims, result.incidents)).encode())
    return found.hexdigest()


def main() -> int:
    """Run the command. Returns 0, or 1 where the compiled rules read otherwise."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare what both read out of the passages")
    parser.add_argument("--optimise", default="2", choices=("0", "1", "2", "3"), help="the C compiler's level (2)")
    parser.add_argument("--translate", type=Path, metavar="FOLDER", help="only translate the rules to C, in FOLDER: does mypyc take them?")
    options = parser.parse_args()
    if options.translate is not None:
        translated(options.translate, options.optimise)
        return 0
    build(options.optimise)
    print(f"made {', '.join(path.name for path in sorted(WHEELS.glob('*.whl')))}; to run it where it lies: PYTHONPATH=build/compiled")
    if options.check and (plain := digest(SOURCE)) != (compiled := digest(COMPILED)):
        print(f"the compiled rules read otherwise: {compiled[:12]}, not {plain[:12]}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
