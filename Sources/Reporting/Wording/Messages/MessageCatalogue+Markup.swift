extension MessageCatalogue {
  /// Of drawings, pages and texts.
  static let markup = """
    & that begins no reference
    参照ではない「&」があります
    -- in a comment
    コメント内に「--」があります
    < in a document type
    文書型宣言の中に「<」があります
    < in an attribute value
    属性値の中に「<」があります
    ]]> in text
    本文中に「]]>」があります
    a byte that is not UTF-8
    UTF-8ではないバイトがあります
    a character that XML does not allow
    XMLで使用できない文字があります
    a colon in a name
    名前にコロンがあります
    a declaration that has no place here
    この位置に置けない宣言があります
    a declaration that is not read here
    対応していない宣言があります
    a document type behind the root element
    ルート要素の後に文書型宣言があります
    a document type that goes on behind its definitions
    文書型宣言に余分な内容が続いています
    a name is longer than {} bytes
    名前が{1}バイトを超えています
    a name is missing
    名前がありません
    a name that begins with no letter
    名前が文字で始まっていません
    a prefix that stands for no namespace
    名前空間の定義がない接頭辞があります
    a prefix without a namespace
    名前空間のない接頭辞があります
    a processing instruction without white space behind its target
    処理命令の対象の後に空白がありません
    a reference outside the root element
    ルート要素の外に参照があります
    a reference to a character that XML does not allow
    XMLで使用できない文字への参照があります
    a second root element
    ルート要素が2つあります
    a solidus inside a tag
    タグの中に「/」があります
    an attribute is there twice
    属性が重複しています
    an attribute value without quotes
    属性値に引用符がありません
    an attribute without a value
    属性に値がありません
    an attribute without white space before it
    属性の前に空白がありません
    an element has more than {} attributes
    要素の属性が{1}個を超えています
    an end tag of another element
    終了タグが別の要素のものです
    an end tag without a start tag
    開始タグのない終了タグがあります
    an entity that is not defined
    定義のない実体参照があります
    an XML declaration that is not at the start
    XML宣言が先頭にありません
    browsers may find an encoding behind the head
    ブラウザーがhead部分より後で文字コードを判別する可能性があります
    damaged UTF-16
    UTF-16が破損しています
    elements are nested deeper than {}
    要素の入れ子が{1}段を超えています
    more than {} elements for a store
    マニフェストストアの要素が{1}個を超えています
    more than {} namespaces
    名前空間が{1}個を超えています
    no comment is known for a text of this kind
    この形式のテキストのコメントの書き方は定められていません
    no encoding is declared where every browser looks for it, and not all is ASCII
    すべてのブラウザーが確認する位置に文字コードの宣言がなく、ASCII以外の文字があります
    no label can stand inside a file of this kind
    この形式のファイルは内部にラベルを保持できません
    text outside the root element
    ルート要素の外に文字があります
    the document breaks off inside a manifest store
    文書がマニフェストストアの途中で切れています
    the document declares an encoding that is not read here
    対応していない文字コードが宣言されています
    the document holds ESC
    文書にESC文字があります
    the document holds NUL
    文書にNUL文字があります
    the document is in UTF-16
    文書の文字コードがUTF-16です
    the drawing is not in UTF-8
    図の文字コードがUTF-8ではありません
    the element for a store does not hold Base64
    マニフェストストアの要素の内容がBase64ではありません
    the element for a store is not in the metadata of the drawing
    マニフェストストアの要素が図のメタデータの中にありません
    the element of the store does not end
    マニフェストストアの要素が閉じられていません
    the element of the store does not hold Base64
    マニフェストストアの要素の内容がBase64ではありません
    the file ends inside an element
    ファイルが要素の途中で切れています
    the file holds an element for a store in another place
    別の位置にマニフェストストアの要素があります
    the file holds several elements for a store
    マニフェストストアの要素が複数あります
    the head holds NUL
    head部分にNUL文字があります
    the head holds several manifest stores; remove them first
    head部分にマニフェストストアが複数あります。先に取り除いてください
    the head holds {} elements for a store
    head部分にマニフェストストアの要素が{1}個あります
    the head is longer than {} bytes
    head部分が{1}バイトを超えています
    the head is too long
    head部分が長すぎます
    the head refers to a manifest store in another file
    head部分が別のファイルのマニフェストストアを参照しています
    the head refers to a manifest store that is not looked at
    head部分が、確認の対象ではないマニフェストストアを参照しています
    the line of the manifest block is not the comment it has to be
    マニフェストの行が所定のコメントの形式ではありません
    the line of the manifest block is too long
    マニフェストの行が長すぎます
    the manifest block has no line of its own
    マニフェストが独立した行にありません
    the manifest block is empty
    マニフェストのブロックが空です
    the manifest block is too large
    マニフェストのブロックが大きすぎます
    the manifest block names a store kept elsewhere, which is never fetched
    マニフェストが別の場所を参照しています。取得しません
    the name of a namespace is longer than it may be
    名前空間の名前が長すぎます
    the root element is missing
    ルート要素がありません
    the root element is not that of a drawing
    ルート要素が図のものではありません
    the store in the manifest block is not Base64 as it has to be
    マニフェストのブロックの内容が所定のBase64ではありません
    the text holds more than one wrapper
    テキストにラベルが複数あります
    the text holds one delimiter of a manifest block without the other
    マニフェストのブロックの始まりか終わりの一方しかありません
    the text holds several wrappers, or a broken one; remove them first
    テキストにラベルが複数あるか、破損したラベルがあります。先に取り除いてください
    the text holds the delimiters of more than one manifest block
    マニフェストのブロックの区切りが複数あります
    the text holds too many places that look like the start of a wrapper
    ラベルの始まりに似た箇所が多すぎます
    the text holds too many wrappers
    テキストのラベルが多すぎます
    the text is not in the one form of Unicode in which all readers hash it
    テキストが、どのソフトウェアでも同じハッシュになるUnicodeの形式ではありません
    the text is not in Unicode Normalization Form C, in which it is hashed
    テキストが、ハッシュの対象となるUnicode正規化形式Cではありません
    the XML declaration is not well-formed
    XML宣言の形式が正しくありません
    with a label in it browsers would not find the encoding that they find now
    ラベルを入れると、ブラウザーによる文字コードの判別が変わります
    """
}
