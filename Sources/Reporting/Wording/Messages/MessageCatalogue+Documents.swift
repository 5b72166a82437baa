extension MessageCatalogue {
  /// Of documents, their labels and where results go.
  static let documents = """
    no such file or directory
    ファイルまたはフォルダーがありません
    permission denied
    アクセス権がありません
    no space left on device
    ディスクの空き容量がありません
    is a directory
    フォルダーです
    not a directory
    フォルダーではありません
    file name too long
    名前が長すぎます
    read-only file system
    読み取り専用のファイルシステムです
    not a regular file
    通常のファイルではありません
    the file is shorter than it was when it was opened
    読み取り中にファイルが短くなりました
    the file changed while it was read
    読み取り中にファイルが変更されました
    the document changed while it was read
    読み取り中に文書が変更されました
    larger than {} bytes
    {1}バイトを超えています
    standard input
    標準入力
    standard output
    標準出力
    the file cannot be read: {}
    ファイルを読み取れません: {1}
    could not be judged to the end
    最後まで判定できませんでした
    the name ends in a carriage return: does the list have Windows line ends?
    名前が復帰文字で終わっています。リストの改行がWindows形式ではありませんか
    broadseal audit judges every file of a folder
    フォルダーは broadseal audit で判定します
    audit --archives judges the files in an archive; unpack it, and verify the file
    アーカイブ内のファイルは audit --archives で確認できます。検証するには展開してください
    verify reads files; save it as one first, as with curl -O, and verify that
    verify の対象はファイルです。curl -O などで保存してから検証してください
    the output exists already
    出力先がすでにあります
    --force replaces it
    --force で置き換えます
    use --force to replace it
    --force で置き換えます
    the output that stands there was changed: {}
    出力先の文書が変更されています: {1}
    look at it with broadseal verify first; --force replaces it
    先に broadseal verify で確認してください。--force で置き換えます
    a film in several files carries its label in the first of them
    複数のファイルからなる映像のラベルは、先頭のファイルに入ります
    a film in several files is written into a folder
    複数のファイルからなる映像はフォルダーに書き出します
    it is not the first file of a film in several files
    複数のファイルからなる映像の先頭のファイルではありません
    name the file that holds the description of the film first
    映像の記述(moov)を含むファイルを先に指定してください
    the names of the segments do not say in which order they are played
    セグメントのファイル名から再生順序が分かりません
    give them names that are alike but for numbers
    番号だけが異なるファイル名にしてください
    its label speaks for segments in other files, which would be without one
    このラベルはほかのファイルにあるセグメントも対象としており、それらがラベルを失います
    --segments names them
    --segments で指定してください
    a plan does not speak of segments in other files
    計画は、ほかのファイルにあるセグメントを対象としません
    it holds more than one fragment
    フラグメントが複数あります
    it holds no fragment
    フラグメントがありません
    it holds more than one box of media data
    メディアデータのボックスが複数あります
    it describes a film of its own
    それ自体が1つの映像です
    bytes that are no box stand at its end
    末尾にボックスでないデータがあります
    it breaks off
    途中で終わっています
    it is of a track that the first file does not describe
    先頭のファイルに記述のないトラックのものです
    it is played before the segment before it, by its own time
    記録された時刻では、前のセグメントより先に再生されます
    two files of the film have one name
    映像のファイルに同じ名前のものがあります
    the output is a file of the film itself
    出力先が映像のファイル自体です
    name another folder
    別のフォルダーを指定してください
    the system allows fewer open files than the film has segments
    セグメントの数が、同時に開けるファイルの上限を超えています
    raise the limit (ulimit -n) and sign again
    上限を引き上げて(ulimit -n)、もう一度署名してください
    the output is the document itself
    出力先が文書自体です
    say --in-place to replace it
    置き換える場合は --in-place を指定してください
    the output is a file that the run reads
    出力先が、この処理で読み取るファイルです
    a symbolic link, which is not followed inside a folder that was named
    シンボリックリンクです。指定されたフォルダーの中ではリンクをたどりません
    the output is not a regular file
    出力先が通常のファイルではありません
    name another file
    別のファイルを指定してください
    the output folder does not exist
    出力先のフォルダーがありません
    make it first
    先に作成してください
    this is no folder, so nothing can be written into it
    フォルダーではないため、書き込めません
    the output folder cannot be made: {}
    出力先のフォルダーを作成できません: {1}
    -o names one file, and there are {} inputs
    -o は1つのファイルを指定しますが、入力が{1}件あります
    -o names one file, and {} is a folder
    -o は1つのファイルを指定しますが、{1} はフォルダーです
    --output-dir
    --output-dir を使用してください
    --output-dir names a folder for the results
    --output-dir で出力先のフォルダーを指定してください
    two inputs are the same file, the other is {}
    2つの入力が同じファイルです。もう一方は {1} です
    name every document once
    各文書を1回だけ指定してください
    two inputs would have the same output
    2つの入力の出力先が同じです
    sign them in two runs, or into two folders
    2回に分けるか、別のフォルダーに署名してください
    this output is another of the inputs, by a link
    出力先がリンクにより別の入力を指しています
    sign them in two runs, or into another folder
    2回に分けるか、別のフォルダーに署名してください
    there is no document to sign
    署名する文書がありません
    there is no document to sign, only labels
    ラベルのみで、署名する文書がありません
    there is no document to stamp
    タイムスタンプを付ける文書がありません
    there is no document to stamp, only labels
    ラベルのみで、タイムスタンプを付ける文書がありません
    there is no document to renew
    更新する文書がありません
    there is no document to renew, only labels
    ラベルのみで、更新する文書がありません
    another file stands where the copy of the document belongs
    文書の写しを置く場所に別のファイルがあります
    --force replaces it, --labels-only leaves it alone
    --force で置き換え、--labels-only でそのままにします
    the name is longer than this file system takes
    名前がファイルシステムの上限を超えています
    give the document a shorter name
    文書の名前を短くしてください
    sign it again when nothing writes to it
    書き込みが終わってから署名し直してください
    another run is about to replace the document
    別の処理が文書を置き換えようとしています
    wait for it, and sign again if its result is not the one you want
    終わるのを待ち、結果が意図と異なる場合は署名し直してください
    wait for it, and renew again if its result is not the one you want
    終わるのを待ち、結果が意図と異なる場合は更新し直してください
    its own label does not hold: {}
    文書自体のラベルが有効ではありません: {1}
    it carries what looks like a label, which cannot be read: {}
    ラベルらしきものが含まれていますが、読み取れません: {1}
    its PDF signature {} does not hold: {}
    PDF署名 {1} が有効ではありません: {2}
    --accept-broken-parent signs it all the same, and the new label says so
    --accept-broken-parent を指定すると署名し、その旨を新しいラベルに記録します
    its label is damaged and cannot be kept: {}
    文書のラベルが破損しており、引き継げません: {1}
    remove them first with broadseal remove, if they may be lost
    失われてもよい場合は、先に broadseal remove で取り除いてください
    its label is inside the file, and --sidecar would take it out
    ラベルはファイル内にあり、--sidecar を使うとファイルから失われます
    leave --sidecar out for this document; with --resign --force the label goes beside it
    この文書では --sidecar を外してください。--resign --force を付けると、ラベルを別ファイルに移します
    {} labels it as it is
    {1} でそのままラベルを付けられます
    {} labels it as it is; where it was cut off or damaged on its way, get it again first
    {1} でそのままラベルを付けられます。転送中に欠落・破損した場合は、まず取得し直してください
    case counts in patterns: {} would match
    パターンでは大文字と小文字が区別されます。{1} であれば一致します
    there is no document left: --include and --exclude leave nothing of {}
    対象の文書がありません。--include と --exclude により{1}すべてが除外されています
    name every document once, or sign into a folder with --output-dir
    文書は1回だけ指定するか、--output-dir で別のフォルダーに署名してください
    {} labels it without changing it
    {1} で変更せずにラベルを付けられます
    {} labels it without changing it, --embed insists
    {1} で変更せずにラベルを付けられます。--embed は文書内に格納します
    --embed insists
    --embed で文書内に格納します
    it could not be shown as official: {}
    公式文書として表示できません: {1}
    name it .{}, as its content is
    内容に合わせて拡張子を .{1} にしてください
    take off what stands before it, with tail -c +{} for example, and sign the rest
    ヘッダーの前のデータを tail -c +{1} などで取り除いてから署名してください
    take off what stands behind its end, with head -c {} for example, and sign the rest
    末尾より後ろのデータを head -c {1} などで取り除いてから署名してください
    take off what stands behind its end, with head -c {} for example, and remove the label of the rest
    末尾より後ろのデータを head -c {1} などで取り除いてから、ラベルを取り除いてください
    without --strict-content such a document is signed as it is
    --strict-content を外すと、そのまま署名できます
    without --strict-content it is labelled beside
    --strict-content を外すと、別ファイルのラベルを付けられます
    without --strict-content it is labelled beside; packed again without ZIP64 records it is looked through
    --strict-content を外すと、別ファイルのラベルを付けられます。ZIP64形式を使わずに圧縮し直すと、内容を確認できます
    the document carries a label, which one beside it cannot override
    文書にラベルがあるため、別ファイルのラベルは有効になりません
    the document carries a label, which one beside it cannot override, and a second one cannot be embedded: {}
    文書にラベルがあるため別ファイルのラベルは有効にならず、2つ目のラベルも埋め込めません: {1}
    the document has a label of its own, which is its parent
    文書自体のラベルが、元の文書のラベルとして引き継がれます
    leave --parent out
    --parent を外してください
    leave --parent out, or name the copy of it that has its label
    --parent を外すか、ラベルのある写しを指定してください
    the parent has no label to keep
    --parent の文書に引き継ぐラベルがありません
    the label in this file would not hold for the renewed document
    このファイルのラベルは、更新後の文書では無効になります
    renew into another folder with --output-dir; sign --sidecar labels the result there
    --output-dir で別のフォルダーに更新し、sign --sidecar でラベルを付けてください
    no answers were named
    失効情報の指定がありません
    the document has no PDF signature to renew
    更新するPDF署名がありません
    sign --pades makes one
    sign --pades で署名できます
    its PDF signature {} cannot be renewed: {}
    PDF署名 {1} は更新できません: {2}
    a time stamp would not mend it
    タイムスタンプを付けても有効になりません
    it carries no label that could be repeated
    繰り返すラベルがありません
    it carries no label that could be stamped
    タイムスタンプを付けるラベルがありません
    sign labels it, with a time stamp
    sign でタイムスタンプ付きのラベルを付けられます
    --renew plain renews the PDF signature alone
    --renew plain はPDF署名のみを更新します
    --renew plain renews the PDF signature; sign --sidecar then labels the result
    --renew plain でPDF署名を更新し、sign --sidecar でラベルを付けてください
    --renew plain renews its PDF signatures again; sign --sidecar labels the result
    --renew plain でPDF署名を再度更新し、sign --sidecar でラベルを付けてください
    --renew plain renews PDF signatures without signing anything
    --renew plain は署名せずにPDF署名を更新します
    its label speaks for an earlier revision alone
    ラベルの対象は以前の版のみです
    its label is beside it, and would not be in the same update
    ラベルが別ファイルのため、同じ更新に含められません
    the renewed document does not verify: {}
    更新後の文書を検証できません: {1}
    the fresh signature does not verify: {}
    作成した署名を検証できません: {1}
    the stamped label does not verify: {}
    タイムスタンプ付きのラベルを検証できません: {1}
    there is no label to remove
    取り除くラベルがありません
    no label found
    ラベルがありません
    a label in a separate .c2pa file is removed by deleting that file
    別ファイルのラベルは、その .c2pa ファイルを削除してください
    the manifest store cannot be read: {}
    マニフェストストアを読み取れません: {1}
    the active manifest has no assertion {}
    マニフェストにアサーション {1} がありません
    the signature has no certificates that can be read
    署名に読み取れる証明書がありません
    there is no revision {}
    版{1}はありません
    the newest is {}
    最新は版{1}です
    no revisions are known of this file
    このファイルの版は確認できません
    there is no code {=}
    コード {1} はありません
    another run watches this folder already
    別の処理がこのフォルダーを監視しています
    the watched folder is this folder, or lies in it
    監視対象のフォルダーと同じか、その上位のフォルダーです
    name a folder beside it, or one inside it
    同じ階層か内側のフォルダーを指定してください
    signed documents would lie among the results
    署名済みの文書が結果に混在します
    --done names another folder
    --done には別のフォルダーを指定してください
    there are too many files of one name
    同じ名前のファイルが多すぎます
    nothing proves its signature, so no evidence
    署名を証明できないため、証拠を作成できません
    a file that is no evidence stands where the evidence belongs
    証拠の保存先に別のファイルがあります
    the label was written; move that file away
    ラベルは作成済みです。そのファイルを移動してください
    the label was written; --force replaces the evidence
    ラベルは作成済みです。--force で証拠を置き換えます
    this profile signs only what a second person has approved
    このプロファイルは、別の担当者が承認した文書だけに署名します
    sign --plan writes a plan, approve approves it, sign --approved carries it out
    sign --plan で計画を作成し、approve で承認し、sign --approved で実行します
    broadseal sign --plan, approve and sign --approved do that
    broadseal の sign --plan、approve、sign --approved で行います
    a watched folder has nobody who approves: sign with another profile
    フォルダーの監視では承認できません。別のプロファイルを使用してください
    nobody has approved this plan yet
    この計画はまだ承認されていません
    broadseal approve, with the key of somebody else than the signer
    署名者以外の鍵で broadseal approve を実行してください
    nobody is named who may approve
    承認者の指定がありません
    the plan names nobody who may approve it
    計画に承認できる人の指定がありません
    make the plan anew: sign --plan asks who may approve
    計画を作り直してください。sign --plan では承認できる人の指定が必要です
    --approver, or approvers in [approval] of the profile, names their public keys
    --approver またはプロファイルの [approval] の approvers で公開鍵を指定してください
    nobody who may approve has approved this plan
    承認者による承認がありません
    the key that approved is the one that signs: a second person has to approve
    承認した鍵が署名の鍵と同じです。別の担当者の承認が必要です
    this key is the one that will sign: a second person has to approve
    この鍵は署名に使う鍵です。別の担当者の承認が必要です
    approve with a key that signs no documents
    文書の署名に使わない鍵で承認してください
    --approver, or [approval] of the profile, names who may; broadseal approve adds an approval by such a key
    承認者は --approver またはプロファイルの [approval] で指定します。その鍵で broadseal approve を実行してください
    the profile says who may approve, and nobody can be added to them
    承認者はプロファイルで定められており、追加できません
    leave --approver out, or name the key in [approval] of the profile
    --approver を外すか、プロファイルの [approval] で鍵を指定してください
    make a new plan and have it approved
    計画を作り直し、承認を受けてください
    have a new plan made
    計画を作り直してもらってください
    the plan is for another certificate
    計画の証明書と異なります
    who stands behind the documents is not what was approved
    文書の責任者が承認時と異なります
    the time stamp, or the reading back, is not as it was approved
    タイムスタンプまたは検証の条件が承認時と異なります
    the label beside the document is not the one that was approved
    文書と同じフォルダーのラベルファイルが承認時と異なります
    the label beside the document is not the one in the plan
    文書と同じフォルダーのラベルファイルが計画と異なります
    the parent is not the one that was approved
    元の文書が承認時と異なります
    the label is not the one that was approved
    ラベルの内容が承認時と異なります
    what is said of the documents is not what was approved
    文書の説明が承認時と異なります
    this document was not approved
    この文書は承認されていません
    this document was approved and is not among those to sign
    承認された文書が署名の対象にありません
    name every document of the plan
    計画のすべての文書を指定してください
    the document is not the one that was approved
    文書が承認時と異なります
    the document is not the one in the plan
    文書が計画と異なります
    the plan has the same documents in another order
    計画と文書の順序が異なります
    name them as they were named for --plan
    --plan と同じ順序で指定してください
    --digests-only approves without looking at documents
    --digests-only は文書を確認せずに承認します
    this is a bug; please report it
    不具合です。ご報告ください
    name another place for the result
    別の出力先を指定してください
    make room there, or name another place for the result
    空き容量を確保するか、別の出力先を指定してください
    """
}
