# Two commands: `make map` draws the examples, `make test` sets everything up and passes all the tests.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
WEB := $(shell find geoiraq/maps/web -type f -not -path '*/node_modules/*' 2>/dev/null)

.PHONY: map test lint format lock clean

map: .venv/installed
	@$(BIN)/geoiraq map examples/reports --title "Iraq, December 2019 to July 2020" -o map.html
	@echo "The map is at $(CURDIR)/map.html: open it in a browser."

test: .venv/developed
	$(BIN)/python scripts/browser.py
	$(BIN)/python -m pytest

lint: .venv/developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python scripts/docstrings.py
	$(BIN)/python scripts/web_types.py
	$(BIN)/geoiraq gazetteer check

format: .venv/developed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Lock files name no host: any index serves them.
lock: .venv/developed
	$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header -q -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-emit-index-url --no-header -q -o requirements-dev.lock

clean:
	rm -rf .venv geoiraq/data geoiraq/built geoiraq/maps/built geoiraq/places/built map.html

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "geoiraq needs Python 3.11 or later: make PYTHON=python3.12 ..."; exit 2; }
	@echo "Setting up: a minute or two the first time."
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/installed: .venv/python requirements.lock pyproject.toml hatch_build.py $(WEB)
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps -e .
	@touch $@

.venv/developed: .venv/installed requirements-dev.lock
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
