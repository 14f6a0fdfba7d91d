/// How the page for the clinic looks, on a screen and on paper: black on white, two sheets.
enum ClinicStyle {
  /// Every colour with the background it is drawn on, both as six hexadecimal digits.
  static let contrasts = [(ink, paper), (quiet, paper), (bar, paper), (ink, shade)]

  private static let ink = "111111"
  private static let quiet = "333333"
  private static let paper = "ffffff"
  private static let shade = "f1f1f1"
  private static let bar = "1d4f7c"

  /// The style sheet.
  static let css = """
    @page { size: auto; margin: 11mm 13mm; }
    * { box-sizing: border-box; }
    body { margin: 0; background: #\(paper); color: #\(ink); font: 15px/1.4 "Helvetica Neue", Arial, "Liberation Sans", \
    "DejaVu Sans", sans-serif; }
    main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
    h1 { font-size: 1.5em; line-height: 1.2; margin: 0 0 0.2em; }
    h2 { font-size: 1.05em; margin: 0.9em 0 0.2em; padding-bottom: 0.1em; border-bottom: 1.5px solid #\(ink); }
    p { margin: 0.2em 0; overflow-wrap: anywhere; }
    .span { font-size: 1.08em; font-weight: bold; }
    .running { border-top: 1.5px solid #\(ink); margin-top: 2rem; padding-top: 0.4em; font-weight: bold; }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
    caption { text-align: left; color: #\(quiet); padding: 0.1em 0; font-size: 0.93em; }
    th, td { text-align: right; padding: 0.09em 0.5em; border-bottom: 1px solid #767676; font-weight: normal; \
    vertical-align: bottom; }
    td { white-space: nowrap; }
    th:first-child, td:first-child { text-align: left; padding-left: 0.1em; }
    thead th { font-weight: bold; }
    tbody tr:nth-child(even) { background: #\(shade); }
    table.wide { font-size: 0.86em; margin-top: 0.4em; }
    table.wide th, table.wide td { padding: 0.09em 0.25em; }
    ul { margin: 0.15em 0; padding: 0; }
    li { margin-block: 0.12em; margin-inline-start: 1.1em; overflow-wrap: anywhere; }
    small, figcaption, .method { font-size: 0.87em; color: #\(quiet); line-height: 1.3; }
    .charts { display: flex; flex-wrap: wrap; gap: 0.5em 2%; }
    .pairs { display: grid; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); gap: 0 1.6em; }
    .pairs table { font-size: 0.93em; }
    .pairs th, .pairs td { padding: 0.09em 0.3em; }
    figure { margin: 0; flex: 1 1 18rem; max-width: 30rem; }
    svg { display: block; width: 100%; height: auto; }
    svg text { font-size: 10px; fill: #\(ink); font-family: inherit; }
    .grid { stroke: #767676; stroke-width: 0.5; }
    .bar { fill: #\(bar); }
    .median { stroke: #\(ink); stroke-width: 1.2; stroke-dasharray: 5 3; }
    .mark { stroke: #\(ink); stroke-width: 1; stroke-dasharray: 1 2; }
    @media print {
      body { font-size: 9pt; line-height: 1.28; }
      .pairs { grid-template-columns: 1fr 1fr; }
      main { max-width: none; padding: 0; }
      .sheet + .sheet { break-before: page; }
      .running { border: 0; margin: 0; padding: 0; }
      section, figure, tr, li { break-inside: avoid; }
      h2 { break-after: avoid; }
      .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    """
}
