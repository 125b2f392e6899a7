"""The world as the editors keep it: countries, fronts, groups, sources, places, and the names they go by."""

from typing import ClassVar

from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.db.models import Count, QuerySet
from django.urls import path
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin

from reports.models import Alias, Country, Front, FrontSide, Group, GroupLink, Place, Source
from reports.models.aliases import ALIAS_OWNERS

from .merging import merge_view
from .relocating import namesakes_view


class AliasInline(admin.TabularInline):
    """All names of one owner; the key to the owner is found by itself, since an alias has several possible ones."""

    model = Alias
    fields = ("text", "language", "kind", "preferred", "in_country", "on_front", "valid_from", "valid_to")
    autocomplete_fields = ("in_country", "on_front")
    extra = 0
    verbose_name = _("name it goes by")
    verbose_name_plural = _("names it goes by")

    def __init__(self, parent_model, admin_site):
        self.fk_name = parent_model._meta.model_name
        super().__init__(parent_model, admin_site)


class WorldAdmin(SimpleHistoryAdmin):
    """Records of the world: found by any of their names. An alias that an editor changes is no longer a shipped one."""

    inlines: ClassVar[tuple[type[InlineModelAdmin], ...]] = (AliasInline,)
    list_per_page = 50
    save_on_top = True

    def save_formset(self, request, form, formset, change) -> None:
        for row in formset.save(commit=False):
            if isinstance(row, Alias):
                row.shipped = False
            row.save()
        for row in formset.deleted_objects:
            row.delete()
        formset.save_m2m()


class MergeableAdmin(WorldAdmin):
    """Records that may be merged. One that was is found in no list and by no picker; its page tells into which."""

    change_form_template = "admin/reports/mergeable_change_form.html"

    def get_urls(self):
        name = f"reports_{self.model._meta.model_name}_merge"
        page = self.admin_site.admin_view(merge_view)
        return [path("<int:pk>/merge/", page, {"model": self.model}, name=name), *super().get_urls()]

    def get_search_results(self, request, queryset, search_term):
        return super().get_search_results(request, queryset.kept(), search_term)


@admin.register(Country)
class CountryAdmin(WorldAdmin):
    list_display = ("name", "iso2", "iso3", "fronts_here")
    search_fields = ("name", "iso2", "iso3", "aliases__text")

    def get_queryset(self, request) -> QuerySet[Country]:
        return super().get_queryset(request).annotate(n_fronts=Count("fronts", distinct=True))

    def get_readonly_fields(self, request, obj=None):
        return ("iso2",) if obj else ()

    @admin.display(description=_("fronts"), ordering="n_fronts")
    def fronts_here(self, country) -> int:
        return country.n_fronts


class FrontSideInline(admin.TabularInline):
    model = FrontSide
    autocomplete_fields = ("group",)
    extra = 0


@admin.register(Front)
class FrontAdmin(MergeableAdmin):
    list_display = ("name", "slug", "where", "started", "ended", "developments_here")
    list_filter = (("countries", admin.RelatedOnlyFieldListFilter), ("ended", admin.EmptyFieldListFilter))
    date_hierarchy = "started"
    ordering = ("name", "started")  # said again: counting developments drops the table's own
    search_fields = ("name", "slug", "aliases__text")
    autocomplete_fields = ("countries", "places")
    prepopulated_fields = {"slug": ("name",)}
    inlines = (FrontSideInline, AliasInline)
    fieldsets = (
        (None, {"fields": ("name", "slug", "countries", ("started", "ended"), "note")}),
        (_("Where"), {"fields": ("places", ("latitude", "longitude"), ("south", "west", "north", "east"))}),
    )

    def get_queryset(self, request) -> QuerySet[Front]:
        fronts = super().get_queryset(request).prefetch_related("countries")
        return fronts.annotate(n_developments=Count("development_links", distinct=True))

    @admin.display(description=_("countries"))
    def where(self, front) -> str:
        return ", ".join(country.name for country in front.countries.all())

    @admin.display(description=_("developments"), ordering="n_developments")
    def developments_here(self, front) -> int:
        return front.n_developments

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields  # a slug is an address: it stays when the name changes


