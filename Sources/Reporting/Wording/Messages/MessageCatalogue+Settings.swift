extension MessageCatalogue {
  /// Of profiles, policies, plans, registers and archives.
  static let settings = """
    ** stands for whole folders and alone between two /
    ** はフォルダー全体を表し、/ と / の間に単独で置きます
    a run for this document alone (--include) with --sidecar
    この文書だけを対象とする --include と --sidecar
    a run for this document alone (--include) with --sidecar, without --in-place,
    --in-place を付けず、この文書だけを対象とする --include と --sidecar
    --sidecar without --in-place
    --in-place を付けない --sidecar
    --sidecar --accept-broken-parent
    --sidecar と --accept-broken-parent
    --sidecar --accept-broken-parent without --in-place
    --in-place を付けない --sidecar と --accept-broken-parent
    a run for this document alone (--include) with --sidecar --accept-broken-parent
    この文書だけを対象とする --include、--sidecar、--accept-broken-parent
    a run for this document alone (--include) with --sidecar --accept-broken-parent, without --in-place,
    --in-place を付けず、この文書だけを対象とする --include、--sidecar、--accept-broken-parent
    a document of the signing plan lacks path, size or digest
    署名計画の文書にパス、大きさ、ハッシュ値のいずれかがありません
    a file of type {} cannot carry a label in itself here
    {1} のファイルは内部にラベルを保持できません
    a file of type {} cannot have a PDF signature
    {1} のファイルにはPDF署名を付けられません
    a label inside would cost its PDF signature {} its standing as a seal
    内部にラベルを入れると、PDF署名 {1} がeシールとして認められなくなります
    a path below a folder has no dots
    フォルダーより下のパスに「.」や「..」は使用できません
    a quotation mark is not closed
    引用符が閉じられていません
    a segment has no hash
    セグメントにハッシュ値がありません
    a signing plan of another version: have a new plan made
    署名計画のバージョンが異なります。計画を作り直してもらってください
    a signing plan without a list of documents, or with too many
    署名計画に文書の一覧がないか、文書が多すぎます
    a table has no name
    名前のない表があります
    after the PDF signature {} more than proofs would be added
    PDF署名 {1} の後に、検証情報以外のものが追加されます
    agency id
    機関のID
    AI provider
    AI提供者
    AI scope
    AIを利用した範囲
    AI system
    AIシステム名
    AI version
    AIのバージョン
    alternatives are patterns of their own
    選択肢はそれぞれ別のパターンとして指定してください
    approval record
    承認の記録
    approval role
    承認者の役職
    beside it stands something under the name of what is in it
    アーカイブの中のファイルと同じ名前のものが同じフォルダーにあります
    certificate verify failed
    証明書を検証できません
    connection refused
    接続を拒否されました
    connection reset by peer
    接続先に切断されました
    connection timed out
    接続が時間切れになりました
    device or resource busy
    使用中です
    directory not empty
    フォルダーが空ではありません
    disk quota exceeded
    ディスクの割当容量を超えています
    each rule has its own
    規則ごとに異なるIDを指定してください
    editorial responsibility
    編集責任
    ended with code {}
    終了コード {1} で終了しました
    English agency name
    機関の英語の名称
    file exists
    ファイルがすでにあります
    folders are separated by /, and nothing is escaped
    フォルダーは / で区切ります。エスケープは使用できません
    from {} to 36500
    {1}から36500までの数で指定してください
    give it require, deny or when
    require、deny、when のいずれかを指定してください
    input/output error
    入出力エラーです
    it begins as another archive, and may be a ZIP archive
    別の形式のアーカイブとして始まり、ZIPアーカイブの可能性もあります
    it carries a label by “{}”, who is on no list and claims that it is official of “{}”; the new label keeps that as its parent
    文書には「{1}」(リスト未登録)のラベルがあり、「{2}」の公式文書と称しています。新しいラベルは、これを元の文書のラベルとして引き継ぎます
    it is altered
    改変されています
    it is held against the path below the folder that is audited
    監査対象のフォルダーより下のパスと照合されます
    it is intact-revision
    変更されていないのは、ラベル付け時の版だけです
    it is malformed
    形式が正しくありません
    it is no regular expression
    正規表現は使用できません
    it is no-label
    ラベルがありません
    it is one of {=}
    次のいずれかを指定してください: {1}
    it is spelled as US, JP-13 or INT
    US、JP-13、INT のように指定してください
    it is unreadable
    判定できません
    it reads 1
    対応しているのは 1 です
    its issuer
    その発行者
    its label does not hold: {}
    ラベルが有効ではありません: {1}
    its PDF signature {} made it what it was; from now on its label speaks for it
    PDF署名 {1} のみの文書でした。以後はラベルに基づいて発行者を判定します
    its statements about AI would contradict each other: {}
    AIに関する申告が互いに矛盾することになります: {1}
    Japanese agency name
    機関の日本語の名称
    key-value pair
    キーと値の組
    keys, tables, whitespace or comments
    キー、表、空白、コメント
    leave it out
    指定しないでください
    letters, digits, dots and hyphens, as in REL-001
    REL-001 のように、英数字、ドット、ハイフンで指定してください
    line {}, column {}: error while parsing {}: expected {}, saw {}
    {1}行目{2}列目: TOMLの構文が正しくありません({3}: {4} が必要な位置に {5} があります)
    line {}, column {}: {}
    {1}行目{2}列目: {3}
    line {}: error while parsing {}: expected {}, saw {}
    {1}行目: TOMLの構文が正しくありません({2}: {3} が必要な位置に {4} があります)
    line {}: the document is registered twice
    {1}行目: 文書が重複して登録されています
    line {}: the row names no document
    {1}行目: 文書の記載がありません
    line {}: this is no SHA-256: {}
    {1}行目: SHA-256ではありません: {2}
    line {}: {}
    {1}行目: {2}
    name it REL-001
    REL-001 のように指定してください
    network is unreachable
    ネットワークに接続できません
    no route to host
    接続先への経路がありません
    nobody reads outputs of this kind back
    この種類の出力は読み戻して検証できません
    not a signing plan of this version
    本バージョンの署名計画ではありません
    operation not permitted
    許可されていない操作です
    patterns are as in releases/**/*.pdf; a name without / matches in every folder
    パターンは releases/**/*.pdf のように指定します。/ のない名前はすべてのフォルダーに該当します
    reviewed version
    確認した版
    reviewer's role
    確認者の役職
    root table
    最上位の表
    say one of {=}
    次のいずれか1つだけを指定してください: {1}
    sign the document again
    文書に署名し直してください
    signatures of the kind {} are not read
    種類 {1} の署名には対応していません
    the active manifest has no signature that can be named
    有効なマニフェストに、参照できる署名がありません
    the archive breaks off, or holds more files than are looked at
    アーカイブが途中で切れているか、確認の上限を超える数のファイルがあります
    the archive breaks off, or its compression is damaged
    アーカイブが途中で切れているか、圧縮データが破損しています
    the archive holds more than {} files: this one and those behind it were not looked at
    アーカイブのファイルが{1}件を超えています。このファイル以降は確認していません
    the archive unpacks to more than {} times its size, or to more than {} GiB: what comes after that was not looked at
    アーカイブを展開すると{1}倍または{2}GiBを超えます。超えた部分は確認していません
    the archive unpacks to more than {} times its size: this file and those behind it were not looked at
    アーカイブを展開すると{1}倍を超えます。このファイル以降は確認していません
    the authority's time stamp has parts that anybody could change, where nothing covers them
    時刻認証局のタイムスタンプに、変更を検出できない部分があります
    the certificate names a person, and everybody who gets the document can read it: {}
    証明書に個人名が記載されており、文書を入手した人は誰でも読み取れます: {1}
    the certificate of its signer is not there
    署名者の証明書がありません
    the file in the archive has {} bytes, more than the {} that are judged there
    アーカイブ内のファイルが{1}バイトで、判定対象の上限({2}バイト)を超えています
    the first file of a film carries no label
    映像の先頭のファイルにラベルがありません
    the first line names none of the columns path, sha256, reference
    1行目に path、sha256、reference のいずれの列名もありません
    the labelled revision is intact, and only proofs about signatures follow it
    ラベル付け時の版は変更されておらず、その後は署名の検証情報だけです
    the PDF signature in the field {}: {}
    PDF署名(欄 {1}): {2}
    the PDF signature: {}
    PDF署名: {1}
    the plan does not say whether a document has a sidecar
    計画に、文書にラベルファイルがあるかどうかの記載がありません
    the policy cannot be read
    ポリシーを読み取れません
    the sidecar of a document in the plan has no digest
    計画にあるラベルファイルにハッシュ値がありません
    the signature algorithm is unknown
    署名アルゴリズムが不明です
    the signer command {} ended with code {}
    署名プログラム {1} が終了コード {2} で終了しました
    the signer command {} ended with code {}: {}
    署名プログラム {1} が終了コード {2} で終了しました: {3}
    the signer command {} was ended by a signal
    署名プログラム {1} がシグナルにより終了しました
    the signer command {} was ended by a signal: {}
    署名プログラム {1} がシグナルにより終了しました: {2}
    the signer command {} wrote no signature
    署名プログラム {1} が署名を出力しませんでした
    the signer command {} wrote no signature: {}
    署名プログラム {1} が署名を出力しませんでした: {2}
    the signer did not validate this manifest
    署名者はこのマニフェストを検証していません
    the signing plan is not in its own form
    署名計画の形式が正しくありません
    the store has {} bytes, because it keeps {} earlier manifests
    以前のマニフェスト{2}件を保持しているため、マニフェストストアが{1}バイトあります
    the time stamp of the document does not hold, or does not cover all of it
    文書のタイムスタンプが有効ではないか、文書全体を対象としていません
    the time-stamp authority has no certificate
    時刻認証局の証明書がありません
    the token gave no signature: {}
    トークンが署名を返しませんでした: {1}
    there is no document in it
    文書の記載がありません
    there is no manifest
    マニフェストがありません
    too many levels of symbolic links
    シンボリックリンクが循環しているか、多すぎます
    too many open files
    開いているファイルが多すぎます
    two manifests have one name
    同じ名前のマニフェストが2つあります
    unique identifier
    固有の識別子
    unknown key {=} in [[{=}]] {=}
    [[{2}]] {3} に不明なキー {1} があります
    unknown key {=} in {=} of [[{=}]] {=}
    [[{3}]] {4} の {2} に不明なキー {1} があります
    use one of {=}
    次のいずれかを使用してください: {1}
    wait for it, and stamp it again
    終わるのを待ち、タイムスタンプを付け直してください
    was ended by a signal
    シグナルにより終了しました
    without a time stamp it is never shown as official; sign --add-timestamp adds one later
    タイムスタンプがないため、公式文書として表示されません。sign --add-timestamp で後から追加できます
    wrong version number
    TLSの応答ではありません
    {} and urls exclude each other
    {1} と urls は同時に指定できません
    {} begins as the rules do that are built in
    {1} が組み込みの規則と同じ始まり方をしています
    {} belongs to command
    {1} は command と併せて指定します
    {} belongs to pkcs11
    {1} は pkcs11 と併せて指定します
    {} cannot be used: {}
    {1} を使用できません: {2}
    {} cannot be {=}
    {1} に {2} は指定できません
    {} cannot be {=}: {}
    {1} に {2} は指定できません: {3}
    {} has more than {} patterns
    {1} のパターンが{2}個を超えています
    {} in the earlier label {}: {}
    以前のラベル {2} の {1}: {3}
    {} is a rule that asks for nothing
    {1} は何も求めない規則です
    {} is another rule's too: {}
    {1} が別の規則と重複しています: {2}
    {} is missing in [[{}]] {}
    [[{2}]] {3} に {1} がありません
    {} is missing in [{}]
    [{2}] に {1} がありません
    {} is missing: path, pkcs11 or command
    {1} に path、pkcs11、command のいずれもありません
    {} is missing: the policy asks for nothing
    {1} がないため、ポリシーが何も求めません
    {} is no format: {=}
    {1} の形式がありません: {2}
    {} is no number of days
    {1} が日数ではありません
    {} is no pattern: {}
    {1} がパターンとして正しくありません: {2}
    {} is not a day, as in 2027-03-31
    {1} が 2027-03-31 の形の日付ではありません
    {} is not a table
    {1} が表ではありません
    {} is not a text
    {1} が文字列ではありません
    {} is not a text or an array of texts
    {1} が文字列または文字列の配列ではありません
    {} is not a whole number
    {1} が整数ではありません
    {} is not an array of tables, as in [[{}]]
    {1} が [[{2}]] の形の表の配列ではありません
    {} is not an array of texts
    {1} が文字列の配列ではありません
    {} is not an object identifier
    {1} がオブジェクト識別子ではありません
    {} is not one that this version reads
    {1} は本バージョンが対応するものではありません
    {} is not true or false
    {1} が true または false ではありません
    {} is one of several places of the key
    {1} のほかにも鍵の場所が指定されています
    {} is there more than {} times
    {1} が{2}個を超えています
    {} must be 1, the version of this format
    {1} は 1(この形式のバージョン)にしてください
    {} must be one of {=}
    {1} は次のいずれかにしてください: {2}
    {} names no rule: {=}
    {1} に該当する規則がありません: {2}
    {} needs at least one language, such as name.en
    {1} には name.en など1つ以上の言語が必要です
    {} needs certificates: a PEM file with the key's certificate and those above it
    {1} には certificates(鍵の証明書と上位証明書のPEMファイル)が必要です
    {} needs staple = true
    {1} には staple = true が必要です
    {} says {} twice
    {1} に {2} が重複しています
    {} stamped it
    {1} がタイムスタンプを付けました
    {} takes away all that require asks for: {=}
    {1} が require の求めるものをすべて除外しています: {2}
    {}; the authority has to stand on the list
    {1}(時刻認証局がリストに登録されている必要があります)
    {}; the list has to believe in the authority at that time
    {1}(その時点で時刻認証局がリストで認められている必要があります)
    {}; the copy of the document is there without it
    {1}(文書の写しは、ラベルなしで作成されています)
    """
}
