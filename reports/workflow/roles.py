"""Who may do what: four groups of permissions, made after each migration and never narrowed behind an admin's back."""

ROLES: dict[str, tuple[str, ...]] = {
    "editor": ("add_report", "view_report", "change_report", "view_reading", "view_claim", "review_claim"),
    "reviewer": ("view_report", "view_reading", "view_claim", "review_claim", "view_decision"),
    "publisher": (
        *("view_report", "view_reading", "view_claim", "review_claim", "view_decision"),
        *("publish_claim", "publish_report"),
    ),
    "administrator": (),
}
# An administrator does what every role does and keeps accounts, keys and the audit; superusers stand above. Accounts
# are Django's own: "group" is one of its names too, and there it stands for the roles themselves.
ACCOUNTS = ("add_user", "change_user", "view_user", "view_group")
KEYS_AND_AUDIT = ("add_apitoken", "change_apitoken", "view_apitoken", "view_loginevent")
WORLD = ("country", "front", "frontside", "group", "grouplink", "source", "place", "alias")
WORLD_ACTIONS = ("add", "change", "view")
# A name taught by mistake can be taken back; what claims point to cannot.
REMOVABLE = ("alias", "frontside", "grouplink")


def create_roles(sender, using: str = "default", **kwargs) -> None:
    """Make the groups and add what is missing of their permissions. A receiver of post_migrate."""
    from django.apps import apps
    from django.contrib.auth.management import create_permissions
    from django.contrib.auth.models import Group, Permission

    for app in (apps.get_app_config("auth"), sender):
        create_permissions(app, verbosity=0, using=using)
    world = tuple(f"{action}_{model}" for action in WORLD_ACTIONS for model in WORLD)
    world += tuple(f"delete_{model}" for model in REMOVABLE)
    for role, codenames in ROLES.items():
        group, _ = Group.objects.using(using).get_or_create(name=role)
        permissions = Permission.objects.using(using)
        if role == "administrator":
            codenames = (*KEYS_AND_AUDIT, *(name for names in ROLES.values() for name in names))
            group.permissions.add(*permissions.filter(content_type__app_label="auth", codename__in=ACCOUNTS))
        group.permissions.add(*permissions.filter(content_type__app_label="reports", codename__in=(*codenames, *world)))


def role_of(user) -> str:
    """The highest role a user holds, as the public ledger names it: 'administrator' down to 'editor', or ''."""
    held = roles_of(user)
    return next((role for role in ("administrator", "publisher", "reviewer", "editor") if role in held), "")


def roles_of(user) -> set[str]:
    """All roles a user holds; a superuser is an administrator."""
    names = set(user.groups.values_list("name", flat=True)) & set(ROLES)
    return names | {"administrator"} if user.is_superuser else names
