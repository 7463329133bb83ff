import DocumentModel
import Testing

@testable import RTFReader

/// RTF as tests write it: the tables of the header, then a body.
enum Sample {
  static let header = #"""
    {\rtf1\ansi\ansicpg936\deff0\stshfdbch2
    {\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fnil\fcharset134 \'cb\'ce\'cc\'e5{\*\falt SimSun};}
    {\f2\fnil\fcharset134 \'b7\'c2\'cb\'ce_GB2312;}{\f3\fnil\fcharset2 Symbol;}}
    {\colortbl;\red255\green0\blue0;\red0\green0\blue0;}
    {\stylesheet{\s0 Normal;}{\s1\qc\b\fs36\dbch\af1 heading 1;}{\*\cs5 \b Strong;}}
    """#

  static func document(_ body: String, header: String = header) throws -> Document {
    try RTFReader().read(Array((header + body + "}").utf8))
  }

  /// The first paragraph of a body.
  static func paragraph(_ body: String) throws -> Paragraph {
    try #require(try document(body).paragraphs.first)
  }
}

extension Document {
  var texts: [String] { paragraphs.map(\.text) }
}

extension Paragraph {
  /// The style of the first character.
  var style: TextStyle { runs.first?.style ?? TextStyle() }
}
