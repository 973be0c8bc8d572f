# `make` alone prints what it can do.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help run test check docs pictures bench torture plotly clean

help:
	@echo "make run     set up, load the shipped figures if there are none yet, and serve the page on this machine"
	@echo "make test    set up what tests need and pass the whole suite"
	@echo "make check   format, lint and types (ruff, mypy)"
	@echo "make docs    write the generated pages of docs/"
	@echo "make pictures make the pictures of the README and the staff guide anew (needs Chromium)"
	@echo "make bench   measure, and write docs/performance.md"
	@echo "make torture take in 10,000 broken files, kill a server 200 times at work, and say how each ended"
	@echo "make plotly  build assets/plotly/ anew (needs Node.js and npm)"
	@echo "make clean   remove .venv and caches; the data stay"

.venv/.run: requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || \
		{ echo "Python 3.11 or newer is needed: make run PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/.test: .venv/.run requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

run: .venv/.run
	@$(BIN)/python app.py

test: .venv/.test
	@$(BIN)/python -m pytest -n auto --dist loadfile

check: .venv/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy app.py pages.py command_line.py settings.py data charts texts exports accounts routes components

docs: .venv/.test
	$(BIN)/python settings.py > docs/settings.md
	$(BIN)/python -m tests.data.intake.gallery.page > docs/what_files_are_understood.md

pictures: .venv/.test
	$(BIN)/python -m tests.browser.pictures

bench: .venv/.test
	$(BIN)/python -m benchmarks

torture: .venv/.test
	$(BIN)/python -m tests.torture.fuzz_intake --count 10000
	$(BIN)/python -m tests.torture.kill_desk --count 200

plotly:
	cd assets/plotly && npm ci && npm run build && rm -rf node_modules

clean:
	rm -rf .venv .pytest_cache .ruff_cache .mypy_cache .hypothesis
