package import BroadsealReporting

extension StarterPolicy {
  /// Its text, in TOML, with titles, remedies and remarks in `language`. What it asks is the same in every one.
  package func text(in language: Language) -> String { StarterPolicy.told(text, in: language) }

  /// The text of a starter policy, which may name an agency of its own, with what it says to people in `language`.
  package static func told(_ text: String, in language: Language) -> String {
    guard language == .japanese else { return text }
    return japanese.reduce(text) { text, pair in
      text.replacing(pair.english, with: pair.japanese)
    }
  }

  /// What a starter policy says to people, by what it says in English: the longer ones first where one holds another.
  private static let japanese: [(english: String, japanese: String)] = [
    (
      "# Everything in releases/ is official, by this agency and dated by a trusted time stamp.",
      "# releases/ のすべてのファイルは、この機関の公式文書で、信頼できるタイムスタンプがあること。"
    ),
    (
      "# Change the folder, the agency and the jurisdiction; then: broadseal policy check FILE FOLDER",
      "# フォルダー、機関、管轄を書き換えてから、broadseal policy check ファイル フォルダー で確認してください。"
    ),
    (
      "# a file that no rule is about is a finding; or \"allow\"",
      "# どの規則の対象でもないファイルを指摘する。指摘しない場合は \"allow\""
    ),
    ("\"Official releases\"", "\"公式文書の公表\""),
    ("\"Releases are official documents of the agency\"", "\"公表文書は、機関の公式文書であること\""),
    (
      "\"Have the press office sign it, with what is true of AI: broadseal sign FILE --official --ai none "
        + "--profile ISSUER.toml -o SIGNED\"",
      "\"AIの利用について事実のとおり申告し、広報担当が署名してください: broadseal sign 文書 --official --ai none "
        + "--profile ISSUER.toml -o 署名済み文書\""
    ),
    ("\"Releases bear a trusted time stamp\"", "\"公表文書に、信頼できるタイムスタンプがあること\""),
    (
      "\"PDF, pictures and office documents carry their label inside\"",
      "\"PDF、画像、オフィス文書は、ラベルをファイル内に持つこと\""
    ),
    (
      "\"The signer's certificate does not end within a month\"",
      "\"署名者の証明書の有効期限まで1か月以上あること\""
    ),
    (
      "\"Ask for a new certificate; what is signed stays valid by its time stamp\"",
      "\"新しい証明書の発行を受けてください。署名済みの文書は、タイムスタンプにより引き続き有効です\""
    ),
    (
      "# The use of AI is stated, the statement says what was used, and nobody contradicts it.",
      "# AIの利用の有無と利用したAIが申告され、申告に矛盾がないこと。"
    ),
    ("\"AI disclosure\"", "\"AIの利用の明示\""),
    ("\"A label says whether AI was used\"", "\"AIの利用の有無がラベルで申告されていること\""),
    (
      "\"Have it signed again with a statement (sign --ai none, generated or altered)\"",
      "\"AIの利用の有無を申告して署名し直してください(sign --ai none、generated、altered)\""
    ),
    (
      "\"Who used AI says which system, in which version\"",
      "\"AIを利用した文書では、システム名とバージョンが申告されていること\""
    ),
    (
      "\"Sign it again with --ai-system and --ai-version\"",
      "\"--ai-system と --ai-version を指定して署名し直してください\""
    ),
    ("\"A person reviewed what AI made\"", "\"AIによる内容を人が確認していること\""),
    (
      "\"Statements about AI do not contradict each other\"",
      "\"AIに関する申告が互いに矛盾していないこと\""
    ),
    (
      "# An archive once a month: nothing is altered, everything was looked into, labels are where they were.",
      "# 保存文書の月次点検: 改変がなく、すべてのファイルを確認でき、ラベルが失われていないこと。"
    ),
    ("\"Archive sweep\"", "\"保存文書の点検\""),
    (
      "# altered, label-fails … apply too; this changes how much they matter",
      "# altered、label-fails などの組み込みの規則も適用される。ここではその重要度を変える"
    ),
    ("\"Labels and seals hold\"", "\"ラベルとeシールが有効であること\""),
    (
      "\"What is official has a trusted time stamp, so that it outlives its certificate\"",
      "\"公式文書に信頼できるタイムスタンプがあり、証明書の有効期限後も検証できること\""
    ),
    ("\"Documents of the agency carry a label\"", "\"機関の文書にラベルがあること\""),
    (
      "# what is known and accepted, by whom, and for how long",
      "# 把握したうえで規則を適用しないファイル、その責任者と期限"
    ),
    ("\"before the roll-out of labels\"", "\"ラベルの導入前の文書\""),
    ("\"records office\"", "\"文書管理課\""),
    ("JP AI Guidelines for Business 1.2 Part 2 C ", "AI事業者ガイドライン1.2 第2部C "),
  ]
}
