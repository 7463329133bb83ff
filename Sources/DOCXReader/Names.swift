import Markup

/// The local names of elements and attributes that this reader knows.
// swift-format-ignore: AlwaysUseLowerCamelCase
enum Name: String, CaseIterable {
  // Structure.
  case document, body, p, r, t, tab, br, cr, ptab, sym, noBreakHyphen, softHyphen, hyperlink, smartTag
  case fldChar, fldSimple, instrText, delText, delInstrText, sdt, sdtPr, sdtContent, showingPlcHdr
  case ruby, rt, rubyBase, ins, del, moveFrom, moveTo, rPrChange, pPrChange, sectPrChange, tblPrChange
  case tblPrExChange, tcPrChange, trPrChange, tblGridChange, numberingChange, cellIns, cellDel, cellMerge
  case lastRenderedPageBreak, altChunk, subDoc, pgNum, txbxContent, oMath, oMathPara
  case footnoteReference, endnoteReference, commentReference, footnote, endnote, comment, hdr, ftr
  case footnotes, endnotes, comments, bookmarkStart, bookmarkEnd, proofErr
  // Run properties (ECMA-376-1, 17.3.2).
  case rPr, rStyle, rFonts, b, bCs, i, iCs, caps, smallCaps, strike, dstrike, outline, shadow, emboss
  case imprint, vanish, webHidden, specVanish, color, spacing, w, kern, position, sz, szCs, highlight, u
  case effect, bdr, shd, fitText, vertAlign, rtl, cs, em, lang, eastAsianLayout, snapToGrid, noProof
  // Paragraph properties (17.3.1).
  case pPr, pStyle, keepNext, keepLines, pageBreakBefore, numPr, ilvl, numId, ind, contextualSpacing
  case jc, outlineLvl, sectPr, bidi, tabs, pBdr, cnfStyle, widowControl, textAlignment
  // Tables (17.4).
  case tbl, tblPr, tblStyle, tblLook, tblGrid, gridCol, tr, trPr, gridBefore, gridAfter, tc, tcPr
  case gridSpan, vMerge, tblStylePr
  // Sections (17.6).
  case pgSz, pgMar, cols, docGrid, titlePg, pgNumType, headerReference, footerReference
  // Styles (17.7).
  case styles, style, docDefaults, rPrDefault, pPrDefault, name, basedOn, link, next, latentStyles
  // Numbering (17.9).
  case numbering, abstractNum, num, abstractNumId, lvl, lvlOverride, startOverride, start, numFmt
  case lvlText, lvlRestart, isLgl, suff, numStyleLink, styleLink, lvlPicBulletId, lvlJc, multiLevelType
  // Settings, fonts, theme.
  case settings, rsids, themeFontLang, attachedTemplate, evenAndOddHeaders, compat, font, altName,
    clrSchemeMapping
  case theme, themeElements, clrScheme, fontScheme, majorFont, minorFont, latin, ea
  case dk1, lt1, dk2, lt2, accent1, accent2, accent3, accent4, accent5, accent6, hlink, folHlink
  case srgbClr, sysClr, schemeClr, prstClr
  // Drawings.
  case drawing, inline, anchor, extent, positionH, positionV, posOffset, align, docPr, graphic, graphicData
  case pic, blip, wsp, wgp, wpc, txbx, prstGeom, custGeom, solidFill, noFill, ln, xfrm, ext, off
  case prstTxWarp, chart, relIds, spPr, bodyPr, grpSp
  case pict, object, shape, rect, oval, roundrect, line, polyline, group, imagedata, textbox, textpath
  case OLEObject, signatureline, control, fill, stroke
  // Compatibility, packages, properties.
  case AlternateContent, Choice, Fallback, Relationships, Relationship, Types, Default, Override
  case Properties, coreProperties, title, subject, creator, lastModifiedBy, keywords, created, modified
  case Application, AppVersion, Company, Manager, Template, property, lpwstr, i4, bool, filetime
  // Attributes that are not elements as well.
  case val, ascii, hAnsi, eastAsia, asciiTheme, hAnsiTheme, eastAsiaTheme, cstheme, hint
  case themeColor, themeTint, themeShade, before, after, beforeLines, afterLines, beforeAutospacing
  case afterAutospacing, lineRule, left, right, end, firstLine, hanging, leftChars
  case rightChars, startChars, endChars, firstLineChars, hangingChars, type, styleId, `default`
  case customStyle, id, fldCharType, char, h, orient, top, bottom, header, footer, gutter, linePitch
  case charSpace, fmt, equalWidth, author, date, Id, Target, TargetMode
  case relationshipType = "Type"
  case Extension, PartName, ContentType, embed, relativeFrom, behindDoc, cx, cy, descr, prst, lastClr, uri
  case space, typeface, script, Requires, ProgID, classid, string, fillcolor, strokecolor, firstRow, lastRow
  case firstColumn, lastColumn, noHBand, noVBand, chExt, grpSpPr, clrChange, chromakey, coordsize
  case srcRect, l, cropleft, croptop, cropright, cropbottom, hidden, backgroundRemoval
}

