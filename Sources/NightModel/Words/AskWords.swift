/// The list that is asked line by line while the household has none of its own.
extension AskList {
  /// What is asked while the household has no list of its own, and the entry that is named so; of the others it is that
  /// they were adjusted.
  public static let standard: [(words: String, subject: Subject?)] = [
    ("hot", nil), ("cold", nil), ("itch", nil), ("saliva", .symptom("saliva")), ("eyes", nil), ("turn", .event(.turn)),
    ("mask", .event(.maskFix)), ("pain", .symptom("pain")),
  ]

  /// The end of every list, which leads to a note.
  public static let somethingElse = "Something else"
}
