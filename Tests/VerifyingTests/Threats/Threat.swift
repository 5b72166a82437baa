/// A threat of the list that Broadseal was designed against.
enum Threat: Int, CaseIterable, Sendable, Comparable {
  case forgedSubject = 1
  case rootInFile = 2
  case toolCertificate = 3
  case foreignAuthority = 4
  case otherMinistry = 5
  case domainTricks = 6
  case lookalikes = 7
  case oddNames = 8
  case noLabel = 9
  case doubtfulLabel = 10
  case officialIngredient = 11
  case strangersUpdate = 12
  case officialParent = 13
  case officialWords = 14
  case borrowedIdentity = 15
  case unknownIdentity = 16
  case purposes = 17
  case chainRules = 18
  case crossCertificates = 19
  case algorithms = 20
  case signatureForm = 21
  case exclusions = 22
  case trimmedPadding = 23
  case filledPadding = 24
  case liftedLabel = 25
  case pictureSegments = 26
  case directories = 27
  case pictureChunks = 28
  case mediaBoxes = 29
  case forgedSizes = 30
  case renamedManifest = 31
  case copiedManifest = 32
  case changedByte = 33
  case parts = 34
  case shownByPDF = 44
  case fileTypes = 47
  case shownByOffice = 58
  case shownByPages = 59
  case brokenStamps = 69
  case competingStamps = 70
  case stampPeriods = 71
  case claimedTimes = 72
  case revocation = 73
  case withdrawnLeaf = 74
  case withdrawnAuthority = 75
  case lists = 76
  case archives = 77
  case requests = 83
  case tracking = 84
  case shownText = 85
  case places = 86
  case planted = 87
  case policies = 88
  case oldForms = 89
  case disturbance = 90
  case poisoning = 91
  case signers = 93
  case privacy = 94
  case shadow = 95
  case sealForgery = 96
  case appendedObjects = 97
  case sealWrapping = 98
  case sealer = 99
  case renewal = 100
  case twoArchives = 110
  case swappedFiles = 111
  case editedRuns = 112
  case dodgedSamples = 113

  /// The threat's number as documents write it.
  var code: String { rawValue < 10 ? "T-0\(rawValue)" : "T-\(rawValue)" }

  /// The threat in one line.
  var title: String {
    switch self {
    case .forgedSubject: "A certificate that copies an agency's name"
    case .rootInFile: "The forger's own root comes along in the file"
    case .toolCertificate: "A real certificate of a maker of tools, in an agency's name"
    case .foreignAuthority: "The CA of one country issues in the name of another"
    case .otherMinistry: "The CA of one ministry issues in the name of another"
    case .domainTricks: "Domain names that look like the agency's"
    case .lookalikes: "Agency names that look the same and are not"
    case .oddNames: "Names that programs read differently"
    case .noLabel: "A government signer, and nothing that says official"
    case .doubtfulLabel: "A label that the signer does not vouch for, or two of them"
    case .officialIngredient: "Something official among what a stranger's document was made from"
    case .strangersUpdate: "A stranger updates an official document"
    case .officialParent: "An official document as the parent of a forgery"
    case .officialWords: "Government names in fields that prove nothing"
    case .borrowedIdentity: "An agency's identity in somebody else's manifest"
    case .unknownIdentity: "An identity of an unknown kind"
    case .purposes: "A certificate made for something else, or for too much"
    case .chainRules: "A chain that breaks RFC 5280"
    case .crossCertificates: "A way around the listed CA"
    case .algorithms: "Weak or wrong algorithms"
    case .signatureForm: "COSE structures that readers take differently"
    case .exclusions: "A hash that leaves out more than the label"
    case .trimmedPadding: "Padding that is cut away, and content in its place"
    case .filledPadding: "Something in the zeros that fill up a label"
    case .liftedLabel: "A label that is taken out and shown beside the file"
    case .pictureSegments: "Segments of a JPEG picture that are moved, renumbered or put in"
    case .pictureChunks: "Chunks of a PNG picture that are doubled, moved or damaged"
    case .renamedManifest: "A manifest under another name"
    case .copiedManifest: "A label that was made for another file"
    case .parts: "Parts of a file that overlap, are missing, or leave something out"
    case .directories: "Directories of TIFF that lead astray"
    case .mediaBoxes: "Boxes of a media file that hold more than was signed"
    case .forgedSizes: "Forged sizes, chunks, blocks and frames in pictures and recordings"
    case .changedByte: "One changed bit, in a file of each format"
    case .shownByPDF: "A PDF that shows or does other things than its pages say"
    case .shownByOffice: "An Office document that shows other things than its text says"
    case .shownByPages: "A page, drawing, book or text that shows what is not in it"
    case .fileTypes: "The same bytes under another name"
    case .brokenStamps: "Time stamps that do not hold"
    case .competingStamps: "A second time stamp in place of the first"
    case .stampPeriods: "Stamps and signatures outside the time of certificates and lists"
    case .claimedTimes: "Times that the signer only claims"
    case .revocation: "Revoked certificates, and answers that prove nothing"
    case .withdrawnLeaf: "A whole issuer is withdrawn after valid, stamped signatures"
    case .withdrawnAuthority: "A time-stamping authority is compromised"
    case .lists: "Lists that are old, forged, swapped or not recognised"
    case .archives: "Archives whose certificates have all expired"
    case .requests: "References that would have the verifier ask somebody"
    case .tracking: "References that would tell who reads"
    case .shownText: "Text that would do something where it is shown"
    case .places: "Names, things that are no files, and files without an end"
    case .planted: "What somebody put into the folder that is audited"
    case .policies: "Policies that seem to ask for something, and files that slip past them"
    case .oldForms: "Labels of the forms before C2PA 2.0"
    case .disturbance: "Runs that are broken off, crowded, or without room"
    case .poisoning: "A history that somebody else wrote to"
    case .signers: "Signing programs that lie, and approvals of other bytes"
    case .privacy: "What is redacted can be guessed; a person's name is published"
    case .shadow: "A sealed PDF that was prepared to show something else (shadow attacks)"
    case .sealForgery: "A seal that says too little to be computed (universal signature forgery)"
    case .appendedObjects: "Objects appended after a seal (incremental saving)"
    case .renewal: "A renewal of a seal that is taken out, swapped, late or over something else"
    case .twoArchives: "An archive out of which other programs take other files"
    case .swappedFiles: "Links that take a document's place after it was looked at"
    case .editedRuns: "A history of audits that was edited, and runs of it that are compared"
    case .dodgedSamples: "Files that are named so that no sample has them"
    case .sealer: "A seal that holds, by somebody whom no list vouches for then and there"
    case .sealWrapping: "What a seal covers is moved, and something else stands there (wrapping)"
    }
  }

  static func < (left: Threat, right: Threat) -> Bool { left.rawValue < right.rawValue }
}
