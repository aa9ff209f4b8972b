"""What was put right again and again in the drafts of all documents, as a list from which rules are made."""
