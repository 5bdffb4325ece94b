"""What Alembic runs first: the migration goes over the connection that Database.migrate hands it, inside its transaction."""

from alembic import context

from trucewatch.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
