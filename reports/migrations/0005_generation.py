"""Tokens by which readers' pages know what changed, and the triggers that renew them (reports/models/generation.py)."""

from django.db import migrations, models

from reports.models import generation


def install(apps, schema_editor):
    generation.install(schema_editor.connection)


def remove(apps, schema_editor):
    generation.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("reports", "0004_front_from_neighbours")]
    operations = [
        migrations.CreateModel(
            name="Generation",
            fields=[
                ("part", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("token", models.CharField(max_length=32)),
            ],
            options={"verbose_name": "generation", "verbose_name_plural": "generations"},
        ),
        migrations.RunPython(install, remove, elidable=False),
    ]
