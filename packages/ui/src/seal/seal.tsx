import type { CSSProperties } from 'react'
import { HINGE, RING_PX, sealGeometry, type SealArc, type SealGeometry } from './seal-geometry.js'
import type { SealHalf } from './seal-half.js'
import { SealRing } from './seal-ring.js'

export interface SealProps {
  readonly halves: readonly SealHalf[]
  /** Edge in px: 16 to 24 in tables and buttons, 54 in the margin, 64 on cards, from 132 with ring words. */
  readonly size: number
  /** What it means, in a sentence. Leave out only where words beside it say the same. */
  readonly label?: string
  /** Words for the ring of a big seal; without them the ring has ticks. */
  readonly ring?: string
}

/** Two half-rings hinged at the bottom: who stands behind these words. */
export function Seal({ halves, size, label, ring }: SealProps) {
  const ringed = size >= RING_PX
  const geometry = sealGeometry(halves, size, ringed)
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg
      className="ac-seal"
      width={size}
      height={size}
      viewBox={geometry.viewBox}
      data-closed={geometry.closed ? '' : undefined}
      {...named}
    >
      {ringed && <SealRing words={ring} />}
      {geometry.arcs.map((arc, index) => (
        <Half key={`${arc.side}${index}`} arc={arc} geometry={geometry} />
      ))}
      <Tick stroke={geometry.tickStroke} />
    </svg>
  )
}

/** All three ways to draw a half lie on each other, so that a change of state can fade from one to the next. */
function Half({ arc, geometry }: { readonly arc: SealArc; readonly geometry: SealGeometry }) {
  const style: CSSProperties = {
    transform: `rotate(${arc.rotate}deg)`,
    transformOrigin: `${HINGE.x}px ${HINGE.y}px`,
  }
  return (
    <g className="ac-seal-half" data-side={arc.side} data-state={arc.state} style={style}>
      <path
        className="ac-seal-dots"
        d={arc.path}
        strokeWidth={geometry.dotStroke}
        strokeDasharray={geometry.dashes}
      />
      <path className="ac-seal-line" d={arc.path} strokeWidth={geometry.stroke} />
      <path className="ac-seal-hole" d={arc.path} strokeWidth={geometry.holeStroke} />
    </g>
  )
}

/** One stroke of each ink. */
function Tick({ stroke }: { readonly stroke: number }) {
  return (
    <g className="ac-seal-tick" strokeWidth={stroke}>
      <path data-side="practitioner" d="M23.5 31.5L29.6 37.6" pathLength={1} />
      <path data-side="client" d="M29.6 37.6L41 24.8" pathLength={1} />
    </g>
  )
}
