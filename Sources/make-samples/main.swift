import Foundation

// Usage: make-samples [FOLDER]   Writes the sample documents below the folder, `samples` by default.
// The same program writes the same bytes on every machine.

let folder = URL(filePath: CommandLine.arguments.dropFirst().first ?? "samples")

var files: [(name: String, bytes: [UInt8])] = [
  ("notice-clean.docx", WholeNotices.clean.bytes()), ("notice-faults.docx", WholeNotices.faults.bytes()),
  ("notice-wps.docx", WPSNotice.file.bytes()),
]
let groups = [
  TypographySamples.all,
  ElementSamples.all,
  ReleaseSamples.all,
  PrivacySamples.all,
  MarkSamples.all,
  WritingSamples.all,
  SealSamples.all,
  DefectSamples.all,
]
for sample in groups.joined() {
  files.append(("sixian-2022/\(sample.name).docx", sample.notice.file.bytes()))
}
for sample in PDFSamples.all {
  if let bytes = sample.notice.bytes { files.append(("sixian-2022/\(sample.name).pdf", bytes)) }
}

files += OtherForms.all.map { ($0.name, $0.bytes) }
for (name, bytes) in files {
  let target = folder.appending(path: name)
  do {
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: target)
  } catch {
    FileHandle.standardError.write(Data("make-samples: \(target.path): \(error)\n".utf8))
    exit(1)
  }
}
print("\(files.count) samples in \(folder.path)")
