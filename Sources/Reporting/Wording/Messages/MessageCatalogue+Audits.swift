extension MessageCatalogue {
  /// Of audits, their policies, reports and histories, and of the keys that seal documents.
  static let audits = """
    --history remembers every file, and --sample judges some
    --history はすべてのファイルを記録し、--sample は一部だけを判定するため、併用できません
    a list stands in it as government/NAME.json, with NAME.keys.pem beside it
    リストは government/NAME.json に、その鍵は同じ場所の NAME.keys.pem に置いてください
    the history is made in it
    履歴のファイルはそのフォルダーに作成されます
    there is no such folder or file
    フォルダーまたはファイルがありません
    there is no such file
    ファイルがありません
    the history has no run over these folders with these options yet: nothing is compared
    この履歴には、同じフォルダーと条件での監査がまだないため、比較は行いません
    there is no form {=}
    {1} という形式はありません
    forms are {}; spreadsheets open csv
    形式は {1} です。表計算ソフトでは csv を開けます
    audit --sign-report writes it beside them
    audit --sign-report が報告書と同じフォルダーに作成します
    name the folder with the signed reports
    署名付き報告書のあるフォルダーを指定してください
    there is no such folder
    フォルダーがありません
    this folder holds no signed reports: {} is not in it
    このフォルダーに署名付き報告書はありません({1} がありません)
    this is a file
    これはファイルです
    --jurisdiction needs --agency
    --jurisdiction には --agency が必要です
    only official-releases asks for an agency
    機関を求めるのは official-releases だけです
    {}: an identifier has letters, digits, dots and hyphens
    {1}: 識別子に使えるのは英数字、ピリオド、ハイフンです
    leave crjson out, and write it in a run of its own
    crjson は除き、別の監査で出力してください
    verify --explain names the codes of a file
    verify --explain でファイルのコードを確認できます
    --baseline and --trust-mtime need --history
    --baseline、--trust-mtime には --history が必要です
    --register asks for every file, and --sample for some
    --register はすべてのファイルを、--sample は一部だけを対象とするため、併用できません
    --sample counts before it draws: standard input cannot be read twice
    --sample は抽出の前に件数を数えます。標準入力は2回読めません
    --sample takes a number from 1 to {}
    --sample には1から{1}までの数を指定してください
    --seed belongs to --sample
    --seed は --sample と組み合わせて使います
    the file in the archive cannot be read again
    アーカイブ内のファイルをもう一度読み取れません
    --control needs --policy
    --control には --policy が必要です
    --control: no rule of the policy serves {=}
    --control: {1} に対応する規則がポリシーにありません
    --fail-on: there is no severity, kind or rule {=}
    --fail-on: {1} という重要度、種類、規則はありません
    its rules name no controls
    規則に管理策の記載がありません
    they serve: {=}
    対応する管理策: {1}
    {} is not read from standard input
    {1} は標準入力から読み取れません
    --summary-only leaves nothing of sarif, junit and crjson
    --summary-only では sarif、junit、crjson に何も残りません
    --sign-report signs files, and crjson is a folder of them
    --sign-report が署名するのはファイルで、crjson はフォルダーです
    --sign-report needs a report in html or json: only these get a label
    --sign-report には html か json の報告書が必要です。ラベルを付けられるのはこの2つだけです
    --sign-report needs all reports in one folder
    --sign-report では、すべての報告書を1つのフォルダーに置く必要があります
    --sign-report needs reports in files
    --sign-report には、ファイルに書き出す報告書が必要です
    -o html=FOLDER/audit.html, for example
    例: -o html=FOLDER/audit.html
    a signed report needs a name that is text
    署名する報告書の名前は文字列でなければなりません
    add -o html=FOLDER/audit.html
    -o html=FOLDER/audit.html を加えてください
    the reports are written, and not signed
    報告書は書き出しましたが、署名していません
    compare runs over the same folders with the same patterns
    同じフォルダーと同じ条件による監査どうしを比べてください
    history list shows every run
    history list ですべての監査を確認できます
    it was edited, or is another user's: put back a copy of it, or begin a new history
    書き換えられたか、別の利用者のものです。控えに戻すか、新しい履歴を始めてください
    name another file for --history
    --history に別のファイルを指定してください
    {}: another run uses this history; waiting for it
    {1}: 別の監査がこの履歴を使用しています。終了を待っています
    --keep takes a number from 1
    --keep には1以上の数を指定してください
    the run cannot be read
    監査の記録を読み取れません
    --seals has no labels, and names its keys by --sealed-by or --seal-key
    --seals はラベルには使えません。鍵は --sealed-by か --seal-key で指定してください
    say whose seals the CA may vouch for: --subject-o, --subject-cn, --sealed-by or --seal-key
    認証局が保証できるeシールを --subject-o、--subject-cn、--sealed-by、--seal-key で指定してください
    --certified takes 1, 2 or 3
    --certified には1、2、3のいずれかを指定してください
    --seal-key takes a SHA-256 digest, two times and how the key ended: HEX,2023-05-15,2026-05-15,in-order
    --seal-key には、SHA-256、2つの日時、鍵の終了の理由を指定してください: HEX,2023-05-15,2026-05-15,in-order
    --seal-key: a key ends in one of these ways: {=}
    --seal-key: 鍵の終了の理由は次のいずれかです: {1}
    --sealed-by, --seal-key and what else is asked of seals need --seals
    --sealed-by、--seal-key などeシールの条件には --seals が必要です
    --without-timestamp needs the keys that seal, each with its time
    --without-timestamp には、eシールの鍵とその期間の指定が必要です
    a key that seals is named twice
    eシールの鍵が2回指定されています
    the list itself vouches then for when they sealed: --sealed-by or --seal-key
    この場合、eシールの時期はリストが保証します。--sealed-by か --seal-key で指定してください
    crjson is a folder of reports
    crjson は報告書のフォルダーです
    -o names the folder
    -o でフォルダーを指定してください
    nobody said in which form this report is
    この報告書の形式が指定されていません
    -f csv says it; forms are {}
    -f csv のように指定してください。形式は {1} です
    """
}
