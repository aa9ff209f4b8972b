"""The translation memories of a project: where they lie, how they are kept, asked, imported and exported."""
