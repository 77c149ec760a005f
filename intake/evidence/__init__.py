"""Files that come as answers: what they are by their content, and what may be shown of them."""
