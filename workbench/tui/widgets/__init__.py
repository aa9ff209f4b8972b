"""What the user sees on the desk: masthead, columns, live cells, panel."""
