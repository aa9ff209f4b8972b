"""Terms in the articles: where they are used, what a change of the glossary means for the English, fixes."""
