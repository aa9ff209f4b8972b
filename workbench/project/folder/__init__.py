"""The project's folder: where things lie, its articles, what is no article's any more, what is in the way."""
