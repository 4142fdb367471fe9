/// What the public terminal takes.
struct KioskOptions: CommandOptions {
    let speak = Flag("--speak", "read every visit aloud (spd-say)")
    let idleWarning = Option(
        "--idle-warning", "SECONDS", "silence before \"are you still there?\"; 120 when left out", .count)
    let idleEnd = Option(
        "--idle-end", "SECONDS", "from the question to the end of the visit; 60 when left out", .count)
    let oneVisit = Flag("--one-visit", "end after one visitor")
}
