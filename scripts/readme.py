"""Renew what the README shows of the example case: the pasted result and, where Chromium is installed, the picture of the brief.

    python scripts/readme.py

Builds the example case in a temporary folder. Run it when reading, judging or the brief has changed what they say.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
README, PICTURE = ROOT / "README.md", ROOT / "docs" / "images" / "brief.png"
WIDTH, SIZE = "112", "1000,1860"


def run(folder: Path, *arguments: str) -> list[str]:
    """Return what a command prints, line by line."""
    command = [sys.executable, "-m", "trucewatch", *arguments]
    surroundings = {**os.environ, "COLUMNS": WIDTH}  # noqa: TID251 - a script at the edge, not a pure step
    done = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=True)  # noqa: S603 - our own command
    return [line.rstrip() for line in done.stdout.splitlines()]


def until_blank(lines: list[str]) -> list[str]:
    """Return the lines before the first blank one."""
    return lines[: lines.index("")]


def result(folder: Path) -> list[str]:
    """Return the key points of the brief, and the explanation of its first range down to its first words."""
    brief = run(folder, "brief", "qubeir-demo")
    start = next(number for number, line in enumerate(brief) if line.startswith("Key points "))
    points = until_blank(brief[start + 1 :])
    found = re.search(r"\[(i\w+/killed)\]", " ".join(points))
    if not found:
        sys.exit("the brief has no range to explain")
    explained = run(folder, "explain", "qubeir-demo", found[1])
    facts = until_blank(explained)
    words = until_blank(explained[len(facts) + 1 :])
    explain = f"$ trucewatch explain qubeir-demo {found[1]}"
    return ["```", "$ trucewatch brief qubeir-demo", "…", *points, "…", "", explain, *facts, "", *words, "…", "```"]


def picture(folder: Path) -> None:
    """Draw the HTML brief as Chromium shows it."""
    browser = shutil.which("chromium")
    if not browser:
        print("no chromium: the picture stays as it is")
        return
    run(folder, "brief", "qubeir-demo", "--format", "html", "-o", "brief.html")
    shot = [browser, "--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={SIZE}", f"--screenshot={PICTURE}"]
    subprocess.run([*shot, (folder / "brief.html").as_uri()], capture_output=True, check=True)  # noqa: S603 - the browser found above
    Image.open(PICTURE).convert("P", palette=Image.Palette.ADAPTIVE, colors=128).save(PICTURE, optimize=True)


def main() -> None:
    """Renew the README."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        run(folder, "demo")
        text = README.read_text(encoding="utf-8")
        start, end = text.index("<!-- result -->"), text.index("<!-- /result -->")
        lines = "\n".join(["<!-- result -->", *result(folder), ""])
        README.write_text(text[:start] + lines + text[end:], encoding="utf-8")
        picture(folder)


if __name__ == "__main__":
    main()
