import type { HalfState } from '@accord/domain/agreement/state'
import { isClosed, type SealHalf, type SealSide } from './seal-half.js'

/** All lengths in the units of a box of 60 whose corner is (2, 2). */
const CENTRE = { x: 32, y: 31 }
const RADIUS = 20
/** Where the halves are joined, and swing from. */
export const HINGE = { x: 32, y: 51 }
/** Under this many px strokes thicken and gaps widen, or the ring would vanish. */
const SMALL_PX = 34
/** From this many px on the seal carries a ring of words. */
export const RING_PX = 132
const SWING: Record<HalfState, number> = { on: 0, off: 24, lapsed: 20 }

export interface SealArc {
  readonly side: SealSide
  readonly state: HalfState
  readonly path: string
  /** Degrees round the hinge, clockwise. */
  readonly rotate: number
}

export interface SealGeometry {
  readonly viewBox: string
  readonly arcs: readonly SealArc[]
  readonly stroke: number
  readonly holeStroke: number
  readonly dotStroke: number
  readonly dashes: string
  readonly tickStroke: number
  readonly closed: boolean
}

/** Draws a seal `size` px wide from the states of its parts. */
export function sealGeometry(halves: readonly SealHalf[], size: number, ringed = false): SealGeometry {
  const small = size < SMALL_PX
  const stroke = small ? 7 : 5.2
  return {
    viewBox: ringed ? '-18 -19 100 100' : '2 2 60 60',
    arcs: [...arcsOf(halves, 'practitioner', small ? 9 : 7), ...arcsOf(halves, 'client', small ? 9 : 7)],
    stroke,
    holeStroke: small ? 3 : 2.2,
    dotStroke: small ? 3 : 2,
    dashes: `.1 ${stroke}`,
    tickStroke: small ? 5.5 : 4,
    closed: isClosed(halves),
  }
}

/** Several parties of one side share it equally, each with a gap at either end of their part. */
function arcsOf(halves: readonly SealHalf[], side: SealSide, gap: number): readonly SealArc[] {
  const own = halves.filter((half) => half.side === side)
  const share = 180 / own.length
  const sign = side === 'practitioner' ? -1 : 1
  return own.map(({ state }, index) => ({
    side,
    state,
    path: arcPath(sign, index * share + gap, (index + 1) * share - gap),
    rotate: sign * SWING[state],
  }))
}

/** An arc down one side, between two angles in degrees from the top. */
function arcPath(sign: -1 | 1, from: number, to: number): string {
  return `M${pointAt(sign, from)}A${RADIUS} ${RADIUS} 0 0 ${sign === 1 ? 1 : 0} ${pointAt(sign, to)}`
}

function pointAt(sign: -1 | 1, degrees: number): string {
  const angle = (degrees * Math.PI) / 180
  return `${rounded(CENTRE.x + sign * RADIUS * Math.sin(angle))} ${rounded(CENTRE.y - RADIUS * Math.cos(angle))}`
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
