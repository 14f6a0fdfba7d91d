/// What a time or a date comes to as somebody typed it: never a guess that is not said.
public enum TypedReading<Value: Hashable & Sendable>: Hashable, Sendable {
  /// It means one thing.
  case one(Value)
  /// It can mean several, the likeliest first: somebody has to be asked. `of` is what was typed.
  case several([Meaning], of: String)
  /// It means nothing. The refusal names the nearest form that would be read.
  case refused(Refusal, nearest: String)

  /// One of several things that a text can mean.
  public struct Meaning: Hashable, Sendable {
    /// What it means.
    public let value: Value
    /// How to type just that.
    public let form: String
  }

  /// The one thing it means. `outcome` is what follows where it is refused; nil for what the refusal says.
  /// - Throws: `Refusal` if it means nothing, or several things, which are named.
  public func settled(so outcome: String? = nil) throws(Refusal) -> Value {
    switch self {
    case .one(let value): return value
    case .several(let meanings, let text): throw Refusal.canMean(meanings.map(\.form), text).with(outcome: outcome)
    case .refused(let refusal, _): throw refusal.with(outcome: outcome)
    }
  }

  /// The same of something that is made of what was read.
  func map<New>(_ change: (Value) -> New) -> TypedReading<New> {
    switch self {
    case .one(let value): .one(change(value))
    case .several(let meanings, let text):
      .several(meanings.map { .init(value: change($0.value), form: $0.form) }, of: text)
    case .refused(let refusal, let nearest): .refused(refusal, nearest: nearest)
    }
  }
}
