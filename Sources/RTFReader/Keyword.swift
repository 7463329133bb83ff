/// The control words that this reader knows (RTF 1.9.1, appendix B).
enum Keyword: String, CaseIterable {
  // Characters that words stand for.
  case par, line, lbr, tab, page, column, sect, emdash, endash, emspace, enspace, qmspace
  case bullet, lquote, rquote, ldblquote, rdblquote, zwj, zwnj, ltrmark, rtlmark
  // Structure.
  case ansi, mac, ansicpg, deff, adeff, stshfdbch, stshfloch, stshfhich, stshfbi, uc, u
  case bin, upr, ud
  // Characters.
  case plain, f, af, fs, afs, b, ab, i, ai, ul, uld, uldash, uldashd, uldashdd, uldb, ulhwave, ulldash
  case ulth, ulthd, ulthdash, ulthdashd, ulthdashdd, ulthldash, ululdbwave, ulw, ulwave, ulnone, strike
  case striked, v, cf, expnd, expndtw, charscalex, up, dn, `super`, sub, nosupersub, cs, loch, hich
  case dbch, ltrch, rtlch, fcs, revised, deleted, revauth, revauthdel, crauth, mvf, mvt, mvauth
  // Paragraphs.
  case pard, s, ql, qr, qc, qj, qd, fi, li, lin, ri, rin, cufi, culi, curi, sl, slmult, sb, sa, lisb
  case lisa, pagebb, outlinelevel, nosnaplinegrid, intbl, itap, ls, ilvl
  // Tables.
  case trowd, cellx, cell, row, nestcell, nestrow, trleft, nesttableprops, nonesttables
  // Sections.
  case sectd, paperw, paperh, margl, margr, margt, margb, gutter, landscape, pgwsxn, pghsxn, marglsxn
  case margrsxn, margtsxn, margbsxn, guttersxn, lndscpsxn, headery, footery, cols, titlepg, pgnstarts
  case pgndec, pgnucrm, pgnlcrm, pgnucltr, pgnlcltr
  case sectlinegrid, sectdefaultcl, sectspecifyl, sectspecifycl, sectspecifygen
  case sectexpand
  // Tables of the header.
  case fonttbl, fcharset, cpg, falt, colortbl, red, green, blue, stylesheet, sbasedon, ts, ds, listtable
  case listoverridetable, revtbl, generator, template
  // Properties.
  case info, title, subject, author, `operator`, keywords, company, manager, creatim, revtim, yr, mo, dy
  case hr, min, sec, userprops, propname, staticval, linkval
  // Stories.
  case header, headerl, headerr, headerf, footer, footerl, footerr, footerf, footnote, ftnalt
  case annotation, atnid, atnauthor, atnref, ftnsep, ftnsepc, ftncn, aftnsep, aftnsepc, aftncn
  // Fields and lists.
  case field, fldinst, fldrslt, listtext, pntext, pn, pntxta, pntxtb, pnseclvl, xe, tc, tcn, rxe, txe
  // Pictures, shapes, objects.
  case pict, shppict, nonshppict, dibitmap
  case picwgoal, pichgoal, picscalex, picscaley, picprop, blipuid, shp, shpgrp
  case shpinst, shprslt, shptxt, shpleft, shptop, shpright, shpbottom, shpbxpage, shpbxmargin
  case shpbxcolumn, shpbypage, shpbymargin, shpbypara, shpfblwtxt, sp, sn, sv, `do`, dptxbxtext
  case dpx, dpy, dpxsize, dpysize, object, objemb, objocx, objlink, objautlink, objclass, objdata
  case objname, objw, objh, result, mmath, mmathPict, background
  // Revisions.
  case oldcprops, oldpprops

  /// The word of some letters; `nil` for one that is not known.
  static func named(_ word: PackedWord) -> Keyword? { table[word] }

  private static let table = Dictionary(
    uniqueKeysWithValues: allCases.map { (PackedWord($0.rawValue), $0) })
}
