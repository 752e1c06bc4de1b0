# Everything a developer or a new user needs: `make demo` runs the program, `make test` checks all of it.
# Each target makes .venv from requirements.lock when it is missing or stale; nothing is installed elsewhere.

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.made

.PHONY: demo test lint bench lock

demo: $(STAMP)
	$(BIN)/dragoman demo

test: lint
	$(BIN)/python -m pytest -q

lint: $(STAMP)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(STAMP)
	$(BIN)/python benchmarks/speed/start.py
	$(BIN)/python benchmarks/quality/gate.py
	$(BIN)/python benchmarks/speed/corpus.py

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "dragoman needs Python 3.11 or newer: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(STAMP)

# Makes requirements.lock anew: needs uv, and keeps a week's distance from new releases.
lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header --exclude-newer "$$(date -u -d '7 days ago' +%Y-%m-%d)" \
	  --output-file requirements.lock
