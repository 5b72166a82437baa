extension MessageCatalogue {
  /// Of pictures, sound, film and fonts.
  static let media = """
    a block of no known kind
    不明な種類のブロックがあります
    a block where none of its type may stand
    ブロックの位置が正しくありません
    a box beside the label has a purpose that is not known
    ラベルのほかに、用途の不明なボックスがあります
    a box cannot become as long as it would be
    ボックスの大きさが上限を超えます
    a box ends behind the end of what holds it
    ボックスが、それを含む範囲より長くなっています
    a box has two of one kind ({})
    ボックスに同じ種類の要素が2つあります({1})
    a box is not as long as what it lists
    ボックスの長さが一覧の件数と一致しません
    a box is shorter than its header
    ボックスがヘッダーより短くなっています
    a box that is shorter than its head
    ボックスがヘッダーより短くなっています
    a camera lists where its positions are
    カメラ独自の位置の一覧があります
    a chunk length above 2^31 - 1
    チャンクの長さが2^31-1を超えています
    a chunk type that is not four letters
    チャンクの種類が4文字の英字ではありません
    a compressed tag
    タグが圧縮されています
    a directory inside the header
    IFDがヘッダーの中にあります
    a directory stands behind the end of the file
    IFDがファイルの末尾より後を指しています
    a directory with a count of entries that cannot be
    IFDの項目数が正しくありません
    a field of iloc has a size that it may not have
    ilocの項目の大きさが規格外です
    a form inside of another
    フォームが入れ子になっています
    a form that is shorter than its header
    フォームがヘッダーより短くなっています
    a fragment does not say of which track it is
    フラグメントがどのトラックのものか記載がありません
    a list of places cannot be read
    位置の一覧を読み取れません
    a manifest store of {} bytes does not fit here
    {1}バイトのマニフェストストアを格納できません
    a number of tables that cannot be
    テーブルの数が正しくありません
    a page that begins no stream
    ページがストリームの開始ではありません
    a part of the table that is not in it
    テーブルの一部がテーブルの外にあります
    a picture inside a picture
    画像の中に画像があります
    a picture of a camera's own format
    カメラ独自の形式の画像です
    a picture stands where the file would change
    ラベルの追加で変わる位置に画像があります
    a picture's data stands where the file would change
    ラベルの追加で変わる位置に画像のデータがあります
    a run of samples is not as long as what it lists
    サンプル列の長さが件数と一致しません
    a run of samples is too long
    サンプル列が長すぎます
    a second header that does not fit
    2つ目のヘッダーが一致しません
    a second IHDR chunk
    IHDRチャンクが2つあります
    a second start of image
    画像の開始マーカーが2つあります
    a second table {}
    テーブル {1} が2つあります
    a segment length below 2
    セグメントの長さが2未満です
    a skeleton
    Ogg Skeletonがあります
    a table in the directory
    テーブルが目録と重なっています
    a table is not as long as what it lists
    表の長さが件数と一致しません
    a table is shorter than its head
    表がヘッダーより短くなっています
    a table of fragments leads elsewhere
    フラグメントの表が別の位置を指しています
    a table of places is too long
    位置の表が長すぎます
    a table of sizes that ends early
    大きさの表が途中で終わっています
    a table whose name is not four letters
    テーブルの名前が4文字ではありません
    a tag of no known version
    タグのバージョンが不明です
    a track has two tables of the same
    トラックに同じ表が2つあります
    a value stands where the file would change
    ラベルの追加で変わる位置に値があります
    a version of iloc that is not known
    ilocのバージョンが不明です
    a version of sidx that is not known
    sidxのバージョンが不明です
    a width
    データの幅が正しくありません
    a zero where a marker must stand
    マーカーの位置に0があります
    an empty table
    空のテーブルがあります
    an index of its pictures cannot be followed
    画像の索引をたどれません
    an index of segments cannot say where they would be
    セグメントの索引に、ラベル追加後の位置を記録できません
    an index of segments is not as long as what it lists
    セグメントの索引の長さが件数と一致しません
    an index of segments is too long
    セグメントの索引が長すぎます
    an index of segments leads elsewhere
    セグメントの索引が別の位置を指しています
    an item says that it stands elsewhere
    項目の内容が別の場所にあると記載されています
    an item stands where the file would change
    ラベルの追加で変わる位置に項目があります
    an offset that no file has
    ファイルの範囲外の位置が指定されています
    an update and what it updates do not stand together
    更新とその対象が連続していません
    bytes of no chunk
    どのチャンクにも属さないデータがあります
    bytes of no page
    どのページにも属さないデータがあります
    bytes outside the tables
    テーブルの外にデータがあります
    bytes that are no box stand at the end
    末尾にボックスではないデータがあります
    bytes that are no frame
    フレームではないデータがあります
    bytes that belong to no segment
    どのセグメントにも属さないデータがあります
    chapters or an index
    チャプターまたは索引があります
    file of an unknown kind
    種類の分からないファイル
    it describes neither film nor picture
    映像の記述も画像の記述もありません
    it states more bytes than there are
    記載された大きさが実際より大きくなっています
    its purpose is not known
    用途が不明です
    more than {} blocks
    ブロックが{1}個を超えています
    more than {} boxes
    ボックスが{1}個を超えています
    more than {} chunks
    チャンクが{1}個を超えています
    more than {} pages
    ページが{1}を超えています
    more than {} streams
    ストリームが{1}個を超えています
    neither a tag nor a frame of sound
    タグでも音声のフレームでもありません
    no chunk ds64 where it must stand
    所定の位置にds64チャンクがありません
    no FLAC stream where it must begin
    FLACのストリームが開始位置にありません
    no font of one face
    1書体のフォントではありません
    no ftyp box
    ftypボックスがありません
    no header of TIFF
    TIFFのヘッダーがありません
    no IDAT chunk
    IDATチャンクがありません
    no logical screen
    論理画面の記述がありません
    no page of Ogg
    Oggのページがありません
    no PNG signature
    PNGの識別子がありません
    no RIFF header
    RIFFヘッダーがありません
    no signature of GIF
    GIFの識別子がありません
    no signature of JPEG XL
    JPEG XLの識別子がありません
    no start of image
    画像の開始マーカーがありません
    nothing says how long the data of a picture is
    画像のデータの長さの記載がありません
    places beyond four gigabytes do not fit a table
    4GiBを超える位置を表に記録できません
    samples stand where the file would change
    ラベルの追加で変わる位置にサンプルがあります
    something stands behind the label
    ラベルの後に余分なデータがあります
    something stands outside the tables
    テーブルの外にデータがあります
    something that reads like a box of places ({}) stands where none belongs
    本来ない位置に、位置の表とみなせるボックス({1})があります
    tables of places overlap
    位置の表が重なっています
    the box of the label is too large
    ラベルのボックスが大きすぎます
    the box of the store is not a superbox
    マニフェストストアのボックスの形式が正しくありません
    the caBX chunk is too large
    caBXチャンクが大きすぎます
    the checksum of the font is wrong
    フォントのチェックサムが正しくありません
    the checksum of {} is wrong
    {1} のチェックサムが正しくありません
    the chunk C2PA is not in the first form, or not whole
    C2PAチャンクが先頭のフォームにないか、途中で切れています
    the chunk C2PA is too large
    C2PAチャンクが大きすぎます
    the CRC of the caBX chunk is wrong
    caBXチャンクのCRCが正しくありません
    the CRC of {} is wrong
    {1} のCRCが正しくありません
    the data of a picture has no one length
    画像のデータの長さが一通りに定まりません
    the directories lead in a circle
    IFDの参照が循環しています
    the end of the file leads to a table that is no box
    ファイルの末尾が、ボックスではない表を指しています
    the entry holds no manifest store
    該当する項目にマニフェストストアがありません
    the entry is neither in the first nor in the last directory
    該当する項目が最初または最後のIFDにありません
    the entry is of type {}
    項目の型が {1} です
    the file ends inside a block
    ファイルがブロックの途中で切れています
    the file ends inside a box
    ファイルがボックスの途中で切れています
    the file ends inside a chunk
    ファイルがチャンクの途中で切れています
    the file ends inside a directory
    ファイルがIFDの途中で切れています
    the file ends inside a page
    ファイルがページの途中で切れています
    the file ends inside a table
    ファイルがテーブルの途中で切れています
    the file ends inside the chunk {}
    ファイルがチャンク {1} の途中で切れています
    the file ends inside the manifest store
    ファイルがマニフェストストアの途中で切れています
    the file ends inside the picture
    ファイルが画像の途中で切れています
    the file has {} pages
    ファイルが{1}ページです
    the file holds a manifest store in another place
    別の位置にマニフェストストアがあります
    the file holds several chunks C2PA
    C2PAチャンクが複数あります
    the file holds several manifest stores; remove them first
    マニフェストストアが複数あります。先に取り除いてください
    the file holds several stores
    マニフェストストアが複数あります
    the file holds {} boxes with labels
    ラベルのボックスが{1}個あります
    the file holds {} caBX chunks
    caBXチャンクが{1}個あります
    the file holds {} manifest stores
    マニフェストストアが{1}個あります
    the first chunk is not IHDR
    先頭のチャンクがIHDRではありません
    the first segment is number 0
    先頭のセグメントの番号が0です
    the first segment of the store is not number 1
    マニフェストストアの先頭のセグメントの番号が1ではありません
    the head of a part of a fragment is too long
    フラグメントのヘッダーが長すぎます
    the head of the label's box does not say what is so
    ラベルのボックスのヘッダーが実際と異なります
    the index cannot say where they would be
    索引に、ラベル追加後の位置を記録できません
    the index of its pictures cannot be followed
    画像の索引をたどれません
    the list of items cannot say where they would be
    項目の一覧に、ラベル追加後の位置を記録できません
    the list of items is not as long as what it lists
    項目の一覧の長さが件数と一致しません
    the list of items is too long
    項目の一覧が長すぎます
    the manifest store is too large
    マニフェストストアが大きすぎます
    the media data is longer than the file
    メディアデータがファイルより長くなっています(ファイルが途中で切れている可能性があります)
    the media stands in other files
    メディアが別のファイルにあります
    the numbers for searching are wrong
    検索用の数値が正しくありません
    the object for a store cannot be read as it stands
    マニフェストストアのオブジェクトをそのまま読み取れません
    the pages of the store are not whole and together
    マニフェストストアのページがそろっていないか、連続していません
    the picture holds several manifest stores
    画像にマニフェストストアが複数あります
    the samples of its chunks cannot be followed
    チャンクのサンプルをたどれません
    the segments of the store are not contiguous and in order
    マニフェストストアのセグメントが連続していないか、順序が正しくありません
    the segments of the store do not add up to its length
    マニフェストストアのセグメントの合計が全体の長さと一致しません
    the segments that the label is about are in files of their own
    ラベルの対象のセグメントが別のファイルにあります
    the sizes of its samples cannot be followed
    サンプルの大きさをたどれません
    the sizes of what belongs to samples cannot be followed
    サンプルに付随するデータの大きさをたどれません
    the store and a directory share bytes
    マニフェストストアとIFDが重なっています
    the store is behind the first picture
    マニフェストストアが最初の画像の後にあります
    the store is not in the first tag
    マニフェストストアが最初のタグにありません
    the store is too large
    マニフェストストアが大きすぎます
    the table C2PA holds more than a store
    C2PAテーブルにマニフェストストア以外の内容があります
    the tables are not in the order of their names
    テーブルが名前の順に並んでいません
    the tables of places are too long
    位置の表が長すぎます
    the tag holds {} objects for a store
    タグにマニフェストストアのオブジェクトが{1}個あります
    the tag states more bytes than there are
    タグに記載された大きさが実際より大きくなっています
    the type of the file does not stand first
    ファイルの種別が先頭にありません
    the update is not the last box
    更新が最後のボックスではありません
    the version is not that of the font's outlines
    バージョンがフォントの字形の形式と一致しません
    there is too much beside the media to look through
    メディア以外のデータが多すぎて確認できません
    too many boxes
    ボックスが多すぎます
    too many boxes inside others
    ボックスの入れ子が多すぎます
    too many directories
    IFDが多すぎます
    too many manifest stores
    マニフェストストアが多すぎます
    too many segments
    セグメントが多すぎます
    too many tags
    タグが多すぎます
    what belongs to samples stands where the file would change
    ラベルの追加で変わる位置に、サンプルに付随するデータがあります
    what ends the file is not whole
    ファイルの末尾が途中で切れています
    what stands in a box does not fill it
    ボックスの内容がボックスの大きさと一致しません
    {} bytes follow the content
    内容の後に{1}バイトのデータがあります
    {} entries say where a manifest store is
    マニフェストストアの位置の項目が{1}件あります
    {} is too long
    {1} が長すぎます
    {} streams are stores
    {1}個のストリームがマニフェストストアです
    """
}
