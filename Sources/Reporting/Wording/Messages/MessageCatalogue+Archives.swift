extension MessageCatalogue {
  /// Of archives, packages and compound files.
  static let archives = """
    a comment or an instruction is not closed
    コメントまたは処理命令が閉じられていません
    a data descriptor is missing or contradicts the directory
    データ記述子がないか、目録と矛盾しています
    a document type or a marked section
    文書型宣言またはマーク区間があります
    a file is named as a folder
    ファイルにフォルダーとしての名前が付いています
    a folder has content
    フォルダーに内容があります
    a hard link leads to no file before it
    ハードリンクの参照先が前方にありません
    a header for all members says what only one can have
    全体のヘッダーに、個別のファイルにしか指定できない項目があります
    a header is marked as of no known form
    ヘッダーの形式が不明です
    a local header contradicts the central directory
    ローカルヘッダーがアーカイブの目録と矛盾しています
    a member has no name
    名前のないファイルがあります
    a member has two sizes
    ファイルの大きさが2通り記載されています
    a member is of a kind that not every program knows
    一部のソフトウェアが対応していない種類のファイルがあります
    a name goes up a folder
    名前が上位のフォルダーを指しています
    a name is longer than any that is read
    名前が長すぎます
    a name without a length
    名前に長さの記載がありません
    a second end record hides in the directory or the comment
    目録またはコメントの中に、もう一つの終端記録があります
    a value is not closed
    値が閉じられていません
    a value without quotes
    値に引用符がありません
    an attribute is out of place
    属性の位置が正しくありません
    an attribute stands twice
    属性が重複しています
    an element is closed that is not open
    開始されていない要素が閉じられています
    an entity of unknown meaning
    意味の不明な実体参照があります
    an entry bears almost the name of the manifest store
    マニフェストストアに似た名前のファイルがあります
    an entry has a second name in Unicode
    ファイルにUnicodeの別名があります
    an entry has flags of unknown effect
    ファイルに意味の不明なフラグがあります
    an entry has no local header
    ファイルにローカルヘッダーがありません
    an entry is a file and a folder
    同じ名前のファイルとフォルダーがあります
    an entry is a symbolic link
    シンボリックリンクが含まれています
    an entry is encrypted
    暗号化されたファイルが含まれています
    an entry is no regular file
    通常のファイルではないものが含まれています
    an entry of the archive is encrypted
    アーカイブに暗号化されたファイルが含まれています
    an entry overlaps what follows
    ファイルが次のデータと重なっています
    an entry reaches into the directory
    ファイルがアーカイブの目録と重なっています
    an entry stands on another disk
    ファイルが別のディスクにあります
    an entry uses ZIP64 sizes
    ファイルの大きさがZIP64形式です
    an extended header is not in the form of one
    拡張ヘッダーの形式が正しくありません
    an extended header says a size that is no number
    拡張ヘッダーの大きさが数値ではありません
    an extended header says something twice, or nothing
    拡張ヘッダーに重複または空の項目があります
    an extended header says what not every program knows
    拡張ヘッダーに、一部のソフトウェアが対応していない項目があります
    an extended header takes a name away, or cuts it
    拡張ヘッダーにより名前が消えるか、途中で切れます
    an unknown kind of entry
    不明な種類の項目があります
    an unknown version
    バージョンが不明です
    bytes follow the end record
    終端記録の後に余分なデータがあります
    bytes stand before the directory
    アーカイブの目録の前に余分なデータがあります
    bytes stand before the first entry
    先頭のファイルの前に余分なデータがあります
    bytes stand between two entries
    ファイルの間に余分なデータがあります
    content follows something that is no file
    ファイル以外のものに内容が続いています
    elements are nested too deeply
    要素の入れ子が深すぎます
    it ends with a name that nothing bears
    末尾に、対応するファイルのない名前があります
    no compound file
    複合ファイルではありません
    no record of the central directory
    アーカイブの目録の記録がありません
    some take a name for longer than others
    ソフトウェアによって名前の長さの扱いが異なります
    something stands behind its end
    終端の後に余分なデータがあります
    text between elements
    要素の間に文字があります
    the archive holds more files than a label may list
    アーカイブのファイル数が、ラベルに記載できる上限を超えています
    the archive is too large without ZIP64
    アーカイブがZIP64なしの上限を超えています
    the central directory does not end at its end record
    アーカイブの目録が終端記録の位置で終わっていません
    the central directory is too large
    アーカイブの目録が大きすぎます
    the checksum of the manifest store is wrong
    マニフェストストアのチェックサムが正しくありません
    the directory holds less than the end record counts
    アーカイブの目録の件数が終端記録より少なくなっています
    the directory holds more than the end record counts
    アーカイブの目録の件数が終端記録より多くなっています
    the document breaks off
    文書が途中で切れています
    the end record counts two ways
    終端記録の件数が2通りあります
    the extra field breaks off
    拡張フィールドが途中で切れています
    the file has no end record
    終端記録がありません(ファイルが途中で切れている可能性があります)
    the file has no whole end record
    終端記録が完全ではありません(ファイルが途中で切れています)
    the header of the manifest store holds more than the directory says
    マニフェストストアのヘッダーの内容が、目録の記載より多くなっています
    the manifest store has flags that it may not have
    マニフェストストアに許可されていないフラグがあります
    the name of an entry begins with a drive
    ファイルの名前がドライブ名で始まっています
    the name of an entry climbs or has no name
    ファイルの名前が上位を指しているか、名前がありません
    the name of an entry holds a backslash
    ファイルの名前に「\\」があります
    the name of an entry holds a control character
    ファイルの名前に制御文字があります
    the name of an entry is absolute or has an empty segment
    ファイルの名前が絶対パスか、空の区切りを含みます
    the sizes of an entry contradict each other
    ファイルの大きさの記載が互いに矛盾しています
    too many characters combine in the name of an entry
    ファイルの名前の結合文字が多すぎます
    two end records close the file
    終端記録が2つあります
    two entries have names that some readers do not tell apart
    一部のソフトウェアで区別できない名前のファイルが2つあります
    two headers speak of one member
    1つのファイルに2つのヘッダーがあります
    two hyphens in a comment
    コメント内にハイフンが2つ続いています
    two members bear one name
    同じ名前のファイルが2つあります
    {}: two programs could take other files out of the archive
    {1}。ソフトウェアによって取り出されるファイルが異なる可能性があります
    """
}
