"""A process in place of Java: ``fake_server.py PORT [WAY…]``.

It answers health checks and language requests, and every text with one finding; each WAY makes it
misbehave.
"""

import json
import os
import signal
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self._say([{"longCode": "en-US"}])

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        if os.path.exists("mati-saat-memeriksa"):
            os.unlink("mati-saat-memeriksa")
            os._exit(9)
        rule = {"id": "HE_VERB_AGR", "issueType": "grammar"}
        self._say({"matches": [{"offset": 3, "length": 2, "message": "x", "rule": rule}]})

    def _say(self, value):
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    with open("dimulai", "a", encoding="ascii") as log:
        print(os.getpid(), file=log)
    if "stubborn" in sys.argv:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if "broken" in sys.argv:
        sys.exit(1)
    if "memory" in sys.argv:
        import resource

        with open("batas", "w", encoding="ascii") as limits:
            limits.write(str(resource.getrlimit(resource.RLIMIT_AS)[0]))
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
