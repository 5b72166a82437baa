import BroadsealNotes

extension Format {
  /// PNG, and APNG, which moves (PNG third edition).
  package static let png = Format(
    "png",
    [
      FileType("image/png", ["png"], "PNG picture", "PNG画像"),
      FileType("image/apng", ["apng"], "animated PNG picture", "PNGアニメーション"),
    ],
    recognition: .opening([Opening(PNGWalker.signature)]), opener: .carrier(PNGCarrier.self),
    end: Array("IEND".utf8), holdsMarkup: false, storeMark: .all, growsInPlace: true, codes: .png,
    label: "inside, in a `caBX` chunk")
}
