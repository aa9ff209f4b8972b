"""Words that a package does not know: which these are, what the dictionary has for them, how that gets into a draft."""
