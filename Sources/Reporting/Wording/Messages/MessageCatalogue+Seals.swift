extension MessageCatalogue {
  /// Of PDF signatures and seals.
  static let seals = """
    a later signature cannot be computed here
    後の署名を本バージョンでは検証できません
    a later signature does not hold
    後の署名が有効ではありません
    a list withdrew its trust from {} on: {}
    リストにより {1} から取り消されています(理由: {2})
    cannot be read: {}
    読み取れません: {1}
    DocMDP is {}
    DocMDPが {1} です
    does not hold: {}
    有効ではありません: {1}
    is not judged: its hash function is not computed here
    検証していません: 対応していないハッシュ関数です
    is not judged: {}
    検証していません: {1}
    it bears no time stamp
    タイムスタンプがありません
    it covers bytes that are not in the file
    署名の対象がファイルの範囲外です
    it does not certify the document
    文書を認証する署名ではありません
    it does not cover everything around its own room, or the room holds something else
    署名を収める領域の前後のすべてを対象としていないか、領域に別の内容があります
    it does not say by four numbers which bytes it covers
    署名の対象が4つの数値で示されていません
    it does not say of what kind it is
    署名の種類の記載がありません
    it does not say which bytes of the file it covers
    署名の対象の範囲の記載がありません
    it has no signed attributes, and bears no time stamp
    署名属性もタイムスタンプもありません
    it holds
    有効です
    it holds, but parts of it could be changed without breaking it
    有効ですが、その一部は変更されても検出できません
    it is by nobody who is known here
    署名者が不明です
    it is not in the form that it was signed in
    署名時の形式ではありません
    it is of the kind {}
    種類は {1} です
    it names {}
    {1} と記載されています
    it signs something else than data
    データ以外のものに署名しています
    it states {}
    記載は {1} です
    it states {}, and covers something of {}
    記載は {1} ですが、対象に {2} のものが含まれています
    its dictionary holds no value
    署名の辞書に値がありません
    its hash function is not computed here
    対応していないハッシュ関数です
    its message does not hold the digest
    署名データにダイジェストがありません
    its message holds what it signs
    署名データが署名の対象を含んでいます
    its room holds something after its value
    署名を収める領域の値の後に余分なデータがあります
    its time stamp is of something else
    タイムスタンプの対象が別のデータです
    its time stamp {}
    タイムスタンプ: {1}
    its value cannot be read: {}
    署名の値を読み取れません: {1}
    its value is larger than is read
    署名の値が大きすぎます
    more signatures came later than are judged
    後の署名が多すぎます
    no chain leads to an anchor that was given
    指定されたアンカーに至るチェーンがありません
    no list and no anchor was given
    リストもアンカーも指定されていません
    nothing can be computed
    検証に必要な計算ができません
    nothing in it says which certificate is meant
    どの証明書のものか記載がありません
    signatures of the kind {} are not judged
    種類 {1} の署名は検証の対象外です
    the bytes that it covers could not be hashed
    署名の対象のハッシュ値を計算できませんでした
    the certificate is an authority's, or an extension is broken
    認証局の証明書であるか、拡張領域が破損しています
    the earlier seal, of the field {}: {}
    以前のeシール(欄 {1}): {2}
    the key is not there for signatures
    鍵の用途が署名ではありません
    the list does not know the key at {}
    {1} の時点で、この鍵はリストに登録されていませんでした
    the signature itself does not hold
    署名自体が有効ではありません
    what it leaves out is not exactly its own value
    署名の対象外の範囲が、署名自身の値と一致しません
    revision {}: {}
    第{1}版:{2}
    the cross-reference table at offset {} is not written as readers take it
    {1}バイト目の相互参照表は、すべてのプログラムが読み取れる形式ではありません
    blanks in which readers lose the end of a revision
    版の末尾を見失わせる空白があります
    a trailer at offset {} that is no section's
    {1}バイト目に、どの相互参照部のものでもないトレーラーがあります
    text at offset {} that is no part of an object or a section
    {1}バイト目に、オブジェクトにも相互参照部にも属さない文字列があります
    the stream at offset {} holds what no cross-reference names
    {1}バイト目のストリームに、相互参照のない内容が含まれています
    the stream of a hybrid section leads to a section of its own
    併用型の相互参照部のストリームが、別の相互参照部を指しています
    a cross-reference stream that names another for hidden entries
    相互参照ストリームが、隠れた項目のための別のストリームを指しています
    a cross-reference stream that not every reader inflates alike
    プログラムによって展開の結果が異なる相互参照ストリームです
    a subsection of a table that not every reader takes
    プログラムによって読み取り方が異なる相互参照表の小区分です
    """
}
