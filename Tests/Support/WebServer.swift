import BroadsealBytes
import Glibc

/// A web server on the loopback address, in a process of its own (Python's standard library): files of
/// a folder, some bad manners, and a time-stamp authority (`openssl ts`) when the folder has one.
///
/// | path | answer |
/// |---|---|
/// | `/NAME` | the file NAME of the folder |
/// | `/redirect/NAME` | a redirection to `/NAME` |
/// | `/later/NAME` | the file NAME of the folder, after two seconds |
/// | `/slow` | nothing, for a minute |
/// | `/drip` | a byte now and then, for a minute |
/// | `/endless` | zeros without end |
/// | `/headers`, `/slowheaders`, `/dripheader` | header lines without end, fast or slow, or one line in bits; |
/// | `/status/503` | that status, to a POST |
/// | `/tsa` | the answer of `openssl ts` with `tsa.cnf`, to a POST |
/// | `/replay` | the first answer of `/tsa` again |
public final class WebServer: Sendable {
  /// The folder it serves.
  public let folder: Scratch
  /// Where it is: `http://127.0.0.1:PORT`, or with `https`.
  public let address: String
  private let process: pid_t
  /// Its script and its key, which it reads as long as it runs.
  private let settings = Scratch()

  /// Starts a server; `certificate` and `key` are PEM for HTTPS.
  public init(_ folder: Scratch, certificate: [UInt8]? = nil, key: [UInt8]? = nil) {
    self.folder = folder
    let script = settings.write(Array(WebServer.script.utf8), to: "server.py")
    if let certificate, let key {
      settings.write(certificate, to: "server.pem")
      settings.write(key, to: "server.key")
    }
    var pipe: [Int32] = [-1, -1]
    precondition(unsafe Glibc.pipe(&pipe) == 0, "no pipe for a test")
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, pipe[1], 1)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    unsafe posix_spawn_file_actions_addclose(&actions, pipe[0])
    let words = ["/usr/bin/python3", "-u", script, folder.path].map { Array($0.utf8) }
    var started: pid_t = 0
    let code = unsafe CStrings.with(words) { argv in
      unsafe CStrings.with([Array("PATH=/usr/bin:/bin".utf8)]) { environment in
        unsafe posix_spawn(&started, "/usr/bin/python3", &actions, nil, argv, environment)
      }
    }
    precondition(code == 0, "python3 could not be started")
    process = started
    close(pipe[1])
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while unsafe read(pipe[0], &byte, 1) == 1, byte != 0x0A { line.append(byte) }
    close(pipe[0])
    let port = String(decoding: line, as: UTF8.self)
    precondition(!port.isEmpty, "the web server for a test did not start")
    address = "\(certificate == nil ? "http" : "https")://127.0.0.1:\(port)"
  }

  deinit {
    kill(process, SIGKILL)
    var status: Int32 = 0
    unsafe waitpid(process, &status, 0)
  }

  private static let script = #"""
    import http.server, os, ssl, subprocess, sys, time
    folder, here = sys.argv[1], os.path.dirname(os.path.abspath(__file__))
    first = []

    class Handler(http.server.BaseHTTPRequestHandler):
      def answer(self, body, kind="application/octet-stream", code=200, extra=()):
        self.send_response(code)
        self.send_header("Content-Type", kind)
        for name, value in extra:
          self.send_header(name, value)
        if body is not None:
          self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if body is not None:
          self.wfile.write(body)

      def flood(self):
        self.wfile.write(b"HTTP/1.0 200 OK\r\n")
        for _ in range(3000000 if self.path == "/headers" else 6000):
          self.wfile.write(b"x" if self.path == "/dripheader" else b"X-A: b\r\n")
          if self.path != "/headers":
            time.sleep(0.005)

      def do_GET(self):
        if self.path in ("/headers", "/slowheaders", "/dripheader"):
          return self.flood()
        if self.path.startswith("/redirect/"):
          return self.answer(b"", code=302, extra=[("Location", self.path[9:])])
        if self.path == "/slow":
          return time.sleep(60)
        if self.path.startswith("/later/"):
          time.sleep(2)
        if self.path in ("/drip", "/endless"):
          self.answer(None)
          for _ in range(240 if self.path == "/drip" else 100000):
            self.wfile.write(b" " if self.path == "/drip" else bytes(65536))
            time.sleep(0.25 if self.path == "/drip" else 0)
          return
        try:
          with open(os.path.join(folder, os.path.basename(self.path)), "rb") as file:
            self.answer(file.read())
        except OSError:
          self.answer(b"no", code=404)

      def do_POST(self):
        query = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/slow":
          return time.sleep(60)
        if self.path in ("/headers", "/slowheaders", "/dripheader"):
          return self.flood()
        if self.path.startswith("/status/"):
          return self.answer(b"no", code=int(self.path[8:]))
        if self.path == "/replay" and first:
          return self.answer(first[0], "application/timestamp-reply")
        name = os.path.join(here, "query.tsq")
        with open(name, "wb") as file:
          file.write(query)
        made = subprocess.run(
          ["openssl", "ts", "-reply", "-config", "tsa.cnf", "-queryfile", name],
          cwd=folder, capture_output=True)
        first.append(made.stdout)
        self.answer(made.stdout, "application/timestamp-reply")

      def log_message(self, *arguments):
        pass

    class Server(http.server.ThreadingHTTPServer):
      daemon_threads = True
      def handle_error(self, request, address):
        pass

    server = Server(("127.0.0.1", 0), Handler)
    if os.path.exists(os.path.join(here, "server.pem")):
      context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
      context.load_cert_chain(os.path.join(here, "server.pem"), os.path.join(here, "server.key"))
      server.socket = context.wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False)
    print(server.server_address[1])
    server.serve_forever()
    """#
}
