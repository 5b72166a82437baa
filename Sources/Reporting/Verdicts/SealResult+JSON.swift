import BroadsealBytes
import BroadsealJSON
import BroadsealVerifying

extension SealResult: Telling {
  /// Members of a PDF signature.
  func tell(_ json: inout some JSON.Composer) {
    json.openObject("seal")
    json.add("official", isOfficial)
    if speaks { json.add("speaks", true) }
    json.add("reasons", all: reasons)
    json.closeObject()
    if let agency, let list {
      json.openObject("entry")
      json.add("agency", agency)
      json.add("jurisdiction", known: jurisdiction)
      json.add("list", list)
      json.closeObject()
    }
    if !time.isUnknown { json.add("time", time) }
  }
}

extension SealTime: Telling {
  fileprivate var isUnknown: Bool {
    trusted == nil && authority == nil && claimed == nil && notBefore == nil
  }

  func tell(_ json: inout some JSON.Composer) {
    json.add("trusted", known: trusted)
    json.add("by", known: authority)
    json.add("claimed", known: claimed)
    json.add("notBefore", known: notBefore)
  }
}

extension SignerChain: Telling {
  /// Members of a PDF signature.
  func tell(_ json: inout some JSON.Composer) {
    json.add("issuer", issuer)
    json.openArray("chain")
    for link in links {
      json.openObject(nil)
      json.add("subject", link.subject)
      json.add("sha256", link.sha256)
      json.closeObject()
    }
    json.closeArray()
    json.add("chainFailure", known: failure)
  }
}
