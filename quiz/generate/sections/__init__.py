"""Questions about whole sections: the order of a series, and its points."""
