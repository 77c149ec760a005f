"""Questions for counsel that come of looking at several answers together; never a score, never a verdict."""

from intake.review.findings.finding import Finding, question, standing
from intake.review.findings.looking import findings

__all__ = ["Finding", "findings", "question", "standing"]
