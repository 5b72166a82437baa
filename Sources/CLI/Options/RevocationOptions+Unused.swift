import BroadsealReporting
import BroadsealVerifying

extension RevocationOptions {
  /// Notes each answer that was given and served for nothing, and why, after everything was judged by `evidence`:
  /// whoever gives one believes that it counts. Where nothing was asked about any certificate, nothing is said.
  func remark(on evidence: RevocationEvidence, isQuiet: Bool) {
    guard !isQuiet else { return }
    for unused in evidence.unused {
      let files = unused.isList ? lists : responses
      // What evidence brings stands behind what was given here.
      guard files.indices.contains(unused.place) else { continue }
      let name = Untrusted.escaped(files[unused.place].path)
      Console.remark("\(name): it served for nothing: \(unused.cause.explanation)")
    }
  }
}
