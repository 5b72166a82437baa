import BroadsealNotes

extension ShowCode {
  /// The spelling, which never changes.
  var spelling: String {
    switch self {
    case .pdfAction: "PDF-ACTION"
    case .pdfAlternates: "PDF-ALTERNATES"
    case .pdfExternal: "PDF-EXTERNAL"
    case .pdfFiles: "PDF-FILES"
    case .pdfForm: "PDF-XFA"
    case .pdfHidden: "PDF-HIDDEN-OBJ"
    case .pdfHiddenText: "PDF-HIDDEN-TEXT"
    case .pdfLaunch: "PDF-LAUNCH"
    case .pdfLayers: "PDF-OCG"
    case .pdfMedia: "PDF-MEDIA"
    case .pdfOneMedium: "PDF-ONE-MEDIUM"
    case .pdfOtherText: "PDF-OTHER-TEXT"
    case .pdfScripts: "PDF-JS"
    case .pdfTextLayer: "PDF-TEXT-LAYER"
    case .pdfUnread: "PDF-RISKS-UNREAD"
    case .officeAlternates: "ZIP-ALTERNATES"
    case .officeChunk: "ZIP-CHUNK"
    case .officeExternal: "ZIP-EXTERNAL"
    case .officeFields: "ZIP-FIELDS"
    case .officeFormula: "ZIP-FORMULA"
    case .officeFormulaUnread: "ZIP-FORMULA-UNREAD"
    case .officeHidden: "ZIP-HIDDEN"
    case .officeMacros: "ZIP-MACROS"
    case .officeObjects: "ZIP-OBJECTS"
    case .officeRelationships: "ZIP-RELATIONSHIPS"
    case .officeRevisions: "ZIP-REVISIONS"
    case .officeUnread: "ZIP-FIELDS-UNREAD"
    case .htmlConditional: "HTML-CONDITIONAL"
    case .htmlExternal: "HTML-EXTERNAL"
    case .htmlForm: "HTML-FORM"
    case .htmlHidden: "HTML-HIDDEN"
    case .htmlScript: "HTML-SCRIPT"
    case .htmlUnread: "HTML-UNREAD"
    case .svgAnimation: "SVG-ANIMATION"
    case .svgConditional: "SVG-CONDITIONAL"
    case .svgExternal: "SVG-EXTERNAL"
    case .svgForeign: "SVG-FOREIGN"
    case .svgHidden: "SVG-HIDDEN"
    case .svgScript: "SVG-SCRIPT"
    case .svgUnread: "SVG-UNREAD"
    case .xmlConditional: "XML-CONDITIONAL"
    case .xmlExternal: "XML-EXTERNAL"
    case .xmlHidden: "XML-HIDDEN"
    case .xmlScript: "XML-SCRIPT"
    case .xmlStylesheet: "XML-STYLESHEET"
    case .xmlUnread: "XML-UNREAD"
    case .epubConditional: "EPUB-CONDITIONAL"
    case .epubExternal: "EPUB-EXTERNAL"
    case .epubHidden: "EPUB-HIDDEN"
    case .epubScript: "EPUB-SCRIPT"
    case .epubUnread: "EPUB-UNREAD"
    case .rtfExternal: "RTF-EXTERNAL"
    case .rtfFields: "RTF-FIELDS"
    case .rtfHidden: "RTF-HIDDEN"
    case .rtfObjects: "RTF-OBJECTS"
    case .rtfUnread: "RTF-UNREAD"
    case .textBidirectional: "TEXT-BIDI"
    case .textConditional: "TEXT-CONDITIONAL"
    case .textExternal: "TEXT-EXTERNAL"
    case .textFormula: "TEXT-FORMULA"
    case .textHidden: "TEXT-HIDDEN"
    case .textInvisible: "TEXT-INVISIBLE"
    case .textModel: "TEXT-MODEL"
    case .textScript: "TEXT-SCRIPT"
    case .textUnread: "TEXT-UNREAD"
    case .labelSeen: "CONTENT-LABEL-SEEN"
    case .mediaExternal: "CONTENT-EXTERNAL"
    case .unread: "CONTENT-UNREAD"
    case .encrypted: "CONTENT-ENCRYPTED"
    }
  }

