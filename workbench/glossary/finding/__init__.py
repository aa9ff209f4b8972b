"""Finding terms in German: the index of the forms, the grammar of inflection and compounds, the dictionary."""
