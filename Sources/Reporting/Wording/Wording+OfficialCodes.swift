extension Wording {
  /// The nine conditions for "official", by the code of what is wrong.
  static let officialCodes: [String: (String, String)] = [
    "OFF-1-ALTERED": (
      "The file or its record was changed.", "ファイルまたは署名時の記録が変更されています。"
    ),
    "OFF-1-CREDENTIAL-UNPROTECTED": (
      "The signature does not cover the signer's certificate.", "署名が署名者の証明書を保護していません。"
    ),
    "OFF-1-BINDING-FORM": (
      "The content is bound in another form than the standard's for this format.",
      "この形式に定められた方法以外で内容が保護されています。"
    ),
    "OFF-1-EXCLUSIONS": (
      "More than the label itself is left out of the check.", "ラベル以外の部分も検証対象から除かれています。"
    ),
    "OFF-1-FILE-STRUCTURE": (
      "Two programs could read the file differently.", "プログラムによって異なる内容に読める構造です。"
    ),
    "OFF-1-FILE-TYPE": (
      "The name and the content are of different types.", "ファイル名と内容の形式が異なります。"
    ),
    "OFF-1-INGREDIENT": (
      "Something that the document was made from does not hold.", "素材となったファイルの記録が成り立ちません。"
    ),
    "OFF-1-INVALID": (
      "The label is not valid by the C2PA standard.", "ラベルがC2PA標準の検証に合格していません。"
    ),
    "OFF-1-LAYOUT": (
      "The label is not laid out as official labels are.", "ラベルの配置が公式ラベルの要件を満たしません。"
    ),
    "OFF-1-LIMIT": (
      "Not everything that the document was made from could be looked at.",
      "素材の一部を確認できませんでした。"
    ),
    "OFF-1-OLD-CLAIM": (
      "The label is of an old form.", "ラベルの形式が古いものです。"
    ),
    "OFF-1-PDF-SIGNATURE": (
      "The PDF signature that was made with the label does not hold.",
      "ラベルと同時に作成されたPDF署名が成り立ちません。"
    ),
    "OFF-1-SIGNATURE-FORM": (
      "The signature is not in the one form allowed.", "署名の形式が認められたものではありません。"
    ),
    "OFF-1-UNPROVED": (
      "Nothing that the label says could be proved.", "ラベルの内容を確認できませんでした。"
    ),
    "OFF-1-UPDATED": (
      "The label that this one updates does not hold.", "更新元のラベルが成り立ちません。"
    ),
    "OFF-2-IDENTITY-EXTRA": (
      "The label says more than the agency's identity stands behind.",
      "機関の識別情報の対象外の内容がラベルに含まれています。"
    ),
    "OFF-2-IDENTITY-FORM": (
      "The agency's identity is not in the one form allowed.",
      "機関の識別情報の形式が認められたものではありません。"
    ),
    "OFF-2-IDENTITY-PARTIAL": (
      "The agency's identity does not stand behind the whole document.",
      "機関の識別情報が文書全体を対象としていません。"
    ),
    "OFF-2-IDENTITY-UNTRUSTED": (
      "No government list vouches for the identity.",
      "識別情報は政府のトラストリストで確認できません。"
    ),
    "OFF-2-INGREDIENT-ONLY": (
      "Only something that the document was made from is official, not the document itself.",
      "公式なのは素材だけで、この文書自体ではありません。"
    ),
    "OFF-3-NO-LIST": (
      "No government trust list was given.", "政府のトラストリストが指定されていません。"
    ),
    "OFF-3-ROOT-IN-FILE": (
      "The file brings its own root certificate, which counts for nothing.",
      "ファイルに含まれるルート証明書は信頼の根拠になりません。"
    ),
    "OFF-3-SELF-SIGNED": (
      "The signer vouches only for itself.", "署名者が自分自身を証明しているだけです。"
    ),
    "OFF-3-UNLISTED": (
      "The signer is on no government trust list that was given.",
      "署名者は指定された政府のトラストリストに登録されていません。"
    ),
    "OFF-4-CHAIN": (
      "The chain of certificates breaks a rule.", "証明書チェーンが規則に違反しています。"
    ),
    "OFF-4-PROFILE": (
      "The certificate does not fit the C2PA profile.", "証明書がC2PAの要件を満たしません。"
    ),
    "OFF-4-PURPOSE": (
      "The certificate was not made for this one purpose.", "証明書の用途が適切ではありません。"
    ),
    "OFF-6-GATHERED": (
      "The signer only passes the official label on.", "公式ラベルは署名者自身の申告ではありません。"
    ),
    "OFF-6-MALFORMED": (
      "The official label cannot be read.", "公式ラベルを読み取れません。"
    ),
    "OFF-6-NO-LABEL": (
      "The document is signed, but not labelled official.", "署名はありますが、公式ラベルはありません。"
    ),
    "OFF-6-NOT-OFFICIAL": (
      "The label does not say that the document is official.", "ラベルは公式文書であると示していません。"
    ),
    "OFF-6-REPEATED": (
      "There is more than one official label.", "公式ラベルが複数あります。"
    ),
    "OFF-7-AUTHORITY-UNLISTED": (
      "The time-stamp authority is not on the trust list.",
      "時刻認証局がトラストリストに登録されていません。"
    ),
    "OFF-7-AUTHORITY-WITHDRAWN": (
      "The trust list has withdrawn the time-stamp authority.",
      "トラストリストで時刻認証局が取り消されています。"
    ),
    "OFF-7-NO-STAMP": (
      "There is no time stamp.", "タイムスタンプがありません。"
    ),
    "OFF-7-NOT-GRANTED": (
      "The trust list did not recognise the signer at the time of signing.",
      "署名時点では、署名者はトラストリストで認められていませんでした。"
    ),
    "OFF-7-OUTSIDE-VALIDITY": (
      "It was signed outside the validity of a certificate.", "署名時刻が証明書の有効期間外です。"
    ),
    "OFF-7-STAMP-FORM": (
      "The time stamp holds parts that its signature does not cover.",
      "タイムスタンプに、その署名の対象外の部分が含まれています。"
    ),
    "OFF-7-STAMP-UNTRUSTED": (
      "The time stamp is not trusted.", "タイムスタンプを信頼できません。"
    ),
    "OFF-7-WITHDRAWN": (
      "The trust list has withdrawn the signer.", "トラストリストで署名者が取り消されています。"
    ),
    "OFF-8-REVOKED": (
      "The signer's certificate was revoked.", "署名者の証明書は失効しています。"
    ),
    "OFF-8-UNKNOWN": (
      "Nothing proves that the certificate was not revoked.", "証明書が失効していないことを確認できません。"
    ),
    "OFF-9-EVIDENCE": (
      "The evidence was kept for another file.", "保存された証拠は別のファイルのものです。"
    ),
    "OFF-9-NOT-YET-ISSUED": (
      "The trust list was issued later.", "トラストリストはその時点でまだ発行されていません。"
    ),
    "OFF-9-RECOGNITION": (
      "The recognition by the other list is not in force.", "他のリストによる承認は有効期間外です。"
    ),
    "OFF-9-STALE": (
      "It cannot be decided: the trust list is out of date.",
      "トラストリストの有効期限が切れているため、判断できません。"
    ),
  ]

  /// The rules of a trust list's scope.
  static let scopeRules: [String: (String, String)] = [
    "AGENCY": ("The agency in the label", "ラベルの機関"),
    "CHAIN": ("The chain of certificates", "証明書チェーン"),
    "COUNTRY": ("The country in the certificate", "証明書の国名"),
    "DNS-NAME": ("The domain in the certificate", "証明書のドメイン名"),
    "JURISDICTION": ("The jurisdiction in the label", "ラベルの管轄"),
    "KEY-ALGORITHM": ("The kind of key", "鍵の種類"),
    "LABEL": ("What the label states", "ラベルの申告内容"),
    "ORGANIZATION": ("The organisation in the certificate", "証明書の組織名"),
    "ORGANIZATION-IDENTIFIER": ("The organisation's identifier", "証明書の組織識別子"),
    "ORGANIZATIONAL-UNIT": ("The unit in the certificate", "証明書の部署名"),
    "PATH-LENGTH": ("The length of the chain", "証明書チェーンの長さ"),
    "PIN": ("The signer's key", "署名者の鍵"),
    "POLICY": ("The certificate policy", "証明書ポリシー"),
    "PURPOSE": ("The purpose of the certificate", "証明書の用途"),
    "RECOGNITION": ("The recognition by another list", "他のリストによる承認の範囲"),
    "SUBJECT-SYNTAX": ("The way the name is written", "名称の表記"),
  ]
}
