# Two commands are all a newcomer needs: `make release` and `make test`.
# .venv is built from requirements.lock, and again only when that file changes.

PYTHON ?= python3.11
RAW ?= raw
OUTPUT ?= output
WORKERS ?= 2
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help release test lint lock clean

help:  ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.venv/.installed: requirements.lock
	@command -v $(PYTHON) >/dev/null || { echo "kamervragen needs Python 3.11 (on Debian 12: apt install python3.11 python3.11-venv)"; exit 2; }
	@rm -rf .venv
	@$(PYTHON) -m venv .venv || { echo "Python's venv module is missing (on Debian 12: apt install python3.11-venv)"; exit 2; }
	@echo "Installing the locked dependencies into .venv (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@touch $@

release: .venv/.installed  ## publish a release of RAW (default raw/) in OUTPUT (default output/)
	@$(BIN)/kamervragen release --raw "$(RAW)" --output "$(OUTPUT)" --workers $(WORKERS)

test: .venv/.installed lint  ## lint, type check and run all tests
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup

lint: .venv/.installed  ## ruff and mypy
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

lock: .venv/.installed  ## renew requirements.lock (needs uv)
	@uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --extra dev pyproject.toml -o requirements.lock

clean:  ## remove what can be made again (never output/)
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
