# Every target makes its own set-up: only python3 >= 3.11, make and the package index are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: all demo test slow gen check lint types bench clean

all: lint types test slow

$(STAMP): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed, not %d.%d" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

demo: $(STAMP)
	$(BIN)/python examples/demo.py

test: $(STAMP) check
	$(BIN)/python -m pytest -n auto -m "not slow"

# What `make test` leaves out: the tests that take seconds each.
slow: $(STAMP)
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
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --group types
	$(BIN)/basedpyright

# Every bench runs; the end is a failure if one of them missed a limit.
# DOCUMENT=twilio_api_v2010.json measures generation beside the peers', too.
bench: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --group bench
	@missed=0; \
	$(BIN)/python bench/bench_generate.py $(if $(DOCUMENT),--document $(DOCUMENT)) || missed=1; \
	$(BIN)/python bench/bench_changes.py || missed=1; \
	$(BIN)/python bench/bench_runtime.py || missed=1; \
	$(BIN)/python bench/bench_emulator.py || missed=1; \
	$(BIN)/python bench/soak_emulator.py || missed=1; \
	exit $$missed

clean:
	rm -rf $(VENV) .cache
