import Foundation
import ProductLaw

/// `ProductProbe all|tck|reports|days|corpus [STRIDE] [FOLDER]`: every operation on every STRIDE-th document; problems
/// are written to FOLDER.
/// `ProductProbe FILE`: every operation on one file. `ProductProbe FILE LINE…`: lines typed, the last one judged as
/// the operation whose line it resembles.
let arguments = Array(CommandLine.arguments.dropFirst())
guard let first = arguments.first else {
    print("usage: ProductProbe all [STRIDE] [FOLDER] | FOLDER-OF-INPUTS | FILE [LINE…]")
    exit(2)
}

func report(_ survey: ProductSurvey) {
    print(survey.table)
    if !survey.refusals.isEmpty { print("\nrefused:\n\(survey.refusals)") }
}

let sets = ["tck", "reports", "days", "corpus"]
if first == "all" || sets.contains(first) {
    let stride = arguments.dropFirst().first.flatMap(Int.init) ?? 1
    let folder = URL(filePath: arguments.count > 2 ? arguments[2] : "/tmp/steno-operations")
    for inputs in ProductInputs.all(stride: stride)
    where !inputs.paths.isEmpty && (first == "all" || first == inputs.name) {
        let place = folder.appending(path: inputs.name)
        if FileManager.default.fileExists(atPath: place.path()) { try FileManager.default.removeItem(at: place) }
        var survey = ProductSurvey()
        try survey.add(inputs)
        print("\n=== \(inputs.name): \(inputs.paths.count) documents")
        report(survey)
        if inputs.name == "days" || inputs.name == "corpus" {
            print("\nrefused, and never may be: \(survey.forbiddenRefusals.count)")
            for outcome in survey.forbiddenRefusals.prefix(10) {
                print("\(outcome.run.operation.name)\t\(outcome.run.input)\t\(outcome.run.refusal ?? "")")
            }
        }
        try survey.write(to: place, limit: 25)
        let known = try KnownProblems()
        print("\nnot in known-problems.txt: \(known.unknown(in: survey).count)")
        print("in known-problems.txt, and right now: \(known.solved(in: survey).count)")
        if ProcessInfo.processInfo.environment["STENO_KNOWN"] == "write" { try known.write(survey) }
    }
    print("\nthe smallest documents with problems: \(folder.path())")
} else {
    let lines = Array(arguments.dropFirst())
    let operations = lines.isEmpty ? ProductOperation.all : [ProductOperation(typed: lines)]
    var survey = ProductSurvey(operations)
    try survey.add(ProductInputs(name: first, paths: [URL(filePath: first).path()]))
    if lines.isEmpty { print(survey.table) }
    for outcome in survey.outcomes where !lines.isEmpty || outcome.problem != nil { print(outcome.shown, "\n") }
}
