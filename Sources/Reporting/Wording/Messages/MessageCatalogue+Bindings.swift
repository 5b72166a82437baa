extension MessageCatalogue {
  /// Of what binds a label to a file.
  static let bindings = """
    a box belongs to no hash tree
    どのハッシュ木にも属さないボックスがあります
    a box of a hash tree is not the one that was made for it
    ハッシュ木のボックスが、その木のために作成されたものではありません
    a box of a hash tree is too large
    ハッシュ木のボックスが大きすぎます
    a box of a hash tree stands where no segment is
    セグメントのない位置にハッシュ木のボックスがあります
    a file is listed twice
    ファイルが重複して記載されています
    a file of this kind has no named boxes
    この形式のファイルには名前の付いたボックスがありません
    a file of this kind has no such boxes
    この形式のファイルにはこの種類のボックスがありません
    a file of this kind is no collection
    この形式のファイルは複数のファイルの集合ではありません
    a film has both a hash and hash trees
    映像にハッシュ値とハッシュ木の両方があります
    a hash tree has more leaves than are there, or fewer
    ハッシュ木の葉の数が実際と異なります
    a hash tree has more leaves than the file has blocks, or fewer
    ハッシュ木の葉の数がファイルのブロック数と異なります
    a hash tree has more leaves than the media data has blocks, or fewer
    ハッシュ木の葉の数がメディアデータのブロック数と異なります
    a hash tree has no row of that size
    ハッシュ木にその大きさの段がありません
    a hash tree has too many leaves
    ハッシュ木の葉が多すぎます
    a hash tree has too many leaves, or hashes of another length
    ハッシュ木の葉が多すぎるか、ハッシュ値の長さが異なります
    a hash tree over fragments has blocks, or no hash of what stands before
    フラグメントのハッシュ木にブロックがあるか、前の部分のハッシュ値がありません
    a hash tree over media data speaks of fragments
    メディアデータのハッシュ木にフラグメントの記載があります
    a hash tree over segments has blocks, or no hash of the first file
    セグメントのハッシュ木にブロックがあるか、先頭のファイルのハッシュ値がありません
    a listed box is missing or out of order
    記載されたボックスがないか、順序が異なります
    a listed file is missing
    記載されたファイルがありません
    a number beyond bounds
    数値が範囲外です
    a padding box holds more than zeros
    余白のボックスに0以外のデータがあります
    a part of the file is cut short
    ファイルの一部が途中で切れています
    a part of the file is missing
    ファイルの一部がありません
    a part of the media data is not what was signed
    メディアデータの一部が署名時のものと一致しません
    a store outside the file may not leave out bytes of it
    別ファイルのラベルは、ファイルの一部を対象外にできません
    a URI has an escape that stands for nothing
    URIのエスケープが正しくありません
    a URI is absolute
    URIが絶対参照です
    a URI is more than a path
    URIにパス以外の部分があります
    a URI names a scheme
    URIにスキームの指定があります
    an entry spans boxes that lie among others
    項目の対象のボックスの間に別のボックスがあります
    an exclusion does not say which box it is about
    対象外の範囲に、どのボックスか記載がありません
    an exclusion ends behind the end of its box
    対象外の範囲がボックスの終わりを超えています
    an exclusion ends behind the end of the file
    対象外の範囲がファイルの終わりを超えています
    an exclusion is about a box that does not exist
    対象外に指定されたボックスがありません
    another number of entries than is said
    項目数が記載と異なります
    bytes of the file are no part's
    どの部分にも属さないデータがファイルにあります
    exclusions overlap or are out of order
    対象外の範囲が重なっているか、順序が正しくありません
    hash trees do not say which boxes of media data they are over
    ハッシュ木に、対象のメディアデータのボックスの記載がありません
    hash trees over one file have different algorithms
    1つのファイルのハッシュ木のアルゴリズムが異なります
    hash trees over one film have different algorithms
    1つの映像のハッシュ木のアルゴリズムが異なります
    no hash algorithm is named
    ハッシュアルゴリズムの記載がありません
    nothing follows the boxes
    ボックスの後に何もありません
    reserved bits
    予約されたビットが使われています
    segment {} ({})
    セグメント{1}({2})
    several boxes could be one part
    1つの部分に該当するボックスが複数あります
    the blocks of a hash tree are less than the media data
    ハッシュ木のブロックがメディアデータより小さくなっています
    the blocks of a hash tree are more than the media data
    ハッシュ木のブロックがメディアデータより大きくなっています
    the box of a hash tree does not stand before its fragment
    ハッシュ木のボックスがフラグメントの前にありません
    the box of a hash tree does not stand before the fragment in {}
    {1} で、ハッシュ木のボックスがフラグメントの前にありません
    the box of the store is not the located store
    マニフェストストアのボックスが、見つかったものと異なります
    the box {} is not listed
    ボックス {1} の記載がありません
    the boxes of the file cannot be listed
    ファイルのボックスの一覧を作成できません
    the excluded bytes hold more than the manifest store
    対象外の範囲にマニフェストストア以外のデータがあります
    the exclusion is not exactly the manifest store
    対象外の範囲がマニフェストストアと一致しません
    the file {} is not listed
    ファイル {1} の記載がありません
    the files of the archive cannot be listed
    アーカイブのファイルの一覧を作成できません
    the hash algorithm is not one of C2PA
    ハッシュアルゴリズムがC2PAで定められたものではありません
    the hash of a part is of a kind that cannot be checked
    部分のハッシュの種類に対応していません
    the hash of the central directory is missing
    アーカイブの目録のハッシュ値がありません
    the hash of {} is not the one that was signed
    {1} のハッシュ値が署名時のものと一致しません
    the label binds files of a folder, and only single files are looked at
    フォルダー内の複数ファイルを対象とするラベルですが、確認するのは単独のファイルのみです
    the label binds samples of tracks, as an older version of the standard has it
    旧規格の方式でトラックのサンプルを対象とするラベルです
    the leaves of a hash tree are not in order
    ハッシュ木の葉の順序が正しくありません
    the media data is shorter than its header
    メディアデータがヘッダーより短くなっています
    the part from byte {} on is not as it was signed
    {1}バイト目以降の部分が署名時のものと一致しません
    the parts overlap, or bytes between them are no part's
    部分が重なっているか、間にどの部分にも属さないデータがあります
    the path of a part is none of the standard's
    部分のパスが規格で定められたものではありません
    the path of an exclusion is none of the standard's
    対象外の範囲のパスが規格で定められたものではありません
    the size of {} is not the one that was signed
    {1} の大きさが署名時のものと一致しません
    the store is not in an entry of its own
    マニフェストストアが独立した項目にありません
    there is not one box of a hash tree for each fragment
    フラグメントごとのハッシュ木のボックスがそろっていません
    there is not one hash tree for each box of media data
    メディアデータのボックスごとのハッシュ木がそろっていません
    too many boxes are left out
    対象外のボックスが多すぎます
    too many exclusions
    対象外の範囲が多すぎます
    two hash trees have one name
    同じ名前のハッシュ木が2つあります
    what stands before the fragments is not what was signed
    フラグメントの前の部分が署名時のものと一致しません
    what stands before the segments is not what was signed
    セグメントの前の部分が署名時のものと一致しません
    {} and what follows
    {1} 以降
    {} belongs to no hash tree of this label
    {1} は、このラベルのどのハッシュ木にも属しません
    {} cannot be read as boxes
    {1} をボックスとして読み取れません
    {} comes behind {}, and was signed before it
    {1} が {2} の後にありますが、署名時は前にありました
    {} does not have one box of a hash tree
    {1} のハッシュ木のボックスがちょうど1つではありません
    {} is not the last box
    {1} が最後のボックスではありません
    {} is not the segment that was signed
    {1} は署名されたセグメントではありません
    {} is not what was signed: {}
    {1} が署名時のものと一致しません: {2}
    {} is the same segment as {}
    {1} は {2} と同じセグメントです
    {} of {} segments were looked at
    確認したセグメントは{2}個中{1}個です
    """
}