class GroupLinkInline(admin.TabularInline):
    model = GroupLink
    fk_name = "group"
    autocomplete_fields = ("other",)
    extra = 0


@admin.register(Group)
class GroupAdmin(MergeableAdmin):
    list_display = ("name", "actor_type", "linked", "also_called")
    list_filter = ("actor_type", ("countries", admin.RelatedOnlyFieldListFilter))
    search_fields = ("name", "slug", "aliases__text")
    autocomplete_fields = ("countries",)
    prepopulated_fields = {"slug": ("name",)}
    inlines = (GroupLinkInline, AliasInline)

    def get_queryset(self, request) -> QuerySet[Group]:
        return super().get_queryset(request).prefetch_related("aliases", "links__other")

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields

    @admin.display(description=_("part of, or with"))
    def linked(self, group) -> str:
        return ", ".join(f"{link.get_kind_display()} {link.other.name}" for link in group.links.all())

    @admin.display(description=_("also called"))
    def also_called(self, group) -> str:
        return first_names(group)


@admin.register(Source)
class SourceAdmin(MergeableAdmin):
    list_display = ("name", "kind", "reliability", "affiliation", "is_wire", "full_text_public")
    list_filter = ("is_wire", "kind", "reliability")
    list_select_related = ("affiliation",)
    search_fields = ("name", "slug", "aliases__text")
    autocomplete_fields = ("affiliation",)
    prepopulated_fields = {"slug": ("name",)}

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields


@admin.register(Place)
class PlaceAdmin(MergeableAdmin):
    list_display = ("name", "kind", "country", "latitude", "longitude", "radius_km", "where_prec", "set_by")
    list_filter = ("kind", ("country", admin.RelatedOnlyFieldListFilter), "where_prec")
    list_select_related = ("country", "set_by")
    search_fields = ("name", "aliases__text")
    autocomplete_fields = ("country",)
    readonly_fields = ("set_by",)
    change_form_template = "admin/reports/place/change_form.html"

    def get_urls(self):
        page = self.admin_site.admin_view(namesakes_view)
        return [path("<int:pk>/namesakes/", page, name="reports_place_namesakes"), *super().get_urls()]

    def save_model(self, request, place, form, change) -> None:
        """From now on the desk's word comes before the gazetteer's."""
        place.set_by = request.user
        super().save_model(request, place, form, change)


@admin.register(Alias)
class AliasAdmin(SimpleHistoryAdmin):
    """Every name in one list: what does 'the Observatory' mean, and where."""

    list_display = ("text", "owner_name", "owner_kind", "language", "kind", "preferred", "scope", "shipped")
    list_filter = ("kind", "language", "shipped", ("in_country", admin.RelatedOnlyFieldListFilter))
    list_select_related = (*ALIAS_OWNERS, "in_country", "on_front")
    search_fields = ("text", "folded", *(f"{owner}__name" for owner in ALIAS_OWNERS))
    autocomplete_fields = (*ALIAS_OWNERS, "in_country", "on_front")
    fieldsets = (
        (None, {"fields": ("text", ("language", "kind", "preferred"))}),
        (_("Whose name it is: one of these"), {"fields": ALIAS_OWNERS}),
        (_("Where and when it means that"), {"fields": (("in_country", "on_front"), ("valid_from", "valid_to"))}),
    )

    @admin.display(description=_("means"))
    def owner_name(self, alias) -> str:
        return str(alias.owner)

    @admin.display(description=_("a"))
    def owner_kind(self, alias) -> str:
        return alias.owner._meta.verbose_name

    @admin.display(description=_("where"))
    def scope(self, alias) -> str:
        where = [str(scope) for scope in (alias.in_country, alias.on_front) if scope]
        return ", ".join(where) or str(_("everywhere"))

    def save_model(self, request, alias, form, change) -> None:
        alias.shipped = False
        super().save_model(request, alias, form, change)


def first_names(owner, most: int = 4) -> str:
    """The first few names of an owner whose aliases are prefetched, and how many more there are."""
    texts = [alias.text for alias in owner.aliases.all() if alias.text != owner.name]
    more = f" +{len(texts) - most}" if len(texts) > most else ""
    return ", ".join(texts[:most]) + more
