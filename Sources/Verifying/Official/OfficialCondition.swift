import BroadsealNotes

/// One of the nine conditions for "official" (labels-and-trust.md).
protocol OfficialCondition: SendableMetatype {
  /// Why the condition does not hold, each reason under its own code; empty when it holds.
  static func reasons(in facts: OfficialCase) -> [Note]
}
