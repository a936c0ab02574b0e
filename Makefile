# `make demo` and `make test` set up everything they need in .venv; nothing is installed twice.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)
VENV := .venv
BIN := $(VENV)/bin
# An editable installation compiles nothing, and some machines forbid Python to do so as it runs;
# without compiled modules every start takes twice as long.
BYTECODE := $(BIN)/python -m compileall -q numcheck
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check

.PHONY: help demo test lint format lock audit mutation clean

help:
	@echo "make demo      check the sample articles in seeds/ and print the report"
	@echo "make test      run the whole test suite with coverage"
	@echo "make lint      style, types and layers, as CI does"
	@echo "make format    put the code into its standard form"
	@echo "make lock      renew requirements-dev.lock after a change of dependencies"
	@echo "make audit     known weaknesses and licences of dependencies, and the wheel by itself"
	@echo "make mutation  change the code that decides about numbers, and see whether a test notices"
	@echo "make clean     remove .venv and everything that was generated"

# Status 1 says that figures are wrong, which in these articles they are; 2 is a failure.
demo: $(VENV)/.installed
	@$(BIN)/numcheck check seeds; status=$$?; test $$status -le 1

test: $(VENV)/.installed-dev
	@$(BIN)/python -m pytest --cov --cov-report=term

lint: $(VENV)/.installed-dev
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy --strict numcheck
	@$(BIN)/lint-imports

format: $(VENV)/.installed-dev
	@$(BIN)/ruff check --fix-only --quiet
	@$(BIN)/ruff format

# uv resolves for every platform at once; it is needed for nothing else.
lock: $(BIN)/python
	@$(PIP) uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header --extra dev pyproject.toml -o requirements-dev.lock

audit: $(VENV)/.installed-dev
	@$(BIN)/python tools/audit.py
	@$(BIN)/python tools/licences.py
	@$(BIN)/python tools/wheel_check.py

mutation: $(VENV)/.installed-dev
	@$(PIP) --editable ".[fuzz]"
	@$(BIN)/python tools/mutation.py

clean:
	rm -rf $(VENV) .coverage htmlcov dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache mutants
	find numcheck tests -name __pycache__ -prune -exec rm -rf {} +

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "numcheck needs Python 3.11 or newer; set PYTHON=/path/to/python3" >&2; exit 2; }
	@echo "Creating $(VENV) with $(PYTHON) ..."
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "Python's venv module is missing; on Debian: apt install python3-venv" >&2; exit 2; }

# The installation is editable, so only a change of the project file calls for another.
$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@echo "Installing numcheck ..."
	@$(PIP) --editable .
	@$(BYTECODE)
	@touch $@

# Developers and CI work with the very files that the lock names.
$(VENV)/.installed-dev: pyproject.toml requirements-dev.lock | $(BIN)/python
	@echo "Installing numcheck with its development tools ..."
	@$(PIP) --require-hashes --requirement requirements-dev.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@$(BYTECODE)
	@touch $@ $(VENV)/.installed
