import PDFDocument from 'pdfkit'
import { FACES, type Face, type Fonts } from './fonts.js'
import { drawFigure, drawRule, RULE_LEADING, type Figure, type Ruled } from './figure.js'
import { linesOf, type Line, type Measure } from './lines.js'
import { printable } from './printable.js'

/** A paragraph of a report, by what it is. */
export interface Paragraph {
  readonly kind: 'title' | 'heading' | 'subheading' | 'text' | 'meta' | 'quote'
  readonly text: string
}

/** What a report is made of. */
export type Block = Paragraph | Figure | Ruled

interface Look {
  readonly face: Face
  readonly size: number
  /** Space before and between lines, in points. */
  readonly before: number
  readonly leading: number
  readonly ink: string
  readonly inset: number
}

const LOOKS: Readonly<Record<Paragraph['kind'], Look>> = {
  title: { face: 'serif', size: 22, before: 0, leading: 30, ink: '#23271f', inset: 0 },
  heading: { face: 'serif', size: 15, before: 22, leading: 22, ink: '#5d2f58', inset: 0 },
  subheading: { face: 'sans', size: 11, before: 12, leading: 16, ink: '#23271f', inset: 0 },
  text: { face: 'sans', size: 10, before: 4, leading: 15, ink: '#23271f', inset: 0 },
  meta: { face: 'sans', size: 9, before: 2, leading: 13, ink: '#50564a', inset: 0 },
  quote: { face: 'serif', size: 11.5, before: 5, leading: 18, ink: '#23271f', inset: 14 },
}
const MARGIN = 56
const FOOT = 40

/** What every page's foot says, given its number and how many there are. */
export type Foot = (page: number, pages: number) => string

/** Prints blocks on pages of text: no links, no scripts, nothing embedded but fonts. (RV13) */
export async function print(
  blocks: readonly Block[],
  { paper, fonts, foot, at }: { paper: 'A4' | 'Letter'; fonts: Fonts; foot: Foot; at: Date },
): Promise<Buffer> {
  const size = paper === 'A4' ? 'A4' : 'LETTER'
  const info = { Title: 'Accord', Creator: 'Accord', Producer: 'Accord', CreationDate: at, ModDate: at }
  const doc = new PDFDocument({ size, margin: 0, bufferPages: true, info, lang: 'en' })
  const whole = gathered(doc)
  for (const face of FACES) doc.registerFont(face, fonts[face])
  let y = MARGIN
  for (const block of blocks) y = set(doc, block, y)
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    drawFoot(doc, foot(page + 1, count))
  }
  doc.end()
  return whole
}

function gathered(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
}

/** @returns where the next block begins */
function set(doc: PDFKit.PDFDocument, block: Block, from: number): number {
  switch (block.kind) {
    case 'figure':
      return setFigure(doc, block, from)
    case 'lines':
      return setRules(doc, block, from)
    case 'title':
    case 'heading':
    case 'subheading':
    case 'text':
    case 'meta':
    case 'quote':
      return setParagraph(doc, block, from)
  }
}

function setFigure(doc: PDFKit.PDFDocument, figure: Figure, from: number): number {
  const top = placeFor(doc, from + 10, figure.height)
  drawFigure(doc, figure, MARGIN, top)
  return top + figure.height
}

function setRules(doc: PDFKit.PDFDocument, { count }: Ruled, from: number): number {
  let y = from
  for (let at = 0; at < count; at++) {
    y = placeFor(doc, y, RULE_LEADING)
    drawRule(doc, MARGIN, doc.page.width - 2 * MARGIN, y + RULE_LEADING - 4)
    y += RULE_LEADING
  }
  return y
}

function setParagraph(doc: PDFKit.PDFDocument, { kind, text }: Paragraph, from: number): number {
  const look = LOOKS[kind]
  const width = doc.page.width - 2 * MARGIN - look.inset
  const measure = measureWith(doc, look)
  let y = from + (from === MARGIN ? 0 : look.before)
  for (const paragraph of printable(text).split('\n')) {
    for (const line of linesOf(paragraph, width, measure)) {
      y = placeFor(doc, y, look.leading)
      drawLine(doc, line, { look, y, width })
      y += look.leading
    }
  }
  return y
}

/** @returns where something of that height stands: here, or on top of the next page */
function placeFor(doc: PDFKit.PDFDocument, y: number, height: number): number {
  if (y + height <= doc.page.height - MARGIN - FOOT / 2) return y
  doc.addPage()
  return MARGIN
}

function drawFoot(doc: PDFKit.PDFDocument, text: string): void {
  const look = LOOKS.meta
  const width = doc.page.width - 2 * MARGIN
  const [line] = linesOf(text, width, measureWith(doc, look))
  if (line) drawLine(doc, line, { look, y: doc.page.height - FOOT, width })
}

interface Spot {
  readonly look: Look
  readonly y: number
  readonly width: number
}

function drawLine(doc: PDFKit.PDFDocument, line: Line, { look, y, width }: Spot): void {
  const start = MARGIN + (line.isRightToLeft ? width - line.width : look.inset)
  for (const { text, face, x } of line.runs) {
    doc.font(face).fontSize(look.size).fillColor(look.ink)
    doc.text(text, start + x, y, { lineBreak: false })
  }
}

/** Letters that a face lacks are drawn with one that has them. */
function measureWith(doc: PDFKit.PDFDocument, { face: wanted, size }: Look): Measure {
  const faces: readonly Face[] = [wanted, 'arabic', 'other']
  const known = new Map<string, Face>()
  const found = (character: string): Face => faces.find((face) => has(doc, face, character)) ?? 'other'
  return {
    faceOf: (character) => {
      const face = known.get(character) ?? found(character)
      known.set(character, face)
      return face
    },
    widthOf: (text, face) => doc.font(face).fontSize(size).widthOfString(text),
  }
}

interface EmbeddedFace {
  readonly font: { hasGlyphForCodePoint(code: number): boolean }
}

function has(doc: PDFKit.PDFDocument, face: Face, character: string): boolean {
  doc.font(face)
  const { font } = (doc as unknown as { readonly _font: EmbeddedFace })._font
  return font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0x20)
}
