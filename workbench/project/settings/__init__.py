"""What a project and a user have chosen: languages' forms, columns, package, how it is handed over."""
