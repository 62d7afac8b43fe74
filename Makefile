# Two commands are all a newcomer needs: `make release` and `make test`.
# .venv is built from requirements.lock, and again only when that file changes.

PYTHON ?= python3.11
RAW ?= raw
OUTPUT ?= output
WORKERS ?= 2
SIZES ?= 1000 10000 100000
PORT ?= 4200
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help release serve test bench lint format lock clean

help:  ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.venv/.installed: requirements.lock
	@command -v $(PYTHON) >/dev/null || { echo "kamervragen needs Python 3.11 (Debian 12: apt install python3.11 python3.11-venv; or say where it is: make PYTHON=...)"; exit 2; }
	@rm -rf .venv
	@$(PYTHON) -m venv .venv || { echo "Python cannot make a virtual environment (Debian 12: apt install python3.11-venv)"; exit 2; }
	@echo "Installing the locked dependencies into .venv (once; a minute or two) ..."
	@$(BIN)/python -m pip install --disable-pip-version-check --require-hashes --no-deps -r requirements.lock >.venv/install.log 2>&1 \
		|| { tail -20 .venv/install.log; echo "The installation failed; the whole log is in .venv/install.log"; exit 2; }
	@$(BIN)/python -m pip install --disable-pip-version-check --no-deps --no-build-isolation --no-index -e . >>.venv/install.log 2>&1 \
		|| { tail -20 .venv/install.log; echo "The installation failed; the whole log is in .venv/install.log"; exit 2; }
	@touch $@

release: .venv/.installed  ## publish a release of RAW (default raw/) in OUTPUT (default output/)
	@$(BIN)/kamervragen release --raw "$(RAW)" --output "$(OUTPUT)" --workers $(WORKERS)

serve: .venv/.installed  ## nightly releases, and runs by hand at http://127.0.0.1:PORT (default 4200)
	@exec $(BIN)/python -m flows.serve --port $(PORT) --state "$(OUTPUT)/.prefect-server"

test: .venv/.installed lint  ## lint, check types and run all tests
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadscope

bench: .venv/.installed  ## measure speed and memory at SIZES (default 1000, 10000 and 100000) documents: half an hour
	@$(BIN)/python -m bench.speed $(SIZES)

lint: .venv/.installed  ## ruff and mypy
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: .venv/.installed  ## put the code in its form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock:  ## renew requirements.lock (needs uv)
	@uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --extra dev pyproject.toml -o requirements.lock

clean:  ## remove what can be made again (never output/)
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
