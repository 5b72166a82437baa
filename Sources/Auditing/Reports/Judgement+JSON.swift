package import BroadsealJSON
import BroadsealReporting

extension Judgement {
  /// The verdict as its schema `broadseal.verdict/1` has it.
  package var json: JSON.Value { verdict.json(at: path, skipped: skip?.rawValue) }
}
