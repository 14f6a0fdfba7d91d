import TestSupport
import Testing

@testable import NightModel

@Suite struct `The table of measures` {
  @Test func `no two measures share an id, and what is written out is there once`() {
    #expect(Set(Measure.all.map(\.id)).count == Measure.all.count)
    for part in Measure.ExportPart.allCases {
      #expect(Set(part.measures.map(\.exportName)).count == part.measures.count, "\(part)")
    }
  }

  @Test func `every measure that is shown is written out, has a name, and in trends says what it is made of`() {
    let inReport = ReportRequest.Section.allCases.flatMap { Measure.inReport($0) + Measure.drawnInReport($0) }
    let inTrends = Measure.ofTheNight + Measure.ofTheCarer
    for measure in inReport + inTrends + Measure.inTable + Measure.asWritten {
      // What is written out of the mask is what was noted, with a column that says whether that is all of it.
      #expect(Measure.all.contains(measure == .mask ? .maskClosed : measure), "\(measure.id)")
      #expect(!measure.label(.standard).isEmpty, "\(measure.id)")
    }
    for measure in inTrends + [.symptom("cramp")] { #expect(measure.meaning.hasSuffix("."), "\(measure.id)") }
  }

  @Test func `each figure has one name, also where it is explained, and no two share one`() {
    let figures = DiaryFigure.allCases.map(\.label)
    let measures = Measure.all.map { $0.label(.standard) }
    #expect(figures.allSatisfy(measures.contains), "\(figures)")
    #expect(Set(measures).count == measures.count, "\(measures)")
    #expect(Measure.diaryEfficiency.label(.standard).hasSuffix("of the time spent trying"))
  }

  @Test func `a flag is told as yes or no`() {
    #expect(Measure.maskOpen.words(1) == "yes" && Measure.carerRelief.words(0) == "no")
  }
}
