extension MessageCatalogue {
  /// Of trust lists, their keys and their keepers.
  static let lists = """
    --territory takes two capital letters, such as US or JP
    --territory は US や JP のような大文字2字で指定してください
    this is a list, and not the file with its keys
    鍵のファイルではなく、リストです
    the keys stand beside it as NAME.keys.pem
    鍵は同じフォルダーの 名前.keys.pem にあります
    this is the keys file of a list, and not the list
    リストではなく、リストの鍵のファイルです
    name the list beside it: NAME.json where the keys are NAME.keys.pem
    同じフォルダーのリストを指定してください(鍵が 名前.keys.pem であれば 名前.json)
    --government {} names a list; trust check shows what one says
    リストは --government {1} で指定します。内容は trust check で確認できます
    $BROADSEAL_TRUST names the folder
    フォルダーは $BROADSEAL_TRUST の指定によります
    no pinned keys for this trust list
    このリストの鍵が登録されていません
    get its keys file once by a way you trust: keys that come with a list are not believed
    鍵のファイルは信頼できる方法で入手してください。リストに付属する鍵は信頼の根拠になりません
    --at names a moment before that, at which the kept list was in force
    --at には、それより前で、保存されたリストが有効だった日時を指定してください
    put its keys file {} beside it, or give a pinned list that recognises it
    鍵ファイル{1}をリストと同じフォルダーに置くか、そのリストを受け入れている登録済みのリストを指定してください
    put its keys file beside it, or give a pinned list that recognises it
    鍵ファイルをリストと同じフォルダーに置くか、このリストを受け入れている登録済みのリストを指定してください
    no keys stand beside this list to prove it
    このリストを検証する鍵ファイルが同じフォルダーにありません
    put its keys file there: {}
    鍵のファイルをここに置いてください: {1}
    the trust list is not signed
    リストに署名がありません
    the trust list is out of date since {}
    リストの期限が{1}に切れています
    get the current list from its operator
    運営者から最新のリストを入手してください
    the trust list has number {}, but {} was seen before
    リストは第{1}号ですが、以前に第{2}号を確認しています
    the trust list has the number {} of the list at hand, and says something else
    手元のリストと同じ第{1}号ですが、内容が異なります
    {} of the {} pinned keys signed the trust list, {} are needed
    登録された{2}個の鍵のうち{1}個の署名しかありません。{3}個必要です
    the trust list names new keys, of which {} signed it, {} are needed
    リストに新しい鍵の記載がありますが、署名は{1}個です。{2}個必要です
    the pinned keys are for another trust list
    登録された鍵は別のリストのものです
    the trust list was issued on {}, after {}
    リストの発行日時{1}が、判定の時点{2}より後です
    name one alone: the one with the higher number is the current one
    どちらか1つだけを指定してください。号数の大きいほうが現行のリストです
    two trust lists of the same scheme, the other is {}
    同じ名称のリストが2つあります。もう1つは {1} です
    the trust folder holds no anchor and no list
    フォルダーにアンカーもリストもありません
    a trust folder may not hold a file of this name
    フォルダーにこの名前のファイルは置けません
    keep private keys out of trust material
    秘密鍵を置かないでください
    no such folder
    フォルダーがありません
    no such file
    ファイルがありません
    a file of certificates in PEM is no government list
    PEMの証明書ファイルは政府のトラストリストではありません
    --anchors, --tsa-anchors and --allow take such files
    --anchors、--tsa-anchors、--allow で指定してください
    the file holds {} certificates, and one is meant
    ファイルに証明書が{1}件あります。1件だけにしてください
    name a file with the one that is meant; for a CA that is the one that issues, not the root above it
    対象の1件のファイルを指定してください。認証局の場合は、ルートではなく発行認証局です
    there are no such anchors in what was given
    該当するアンカーがありません
    nobody has signed this draft yet
    この下書きには署名がありません
    trust sign signs it
    trust sign で署名します
    the list is signed, and what is signed is not edited
    署名済みのリストは編集できません
    trust draft --from {} -o draft.json makes a draft of its next number
    trust draft --from {1} -o draft.json で次号の下書きを作成します
    the list is not signed, and so nobody has its number yet
    リストに署名がないため、この号はまだ公開されていません
    edit it as it is, or sign it first
    そのまま編集するか、先に署名してください
    {}: the schema of ETSI TS 119 602 refuses the list
    {1}: ETSI TS 119 602 のスキーマに適合しません
    the list has number {}, and nothing shows what was different before
    リストは第{1}号ですが、前の号との違いを確認できません
    --predecessor names the list that is published now
    --predecessor で公開中のリストを指定してください
    --predecessor names the list with the highest number
    --predecessor で号数が最大のリストを指定してください
    it is the list {}, and its predecessor is {}
    このリストは {1} で、前のリストは {2} です
    its number {} is not above the {} of its predecessor
    第{1}号は、前のリスト(第{2}号)より後の号ではありません
    trust draft --from takes the next number
    trust draft --from で次号になります
    number {} of this list was seen here, so that its number {} is not the one that is published now
    このリストの第{1}号を確認しているため、第{2}号は公開中のものではありません
    the list is out of date since {}: nobody would believe it
    リストの期限が{1}に切れているため、信頼できるリストと認められません
    the list is out of date within the hour, on {}
    リストの期限が1時間以内({1})に切れます
    move NextUpdate in the draft, or sign it as it is with --accept-stale
    下書きの NextUpdate を変更するか、--accept-stale でそのまま署名してください
    nobody can be asked here whether to sign this
    端末がないため、署名の確認ができません
    --yes signs without asking
    --yes を指定すると確認せずに署名します
    not signed, since the answer was not yes
    yes と入力されなかったため、署名していません
    not taken, since the answer was not yes
    yes と入力されなかったため、追加していません
    {} is not of the same name and issuer: the list has {}; this is {}
    {1} は名称または発行者が異なります。リスト: {2}。今回: {3}
    nothing was withdrawn, since the answer was not yes
    yes と入力されなかったため、取り消していません
    --yes takes it, where that moment is meant
    その日時で正しければ、--yes で取り消せます
    {} is {} ahead: until then what is signed counts, whoever has the key
    {1} はまだ来ていません({2})。それまでの署名は、誰が鍵を持っていても認められます
    --agency or --certificate says what is taken off
    --agency または --certificate で削除する対象を指定してください
    lists and their keys do not stand in the trust folder itself
    リストとその鍵は、このフォルダーに直接は置けません
    put them into a folder government inside it: {}
    中に government フォルダーを作り、そこに置いてください: {1}
    this is a file, and a trust folder is meant
    フォルダーではなく、ファイルです
    --government names a list by itself, with its keys beside it
    リスト1つだけを使う場合は --government で指定し、鍵を同じフォルダーに置いてください
    this is a folder, and a government list is a file
    政府のトラストリストのファイルではなく、フォルダーです
    name the list itself: {}
    リストのファイルを指定してください: {1}
    name the list itself; --trust-dir takes a folder with lists in a folder government inside it
    リストのファイルを指定してください。--trust-dir には、中の government フォルダーにリストを置いたフォルダーを指定します
    too few of its keepers have signed it, and it should not have been published: tell its operator
    管理者の署名が足りないまま公開されています。リストの運営者に知らせてください
    its operator may have changed the keys: get the list that announced it, which the old keys signed too, or the new keys file by a way you trust
    運営者が鍵を変更した可能性があります。変更を知らせた(古い鍵でも署名された)リストか、新しい鍵のファイルを信頼できる方法で入手してください
    this key has signed the list already
    この鍵による署名はすでにあります
    another keeper signs it next
    次は別の管理者が署名します
    it has the signatures that it needs
    必要な署名はそろっています
    one more keeper has to sign it
    あと1人の管理者の署名が必要です
    {} more keepers have to sign it
    あと{1}人の管理者の署名が必要です
    this key is none of the list's keys: its signature would count for nothing
    この鍵はこのリストの鍵ではないため、署名しても数えられません
    trust fingerprint shows the keys in a keys file; this one is {}
    鍵ファイルの鍵は trust fingerprint で確認できます。この鍵は {1} です
    its keys lie beside it under another name, {}
    鍵のファイルの名前({1})がリストの名前と合っていません
    a list is named as its keys are: NAME.json where they are NAME.keys.pem
    リストと鍵のファイルは同じ名前にしてください(名前.json と 名前.keys.pem)
    {} of {} signatures by the keys of {}
    {3} の鍵による署名は、必要な{2}件のうち{1}件です
    that is the fingerprint of key {} alone, and says nothing of the other keys
    それは{1}番目の鍵だけのフィンガープリントで、ほかの鍵のことは確認できません
    ask the list's operator for the fingerprint of the whole file, the last one that trust fingerprint shows
    ファイル全体のフィンガープリント(trust fingerprint が最後に表示する値)をリストの運営者に確認してください
    --yes takes it, where it is the same authority all the same
    同じ認証局であれば、--yes で追加できます
    the list loses {}
    リストから失われるもの: {1}
    the list loses {}, and {} more, marked ✗
    リストから失われるもの: {1}、ほか{2}件(✗)
    put it back: an agency that ends is retired, a certificate renewed. What is really meant to go is named, one by one, with --accept-loss: {=}
    元に戻してください。機関の終了には trust retire、証明書の変更には trust renew を使います。本当に失われてよいものは --accept-loss で1つずつ指定します: {1}
    ask the operator of the list; nothing was changed here. What is really meant to go is named, one by one, with --accept-loss: {=}
    変更していません。リストの運営者に確認してください。本当に失われてよいものは --accept-loss で1つずつ指定します: {1}
    nothing was changed; wait for the other run, or end it
    変更していません。別の処理の終了を待つか、終了させてください
    --tls-ca names the authority of a server that the system does not know
    システムが知らないサーバーの認証局は --tls-ca で指定します
    a list of anchors is fetched over https:// alone
    アンカーのリストは https:// でのみ取得します
    nobody has signed it, and http:// tells not from whom it comes
    署名がなく、http:// では提供元を確認できません
    there is no list {=}
    リスト {1} はありません
    these are not the keys that you were told of
    伝えられた鍵と異なります
    do not use them; ask the list's operator once more
    使用せず、リストの運営者に再度確認してください
    --compare takes the whole fingerprint: 64 hexadecimal digits
    --compare には64桁の16進数のフィンガープリント全体を指定します
    there is no agency {=} on the draft
    下書きに機関 {1} がありません
    trust add puts one on it
    trust add で追加します
    its agencies: {=}
    登録されている機関: {1}
    nothing is left to end: what is meant is withdrawn already
    終了する対象がありません。すでに終了しています
    no such service has this certificate
    この証明書のサービスがありません
    the service was granted on {}, and would never have been
    サービスの認定は{1}からで、認定されなかったことになります
    --from takes a later moment; trust withdraw takes the worth of what was signed
    --from に後の日時を指定してください。署名の効力を取り消すには trust withdraw を使います
    it is withdrawn already, since {} for {}
    {1}から理由 {2} で取り消されています
    no service on the draft has this key, issued its certificate, or was certified by it
    この鍵を持つサービスも、証明書を発行したサービスも、この鍵で認証されたサービスも下書きにありません
    --agency ID says at whose entry the withdrawal is to stand
    --agency ID で取消しを記載する機関を指定してください
    a number means nothing without its CA
    シリアル番号だけでは認証局が分かりません
    --agency ID says whose CA issued it
    --agency ID で発行した認証局の機関を指定してください
    the certificate stands there already
    この証明書はすでに登録されています
    the certificate stands on the draft already, for the same purpose
    この証明書は同じ目的ですでに登録されています
    the certificate stands on the draft already, as that of {}
    この証明書は{1}の証明書としてすでに登録されています
    whoever signs documents must not say when, too: a time-stamp authority has a key of its own
    文書に署名する者が時刻も証明することはできません。時刻認証局には専用の鍵が必要です
    no granted service has a certificate of the same name
    同じ名称の証明書を持つ、認定中のサービスがありません
    trust add makes a service of its own for it
    trust add で別のサービスとして追加します
    the certificate is not that of a CA
    認証局の証明書ではありません
    --ca takes the CA that issued it
    --ca には発行した認証局を指定します
    the keys are those of {}, not of this list
    鍵は {1} のもので、このリストのものではありません
    the list names these keys already
    この鍵はすでにリストに記載されています
    one of --certificate, --key and --serial says what is withdrawn
    --certificate、--key、--serial のいずれか1つで取り消す対象を指定してください
    --key takes a SHA-256 digest: 64 hexadecimal digits
    --key には64桁の16進数のSHA-256ダイジェストを指定します
    --serial takes hexadecimal digits
    --serial には16進数を指定します
    --agency or --certificate says what ends
    --agency または --certificate で終了する対象を指定してください
    either --agency and --ca, or --tsa
    --agency と --ca、または --tsa を指定してください
    --ca or --tsa names a certificate
    --ca または --tsa で証明書を指定してください
    --ca or --tsa says who is put on the list
    --ca または --tsa で追加する対象を指定してください
    --ca needs --agency, whose CA it is
    --ca には --agency が必要です
    a time-stamp authority belongs to no agency and has no scope
    時刻認証局には機関も範囲も指定できません
    --name says what people are shown of a new agency
    新しい機関の表示名を --name で指定してください
    --name says what people are shown of it
    表示名を --name で指定してください
    {} names a language twice
    {1} の言語が重複しています
    an organisation that is new on the list needs an address: {}
    新しい組織には所在地が必要です: {1}
    the organisation is on the draft already, with an address
    この組織はすでに所在地とともに登録されています
    leave the options of the address out; an entry that was put there by mistake goes with trust remove
    所在地のオプションを外してください。誤って追加した登録は trust remove で削除できます
    the schema of ETSI TS 119 602 asks for street, mail address and web page
    ETSI TS 119 602 のスキーマでは、番地、メールアドレス、ウェブページが必要です
    say whose certificates the CA may vouch for: --subject-o, --subject-id, --subject-dns or --pin
    認証局が保証できる証明書を --subject-o、--subject-id、--subject-dns、--pin で指定してください
    the CA itself is "{}"
    認証局の名称は "{1}" です
    --jurisdiction takes a country, a part of one, or INT: US, JP-13
    --jurisdiction には US、JP-13 のような国・地域、または INT を指定します
    --subject-dns takes a plain domain name: agency.example
    --subject-dns には agency.example のようなドメイン名を指定します
    a new list needs --scheme, --operator and --territory, or --from
    新しいリストには --scheme、--operator、--territory が必要です。または --from を指定してください
    a new list needs --scheme, --operator and --territory
    新しいリストには --scheme、--operator、--territory が必要です
    --scheme needs an English name: keys files name the list by it
    --scheme には英語の名称が必要です。鍵のファイルで使用します
    --from follows a list that has a name and entries: trust add puts more on the draft
    --from は既存のリストに続けるものです。追加は trust add で行います
    a key would sign the trust list twice
    同じ鍵で2回署名することになります
    --jurisdiction: the list speaks for {=}, and the agency is of {=}
    --jurisdiction: このリストの対象国は {1} ですが、機関の管轄は {2} です
    another country keeps a list of its own, which this one can recognise
    ほかの国の機関はその国のリストに登録し、このリストでは受け入れを記載します
    {=} names {=} twice
    {1} に {2} が重複しています
    --pin takes a SHA-256 digest: 64 hexadecimal digits
    --pin にはSHA-256の値を16進数64桁で指定します
    --max-path-len takes a number from 0 to {}
    --max-path-len には0から{1}までの数を指定します
    --website takes a whole address: https://agency.example/
    --website には https://agency.example/ のようなアドレスを指定します
    this is a government list: its services are believed within their scopes alone, and anchors have none
    政府のトラストリストです。登録されたサービスは範囲の定めのもとで認められるもので、アンカーにはできません
    --government names it, with its keys beside it; in a trust folder it stands in the folder government
    --government で指定し、鍵ファイルを同じフォルダーに置いてください。トラストフォルダーでは government フォルダーに置きます
    the list has no time-stamp authority
    リストに時刻認証局がありません
    the list has no CA of signers
    リストに署名者の認証局がありません
    --anchors takes CAs of claim signers, --tsa-anchors time-stamp authorities
    --anchors には署名者の認証局、--tsa-anchors には時刻認証局を指定します
    several keys files of this list lie beside it, and none under its name: {=}
    このリストの鍵ファイルが同じフォルダーに複数ありますが、リストと同じ名前のものがありません: {1}
    """

