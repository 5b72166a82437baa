extension MessageCatalogue {
  /// Why a key, a list, an address or an authority could not be used: mostly told behind what was tried.
  static let causes = """
    neither a private key nor a certificate in PEM, DER, PKCS#7 or PKCS#12
    秘密鍵または証明書(PEM、DER、PKCS#7、PKCS#12)ではありません
    no private key found
    秘密鍵がありません
    more than one private key found
    秘密鍵が複数あります
    it asks for more than 10 million rounds of work before a passphrase can be tried
    パスフレーズを1回試すために1,000万回を超える反復計算が必要です
    export it anew with fewer: openssl pkcs12 -iter 100000, or openssl pkcs8 -topk8 -iter 100000
    反復回数を減らして書き出し直してください: openssl pkcs12 -iter 100000 または openssl pkcs8 -topk8 -iter 100000
    the passphrase is too long
    パスフレーズが長すぎます
    the key is encrypted with {}, which needs OpenSSL's legacy provider
    鍵は {1} で暗号化されており、OpenSSLのlegacyプロバイダーが必要です
    install the provider, or export the key anew on a machine that has it: openssl pkcs12 -legacy -in OLD -nodes -out NEW.pem
    プロバイダーを導入するか、導入済みの環境で鍵を書き出し直してください: openssl pkcs12 -legacy -in OLD -nodes -out NEW.pem
    this is a certificate request, not a certificate
    証明書ではなく、証明書署名要求です
    name the certificate that the authority answers it with
    認証局が発行した証明書を指定してください
    broken key material: {}
    鍵のデータが破損しています: {1}
    the private key does not belong to any of the certificates
    秘密鍵に対応する証明書がありません
    OpenSSL cannot reach PKCS#11 tokens on this machine
    この環境のOpenSSLではPKCS#11トークンを使用できません
    the PKCS#11 module cannot be used: {}
    PKCS#11モジュールを使用できません: {1}
    {} is no PKCS#11 module
    {1} はPKCS#11モジュールではありません
    another module is in use already
    別のモジュールを使用中です
    no such token is plugged in, or it holds no such private key
    該当するトークンが接続されていないか、トークンに該当する秘密鍵がありません
    the token refused: {}
    トークンに拒否されました: {1}
    a PKCS#12 file that is nested too deep
    PKCS#12ファイルの入れ子が深すぎます
    a PKCS#7 bundle that cannot be read
    PKCS#7のデータを読み取れません
    trailing bytes after the PKCS#12 file
    PKCS#12のデータの後に余分なデータがあります
    {} has an unknown member {}
    {1} に不明な項目 {2} があります
    more than {} entries
    項目が{1}件を超えています
    line {} is not an object identifier
    {1}行目がオブジェクト識別子ではありません
    the list names no certificate
    リストに証明書がありません
    the scheme has no name
    リストの名称がありません
    no list key, or too many of them
    リストの鍵がないか、多すぎます
    an unknown or repeated line before the keys
    鍵の前に不明な行または重複した行があります
    line {}, column {}: error while parsing {}
    {1}行目{2}列目: TOMLの構文が正しくありません({3})
    line {}: error while parsing {}
    {1}行目: TOMLの構文が正しくありません({2})
    error, warning, note, none, or: {=}
    error、warning、note、none、または次のいずれかを指定してください: {1}
    one of the following: {=}
    次のいずれかを指定してください: {1}
    only http:// and https:// addresses work
    使用できるアドレスは http:// と https:// のみです
    an address with a user or a password in it is not supported
    利用者名またはパスワードを含むアドレスは使用できません
    the address is not understood
    アドレスの形式が正しくありません
    the answer is larger than {} bytes
    応答が{1}バイトを超えています
    {} answered nothing
    {1} の応答が空でした
    {} sends headers, or an answer, without end
    {1} の応答が終わりません
    cannot reach {}: no address
    {1} に接続できません: アドレスがありません
    {} is not a public address, and only --online-private asks such a one
    {1} は公開されたアドレスではありません。--online-private を付けると照会します
    {} redirects to {}, which is not followed (name that address, if it is the right one)
    {1} が {2} への転送を指示しましたが、転送先には接続していません(正しい接続先であれば、そのアドレスを指定してください)
    {} redirects to another address, which is not followed (ask its operator for the right one)
    {1} が別のアドレスへの転送を指示しましたが、転送先には接続していません(運営者に正しいアドレスを確認してください)
    TLS cannot be used
    TLSを使用できません
    {} answered nothing about the certificate that can be proved
    {1} から、証明書について検証できる応答がありませんでした
    the authority's key is not that of its certificate
    時刻認証局の鍵が証明書の鍵と一致しません
    a key of type {} cannot sign time stamps
    {1} の鍵ではタイムスタンプに署名できません
    the answer belongs to another request
    別の要求に対する応答です
    the answer is to another request
    別の要求に対する応答です
    the authority stamped something else
    時刻認証局が別のデータにタイムスタンプを付けました
    the token stamps something else
    タイムスタンプの対象が別のデータです
    the authority stamped under the policy {}, not {}
    タイムスタンプのポリシーが {1} です({2} ではありません)
    the authority's certificate is out of date
    時刻認証局の証明書の有効期限が切れています
    the authority's time, {}, is not that of this machine, {}
    時刻認証局の時刻({1})が、この端末の時刻({2})と一致しません
    the token is not a CMS message
    タイムスタンプがCMSの形式ではありません
    the token is not a CMS message: {}
    タイムスタンプがCMSの形式ではありません: {1}
    the token's signature algorithm is not allowed
    タイムスタンプの署名アルゴリズムは認められません
    the signer's certificate is not in the token
    タイムスタンプに署名者の証明書がありません
    the hash of the file is not the one that was signed
    ファイルのハッシュ値が署名時のものと一致しません
    the file {} is not the one that was signed
    ファイル {1} が署名時のものと一致しません
    the central directory is not the one that was signed
    アーカイブの目録が署名時のものと一致しません
    the bytes that it covers are not those that were signed
    署名の対象のデータが署名時のものと一致しません
    """
}
