extension MessageCatalogue {
  /// Of keys, certificates, profiles and time stamps.
  static let credentials = """
    the passphrase or PIN is the first line of the file that --passphrase-file names, or passphrase-file beside the key in the profile
    パスフレーズまたはPINは、--passphrase-file、またはプロファイルの鍵の passphrase-file で指定したファイルの1行目に記載します
    give it with --passphrase-file
    --passphrase-file で指定してください
    --passphrase-file names a file with the {}
    --passphrase-file で{1}のファイルを指定してください
    --passphrase-file names a file with it; --unencrypted does without
    --passphrase-file でファイルを指定してください。--unencrypted は暗号化しません
    the key is encrypted
    鍵が暗号化されています
    the new key needs a passphrase
    新しい鍵にはパスフレーズが必要です
    the passphrase is shorter than {} bytes
    パスフレーズが{1}バイトより短いです
    the two passphrases are not the same
    2回のパスフレーズが一致しません
    the token needs its PIN
    トークンのPINが必要です
    the token refuses the PIN
    トークンがPINを受け付けません
    the token shows no such private key without its PIN
    PINなしではトークンの秘密鍵を確認できません
    the PIN is too long
    PINが長すぎます
    the first line is empty
    1行目が空です
    a key or request is never overwritten: name another file
    鍵と証明書要求は上書きされません。別のファイルを指定してください
    there is no private key
    秘密鍵がありません
    there is no certificate
    証明書がありません
    there is no certificate for the key
    鍵の証明書がありません
    --certificates, or certificates beside the key in the profile, names a file with the certificate and those above it
    証明書と上位の証明書のファイルを --certificates、またはプロファイルの鍵と同じ欄の certificates で指定してください
    put the authority's certificate, and those above it, into the file of its key
    時刻認証局の証明書と上位の証明書を、鍵と同じファイルに入れてください
    the certificate is not the key's
    証明書が鍵と対応していません
    its first certificate is not that of the key
    先頭の証明書が鍵と対応していません
    put the issuer's certificate after the signer's
    署名者の証明書の後に発行者の証明書を置いてください
    broadseal keys check explains every rule
    規則は broadseal keys check で確認できます
    the certificate of {} expired on {}
    {1} の証明書は{2}に期限が切れました
    the certificate of {} was revoked
    {1} の証明書は失効しています
    ask the authority that issued it
    発行した認証局に確認してください
    the certificate of {} is not known, and the PDF signature has to bring it
    {1} の証明書がありません。PDF署名に格納する必要があります
    name the file with it in anchors or tsa-anchors, in [trust] of the profile
    プロファイルの [trust] の anchors または tsa-anchors でファイルを指定してください
    nothing that is known says that the certificate of {} is not revoked
    {1} の証明書が失効していないことを示す情報がありません
    nothing says that the certificate of {} is not revoked, since {}
    {1} の証明書が失効していないことを確認できません。{2}
    nothing was signed; give the whole list of its authority with --crl, or an OCSP response with --ocsp
    署名していません。認証局のすべての証明書が対象のリストを --crl で指定するか、OCSP応答を --ocsp で指定してください
    nothing was signed; ask the authority that issued it
    署名していません。発行した認証局に確認してください
    a time-stamp authority with a key at hand stamps under its own policy, and not under {}
    手元の鍵で動作する時刻認証局は独自のポリシーで発行するため、{1} では発行できません
    leave --tsa-policy, and policy in [timestamp] of the profile, out, or name an authority on the network
    --tsa-policy とプロファイルの [timestamp] の policy を省くか、ネットワーク上の時刻認証局を指定してください
    it served for nothing: {}
    使用されませんでした。{1}
    there is no revocation list
    失効リストがありません
    it is about no certificate that was asked about
    確認の対象となったどの証明書に関するものでもありません
    nobody signed it who is known here to speak for its issuer
    発行者のために応答できる既知の署名者による署名がありません
    it served for nothing: no authority that is known here has its issuer's name
    使用されませんでした。既知の認証局の中に発行者と同じ名前のものがありません
    the list only tells what changed since another one
    このリストに記載されているのは、別のリストからの変更分のみです
    the list is about certificates of users alone, and this is an authority's
    このリストの対象は利用者の証明書のみで、認証局の証明書は含まれません
    the list is about certificates of authorities alone, and this is none
    このリストの対象は認証局の証明書のみで、この証明書は含まれません
    the list is about attribute certificates alone
    このリストの対象は属性証明書のみです
    the list is about some of the reasons alone
    このリストの対象は一部の失効理由のみです
    the list is of a distribution point that the certificate does not name
    このリストは、証明書に記載のない配布点のものです
    the list does not say in known words of which certificates it speaks
    このリストがどの証明書を対象とするかを読み取れません
    the authority signed the list with another key than the certificate
    このリストは、証明書の発行に使われた鍵とは別の認証局の鍵で署名されています
    the list was signed with an algorithm that can be broken
    このリストの署名には、破られるおそれのあるアルゴリズムが使われています
    it cannot be read until when the list counts
    このリストの有効期間の終わりを読み取れません
    nothing says that the certificate was not revoked, since {}; its authority's whole list, or an OCSP response, can say it
    証明書が失効していないことを確認できません。{1}。認証局のすべての証明書が対象のリスト、またはOCSP応答で確認できます
    nothing was signed; give an answer with --ocsp or --crl, or ask with --online ocsp,crl
    署名していません。--ocsp、--crl で指定するか、--online ocsp,crl で照会してください
    nothing was signed; nobody who was asked gave an answer that counts: give one with --ocsp or --crl
    署名していません。照会先から有効な応答がありませんでした。--ocsp、--crl で指定してください
    more certificates are involved than are asked about
    関係する証明書が多すぎます
    a key of type {} cannot sign
    種類 {1} の鍵では署名できません
    EC P-256, P-384 and P-521, RSA from 2048 bits and Ed25519 can
    使用できるのは EC P-256、P-384、P-521、2048ビット以上のRSA、Ed25519 です
    {} does not fit a key of type {}
    {1} は種類 {2} の鍵に使用できません
    sign with a key on an elliptic curve P-256, P-384 or P-521, or an RSA key
    楕円曲線P-256、P-384、P-521の鍵またはRSA鍵で署名してください
    the profile exists already
    プロファイルがすでにあります
    a profile is never replaced: -o names another file
    プロファイルは置き換えられません。-o で別のファイルを指定してください
    a profile is text, and this name is not in UTF-8
    名前がUTF-8ではないため、プロファイルに記載できません
    the profile has no [key]
    プロファイルに [key] がありません
    --key or --signer names the key
    --key または --signer で鍵を指定してください
    the profile has no [agency], so nothing can be official
    プロファイルに [agency] がないため、公式文書にできません
    line {}: unknown key {=} in [{=}]
    {1}行目: [{3}] に不明なキー {2} があります
    known here: {=}
    使用できるキー: {1}
    not written: what is marked ✗ above stands in the way
    作成していません。上の ✗ の項目を解決してください
    Documentation/Keys.md shows how such keys and lists are made
    鍵とリストの作り方は Documentation/Keys.md にあります
    no signing key was named
    署名鍵の指定がありません
    --key names it; keys request makes one
    --key で指定してください。keys request で作成できます
    no certificate was named
    証明書の指定がありません
    --certificates names its file
    --certificates でファイルを指定してください
    the agency's jurisdiction is not known
    機関の管轄が分かりません
    --jurisdiction names it: US, JP, JP-13, US-CA or INT
    --jurisdiction で US、JP、JP-13、US-CA、INT のように指定してください
    the agency has no name
    機関の名称がありません
    --name-en or --name-ja says it
    --name-en または --name-ja で指定してください
    the list lets this certificate speak for {}, and not for {}
    リストでは、この証明書の機関は {1} で、{2} ではありません
    no time-stamp authority was named, and nothing is official without trusted time
    時刻認証局の指定がありません。信頼できる時刻がないと公式文書になりません
    --tsa names one
    --tsa で指定してください
    the questions were not answered
    質問への回答がありません
    an answer is longer than {} bytes
    回答が{1}バイトを超えています
    answer the question below; Control-C ends, and nothing is written
    下の質問に入力してください。中止する場合は Ctrl+C を押してください(何も書き込みません)
    an answer is not in UTF-8
    回答がUTF-8ではありません
    no time-stamp authority
    時刻認証局の指定がありません
    --tsa names one; --no-timestamp does without
    --tsa で指定してください。--no-timestamp はタイムスタンプを付けません
    no time stamp could be had
    タイムスタンプを取得できませんでした
    no time stamp could be had: {}
    タイムスタンプを取得できませんでした: {1}
    nothing was signed: try again later, or name another authority with --tsa. Without a time stamp (--allow-missing-timestamp, --no-timestamp) nothing is official until sign --add-timestamp adds one
    署名していません。時間をおいて再実行するか、--tsa で別の時刻認証局を指定してください。タイムスタンプなし(--allow-missing-timestamp、--no-timestamp)の文書は、sign --add-timestamp で追加するまで公式と認められません
    this is a public key, and not the private one
    公開鍵です。秘密鍵を指定してください
    nothing was signed; the certificate names nobody who could be asked: give an answer of its authority with --ocsp or --crl
    署名していません。証明書に失効情報の照会先がありません。認証局の応答を --ocsp または --crl で指定してください
    nothing was written; name another authority with --tsa
    書き込んでいません。--tsa で別の時刻認証局を指定してください
    nothing was signed; name another authority with --tsa
    署名していません。--tsa で別の時刻認証局を指定してください
    name another authority with --tsa
    --tsa で別の時刻認証局を指定してください
    the time-stamp authority's answer is too large
    時刻認証局の応答が大きすぎます
    {} is no time-stamp authority: {}
    {1} は時刻認証局ではありません: {2}
    https://…, http://… or key:FILE
    https://…、http://…、key:ファイル のいずれかで指定してください
    its signature has no room for a time stamp, so that a manifest must carry it
    署名にタイムスタンプの余地がなく、新しいマニフェストが必要です
    somebody has to sign that manifest: a profile with a key and without [approval]
    鍵があり [approval] のないプロファイルで署名する必要があります
    the certificate names no OCSP responder
    証明書にOCSPレスポンダーの記載がありません
    the OCSP response is out of date
    OCSPレスポンスの期限が切れています
    ask the responder anew: --staple-ocsp auto
    --staple-ocsp auto で取得し直してください
    nothing was signed; --staple-ocsp none signs without a response
    署名していません。--staple-ocsp none はレスポンスなしで署名します
    the token gave no signature
    トークンが署名を返しませんでした
    was it taken out? what was signed before is complete
    トークンが外れていませんか。署名済みのものは完了しています
    the agency that issued it stamps it, with its own profile
    発行した機関が、自身のプロファイルで行います
    name the file with its certificate; the key goes with --key
    証明書のファイルを指定し、鍵は --key で指定してください
    it is named in {=}
    {1} で指定されています
    """
}
