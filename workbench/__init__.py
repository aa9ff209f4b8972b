"""A German–English translation and glossary workbench for the terminal."""

__version__ = "0.1.0"
