extension MessageCatalogue {
  /// Of encodings, certificates, time stamps and the network.
  static let encodings = """
    a bare token where a response belongs
    応答の代わりにトークンだけがあります
    a box has no length
    ボックスに長さがありません
    a box is longer than the bytes that hold it
    ボックスが、それを含むデータより長くなっています
    a break ends nothing
    対応する開始のない終了記号があります
    a label has no end
    ボックスの名前に終端がありません
    a label is empty or holds a character it may not hold
    ボックスの名前が空か、使用できない文字を含みます
    a label is not valid UTF-8
    ボックスの名前がUTF-8ではありません
    a map key is neither integer, text nor bytes
    マップのキーが整数、文字列、バイト列のいずれでもありません
    a name in it is too long
    名前が長すぎるものがあります
    a number may not start with zero
    数値が0で始まっています
    a part of a string is no string of its kind
    文字列の断片の種類が異なります
    a path in the list holds a NUL; -0 separates paths by NUL
    一覧のパスにNUL文字があります。NUL区切りの場合は -0 を指定してください
    a path is longer than {} bytes
    パスが{1}バイトを超えています
    a percent sign without two digits after it
    「%」の後に2桁の16進数がありません
    a PIN has no place in an address
    アドレスにPINは記載できません
    a plain BER element without a length
    BERの要素に長さがありません
    a response where a bare token belongs
    トークンの代わりに応答全体があります
    a salt is neither 16 nor 32 bytes, or comes twice
    ソルトが16バイトでも32バイトでもないか、重複しています
    a string holds a bare control character
    文字列に制御文字があります
    a string is longer than the bytes that remain
    文字列が残りのデータより長くなっています
    a string is not valid UTF-8
    文字列がUTF-8ではありません
    a superbox does not start with its description
    ボックスが記述で始まっていません
    a temporary file
    一時ファイル
    a token's address begins with pkcs11: and is short
    トークンのアドレスは pkcs11: で始まる短いものにしてください
    a value that is no text
    値が文字列ではありません
    an object identifier that cannot be read
    オブジェクト識別子を読み取れません
    another process keeps the file locked
    別の処理がファイルを使用中です
    bad key or data length
    鍵またはデータの長さが正しくありません
    BER element cut
    BERの要素が途中で切れています
    BER elements are nested too deeply
    BERの要素の入れ子が深すぎます
    BER length that cannot be
    BERの長さの値が正しくありません
    BER tag number above 30
    BERのタグ番号が30を超えています
    blanks and other special characters are written as %20
    空白などの特殊文字は %20 のように記載してください
    boxes nested too deep
    ボックスの入れ子が深すぎます
    bytes after a BER element
    BERの要素の後に余分なデータがあります
    bytes after a box description
    ボックスの記述の後に余分なデータがあります
    bytes after the CBOR item
    CBORの項目の後に余分なデータがあります
    bytes after the JSON value
    JSONの値の後に余分なデータがあります
    bytes after the outermost box
    最も外側のボックスの後に余分なデータがあります
    bytes follow the token
    トークンの後に余分なデータがあります
    CA certificate key too weak
    認証局の証明書の鍵の強度が不足しています
    CA signature digest algorithm too weak
    認証局の署名のハッシュアルゴリズムの強度が不足しています
    cannot ask {}: {}
    {1} に問い合わせできません: {2}
    cannot draw random bytes: {}
    乱数を生成できません: {1}
    cannot generate key: {}
    鍵を生成できません: {1}
    cannot load anchors: {}
    アンカーを読み込めません: {1}
    cannot make certificate request: {}
    証明書署名要求を作成できません: {1}
    cannot make OCSP request: {}
    OCSPの要求を作成できません: {1}
    cannot make time stamp: {}
    タイムスタンプを作成できません: {1}
    cannot read certificate: {}
    証明書を読み取れません: {1}
    cannot read name: {}
    名称を読み取れません: {1}
    cannot read OCSP response: {}
    OCSPレスポンスを読み取れません: {1}
    cannot read private key: {}
    秘密鍵を読み取れません: {1}
    cannot read public key: {}
    公開鍵を読み取れません: {1}
    cannot read revocation list: {}
    失効リストを読み取れません: {1}
    cannot read {}: {}
    {1} を読み取れません: {2}
    cannot set up TLS: {}
    TLSを準備できません: {1}
    cannot use a block of type {} here: {}
    種類 {1} のブロックはここでは使用できません: {2}
    cannot use token: {}
    トークンを使用できません: {1}
    cannot validate chain: {}
    証明書チェーンを検証できません: {1}
    cannot verify signature: {}
    署名を検証できません: {1}
    cannot write private key: {}
    秘密鍵を書き出せません: {1}
    cannot write public key: {}
    公開鍵を書き出せません: {1}
    CBOR nested too deep
    CBORの入れ子が深すぎます
    certificate chain too long
    証明書チェーンが長すぎます
    certificate has expired
    証明書の有効期限が切れています
    certificate is not yet valid
    証明書の有効期間が始まっていません
    certificate not trusted
    証明書が信頼の対象ではありません
    certificate rejected
    証明書が拒否されています
    certificate revoked
    証明書は失効しています
    certificate signature failure
    証明書の署名が有効ではありません
    DER length not definite
    DERの長さが確定していません
    DER length not in its shortest form
    DERの長さが最短の形式ではありません
    DER tag number above 30
    DERのタグ番号が30を超えています
    duplicate map key
    マップのキーが重複しています
    duplicate member name
    メンバー名が重複しています
    EC explicit parameters
    楕円曲線のパラメーターが直接指定されています
    EC unnamed curve
    名前のない楕円曲線です
    EE certificate key too weak
    署名者の証明書の鍵の強度が不足しています
    excluded subtree violation
    除外された名前の範囲内です
    expected a colon
    コロンがありません
    expected a comma or a closing brace
    コンマまたは閉じ波括弧がありません
    expected a comma or a closing bracket
    コンマまたは閉じ角括弧がありません
    expected a digit
    数字がありません
    expected a member name
    メンバー名がありません
    expected four hexadecimal digits
    4桁の16進数がありません
    indefinite lengths are not accepted
    不定長には対応していません
    integer out of range
    整数が範囲外です
    invalid CA certificate
    認証局の証明書として正しくありません
    invalid time
    日時が正しくありません
    it brings an empty content
    空の内容が含まれています
    it cannot be loaded
    読み込めません
    it does not say which key: object= or id=
    鍵の指定(object= または id=)がありません
    it does not say which token: token= or serial=
    トークンの指定(token= または serial=)がありません
    it has more than one signer
    署名者が複数います
    it has no signed attributes
    署名属性がありません
    it is no signed message
    署名データではありません
    it names two hash functions, {} and {}
    ハッシュ関数が2つ({1}、{2})記載されています
    it stamps nothing
    タイムスタンプの対象がありません
    it was signed for another certificate
    別の証明書による署名です
    its hash function ({}) is none that is computed here
    対応していないハッシュ関数です({1})
    its key is of a kind that cannot be computed with
    対応していない種類の鍵です
    its signature algorithm ({}) is none that is computed here
    対応していない署名アルゴリズムです({1})
    its signature algorithm does not fit its key
    署名アルゴリズムが鍵に合いません
    its signature could not be computed
    署名を検証できませんでした
    its signature is wrong
    署名が一致しません
    its signed attributes do not name one digest
    署名属性のダイジェストがちょうど1つではありません
    its signed attributes name another kind of content
    署名属性の内容の種類が異なります
    its signer's certificate is named by an unknown hash function
    署名者の証明書を示すハッシュ関数が不明です
    JSON nested too deep
    JSONの入れ子が深すぎます
    key usage does not include certificate signing
    鍵の用途に証明書の発行が含まれていません
    lone surrogate
    サロゲートが対になっていません
    mask generation function is not MGF1
    マスク生成関数がMGF1ではありません
    more items are announced than bytes remain
    項目数が残りのデータより多くなっています
    no answer in time
    時間内に応答がありませんでした
    no JSON value starts with this byte
    JSONの値として正しくありません
    no memory for a connection
    接続に必要なメモリーがありません
    no PUBLIC KEY block
    PUBLIC KEY のブロックがありません
    no signer
    署名者がいません
    no token
    トークンがありません
    no X509 CRL block
    X509 CRL のブロックがありません
    nobody has its signer's certificate
    署名者の証明書がありません
    none of the certificates that fit made it, and its signer's may be another
    該当する証明書による署名ではなく、署名者の証明書は別にある可能性があります
    not a COSE_Sign1 array of four
    COSE_Sign1の4要素の配列ではありません
    not a map
    マップではありません
    not a path
    パスではありません
    not a signed message
    署名データではありません
    not Base64
    Base64ではありません
    not strict DER
    厳密なDERではありません
    NULL with content
    NULLに内容があります
    number out of range
    数値が範囲外です
    object identifier not in its shortest form, or cut
    オブジェクト識別子が最短の形式ではないか、途中で切れています
    path length constraint exceeded
    証明書チェーンの長さの制限を超えています
    PEM block without its end line
    PEMの終了行がありません
    PEM end line without its begin line
    PEMの開始行がありません
    permitted subtree violation
    許可された名前の範囲外です
    reserved CBOR encoding
    予約されたCBORの符号化です
    reserved simple value
    予約された単純値です
    RSA key size out of range
    RSA鍵の長さが範囲外です
    RSA-PSS with parameters that cannot be read
    RSA-PSSのパラメーターを読み取れません
    RSA-PSS {} bound to {}
    RSA-PSS {1}({2} に限定)
    self-signed certificate
    自己署名証明書です
    self-signed certificate in certificate chain
    チェーンに自己署名証明書があります
    text is not valid UTF-8
    文字列がUTF-8ではありません
    the attribute {} is not understood
    属性 {1} に対応していません
    the authority refused, status {}
    時刻認証局に拒否されました(状態 {1})
    the bytes that it covers are not those that were stamped
    対象のデータがタイムスタンプ付与時のものと一致しません
    the certificate is not that of a signer
    署名者の証明書ではありません
    the certificate's purpose is not critically and only time stamping
    証明書の用途が、必須指定のタイムスタンプ専用ではありません
    the hash of the imprint is not allowed
    タイムスタンプのハッシュアルゴリズムは認められません
    the identifier of a signature where that of a hash function belongs
    ハッシュ関数の識別子の位置に、署名の識別子があります
    the message holds what it signs
    署名データが署名の対象を含んでいます
    the outermost box is no superbox
    最も外側のボックスの形式が正しくありません
    the payload of COSE_Sign1 is neither nil nor bytes
    COSE_Sign1の内容が空でもバイト列でもありません
    the protected header is not a map
    保護ヘッダーの形式が正しくありません
    the responder answered {}
    レスポンダーの応答: {1}
    the response holds no token
    応答にトークンがありません
    the revocation list is not the issuer's
    失効リストが発行者のものではありません
    the signed attributes do not name the content type
    署名属性に内容の種類の記載がありません
    the signer is named in an unknown way
    署名者の指定の方式に対応していません
    the signing certificate attribute is broken
    署名証明書の属性が破損しています
    the stamped time does not exist
    タイムスタンプの日時が実在しません
    the token does not have exactly one signer
    トークンの署名者がちょうど1人ではありません
    the token does not say which certificate signed it
    トークンに、署名した証明書の記載がありません
    the token does not sign a TSTInfo
    トークンの署名の対象がTSTInfoではありません
    the token was signed for another certificate
    トークンが別の証明書により署名されています
    there is no message imprint
    タイムスタンプの対象のハッシュ値がありません
    time stamp {}: {}
    タイムスタンプ{1}: {2}
    too large
    大きすぎます
    too many CBOR items
    CBORの項目が多すぎます
    too many certificates in a time stamp
    タイムスタンプの証明書が多すぎます
    too many characters combine in a string
    文字列の結合文字が多すぎます
    too many characters combine in a text
    文字列の結合文字が多すぎます
    too many JSON values
    JSONの値が多すぎます
    trailing bytes
    余分なデータがあります
    TSTInfo cannot be read
    タイムスタンプの内容(TSTInfo)を読み取れません
    TSTInfo has a critical extension that is not known
    タイムスタンプの内容(TSTInfo)に不明な必須の拡張があります
    TSTInfo is not of version 1, or bytes follow it
    タイムスタンプの内容(TSTInfo)がバージョン1ではないか、後に余分なデータがあります
    type is not private
    type が private ではありません
    unable to get issuer certificate
    発行者の証明書がありません
    unable to get local issuer certificate
    発行者の証明書がありません
    unable to verify the first certificate
    先頭の証明書を検証できません
    unexpected BER element
    想定外のBERの要素があります
    unexpected DER element
    想定外のDERの要素があります
    unexpected end of JSON
    JSONが途中で終わっています
    unexpected form of signature
    想定外の署名形式です
    unhandled critical extension
    対応していない必須の拡張領域があります
    unknown escape in a string
    文字列のエスケープが不明です
    unknown toggles in a box description
    ボックスの記述に不明なフラグがあります
    unknown trailer field
    不明なトレーラーフィールドです
    unsuitable certificate purpose
    証明書の用途が適切ではありません
    what names its signer's certificate cannot be read
    署名者の証明書の指定を読み取れません
    wrong types in COSE_Sign1
    COSE_Sign1の型が正しくありません
    {} (certificate {} of the chain)
    {1}(チェーンの証明書{2})
    {} cannot prove who it is: {}
    {1} の証明書を検証できません: {2}
    {} did not answer before
    {1} は前回応答しませんでした
    {} stands twice
    {1} が重複しています
    """
}
