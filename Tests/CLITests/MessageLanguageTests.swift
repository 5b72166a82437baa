import BroadsealDocuments
import BroadsealJSON
import BroadsealNotes
import BroadsealReporting
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("Errors and hints are told in the reader's language")
struct MessageLanguageTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  @Test("no error and no hint of the command line is without its Japanese words")
  func complete() {
    let found = Command.shell("python3 '\(Corpus.packageFolder)/Scripts/messages.py'")
    #expect(found.code == 0 && found.text.isEmpty, "\(found.text)\(found.errorText)")
  }

  @Test("the catalogue has each message once, with the same places in both languages")
  func places() {
    let pairs = MessageCatalogue.pairs
    #expect(pairs.count > 300 && Set(pairs.map(\.0)).count == pairs.count)
    for (english, japanese) in pairs {
      let count = english.ranges(of: "{}").count
      for number in 1...9 {
        #expect(japanese.contains("{\(number)}") == (number <= count), "\(english)")
      }
      #expect(japanese.unicodeScalars.contains { $0.value > 0x3000 }, "\(english)")
      #expect(!japanese.contains("{}") && !japanese.hasSuffix("。"), "\(japanese)")
      // Each is found as itself, whatever stands in its places.
      var (said, meant) = (english, japanese)
      for number in 1...max(1, count) {
        guard let place = said.firstRange(of: "{}") else { break }
        said.replaceSubrange(place, with: "X\(number)")
        meant.replace("{\(number)}", with: "X\(number)")
      }
      #expect(MessageCatalogue.japanese(said) == meant)
    }
  }

  @Test(
    "the hint of each option with a few values has all of them as they are typed, in both languages"
  )
  func values() throws {
    let help = Command.run("--experimental-dump-help").text
    let root = try #require(try JSON.Reader.parse(Array(help.utf8))["command"])
    var options: [[String]: [String]] = [:]
    func walk(_ command: JSON.Value, _ names: [String]) {
      for argument in command["arguments"]?.array ?? [] {
        guard let values = argument["allValues"]?.array?.compactMap(\.string), !values.isEmpty
        else {
          continue
        }
        let option = argument["preferredName"]?["name"]?.string.map { "--\($0)=" } ?? ""
        // One command for each option and its values.
        let word = option + "no-such-value"
        let isKnown = options.contains { $0.value == values && $0.key.last == word }
        if !isKnown { options[names + [word]] = values }
      }
      for inner in command["subcommands"]?.array ?? [] {
        walk(inner, names + [inner["commandName"]?.string ?? ""])
      }
    }
    walk(root, [])
    #expect(options.count > 10)
    for (words, values) in options {
      for locale in ["en_US.UTF-8", "ja_JP.UTF-8"] {
        let said = Command.run(words, variables: ["LC_ALL": locale]).errorText
        let hint = String(said.split(separator: "\n").last ?? "")
        let isTold = hint.hasPrefix(
          locale.hasPrefix("ja") ? "ヒント: 次のいずれかを指定してください: " : "hint: one of the following: ")
        #expect(isTold, "\(words): \(said)")
        let shown = hint.split { " ,、'".contains($0) }.map(String.init)
        let parts = Set(values.flatMap { $0.split(separator: ",").map(String.init) })
        #expect(parts.isSubset(of: shown), "\(words): \(said)")
      }
    }
    // What is refused later than by the parser, and what was typed, likewise.
    for (english, japanese) in [
      (
        "it is one of official, generated, altered", "次のいずれかを指定してください: official, generated, altered"
      ),
      ("use one of es256, es384, unknown", "次のいずれかを使用してください: es256, es384, unknown"),
      ("--labels cannot be generated", "--labels に generated は指定できません"),
      (
        "--seal-key: a key ends in one of these ways: superseded, keyCompromise",
        "--seal-key: 鍵の終了の理由は次のいずれかです: superseded, keyCompromise"
      ),
      ("known here: document, parent, unknown", "使用できるキー: document, parent, unknown"),
      ("did you mean generated?", "generated ではありませんか"),
      ("its agencies: superseded, conflict", "登録されている機関: superseded, conflict"),
    ] {
      #expect(MessageCatalogue.japanese(english) == japanese)
    }
  }

  @Test("a file before the colon, what is put in, and what nobody translated stay as they are")
  func kept() {
    for (english, japanese) in [
      ("a b.pdf: no such file or directory", "a b.pdf: ファイルまたはフォルダーがありません"),
      ("x: y: the output exists already", "x: y: 出力先がすでにあります"),
      (
        "gov.json: the list loses a withdrawal at A, and 2 more, marked ✗",
        "gov.json: リストから失われるもの: A の取消し、ほか2件(✗)"
      ),
      ("there is no command broadseal sing", "コマンド broadseal sing はありません"),
      (
        "no time stamp could be had: http://a: a answered nothing; key: who knows; http://b: b redirects to "
          + "http://c/, which is not followed (name that address, if it is the right one)",
        "タイムスタンプを取得できませんでした: http://a: a の応答が空でした; key: who knows; http://b: b が "
          + "http://c/ への転送を指示しましたが、転送先には接続していません"
          + "(正しい接続先であれば、そのアドレスを指定してください)"
      ),
      (
        "a.pdf: its own label does not hold: assertion.dataHash.mismatch: the hash of the file is not the one "
          + "that was signed",
        "a.pdf: 文書自体のラベルが有効ではありません: assertion.dataHash.mismatch: "
          + "ファイルのハッシュ値が署名時のものと一致しません"
      ),
      ("there is no certificate", "証明書がありません"),
      ("something that nobody knows", "something that nobody knows"), ("", ""),
    ] {
      #expect(MessageCatalogue.japanese(english) == japanese)
    }
    let long = String(repeating: "x: ", count: 100_000)
    #expect(MessageCatalogue.japanese(long) == long)
  }

  @Test(
    "no Japanese message and no sentence of a code holds an English one, and none says what the terms rule out"
  )
  func whole() {
    let texts = MessageCatalogue.pairs.map(\.1) + Code.all.map(\.japanese)
    for text in texts {
      #expect(text.englishWords.isEmpty, "\(text)")
    }
    #expect("the hash of the file".englishWords == ["the", "of", "the"])
    #expect("trust add で the file を".englishWords == ["the"])
  }

  @Test("what stands in the places of a message is told in Japanese too, as deep as it goes")
  func nested() {
    for (english, japanese) in [
      (
        "cut.pdf: the file does not end with %%EOF at byte 3000",
        "cut.pdf: ファイルが %%EOF で終わっていません(途中で切れている可能性があります)(3000バイト目)"
      ),
      (
        "no time stamp could be had: cannot reach 127.0.0.1: connection refused",
        "タイムスタンプを取得できませんでした: 127.0.0.1 に接続できません: 接続を拒否されました"
      ),
      (
        "the fresh signature does not verify: its statements about AI would contradict each other: ai.use none says "
          + "none-declared, digitalSourceType http://x/y says generated",
        "作成した署名を検証できません: AIに関する申告が互いに矛盾することになります: "
          + "ai.use none は利用なしと申告、digitalSourceType http://x/y はAI生成"
      ),
      (
        "a.jpg: the fresh signature does not verify: by the profile's own list it is not official: a list withdrew "
          + "its trust from 2026-11-29T05:25:00Z on: keyCompromise",
        "a.jpg: 作成した署名を検証できません: プロファイルのリストでは公式と認められません"
          + "(リストにより 2026-11-29T05:25:00Z から取り消されています(理由: 鍵の危殆化))"
      ),
      (
        "bad.toml: line 10, column 1: unknown key severty in [[rule]] 1",
        "bad.toml: 10行目1列目: [[rule]] 1 に不明なキー severty があります"
      ),
      (
        "bad.toml: line 10, column 1: origin in require of [[rule]] 4 cannot be oficial",
        "bad.toml: 10行目1列目: [[rule]] 4 の require の origin に oficial は指定できません"
      ),
      ("it is one of official, known", "次のいずれかを指定してください: official, known"),
      (
        "the PDF signature in the field Signature1: it covers the file as it was at 832 bytes",
        "PDF署名(欄 Signature1): 対象は832バイト時点のファイルです"
      ),
      (
        "the file ends inside a box (BMFF-TRUNCATED); an entry is encrypted (ZIP-ENCRYPTED)",
        "ファイルがボックスの途中で切れています (BMFF-TRUNCATED); 暗号化されたファイルが含まれています (ZIP-ENCRYPTED)"
      ),
      ("an unheard-of thing is missing", "an unheard-of thing is missing"),
      ("broadseal trust add --help says what there is", "使い方は broadseal trust add --help で確認できます"),
      (
        "a.pem: line 1: error while parsing root table: expected keys, tables, whitespace or comments, saw '{'",
        "a.pem: 1行目: TOMLの構文が正しくありません(最上位の表: キー、表、空白、コメント が必要な位置に '{' があります)"
      ),
      (
        "a.pem: line 1: error while parsing this: something, or other",
        "a.pem: 1行目: TOMLの構文が正しくありません(this: something, or other)"
      ),
    ] {
      #expect(MessageCatalogue.japanese(english) == japanese)
    }
    // A refusal that says no more than its code is told by the sentence of the code.
    for code in Code.all {
      let said = Wording(.japanese).told("a.bin: " + code.clause)
      #expect(said.hasPrefix("a.bin: ") && said.englishWords.isEmpty, "\(said)")
    }
  }

  @Test("an explanation has the same lines in both languages, and no English ones in Japanese")
  func explained() {
    for (file, options) in [
      ("official.pdf", desk.trust), ("official.pdf", []), ("official.jpg", []),
      ("ai.jpg", desk.trust), ("release.pdf", []),
    ] {
      func lines(_ language: String) -> [Substring] {
        Command.run(
          ["verify", desk.scratch(file), "--explain", "--lang", language] + options
        ).text.split(separator: "\n")
      }
      let (english, japanese) = (lines("en"), lines("ja"))
      #expect(english.count == japanese.count, "\(english)\n\(japanese)")
      for line in japanese.dropFirst() { #expect(String(line).englishWords.isEmpty, "\(line)") }
    }
    for (file, content) in [
      ("cut.pdf", Array(Desk.sample("press-release.pdf").dropLast(400))),
      ("cut.png", Array(Desk.sample("river-levels.png").dropLast(40))),
      ("cut.docx", Array(Desk.sample("press-release.docx").dropLast(400))),
    ] {
      let outcome = Command.run([
        "sign", folder.write(content, to: file), "--official", "--ai", "none", "-o",
        folder("out-\(file)"), "--profile", desk.profile(), "--lang", "ja",
      ])
      #expect(outcome.code != 0)
      #expect(outcome.errorText.englishWords.isEmpty, "\(outcome.errorText)")
    }
  }

  @Test("what a file is is told in Japanese, of every type that has a name in it")
  func types() {
    let all = Formats.all.flatMap(\.types).map(\.name)
    #expect(all.count > 100)
    for name in all {
      for (english, places) in [
        ("a.bin: the name says {}, the content is {}", 2), ("no label can be inside: {}", 1),
        ("it could not be shown as official: the name says {}, the content is {}", 2),
        ("it could not be shown as official: the content is {}, which .bin does not say", 1),
        ("it could not be shown as official: the content can be read as {} and as {}", 2),
        ("the name says {}, and {} was signed", 2),
        ("this version does not look for labels inside it: {}", 1),
      ] {
        let said = MessageCatalogue.japanese(english.replacing("{}", with: name.english))
        #expect(said.ranges(of: name.japanese).count == places, "\(said)")
        #expect(!said.contains(" \(name.english) ") && !said.hasSuffix(name.english), "\(said)")
      }
    }
    // A media type is told with its name, and what is nobody's type stays as it is.
    #expect(
      MessageCatalogue.japanese("the name says text/html, and text/csv was signed")
        == "ファイル名はウェブページ(text/html)を示していますが、署名された形式はCSV表(text/csv)です")
    #expect(MessageCatalogue.japanese("there is no code icon") == "コード icon はありません")
  }

  @Test("of a file under a wrong name no English word is left in a Japanese error")
  func misnamed() {
    let content = CompoundFile.encrypted.bytes
    for name in ["a.pdf", "a.exe", "a.doc"] {
      let outcome = Command.run([
        "sign", folder.write(content, to: name), "--official", "--ai", "none", "--sidecar",
        "--profile", desk.profile(), "--lang", "ja",
      ])
      #expect(outcome.code == 1)
      #expect(outcome.errorText.contains("暗号化されたOffice文書"), "\(outcome.errorText)")
      #expect(!outcome.errorText.contains("document"), "\(outcome.errorText)")
    }
  }

  @Test(
    "by --lang and by the locale, for errors, for hints and for mistyped options; both says both")
  func told() {
    let taken = folder.write([1], to: "taken.png")
    let sign = [
      "sign", folder.write(Desk.sample("river-levels.png"), to: "a.png"), "--ai", "none",
      "--profile", desk.profile(), "-o", taken,
    ]
    let japanese = Command.run(sign + ["--lang", "ja"])
    #expect(japanese.code == 2)
    #expect(
      japanese.errorText == "broadseal: エラー: \(taken): 出力先がすでにあります\nヒント: --force で置き換えます\n",
      "\(japanese.errorText)")
    let english = Command.run(sign).errorText
    #expect(
      english
        == "broadseal: error: \(taken): the output exists already\nhint: use --force to replace it\n"
    )
    #expect(Command.run(sign + ["--lang=both"]).errorText == english + japanese.errorText)
    let locale = ["LC_ALL": "ja_JP.UTF-8"]
    #expect(Command.run(sign, variables: locale).errorText == japanese.errorText)
    #expect(Command.run(sign + ["--lang", "en"], variables: locale).errorText == english)
    for (words, text) in [
      (["sing"], "コマンド broadseal sing はありません\nヒント: broadseal sign ではありませんか\n"),
      (["verify", "--frobnicate", "a.pdf"], "エラー: 不明なオプション '--frobnicate' です"),
      (["verify", "none.pdf"], "none.pdf: ファイルを読み取れません: ファイルまたはフォルダーがありません"),
      (["verify"], "エラー: 引数 '<files> ...' が必要です"),
    ] {
      let outcome = Command.run(words, variables: locale, folder: folder.path)
      #expect(outcome.errorText.contains(text), "\(outcome.errorText)")
    }
  }
}

extension String {
  /// Words that no Japanese text has but in an English sentence that was left in it.
  fileprivate var englishWords: [String] {
    let telling: Set<Substring> = [
      "the", "is", "are", "was", "were", "of", "not", "that", "which", "has", "have", "it", "its",
      "an", "and", "cannot", "does", "no",
    ]
    return split { $0 == " " || $0 == "\n" }.filter(telling.contains).map(String.init)
  }
}
