"""Questions for counsel that come of looking at several answers together; never a score, never a verdict."""

from intake.review.findings.finding import Finding, not_listed, question, quotes, standing, told_apart
from intake.review.findings.looking import findings

__all__ = ["Finding", "findings", "not_listed", "question", "quotes", "standing", "told_apart"]
