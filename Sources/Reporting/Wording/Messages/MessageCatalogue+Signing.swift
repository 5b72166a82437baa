extension MessageCatalogue {
  /// Of what signing asks of a label, a key and a program that signs.
  static let signing = """
    the profile has no [{}], {}
    プロファイルに [{1}] がありません。{2}
    --staple-ocsp http://…, or responder in [revocation] of the profile, names one
    --staple-ocsp http://…、またはプロファイルの [revocation] の responder で指定してください
    an OCSP response cannot be proved without the certificate's issuer
    発行者の証明書がないため、OCSPレスポンスを検証できません
    an OCSP response cannot be read: {}
    OCSPレスポンスを読み取れません: {1}
    an OCSP response is about another certificate
    OCSPレスポンスは別の証明書に関するものです
    compare this machine's clock with the responder's
    この端末の時計をレスポンダーの時計と照合してください
    the OCSP response is of a time to come: {}
    OCSPレスポンスの日時が未来です: {1}
    the responder does not call the certificate good
    レスポンダーが証明書を有効と回答していません
    a text holds a NUL
    文字列にNUL文字が含まれています
    not a text in UTF-8
    UTF-8の文字列ではありません
    the action is not one that can be added by name
    名前で追加できる操作ではありません
    use published, reviewed, converted or another plain C2PA action, or a name of your own such as example.agency.registered
    published、reviewed、converted などのC2PAの操作名か、example.agency.registered のような独自の名前を使用してください
    its official label is another agency's, and stamped by you it would no longer be official
    公式ラベルは別の機関のものです。ここでタイムスタンプを付けると公式と認められなくなります
    its official label names your agency, and is not proved to be your agency's
    公式ラベルはこの機関の名を示していますが、この機関のものと確認できません
    name the government list that knows its signer in [trust] of the profile
    署名者が登録された政府のトラストリストをプロファイルの [trust] で指定してください
    its signature cannot be read
    署名を読み取れません
    sign the document anew
    文書に署名し直してください
    the signer's certificate has expired, so that a time stamp comes too late
    署名者の証明書の期限が切れているため、タイムスタンプを付けても間に合いません
    the first word is a program; no shell is involved
    最初の語がプログラムです。シェルは使用しません
    words are split at blanks and no shell is used; a word with a blank in it goes into a profile: command = ["program", "one word"]
    空白で区切られ、シェルは使用しません。空白を含む語はプロファイルに command = ["program", "one word"] のように記載してください
    the run was broken off
    処理が中断されました
    the signer command cannot be started: {}
    署名プログラムを起動できません: {1}
    the signer command holds quotes, a backslash or a line break
    署名プログラムの指定に引用符、円記号、改行が含まれています
    the signer command names no program
    署名プログラムが指定されていません
    the signer command {} did not answer within {} s
    署名プログラム {1} が{2}秒以内に応答しませんでした
    the signer command {} wrote more than any signature has
    署名プログラム {1} の出力が署名の長さを超えています
    it was killed; --signer-timeout gives it more time
    強制終了しました。--signer-timeout で待ち時間を延ばせます
    only the bare signature may go to standard output
    標準出力には署名だけを出力してください
    it reads the bytes to sign from standard input and writes the bare {} signature, as r and s or in DER, to standard output
    署名対象を標準入力から受け取り、{1} の署名だけを標準出力に出力する必要があります(r と s の連結、またはDER)
    the signer command's answer is not the certificate's signature
    署名プログラムの出力は証明書の鍵による署名ではありません
    the time limit is not 1 to {} seconds
    待ち時間は1から{1}秒で指定してください
    no token holds the key
    鍵を持つトークンがありません
    the token's address is not understood: {}
    トークンのアドレスを解釈できません: {1}
    write it as pkcs11:token=LABEL;object=LABEL, with %20 for a blank
    pkcs11:token=ラベル;object=ラベル の形で、空白は %20 と記載してください
    the token's signature is wrong
    トークンの署名が正しくありません
    install the engine pkcs11, on Debian: apt install libengine-pkcs11-openssl
    pkcs11エンジンをインストールしてください(Debian: apt install libengine-pkcs11-openssl)
    module-path in the address, or module in the profile, names the token maker's library
    アドレスの module-path かプロファイルの module で、製造元のライブラリーを指定してください
    pkcs11-tool --list-token-slots shows tokens, pkcs11-tool --login -O their keys; serial= tells two tokens of one label apart
    pkcs11-tool --list-token-slots でトークン、pkcs11-tool --login -O で鍵を確認できます。同じラベルのトークンは serial= で区別します
    the C2PA profile refuses the certificate: {}
    C2PAのプロファイルに合わない証明書です: {1}
    the certificate of {} is valid only from {}
    {1} の証明書の有効期間は {2} からです
    the identity's certificate lacks the purpose documentSigning
    組織の証明書に用途 documentSigning がありません
    say generated or altered, or leave the AI details out
    generated か altered を指定するか、AIの詳細を省いてください
    the jurisdiction is not a country code, a subdivision or INT
    管轄が国コード、地域コード、INT のいずれでもありません
    write it as US, JP, JP-13, US-CA or INT
    US、JP、JP-13、US-CA、INT のように記載してください
    the label names a reviewer, and does not say that a person reviewed the content
    確認者の記載がありますが、人による確認の申告がありません
    the label states that no AI was used, and names an AI system or its work
    AIを利用していないとの申告と、AIシステムまたはその利用の記載が矛盾しています
    the url of the document is not an http or https address
    文書のURLが http または https のアドレスではありません
    remove control characters and characters that change the direction of text
    制御文字と書字方向を変える文字を取り除いてください
    the language is not a language tag
    言語タグの形式ではありません
    there is no language {=}
    言語 {1} はありません
    write it as en, ja or zh-Hant
    en、ja、zh-Hant のように記載してください
    {} holds U+{}, which cannot be shown safely
    {1} に安全に表示できない文字 U+{2} が含まれています
    {} is empty
    {1} が空です
    {} is longer than {} bytes
    {1} が{2}バイトを超えています
    answers about revocation are of use in a signature with a time stamp alone
    失効情報はタイムスタンプのある署名でのみ使用できます
    leave --no-timestamp out, or --online, --ocsp and --crl
    --no-timestamp か、--online、--ocsp、--crl のいずれかを外してください
    the time-stamp authority signs with another certificate each time (PADES-TSA-CHANGED)
    時刻認証局が毎回異なる証明書で署名しています(PADES-TSA-CHANGED)
    readers of PDF do not know signatures by keys of type {}
    {1} の鍵による署名はPDF閲覧ソフトで検証できません
    --online ocsp,crl asks for them, --ocsp and --crl give them
    --online ocsp,crl で取得するか、--ocsp と --crl で指定してください
    a renewal brings answers about revocation along, and none can be had
    更新には失効情報が必要ですが、取得できません
    delete that file first, if it may be lost
    不要であれば、先にそのファイルを削除してください
    a plan holds {} documents at most
    計画に含められる文書は{1}件までです
    a PDF signature needs the label in the document itself
    PDF署名には、文書内のラベルが必要です
    the {} is not the one that was approved
    承認されたもの({1})と異なります
    an approval does not say as what it was given
    承認に役職の記載がありません
    the plan has too many approvals
    承認の数が多すぎます
    this key has approved the plan already
    この鍵はすでに承認しています
    no approver's key, or too many of them
    承認者の鍵がないか、多すぎます
    a PEM block is not valid Base64
    PEMのBase64が正しくありません
    PEM block {} is not valid Base64
    PEMの{1}番目のBase64が正しくありません
    PEM block {} is {}, not {}
    PEMの{1}番目は {2} です({3} ではありません)
    a broken PEM boundary
    PEMの区切り行が正しくありません
    no PEM block
    PEMのデータがありません
    take the bundle that was written when the document was signed
    署名時に書き出された証拠を指定してください
    the passphrase does not open the private key
    パスフレーズが秘密鍵に合いません
    the private key is encrypted and no passphrase was given
    秘密鍵は暗号化されていますが、パスフレーズの指定がありません
    no JSON value starts with this byte at byte {}
    {1}バイト目がJSONとして正しくありません
    unknown key {=}
    不明なキー {1} です
    unknown key {=} in [{=}]
    [{2}] に不明なキー {1} があります
    cannot reach {}: {}
    {1} に接続できません: {2}
    cannot find {}: {}
    {1} が見つかりません: {2}
    {} did not answer within {} s
    {1} から{2}秒以内に応答がありませんでした
    {} answered with the HTTP status {}
    {1} からHTTPステータス {2} の応答がありました
    no TLS connection to {}: {}
    {1} にTLSで接続できません: {2}
    the list says that its keys changed: trust update with {}
    リストの鍵が変更されています。次の順に trust update を実行してください: {1}
    the evidence was altered: its digest does not match
    証拠が改変されています(ハッシュ値の不一致)
    name another authority with --tsa, or sign without a stamp with --allow-missing-timestamp
    --tsa で別の時刻認証局を指定するか、--allow-missing-timestamp でタイムスタンプなしで署名してください
    trust renew puts a renewed certificate beside it; what was put there by mistake goes with trust remove, and then anew with trust add
    更新した証明書は trust renew で追加します。誤って追加したものは trust remove で削除し、trust add で追加し直してください
    a new organisation needs an address
    新しい組織には所在地が必要です
    --certificate FILE withdraws the key of the certificate itself
    --certificate ファイル で、証明書自体の鍵を取り消します
    no number is left above {}
    第{1}号より後の号は発行できません
    an anchor cannot be used: {}
    アンカーを使用できません: {1}
    a government list needs a SchemeName and a SchemeTerritory
    政府のトラストリストには SchemeName と SchemeTerritory が必要です
    the key cannot sign: {}
    鍵で署名できません: {1}
    a list key cannot be read: {}
    リストの鍵を読み取れません: {1}
    a list key comes twice
    リストの鍵が重複しています
    a list key is written in a form that gives one key two names
    リストの鍵が、同じ鍵に別の名前が付く形式で書かれています
    a list key is neither P-256, P-384 nor Ed25519
    リストの鍵が P-256、P-384、Ed25519 のいずれでもありません
    the line "scheme:" of the keys file takes the list's English SchemeName
    鍵ファイルの scheme: の行には、リストの英語の SchemeName を記載してください
    the lines "scheme: NAME" and "threshold: N" must stand first
    最初に scheme: 名称 と threshold: 数 の行が必要です
    the threshold {} does not fit {} keys
    必要な署名数 {1} が鍵の数 {2} に合いません
    get the current list from its operator; what was seen is remembered in {}
    運営者から最新のリストを入手してください。確認した号は {1} に記録されています
    remove it to begin anew; an older list could then pass once
    削除すると記録をやり直せます。その場合、古いリストが一度だけ受け入れられる可能性があります
    the record of trust lists seen before is damaged
    確認したリストの記録が破損しています
    not an object identifier
    オブジェクト識別子ではありません
    keys of a list that is not here
    対応するリストがない鍵です
    names are anchors.pem or .json, tsa.pem or .json, allowed.pem, eku.txt, government/NAME.json and government/NAME.keys.pem
    置けるのは anchors.pem(または .json)、tsa.pem(または .json)、allowed.pem、eku.txt、government/名前.json、government/名前.keys.pem です
    an earlier label of it says that AI was used, and this one would say that none was
    以前のラベルにAIを利用したとの記載があり、利用していないとするラベルと矛盾します
    where AI was used, say --ai altered; where nothing of the parent is left in it, leave --parent out
    AIを利用した場合は --ai altered を指定してください。元の文書の内容が残っていない場合は --parent を外してください
    say --ai altered: what another signer says of AI stays true of what is made from it
    --ai altered を指定してください。別の署名者によるAIの申告は、その内容を使った文書にも当てはまります
    where AI was used, say --ai altered; where that label was a mistake, add --corrects: the new one then names it, and does not descend from it
    AIを利用した場合は --ai altered を指定してください。以前のラベルが誤りの場合は --corrects を付けてください。新しいラベルは以前のラベルを引き継がず、訂正対象として示します
    where AI was used, say --ai altered; where that label was a mistake, delete the .c2pa file beside the document and sign again
    AIを利用した場合は --ai altered を指定してください。以前のラベルが誤りの場合は、文書と同じフォルダーの .c2pa ファイルを削除して署名し直してください
    where AI was used, say --ai altered; where that label was a mistake, broadseal remove takes it out: sign what is left
    AIを利用した場合は --ai altered を指定してください。以前のラベルが誤りの場合は、broadseal remove で取り除いた文書に署名してください
    where AI was used, say --ai altered; where that label was a mistake, sign the document as it was before it
    AIを利用した場合は --ai altered を指定してください。以前のラベルが誤りの場合は、ラベルを付ける前の文書に署名してください
    where AI was used, say --ai altered or --ai generated
    AIを利用した場合は --ai altered または --ai generated を指定してください
    where AI was used, say --ai altered or --ai generated; a trace of it in the file's own metadata has to go first where none was
    AIを利用した場合は --ai altered または --ai generated を指定してください。利用していない場合は、先にファイルのメタデータにある痕跡を取り除く必要があります
    --corrects is about earlier results in a folder: add --output-dir
    --corrects はフォルダー内の以前の結果に使います。--output-dir を指定してください
    --corrects goes with signing alone: no plan, time stamp or renewal
    --corrects は通常の署名でのみ使えます(計画、タイムスタンプの追加、更新では使えません)
    all of it: broadseal sign FILE --official --ai none --profile ISSUER.toml -o SIGNED-FILE
    必要な指定の例: broadseal sign 文書 --official --ai none --profile ISSUER.toml -o 署名済み文書
    have it renewed: Documentation/Keys.md, The signer
    証明書を更新してください(Documentation/Keys.md の The signer)
    look at this machine's clock; before that moment nothing that it signs holds
    この端末の時計を確認してください。それより前の時刻の署名は認められません
    the list's keepers withdrew this key: do not sign with it, and ask them; Documentation/Keys.md makes another
    リストの管理者がこの鍵を取り消しています。この鍵では署名せず、管理者に確認してください。新しい鍵の作り方は Documentation/Keys.md にあります
    the file is empty
    ファイルが空です
    get it again: it has no bytes
    入手し直してください。内容が0バイトです
    the film goes on in other files, of which this label says nothing; --segments labels them too
    映像は別のファイルに続いており、このラベルはそれらについて何も示しません。--segments で併せてラベルを付けられます
    get it again: it has no bytes; {} labels it as it is
    入手し直してください。内容が0バイトです。{1} でそのままラベルを付けられます
    the file ends inside a box at byte {}
    ファイルが{1}バイト目で途切れています
    a program has it open for writing
    他のプログラムが書き込み中です
    sign it again when that program is done
    書き込みが終わってから署名し直してください
    """
}
