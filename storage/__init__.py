"""Remembers: tables, migrations, one module per group of tables."""
