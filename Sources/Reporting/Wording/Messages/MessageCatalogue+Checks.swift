extension MessageCatalogue {
  /// Of what the checks of a manifest found.
  static let checks = """
    , wanted {}
    、要件 {1}
    a bound watermark has no soft binding
    結び付けられた電子透かしにソフトバインディングがありません
    a certificate of the chain was not valid at {}
    チェーンの証明書が {1} の時点で有効期間外でした
    a certificate of the signer cannot be read
    署名者の証明書を読み取れません
    a government list withdrew its trust from {} on: {}
    政府のトラストリストにより {1} から取り消されています(理由: {2})
    a hard binding may not be kept elsewhere
    ファイルとの結び付けは外部に置けません
    a hard binding may not be redacted
    ファイルとの結び付けは墨消しできません
    a later manifest's stamp matches the signature
    後のマニフェストのタイムスタンプが署名と一致します
    a list withdrew its trust in the time stamp's authority from {} on: {}
    時刻認証局が、リストにより {1} から取り消されています(理由: {2})
    a manifest has an unusual description
    マニフェストの記述が通常と異なります
    a part names no hash of this manifest
    部分が、このマニフェストのハッシュを指していません
    a part of the manifest has an unusual description
    マニフェストの一部の記述が通常と異なります
    a part of the manifest holds something unexpected
    マニフェストの一部に想定外の内容があります
    a redacted assertion still has content
    墨消しされたアサーションに内容が残っています
    a reference names an assertion that no claim lists so
    参照先のアサーションがクレームに記載されていません
    a related assertion is an action or an ingredient
    関連アサーションが操作または素材の記録です
    a related assertion is not about an ingredient
    関連アサーションが素材に関するものではありません
    a related assertion is not in this manifest
    関連アサーションがこのマニフェストにありません
    a revocation list
    失効リスト
    a signature bears {} trusted time stamps; the earliest is of {}
    署名に信頼できるタイムスタンプが{1}個あります。最も早いものは {2} です
    a signature of a kind that this version does not judge ({}): {}
    本バージョンでは検証できない種類の署名があります({1}): {2}
    actions may not be kept elsewhere
    操作の記録は外部に置けません
    actions may not be redacted
    操作の記録は墨消しできません
    after it only proofs about signatures were added
    その後に追加されたのは署名の検証情報だけです
    an action names a program that is not listed
    操作に、一覧にないソフトウェアが記載されています
    an action names its program in two ways
    操作のソフトウェアが2通りに記載されています
    an assertion is referenced twice
    アサーションが重複して参照されています
    an authority of the chain is not made for such signers
    チェーンの認証局の証明書の用途が、この署名者に合いません
    an earlier label or PDF signature did not hold when it was signed over: {}
    以前のラベルまたはPDF署名は、署名し直した時点で有効ではありませんでした: {1}
    an ingredient stands in another list of the claim than the action that names it
    素材と、それを示す操作が、クレームの別の一覧にあります
    an OCSP response
    OCSPレスポンス
    an update has exactly one parent
    更新には元の文書がちょうど1つ必要です
    an update manifest may not hold this assertion
    更新マニフェストには置けないアサーションです
    an update manifest may not record this action
    更新マニフェストには記録できない操作です
    c2pa.created has no digital source type
    c2pa.created に作成方法(digitalSourceType)の記載がありません
    c2pa.opened does not name the one parent
    c2pa.opened が元の文書を示していません
    c2pa.placed does not name components
    c2pa.placed が素材を示していません
    c2pa.redacted does not name an assertion
    c2pa.redacted がアサーションを示していません
    c2pa.translated does not name both languages
    c2pa.translated に翻訳元と翻訳先の言語がそろっていません
    it covers parts of the file only
    対象はファイルの一部のみです
    it covers the file as it was at {} bytes
    対象は{1}バイト時点のファイルです
    it rests on {}
    {1} に基づいています
    it rests on {} and {}
    {1} と {2} に基づいています
    its end is no date
    終了の日時が日付ではありません
    its signer is not the label's: {}
    署名者がラベルの署名者と異なります: {1}
    its start is no date
    開始の日時が日付ではありません
    metadata names the digital source type {}
    メタデータに作成方法(digitalSourceType)として {1} の記載があります
    no anchors were given to believe in
    信頼の起点とするアンカーが指定されていません
    no chain leads from the identity to a government list
    識別情報の証明書から政府のトラストリストに至るチェーンがありません
    no chain leads to a time-stamping authority: {}
    時刻認証局に至るチェーンがありません: {1}
    no chain leads to an anchor: {}
    アンカーに至るチェーンがありません: {1}
    no label was found, and the file could not be searched completely: {}
    ラベルは見つからず、ファイル全体を調べることはできませんでした: {1}
    no list that was given vouches for the service
    サービスが、指定されたどのリストにも登録されていません
    no reference names a binding to the file
    ファイルとの結び付けへの参照がありません
    no standard manifest binds the asset
    ファイルとの結び付けを持つ標準マニフェストがありません
    no time-stamping authorities were given to believe in
    信頼する時刻認証局が指定されていません
    nothing that is known speaks for the signer's certificate at the time of signing
    署名時点で署名者の証明書が失効していないことを示す情報がありません
    parts that may be missing are, {} of them
    なくてもよいとされた部分が{1}個ありません
    the action does not name a component of an earlier manifest
    操作が、以前のマニフェストの素材を示していません
    the action names an ingredient that is no parent
    操作の示す素材が元の文書ではありません
    the assertion describes no ingredient
    アサーションに素材の記述がありません
    the assertion does not match its hash
    アサーションがハッシュ値と一致しません
    the assertion is no list of actions
    アサーションが操作の一覧ではありません
    the assertion is not a map of time stamps
    アサーションがタイムスタンプの一覧ではありません
    the assertion is not in this manifest
    アサーションがこのマニフェストにありません
    the assertion is not there, or is there twice
    アサーションがないか、重複しています
    the assertion matches its hash
    アサーションがハッシュ値と一致します
    the assertion's hash algorithm is not allowed
    アサーションのハッシュアルゴリズムは認められません
    the authority's certificate was not valid at the stamp's time
    タイムスタンプの時点で、時刻認証局の証明書が有効期間外でした
    the binding that is referenced is another manifest's
    参照先の結び付けが別のマニフェストのものです
    the binding {} cannot be checked
    結び付け {1} は検証できません
    the certificate of an authority above the signer's was revoked
    署名者の上位の認証局の証明書は失効しています
    the certificate of an authority breaks the profile: {}
    認証局の証明書が要件を満たしません: {1}
    the certificate of the time stamp's authority was revoked
    時刻認証局の証明書は失効しています
    the chain breaks RFC 5280: {}
    証明書チェーンがRFC 5280に反しています: {1}
    the claim does not list the assertion
    アサーションがクレームに記載されていません
    the claim has several hard bindings
    クレームにファイルとの結び付けが複数あります
    the claim lists the assertion twice
    アサーションがクレームに重複して記載されています
    the claim redacts an assertion of its own
    クレームが自身のアサーションを墨消ししています
    the claim signature does not hold
    クレームの署名が有効ではありません
    the claim signature holds
    クレームの署名は有効です
    the credential has no start
    証明データに開始日時がありません
    the credential is about other assertions
    証明データの対象が別のアサーションです
    the credential was no longer valid
    証明データの有効期間が終了していました
    the credential was not valid yet
    証明データの有効期間が始まっていませんでした
    the credential's issuer is no DID
    証明データの発行者がDIDではありません
    the credential's revocation is to be looked up elsewhere, which is not done
    証明データの失効は外部で確認する必要がありますが、確認していません
    the file could not be hashed: {}
    ファイルのハッシュ値を計算できませんでした: {1}
    the file has {} bytes, more than the {} that are judged
    ファイルが{1}バイトで、判定対象の上限({2}バイト)を超えています
    the file is larger than {} bytes
    ファイルが{1}バイトを超えています
    the file's structure can be read in more than one way
    ファイルの構造の読み方が一通りに定まりません
    the hard binding is no CBOR
    ファイルとの結び付けがCBORではありません
    the header does not hold exactly one stamp
    ヘッダーのタイムスタンプがちょうど1つではありません
    the identity holds, and nobody given vouches for it
    識別情報の署名は有効ですが、指定されたどのリストでも確認できません
    the identity is one that a government list vouches for
    識別情報は政府のトラストリストで確認できます
    the identity's certificate breaks the profile: {}
    識別情報の証明書が要件を満たしません: {1}
    the identity's certificate is not made for signing documents
    識別情報の証明書の用途が文書の署名ではありません
    the identity's certificate was not valid at the time of signing
    識別情報の証明書は署名時点で有効期間外でした
    the identity's certificate was valid at the time of signing
    識別情報の証明書は署名時点で有効期間内でした
    the identity's certificates are missing or cannot be read
    識別情報の証明書がないか、読み取れません
    the identity's chain ends at an anchor of a government list
    識別情報の証明書チェーンは政府のトラストリストのアンカーに至ります
    the ingredient has a manifest and no validation results
    素材にマニフェストがありますが、検証結果がありません
    the ingredient has no manifest
    素材にマニフェストがありません
    the ingredient leads back to itself
    素材の参照が循環しています
    the ingredient's claim signature is missing
    素材のクレームの署名がありません
    the ingredient's claim signature is not the one that was taken in
    素材のクレームの署名が取り込み時のものと異なります
    the ingredient's claim signature is the one that was taken in
    素材のクレームの署名は取り込み時のものです
    the ingredient's manifest is missing
    素材のマニフェストがありません
    the ingredient's manifest is not the one that was taken in
    素材のマニフェストが取り込み時のものと異なります
    the ingredient's manifest is the one that was taken in
    素材のマニフェストは取り込み時のものです
    it would take more signature checks than are made for one file
    署名の検証回数が、1ファイルあたりの上限を超えます
    the kind of signature is not known
    署名の種類が不明です
    the label binds this file alone, and says nothing of the segments
    ラベルの対象はこのファイルのみで、セグメントは対象外です
    the label names {}, and the seal {}
    ラベルの機関は {1}、eシールの機関は {2} です
    the label was stamped again; the earlier one is of {}
    ラベルには後からタイムスタンプが追加されています。以前のものは {1} です
    the lineage of ingredients is too large
    素材の系譜が大きすぎます
    the list believes in it at no time, and the stamp is of {}
    リストはこの時刻認証局をどの時点でも認めていません。タイムスタンプは {1} のものです
    the list believes in it no more since {}, and the stamp is of {}
    リストはこの時刻認証局を {1} 以降は認めていません。タイムスタンプは {2} のものです
    the list believes in it since {}, and the stamp is of {}
    リストがこの時刻認証局を認めるのは {1} 以降です。タイムスタンプは {2} のものです
    the list did not believe in this service at {}
    {1} の時点で、このサービスはリストで認められていませんでした
    the list of parts is no CBOR
    部分の一覧がCBORではありません
    the list names the CA above it for signers, and not for time stamps
    上位の認証局は署名者用としてリストに登録されており、タイムスタンプ用ではありません
    the list's rule {} does not hold: found {}
    リストの規則 {1} を満たしません: 記載は {2} です
    the list's rule {} does not hold: found {}, wanted {}
    リストの規則 {1} を満たしません(記載 {2}、要件 {3})
    the manifest has several parents
    マニフェストに元の文書が複数あります
    the manifest holds more than a claim, its signature and its assertions
    マニフェストに、クレーム、署名、アサーション以外の内容があります
    the manifest records no actions
    マニフェストに操作の記録がありません
    the manifest store holds a manifest that nothing refers to
    マニフェストストアに、どこからも参照されないマニフェストがあります
    the manifest store holds something that is no manifest
    マニフェストストアに、マニフェスト以外の内容があります
    the manifest store was fetched from {}
    マニフェストストアを {1} から取得しました
    the padding holds more than zeros
    余白に0以外のデータがあります
    the padding of a signature holds more than zeros
    署名の余白に0以外のデータがあります
    the payload is not marked as application/vc
    内容が application/vc と示されていません
    the PDF signature that was made with the label: {}
    ラベルと同時に作成されたPDF署名: {1}
    the reference has a hash or its algorithm alone
    参照に、ハッシュ値とアルゴリズムの一方しかありません
    the reference has no location
    参照に所在の記載がありません
    the reference lacks label, size or location
    参照にラベル、大きさ、所在のいずれかがありません
    the separate label {}: {}
    別ファイルのラベル {1}: {2}
    the separate label: {}
    別ファイルのラベル: {1}
    the signature algorithm is not allowed
    署名アルゴリズムは認められません
    the signature cannot be read: {}
    署名を読み取れません: {1}
    the signature carries a payload of its own
    署名が独自の内容を含んでいます
    the signature carries no credential
    署名に証明データがありません
    the signature has an unknown critical header
    署名に不明な必須ヘッダーがあります
    the signature names its certificates twice
    署名に証明書が重複して記載されています
    the signature names no certificate
    署名に証明書の記載がありません
    the signature of the credential does not hold
    証明データの署名が有効ではありません
    the signature of the identity cannot be read: {}
    識別情報の署名を読み取れません: {1}
    the signature of the identity does not hold
    識別情報の署名が有効ではありません
    the signature of the identity holds
    識別情報の署名は有効です
    the signature's certificates cannot be read
    署名の証明書を読み取れません
    the signer is trusted by hand
    署名者の証明書は個別に許可されています
    the signer itself binds no content
    署名者自身によるファイルとの結び付けがありません
    the signer's certificate breaks the profile: {}
    署名者の証明書が要件を満たしません: {1}
    the signer's certificate has no accepted purpose
    署名者の証明書に認められた用途がありません
    the signer's certificate is not made for signing documents
    署名者の証明書の用途が文書の署名ではありません
    the signer's certificate was not revoked when it signed
    署名時点で、署名者の証明書は失効していませんでした
    the signer's certificate was not valid at the time of signing
    署名時点で、署名者の証明書は有効期間外でした
    the signer's certificate was revoked
    署名者の証明書は失効しています
    the signer's certificate was valid at the time of signing
    署名時点で、署名者の証明書は有効期間内でした
    the signer's chain ends at a given anchor
    署名者の証明書チェーンは指定されたアンカーに至ります
    the stamp does not hold its authority's certificate
    タイムスタンプに時刻認証局の証明書がありません
    the stamp has the form of the first version
    タイムスタンプが旧形式です
    the stamp is later than the moment of judgement
    タイムスタンプが判定の時点より後です
    the stamp matches the signature
    タイムスタンプが署名と一致します
    the stamp's authority is one that was given
    時刻認証局は指定されたものです
    the stapled responses cannot be read
    添付されたOCSPレスポンスを読み取れません
    there are several lists of parts
    部分の一覧が複数あります
    there are too many ingredients
    素材が多すぎます
    there are too many references
    参照が多すぎます
    there is not exactly one action that created or opened the asset
    作成または読込みの操作がちょうど1つではありません
    this assertion may not be kept elsewhere
    このアサーションは外部に置けません
    this assertion may not be referred to
    このアサーションは参照できません
    two manifests bear the same label
    同じ名前のマニフェストが2つあります
    {} is not the first action
    {1} が最初の操作ではありません
    """
}
