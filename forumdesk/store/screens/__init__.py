"""Read models: what a page of the desk shows, in a few SELECTs, as plain frozen rows."""
