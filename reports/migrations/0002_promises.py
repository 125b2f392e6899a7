"""The triggers behind our promises; their words and reasons are in reports/models/promises.py."""

from django.db import migrations

from reports.models import promises


def install(apps, schema_editor):
    promises.install(schema_editor.connection)


def remove(apps, schema_editor):
    promises.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_schema")]
    operations = [migrations.RunPython(install, remove, elidable=False)]
