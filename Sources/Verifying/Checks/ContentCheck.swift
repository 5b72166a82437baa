import BroadsealCBOR
import BroadsealNotes
import BroadsealProvenance

/// Rules of single assertions that need nothing but the assertion (C2PA 2.4 §15.10.3.2).
enum ContentCheck {
  static func run(_ subject: ManifestSubject, into log: inout StatusLog) {
    for assertion in subject.assertions {
      guard let fault = fault(of: assertion, in: subject.manifest) else { continue }
      log.add(fault.code, at: subject.place.assertion(assertion.label.text), fault.reason)
    }
  }

  private static func fault(of assertion: ProvedAssertion, in manifest: Manifest) -> Problem? {
    switch assertion.label.base {
    case "c2pa.cloud-data": cloudDataFault(of: assertion.value, in: manifest)
    case "c2pa.external-reference": externalReferenceFault(of: assertion.value)
    case KnownLabel.timeStamp: timeStampFault(of: assertion.value)
    default: metadataFault(of: assertion.value)
    }
  }

  private static func cloudDataFault(
    of value: CBOR.Value?, in manifest: Manifest
  ) -> Problem? {
    guard let label = value?["label"]?.text, value?["size"] != nil, value?["location"] != nil else {
      return Problem(.assertionCloudDataMalformed, "the reference lacks label, size or location")
    }
    let kind = AssertionLabel(label)
    if kind.isHardBinding || kind.isMultiAssetHash {
      return Problem(.assertionCloudDataHardBinding, "a hard binding may not be kept elsewhere")
    }
    if kind.isActions {
      return Problem(
        manifest.kind == .update ? .assertionCloudDataActions : .assertionCloudDataMalformed,
        "actions may not be kept elsewhere")
    }
    if kind.isIngredient || kind.isOne(of: ["c2pa.cloud-data"]) {
      return Problem(.assertionCloudDataMalformed, "this assertion may not be kept elsewhere")
    }
    return nil
  }

  private static func externalReferenceFault(of value: CBOR.Value?) -> Problem? {
    guard let location = value?["location"], location["url"]?.text != nil else {
      return Problem(.assertionExternalReferenceMalformed, "the reference has no location")
    }
    guard (location["alg"] == nil) == (location["hash"] == nil) else {
      return Problem(
        .assertionExternalReferenceMalformed, "the reference has a hash or its algorithm alone")
    }
    guard let label = value?["label"]?.text else { return nil }
    let kind = AssertionLabel(label)
    let isForbidden =
      kind.isActions || kind.isIngredient || kind.isHardBinding || kind.isMultiAssetHash
      || kind.isOne(of: ["c2pa.cloud-data", "c2pa.external-reference"])
    return isForbidden
      ? Problem(.assertionExternalReferenceMalformed, "this assertion may not be referred to")
      : nil
  }

  private static func timeStampFault(of value: CBOR.Value?) -> Problem? {
    guard let map = value?.map, !map.isEmpty else {
      return Problem(.assertionTimestampMalformed, "the assertion is not a map of time stamps")
    }
    return nil
  }

  private static func metadataFault(of value: CBOR.Value?) -> Problem? {
    guard let value else { return nil }
    do throws(Problem) {
      _ = try AssertionMetadata.read(value)
      return nil
    } catch { return error }
  }
}