extension Name {
  /// The number of the name in `XMLNames.docx`: the order of declaration, which is how the compiler stores
  /// an enumeration of more than 256 cases. A test holds it to that.
  @inline(__always)
  var number: UInt16 { unsafeBitCast(self, to: UInt16.self) }

  @inline(__always)
  init?(number: UInt16) {
    guard number <= Name.last.number else { return nil }
    self = unsafeBitCast(number, to: Name.self)
  }

  static var last: Name { .backgroundRemoval }
}

/// The namespaces that this reader knows; transitional and strict URIs mean the same.
enum Namespace: UInt8, CaseIterable {
  case w, r, wp, a, pic, wps, wpg, wpc, mc, v, o, m, relationships, contentTypes, core, dc, terms, app
  case custom, variant, chart, diagram, a14
}

extension Namespace {
  static let office = "http://schemas.openxmlformats.org/"
  static let strict = "http://purl.oclc.org/ooxml/"
  static let microsoft = "http://schemas.microsoft.com/office/word/2010/"

  /// Every URI with its meaning.
  static let table: [(uri: String, id: UInt8)] = uris.map { (uri: $0.0, id: $0.1.rawValue) }

  private static let uris: [(String, Namespace)] = [
    (office + "wordprocessingml/2006/main", .w), (strict + "wordprocessingml/main", .w),
    (office + "officeDocument/2006/relationships", .r), (strict + "officeDocument/relationships", .r),
    (office + "drawingml/2006/wordprocessingDrawing", .wp),
    (strict + "drawingml/wordprocessingDrawing", .wp),
    (office + "drawingml/2006/main", .a), (strict + "drawingml/main", .a),
    (office + "drawingml/2006/picture", .pic), (strict + "drawingml/picture", .pic),
    (microsoft + "wordprocessingShape", .wps), (microsoft + "wordprocessingGroup", .wpg),
    (microsoft + "wordprocessingCanvas", .wpc),
    (office + "markup-compatibility/2006", .mc),
    ("urn:schemas-microsoft-com:vml", .v), ("urn:schemas-microsoft-com:office:office", .o),
    (office + "officeDocument/2006/math", .m), (strict + "officeDocument/math", .m),
    (office + "package/2006/relationships", .relationships),
    (office + "package/2006/content-types", .contentTypes),
    (office + "package/2006/metadata/core-properties", .core),
    ("http://purl.org/dc/elements/1.1/", .dc), ("http://purl.org/dc/terms/", .terms),
    (office + "officeDocument/2006/extended-properties", .app),
    (strict + "officeDocument/extendedProperties", .app),
    (office + "officeDocument/2006/custom-properties", .custom),
    (strict + "officeDocument/customProperties", .custom),
    (office + "officeDocument/2006/docPropsVTypes", .variant),
    (strict + "officeDocument/docPropsVTypes", .variant),
    (office + "drawingml/2006/chart", .chart), (strict + "drawingml/chart", .chart),
    (office + "drawingml/2006/diagram", .diagram), (strict + "drawingml/diagram", .diagram),
    ("http://schemas.microsoft.com/office/drawing/2010/main", .a14),
  ]
}

extension XMLNames {
  /// The names of WordprocessingML packages.
  static let docx = XMLNames(locals: Name.allCases.map(\.rawValue), namespaces: Namespace.table)
}