  /// What stands in the places of other messages alone.
  static let fragments = """
    by the profile's own list it is not official: the list's rule {} does not hold: found {}, wanted {}
    プロファイルのリストでは公式と認められません(規則 {1}、記載 {2}、要件 {3})
    by the profile's own list it is not official: {}
    プロファイルのリストでは公式と認められません({1})
    {} in [{}]
    [{2}] の {1}
    {} in [[{}]] {}
    [[{2}]] {3} の {1}
    {} in {} of [[{}]] {}
    [[{3}]] {4} の {2} の {1}
    and nothing can be signed
    署名できません
    and no label is official without
    タイムスタンプがないと公式文書になりません
    path, pkcs11 or command
    path、pkcs11、command のいずれか
    claim anchors
    署名者のアンカー
    time-stamp anchors
    タイムスタンプのアンカー
    time stamping
    タイムスタンプ
    unspecified
    指定なし
    keyCompromise
    鍵の危殆化
    cACompromise
    認証局の危殆化
    affiliationChanged
    所属の変更
    superseded
    後継への切替え
    cessationOfOperation
    業務の終了
    privilegeWithdrawn
    権限の取消し
    none-declared
    利用なしと申告
    generated
    AI生成
    altered
    一部AI加工
    unknown
    不明
    conflict
    矛盾
    not-stated
    申告なし
    {} says {}
    {1} は{2}
    the document
    文書
    the parent
    元の文書
    document
    文書
    parent
    元の文書
    {} days
    {1}日後
    {} files
    {1}ファイル
    1 file
    1ファイル
    1 day
    1日後
    less than a day
    24時間以内
    the agency {}
    機関 {1}
    the service {}
    サービス {1}
    a certificate of {}
    {1} の証明書
    a time in which {} was granted
    {1} が認められていた期間
    a withdrawal at {}
    {1} の取消し
    part of a withdrawal at {}, which begins later
    {1} の取消しの一部(開始が遅くなります)
    the gravity of a withdrawal at {}
    {1} の取消しの重さ
    """
}
