import NightStore

/// A file system that fails at one call, once or from then on: SQLite's way of testing what errors do.
package final class FaultyFileSystem: ForwardingFileSystem {
  /// What goes wrong.
  package enum Fault: Hashable, Sendable {
    /// The call fails with this error and does nothing.
    case error(Int32)
    /// A write takes only so many bytes and says so; other calls fail with "no space".
    case short(Int)
  }

  private let fault: Fault
  private let failing: Int
  private let staysBroken: Bool

  /// Calls made so far.
  package private(set) var calls = 0
  /// True once the fault has struck.
  package private(set) var hasStruck = false

  /// A file system over another that fails at call number `failing` (from 1).
  package init(_ base: any FileSystem, failing: Int, with fault: Fault, staysBroken: Bool) {
    self.failing = failing
    self.fault = fault
    self.staysBroken = staysBroken
    super.init(base)
  }

  private var strikesNow: Bool { calls == failing || staysBroken && calls > failing }

  package override func willCall() throws(SystemError) {
    calls += 1
    guard strikesNow else { return }
    hasStruck = true
    switch fault {
    case .error(let code): throw SystemError(code: code)
    case .short: throw .diskFull
    }
  }

  package override func write(_ file: FileDescriptor, _ bytes: [UInt8]) throws(SystemError) -> Int {
    guard case .short(let count) = fault else { return try super.write(file, bytes) }
    do throws(SystemError) {
      return try super.write(file, bytes)
    } catch {
      // Where it strikes, a write is short instead.
      return try base.write(file, Array(bytes.prefix(count)))
    }
  }
}
