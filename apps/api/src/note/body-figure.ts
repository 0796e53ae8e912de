import { BODY_VIEWS, regionId, type BodyMark } from '@accord/domain/note/body-map'
import { regionsOf, SHEET, shapeOf } from '@accord/domain/note/body-shapes'
import { message } from '../messages/message.js'
import type { Figure } from '../paper/figure.js'

/** Four views beside one another fit on A4 and on Letter. */
const SCALE = 1.05
const GAP = 12
const CAPTION = 14

/** The body from four sides; what is marked is shaded, and said in words beneath. (NO5) */
export function bodyFigure(marks: readonly BodyMark[]): Figure {
  const marked = new Set(marks.map(({ region }) => region))
  const step = SHEET.width * SCALE + GAP
  return {
    kind: 'figure',
    height: SHEET.height * SCALE + CAPTION,
    boxes: BODY_VIEWS.flatMap((view, at) =>
      regionsOf(view).map((region) => {
        const { x, y, width, height, round } = shapeOf(region)
        return {
          x: at * step + x * SCALE,
          y: CAPTION + y * SCALE,
          width: width * SCALE,
          height: height * SCALE,
          round: round * SCALE,
          isMarked: marked.has(regionId(region)),
        }
      }),
    ),
    captions: BODY_VIEWS.map((view, at) => ({ x: at * step + 30, y: 0, text: message(`note.view.${view}`) })),
  }
}
