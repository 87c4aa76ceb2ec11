"""Lists that come in: their columns, what each row becomes, and files that are dropped on the window."""
