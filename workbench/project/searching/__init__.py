"""Finding words in all documents of a project, walking through the places, and putting other words there."""
