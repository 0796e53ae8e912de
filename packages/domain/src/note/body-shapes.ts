import { BODY_REGIONS, type BodyRegion, type BodyView } from './body-map.js'

/** A region as it is drawn: a rectangle with round corners on a sheet of {@link SHEET}. */
export interface BodyShape {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly round: number
}

/** Of one view. */
export const SHEET = { width: 100, height: 214 } as const

type Box = readonly [x: number, y: number, width: number, height: number, round: number]

/** As seen from the front, the half on the sheet's own left; what stands in the middle is whole. */
const FRONT_AND_BACK: Readonly<Record<string, Box>> = {
  head: [39, 3, 22, 26, 11],
  neck: [44, 30, 12, 8, 3],
  chest: [31, 52, 38, 23, 6],
  'upper-back': [31, 52, 38, 23, 6],
  belly: [33, 77, 34, 22, 6],
  'lower-back': [33, 77, 34, 22, 6],
  shoulder: [23, 40, 26, 11, 5],
  'upper-arm': [18, 53, 11, 24, 5],
  forearm: [14, 79, 11, 25, 5],
  hand: [11, 106, 12, 14, 5],
  hip: [32, 101, 17, 14, 5],
  buttock: [32, 101, 17, 14, 6],
  thigh: [32, 117, 16, 32, 6],
  knee: [33, 151, 14, 12, 5],
  'knee-back': [33, 151, 14, 12, 5],
  'lower-leg': [34, 165, 12, 30, 5],
  calf: [34, 165, 12, 30, 6],
  foot: [30, 197, 16, 12, 5],
  heel: [33, 197, 13, 12, 5],
}

/** As seen from the left: the face looks to the sheet's left. */
const FROM_THE_SIDE: Readonly<Record<string, Box>> = {
  head: [38, 3, 24, 26, 11],
  neck: [45, 30, 12, 8, 3],
  shoulder: [40, 40, 24, 11, 5],
  arm: [57, 53, 11, 62, 5],
  ribs: [36, 53, 19, 24, 6],
  waist: [37, 79, 18, 20, 5],
  hip: [36, 101, 19, 14, 6],
  thigh: [38, 117, 17, 32, 6],
  knee: [39, 151, 15, 12, 5],
  'lower-leg': [40, 165, 13, 30, 5],
  foot: [30, 197, 23, 12, 5],
}

/** Where a region is on the sheet of its view; right and left are the client's own. */
export function shapeOf({ view, part, side }: BodyRegion): BodyShape {
  const isSide = view === 'left' || view === 'right'
  const [x, y, width, height, round] = (isSide ? FROM_THE_SIDE : FRONT_AND_BACK)[part] ?? [0, 0, 0, 0, 0]
  const isMirrored = isSide ? view === 'right' : side !== null && side === sheetsRight(view)
  return { x: isMirrored ? SHEET.width - x - width : x, y, width, height, round }
}

/** Whoever faces us has their left at our right. */
function sheetsRight(view: BodyView): 'left' | 'right' {
  return view === 'front' ? 'left' : 'right'
}

export function regionsOf(view: BodyView): readonly BodyRegion[] {
  return BODY_REGIONS.filter((region) => region.view === view)
}
