"""The screen in a browser: textual-serve's server, held to this machine and to its own page."""
