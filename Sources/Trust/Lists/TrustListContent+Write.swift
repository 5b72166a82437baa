import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL

extension TrustListContent {
  /// The list in the JSON of ETSI TS 119 602, with our extensions: what is signed.
  package var json: [UInt8] { Writer.bytes(of: asValue, pretty: true) }

  var asValue: Value {
    var scheme: [(String, Value)] = [
      ("LoTEVersionIdentifier", 1), ("LoTESequenceNumber", .integer(sequence)),
      ("SchemeOperatorName", operatorNames.asArray),
    ]
    if let schemeNames { scheme.append(("SchemeName", schemeNames.asArray)) }
    if let territory { scheme.append(("SchemeTerritory", .string(territory))) }
    scheme.append(("ListIssueDateTime", .string(issued.rfc3339)))
    scheme.append(("NextUpdate", .string(nextUpdate.rfc3339)))
    var extensions: [Value] = []
    if !recognises.isEmpty {
      let grants: Value = .array(recognises.map(\.asValue))
      extensions.append(.object(Object([(Recognition.extensionName, grants)])))
    }
    if let nextKeys {
      extensions.append(
        .object(Object([(TrustListContent.nextKeysExtension, nextKeys.asValue)])))
    }
    if !keyChanges.isEmpty {
      let changes: Value = .array(keyChanges.map(\.asValue))
      extensions.append(.object(Object([(KeyChange.extensionName, changes)])))
    }
    if !extensions.isEmpty { scheme.append(("SchemeExtensions", .array(extensions))) }
    return [
      "LoTE": [
        "ListAndSchemeInformation": .object(Object(scheme)),
        "TrustedEntitiesList": .array(entities.map(\.asValue)),
      ]
    ]
  }
}

extension TrustedEntity {
  var asValue: Value {
    var information: [(String, Value)] = [("TEName", names.asArray)]
    if let address { information.append(("TEAddress", address)) }
    if let informationURI { information.append(("TEInformationURI", informationURI)) }
    return [
      "TrustedEntityInformation": .object(Object(information)),
      "TrustedEntityServices": .array(services.map(\.asValue)),
    ]
  }
}

extension TrustedService {
  var asValue: Value {
    var information: [(String, Value)] = [
      ("ServiceName", names.asArray), ("ServiceDigitalIdentity", identity),
    ]
    if let type { information.append(("ServiceTypeIdentifier", .string(type.uri))) }
    information.append(("ServiceStatus", .string(current.status.uri)))
    if let start = current.start {
      information.append(("StatusStartingTime", .string(start.rfc3339)))
    }
    var extensions: [Value] = []
    if let scope {
      extensions.append(.object(Object([(Scope.extensionName, scope.asValue), critical])))
    }
    if let seal {
      extensions.append(.object(Object([(SealScope.extensionName, seal.asValue), critical])))
    }
    if !invalidSince.isEmpty {
      let items: Value = .array(invalidSince.map(\.asValue))
      extensions.append(.object(Object([(TrustedService.invalidityExtension, items), critical])))
    }
    if !extensions.isEmpty {
      information.append(("ServiceInformationExtensions", .array(extensions)))
    }
    var members: [(String, Value)] = [("ServiceInformation", .object(Object(information)))]
    if !history.isEmpty {
      members.append(("ServiceHistory", .array(history.map(past))))
    }
    return .object(Object(members))
  }

  private var identity: Value {
    let values = certificates.map { certificate -> Value in
      ["val": .string(Base64.encode(certificate.der))]
    }
    return ["X509Certificates": .array(values)]
  }

  /// A reader that passes over a scope would believe more than the list says.
  private var critical: (String, Value) { ("critical", true) }

  private func past(_ period: StatusPeriod) -> Value {
    var members: [(String, Value)] = [
      ("ServiceName", names.asArray), ("ServiceDigitalIdentity", identity),
      ("ServiceStatus", .string(period.status.uri)),
    ]
    if let start = period.start { members.append(("StatusStartingTime", .string(start.rfc3339))) }
    return .object(Object(members))
  }
}
