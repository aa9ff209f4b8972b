"""One sentence before and after the package: cut, prepared, judged, polished."""
