"""Single and multiple choice: which keys a sentence fixes, and wrong options of their kind."""
