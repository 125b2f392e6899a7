"""A theatre entry's id holds its name and may be longer than 40 letters. The triggers step aside meanwhile."""

from django.db import migrations, models

from reports.models import generation, promises


def remove(apps, schema_editor):
    promises.remove(schema_editor.connection)
    generation.remove(schema_editor.connection)


def install(apps, schema_editor):
    promises.install(schema_editor.connection)
    generation.install(schema_editor.connection)


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0014_merged_into'),
    ]

    operations = [
        migrations.RunPython(remove, install, elidable=False),
        migrations.AlterField(
            model_name='historicalplace',
            name='gazetteer_id',
            field=models.CharField(blank=True, max_length=80, verbose_name='gazetteer id'),
        ),
        migrations.AlterField(
            model_name='location',
            name='gazetteer_id',
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AlterField(
            model_name='place',
            name='gazetteer_id',
            field=models.CharField(blank=True, max_length=80, verbose_name='gazetteer id'),
        ),
        migrations.RunPython(install, remove, elidable=False),
    ]
