"""What the program knows of Chinese: words, script, numbers."""
