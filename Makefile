.PHONY: check test format picture

check: ## everything that CI runs, quickest first; run it before every commit
	uv run ruff check .
	uv run ruff format --check .
	uv run lint-imports
	uv run mypy
	uv run pytest

test:
	uv run pytest

format: ## mend what can be mended without thinking
	uv run ruff check --fix .
	uv run ruff format .

picture: ## the README's picture, made from the running program
	uv run --group picture python docs/make_picture.py
