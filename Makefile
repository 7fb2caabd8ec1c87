# make demo     install, and align a sample article into a translation memory
# make test     install, and run the tests
# make check    what a change must pass: format, lint, types, import contracts, tests
# make fuzz     install, and give files of chance to everything that reads, for five minutes
# make install  install only
#
# PYTHON is the Python to build the environment with, VENV where it goes.

PYTHON ?= python3
VENV ?= .venv

BIN := $(VENV)/bin
# Written last, so that an installation that broke off half-way is taken up again.
INSTALLED := $(VENV)/.installed
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: demo test check lint fuzz install
.DEFAULT_GOAL := demo

demo: $(INSTALLED)
	@mkdir -p out
	@$(BIN)/duizhao align seeds/harbour.txt
	@$(BIN)/duizhao align seeds/harbour.txt -o out/harbour.tmx
	@echo out/harbour.tmx

test: $(INSTALLED)
	@$(BIN)/python -m pytest -n auto --dist loadfile

check: lint test

lint: $(INSTALLED)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

fuzz: $(INSTALLED)
	@$(BIN)/python -m bench.fuzz --minutes 5 --seed $$(date +%j)

install: $(INSTALLED)

$(INSTALLED): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed. Name one that you have: make PYTHON=python3.12")'
	@echo "Installing into $(VENV); the first time this takes some minutes ..."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --quiet --quiet --constraint constraints.txt pip
	@$(PIP) install --quiet --quiet --constraint constraints.txt --build-constraint constraints.txt \
		--editable . --group dev
	@$(BIN)/python -m compileall -q aligner tui
	@touch $@
