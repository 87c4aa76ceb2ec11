"""The field's own rules: pure functions over plain facts, without database, window or paper."""
