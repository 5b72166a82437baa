/// Looks for phrases by which text addresses a language model and not its reader.
///
/// A heuristic: a short list, in English and Japanese, of what such texts were seen to say. A text that
/// quotes one is found too, and one that words it differently is not. It is worth a note and never more.
struct ModelPhrases {
  /// Where the piece begins that the first one stands in; nil when none was found.
  private(set) var found: Int?
  /// Text as it is compared: small letters, one blank between words.
  private var text: [UInt8] = []
  /// Where the pieces of it begin: in the text, and in the file.
  private var pieces: [(index: Int, offset: Int)] = []

  /// Bytes that are compared at a time, and those that the next time begins with.
  private static let block = 64 << 10
  private static let overlap = 256

  /// Takes more text in UTF-8, from `offset` on.
  mutating func take(_ more: some Collection<UInt8>, at offset: Int) {
    guard found == nil else { return }
    if pieces.last?.offset != offset { pieces.append((text.count, offset)) }
    for byte in more {
      if byte.isMarkupSpace {
        if let last = text.last, last != 0x20 { text.append(0x20) }
      } else {
        text.append(byte.lowercased)
      }
      if text.count >= ModelPhrases.block { compare() }
    }
  }

  /// Ends the text.
  mutating func finish() { compare() }

  private mutating func compare() {
    guard found == nil, !text.isEmpty else { return }
    if let first = ModelPhrases.all.compactMap({ text[...].firstIndex(of: $0) }).min() {
      found = pieces.last { $0.index <= first }?.offset ?? 0
    }
    let gone = text.count - min(text.count, ModelPhrases.overlap)
    text.removeFirst(gone)
    let kept = pieces.lastIndex { $0.index <= gone } ?? 0
    pieces = pieces.dropFirst(kept).map { (max(0, $0.index - gone), $0.offset) }
  }

  private static let all: [StaticString] = [
    "ignore previous instructions", "ignore all previous instructions",
    "ignore all prior instructions", "ignore the above instructions", "ignore your instructions",
    "disregard previous instructions", "disregard all previous instructions",
    "disregard the above instructions", "disregard your instructions",
    "forget previous instructions", "forget all previous instructions",
    "forget your instructions", "override your instructions",
    "if you are a language model", "if you are an ai", "if you are a large language model",
    "note to ai assistant", "note to language model", "instructions for ai assistants",
    "instruction to the ai", "attention, ai", "ai assistants must", "ai assistants reading this",
    "llm reading this", "do not tell the user", "do not mention this to the user",
    "without telling the user", "when summarizing this document, say",
    "when asked to summarize this document", "<|im_start|>", "<|system|>", "[/inst]",
    "これまでの指示を無視", "以前の指示を無視", "前の指示を無視", "上記の指示を無視", "すべての指示を無視",
    "指示をすべて無視", "あなたが言語モデルなら", "あなたがaiなら", "aiへの指示", "aiアシスタントへの指示",
    "言語モデルへの指示", "ユーザーには伝えないで", "ユーザーに伝えないで", "ユーザーには言わないで",
    "この文書を要約する場合は", "この文書を要約する際は",
  ]
}
