extension MessageCatalogue {
  /// What keepers of lists, and those who are given what was made elsewhere, are told.
  static let keeping = """
    this is the number of the CA's own certificate, and a number says what the CA itself issued
    これは認証局自身の証明書のシリアル番号です。シリアル番号で取り消せるのは、認証局が発行した証明書です
    --certificate FILE with the CA's certificate withdraws the CA; with one that it issued, that one's key
    認証局を取り消すには --certificate にその認証局の証明書を、発行した証明書の鍵を取り消すにはその証明書を指定します
    the service issues no certificates, and none of its own has this number
    このサービスは証明書を発行せず、このシリアル番号の証明書もありません
    no certificate on the draft has this key: what its holder signed does not count; a CA above those of the list is withdrawn with --certificate, since a number alone tells nobody whom it certified
    この鍵の証明書は下書きにありません。この鍵の所有者の署名は認められなくなります。リストの認証局の上位にある認証局を取り消すには --certificate を使います。値だけでは、どの証明書を発行したか分かりません
    this CA neither certified one of the list nor was certified by one: the withdrawal takes what brings its certificate; where a CA of the list stands below it, withdraw that one too, with --certificate
    この認証局は、リストのどの認証局とも発行関係がありません。この取消しが及ぶのは、その証明書を含む署名だけです。リストの認証局がその下位にある場合は、それも --certificate で取り消してください
    the number holds for what the CA of the entry issued itself; what a CA below it issued is withdrawn with --certificate
    シリアル番号による取消しが及ぶのは、登録された認証局が直接発行した証明書です。下位の認証局が発行したものは --certificate で取り消します
    the withdrawal by the number {} takes a certificate that the CA issued, and not the CA, whose own number it is too: the CA is withdrawn with trust withdraw --certificate
    シリアル番号 {1} による取消しは、認証局が発行した証明書に及び、同じ番号を持つ認証局自身には及びません。認証局の取消しには trust withdraw --certificate を使います
    a CA is withdrawn whose certificate the list does not have (key {}): readers cannot tell what stands below it; trust withdraw --certificate FILE puts its certificate there
    証明書がリストにない認証局が取り消されています(鍵 {1})。閲覧者にはその下位にあるものが分かりません。trust withdraw --certificate FILE で証明書を記載できます
    the certificate of a CA is among them: a CA is no person who approves
    認証局の証明書が含まれています。認証局は承認者になれません
    name the certificate or the public key of the person who approves
    承認する担当者の証明書または公開鍵を指定してください
    nobody may approve but the key that signs, and a second person has to
    承認者に署名の鍵しか指定されていません。承認は別の担当者が行います
    make a new plan, with --approver for the key of a second person
    --approver に別の担当者の鍵を指定して、計画を作り直してください
    this is the folder government of a trust folder, and not the trust folder itself
    これはトラストフォルダー内の government フォルダーで、トラストフォルダーではありません
    name the folder above it: {=}
    その上のフォルダーを指定してください: {1}
    this is a revocation list, and no OCSP response
    これは失効リストで、OCSP応答ではありません
    --crl takes revocation lists
    失効リストは --crl で指定します
    this is an OCSP response, and no revocation list
    これはOCSP応答で、失効リストではありません
    --ocsp takes OCSP responses
    OCSP応答は --ocsp で指定します
    this is a certificate, and no OCSP response
    これは証明書で、OCSP応答ではありません
    this is a certificate, and no revocation list
    これは証明書で、失効リストではありません
    it has the attribute {}, which the file in its place could not keep
    このファイルには、置き換えると保持できない属性 {1} があります
    a link that leads to nothing stands where trust lists seen before are remembered
    確認したリストの記録の場所に、リンク先のないリンクがあります
    put back what it leads to, or remove the link to begin anew; an older list could then pass once
    リンク先を元に戻してください。リンクを削除すると記録が初めからになり、古いリストが一度は通るおそれがあります
    two different trust lists of the same scheme with the number {}, the other is {}
    同じスキームの第{1}号として、内容の異なるトラストリストが2つあります。もう一方は {2} です
    a number is signed once: ask the list's operator which of them was published, and wait for the next number where both were
    同じ号に署名できるのは一度だけです。どちらが公開されたかをリストの運営者に確認し、両方が公開されている場合は次の号を待ってください
    --list-keys names the keys file of this list, by which the reader proves it
    このリストを検証する鍵ファイルを --list-keys で指定してください
    where JSON should stand, the mark of an editor (BOM) begins
    JSONの先頭に、エディターが付けたBOMがあります
    where JSON should stand, text in UTF-16 begins
    JSONではなく、UTF-16のテキストです
    where JSON should stand, a web page begins
    JSONではなく、ウェブページです
    where JSON should stand, XML begins
    JSONではなく、XMLです
    where JSON should stand, a PDF document begins
    JSONではなく、PDF文書です
    where JSON should stand, a ZIP archive begins
    JSONではなく、ZIPアーカイブです
    where JSON should stand, PEM (keys or certificates) begins
    JSONではなく、PEM(鍵または証明書)です
    where JSON should stand, DER (keys, certificates or signatures) begins
    JSONではなく、DER(鍵、証明書または署名)です
    where JSON should stand, a picture begins
    JSONではなく、画像です
    save it as UTF-8 without a mark (BOM)
    BOMのないUTF-8で保存してください
    {} recognises its keys for another scheme: {}, and not {}
    {1} は、このリストの鍵を別のスキーム {2} として受け入れています。このリストのスキームは {3} です
    the recognition has to name the list's English SchemeName, letter for letter; tell the keepers of that list
    受入れには、リストの英語の SchemeName を一字一句そのまま記載する必要があります。受け入れているリストの運営者に連絡してください
    read PKCS#12
    PKCS#12の読取り
    the PKCS#12 file
    PKCS#12ファイル
    {} is not a certificate
    {1} が証明書ではありません
    {} is not one of the key that is withdrawn
    {1} は取り消された鍵の証明書ではありません
    """
}
