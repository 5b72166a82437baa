import BroadsealBytes

/// The kind of source an action or an ingredient declares (C2PA 2.4 §18.15.4.5).
///
/// The IPTC vocabulary and C2PA's own two terms, as exact URIs: another scheme, another case, a
/// trailing slash or a retired term is no term of it.
package enum DigitalSourceType: String, CaseIterable, Sendable {
  /// Made by a generative model.
  case trainedAlgorithmicMedia =
    "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
  /// Part of it made or changed by a generative model.
  case compositeWithTrainedAlgorithmicMedia =
    "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
  /// Mixed of elements, at least one of them synthetic.
  case compositeSynthetic = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeSynthetic"
  /// Data, not media, made by a model.
  case trainedAlgorithmicData = "http://c2pa.org/digitalsourcetype/trainedAlgorithmicData"
  /// Made by an algorithm without training data.
  case algorithmicMedia = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
  /// Enhanced by an algorithm.
  case algorithmicallyEnhanced =
    "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicallyEnhanced"
  /// Captured by a camera or another sensor.
  case digitalCapture = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"
  /// Captured and processed in the camera.
  case computationalCapture =
    "http://cv.iptc.org/newscodes/digitalsourcetype/computationalCapture"
  /// Mixed of captured elements only.
  case compositeCapture = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeCapture"
  /// Made by a person with tools that are no models.
  case digitalCreation = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation"
  /// Changed by a person.
  case humanEdits = "http://cv.iptc.org/newscodes/digitalsourcetype/humanEdits"
  /// Made from data.
  case dataDrivenMedia = "http://cv.iptc.org/newscodes/digitalsourcetype/dataDrivenMedia"
  /// Digitised from a negative.
  case negativeFilm = "http://cv.iptc.org/newscodes/digitalsourcetype/negativeFilm"
  /// Digitised from a positive.
  case positiveFilm = "http://cv.iptc.org/newscodes/digitalsourcetype/positiveFilm"
  /// Digitised from paper.
  case print = "http://cv.iptc.org/newscodes/digitalsourcetype/print"
  /// Mixed of elements that are not told.
  case composite = "http://cv.iptc.org/newscodes/digitalsourcetype/composite"
  /// Captured from a screen.
  case screenCapture = "http://cv.iptc.org/newscodes/digitalsourcetype/screenCapture"
  /// Recorded in a virtual place.
  case virtualRecording = "http://cv.iptc.org/newscodes/digitalsourcetype/virtualRecording"
  /// Without content: a blank page.
  case empty = "http://c2pa.org/digitalsourcetype/empty"

  /// The term that `text` is, byte by byte; nil for anything else.
  package init?(exactly text: String) {
    guard let term = DigitalSourceType.allCases.first(where: { $0.rawValue.isExactly(text) }) else {
      return nil
    }
    self = term
  }
}

/// What a statement declares about AI; declared, never detected. Stronger statements are greater.
package enum AIDeclaration: Int, Comparable, Hashable, Sendable {
  /// No generative AI.
  case noneDeclared
  /// Something that does not tell; never read as human-made.
  case unknown
  /// Part of it was made or changed by a generative model.
  case altered
  /// Made by a generative model.
  case generated

  package static func < (left: AIDeclaration, right: AIDeclaration) -> Bool {
    left.rawValue < right.rawValue
  }

  /// What a kind of source declares.
  ///
  /// - Parameters:
  ///   - text: the `digitalSourceType` as received.
  ///   - isCreation: whether it stands on the creation of an asset that has no parent; a model's
  ///     work on anything else alters it.
  package init(digitalSourceType text: String, isCreation: Bool) {
    switch DigitalSourceType(exactly: text) {
    case .trainedAlgorithmicMedia, .trainedAlgorithmicData:
      self = isCreation ? .generated : .altered
    case .compositeWithTrainedAlgorithmicMedia, .compositeSynthetic:
      self = .altered
    case .digitalCreation, .digitalCapture, .computationalCapture, .humanEdits, .negativeFilm,
      .positiveFilm, .print, .dataDrivenMedia, .algorithmicMedia, .algorithmicallyEnhanced,
      .compositeCapture:
      self = .noneDeclared
    case .composite, .screenCapture, .virtualRecording, .empty, nil:
      self = .unknown
    }
  }
}
