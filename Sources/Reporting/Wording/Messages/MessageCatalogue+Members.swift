extension MessageCatalogue {
  /// Of trust lists and evidence, and of what is wrong with one of their members.
  static let members = """
    a key of type {} signs here, not P-256, P-384 or Ed25519
    署名の鍵が {1} です(P-256、P-384、Ed25519のいずれかが必要です)
    certificate {}
    証明書{1}
    it is the list {}, and the keys are those of {}
    リストは {1} ですが、鍵は {2} のものです
    keys of {}
    {1} の鍵
    no object identifier
    オブジェクト識別子がありません
    number {}
    第{1}号
    the agency has {} services, and a number holds at one of them
    機関にサービスが{1}件あり、シリアル番号はそのうち1件のものです
    the evidence
    証拠
    the list says that its keys changed: trust update with {} takes you over, then with this one
    リストの鍵が変更されています。まず {1} で、次にこのリストで trust update を実行してください
    {} are too many
    {1} が多すぎます
    {} cannot be read: {}
    {1} を読み取れません: {2}
    {} extension is not understood
    {1} の拡張に対応していません
    {} has a jurisdiction outside the list's SchemeTerritory
    {1} の管轄がリストの SchemeTerritory の範囲外です
    {} has a member that is no language tag
    {1} に言語タグではない項目があります
    {} has a member that the schema does not know
    {1} にスキーマにない項目があります
    {} holds a control character
    {1} に制御文字があります
    {} holds a language twice
    {1} の言語が重複しています
    {} holds a value twice
    {1} の値が重複しています
    {} holds an unknown value
    {1} に不明な値があります
    {} holds both a scope of labels and one of seals
    {1} にラベルの範囲とeシールの範囲の両方があります
    {} holds no string
    {1} に文字列以外の値があります
    {} holds something that is no jurisdiction
    {1} に管轄ではない値があります
    {} holds something that is no usable object identifier
    {1} に使用できないオブジェクト識別子があります
    {} holds something that is not a plain domain name
    {1} にドメイン名ではない値があります
    {} holds something that is not a SHA-256 digest
    {1} にSHA-256のハッシュ値ではない値があります
    {} holds something that is not Base64
    {1} にBase64ではない値があります
    {} holds too many services
    {1} のサービスが多すぎます
    {} holds {} twice
    {1} に {2} が重複しています
    {} in English and SchemeTerritory are needed by scopes and recognitions
    範囲または受入れがある場合は、英語の {1} と SchemeTerritory が必要です
    {} in English is needed by new list keys
    新しい鍵がある場合は、英語の {1} が必要です
    {} is below 1
    {1} が1未満です
    {} is missing
    {1} がありません
    {} is needed by ended
    ended がある場合は {1} が必要です
    {} is no language tag
    {1} が言語タグではありません
    {} is not 1
    {1} が 1 ではありません
    {} is not a code of two letters
    {1} が2文字のコードではありません
    {} is not a country
    {1} が国コードではありません
    {} is not a country, a part of one, or INT
    {1} が国、地域、INT のいずれでもありません
    {} is not a SHA-256 digest
    {1} がSHA-256のハッシュ値ではありません
    {} is not a string
    {1} が文字列ではありません
    {} is not after from
    {1} が from より後ではありません
    {} is not after ListIssueDateTime
    {1} が ListIssueDateTime より後ではありません
    {} is not an address with a scheme
    {1} がスキーム付きのアドレスではありません
    {} is not an array
    {1} が配列ではありません
    {} is not an array, or empty
    {1} が配列ではないか、空です
    {} is not an integer
    {1} が整数ではありません
    {} is not an object
    {1} がオブジェクトではありません
    {} is not an RFC 3339 time
    {1} がRFC 3339の日時ではありません
    {} is not Base64
    {1} がBase64ではありません
    {} is not Base64url
    {1} がBase64urlではありません
    {} is not between 0 and 8
    {1} が0から8の範囲ではありません
    {} is not between 1 and 3
    {1} が1から3の範囲ではありません
    {} is not lower-case hexadecimal
    {1} が小文字の16進数ではありません
    {} is not true beside {}
    {2} がある場合、{1} は true でなければなりません
    {} is not understood
    {1} に対応していません
    {} is there twice
    {1} が重複しています
    {} is too large
    {1} が大きすぎます
    {} is unknown
    {1} が不明です
    {} may be false only with keys that have both from and to
    {1} を false にできるのは、from と to のある鍵だけです
    {} names nobody
    {1} に対象の記載がありません
    {} repeats a protected member
    {1} に保護された項目が重複しています
    {} serial or ca: exactly one of them must be present
    {1}、serial、ca のうち1つだけが必要です
    {} services have a certificate of the same name, or may be meant
    同じ名称の証明書を持つサービスが{1}件あります
    {} services on the draft have this key or issued its certificate
    この鍵を持つか、証明書を発行したサービスが、下書きに{1}件あります
    {} speaks for signers, in a service that is no CA or has no StatusStartingTime
    {1} は署名者に関するものですが、認証局ではないか StatusStartingTime のないサービスにあります
    {} tells too many changes of keys
    {1} の鍵の変更が多すぎます
    {}.{} is missing
    {1}.{2} がありません
    one end of the label's frame is missing
    ラベルの枠の一端がありません
    """
}
