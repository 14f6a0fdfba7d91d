import ArgumentParser
import Bedside
import NightModel
import NightStore
import Text

/// A command that ends badly: one sentence on standard error, and an exit code.
struct Failure: Error {
  let sentence: String
  let exitCode: Int32

  init(_ sentence: String, exitCode: Int32) {
    self.sentence = sentence
    self.exitCode = exitCode
  }

  /// What a command threw, as its sentence and exit code; nil for what the argument parser throws.
  init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let refusal as Refusal: self.init(refusal.sentence, exitCode: refusal.isUsage ? 64 : 1)
    case let error as TypedPathError: self.init(error.sentence, exitCode: error == .hasNoHome ? 73 : 64)
    case let error as StoreError:
      if let unsaved = error.unsaved, unsaved.kept == .nowhere {
        // The last resort: what could be written nowhere is at least on the screen.
        for entry in unsaved.entries {
          let line = [JSON.Member("id", .string("\(entry.id)"))] + entry.jsonMembers
          Machine.tell("\(JSON.object(line).shown)\n")
        }
      }
      self.init(error.commandSentence, exitCode: error.exitCode)
    default: return nil
    }
  }

  /// Does what a command does, and turns what it throws into its sentence and exit code.
  static func handled(_ body: () throws -> Void) throws {
    do {
      try body()
      guard Machine.flushOutput() else {
        throw Failure(
          "what this command had to say could not be written out; whatever it saved is saved; look with 'tonight'",
          exitCode: 74)
      }
    } catch {
      throw Failure(error)?.end() ?? error
    }
  }

  /// Says something worth knowing that stops nothing.
  static func note(_ sentence: String) {
    Machine.tell("nightstand: note: \(sentence).\n")
  }

  /// Ends the command.
  func end() -> ExitCode {
    Machine.tell("nightstand: \(sentence)\(sentence.hasSuffix("?") ? "" : ".")\n")
    return ExitCode(exitCode)
  }
}

/// A command that runs in a session on the store.
protocol SessionCommand: ParsableCommand {
  var common: CommonOptions { get }
  /// True if it has something to do where the record that was here is missing, such as keeping an entry aside.
  var goesOnWithoutRecord: Bool { get }
  /// What was typed to be written down, by whoever may have to write it on paper; empty for what writes nothing.
  var typed: [String] { get }
  /// Does the work. A `Refusal`, a `StoreError` or a `Failure` it throws becomes the sentence and the exit code.
  func run(in session: Session) throws
}

extension SessionCommand {
  var goesOnWithoutRecord: Bool { false }
  var typed: [String] { [] }

  func run() throws {
    try Failure.handled {
      let session = try session()
      do {
        try run(in: session)
      } catch let refusal as Refusal {
        // What the plan would tell may be all that is wrong with it, and it is kept nowhere, so it is printed whole.
        if !session.isPlanRead { Unsaved.tell(typed) }
        throw refusal
      }
    }
  }

  /// Opens the record. Where that is refused, what was typed is kept nowhere, so it is printed whole.
  private func session() throws -> Session {
    do {
      return try Session(common, goesOnWithoutRecord: goesOnWithoutRecord)
    } catch {
      if Failure(error)?.exitCode != 64 { Unsaved.tell(typed) }
      throw error
    }
  }
}

/// The options every command takes, before or after its name.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The record's folder.", valueName: "dir"))
  var store: String?

  @Option(help: ArgumentHelp("The moment to act at: HH:MM, or a date and time.", valueName: "time"))
  var at: String?

  @Option(help: ArgumentHelp("Initials of who writes, for this run; else whoever is on.", valueName: "initials"))
  var by: String?

  @Flag(help: "Begin a new record where the one that was here is missing.")
  var new = false
}
