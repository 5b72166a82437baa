import Glibc
import TestSupport

/// T-111: what somebody who may write into a folder puts in a document's place while the folder is being signed, to
/// have published what only the signing account may read.
enum SwapThreats {
  static let runs: [ThreatRun] = [
    nightly(
      "a link in a document's place, after the run has found it",
      "rm in/zz.txt; ln -s ../secret/zz.txt in/zz.txt", in: "in"),
    nightly(
      "a link in the place of a document's folder",
      "mv in/sub in/.sub; ln -s ../secret in/sub", in: "in/sub"),
    nightly(
      "a link in the place of a folder further up",
      "mv in/up in/.up; mkdir secret/sub; mv secret/zz.txt secret/sub; ln -s ../secret in/up",
      in: "in/up/sub"),
    nightly(
      "a link in the place of the label beside a document",
      "rm in/zz.txt.c2pa; ln -s ../secret/zz.txt in/zz.txt.c2pa", in: "in"),
    ThreatRun(
      .swappedFiles, "a link in a document's place, while signed ones replace the documents", 3,
      says: "symbolic link", check: untouched
    ) { folder in
      let words = lay(folder, "rm in/zz.txt; ln -s ../secret/zz.txt in/zz.txt", "in")
      return ["sign", folder("in"), "--in-place"] + words.dropFirst(2)
    },
    watched(
      "a link in a document's place, after the watching run has found it complete",
      "rm in/zz.txt; ln -s ../secret/zz.txt in/zz.txt", in: "in"),
    watched(
      "a link in the place of a document's folder, after the watching run has found it complete",
      "mv in/sub in/.sub; ln -s ../secret in/sub", in: "in/sub"),
  ]

  private static let secret = "TOP SECRET\n"

  /// Whether the secret is nowhere among the results.
  private static let nothing: @Sendable (Scratch) -> Bool = { folder in
    Command.shell("grep -rq '^TOP SECRET' '\(folder("out"))'").code == 1
  }

  /// Whether what the link leads to is as it was.
  private static let untouched: @Sendable (Scratch) -> Bool = { folder in
    folder.read("secret/zz.txt") == Array(secret.utf8)
  }

  /// The folder with two documents, and a program that holds the key and swaps before it signs for the first time:
  /// the first document is signed then, and the second was found and not opened yet.
  ///
  /// - Parameter more: what it does after that.
  private static func lay(
    _ folder: Scratch, _ swap: String, _ place: String, then more: String = ""
  ) -> [String] {
    let desk = Desk.shared
    let keys = desk.scratch("keys")
    folder.write(Array("One\n".utf8), to: "in/a.txt")
    folder.write(Array("Two\n".utf8), to: place + "/zz.txt")
    folder.write(Array(secret.utf8), to: "secret/zz.txt")
    if swap.contains("zz.txt.c2pa") { folder.write([1], to: "in/zz.txt.c2pa") }
    let script = """
      #!/bin/sh
      if mkdir '\(folder("swapped"))' 2>/dev/null; then (cd '\(folder.path)'; \(swap)); \(more) fi
      exec openssl dgst -sha256 -sign \(keys)/us/key.pem
      """
    let program = folder.write(Array((script + "\n").utf8), to: "program")
    _ = unsafe chmod(program, 0o755)
    return [
      "--output-dir", folder("out"), "--profile", desk.profile(), "--official", "--ai", "none",
      "--signer", program, "--certificates", keys + "/us/chain.pem", "-j", "1",
    ]
  }

  private static func nightly(_ attack: String, _ swap: String, in place: String) -> ThreatRun {
    ThreatRun(.swappedFiles, attack, 3, says: "symbolic link", check: nothing) { folder in
      ["sign", folder("in")] + lay(folder, swap, place)
    }
  }

  /// The run is told to end two seconds later.
  private static func watched(_ attack: String, _ swap: String, in place: String) -> ThreatRun {
    ThreatRun(.swappedFiles, attack, 0, says: "a.txt: signed", check: nothing) { folder in
      let end = "setsid sh -c \"sleep 2; kill -TERM $PPID\" >/dev/null 2>&1 </dev/null &"
      return ["sign", "--watch", folder("in"), "--settle", "0"]
        + lay(folder, swap, place, then: end)
    }
  }
}
