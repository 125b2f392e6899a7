"""Claims may be delayed, blurred and withheld; a report has a text with covers. The triggers step aside meanwhile."""

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
        ('reports', '0007_api_keys'),
    ]

    operations = [
        migrations.RunPython(remove, install, elidable=False),
        migrations.RemoveConstraint(
            model_name='decision',
            name='decision_taken_back_says_why',
        ),
        migrations.AddField(
            model_name='claim',
            name='blurred_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='claim',
            name='delayed_until',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='claim',
            name='withheld_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='report',
            name='covered_text',
            field=models.TextField(blank=True, editable=False, help_text='The text with what was hidden covered; empty where nothing is.'),
        ),
        migrations.AlterField(
            model_name='decision',
            name='action',
            field=models.CharField(choices=[('add', 'added'), ('accept', 'accepted'), ('correct', 'corrected'), ('reject', 'rejected'), ('reopen', 'reopened'), ('publish', 'published'), ('withdraw', 'withdrawn'), ('delay', 'delayed'), ('blur', 'blurred'), ('withhold', 'withheld'), ('lift', 'shown again'), ('redate', 'given another day of report')], max_length=10, verbose_name='action'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('action__in', ['withdraw', 'delay', 'blur', 'withhold', 'lift']), _negated=True), models.Q(('why', ''), _negated=True), _connector='OR'), name='decision_taken_back_says_why'),
        ),
        migrations.RunPython(install, remove, elidable=False),
    ]
