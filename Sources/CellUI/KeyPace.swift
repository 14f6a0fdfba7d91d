/// How long a key may take to come in: times in milliseconds.
struct KeyPace: Sendable {
  /// For the rest of a sequence, a string or a character.
  static let sequence: Int64 = 1000
  /// For what follows Esc on a line that was seen to be slow.
  static let slowEscape: Int64 = 500
  /// For how long after an Esc that has settled as a key the rest of a sequence is still known as such.
  static let late: Int64 = 1000
  /// A gap inside one key that no fast line makes.
  private static let slowGap: Int64 = 20

  /// How long what follows Esc still belongs to it, whatever it is.
  let atOnce: Int64
  /// True once a key came in pieces: from then on Esc waits longer, because the next may be slower still.
  var isSlow = false

  /// The pace of a line.
  init(isRemote: Bool) { atOnce = isRemote ? 200 : 100 }

  /// How long Esc waits for the rest of a sequence before it is the key.
  var escape: Int64 { isSlow ? max(atOnce, Self.slowEscape) : atOnce }

  /// Notes a gap before a byte inside a key. After Esc only what begins a sequence shows that the line is slow: anything
  /// else is a key of its own, typed a moment later.
  mutating func noteGap(_ gap: Int64, afterEscape: Bool, _ byte: UInt8) {
    let goesOn = !afterEscape || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O")
    if gap >= Self.slowGap, goesOn { isSlow = true }
  }
}
