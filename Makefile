# make site    check, build and print the protocol        make serve   preview it
# make test    run every test                             make check   only look for faults
# make bench   measure the build                          make clean   remove what was made here
# make audit   examine every page for the accessibility statement (half an hour)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What printing through CSS needs, where tests of it are to run.
PANGO := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
export NO_MKDOCS_2_WARNING = 1

.PHONY: site serve check test bench audit clean

site: $(VENV)/ready
	@$(BIN)/handrail build $(STRICT)

serve: $(VENV)/ready
	@$(BIN)/handrail serve

check: $(VENV)/ready
	@$(BIN)/handrail check

test: $(VENV)/ready-to-test
	@$(BIN)/ruff check --quiet .
	@$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

bench: $(VENV)/ready
	@$(BIN)/python benchmarks/pathways.py
	@$(BIN)/python benchmarks/build.py $(PAGES)

audit: $(VENV)/ready-to-test
	@$(BIN)/handrail build
	@$(BIN)/handrail check --html site --record audit.json || test $$? = 1
	@$(BIN)/python tests/examine.py site audit.json

clean:
	rm -rf $(VENV) site .site.* .handrail/prints build hooks/handrail.egg-info
	find hooks -name __pycache__ -prune -exec rm -rf {} +

# Once, and again only when what is needed has changed. The environment is made without its own pip,
# because Debian keeps that part in a package that may be missing. The library is compiled at once:
# in containers Python often may not keep what it compiles, and would begin anew at every start.
$(VENV)/ready: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Handrail needs Python 3.11 or later: make site PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m pip --version >/dev/null 2>&1 \
	  || { echo "Handrail needs pip: on Debian and Ubuntu, apt install python3-pip"; exit 1; }
	@echo "Setting up (once) ..."
	@$(PYTHON) -m venv --without-pip $(VENV)
	@$(call install,-r requirements.txt)
	@$(call install,--no-deps -e .)
	@$(BIN)/python -m compileall -q hooks
	@touch $@

$(VENV)/ready-to-test: $(VENV)/ready requirements-test.txt
	@$(call install,-r requirements-test.txt)
	@$(call can_use,chromium-headless-shell) \
	  || { echo "Installing Chromium (once) ..."; $(SUDO) apt-get update -qq \
	  && $(SUDO) apt-get install -y -qq chromium-headless-shell libatomic1 $(PANGO) >/dev/null; } \
	  || $(call can_use,chromium) \
	  || { echo "The tests need Chromium, and it could not be installed here. Ask for \
	chromium-headless-shell (or chromium) and libatomic1, then run make test again."; exit 1; }
	@touch $@

can_use = { command -v $(1) && $(BIN)/python -m playwright --version; } >/dev/null 2>&1

define install
$(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check install --quiet $(1) \
  || { echo "The packages could not be installed. Is the network or the package index reachable?"; \
  exit 1; }
endef
