package import BroadsealBytes

/// What files are held against, and as of which moment.
package struct AuditMeasure: Sendable {
  /// What is asked of them.
  package var policy = Policy.builtIn
  /// What is the matter with the policy itself, whatever the files.
  package var ofPolicy: [AuditFinding] = []
  /// Which documents there should be; nil where nobody says.
  package var register: Register?
  /// What was drawn from, where only a sample is judged.
  package var sample: SampleFrame?
  /// The moment of judgement.
  package var time: UTCTime

  /// What is built in, as of `time`.
  package init(at time: UTCTime) { self.time = time }
}
