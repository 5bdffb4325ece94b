"""Document → Statements and Claims: pure steps over one parse, one module each, exact about spans."""
