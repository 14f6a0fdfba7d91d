import NightModel
import Testing

@Suite struct `Rules of zones` {
  @Test(arguments: [
    "EST5EDT,M3.2.0,M11.1.0", "<+03>-3", "EST5", "EST5EDT", "CET-1CEST,M3.5.0,M10.5.0/3", "NZST-12:00:00NZDT-13:00:00",
    "IST-2IDT,M3.4.4/26,M10.5.0", "<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "ABC+24", "EST5EDT,J60/2,300/2:30:15", "UTC0",
  ])
  func `what POSIX can say is a rule`(text: String) { #expect(PosixZone.isRule(text)) }

  @Test(arguments: [
    "", "UTC", "US/Eastren", "Europe/Berlin", "Eastren", "ES5", "EST25", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0",
    "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0", "EST5x", "EST5:60", "<+3>-3", "<+03-3",
    "EST5EDT,M3.2.0,M11.1.0,",
    "EST5EDT,J0,J300", "EST5EDT,M3.2.0/168,M11.1.0", "EST5,M3.2.0,M11.1.0", "5EST", "É\u{301}ST5", "EST٣",
  ])
  func `anything else is none`(text: String) { #expect(!PosixZone.isRule(text)) }
}
