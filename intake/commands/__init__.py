"""The commands of the command line, by what they work on. docs/command-line.md fixes what each does."""
