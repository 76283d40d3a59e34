# make pack: write the pack of the example group to build/.   make test: everything that CI checks.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLE := examples/riverside-voices

.PHONY: pack test lint type unit examples benchmark clean

pack: $(VENV)/.installed
	rm -rf build/riverside-voices
	$(BIN)/groupkit new build/riverside-voices --answers $(EXAMPLE)/group.toml
	@echo "Open build/riverside-voices/start-here.docx first."

test: lint type unit

lint: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

type: $(VENV)/.installed-test
	$(BIN)/mypy

unit: $(VENV)/.installed-test
	$(BIN)/pytest

examples: $(VENV)/.installed-test
	$(BIN)/python examples/make.py

benchmark: $(VENV)/.installed-test
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[benchmark]'
	$(BIN)/python -m compileall -q groupkit
	$(BIN)/python tests/benchmarks/run.py

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	$(BIN)/python -m compileall -q groupkit
	@touch $@

$(VENV)/.installed-test: pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@ $(VENV)/.installed

clean:
	rm -rf build dist $(VENV)
