# B-News Desk: everything goes through these targets; each sets up what it needs by itself.
#   make run     does the main job on a sample release
#   make test    all tests
#   make check   format, lint, types
#   make bench   speed, against other tools in the same run
#   make quality what is found and carried, measured

PYTHON ?= python3
VENV := .venv
BIN := $(if $(filter Windows_NT,$(OS)),$(VENV)/Scripts,$(VENV)/bin)
READY := $(VENV)/.ready
RUN_DIR ?= build/contoh
SAMPLE := resources/samples/rilis-contoh.docx

.PHONY: run test check bench quality clean

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "B-News Desk memerlukan Python 3.11 atau lebih baru; jalankan: make PYTHON=/jalur/python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	$(BIN)/python -m compileall -q bnews_desk
	@touch $(READY)

run: $(READY)
	@mkdir -p $(RUN_DIR)
	@echo "Rilis contoh: $(SAMPLE)"
	@$(BIN)/bnews-desk check $(SAMPLE) || [ $$? -eq 1 ]
	@echo
	@$(BIN)/bnews-desk fix $(SAMPLE) -o $(RUN_DIR)/rilis-rapi.docx || [ $$? -eq 1 ]
	@$(BIN)/bnews-desk convert $(RUN_DIR)/rilis-rapi.docx $(RUN_DIR)/rilis-rapi.txt
	@echo "Hasilnya: $(RUN_DIR)/rilis-rapi.docx dan $(RUN_DIR)/rilis-rapi.txt"

test: $(READY)
	$(BIN)/python -m pytest -n auto

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group bench
	$(BIN)/python tests/benchmarks/run.py

quality: $(READY)
	$(BIN)/python tests/quality/run.py $(EVAL)

clean:
	rm -rf $(VENV) build dist
