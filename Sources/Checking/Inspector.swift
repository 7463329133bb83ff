import Archives
import DocumentModel
import Findings
import Structure

/// Reads files and says what was read, without judging: what `inspect` prints.
///
/// Holds a reader, so it serves one task at a time.
public struct Inspector {
  private let readers: Readers
  private let structure = StructureReader()
  private let traces: Bool
  private let isBare: Bool
  private let limits: ReadLimits

  /// - Parameters:
  ///   - traces: whether every distinct value is followed through its layers.
  ///   - isBare: read and resolve only, for measuring: no digest, no roles.
  public init(limits: ReadLimits = ReadLimits(), traces: Bool = false, isBare: Bool = false) {
    readers = Readers(limits: limits)
    self.traces = traces
    self.isBare = isBare
    self.limits = limits
  }

  public func inspect(_ bytes: [UInt8], path: String) -> Inspection {
    var inspection = Inspection(path: path, sha256: isBare ? nil : SHA256.hex(bytes))
    let opening = FileOpening(bytes, path: path, readers: readers) { Deadline(limits.time(for: $0)) }
    inspection.format = opening.format
    do {
      let (document, reader) = try opening.result.get()
      if isBare { return inspection }
      let structured = structure.elements(of: document)
      inspection.document = document
      inspection.elements = ElementSummary.all(in: structured, PlaceFinder(document))
      for element in structured.elements {
        for piece in element.pieces where inspection.roles[piece.paragraph] == nil {
          inspection.roles[piece.paragraph] = element.role.rawValue
        }
      }
      if traces {
        inspection.traces = try reader.trace(
          bytes, Self.requests(for: document), before: opening.deadline)
      }
    } catch {
      inspection.error = error
    }
    return inspection
  }

  /// One request for each paragraph, and one for each format within it.
  private static func requests(for document: Document) -> [TraceRequest] {
    var requests: [TraceRequest] = []
    for (index, paragraph) in document.paragraphs.enumerated() where !paragraph.text.isEmpty {
      requests.append(TraceRequest(paragraph: index, properties: TraceRequest.ofParagraph))
      var seen: Set<TextStyle> = []
      var offset = 0
      for (text, style) in paragraph.spans {
        if seen.insert(style).inserted {
          requests.append(TraceRequest(paragraph: index, offset: offset, properties: TraceRequest.ofRun))
        }
        offset += text.unicodeScalars.count
      }
    }
    return requests
  }
}
