# Fixed names other tools rely on: setup demo test test-all run bench format.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup demo test test-all run bench format lock

setup: .venv/ready  ## everything the project needs, inside .venv

.venv/ready: requirements.lock requirements-dev.lock
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock -r requirements-dev.lock
	touch $@

demo: setup  ## the rehearsal: http://127.0.0.1:8080, no token, no Telegram
	$(BIN)/python -m bot demo

test: setup  ## format, lint, types, import contracts, tests: no system packages
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not outside"

test-all: test  ## and what needs Chromium or LibreOffice, and the kill tests
	sh tests/outside.sh
	$(BIN)/python -m pytest -m outside

run: setup  ## the bot, against Telegram, from .env
	$(BIN)/python -m bot

bench: setup  ## ratios, side by side in one run
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements-bench.lock
	$(BIN)/python -m benchmarks

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock:  ## resolve the dependencies again (hashes, no addresses)
	$(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-annotate --no-header --universal --python-version 3.11 pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-annotate --no-header --universal --python-version 3.11 -c requirements.lock --group dev -o requirements-dev.lock
	$(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-annotate --no-header --universal --python-version 3.11 --group bench -o requirements-bench.lock
