"""Ask the web server of this machine for /healthz; exits 1 where it is down. For containers, which lack curl."""

import os
import sys
import urllib.error
import urllib.request


def main() -> int:
    # As the proxy in front would ask it, so that it is neither sent to https nor refused for its Host.
    host = (os.environ.get("DJANGO_ALLOWED_HOSTS") or "localhost").split(",")[0].lstrip(".").replace("*", "localhost")
    address = f"http://127.0.0.1:{os.environ.get('PORT') or 8000}/healthz"
    request = urllib.request.Request(address, headers={"Host": host, "X-Forwarded-Proto": "https"})
    try:
        with urllib.request.urlopen(request, timeout=4) as answer:  # noqa: S310 (our own address)
            print(answer.read().decode())
            return 0
    except urllib.error.HTTPError as problem:
        print(problem.read().decode(), file=sys.stderr)
    except OSError as problem:
        print(problem, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
