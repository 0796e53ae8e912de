import type { Relation } from '@accord/domain/case/relation'
import type { Series } from './series.js'

interface SparklineProps {
  readonly series: Series
  readonly relation: Relation | undefined
  /** The whole of it in words. */
  readonly label: string
}

const WIDTH = 84
const HEIGHT = 28
const EDGE = 5
/** How many ratings a line this short can show. */
const MOST = 8

/** One person's ratings as one ink line, its last point filled. It never grades anybody. */
export function Sparkline({ series, relation, label }: SparklineProps) {
  const { on, ratings } = series
  const [low, high] = on.kind === 'scale' ? [-2, 2] : [0, 10]
  const shown = ratings.slice(-MOST)
  const points = shown.map(({ value }, index) => ({
    x: EDGE + (index * (WIDTH - 2 * EDGE)) / Math.max(1, shown.length - 1),
    y: HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE),
  }))
  const last = points.at(-1)
  return (
    <svg
      className="ac-sparkline"
      data-relation={relation}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <line x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {points.slice(0, -1).map(({ x, y }, index) => (
        <circle key={index} cx={x} cy={y} r="2.2" />
      ))}
      {last && <circle data-last="" cx={last.x} cy={last.y} r="3.6" />}
    </svg>
  )
}
