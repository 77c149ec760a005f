"""What a reviewer sees of a draft, worked out from form and answers alone."""
