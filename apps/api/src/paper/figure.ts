/** A line drawing among a report's paragraphs; lengths in points, from its own top and from the margin. */
export interface Figure {
  readonly kind: 'figure'
  readonly height: number
  readonly boxes: readonly FigureBox[]
  readonly captions: readonly FigureCaption[]
}

export interface FigureBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly round: number
  /** Shaded where something is marked. */
  readonly isMarked: boolean
}

export interface FigureCaption {
  readonly x: number
  readonly y: number
  readonly text: string
}

/** Empty lines to write on by hand. */
export interface Ruled {
  readonly kind: 'lines'
  readonly count: number
}

const INK = '#50564a'
const RULE = '#b9b3a4'
const SHADE = '#e3c9b8'
/** Between two lines for handwriting. */
export const RULE_LEADING = 24

export function drawFigure(
  doc: PDFKit.PDFDocument,
  { boxes, captions }: Figure,
  left: number,
  top: number,
): void {
  for (const { x, y, width, height, round, isMarked } of boxes) {
    doc.lineWidth(0.7).roundedRect(left + x, top + y, width, height, round)
    if (isMarked) doc.fillAndStroke(SHADE, INK)
    else doc.stroke(INK)
  }
  for (const { x, y, text } of captions) {
    doc.font('sans').fontSize(8).fillColor(INK)
    doc.text(text, left + x, top + y, { lineBreak: false })
  }
}

export function drawRule(doc: PDFKit.PDFDocument, left: number, width: number, y: number): void {
  doc
    .lineWidth(0.6)
    .moveTo(left, y)
    .lineTo(left + width, y)
    .stroke(RULE)
}
