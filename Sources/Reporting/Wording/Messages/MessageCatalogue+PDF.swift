extension MessageCatalogue {
  /// Of what a PDF document holds, and of what was added to it.
  static let pdf = """
    1 revision
    1つの版が
    a %PDF- header without a version
    %PDF- ヘッダーにバージョンがありません
    a certifying signature forbids changes (level {})
    認証用の署名により変更が禁止されています(レベル{1})
    a cross-reference stream of the wrong length
    相互参照ストリームの長さが正しくありません
    a cross-reference stream with a bad index
    相互参照ストリームの索引が正しくありません
    a cross-reference stream with bad field widths
    相互参照ストリームの項目の幅が正しくありません
    a cross-reference stream without a size
    相互参照ストリームに大きさの記載がありません
    a cross-reference table longer than the file
    相互参照表がファイルより長くなっています
    a crypt filter of an unknown method
    暗号フィルターの方式が不明です
    a field for a signature says something else
    署名欄の内容が異なります
    a field looks otherwise than it did, and its value stayed
    入力欄の値は同じですが、表示が変わっています
    a field of the form was filled in
    フォームの欄に記入されています
    a field says something else than a value
    入力欄の値以外の内容が変わっています
    a field that was signed says something else
    署名済みの欄の内容が変わっています
    a field was added that is not a signature's
    署名欄以外の欄が追加されています
    a field was filled in that a signature had locked
    署名で固定された欄に記入されています
    a field was signed
    署名欄に署名されています
    a field was taken out
    欄が削除されています
    a field with a name longer than the reader takes
    欄の名前が長すぎます
    a file is no longer associated with the document
    ファイルと文書との関連付けが解除されています
    a file of no size
    大きさのないファイルがあります
    a file was embedded
    ファイルが埋め込まれています
    a filter that the reader does not decode
    対応していないフィルターが使われています
    a Flate stream that does not inflate
    Flate圧縮のストリームを展開できません
    a form larger than the reader takes
    フォームが大きすぎます
    a form that is no dictionary
    フォームの形式が正しくありません
    a hexadecimal stream that does not decode
    16進数のストリームを復号できません
    a hexadecimal string with a foreign character
    16進数の文字列に不正な文字があります
    a later section does not say how many objects there are
    後の相互参照部にオブジェクト数の記載がありません
    a later section hides object {} from some readers alone
    オブジェクト{1}が一部のソフトウェアからのみ見えなくなっています
    a linearised file that some readers begin with another section
    ソフトウェアにより読み始める部分が異なるリニアライズドPDFです
    a malformed cross-reference entry
    相互参照の項目の形式が正しくありません
    a malformed cross-reference entry for object {}
    オブジェクト{1}の相互参照の項目の形式が正しくありません
    a manifest store of another media type
    マニフェストストアのメディアタイプが異なります
    a manifest store that is no stream
    マニフェストストアがストリームではありません
    a manifest store that the catalog's AF does not list
    マニフェストストアがカタログのAFに記載されていません
    a manifest store was added
    マニフェストストアが追加されています
    a manifest store was attached
    マニフェストストアが添付されています
    a manifest store's file specification without exactly one embedded file
    マニフェストストアのファイル指定に、埋め込みファイルがちょうど1つではありません
    a name tree deeper than the reader takes
    名前ツリーが深すぎます
    a name tree larger than the reader takes
    名前ツリーが大きすぎます
    a name tree that contains itself
    名前ツリーが循環しています
    a name tree with a name that is no string
    名前ツリーの名前が文字列ではありません
    a name tree with a name without a value
    名前ツリーに値のない名前があります
    a name with a # that starts no escape
    名前の「#」がエスケープになっていません
    a page that is no object of its own
    ページが独立したオブジェクトではありません
    a page was changed
    ページが変更されています
    a place for a signature was added
    署名欄が追加されています
    a predictor that does not fit its data
    予測方式がデータに合いません
    a predictor that the reader does not undo
    対応していない予測方式が使われています
    a run-length stream that does not decode
    ランレングス圧縮のストリームを復号できません
    a security store larger than the reader takes
    検証情報(DSS)が大きすぎます
    a security store that is no dictionary
    検証情報(DSS)の形式が正しくありません
    a signature of the revision that was signed is gone
    署名された版にあった署名がなくなっています
    a signature was added
    署名が追加されています
    a stream in base 85 that does not decode
    ASCII85のストリームを復号できません
    a stream larger than the reader takes
    ストリームが大きすぎます
    a stream whose length is a stream
    ストリームの長さがストリームで指定されています
    a stream with a filter that is no name
    ストリームのフィルターの指定が名前ではありません
    a stream with an unknown crypt filter
    ストリームの暗号フィルターが不明です
    a stream with filter parameters that are no dictionary
    ストリームのフィルターのパラメーターの形式が正しくありません
    a stream without a dictionary
    ストリームに辞書がありません
    a stream without a usable length
    ストリームの長さの指定が正しくありません
    a stream without an end
    ストリームの終端がありません
    a trailer that is no dictionary
    トレーラーの形式が正しくありません
    a trailer with a link that is no offset
    トレーラーの参照が位置ではありません
    a trailer without a document catalog
    トレーラーに文書カタログがありません
    a trailer without its encryption dictionary
    トレーラーに暗号化辞書がありません
    a version and a revision of encryption that do not go together
    暗号化のバージョンとリビジョンの組合せが正しくありません
    an annotation of a page was taken out, or moved
    ページの注釈が削除または移動されています
    an annotation was added
    注釈が追加されています
    an annotation was added that brings something of its own
    独自の内容を伴う注釈が追加されています
    an embedded file is gone
    埋め込まれたファイルがなくなっています
    an encryption dictionary that names an unknown crypt filter
    暗号化辞書に不明な暗号フィルターが指定されています
    an encryption dictionary without O, U or P
    暗号化辞書にO、U、Pのいずれかがありません
    an encryption dictionary without UE
    暗号化辞書にUEがありません
    an extension was declared
    拡張機能が宣言されています
    an LZW stream that does not decode
    LZW圧縮のストリームを復号できません
    an object at offset {} that no cross-reference names
    {1}バイト目に、相互参照のないオブジェクトがあります
    an object cannot be read: {}
    オブジェクトを読み取れません: {1}
    an object larger than the reader takes
    オブジェクトが大きすぎます
    an object number that is too high
    オブジェクト番号が大きすぎます
    an object of more values than the reader takes
    オブジェクトの値が多すぎます
    an object of the signed revision was replaced
    署名された版のオブジェクトが置き換えられています
    an object of the signed revision was taken out
    署名された版のオブジェクトが削除されています
    an object stream that is no stream
    オブジェクトストリームがストリームではありません
    an object stream with a bad header: {}
    オブジェクトストリームのヘッダーが正しくありません: {1}
    an object stream with one number twice
    オブジェクトストリームに同じ番号が2つあります
    an object stream without type, count or first offset
    オブジェクトストリームに種類、件数、先頭位置のいずれかがありません
    an object that cannot be read
    読み取れないオブジェクトがあります
    an object that was replaced has another use
    置き換えられたオブジェクトに別の用途があります
    an object was added that the signed revision referred to already
    署名された版がすでに参照していたオブジェクトが追加されています
    an offset out of order
    位置の順序が正しくありません
    an update that does not follow what it updates
    更新が、その対象の後にありません
    another file was associated with the document
    文書に別のファイルが関連付けられています
    another manifest store in the same revision or a later one
    同じ版またはその後の版に別のマニフェストストアがあります
    arrays and dictionaries are nested too deeply
    配列と辞書の入れ子が深すぎます
    ByteRange is not four integers
    ByteRangeが4つの整数ではありません
    cross-reference sections that lead to each other
    相互参照部が循環しています
    expected %%EOF
    %%EOF がありません
    expected a key or >>
    キーまたは >> がありません
    expected a number
    数値がありません
    expected a value
    値がありません
    expected an integer
    整数がありません
    expected {}
    {1} がありません
    fields of a form that are no array
    フォームの欄の一覧が配列ではありません
    it is not in a form that can be judged
    検証できる形式ではありません
    it is the value of more than one field
    複数の欄の値になっています
    it leaves out what another signature leaves out
    別の署名と同じ範囲を対象外としています
    its metadata, which may say PDF/A, cannot be read: {}
    メタデータ(PDF/Aの記載がありうる)を読み取れません: {1}
    its room is empty
    署名を収める領域が空です
    more annotations than the reader takes
    注釈が多すぎます
    more content than the reader takes
    内容が多すぎます
    more cross-reference entries than the reader takes
    相互参照の項目が多すぎます
    more cross-reference sections than the reader takes
    相互参照部が多すぎます
    more signatures than the reader compares the file for
    署名が多すぎるため、ファイルを比較できません
    more structure than the reader takes
    構造が複雑すぎます
    more than one value
    値が複数あります
    no %PDF- header
    %PDF- ヘッダーがありません
    no cross-reference section where one should be
    所定の位置に相互参照部がありません
    no document catalog
    文書カタログがありません
    no key
    キーがありません
    no offset before the last %%EOF
    最後の %%EOF の前に位置の記載がありません
    no PDF signature can be added to an XFA form
    XFAフォームにはPDF署名を追加できません
    no room for vector and padding
    初期化ベクトルと余白を収める大きさがありません
    no startxref
    startxrefがありません
    no startxref before the last %%EOF
    最後の %%EOF の前にstartxrefがありません
    not every reader would understand the file: no cross-reference names the object at {}
    一部のソフトウェアで読み取れません: {1}バイト目のオブジェクトに相互参照がありません
    not every reader would understand the file: {}
    一部のソフトウェアで読み取れません: {1}
    object stream {} is not an object of its own
    オブジェクトストリーム{1}が独立したオブジェクトではありません
    object {} in an object stream: {}
    オブジェクトストリーム内のオブジェクト{1}: {2}
    object {} is in an object stream that is not there
    オブジェクト{1}を含むオブジェクトストリームがありません
    object {} is not where it should be
    オブジェクト{1}が所定の位置にありません
    object {} is not where its object stream should have it
    オブジェクト{1}がオブジェクトストリーム内の所定の位置にありません
    offset outside the file
    位置がファイルの範囲外です
    offsets that lead somewhere in two ways of counting
    数え方により異なる位置を指しています
    one cross-reference section with two entries for object {}
    1つの相互参照部にオブジェクト{1}の項目が2つあります
    proofs were added
    署名の検証情報が追加されています
    readers could disagree on the file: {}
    ソフトウェアによってファイルの読み方が異なります: {1}
    references that lead to references
    参照が別の参照を指しています
    several manifest stores are associated with the document
    文書に複数のマニフェストストアが関連付けられています
    something of the signed revision became an annotation
    署名された版の内容が注釈に変わっています
    startxref does not name the section before it
    startxrefが直前の相互参照部を指していません
    stream without a line feed
    ストリームに改行がありません
    table and stream disagree on object {}
    オブジェクト{1}について相互参照表とストリームが一致しません
    the annotations of a page are none
    ページの注釈の形式が正しくありません
    the answers would take {} bytes
    失効情報が{1}バイトになります
    the catalog lists {} manifest stores
    カタログにマニフェストストアが{1}件記載されています
    the catalog says something else
    文書カタログの内容が異なります
    the document cannot be read without a password
    文書を読み取るにはパスワードが必要です
    the document is encrypted and needs a password to be read
    文書は暗号化されており、読み取るにはパスワードが必要です
    the document is encrypted in a way that can leave no manifest store readable
    マニフェストストアを読み取れる状態にできない暗号化方式の文書です
    the document says it is PDF/{}, which allows no embedded manifest store
    PDF/{1} と記載された文書です。この規格ではマニフェストストアを埋め込めません
    the document's crypt filters are objects of their own, which not every reader follows
    文書の暗号フィルターが独立したオブジェクトで、一部のソフトウェアが対応していません
    the fields of the form are not those that were there
    フォームの欄が署名時のものと異なります
    the file cannot be read without repair
    修復しないと読み取れないファイルです
    the file cannot be read without repair: {}
    修復しないと読み取れないファイルです: {1}
    the file does not end with %%EOF
    ファイルが %%EOF で終わっていません(途中で切れている可能性があります)
    the file does not end with %%EOF and a line end
    ファイルが %%EOF と改行で終わっていません
    the file does not lead back to the revision that was signed
    ファイルから署名された版をたどれません
    the file does not start with %PDF-
    ファイルが %PDF- で始まっていません
    the file ends before its last %%EOF
    ファイルが最後の %%EOF の前で途切れています
    the form gained resources
    フォームにリソースが追加されています
    the form has other resources
    フォームのリソースが異なります
    the form says something else
    フォームの内容が異なります
    the form says that it has signatures
    フォームに、署名があるとの記載が追加されています
    the form was taken out, or is none
    フォームが削除されたか、形式が正しくありません
    the form was written anew
    フォームが書き直されています
    the last startxref is not the end of a revision
    最後のstartxrefが版の終わりではありません
    the list of pages was changed
    ページの一覧が変更されています
    the manifest store is compressed
    マニフェストストアが圧縮されています
    the manifest store is encrypted
    マニフェストストアが暗号化されています
    the names of the document were changed
    文書の名前の一覧が変更されています
    the same key twice in one dictionary
    1つの辞書に同じキーが2つあります
    the security store was taken out, or is none
    検証情報(DSS)が削除されたか、形式が正しくありません
    the signed revision alone cannot be read without repair
    署名された版は、修復しないと読み取れません
    the signed revision does not end with %%EOF and a line end
    署名された版が %%EOF と改行で終わっていません
    the trailer of an encrypted document has another ID
    暗号化された文書のトレーラーのIDが異なります
    the trailer says something else
    トレーラーの内容が異なります
    the version was raised
    バージョンが引き上げられています
    trailers that disagree on encryption
    トレーラーの暗号化の記載が一致しません
    two document catalogs
    文書カタログが2つあります
    unexpected end of data
    データが途中で終わっています
    unexpected end of the file
    ファイルが途中で終わっています
    what it covers does not begin with the file, or is not in the file
    署名の対象がファイルの先頭から始まっていないか、ファイルの範囲外です
    what it leaves out does not stand in its own dictionary
    署名の対象外の範囲が、署名自身の辞書の中にありません
    what it leaves out is not its own value
    署名の対象外の範囲が、署名自身の値と一致しません
    what it leaves out is not one hexadecimal string
    署名の対象外の範囲が、1つの16進数の文字列ではありません
    what the document says of itself was changed
    文書の属性情報が変更されています
    {} added after the one that was signed, whose bytes are the first {}
    署名された版(先頭の{2}バイト)の後に{1}追加されています
    {} revisions
    {1}つの版が
    {}; remove it first
    {1}。先に取り除いてください
    {}; remove the store first
    {1}。先にマニフェストストアを取り除いてください
    """
}
