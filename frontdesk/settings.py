"""All settings of Frontdesk, from the environment. Every variable has a default that runs on one machine, offline.

Nothing else of the site reads the environment, but the reader: whether a compiled one is taken (docs/adr/0006).
`.env.example` lists the variables; `reports/checks.py` guards those that production needs.
"""

from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from .embedded import socket_path
from .environment import env, flag, kept_secret_key, words

BASE_DIR = Path(__file__).resolve().parent.parent

# What the installation keeps beside the code: database, gazetteer, broker, secret key.
VAR_DIR = Path(env("FRONTDESK_VAR", str(BASE_DIR / "var"))).resolve()
VAR_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = flag("DJANGO_DEBUG")
SECRET_KEY = env("DJANGO_SECRET_KEY") or kept_secret_key(VAR_DIR)
ALLOWED_HOSTS = words("DJANGO_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = words("DJANGO_CSRF_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "reports.desk.apps.DeskConfig",  # the admin, without the autodiscovery that would wake GDAL through leaflet
    "reports.apps.ReportsConfig",
    "leaflet",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "axes",
    "simple_history",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "reports.public.conditional.ConditionalMiddleware",
    "reports.public.answers.KeptMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "reports.public.languages.PathLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",  # who changed a record of the world
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "frontdesk.urls"
WSGI_APPLICATION = "frontdesk.wsgi.application"
ASGI_APPLICATION = "frontdesk.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Database: SQLite in a file, or whatever DATABASE_URL names -------------------------------------------------------

DATABASES = {
    "default": dj_database_url.parse(
        env("DATABASE_URL", f"sqlite:///{quote(str(VAR_DIR / 'frontdesk.sqlite3'))}"),
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # WAL and IMMEDIATE: web and worker write at the same time without "database is locked" (docs/adr/0002).
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Broker and worker: an embedded server on a Unix socket, or whatever REDIS_URL names -----------------------------

BROKER_SOCKET = socket_path(VAR_DIR)
CELERY_BROKER_URL = env("REDIS_URL", f"redis+socket://{quote(str(BROKER_SOCKET))}")
CELERY_BROKER_TRANSPORT_OPTIONS = {
    # A killed worker's task comes back after this many seconds; longer than the longest task (the hard limit below).
    "visibility_timeout": int(env("FRONTDESK_VISIBILITY_TIMEOUT", "90")),
    "unacked_restore_interval": 2,
    "unacked_restore_throttle": 1,
    "socket_connect_timeout": 3,
    # An editor who saves while the broker is down must not wait for it: the sweep sends the reading later.
    "max_retries": 1,
    "interval_start": 0,
    "interval_max": 0.2,
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
# A report of the largest size (1 MiB, some 24,000 claims) needs about a minute on a slow machine.
CELERY_TASK_SOFT_TIME_LIMIT = 80
CELERY_TASK_TIME_LIMIT = 85
# A reading that has been under way for longer belongs to a dead worker; not shorter than the hard limit in production.
READING_TAKEN_UP_AFTER = int(env("FRONTDESK_READING_TAKEN_UP_AFTER", "85"))
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TASK_DEFAULT_QUEUE = env("FRONTDESK_QUEUE", "frontdesk")
CELERY_BEAT_SCHEDULE = {
    "sweep-unfinished-readings": {"task": "reports.tasks.sweep_readings", "schedule": 30.0},
    "uncover-what-was-delayed": {"task": "reports.tasks.uncover_delayed", "schedule": 30.0},
}
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "beat-schedule")

# --- Languages and time -----------------------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
# Offered are only languages whose strings are translated: a page half in one direction serves nobody.
KNOWN_LANGUAGES = {"en": _("English"), "ar": _("Arabic"), "fr": _("French")}
LANGUAGES = [
    (code, KNOWN_LANGUAGES[code]) for code in words("FRONTDESK_LANGUAGES", "en,ar,fr") if code in KNOWN_LANGUAGES
]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "frontdesk.formats"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

# --- Static files: hashed names in production, plain ones while developing --------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = Path(env("FRONTDESK_STATIC_ROOT", str(BASE_DIR / "staticfiles")))
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_ALLOW_ALL_ORIGINS = False  # nobody else's page needs our files
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "frontdesk.storage.HashedModules"
    },
}

# --- Security ---------------------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:", "blob:", *words("FRONTDESK_TILES_ORIGIN")],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
TLS = flag("FRONTDESK_TLS")
SECURE_SSL_REDIRECT = TLS
SECURE_HSTS_SECONDS = 31_536_000 if TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = TLS
SECURE_HSTS_PRELOAD = TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("FRONTDESK_BEHIND_PROXY") else None
SESSION_COOKIE_SECURE = TLS
CSRF_COOKIE_SECURE = TLS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
LOGIN_URL = "admin:login"
# Five wrong passwords for a name from an address close it there for a quarter of an hour.
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "desk/locked_out.html"
AXES_DISABLE_ACCESS_LOG = True  # the audit of logins is ours (reports/desk/login/audit.py)
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
# Who must give a second factor: "all", or roles ("publisher,administrator"). Empty: who sets one up.
TWO_FACTOR = words("FRONTDESK_TWO_FACTOR")
OTP_TOTP_ISSUER = env("FRONTDESK_SITE_NAME", "Frontdesk")
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

# --- Logs: one line an event, on standard error -----------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "text": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
        "json": {
            "()": "pythonjsonlogger.json.JsonFormatter",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
            "rename_fields": {"asctime": "time", "levelname": "level", "name": "logger"},
        },
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": env("FRONTDESK_LOG_FORMAT", "text")}},
    "root": {"handlers": ["stderr"], "level": env("FRONTDESK_LOG_LEVEL", "INFO")},
}

# --- Frontdesk's own --------------------------------------------------------------------------------------------------

GAZETTEER_PATH = Path(env("FRONTDESK_GAZETTEER", str(VAR_DIR / "gazetteer.sqlite3")))
# Nominatim is asked only where a user agent is given; its usage policy asks for one.
NOMINATIM_USER_AGENT = env("FRONTDESK_NOMINATIM_USER_AGENT")
NOMINATIM_DOMAIN = env("FRONTDESK_NOMINATIM_DOMAIN", "nominatim.openstreetmap.org")
# A raster tile server in place of the shipped basemap, off by default: https://host/{z}/{x}/{y}.png
TILES_URL = env("FRONTDESK_TILES_URL")
TILES_ATTRIBUTION = env("FRONTDESK_TILES_ATTRIBUTION")
# Answers of public pages are kept in each web process's memory while the data stands: at most so many megabytes.
ANSWERS_MB = int(env("FRONTDESK_ANSWERS_MB", "64"))
# Below this confidence a proposal is decided one by one.
CONFIDENCE_LINE = float(env("FRONTDESK_CONFIDENCE_LINE", "0.6"))
# Killed figures and control claims are published by someone other than who accepted them.
SECOND_PAIR_OF_EYES = flag("FRONTDESK_SECOND_PAIR_OF_EYES")
# Requests a minute that one API key may make.
API_PER_MINUTE = int(env("FRONTDESK_API_PER_MINUTE", "60"))
# The pages say that this is a demonstration.
DEMO = flag("FRONTDESK_DEMO")
SITE_NAME = env("FRONTDESK_SITE_NAME", "Frontdesk")

LEAFLET_CONFIG = {"TILES": [], "ATTRIBUTION_PREFIX": "", "NO_GLOBALS": False, "RESET_VIEW": False, "SCALE": None}
