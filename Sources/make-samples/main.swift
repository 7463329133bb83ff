import Foundation

// Usage: make-samples [FOLDER]   Writes the sample documents below the folder, `samples` by default.
// The same program writes the same bytes on every machine.

let folder = URL(filePath: CommandLine.arguments.dropFirst().first ?? "samples")

var files: [(name: String, file: WordFile)] = [
  ("notice-clean", WholeNotices.clean), ("notice-faults", WholeNotices.faults),
  ("notice-wps", WPSNotice.file),
]
let groups = [
  TypographySamples.all,
  ElementSamples.all,
  ReleaseSamples.all,
  PrivacySamples.all,
  MarkSamples.all,
  WritingSamples.all,
  SealSamples.all,
]
for sample in groups.joined() {
  files.append(("sixian-2022/" + sample.name, sample.notice.file))
}

for (name, file) in files {
  let target = folder.appending(path: name + ".docx")
  do {
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(file.bytes()).write(to: target)
  } catch {
    FileHandle.standardError.write(Data("make-samples: \(target.path): \(error)\n".utf8))
    exit(1)
  }
}
print("\(files.count) samples in \(folder.path)")
