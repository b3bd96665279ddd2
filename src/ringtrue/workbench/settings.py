"""Django's settings. What a site may set stands in environment variables that begin with ``RINGTRUE_``, and ``DATABASE_URL``."""

import os
from pathlib import Path
from typing import Any

import dj_database_url

from ringtrue.workbench.home import Home

HOME = Home.from_environment()
HERE = Path(__file__).parent


def _said(name: str, default: str = "") -> str:
    return os.environ.get(f"RINGTRUE_{name}", default).strip()


def _yes(name: str, default: bool = False) -> bool:
    return _said(name, "yes" if default else "no").lower() in {"1", "yes", "true", "on"}


SECRET_KEY = _said("SECRET_KEY") or HOME.secret_key()
DEBUG = False
PREFIX = f"/{_said('PREFIX').strip('/')}/".replace("//", "/")
"""The path under which a proxy offers the workbench: / or such as /audit/."""

HTTPS = _yes("HTTPS")
"""Whether the browser reaches it by HTTPS, through a proxy that says so in X-Forwarded-Proto."""

ALLOWED_HOSTS = [host for host in _said("HOSTS", "localhost,127.0.0.1,[::1]").split(",") if host]
CSRF_TRUSTED_ORIGINS = [origin for origin in _said("ORIGINS").split(",") if origin]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "ringtrue.workbench.people",
    "ringtrue.workbench.organisations",
    "ringtrue.workbench.audits",
    "ringtrue.workbench.access",
    "ringtrue.workbench.trail",
    "ringtrue.workbench.evidence",
    "ringtrue.workbench.follow_up",
    "ringtrue.workbench.findings",
    "ringtrue.workbench.leads",
    "ringtrue.workbench.samples",
    "ringtrue.workbench.reports",
    "ringtrue.workbench.jobs",
    "ringtrue.workbench.imports",
    "ringtrue.workbench.requests",
    "ringtrue.workbench.runs",
    "ringtrue.workbench.interviews",
    "ringtrue.workbench.understanding",
    "ringtrue.workbench.machines",
    "ringtrue.workbench.plan",
    "ringtrue.workbench.programme",
    "ringtrue.workbench.reminders",
    "ringtrue.workbench.pages",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "ringtrue.workbench.pages.security.ContentSecurityPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "ringtrue.workbench.people.language.PersonsLanguage",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "ringtrue.workbench.access.middleware.Rights",
]

ROOT_URLCONF = "ringtrue.workbench.urls"
WSGI_APPLICATION = "ringtrue.workbench.wsgi.application"
FORCE_SCRIPT_NAME = PREFIX.rstrip("/") or None

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "pages" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ringtrue.workbench.pages.context.page",
            ]
        },
    }
]

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or f"sqlite:///{HOME.database}",
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["CONN_MAX_AGE"] = 0
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "audits"
LOGOUT_REDIRECT_URL = "account_login"

ACCOUNT_ADAPTER = "ringtrue.workbench.people.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key"}
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Ringtrue"
MFA_FOR_LEADS = _yes("MFA_FOR_LEADS")
"""Whether lead auditors and administrators have to use a second factor."""

SESSION_COOKIE_AGE = int(_said("SESSION_HOURS", "10")) * 3600
SESSION_SAVE_EVERY_REQUEST = False
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "ringtrue-session", "ringtrue-csrf"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = PREFIX
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
X_FRAME_OPTIONS = "DENY"

STATIC_URL = "static/"
STATIC_ROOT = HOME.path / "static"
STATICFILES_DIRS = [HERE / "pages" / "static"]
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MEDIA_ROOT = HOME.uploads
FILE_UPLOAD_TEMP_DIR = None
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
API_PER_MINUTE = int(_said("API_PER_MINUTE", "600"))
"""How often a token may ask in a minute, in each server process; 0: as often as it likes."""

MOST_UPLOAD_BYTES = int(_said("MOST_UPLOAD_MB", "2000")) * 1_000_000

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

LANGUAGE_CODE = _said("LANGUAGE", "en")
LANGUAGES = [("en", "English"), ("de", "Deutsch")]
LOCALE_PATHS = [HERE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if _said("MAIL_HOST")
    else "django.core.mail.backends.dummy.EmailBackend"
)
EMAIL_HOST = _said("MAIL_HOST")
EMAIL_PORT = int(_said("MAIL_PORT", "587"))
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _said("MAIL_USER"), _said("MAIL_PASSWORD")
EMAIL_USE_TLS = _yes("MAIL_TLS", default=True)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = _said("MAIL_FROM", "ringtrue@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django_tasks_db": {"level": "INFO"}, "ringtrue": {"level": "INFO"}},
}

if _said("OIDC_ISSUER"):
    from ringtrue.workbench.people.single_sign_on import apply

    apply(globals(), issuer=_said("OIDC_ISSUER"), client=_said("OIDC_CLIENT"), secret=_said("OIDC_SECRET"))
