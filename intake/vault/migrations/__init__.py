"""The steps from each earlier schema to the next, which Alembic runs."""
