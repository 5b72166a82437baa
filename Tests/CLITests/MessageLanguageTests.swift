import BroadsealDocuments
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
      if count == 0 { #expect(MessageCatalogue.japanese(english) == japanese) }
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
