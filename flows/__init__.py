"""Prefect flows: which stage comes when. What the stages do stands in `kamervragen/`.

Importing this package before Prefect keeps Prefect and Great Expectations from calling home, and
Prefect from waiting too short for its own server; what the environment says already is left alone.
"""

import os

_SETTINGS = {
    # Prefect has two switches: one for the client, one for its server.
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "GX_ANALYTICS_ENABLED": "false",
    # Its server may take over a minute on a slow machine the first time, when it makes its database.
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",
    "PREFECT_LOGGING_EXTRA_LOGGERS": "kamervragen",
}
for _name, _value in _SETTINGS.items():
    os.environ.setdefault(_name, _value)
