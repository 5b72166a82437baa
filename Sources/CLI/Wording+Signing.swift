import BroadsealBytes
import BroadsealNotes
import BroadsealReporting
import BroadsealSigning

/// What `sign` says about a document, in the reader's language.
extension Wording {
  /// The line about a document that was signed, without its path.
  func line(_ result: SigningResult, _ declaration: Declaration) -> String {
    let verb =
      declaration.isStamp
      ? say("stamped", "タイムスタンプを追加しました") : say("signed", "署名しました")
    let form =
      switch result.form {
      case .embedded: verb
      case .sidecar: verb + say(", label in a separate file", "(ラベルは別ファイル)")
      }
    let comma = say(", ", "、")
    let time = result.stamp.map(\.time.display) ?? say("no time stamp", "タイムスタンプなし")
    let signature = result.pdfSignature.map { signature in
      say(", PDF signature PAdES \(signature.level)", "、PDF署名 PAdES \(signature.level)")
    }
    return form + comma + declaration.text(in: self) + comma + time + (signature ?? "")
  }

  /// A note: in English with its details, in another language as the sentence of its code.
  func text(of note: Note) -> String {
    "\(say(Untrusted.line(note.explanation), sentence(for: note.code))) (\(note.code))"
  }
}
