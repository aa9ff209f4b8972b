"""Learning the keys: a strip over the real desk that says the next step, and goes on when it is done."""
