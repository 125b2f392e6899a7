"""Arabic as the pan-Arab news agencies write it: digits 0 to 9, thousands set apart, the day before the month."""

DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
NUMBER_GROUPING = 3
THOUSAND_SEPARATOR = ","
DECIMAL_SEPARATOR = "."
