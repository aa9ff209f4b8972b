"""How the glossary's terms get into a draft, and what must not be lost by it."""
