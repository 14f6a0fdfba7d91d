import Glibc
import SignSimulation

/// Prints what the rules for signs do on made-up people, and how long each table took. `part` is a part of the name of the
/// tables to print; nil for all.
func printSigns(people: Int, part: String?) {
  let start = Timing.now()
  for table in SignTables.ofTheProgram(people: people).all where part.map(table.name.contains) ?? true {
    let begin = Timing.now()
    print("### \(table.name)\n")
    for line in table.lines() { print(line) }
    print("\n(\(((Timing.now() - begin) / 1000).short) s)\n")
    fflush(nil)
  }
  print("\(people) people of a kind, in \(((Timing.now() - start) / 1000).short) s")
}
