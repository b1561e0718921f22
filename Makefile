# Every target sets up .venv from the lock files first; nothing is installed outside of it except by `make system`.
PYTHON ?= python3
PYTEST_ARGS ?=
CORPUS ?= seeds
GOLD ?= tests/data/seeds_gold.jsonl
BIN := .venv/bin
READY := .venv/.ready
DEMO := build/demo

.DEFAULT_GOAL := help
.PHONY: help demo test check format score bench lock readme docs system clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  \1\t/' | expand -t 12

demo: $(READY) ## read the two seed pages, load them into an embedded store, answer three questions, draw the graph
	@KG=$(BIN)/kg sh tools/demo.sh $(DEMO)

test: $(READY) system ## run all tests (PYTEST_ARGS=… to choose)
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

check: $(READY) ## style, types, and whether README, generated pages and lock files are up to date
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python tools/refresh_readme.py --check
	@$(BIN)/python -m tools.write_docs --check

format: $(READY) ## mend style where it can be done mechanically
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

score: $(READY) ## accuracy on the seed pages (or CORPUS=… GOLD=…)
	@mkdir -p build
	@$(BIN)/kg extract $(CORPUS) -o build/score.jsonl
	@$(BIN)/kg eval build/score.jsonl $(GOLD) --texts $(CORPUS) --format table

bench: $(READY) system ## speed: ratios, start-up, memory, stages, loading (CORPUS=… for other text); writes build/bench.json
	@$(BIN)/python -m bench $(CORPUS)
	@$(BIN)/python -m bench.load

lock: $(READY) ## write the lock files anew from pyproject.toml
	@sh tools/lock.sh $(BIN)/uv

readme: $(READY) ## run the commands shown in README.md and put their output there
	@$(BIN)/python tools/refresh_readme.py

docs: $(READY) ## write the generated pages of docs/ (model, commands, rules) anew
	@$(BIN)/python -m tools.write_docs

system: ## what the tests need besides Python: Java, Maven, Chromium, CJK fonts
	@sh tools/setup-system.sh

clean: ## remove what was built; keeps .venv
	rm -rf build .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(READY): pyproject.toml requirements-dev.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Name one: make PYTHON=python3.12 …" >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
