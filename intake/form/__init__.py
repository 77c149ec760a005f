"""The questionnaire language: XLSForm's vocabulary, written as YAML, read into frozen values."""
