extension MessageCatalogue {
  /// Of the command line.
  static let options = """
    the arguments cannot be read
    引数を読み取れません
    /proc is not mounted; a chroot or container needs it
    /proc がマウントされていません。chroot やコンテナでは必要です
    there is no command {=} {=}
    コマンド {1} {2} はありません
    did you mean {=}?
    {1} ではありませんか
    {=} --help says what there is
    使い方は {1} --help で確認できます
    the command {=} is not in this version
    コマンド {1} は本バージョンにありません
    the format {} is not in this version
    形式 {1} は本バージョンにありません
    {} is not in this version
    {1} は本バージョンにありません
    unexpected argument '{}'
    余分な引数 '{1}' があります
    unknown option '{=}'. Did you mean '{=}'?
    不明なオプション '{1}' です。'{2}' ではありませんか
    unknown option '{=}'
    不明なオプション '{1}' です
    missing expected argument '{}'
    引数 '{1}' が必要です
    missing value for '{}'
    '{1}' に値が必要です
    the value '{}' is invalid for '{}'
    値 '{1}' は '{2}' に使用できません
    a file whose name begins with a dash is written ./{}
    ハイフンで始まる名前のファイルは ./{1} と指定します
    a date or a moment in UTC: 2026-11-20 or 2026-11-20T09:15:00Z
    日付またはUTCの日時で指定してください。例: 2026-11-20、2026-11-20T09:15:00Z
    a date is a day in UTC; where it has only begun here, say when, with the zone: 2026-11-20T08:15:00+09:00
    日付はUTCの1日を指します。日本時間の当日を指定する場合は、2026-11-20T08:15:00+09:00 のように時刻と時差も指定してください
    text, json, ndjson or csv, then = and a path: csv=report.csv
    text、json、ndjson、csv のいずれかに = とパスを続けてください。例: csv=report.csv
    an object identifier: 1.3.6.1.5.5.7.3.36
    オブジェクト識別子で指定してください。例: 1.3.6.1.5.5.7.3.36
    a number from 1 to {}
    1から{1}までの数で指定してください
    --jobs takes a number from 1 to {}
    --jobs は1から{1}までの数で指定します
    --timeout takes a number from 1 to 3600
    --timeout は1から3600までの数で指定します
    --tsa-timeout takes a number from 1 to 3600
    --tsa-timeout は1から3600までの数で指定します
    --signer-timeout takes a number from 1 to {}
    --signer-timeout は1から{1}までの数で指定します
    --settle takes a number from 0 to 3600
    --settle は0から3600までの数で指定します
    --days takes a number from 1 to 3650
    --days は1から3650までの数で指定します
    --expires-within takes a number from 0 to 36500
    --expires-within は0から36500までの数で指定します
    {} is said twice: {=} and {=}
    {1} の指定が2つあります: {2}、{3}
    {} is said twice, and not the same
    {1} の指定が2つあり、値が異なります
    {} and {} contradict each other
    {1} と {2} は矛盾しています
    say it once; of options that may be repeated, --help says so
    指定は1つにしてください。繰り返せるオプションは --help で確認できます
    --quiet and --verbose exclude each other
    --quiet と --verbose は同時に指定できません
    --key and --signer exclude each other
    --key と --signer は同時に指定できません
    --plan and --approved exclude each other
    --plan と --approved は同時に指定できません
    --sidecar and --embed exclude each other
    --sidecar と --embed は同時に指定できません
    --sidecar and --in-place exclude each other
    --sidecar と --in-place は同時に指定できません
    --labels-only and --embed exclude each other
    --labels-only と --embed は同時に指定できません
    --unencrypted and --passphrase-file exclude each other
    --unencrypted と --passphrase-file は同時に指定できません
    --ca and --tsa exclude each other
    --ca と --tsa は同時に指定できません
    --certs, --extract and --assertion exclude each other
    --certs、--extract、--assertion は同時に指定できません
    -o, --output-dir and --in-place exclude each other
    -o、--output-dir、--in-place は同時に指定できません
    --no-timestamp excludes --tsa and --allow-missing-timestamp
    --no-timestamp は --tsa や --allow-missing-timestamp と同時に指定できません
    -0 needs --files-from
    -0 には --files-from が必要です
    --force needs -o
    --force には -o が必要です
    --force needs --extract or -o
    --force には --extract または -o が必要です
    --approver needs --plan or --approved
    --approver には --plan または --approved が必要です
    --online-private needs --online
    --online-private には --online が必要です
    --signer-timeout needs --signer
    --signer-timeout には --signer が必要です
    --extract-revision needs -o
    --extract-revision には -o が必要です
    revisions are counted from 1
    版は1から数えます
    --extract-revision is for one file, and there are several
    --extract-revision の対象は1ファイルです
    --sidecar names the label of one file, and there are several
    --sidecar は1ファイルのラベルを指定します
    --evidence was kept for one file, and there are several
    --evidence の対象は1ファイルです
    --evidence is for a moment of the past: say which with --at
    --evidence は過去の時点の判定に使います。--at で時点を指定してください
    --list-keys proves the lists of evidence: it needs --evidence
    --list-keys は証拠のリストを検証するもので、--evidence が必要です
    --at judges a moment that nobody can be asked about: leave --online out
    --at は過去の時点を判定するため、--online と同時に指定できません
    keys check looks at certificates: --online manifest is for verify
    keys check の対象は証明書です。--online manifest は verify で使用してください
    inspect shows what is at hand: --online manifest is for verify
    inspect は手元の内容を表示します。--online manifest は verify で使用してください
    sign asks about certificates alone: ocsp, crl or ocsp,crl
    sign の照会対象は証明書のみです。ocsp、crl、ocsp,crl のいずれかを指定してください
    -f json shows all of it: leave --certs, --extract and --assertion out
    -f json はすべてを表示するため、--certs、--extract、--assertion と同時に指定できません
    name a folder, a file, or --files-from
    フォルダー、ファイル、または --files-from を指定してください
    there is no file to audit
    監査するファイルがありません
    only one report can go to standard output
    標準出力に書き出せる報告書は1つだけです
    two reports would go to the same file
    2つの報告書の出力先が同じです
    a report would replace this file, which is being audited
    監査対象のファイルに報告書を上書きすることになります
    write reports to another folder
    報告書は別のフォルダーに出力してください
    this is a folder, and not a profile
    プロファイルではなく、フォルダーです
    name the profile itself: {}
    プロファイルのファイルを指定してください: {1}
    name the profile itself, ISSUER.toml
    プロファイルのファイル ISSUER.toml を指定してください
    go to the folder where it lies, or give its path; broadseal init makes one
    プロファイルのあるフォルダーに移動するか、パスを指定してください。新しいプロファイルは broadseal init で作成します
    this is a trust list, and not a profile
    プロファイルではなく、トラストリストです
    name ISSUER.toml; a list is named in [trust] of it
    ISSUER.toml を指定してください。リストはその [trust] に記載します
    this is JSON, and not a profile
    プロファイルではなく、JSONです
    name ISSUER.toml, as broadseal init writes it
    broadseal init で作成した ISSUER.toml を指定してください
    these are keys or certificates in PEM, and not a profile
    プロファイルではなく、PEMの鍵または証明書です
    name ISSUER.toml; keys and certificates are named in [key] of it
    ISSUER.toml を指定してください。鍵と証明書はその [key] に記載します
    error while parsing {}: {}
    TOMLとして読み取れません({1}: {2})
    this is a folder, and -o names a file
    ファイルではなく、フォルダーです
    --output-dir {} writes into it
    フォルダーに出力するには --output-dir {1} を指定してください
    make it first, or name it with --output-dir, which makes it
    先に作成するか、--output-dir で指定してください(フォルダーも作成します)
    the documents themselves lie in this folder, {} among them
    文書自体がこのフォルダーにあります({1} など)
    name another folder; --in-place replaces documents, --sidecar lays labels beside them
    別のフォルダーを指定してください。文書自体を置き換えるには --in-place、ラベルを別ファイルにするには --sidecar を使います
    you may not write into this folder
    このフォルダーに書き込む権限がありません
    ask who owns it, or name another folder for the results
    所有者に確認するか、別の出力先フォルダーを指定してください
    you may not read it
    読み取る権限がありません
    ask who owns it, or run this as a user who may
    所有者に確認するか、権限のあるユーザーで実行してください
    you may not replace it
    置き換える権限がありません
    ask who owns it, or name another place for the result
    所有者に確認するか、別の出力先を指定してください
    save it as a file first, as with curl -O, and name that
    先に curl -O などでファイルに保存し、そのファイルを指定してください
    name a document, a folder of them, or --files-from
    文書、フォルダー、または --files-from を指定してください
    - is named twice, and standard input comes once; ./- is a file called -
    - が2回指定されていますが、標準入力は1つです。- という名前のファイルは ./- と指定します
    - is one document: name no others beside it
    - は1つの文書です。ほかの文書を同時に指定しないでください
    a document on standard input has no name: say with -o where the result goes
    標準入力の文書には名前がありません。-o で出力先を指定してください
    --plan, --approved and --evidence are for documents that have a name
    --plan、--approved、--evidence は名前のある文書に使用します
    -: its label is a file of its own, and standard output takes one file
    ラベルが別ファイルになるため、標準出力には書き出せません
    -o names a file; --sidecar -o - writes the label alone
    -o でファイルを指定してください。--sidecar -o - はラベルのみを書き出します
    standard input holds more than {} bytes
    標準入力が{1}バイトを超えています
    save it as a file and name that
    ファイルに保存して指定してください
    standard input is not read: name a file; ./- is a file called -
    標準入力は使用できません。ファイルを指定してください。- という名前のファイルは ./- と指定します
    a file is not written to standard output
    標準出力には書き出せません
    a file is not written to standard output; ./- is a file called -
    標準出力には書き出せません。- という名前のファイルは ./- と指定します
    a profile is not written to standard output; ./- is a file called -
    プロファイルは標準出力に書き出せません。- という名前のファイルは ./- と指定します
    ./- is a file called -
    - という名前のファイルは ./- と指定します
    say where the result goes: -o, --output-dir or --in-place
    -o、--output-dir、--in-place のいずれかで出力先を指定してください
    say where the result goes: -o, --output-dir, --in-place or --sidecar
    -o、--output-dir、--in-place、--sidecar のいずれかで出力先を指定してください
    say what the label states: --ai none, generated or altered, with or without --official
    ラベルの内容を --ai none、generated、altered のいずれかで指定してください。--official は任意です
    --official needs --ai: say none, generated or altered
    --official には --ai が必要です。none、generated、altered のいずれかを指定してください
    --ai is missing
    --ai の指定がありません
    --ai-system, --ai-version, --ai-provider and --ai-scope describe AI that was used: they need --ai generated or --ai altered
    --ai-system、--ai-version、--ai-provider、--ai-scope は利用したAIの説明です。--ai generated または --ai altered と併せて指定してください
    --reference and --url belong to official documents: add --official
    --reference と --url は公式文書の項目です。--official を追加してください
    --reviewed-at and --reviewed-version say more of --human-review, or of --reviewer: add one
    --reviewed-at と --reviewed-version には --human-review または --reviewer が必要です
    --reviewed-at is a moment that has not come yet
    --reviewed-at が未来の日時です
    the label would say when or what was reviewed, and not who reviewed it
    確認の日時や版だけで、確認者の記載がありません
    --reviewer, or role in [review] of the profile, names the role
    --reviewer またはプロファイルの [review] の role で役職を指定してください
    name files, a pattern in quotes or a folder
    ファイル、引用符で囲んだパターン、またはフォルダーを指定してください
    no segment is there
    セグメントが見つかりません
    --segments are those of one film: name its first file, and no other
    --segments は1つの映像のものです。その先頭のファイルだけを指定してください
    --segments are those of one film, which carries its label in its first file: name that file first
    --segments は1つの映像のもので、ラベルは先頭のファイルにあります。そのファイルを先に指定してください
    --segments goes with signing alone: no plan, evidence, renewal or PDF
    --segments は署名だけに使えます。計画、証拠の保管、更新、PDF署名とは併用できません
    a film in several files is written into a folder: --output-dir
    複数のファイルからなる映像はフォルダーに書き出します。--output-dir を指定してください
    verify FILE --segments names them
    verify FILE --segments で指定してください
    --pades signs the document itself: it excludes --sidecar
    --pades は文書自体に署名するため、--sidecar と同時に指定できません
    --ocsp and --crl go into a PDF signature (--pades), or are kept with --evidence
    --ocsp と --crl は --pades または --evidence と併せて指定してください
    --online asks for PDF signatures: add --pades
    --online はPDF署名のための照会です。--pades を追加してください
    a PDF signature brings answers along with a time stamp alone: leave --no-timestamp out
    失効情報はタイムスタンプのあるPDF署名にのみ格納できます。--no-timestamp を外してください
    --evidence is kept of what was signed and read back
    --evidence の対象は、署名して検証した文書です
    --evidence keeps government lists, and the profile names none
    --evidence は政府のトラストリストを保存しますが、プロファイルに指定がありません
    name them in [trust] of the profile
    プロファイルの [trust] で指定してください
    --add-timestamp states nothing new: leave out --official, --ai and what describes the document
    --add-timestamp は新たな申告をしません。--official、--ai、文書の説明は指定しないでください
    --accept-broken-parent belongs to a new label: a time stamp mends none that does not hold
    --accept-broken-parent は新しいラベルに使用します。無効なラベルは、タイムスタンプを付けても有効になりません
    --add-timestamp makes no new label and no copy: leave --resign and --labels-only out
    --add-timestamp は新しいラベルも写しも作りません。--resign と --labels-only を外してください
    --add-timestamp and doing without a time stamp exclude each other
    --add-timestamp とタイムスタンプの省略は同時に指定できません
    --add-timestamp has no plan to approve: it states nothing new
    --add-timestamp は新たな申告をしないため、承認計画は不要です
    --pades signs the PDF too: leave it out of --add-timestamp
    --add-timestamp では --pades を外してください
    the time stamp goes where the label is: leave --sidecar and --embed out
    タイムスタンプはラベルのある場所に付きます。--sidecar と --embed を外してください
    --strict-content belongs to a new label: leave it out
    --strict-content は新しいラベルに使用します。外してください
    --renew states nothing new: leave out --official, --ai and what describes the document
    --renew は新たな申告をしません。--official、--ai、文書の説明は指定しないでください
    --add-timestamp stamps the label, and --renew the document: ask for one of them
    --add-timestamp はラベル、--renew は文書のタイムスタンプです。どちらか一方を指定してください
    --renew and doing without a time stamp exclude each other
    --renew とタイムスタンプの省略は同時に指定できません
    --renew has no plan to approve: it states nothing new
    --renew は新たな申告をしないため、承認計画は不要です
    --renew goes where the PDF signature is: leave out --pades, --sidecar, --embed and --resign
    --renew では --pades、--sidecar、--embed、--resign を外してください
    --evidence is kept of a label, and --renew plain makes none
    --renew plain はラベルを作らないため、--evidence と同時に指定できません
    a renewal brings answers about revocation: --online ocsp,crl asks for them, --ocsp and --crl give them
    更新には失効情報が必要です。--online ocsp,crl で照会するか、--ocsp、--crl で指定してください
    --watch needs --output-dir
    --watch には --output-dir が必要です
    --watch names the folder: name no other documents
    --watch でフォルダーを指定します。ほかの文書は指定しないでください
    --plan, --approved, --add-timestamp and --parent are for documents that are known before
    --plan、--approved、--add-timestamp、--parent は、あらかじめ決まった文書に使用します
    --watch labels documents, and --renew is for those that are sealed
    --watch はラベルを付けるもので、--renew と同時に指定できません
    --watch with --resign would sign what lies there anew with each start: leave --resign out
    --watch と --resign では、起動のたびに署名し直すことになります。--resign を外してください
    --settle, --done and --failed belong to --watch
    --settle、--done、--failed は --watch と併せて指定します
    --type and --unencrypted belong to --new-key
    --type と --unencrypted は --new-key と併せて指定します
    say either --new-key, to make a key, or --key, to use one
    鍵を作るには --new-key、既存の鍵を使うには --key を指定してください
    --country takes two capital letters, such as US or JP
    --country は US、JP のような大文字2文字で指定します
    {} begins or ends with a blank
    {1} の先頭または末尾に空白があります
    {} holds a control or formatting character
    {1} に制御文字または書式文字があります
    {} is longer than {} characters
    {1} が{2}文字を超えています
    --responder cannot be used: {}
    --responder を使用できません: {1}
    the key and the request would be one file
    鍵と証明書要求の出力先が同じです
    --tsa names addresses, or one file with key:
    --tsa にはアドレス、または key: に続けて1つのファイルを指定します
    """
}
