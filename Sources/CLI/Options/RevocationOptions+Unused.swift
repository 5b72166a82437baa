import Broadseal
import BroadsealBytes
import BroadsealReporting
import BroadsealVerifying

extension RevocationOptions {
  /// Notes each answer that was given and served for nothing, and why, after everything was judged by `evidence`:
  /// whoever gives one believes that it counts. Where nothing was asked about any certificate, nothing is said.
  func remark(on evidence: RevocationEvidence, isQuiet: Bool) throws(Failure) {
    let unused = evidence.unused
    guard !isQuiet, !unused.isEmpty else { return }
    // A file may hold several lists.
    let files = (
      lists: try lists.revocationLists().map(\.path), responses: responses.map(\.path)
    )
    for answer in unused {
      let paths = answer.isList ? files.lists : files.responses
      // What evidence brings stands behind what was given here.
      guard paths.indices.contains(answer.place) else { continue }
      let name = Untrusted.escaped(paths[answer.place])
      Console.remark("\(name): it served for nothing: \(answer.cause.explanation)")
    }
  }
}
