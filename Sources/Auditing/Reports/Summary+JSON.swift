package import BroadsealJSON
import BroadsealVerifying

extension Summary {
  /// The summary as its schema `broadseal.summary/1` has it; every state is there, also with none.
  package var json: JSON.Value {
    .object(
      JSON.Object([
        ("schema", "broadseal.summary/1"),
        ("complete", .bool(isComplete)),
        ("files", .integer(Int64(files))),
        ("bytes", .integer(Int64(bytes))),
        ("incomplete", .integer(Int64(incomplete))),
        ("integrity", Summary.counts(integrity)),
        ("origin", Summary.counts(origin)),
        ("ai", Summary.counts(ai)),
        ("c2pa", Summary.counts(states)),
        ("findings", Summary.counts(findings)),
        ("skipped", Summary.counts(skipped)),
      ]))
  }

  private static func counts<State: CaseIterable & RawRepresentable<String> & Hashable>(
    _ counted: [State: Int]
  ) -> JSON.Value {
    .object(
      JSON.Object(State.allCases.map { ($0.rawValue, .integer(Int64(counted[$0] ?? 0))) }))
  }
}
