"""What comes in and goes out: lists, contacts, calendars, schedules, scripts, whole events."""
