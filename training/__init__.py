"""How the program's own German→English package is made. See README.md; the workbench never imports this."""
