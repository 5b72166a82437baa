/// Words that a number format may add to a value: units and signs, which say no more than it does.
enum SheetUnits {
  /// Units that are written with letters. A short list on purpose: what is not in it is told.
  private static let letters: Set<String> = [
    "eur", "usd", "gbp", "chf", "jpy", "cny", "krw", "inr", "brl", "rub", "pln", "czk", "huf",
    "sek",
    "dkk", "cad", "aud", "nzd", "mxn", "zar", "try", "rm", "fr", "fr.", "kr", "kr.", "zł", "kč",
    "ft",
    "лв", "лв.", "грн", "руб", "руб.", "r", "us", "rp", "kg", "g", "mg", "t", "km", "m", "cm", "mm",
    "m²",
    "m2", "km²", "ha", "l", "ml", "kwh", "mwh", "kw", "mw", "w", "v", "a", "hz", "h", "min", "s",
    "円", "元", "원", "年", "月", "日", "時", "时", "分", "秒", "時間", "件", "人", "名", "個", "个", "回",
    "歳", "岁", "年度", "月分", "日間", "年间", "년", "월", "일", "시", "분", "초", "de", "del",
    "°c", "°f", "m³", "m3", "m³/s", "m3/s", "l/s", "km/h", "m/s", "mm/h", "l/m²", "pa", "hpa",
    "kpa",
    "bar", "mbar", "mg/l", "g/l", "µg", "μg", "µg/l", "μg/l", "mg/m³", "µg/m³", "μg/m³", "w/m²",
    "kwh/m²", "µm", "μm", "nm", "db", "kn", "kj", "mj", "gj", "gw", "gwh", "twh", "khz",
    "mhz", "ghz", "kv", "ma", "上午/下午", "午前/午後", "th", "st", "nd", "rd", "uhr", "pp",
  ]

  /// Whether `word` is a unit, a sign or nothing: no letters and no digits but those of a unit.
  static func isUnit(_ word: String) -> Bool {
    let bare = word.lowercased().filter { character in
      character.isLetter || character.isNumber || "./°".contains(character)
    }
    guard bare.contains(where: { $0.isLetter || $0.isNumber }) else { return true }
    return letters.contains(bare) || letters.contains(bare.filter { !"./°".contains($0) })
  }

  /// Whether `word` beside a number leaves it what it is: blanks, a currency, units; a point only behind a letter.
  ///
  /// What looks like a sign, a decimal point or a percentage is none of these, in whatever script.
  static func isPlain(_ word: String) -> Bool {
    var before: Character = " "
    for character in word {
      let isKnown =
        character.isLetter || character.isNumber || character.isWhitespace
        || character.isCurrencySymbol || character == "°" || character == "/"
        || character == "." && before.isLetter
      guard isKnown else { return false }
      before = character
    }
    return isUnit(word)
  }

  /// Whether `word` may stand between the parts of a date.
  static func isBetweenDates(_ word: String) -> Bool {
    isPlain(word.filter { !"-–/.,:'()、・".contains($0) })
  }
}
