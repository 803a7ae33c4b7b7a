# Every target makes its own set-up: only python3 >= 3.11, make and the package index are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

# The tests start hundreds of processes; none should compile everything anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: all demo test slow gen check lint types bench docs lock clean

# What is installed is what the lock files say, byte for byte.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCKED := $(INSTALL) --require-hashes --requirement

all: lint types test slow

$(STAMP): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed, not %d.%d" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(LOCKED) requirements.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(STAMP)
	$(BIN)/python examples/demo.py

test: $(STAMP) check
	$(BIN)/python -m pytest -n auto -m "not slow"

# What `make test` leaves out: the tests that take seconds each.
slow: $(STAMP)
	$(LOCKED) locks/release.lock
	$(LOCKED) locks/recipes.lock
	$(LOCKED) locks/proof.lock
	$(LOCKED) locks/types.lock
	$(LOCKED) locks/browser.lock
	$(LOCKED) locks/s3.lock
	$(LOCKED) locks/docs.lock
	$(BIN)/python -m pytest -n auto -m slow

gen: $(STAMP)
	$(BIN)/python -m twilio_ops_codegen write

check: $(STAMP)
	$(BIN)/python -m twilio_ops_codegen check

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/black --quiet --check .

types: $(STAMP)
	$(BIN)/mypy
	$(LOCKED) locks/types.lock
	$(BIN)/basedpyright

# Every bench runs; the end is a failure if one of them missed a limit.
# DOCUMENT=twilio_api_v2010.json measures generation beside the peers', too.
bench: $(STAMP)
	$(LOCKED) locks/bench.lock
	$(LOCKED) locks/tap.lock --target .cache/tap --no-deps --upgrade
	@missed=0; \
	$(BIN)/python bench/bench_generate.py $(if $(DOCUMENT),--document $(DOCUMENT)) || missed=1; \
	$(BIN)/python bench/bench_changes.py || missed=1; \
	$(BIN)/python bench/bench_runtime.py || missed=1; \
	$(BIN)/python bench/bench_start.py || missed=1; \
	$(BIN)/python bench/bench_emulator.py || missed=1; \
	$(BIN)/python bench/bench_export.py --tap .cache/tap || missed=1; \
	$(BIN)/python bench/soak_emulator.py || missed=1; \
	$(BIN)/python bench/bench_journal.py || missed=1; \
	$(BIN)/python bench/soak_journal.py || missed=1; \
	$(BIN)/python bench/soak_journal.py --postgres || missed=1; \
	exit $$missed

docs: $(STAMP)
	$(LOCKED) locks/docs.lock
	$(BIN)/python docs/site/build.py

# Pins what pyproject.toml asks for and what that brings, by hashes. Versions that are pinned stay as they are;
# `make lock UPGRADE=--upgrade` takes the newest.
UV := $(INSTALL) uv==0.13.9 && $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet $(UPGRADE)
lock:
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(UV) --all-extras --group dev --output-file requirements.lock
	for group in types bench release recipes docs proof browser s3; do $(UV) --constraint requirements.lock --group $$group --output-file locks/$$group.lock || exit 1; done
	$(UV) --constraint requirements.lock --extra codegen --group build --output-file locks/action.lock
	mkdir -p .cache && echo tap-twilio==0.2.2 > .cache/tap.in
	$(subst pyproject.toml,.cache/tap.in,$(UV)) --output-file locks/tap.lock

clean:
	rm -rf $(VENV) .cache
