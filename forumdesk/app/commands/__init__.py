"""Everything that can be done to an event: one verb a class."""
