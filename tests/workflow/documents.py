"""Documents as the reader returns them, built from words of a text: for tests of what is stored."""

from typing import Any


class Doc:
    """A located document over a text. Each method adds a mention and returns its index."""

    def __init__(self, text: str):
        self.text = text
        self.out: dict[str, Any] = {
            "reader": {"reader": "test", "lexicon": "test", "gazetteer": "test"},
            "text": text,
            "outlet": None,
            "dateline": None,
            "as_of": None,
            "published": None,
            **{key: [] for key in ("sections", "sentences", "figures", "places", "groups", "sources", "dates")},
            "controls": [],
            "unresolved": [],
        }

    def _add(self, key: str, words: str, fields: dict[str, Any]) -> int:
        start = self.text.index(words, fields.pop("after", 0))
        self.out[key].append({"start": start, "end": start + len(words), "text": words, "rule": "test", **fields})
        return len(self.out[key]) - 1

    def section(self, heading: str, **fields: Any) -> int:
        return self._add("sections", heading, {"heading": heading, "level": "front", "country": "SY", **fields})

    def sentence(self, words: str, **fields: Any) -> int:
        defaults = {"section": None, "status": "current", "type": "clash", "event_type": None, "sub_event_type": None}
        dates = {"date_start": None, "date_end": None, "date_precision": "unknown"}
        return self._add("sentences", words, {**defaults, **dates, **fields})

    def figure(self, words: str, low: float | None, high: float | None, **fields: Any) -> int:
        defaults = {
            "low": low,
            "high": high,
            "modifier": "exact",
            "kind": "killed",
            "unit": "people",
            "subject": "people",
            "subject_class": "unspecified",
            "place": None,
            "places": [],
            "source": None,
            "scope": None,
            "date_start": None,
            "date_end": None,
            "part_of": None,
            "same_as": None,
            "denominator": None,
            "vague": False,
            "derived": False,
        }
        return self._add("figures", words, {**defaults, **fields})

    def place(self, words: str, **fields: Any) -> int:
        defaults = {
            "name": words,
            "country": "SY",
            "latitude": 36.2,
            "longitude": 37.16,
            "kind": "city",
            "where_prec": 1,
            "gazetteer": "test",
            "id": "1",
            "role": "event",
            "relation": None,
            "area": None,
            "radius_km": 5,
            "alternatives": [],
            "confidence": 0.9,
        }
        return self._add("places", words, {**defaults, **fields})

    def group(self, words: str, name: str, role: str = "actor", **fields: Any) -> int:
        return self._add("groups", words, {"name": name, "role": role, "actor_type": "Rebel group", **fields})

    def source(self, words: str, name: str, covers: list[int], kind: str = "monitor", **fields: Any) -> int:
        return self._add("sources", words, {"name": name, "kind": kind, "sentences": covers, **fields})

    def control(self, words: str, place: int | None, status: str, holder: str | None, **fields: Any) -> int:
        defaults = {"place": place, "status": status, "holder": holder, "contender": None, "source": None}
        return self._add("controls", words, {**defaults, **fields})
