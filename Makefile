# B-News Desk: everything goes through these targets; each sets up what it needs by itself.
#   make run     opens the window on a sample release (without a display: does its job in the shell)
#   make test    format, lint, types and the import hierarchy, then all tests
#   make windows all tests in a Windows Python under Wine (set up once in the user's cache)
#   make check   format, lint, types, import hierarchy
#   make bench   speed, against other tools in the same run
#   make quality what is found and carried, measured
#   make pictures every state of the window, for the eye
#   make dist    the wheel and the source archive, in dist/
#   make deb     the package for Debian 12 and 13, in dist/; make deb-test tries it on clean systems
#   make lock    the lock file and NOTICE again, after pyproject.toml has changed
#   make notice  NOTICE again, after components.toml has changed
#   make installer the program for Windows in dist/, frozen and packed on Linux
#   make languagetool a LanguageTool server, for the tests that need a real one (Maven Central)

PYTHON ?= python3
VENV := .venv
BIN := $(if $(filter Windows_NT,$(OS)),$(VENV)/Scripts,$(VENV)/bin)
READY := $(VENV)/.ready
PACKAGING := resources/packaging
# Exact versions with their hashes, from the lock file; nothing is chosen or added while installing.
LOCKED := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps
RUN_DIR ?= build/contoh
SAMPLE := resources/samples/rilis-contoh.docx

.PHONY: run headless test windows check bench quality fuzz dist deb deb-test faults installer lock notice languagetool picture pictures clean

$(READY): pyproject.toml $(PACKAGING)/requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "B-News Desk memerlukan Python 3.11 atau lebih baru; jalankan: make PYTHON=/jalur/python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	@echo "Menyiapkan B-News Desk; hanya sekali, biasanya kurang dari dua menit."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python $(PACKAGING)/locked.py build > $(VENV)/build.txt
	@$(BIN)/python $(PACKAGING)/locked.py program dev > $(VENV)/dev.txt
	@$(LOCKED) --require-hashes --requirement $(VENV)/build.txt
	@$(LOCKED) --require-hashes --requirement $(VENV)/dev.txt
	@$(LOCKED) --editable .
	@$(BIN)/python -m compileall -q bnews_desk
	@sh $(PACKAGING)/debian-packages.sh
	@touch $(READY)

run: $(READY)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$(OS)" = Windows_NT ] || [ "$$(uname)" = Darwin ]; \
	  then $(BIN)/bnews-desk $(SAMPLE); \
	  else $(MAKE) --no-print-directory headless; fi

# The main job from the shell, for machines without a display, and a picture of the window.
headless: $(READY)
	@mkdir -p $(RUN_DIR)
	@echo "Tidak ada layar: rilis contoh $(SAMPLE) dikerjakan dari terminal."
	@$(BIN)/bnews-desk check $(SAMPLE) || [ $$? -eq 1 ]
	@echo
	@$(BIN)/bnews-desk fix $(SAMPLE) -o $(RUN_DIR)/rilis-rapi.docx || [ $$? -eq 1 ]
	@$(BIN)/bnews-desk convert $(RUN_DIR)/rilis-rapi.docx $(RUN_DIR)/rilis-rapi.txt
	@$(BIN)/python resources/packaging/window_picture.py $(RUN_DIR)/jendela.png 2>/dev/null && \
	  echo "Gambar jendelanya: $(RUN_DIR)/jendela.png" || echo "Gambar jendela tidak dapat dibuat."
	@echo "Hasilnya: $(RUN_DIR)/rilis-rapi.docx dan $(RUN_DIR)/rilis-rapi.txt"

test: check
	$(BIN)/python -m pytest -n auto --dist worksteal
	$(BIN)/python tests/windows/run_tests.py --part

# Needs root on Debian; where the Windows Python cannot be had it says why.
windows: $(READY)
	$(BIN)/python tests/windows/run_tests.py

# Seconds once mypy's cache is there, so it comes before every run of the tests.
check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 --cache-dir .mypy_cache/windows
	$(BIN)/python -m pytest -q tests/test_architecture.py

bench: $(READY)
	@$(BIN)/python $(PACKAGING)/locked.py bench > $(VENV)/bench.txt
	@$(LOCKED) --require-hashes --requirement $(VENV)/bench.txt
	$(BIN)/python tests/benchmarks/run.py
	$(BIN)/python tests/benchmarks/rules.py
	$(BIN)/python tests/benchmarks/spelling.py
	$(BIN)/python tests/benchmarks/window.py
	$(BIN)/python tests/benchmarks/archive.py

# The same bytes from the same commit; beside each package what it contains, as SPDX.
dist: $(READY)
	@SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct 2>/dev/null || echo 1764633600) \
	  $(BIN)/python -m hatchling build -d dist
	@$(BIN)/python $(PACKAGING)/sbom.py dist/*.whl

# As root on Debian; clean systems are made once in the user's cache, 1.5 GB.
deb: $(READY)
	@$(BIN)/python $(PACKAGING)/debian/build_package.py dist
	@$(BIN)/python $(PACKAGING)/sbom.py dist/*.deb

# Ten minutes and some gigabytes; needs xvfb, xdotool and lintian.
deb-test: deb
	BNEWS_DESK_DEB_TEST=1 $(BIN)/python -m pytest tests/packaging/test_debian_package.py

# The lock file: what still fits is kept; make lock UPGRADE=--upgrade takes the newest of everything.
lock: $(READY)
	@$(BIN)/python $(PACKAGING)/locked.py --write $(UPGRADE)
	@$(BIN)/python $(PACKAGING)/notice.py

# Who made what the packages contain: from the lock file and $(PACKAGING)/components.toml.
notice: $(READY)
	@$(BIN)/python $(PACKAGING)/notice.py

# For Windows, built under Wine in the Windows Python of tests/windows, then installed and used there.
installer: $(READY)
	@$(BIN)/python $(PACKAGING)/windows/build_installer.py dist
	@$(BIN)/python $(PACKAGING)/sbom.py dist/bnews-desk-*-windows.exe
	BNEWS_DESK_INSTALLER_TEST=1 $(BIN)/python -m pytest -q tests/packaging/test_windows_installer.py

# Journal, archive and window killed two hundred times while they work.
faults: $(READY)
	BNEWS_DESK_FAULT_ROUNDS=200 $(BIN)/python -m pytest -n auto --dist worksteal tests/archive tests/gui/faults

# Into the user's cache, once; where it cannot be had it says why, and its tests are left out.
languagetool: $(READY)
	@$(BIN)/python tests/languagetool/assemble.py

picture: $(READY)
	$(BIN)/python resources/packaging/window_picture.py resources/pictures/jendela.png

# Every state of the window on small and large screens, light and dark: for the eye, in build/pictures.
pictures: $(READY)
	$(BIN)/python tests/pictures/run.py

quality: $(READY)
	$(BIN)/python tests/quality/run.py $(EVAL)
	$(BIN)/python tests/quality/planted.py $(EVAL)
	$(BIN)/python tests/quality/spelling.py $(EVAL)
	$(BIN)/python tests/quality/related/related_headlines.py

# Broken files of every format, ten minutes each; what goes wrong is kept in build/fuzz.
fuzz: $(READY)
	$(BIN)/python tests/quality/fuzz.py

clean:
	rm -rf $(VENV) build dist
