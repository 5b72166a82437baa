extension MessageCatalogue {
  /// Notes beside results, and what is asked at a terminal.
  static let notes = """
    times are UTC; this machine's clock is at UTC{}
    時刻は協定世界時(UTC)です。この端末の時計は UTC{1} です
    --yes approves without asking
    --yes を付けると確認せずに承認します
    approve in the folder in which the plan was made, where its documents are; --digests-only approves without looking at them
    計画を作成したフォルダー(文書のある場所)で承認してください。--digests-only は文書を確認せずに承認します
    the plan names who may approve it, and this key is not among them
    この鍵は、計画に記載された承認者の鍵ではありません
    approve with a key that was named for the plan, with sign --approver or in [approval] of the profile; another one needs a new plan
    計画の作成時に --approver またはプロファイルの [approval] で指定した鍵で承認してください。ほかの鍵で承認するには、新しい計画が必要です
    others may approve now than those whom the plan names
    承認できる人が、計画に記載された承認者と異なります
    nobody can be asked here whether to approve this
    ここでは承認の確認ができません
    not approved, since the answer was not yes
    yes と入力されなかったため、承認していません
    the list's keepers can let the agency state that too (labels of its entry, trust add --labels); without --official anybody may state the use of AI
    リストの管理者に、この申告を認める登録(labels、trust add --labels)を依頼してください。--official なしであれば、AIの利用は誰でも申告できます
    there is no such folder to watch
    監視するフォルダーがありません
    this is no folder, and only folders are watched
    フォルダーではないため、監視できません
    it was altered, or its label does not hold
    改変されているか、ラベルが有効ではありません
    there is no label
    ラベルがありません
    it breaks off: get it again from where it was published
    途中で切れています。公開元から入手し直してください
    its label is of an earlier revision, and does not cover the file as it is
    ラベルは以前の版のもので、現在のファイル全体を対象としていません
    it is signed, and its name says another kind of file than it is
    署名はありますが、内容の種類が名前の示す種類と異なります
    it claims to be official, and no list that was given confirms that
    公式文書と表示されていますが、指定されたどのリストでも確認できません
    it is signed, but not official
    署名はありますが、公式文書ではありません
    it is signed, and by nobody on a list that was given
    署名はありますが、署名者は指定されたリストに登録されていません
    it is signed, but not all of it
    署名の対象がファイルの一部だけです
    a trust list is out of date, or not in force yet
    リストの有効期限が切れているか、まだ効力がありません
    name the file itself: {}
    ファイル自体を指定してください: {1}
    passphrase of {}
    {1} のパスフレーズ
    PIN of {}
    {1} の暗証番号(PIN)
    new passphrase of {}
    {1} の新しいパスフレーズ
    the same again
    確認のためもう一度
    fetched {} days ago from {}; trust fetch gets the current list
    {2} から取得して{1}日が経過しています。trust fetch で最新のリストを取得してください
    going on with run {}, which was broken off: judged as of {}
    中断された監査 {1} を再開します。判定時点:{2}
    another run uses this history; waiting for it
    別の処理がこの履歴を使用しているため、終了を待っています
    --accept-loss {=}: nothing of that name is lost
    --accept-loss {1}: この名前で失われるものはありません
    number {} says what number {} says: nothing is different
    第{1}号の内容は第{2}号と同じです。変更はありません
    what stands on the published list and not on this draft is a loss that trust sign refuses: trust retire ends an agency, trust withdraw takes a key's worth
    公開中のリストにあって、この下書きにないものは、trust sign で失われるものとして拒否されます。機関の終了には trust retire、鍵の取消しには trust withdraw を使います
    the CA's certificate says the country {}, and the entry asks for {} in those of the signers: unless theirs say so, nothing is official
    認証局の証明書の国名は{1}ですが、登録では署名者の証明書に{2}を求めています。署名者の証明書がそのとおりでなければ、公式と認められるものはありません
    the entry asks for the organisation {} in the signers' certificates, letter for letter, and neither the CA's ({}) nor a name of the agency is written so: unless theirs are, nothing is official
    登録では署名者の証明書の組織名に{1}を(一字一句)求めていますが、認証局の証明書({2})とも機関の名称とも一致しません。署名者の証明書がそのとおりでなければ、公式と認められるものはありません
    the CA's certificate says the identifier {}, and the entry asks for {} in those of the signers: unless theirs say so, nothing is official
    認証局の証明書の組織識別子は{1}ですが、登録では署名者の証明書に{2}を求めています。署名者の証明書がそのとおりでなければ、公式と認められるものはありません
    the agency may state {}, and not official: no document of it can ever be official
    この機関が申告できる内容({1})に official がないため、公式と認められる文書はありません
    its certificate ended on {}, before the entry begins on {}: nothing that it vouches for counts
    証明書の期限({1})が登録の開始({2})より前のため、何も認められません
    the certificate of {} is no CA's, and its key may not make time stamps: none of its stamps counts
    {1}の証明書は認証局のものではなく、タイムスタンプの用途もないため、そのタイムスタンプは認められません
    the entry begins on {}: nothing that is signed or stamped before counts
    登録の開始は{1}です。それより前の署名とタイムスタンプは認められません
    the entry counts from {} on, and time-stamp authorities of the list from {} on: nothing that is stamped in between is official; --granted-since of trust add, or StatusStartingTime in the draft, says since when an authority counts
    登録の開始は{1}ですが、リストの時刻認証局の開始は{2}です。その間のタイムスタンプのある文書は公式と認められません。時刻認証局の開始は、trust add の --granted-since、または下書きの StatusStartingTime で指定できます
    the former list could not be put back: {}
    元のリストに戻せませんでした: {1}
    readers who come late are sent to an https:// address alone: this one is not told to them
    後から参加する閲覧者に案内するのは https:// のアドレスだけです。このアドレスは案内されません
    no keys stand beside this list, and so it is not proved to be genuine
    このリストを検証する鍵ファイルが同じフォルダーにないため、真正性を確認していません
    a root: every CA below it could speak for the agency, as far as its scope lets it
    ルート証明書です。範囲の定めに反しない限り、配下のすべての認証局がこの機関として発行できます
    the end lies in the past: what was signed or stamped after {} does not count any more, though it did until now
    終了日時が過去です。{1} より後の署名とタイムスタンプは、これまで有効でしたが、今後は認められません
    there is no home folder, so that nothing is known of lists seen before
    ホームフォルダーがないため、以前に確認したリストの記録を参照できません
    it cannot be read which trust lists were seen before: {}
    以前に確認したリストの記録を読み取れません: {1}
    it could not be remembered which trust lists were seen: {}
    確認したリストを記録できませんでした: {1}
    the list has no time-stamp authority in force, and its entries ask for a time stamp: no new document is official by it; trust add --tsa puts one on it
    有効な時刻認証局がこのリストにありませんが、登録はタイムスタンプを求めています。このままでは新しい文書は公式と認められません。trust add --tsa で追加できます
    {} signed itself, and the entry lets no CA stand between it and a signer: where another CA issues the signers' certificates, name that one, or nothing is official
    {1} は自己署名の証明書ですが、登録では署名者との間に認証局を認めていません。署名者の証明書を別の認証局が発行する場合は、その認証局を指定してください。指定しないと公式と認められるものはありません
    """

  /// Rules of certificates and profiles, as `keys check` and `init` tell them.
  static let rules = """
    private key
    秘密鍵
    it is the certificate's
    証明書の鍵と一致します
    it is not the certificate's
    証明書の鍵と一致しません
    not at hand, so not checked
    手元にないため、確認していません
    other users may read it; chmod 600 makes it yours alone
    他の利用者が読み取れます。chmod 600 で自分だけに制限できます
    C2PA certificate profile
    C2PA の証明書プロファイル
    it is of version 3
    バージョン3です
    it is of version {}
    バージョン{1}です
    it is of version {}; openssl x509 -req makes version 3 with -copy_extensions copy, or with -extfile
    バージョン{1}です。openssl x509 -req に -copy_extensions copy または -extfile を付けるとバージョン3になります
    a key of type {} cannot sign; EC P-256, P-384 and P-521, RSA from 2048 bits and Ed25519 can
    {1} の鍵は署名に使用できません。使用できるのは EC P-256、P-384、P-521、2048ビット以上のRSA、Ed25519 です
    every extension is whole and stands once
    拡張領域はすべて正しく、重複がありません
    an extension is broken or repeated
    拡張領域に破損または重複があります
    it has no unique identifier of old form
    旧形式の固有識別子はありません
    it has a unique identifier of old form
    旧形式の固有識別子があります
    it is signed with an algorithm that is allowed
    認められた署名アルゴリズムです
    it is signed with {}, which is not allowed
    署名アルゴリズム {1} は認められません
    its key is of a kind that is allowed
    認められた種類の鍵です
    its key is {}
    鍵が {1} です
    it is no authority's certificate
    認証局の証明書ではありません
    it is an authority's certificate
    認証局の証明書です
    it is not an authority's certificate
    認証局の証明書ではありません(認証局のものが必要です)
    its key may make signatures and not sign certificates
    鍵は署名に使用でき、証明書の発行には使用できません
    it has no key usage
    鍵用途の記載がありません
    its key may not make signatures
    鍵を署名に使用できません
    its key may sign certificates
    鍵を証明書の発行に使用できます
    its key may not sign certificates
    鍵を証明書の発行に使用できません
    its purposes are named and go together
    用途の記載があり、矛盾がありません
    it names no purpose
    用途の記載がありません
    it names no purpose; name {} or {}
    用途の記載がありません。{1} または {2} を記載してください
    its list of purposes is empty or broken
    用途の一覧が空、または破損しています
    it is good for any purpose
    あらゆる用途に使用できる証明書です
    {} stands beside another purpose
    {1} が他の用途と併記されています
    it is for TLS connections alone; a signer's names {} or {}
    TLS接続専用です。署名者の証明書には {1} または {2} が必要です
    it names its issuer's key
    発行者の鍵の記載があります
    it has no authority key identifier
    発行者の鍵の識別子がありません
    it has no subject key identifier
    主体者の鍵の識別子がありません
    subject: it names a person, which every signature publishes
    subject: 個人名が記載されており、署名のたびに公開されます
    authority {}: every rule holds
    認証局 {1}: すべての規則を満たしています
    dates at {}
    有効期間({1} 時点)
    valid {} to {}
    有効期間 {1} から {2} まで
    the certificate of {} ends in {}, on {}: have it renewed
    {1} の証明書は{2}({3})に期限が切れます。更新してください
    chain in the file
    ファイル内の証明書チェーン
    it leads to {}, which signed itself
    自己署名の {1} に至ります
    it ends below {}: add that certificate, unless readers have it as an anchor
    {1} の証明書がありません。検証者がアンカーとして持っていない場合は追加してください
    revocation at {}
    失効の確認({1} 時点)
    it was revoked
    失効しています
    it is not revoked
    失効していません
    nothing that is known says whether it was revoked
    失効しているかどうかを示す情報がありません
    authority {}: it was revoked
    認証局 {1}: 失効しています
    authority {}: it is not revoked
    認証局 {1}: 失効していません
    claim-signing anchors
    署名者のアンカー
    government list {}
    政府のトラストリスト {1}
    a chain of {} certificates leads there
    証明書{1}件のチェーンで至ります
    no chain leads there
    そこに至るチェーンがありません
    a certificate of the chain has expired
    チェーンの証明書の期限が切れています
    a certificate of the chain is not valid yet
    チェーンの証明書がまだ有効になっていません
    the chain breaks a rule of X.509: {}
    チェーンがX.509の規則に反しています: {1}
    no entry of the list fits
    該当する登録がありません
    every field of the entry of {} agrees
    {1} の登録内容とすべて一致します
    the first certificate of the file is on the list itself, as the CA's: the signer's has to come first
    ファイルの最初の証明書が、リストにある認証局自体のものです。署名者の証明書を最初に置いてください
    it is written in a way that can hide what it says: {}
    内容を隠しうる表記です: {1}
    found {}, the list asks for {}
    証明書は {1}、リストの要件は {2} です
    the recognition of the list is not in force at that time
    その時点ではリストの受入れに効力がありません
    the list grants it
    リストで認定されています
    the list does not grant it at that time
    その時点ではリストで認定されていません
    no list has withdrawn it
    取り消したリストはありません
    withdrawn from {}: {}
    {1} から取消し(理由: {2})
    one of its purposes is accepted
    認められた用途があります
    none of its purposes is accepted; --eku accepts a further one
    認められた用途がありません。--eku で追加できます
    it is accepted
    認められます
    profile
    プロファイル
    no agency: it makes AI labels alone, and nothing official
    機関の指定がないため、AIラベルのみを作成します。公式の文書にはなりません
    no list: that {} is official is not checked
    リストの指定がないため、{1} が公式と認められるかは確認していません
    the list lets the key speak for {}
    この鍵は、リストで {1} の鍵と認められています
    {} does not know the key
    {1} にこの鍵の登録がありません
    the profile says {}, the list asks for {}
    プロファイルは {1}、リストの要件は {2} です
    no time-stamp authority: sign needs --tsa or --no-timestamp
    時刻認証局の指定がありません。sign には --tsa または --no-timestamp が必要です
    {} was not asked: no socket is opened here
    {1} には接続していません(ここではネットワークを使用しません)
    {} is no time-stamp authority: http:// and https:// addresses work, and key:FILE for a key of your own
    {1} は時刻認証局ではありません。http:// か https:// のアドレス、または自身の鍵の key:ファイル を指定してください
    {} can stamp
    {1} でタイムスタンプを付与できます
    no list and no anchor believes a time stamp; --tsa-anchors names some
    タイムスタンプを認めるリストもアンカーもありません。--tsa-anchors で指定してください
    no anchor of time stamps: what it stamps is not checked
    タイムスタンプのアンカーがないため、付与したタイムスタンプは確認していません
    its time stamps are believed
    タイムスタンプは認められます
    its time stamps are believed by no list that lets the key speak: the authority has to stand on that list
    タイムスタンプは、この鍵を登録したリストでは認められません。時刻認証局もそのリストに登録されている必要があります
    the entry asks for a time stamp, and the list has no time-stamp authority: nothing is official by it; its keeper puts one on it with trust add --tsa
    登録はタイムスタンプを求めていますが、リストに時刻認証局がないため、公式と認められるものはありません。リストの管理者が trust add --tsa で追加できます
    its time stamps are believed by no list and no anchor that was given
    タイムスタンプは、指定されたどのリストとアンカーでも認められません
    """
}
