"""What tests and benchmarks share: the real program on a terminal of its own."""
