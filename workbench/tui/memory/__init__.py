"""The translation memories on the screen: where words stand in them."""
