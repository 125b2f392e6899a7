"""The addresses of the review page, under the report's own address in the admin."""

from collections.abc import Callable

from django.urls import URLPattern, path

from . import review
from .adding import add_view
from .comparing import compare_view
from .correction import correct_view
from .fronts import front_view
from .harm import hide_view
from .joining import merge_view, split_view
from .publishing import publish_view
from .rereading import difference_view


def review_urls(wrap: Callable) -> list[URLPattern]:
    """Patterns whose views are wrapped by the admin's own guard (`admin_view`)."""

    def at(route: str, view: Callable, name: str) -> URLPattern:
        return path(f"<int:pk>/review/{route}", wrap(view), name=f"reports_report_{name}")

    return [
        at("", review.review_view, "review"),
        at("state/", review.state_view, "review_state"),
        at("rest/", review.rest_view, "review_rest"),
        at("publish/", publish_view, "review_publish"),
        at("read-again/", review.read_again_view, "review_read_again"),
        at("differences/<int:difference>/", difference_view, "review_difference"),
        at("front/", front_view, "review_front"),
        at("compare/<int:other>/", compare_view, "review_compare"),
        at("add/", add_view, "review_add"),
        at("claims/<slug:public_id>/", review.decide_view, "review_decide"),
        at("claims/<slug:public_id>/correct/", correct_view, "review_correct"),
        at("claims/<slug:public_id>/merge/", merge_view, "review_merge"),
        at("claims/<slug:public_id>/split/", split_view, "review_split"),
        at("claims/<slug:public_id>/hide/", hide_view, "review_hide"),
        at("claims/<slug:public_id>/withdraw/", review.withdraw_view, "review_withdraw"),
    ]
