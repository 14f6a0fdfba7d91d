import ArgumentParser
import Glibc
import NightModel

/// The program: its commands, and the way from the command line to them.
@main
struct Nightstand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nightstand",
    abstract: "The terminal at the bedside of someone living with ALS: a record of the nights.",
    discussion: """
      Without a command: the full screen, or, with --plain, the same in lines for screen readers and pipes.

      A record-keeping aid: it does not diagnose, treat, monitor or alarm, and it contacts nobody. In an emergency \
      follow your plan or call your emergency number.
      """,
    version: Machine.version,
    subcommands: [
      ScreensCommand.self, LogCommand.self, CheckCommand.self, DiaryCommand.self, CarerCommand.self,
      TonightCommand.self, HandoverCommand.self, HouseCommand.self, NightsCommand.self, ShowCommand.self,
      SearchCommand.self,
      EditCommand.self, RetractCommand.self, UndoCommand.self, RedoCommand.self, SignsCommand.self, ReportCommand.self,
      PlanCommand.self, CardCommand.self, GuideCommand.self, ExportCommand.self, ImportCommand.self, PurgeCommand.self,
      VerifyCommand.self, DemoCommand.self,
    ],
    defaultSubcommand: ScreensCommand.self)

  static func main() {
    let arguments = CommandLineOrder.withNumbers(
      CommandLineOrder.commandFirst(Array(CommandLine.arguments.dropFirst())))
    let named = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
    if let first = arguments.first, !first.hasPrefix("-"), named == nil, first != "help" {
      let names = configuration.subcommands.compactMap { $0.configuration.commandName }
      let failure = Failure(
        Refusal.unknown("command", first, among: names, help: "nightstand --help").sentence, exitCode: 64)
      end(with: failure.end())
    }
    do {
      // The parser gets the named command alone: finding it once more below the root takes it about as long as all else that
      // a short command does. Help and refusals are worded from the root, which knows the whole command line.
      var command = try (try? named?.parse(Array(arguments.dropFirst()))) ?? parseAsRoot(arguments)
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// Ends the program as the parser would, saying what it would say: its messages hold arguments.
  private static func end(with error: any Error) -> Never {
    let (code, message) = (exitCode(for: error), fullMessage(for: error))
    if !message.isEmpty { code.isSuccess ? print(message) : Machine.tell(message + "\n") }
    Glibc.exit(code.rawValue)
  }
}

/// Options may stand before the command's name; the parser wants them behind it.
enum CommandLineOrder {
  private static let options = ["--store", "--at", "--by"]
  private static let flags = ["--new"]

  /// The same arguments with the command's name first and the common options that stood before it behind it.
  static func commandFirst(_ arguments: [String]) -> [String] {
    var leading: [String] = []
    var rest = arguments[...]
    while let option = rest.first {
      if options.contains(option), rest.count >= 2 {
        leading += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if flags.contains(option) || options.contains(where: { option.hasPrefix($0 + "=") }) {
        leading.append(option)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    guard let command = rest.first, !command.hasPrefix("-") else { return arguments }
    return [command] + leading + rest.dropFirst()
  }

  /// The same arguments with each number below zero as the value it was meant for: the parser would take it for an option
  /// and say that there is none, where the command says what fits.
  static func withNumbers(_ arguments: [String]) -> [String] {
    var (kept, behind): ([String], [String]) = ([], [])
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { return kept + arguments[index...].prefix(1) + behind + arguments[index...].dropFirst() }
      if !argument.isNegativeNumber {
        kept.append(argument)
      } else if let option = kept.last, option.hasPrefix("--"), !option.contains("="),
        index > 0, arguments[index - 1] == option
      {
        kept[kept.count - 1] = "\(option)=\(argument)"
      } else {
        behind.append(argument)
      }
    }
    return kept + (behind.isEmpty ? [] : ["--"] + behind)
  }
}

extension String {
  /// True for a minus and a digit, which no option begins with.
  fileprivate var isNegativeNumber: Bool { first == "-" && dropFirst().first?.isNumber == true }
}
