extension MessageCatalogue {
  /// Of what a manifest says.
  static let provenance = """
    a block has no size
    ブロックの大きさの記載がありません
    a box of a hash tree cannot be read
    ハッシュ木のボックスを読み取れません
    a box of a hash tree does not say to which it belongs
    ハッシュ木のボックスに、どの木のものか記載がありません
    a box of a hash tree holds more than zeros behind its content
    ハッシュ木のボックスの内容の後に0以外のデータがあります
    a hard binding may not stand elsewhere
    ファイルとの結び付けは外部に置けません
    a hash is no byte string
    ハッシュ値がバイト列ではありません
    a hash tree does not say what it is over
    ハッシュ木に対象の記載がありません
    a hash tree has no leaves, or more hashes than leaves
    ハッシュ木に葉がないか、ハッシュ値の数が葉より多くなっています
    a hash tree has two kinds of blocks, or blocks of no bytes
    ハッシュ木に2種類のブロックか、空のブロックがあります
    a hash tree is no map
    ハッシュ木の形式が正しくありません
    a part does not say in one way where it lies
    部分の位置が一通りに定まりません
    a part has no location or no hash assertion
    部分に位置またはハッシュの記載がありません
    a part lies where no file has bytes
    部分がファイルの範囲外を指しています
    a process ends before it starts
    処理の終了が開始より前です
    a recorded status has no code
    記録された検証結果にコードがありません
    a reference has no hash
    参照にハッシュ値がありません
    a reference has no url
    参照にURLがありません
    a time stamp is no label and its token
    タイムスタンプがラベルとトークンの組ではありません
    a URI climbs
    URIが上位の階層を指しています
    a URI is no text
    URIが文字列ではありません
    a verified identity has no date of verification
    確認済みの識別情報に確認日時がありません
    a verified identity has no type
    確認済みの識別情報に種類の記載がありません
    a verified identity names no provider
    確認済みの識別情報に提供者の記載がありません
    a verified identity of type {} has no {}
    種類 {1} の確認済みの識別情報に {2} がありません
    an action ends before it starts
    操作の終了が開始より前です
    an action has both a time and a span of time
    操作に日時と期間の両方が記載されています
    an action is no map
    操作の記録の形式が正しくありません
    an assertion of this label may not stand elsewhere
    この種類のアサーションは外部に置けません
    an embedded file is not its description and its data
    埋め込みファイルが記述とデータの組ではありません
    an entry has no hash
    項目にハッシュ値がありません
    an entry has no names
    項目に名前がありません
    an exclusion has no start and length from zero up
    対象外の範囲に、0以上の開始位置と長さがありません
    an exclusion has too many parts
    対象外の範囲の区分が多すぎます
    an exclusion is no map
    対象外の範囲の形式が正しくありません
    an ingredient with a manifest states a source or related assertions
    マニフェストのある素材に、出所または関連アサーションが記載されています
    an OCSP response is no byte string
    OCSPレスポンスがバイト列ではありません
    CBOR content is not one CBOR box
    CBORの内容が1つのCBORボックスではありません
    compressed manifests cannot be read
    圧縮されたマニフェストを読み取れません
    generator info is no map
    作成ソフトウェアの情報の形式が正しくありません
    JSON content is not one JSON box
    JSONの内容が1つのJSONボックスではありません
    jumbf manifest
    マニフェスト
    recorded statuses are no map
    記録された検証結果の形式が正しくありません
    redacted content is not all zeros
    墨消しされた内容が0で埋められていません
    the agency
    機関
    the agency has no names
    機関に名称がありません
    the approval
    承認
    the BMFF hash has neither hash nor tree
    BMFFハッシュにハッシュ値もハッシュ木もありません
    the BMFF hash has too many exclusions or trees
    BMFFハッシュの対象外の範囲またはハッシュ木が多すぎます
    the claim box does not hold one CBOR box
    クレームのボックスの内容が1つのCBORボックスではありません
    the claim does not name this manifest's signature box
    クレームがこのマニフェストの署名を指していません
    the claim is no map
    クレームの形式が正しくありません
    the credential is no JSON: {}
    証明データがJSONではありません: {1}
    the credential is not one of verified identities
    証明データが確認済みの識別情報のものではありません
    the credential names nobody
    証明データに対象者の記載がありません
    the data hash has no hash
    データハッシュにハッシュ値がありません
    the data hash is no map
    データハッシュの形式が正しくありません
    the description of an embedded file is no sound UTF-8
    埋め込みファイルの記述がUTF-8ではありません
    the embedded file is external
    埋め込みファイルが外部にあります
    the field actions is missing or empty
    項目 actions がないか、空です
    the field boxes is missing or empty
    項目 boxes がないか、空です
    the field claim_generator_info is missing
    項目 claim_generator_info がありません
    the field exclusions is missing or empty
    項目 exclusions がないか、空です
    the field ingredients is empty
    項目 ingredients が空です
    the field location is missing
    項目 location がありません
    the field parts is missing or empty
    項目 parts がないか、空です
    the field referenced_assertions is missing or empty
    項目 referenced_assertions がないか、空です
    the field relatedAssertions is empty
    項目 relatedAssertions が空です
    the field signer_payload is missing
    項目 signer_payload がありません
    the field uris is missing or empty
    項目 uris がないか、空です
    the field validationDeltas is missing
    項目 validationDeltas がありません
    the field {} holds something other than text
    項目 {1} に文字列以外の値があります
    the field {} is missing
    項目 {1} がありません
    the field {} is no array
    項目 {1} が配列ではありません
    the field {} is no Boolean
    項目 {1} が真偽値ではありません
    the field {} is no byte string
    項目 {1} がバイト列ではありません
    the field {} is no date
    項目 {1} が日付ではありません
    the field {} is no integer
    項目 {1} が整数ではありません
    the field {} is no integer from zero up
    項目 {1} が0以上の整数ではありません
    the field {} is no map
    項目 {1} の形式が正しくありません
    the field {} is no text
    項目 {1} が文字列ではありません
    the field {} of {} is empty
    {2} の項目 {1} が空です
    the field {} of {} is missing
    {2} の項目 {1} がありません
    the field {}: {}
    項目 {1}: {2}
    the flags of an exclusion are not three bytes
    対象外の範囲のフラグが3バイトではありません
    the identity assertion is no CBOR
    識別情報のアサーションがCBORではありません
    the ingredient is no map
    素材の記録の形式が正しくありません
    the jurisdiction is in no known form
    管轄の表記が正しくありません
    the label
    ラベル
    the label does not state the use of AI
    ラベルにAIの利用の申告がありません
    the label has another version than 1
    ラベルのバージョンが1ではありません
    the label names a reviewer, and states no review
    確認者の記載がありますが、確認したとの申告がありません
    the label states that no AI was used, and names a use of it
    AIを利用していないとの申告と、AIの利用の記載が矛盾しています
    the location has a hash or an algorithm without the other
    所在の記載に、ハッシュ値とアルゴリズムの一方しかありません
    the manifest has no assertion store
    マニフェストにアサーションストアがありません
    the manifest has no claim
    マニフェストにクレームがありません
    the manifest has not exactly one signature box
    マニフェストの署名がちょうど1つではありません
    the manifest has not exactly one store c2pa.assertions
    マニフェストの c2pa.assertions がちょうど1つではありません
    the manifest has {} claims
    マニフェストにクレームが{1}個あります
    the manifest store holds no manifest
    マニフェストストアにマニフェストがありません
    the manifest store holds too much CBOR and JSON
    マニフェストストアのCBORとJSONが多すぎます
    the metadata is no JSON-LD object
    メタデータがJSON-LDのオブジェクトではありません
    the metadata of an assertion is no map
    アサーションのメタデータの形式が正しくありません
    the method did:{} is not known
    did:{1} の方式に対応していません
    the name of a use is no text
    用途の名前が文字列ではありません
    the names of the agency
    機関の名称
    the origin
    発行元
    the origin does not state that the document is official
    発行元の記載に、公式文書との申告がありません
    the origin names no agency
    発行元の記載に機関がありません
    the outermost box is no manifest store
    最も外側のボックスがマニフェストストアではありません
    the parameters of an action are no map
    操作の詳細の形式が正しくありません
    the parts of an exclusion overlap or are out of order
    対象外の範囲の区分が重なっているか、順序が正しくありません
    the relationship of an ingredient is unknown
    素材との関係が不明です
    the review
    確認
    the segment ends before it starts
    セグメントの終了が開始より前です
    the segment hash has another version than 1
    セグメントハッシュのバージョンが1ではありません
    the service's identifier holds no key
    サービスの識別子に鍵がありません
    the service's key is none
    サービスの鍵の形式が正しくありません
    the service's key is of a kind that is not read here
    サービスの鍵の種類に対応していません
    the service's key stands on the network
    サービスの鍵がネットワーク上にあります
    the signature box does not hold one CBOR box
    署名のボックスの内容が1つのCBORボックスではありません
    the soft binding has no blocks
    ソフトバインディングにブロックがありません
    the time of the approval is no RFC 3339 date
    承認の日時がRFC 3339の形式ではありません
    the time of the review is no RFC 3339 date
    確認の日時がRFC 3339の形式ではありません
    the time stamps are no map with an entry
    タイムスタンプの一覧の形式が正しくないか、空です
    the use of AI
    AIの利用
    the use of AI is in no known term
    AIの利用の区分が不明です
    the uses are no map
    用途の一覧の形式が正しくありません
    there are too many parts
    部分が多すぎます
    UUID content is not one UUID box
    UUIDの内容が1つのUUIDボックスではありません
    {} has an unknown field
    {1} に不明な項目があります
    {} is no map
    {1} の形式が正しくありません
    """
}
