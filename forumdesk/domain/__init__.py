"""What a forum is: entities and their own rules."""
