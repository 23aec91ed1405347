"""The typst template that lays out invented paper: letterheads, forms, logs, minutes and print-outs."""

PAGE = r"""
#let d = json(bytes(sys.inputs.data))
#let look = d.look
#let ink = rgb(look.colour)
#let made = datetime(year: d.made.at(0), month: d.made.at(1), day: d.made.at(2))
#set document(title: d.title, author: d.author, date: made)
#set text(font: look.font, size: look.size * 1pt, lang: "en", region: "GB", hyphenate: false)
#set par(leading: 0.7em, spacing: 1.05em)

#let runs(rs) = for r in rs {
  if r.at(0) == "b" { strong(r.at(1)) }
  else if r.at(0) == "r" { box(width: r.at(1) * 0.56em, height: 0.95em, baseline: 0.2em, fill: black) }
  else if r.at(0) == "br" { linebreak() }
  else { r.at(1) }
}

// Each letter a little turned and off the line: a pen, not a printer.
#let pen(rs) = {
  set text(font: "Libertinus Serif", style: "italic", size: 1.15em, fill: rgb("#1c2a6b"), tracking: 0.4pt)
  let i = 0
  if not d.pen { runs(rs) } else { for r in rs {
    if r.at(0) == "r" { runs((r,)) } else if r.at(0) == "br" { linebreak() } else {
      for word in r.at(1).split(" ") {
        box(for c in word.clusters() {
          i += 1
          let (a, b) = (calc.sin(i * 12.9898), calc.sin(i * 78.233))
          box(move(dy: a * 0.055em, rotate(b * 4deg, c)))
        })
        [ ]
      }
    }
  } }
}

#let mark(kind) = {
  if kind == "leaf" {
    box(width: 15mm, height: 15mm, {
      place(circle(radius: 7.5mm, fill: ink))
      place(dx: 3.2mm, dy: 2.6mm, curve(fill: white, curve.move((4.3mm, 0mm)),
        curve.cubic((9mm, 3mm), (8mm, 8mm), (4.3mm, 10mm)), curve.cubic((0.5mm, 8mm), (-0.4mm, 3mm), (4.3mm, 0mm))))
      place(dx: 7.5mm, dy: 5mm, line(start: (0mm, 0mm), end: (0mm, 8.6mm), stroke: 0.6pt + ink))
    })
  } else if kind == "shield" {
    box(width: 14mm, height: 16mm, {
      place(curve(fill: ink, curve.move((0mm, 0mm)), curve.line((14mm, 0mm)), curve.line((14mm, 8mm)),
        curve.cubic((14mm, 12mm), (10mm, 15mm), (7mm, 16mm)),
        curve.cubic((4mm, 15mm), (0mm, 12mm), (0mm, 8mm)), curve.close()))
      place(dx: 3mm, dy: 3.4mm, text(fill: white, size: 17pt, weight: "bold", look.name.first()))
    })
  } else if kind == "towers" {
    box(width: 18mm, height: 13mm, {
      for i in range(3) {
        let lower = (2 - calc.rem(i * 2, 3)) * 2mm
        place(dx: i * 6mm, dy: lower, rect(width: 4.6mm, height: 13mm - lower, fill: ink))
      }
      place(dy: 10.8mm, rect(width: 16.6mm, height: 2.2mm, fill: white))
      place(dy: 11.4mm, rect(width: 16.6mm, height: 1.4mm, fill: ink))
    })
  } else if kind == "wave" {
    box(width: 17mm, height: 10mm, {
      for i in range(3) {
        place(dy: i * 3mm, curve(stroke: 1.6pt + ink, curve.move((0mm, 2mm)),
          curve.cubic((5mm, -2mm), (10mm, 6mm), (17mm, 1mm))))
      }
    })
  } else { none }
}

#let head-letter = {
  grid(columns: (auto, 1fr, auto), column-gutter: 5mm, align: (horizon, horizon, right + horizon),
    mark(look.logo),
    text(size: 19pt, weight: "bold", fill: ink, look.name),
    text(size: 8.3pt, fill: luma(60), look.lines.map(l => [#l]).join(linebreak())))
  v(1.5mm)
  line(length: 100%, stroke: 1.1pt + ink)
  v(5mm)
}
#let head-form = {
  block(width: 100%, fill: ink, inset: (x: 4mm, y: 3mm), {
    grid(columns: (1fr, auto), align: (left + horizon, right + horizon),
      text(fill: white, size: 14pt, weight: "bold", d.heading), text(fill: white, size: 10pt, look.name))
  })
  if look.lines.len() > 0 { text(size: 8pt, fill: luma(80), look.lines.map(l => [#l]).join([ · ])) }
  v(2mm)
}
#let head-log = {
  grid(columns: (1fr, auto), text(size: 15pt, fill: ink, weight: "bold", d.heading),
    align(right, text(size: 8.5pt, look.lines.map(l => [#l]).join(linebreak()))))
  text(size: 9.5pt, look.name)
  line(length: 100%, stroke: 0.5pt + luma(120))
}
#let band-minutes = {
  grid(columns: (1fr, auto), column-gutter: 8mm, {
      text(size: 14.5pt, weight: "bold", look.name)
      linebreak()
      text(size: 11pt, d.heading)
    }, align(right, text(size: 10.5pt, look.lines.map(l => [#l]).join(linebreak()))))
  v(-1mm)
  line(length: 100%, stroke: 1.3pt + luma(70))
}
#let head-print = {
  text(weight: "bold", look.name)
  for l in look.lines { linebreak(); l }
  linebreak()
  line(length: 100%, stroke: (thickness: 0.6pt, dash: "dashed"))
}
#let heads = (letter: head-letter, form: head-form, log: head-log, minutes: [], print: head-print, plain: [])

#let foot = context {
  set text(size: 8pt, fill: luma(90))
  let at = counter(page).get().first()
  let all = counter(page).final().first()
  grid(columns: (1fr, auto, 1fr), align: (left, center, right),
    look.footer,
    if look.pagenumbers { [Page #at of #all] },
    if at > 1 { look.running })
}

#let every-page = look.style == "minutes"
#set page(paper: "a4", flipped: look.landscape, margin: (x: 21mm, top: if every-page { 36mm } else { 17mm }, bottom: 19mm),
  footer: foot, header: if every-page { band-minutes }, header-ascent: 5mm)

#let cell(t) = runs(t)
#let field-grid(rows, n) = {
  let share = if n == 1 { (32%, 1fr) } else { (19%, 1fr, 19%, 1fr) }
  table(columns: share, stroke: 0.5pt + luma(130), inset: (x: 2.2mm, y: 2mm),
    fill: (x, y) => if calc.rem(x, 2) == 0 { luma(238) },
    ..rows.map(r => (text(weight: "semibold", size: 0.93em, cell(r.at(0))), cell(r.at(1)))).flatten())
}
#let data-table(b) = {
  set text(size: (if b.size > 0 { b.size } else { look.size * 0.92 }) * 1pt)
  set par(leading: 0.5em, spacing: 0.6em)
  table(columns: if b.widths.len() > 0 { b.widths.map(w => w * 1fr) } else { b.head.map(h => 1fr) },
    stroke: 0.5pt + luma(110), inset: (x: 2mm, y: 1.9mm), align: left,
    fill: (x, y) => if y == 0 and b.head.len() > 0 { if look.style == "print" { luma(255) } else { luma(228) } },
    table.header(..b.head.map(h => strong(cell(h)))), ..b.rows.sum(default: ()).map(cell))
}
#let show-block(b) = {
  if b.k == "h" {
    let size = (15pt, 12pt, 10.8pt).at(b.level - 1)
    let paint = if b.level < 3 and look.style in ("letter", "form") { ink } else { black }
    block(above: 1.25em, below: 0.65em, sticky: true, text(size: size, weight: "bold", fill: paint, runs(b.t)))
  } else if b.k == "p" {
    let body = runs(b.t)
    if b.style == "small" { text(size: 0.82em, fill: luma(50), body); parbreak() }
    else if b.style == "right" { align(right, body) }
    else if b.style == "centre" { align(center, body) }
    else if b.style == "title" { align(center, text(size: 16pt, weight: "bold", body)) }
    else if b.style == "box" { block(width: 100%, stroke: 0.6pt + luma(110), inset: 2.6mm, body) }
    else if b.style == "bar" {
      block(width: 100%, fill: luma(226), inset: (x: 2mm, y: 1.3mm), above: 1.3em, sticky: true, strong(body))
    }
    else if b.style == "note" { block(width: 100%, fill: luma(243), inset: 2.2mm, text(size: 0.92em, body)) }
    else if b.style == "hand" { pen(b.t); parbreak() }
    else { par(body) }
  } else if b.k == "kv" { field-grid(b.rows, b.columns) }
  else if b.k == "t" { data-table(b) }
  else if b.k == "l" {
    if b.ordered { enum(..b.items.map(runs)) } else { list(indent: 2mm, ..b.items.map(runs)) }
  } else if b.k == "sign" {
    block(breakable: false, above: 1.2em, {
      if b.strokes.len() > 0 {
        box(width: 52mm, height: 13mm, {
          for s in b.strokes {
            let p = range(4).map(i => (s.at(2 * i) * 1mm, s.at(2 * i + 1) * 1mm))
            let pen = (paint: rgb("#1b2b55"), thickness: 0.9pt, cap: "round")
            place(curve(stroke: pen, curve.move(p.at(0)), curve.cubic(p.at(1), p.at(2), p.at(3))))
          }
        })
        linebreak()
      }
      strong(b.name)
      if b.role != "" { linebreak(); b.role }
    })
  } else if b.k == "rule" { line(length: 100%, stroke: 0.5pt + luma(140)) }
  else if b.k == "break" { pagebreak() }
}

#heads.at(look.style)
#for b in d.blocks { show-block(b) }
"""