  /// What it means.
  var sentence: Words {
    switch self {
    case .pdfAction:
      Words(
        "The document does something by itself when it or a page is opened, or changes what is shown.",
        "文書やページを開いたときに自動で動作するか、表示内容を切り替える設定があります。")
    case .pdfAlternates:
      Words(
        "A picture of the document has another picture in its place, on paper for instance.",
        "印刷時などに別の画像へ差し替わる画像が含まれています。")
    case .pdfExternal:
      Words(
        "The document takes in content from outside the file, or sends it there.",
        "ファイル外から内容を取り込むか、外部へ送信する文書です。")
    case .pdfFiles:
      Words("The document holds other files.", "文書に別のファイルが添付されています。")
    case .pdfForm:
      Words(
        "The document holds a form of another format (XFA), which is shown in place of its pages.",
        "ページの代わりに表示される別形式(XFA)のフォームが含まれています。")
    case .pdfHidden:
      Words(
        "The document holds annotations that are not shown.", "表示されない注釈が含まれています。")
    case .pdfHiddenText:
      Words(
        "The document holds text that no reader of its pages sees.",
        "ページ上では見えない文字が含まれています。")
    case .pdfLaunch:
      Words(
        "The document holds an action that starts a program.",
        "プログラムを起動する動作が含まれています。")
    case .pdfLayers:
      Words(
        "The document holds layers that can be shown or hidden.",
        "表示と非表示を切り替えられるレイヤーが含まれています。")
    case .pdfMedia:
      Words(
        "The document holds sound, video or three-dimensional content.",
        "音声、動画または3Dの内容が含まれています。")
    case .pdfOneMedium:
      Words(
        "The document holds annotations that are shown on the screen or on paper alone.",
        "画面だけ、または印刷時だけに表示される注釈が含まれています。")
    case .pdfOtherText:
      Words(
        "The document has text for programs, or a value of a field, that is not what its pages show.",
        "プログラム向けの文字列またはフォーム項目の値が、ページの表示と異なります。")
    case .pdfScripts:
      Words("The document holds scripts.", "文書にスクリプトが含まれています。")
    case .pdfTextLayer:
      Words(
        "Text that is not shown lies on or under pictures, as text recognition leaves it; "
          + "it may say something else than they do.",
        "文字認識で付くような見えない文字が画像に重なっており、画像と異なる内容の場合があります。")
    case .pdfUnread:
      Words(
        "Not all of the document could be searched for scripts and the like.",
        "スクリプトなどの有無を最後まで確認できませんでした。")
    case .textUnread, .htmlUnread, .svgUnread, .xmlUnread, .epubUnread, .rtfUnread:
      ShowCode.notSearched
    case .unread:
      Words(
        "Files of this kind cannot be looked through for what they show beside their own content.",
        "この形式のファイルは、内容以外に何が表示されるかを確認できません。")
    case .encrypted:
      Words(
        "The content is encrypted, so that nobody could look through what it shows.",
        "内容が暗号化されているため、表示される内容を確認できません。")
    default: officeSentence
    }
  }

