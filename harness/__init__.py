"""What tests, benchmarks and training share: the program on a terminal, marked texts, lists of names, terms to give."""
