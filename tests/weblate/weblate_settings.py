"""Settings for the Weblate that server.py runs: the packaged example, moved into one directory.

Weblate's own Python imports this module; what changes from run to run comes in the environment.
"""

import os

from weblate.settings_example import *  # noqa: F403
from weblate.settings_example import CACHES, DATABASES

ROOT = os.environ["RV_I18N_WEBLATE_ROOT"]

SITE_DOMAIN = os.environ["RV_I18N_WEBLATE_DOMAIN"]
SITE_URL = f"http://{SITE_DOMAIN}"
SECRET_KEY = "for tests on this machine only"

DATA_DIR = f"{ROOT}/data"
CACHE_DIR = f"{ROOT}/cache"
MEDIA_ROOT = f"{DATA_DIR}/media"
STATIC_ROOT = f"{CACHE_DIR}/static"

DATABASES["default"].update(HOST=f"{ROOT}/postgresql", NAME="postgres")
CACHES["default"]["LOCATION"] = f"unix://{ROOT}/redis.sock?db=1"
CACHES["avatar"]["LOCATION"] = f"{CACHE_DIR}/avatar"

# The remote of the tests is a git daemon on this machine. A server that others use needs none of
# these three: its remote is public, and spoken to by https or ssh.
VCS_ALLOW_SCHEMES = {"git"}
VCS_RESTRICT_PRIVATE = False
PROJECT_WEB_RESTRICT_PRIVATE = False

# No worker runs: each task is done, and has failed or not, before its request is answered.
CELERY_TASK_ALWAYS_EAGER = True
CELERY_BROKER_URL = "memory://"
CELERY_RESULT_BACKEND = None

# Nothing leaves this machine.
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
ENABLE_AVATARS = False
WEBSITE_ALERTS_ENABLED = False

# Checked at every start but not used: security keys need a site with HTTPS.
OTP_WEBAUTHN_RP_ID = "localhost"
OTP_WEBAUTHN_ALLOWED_ORIGINS = ["https://localhost"]
