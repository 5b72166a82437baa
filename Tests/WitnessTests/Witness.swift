import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealTrust
import Glibc
import TestSupport
import Testing

/// The two foreign verifiers, asked about many files at once (Scripts/judge.py).
enum Witness {
  /// Why no witness can be asked; nil when they are there.
  ///
  /// The virtual environment is `BROADSEAL_VENV`, else `.venv` in the package. With
  /// `BROADSEAL_REQUIRE_WITNESSES=1` its absence is a failure of every test that needs it.
  static let python: String? = {
    [variable("BROADSEAL_VENV"), Corpus.packageFolder + "/.venv"]
      .compactMap { $0.map { $0 + "/bin/python" } }
      .first { unsafe access($0, X_OK) == 0 }
  }()

  /// Whether a test that needs the witnesses shall run: it is skipped only where that is allowed.
  static var isWanted: Bool {
    python != nil || variable("BROADSEAL_REQUIRE_WITNESSES") == "1"
  }

  private static func variable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// Why tests are skipped when they are.
  static let reason: Comment =
    "no virtual environment with the witnesses: set BROADSEAL_VENV or make .venv"

  /// One file to judge.
  struct Job {
    /// Path of the document.
    var path: String
    /// Media type that c2pa-python is told.
    var format: String
    /// Media type that encypher-c2pa is told, where it is another.
    var encypherFormat: String?
    /// Path of its sidecar.
    var store: String?
    /// The other files of a film of which `path` is the first.
    var segments: [String] = []
    /// Who judges it.
    var verifiers = [Verifier.c2pa, .encypher]
  }

  /// A foreign verifier.
  enum Verifier: String {
    case c2pa, encypher
  }

  /// What a verifier said.
  struct Verdict {
    let state: String?
    let success: [String]
    let informational: [String]
    let failure: [String]
    let error: String?

    /// Whether the file is trusted and its bytes match.
    var isTrusted: Bool {
      let matches = ["dataHash", "collectionHash", "bmffHash"].map { "assertion.\($0).match" }
      return state == "Trusted" && success.contains(where: matches.contains) && failure.isEmpty
    }

    /// Whether the time stamp was validated and its authority trusted.
    var isStamped: Bool {
      success.contains("timeStamp.validated") && success.contains("timeStamp.trusted")
    }

    fileprivate init(_ value: JSON.Value?) {
      func codes(_ key: String) -> [String] {
        (value?[key]?.array ?? []).compactMap(\.string)
      }
      state = value?["state"]?.string
      success = codes("success")
      informational = codes("informational")
      failure = codes("failure")
      error = value?["error"]?.string
    }
  }

  /// The verdicts of every job's verifiers, in order.
  static func judge(
    _ jobs: [Job], anchors: [Certificate], stamps: [Certificate]
  ) throws -> [[Verifier: Verdict]] {
    let request: JSON.Value = [
      "anchors": text(anchors), "stamps": text(stamps),
      "jobs": .array(
        jobs.map { job in
          [
            "path": .string(job.path), "format": .string(job.format),
            "encypherFormat": .string(job.encypherFormat ?? job.format),
            "store": JSON.Value(job.store),
            "fragments": .array(job.segments.map { .string($0) }),
            "verifiers": .array(job.verifiers.map { .string($0.rawValue) }),
          ]
        }),
    ]
    let answers = try run("judge.py", request).array ?? []
    try #require(answers.count == jobs.count)
    return zip(jobs, answers).map { job, answer in
      Dictionary(
        uniqueKeysWithValues: job.verifiers.map { ($0, Verdict(answer[$0.rawValue])) })
    }
  }

  /// What a script of the Scripts folder answers to `request`.
  static func run(_ script: String, _ request: JSON.Value) throws -> JSON.Value {
    let python = try #require(python, reason)
    let folder = Corpus.packageFolder + "/Tests/WitnessTests/Scripts/"
    let command = Command(
      python, [folder + script], input: JSON.Writer.write(request, pretty: false).utf8)
    try #require(command.status == 0, "\(script) failed: \(command.errors)")
    return try JSON.Reader.parse(command.output)
  }

  private static func text(_ certificates: [Certificate]) -> JSON.Value {
    .string(String(decoding: certificates.flatMap(\.pem), as: UTF8.self))
  }
}
