# Two commands for a newcomer: `make demo` and `make test`. Python 3.11 or later is all that has to be there.

VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check
SEEDS ?= seeds
DEMO ?= demo
DIST ?= dist
SITE ?= build/site

# The first interpreter that starts, is new enough and can make virtual environments. PYTHON=... overrides.
CANDIDATES := python3.11 python3.12 python3.13 python3.14 python3 python
USABLE := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in $(CANDIDATES); do "$$p" -c '$(USABLE)' >/dev/null 2>&1 && { echo "$$p"; break; }; done)

.PHONY: help demo test lint types layers check docs wheel clean
.DEFAULT_GOAL := help

help:
	@echo "make demo    build a graph from the reports in $(SEEDS)/ and ask it who was killed"
	@echo "make test    run the tests"
	@echo "make check   lint, types, import layers and tests"
	@echo "make docs    build the documentation site into $(SITE)/"
	@echo "make wheel   build the wheel into dist/"
	@echo "make clean   remove what these commands made"

demo: $(VENV)/.installed
	@mkdir -p $(DEMO)
	@$(BIN)/kg build $(SEEDS) -o $(DEMO)/graph.ttl --validate
	@echo
	@$(BIN)/kg query who-was-killed --graph $(DEMO)/graph.ttl
	@echo
	@echo "The graph is in $(DEMO)/graph.ttl, the reports in $(SEEDS)/. More questions: $(BIN)/kg queries"

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

layers: $(VENV)/.installed-dev
	$(BIN)/lint-imports

check: lint types layers test

docs: $(VENV)/.installed-docs
	$(BIN)/mkdocs build --quiet --config-file site/mkdocs.yml --site-dir $(abspath $(SITE))
	@echo "The documentation is in $(SITE)/index.html"

wheel: $(VENV)/.installed-dev
	$(BIN)/python -m build --wheel --outdir $(DIST) .

$(BIN)/python:
	@test -n "$(PYTHON)" || { \
	  echo "kg needs Python 3.11 or later with the venv module; none of these is: $(CANDIDATES)." >&2; \
	  echo "Install one (Debian, Ubuntu: apt install python3 python3-venv), or: make $(MAKECMDGOALS) PYTHON=/path/to/python" >&2; \
	  exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "$(PYTHON) is not Python 3.11 or later." >&2; exit 1; }
	@"$(PYTHON)" -m venv $(VENV)

$(VENV)/.installed: $(BIN)/python pyproject.toml
	@echo "Installing kg and what it needs into $(VENV)/, once ..."
	@$(PIP) --editable .
	@touch $@

$(VENV)/.installed-dev: $(BIN)/python pyproject.toml
	@echo "Installing kg, what it needs and the tools of its tests into $(VENV)/, once ..."
	@$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-docs: $(BIN)/python pyproject.toml
	@echo "Installing kg and the tools of its documentation into $(VENV)/, once ..."
	@$(PIP) --editable '.[docs]'
	@touch $@

clean:
	rm -rf $(VENV) build dist demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
