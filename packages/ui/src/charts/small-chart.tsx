import { linePath, plotOf, round } from './plot.js'

interface SmallChartProps {
  /** All of it in words. */
  readonly label: string
  readonly values: readonly (number | null)[]
  readonly scale: { readonly min: number; readonly max: number }
  /** The place that is selected in every chart. */
  readonly selected: number | null
}

const SIZE = { width: 190, height: 54, start: 0, end: 0, top: 4, bottom: 4 }

/** One of several small charts on the same axes: their lines are compared, so none has an axis of its own. (AL4) */
export function SmallChart({ label, values, scale, selected }: SmallChartProps) {
  const { min, max } = scale
  const ends = { values: [min, max], min, max, step: max - min }
  const plot = plotOf({ size: SIZE, count: values.length, ...ends })
  const last = values.findLastIndex((value) => value !== null)
  const at = selected === null ? null : (values[selected] ?? null)
  const lastValue = values[last] ?? null
  return (
    <svg
      className="ac-chart ac-chart-small"
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label={label}
    >
      {[min, max].map((tick) => (
        <line
          key={tick}
          className="ac-chart-axis"
          x1={0}
          x2={SIZE.width}
          y1={round(plot.y(tick))}
          y2={round(plot.y(tick))}
        />
      ))}
      <g className="ac-chart-line">
        <path d={linePath(plot, values)} />
        {lastValue !== null && (
          <circle data-end="" cx={round(plot.x(last))} cy={round(plot.y(lastValue))} r={3.4} />
        )}
        {selected !== null && at !== null && (
          <g data-flagged="">
            <path d={`M${round(plot.x(selected))} ${round(plot.y(at) - 5)}l5 5l-5 5l-5 -5z`} />
          </g>
        )}
      </g>
    </svg>
  )
}
