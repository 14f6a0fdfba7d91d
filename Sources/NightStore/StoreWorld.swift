/// What the store takes from the world besides files: time, chance, and the names this machine goes by.
public struct StoreWorld {
  /// The real time in milliseconds since 1970; never the time a person asked to act at.
  public var now: () -> Int64
  /// 64 random bits.
  public var random: () -> UInt64
  /// Waits some milliseconds for a lock somebody holds.
  public var pause: (_ milliseconds: Int) -> Void
  /// The machine's name, written into each file's first line.
  public var device: String
  /// Tells one run of the operating system from the next.
  public var boot: String
  /// The program's version, written into each file's first line.
  public var program: String

  /// `boot` is `none` where the system does not tell it.
  public init(
    now: @escaping () -> Int64, random: @escaping () -> UInt64, pause: @escaping (_ milliseconds: Int) -> Void,
    device: String, boot: String, program: String
  ) {
    self.now = now
    self.random = random
    self.pause = pause
    self.device = device
    self.boot = boot
    self.program = program
  }
}
