"""How far all documents of a project are, looked at one by one while somebody looks at the list of them."""
