"""A record of the world may be merged into another one. The triggers step aside meanwhile."""

import django.db.models.deletion
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
        ('reports', '0013_history_of_the_world'),
    ]

    operations = [
        migrations.RunPython(remove, install, elidable=False),
        migrations.AddField(
            model_name='front',
            name='merged_into',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='reports.front', verbose_name='merged into'),
        ),
        migrations.AddField(
            model_name='group',
            name='merged_into',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='reports.group', verbose_name='merged into'),
        ),
        migrations.AddField(
            model_name='historicalfront',
            name='merged_into',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='reports.front', verbose_name='merged into'),
        ),
        migrations.AddField(
            model_name='historicalgroup',
            name='merged_into',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='reports.group', verbose_name='merged into'),
        ),
        migrations.AddField(
            model_name='historicalplace',
            name='merged_into',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='reports.place', verbose_name='merged into'),
        ),
        migrations.AddField(
            model_name='historicalsource',
            name='merged_into',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='reports.source', verbose_name='merged into'),
        ),
        migrations.AddField(
            model_name='place',
            name='merged_into',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='reports.place', verbose_name='merged into'),
        ),
        migrations.AddField(
            model_name='source',
            name='merged_into',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='reports.source', verbose_name='merged into'),
        ),
        migrations.AlterField(
            model_name='decision',
            name='action',
            field=models.CharField(choices=[('add', 'added'), ('accept', 'accepted'), ('correct', 'corrected'), ('reject', 'rejected'), ('reopen', 'reopened'), ('publish', 'published'), ('withdraw', 'withdrawn'), ('delay', 'delayed'), ('blur', 'blurred'), ('withhold', 'withheld'), ('lift', 'shown again'), ('redate', 'given another day of report'), ('merge', 'pointed to a merged record')], max_length=10, verbose_name='action'),
        ),
        migrations.RunPython(install, remove, elidable=False),
    ]
