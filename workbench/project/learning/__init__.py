"""What corrections of drafts teach: names and terms whose English was put right."""
