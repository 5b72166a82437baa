/// Every attack that is tried and every genuine file, from which the documents' table is made.
enum ThreatTable {
  /// Files that attackers hand over.
  static let attacks: [ThreatRow] =
    OriginThreats.rows + NameThreats.rows + LabelThreats.rows + IdentityThreats.rows
    + CertificateThreats.rows + AlgorithmThreats.rows + SignatureThreats.rows + TimeThreats.rows
    + AuthorityThreats.rows
    + RevocationThreats.rows + ListThreats.rows + WithdrawalThreats.rows + TypeThreats.rows
    + ArchiveThreats.rows + RecordingThreats.rows + FormatThreats.rows + PictureThreats.rows
    + SealThreats.rows + SealerThreats.rows + MediaBoxThreats.rows + RenewalThreats.rows
    + BindingThreats.rows + PartThreats.rows
    + LegacyThreats.rows + ShownTextThreats.rows

  /// Files that agencies hand over.
  static let genuine: [ThreatRow] =
    GenuineFiles.rows + GenuineRenewals.rows + GenuinePlaces.rows
    + TypeThreats.genuine + ArchiveThreats.genuine + FormatThreats.genuine
    + ShownThreats.genuine

  /// What is tried against a whole run of the program.
  static let runs: [ThreatRun] =
    NetworkThreats.runs + SignerThreats.runs + MemoryThreats.runs + ShownThreats.runs
    + SweepThreats.runs + SwapThreats.runs + MediaBoxThreats.runs

  /// What is tried against an audit of a folder.
  static let audits: [ThreatAudit] =
    ShownTextThreats.audits + FolderThreats.audits + PolicyThreats.audits + HistoryThreats.audits
}
