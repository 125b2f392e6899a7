"""Static files in production: hashed names, compressed, and the imports between script modules hashed with them."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedModules(CompressedManifestStaticFilesStorage):
    """Rewrites `import … from "./b.js";` and `import("./b.js")` too, so that no module is kept stale by a browser."""

    support_js_module_import_aggregation = True
