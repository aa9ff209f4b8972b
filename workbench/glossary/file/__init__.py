"""glossary.yaml: reading it item by item, telling what is wrong, changing it where it stands."""
