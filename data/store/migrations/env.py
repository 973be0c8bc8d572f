"""Alembic's entry: runs the migrations inside the transaction that data.store.database opened."""

from alembic import context

from data.store.work_tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
