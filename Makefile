# `make` lists the targets. Each brings what it needs; see scripts/bootstrap.sh.

.DEFAULT_GOAL := help
SHELL := /bin/sh
BIN := .venv/bin
DATA ?= ../shared
export PYTHON

.PHONY: help setup setup-run demo test lint format type contracts bench wheel compiled pins clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z][a-z-]*:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

setup: ## make .venv with the program and the checks (PYTHON=… picks the interpreter)
	@scripts/bootstrap.sh dev

setup-run:
	@scripts/bootstrap.sh run

demo: setup-run ## build the example case and show its brief
	@$(BIN)/trucewatch demo

test: lint type contracts ## everything that CI runs: lint, types, contracts, then the tests on two cores
	@$(BIN)/pytest -q -n 2

lint: setup ## ruff: rules and formatting
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

format: setup ## put imports and layout right
	@$(BIN)/ruff check -q --select I --fix
	@$(BIN)/ruff format

type: setup ## mypy --strict on src
	@$(BIN)/mypy --strict src

contracts: setup ## import-linter: which package may import which
	@PYTHONPATH=src $(BIN)/lint-imports --no-logo

bench: setup ## run every benchmark, on the checkout's folder of its name or on DATA (../shared)
	@for file in bench/[a-z]*.py bench/[a-z]*/__main__.py; do \
		[ -e "$$file" ] || continue; \
		name=$${file#bench/}; name=$${name%/__main__.py}; name=$${name%.py}; \
		if [ -d "$$name" ]; then data=$$name; else data=$(DATA); fi; \
		echo "== bench.$$name $$data"; $(BIN)/python -m "bench.$$name" "$$data" || exit 1; done

wheel: ## build the wheel into dist/
	@"$$(scripts/bootstrap.sh uv)" build -q --wheel --out-dir dist && ls dist/*.whl

compiled: setup ## compile the rules of the reading into a wheel in dist/ (needs a C compiler and minutes) and compare what both read
	@$(BIN)/python scripts/compile.py --check

pins: ## renew requirements*.txt from pyproject.toml (UPGRADE=--upgrade takes newer releases)
	@scripts/pins.sh $(UPGRADE)

clean: ## remove what the other targets made
	rm -rf .venv .tools .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist
	find src tests bench scripts -name __pycache__ -type d -prune -exec rm -rf {} +