  private var officeSentence: Words {
    switch self {
    case .officeAlternates:
      Words(
        "The document holds alternatives: not every program shows the same text.",
        "代替表示が含まれており、プログラムによって表示される文章が異なります。")
    case .officeChunk:
      Words(
        "The document takes in a part of another format when it is opened.",
        "文書を開くときに別形式の部分が読み込まれます。")
    case .officeExternal, .rtfExternal: ShowCode.fromOutside
    case .officeFields, .rtfFields:
      Words(
        "The document holds fields whose text changes or is taken from elsewhere when they are shown, "
          + "such as today's date.",
        "表示のたびに変わるか、別の場所から文字を取り込むフィールド(現在の日付など)が含まれています。")
    case .officeFormula:
      Words(
        "The document holds formulas whose result is not what is stored, or that lead outside, "
          + "or cells whose text is not their value.",
        "保存された値と結果が異なる数式、外部につながる数式、または値と表示が異なるセルが含まれています。")
    case .officeFormulaUnread:
      Words(
        "The document holds formulas whose stored results could not be computed again here.",
        "保存された結果を再計算で確認できない数式が含まれています。")
    case .officeHidden, .rtfHidden:
      Words(
        "The document holds text, slides, rows or sheets that are not shown, or not as they are stored.",
        "表示されない、または保存内容と異なって表示される文字、スライド、行もしくはシートが含まれています。")
    case .officeMacros:
      Words("The document holds macros.", "文書にマクロが含まれています。")
    case .officeObjects, .rtfObjects:
      Words(
        "The document holds objects of other programs.",
        "他のプログラムのオブジェクトが含まれています。")
    case .officeRelationships:
      Words(
        "What the document takes in from outside cannot be told.",
        "文書が外部から取り込む内容を確認できません。")
    case .officeRevisions:
      Words(
        "The document holds tracked changes: it reads differently with them and without them.",
        "変更履歴が含まれており、反映の有無で文章が異なります。")
    case .officeUnread:
      Words(
        "Not all of the document could be searched for fields that change and hidden content.",
        "変化するフィールドや隠れた内容の有無を最後まで確認できませんでした。")
    default: webSentence
    }
  }

  private var webSentence: Words {
    switch self {
    case .htmlExternal, .svgExternal, .xmlExternal, .epubExternal, .textExternal,
      .mediaExternal:
      ShowCode.fromOutside
    case .htmlConditional, .svgConditional, .xmlConditional, .epubConditional, .textConditional:
      Words(
        "The style of the document adds words, or what is seen of it depends on the window, the paper, "
          + "the time or the program.",
        "スタイルが文字を加えるか、画面の大きさ、印刷、時刻またはプログラムによって表示内容が変わります。")
    case .labelSeen:
      Words(
        "The document can see whether a label stands in it, and may show something else then.",
        "文書が自身の内部にあるラベルの有無を判別でき、表示内容が変わるおそれがあります。")
    case .htmlForm:
      Words(
        "The page holds a form that sends what is filled in.",
        "入力内容を送信するフォームが含まれています。")
    case .htmlHidden, .svgHidden, .xmlHidden, .epubHidden, .textHidden:
      Words(
        "The document holds parts that are not shown, or only to some readers.",
        "表示されない部分、または一部の読者だけに表示される部分があります。")
    case .htmlScript, .svgScript, .xmlScript, .epubScript, .textScript:
      Words(
        "The document holds scripts, which can change everything that is shown.",
        "表示内容を変えられるスクリプトが含まれています。")
    case .svgAnimation:
      Words(
        "The drawing changes while it is shown.", "表示中に変化する図です。")
    case .svgForeign:
      Words(
        "The drawing holds a part of another format, which not every program shows.",
        "図に別形式の部分があり、表示しないプログラムもあります。")
    case .xmlStylesheet:
      Words(
        "The document names a style sheet that decides what is shown of it.",
        "表示内容を決めるスタイルシートを参照しています。")
    case .textBidirectional:
      Words(
        "The text holds characters that change the order in which it is shown.",
        "文字の表示順を変える制御文字が含まれています。")
    case .textFormula:
      Words(
        "The table holds cells that a spreadsheet takes for formulas.",
        "表計算ソフトが数式とみなすセルが含まれています。")
    case .textInvisible:
      Words(
        "The text holds characters that nobody sees and programs read.",
        "人には見えずプログラムには読める文字が含まれています。")
    default: ShowCode.notSearched
    }
  }

  private static let fromOutside = Words(
    "The document shows content from outside the file, which the signature does not cover.",
    "ファイル外の内容を表示します。署名の対象には含まれません。")
  private static let notSearched = Words(
    "Not all of the document could be searched for what it shows beside its own text.",
    "本文以外に表示される内容を最後まで確認できませんでした。")
}
