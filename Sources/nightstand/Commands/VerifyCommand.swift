import ArgumentParser
import Bedside
import NightModel
import NightStore
import Text

/// `nightstand verify`: reads and checks every line of the store.
struct VerifyCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Read every line of the record and say what is sound, what was set aside and why.",
    discussion: "Ends with 0 only if all is sound, with 65 if anything was set aside. Nothing is ever changed.")

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    guard session.store.identity != nil || session.store.holdsNights else {
      print("There is no record in \(session.store.places.store) yet.")
      return
    }
    let result = session.store.verify { done, all in
      if done % 50 == 0 || done == all { Machine.showProgress("reading \(done) of \(all) files") }
    }
    if result.files > 0 { Machine.showProgress(nil) }
    print("Entries with the right checksum: \(result.sound), of nights: \(result.nights), in files: \(result.files).")
    if result.newer > 0 { print("Lines from a newer version of Nightstand, kept and not shown: \(result.newer).") }
    if result.byHand > 0 { print("Entries written by hand, without a checksum: \(result.byHand).") }
    for file in result.fromElsewhere { print("begun in another store, and read all the same: \(file.forDisplay)") }
    for file in result.otherFiles { print("not read, by its name no file of the record: \(file.forDisplay)") }
    if let remark = result.powerCutRemark { print("\(remark.capitalizedFirst.forDisplay).") }
    guard !result.isSound else {
      print("All is sound.")
      return
    }
    for finding in result.findings {
      print("\(finding.file.forDisplay)\(finding.line.map { ":\($0)" } ?? ""): \(finding.commandWords)")
    }
    throw Failure(
      "\(result.findings.count == 1 ? "1 place is" : "\(result.findings.count) places are") damaged, missing or waiting; everything else is read as before and no file was "
        + "changed; a copy of the folder made earlier may still have them", exitCode: 65)
  }
}
