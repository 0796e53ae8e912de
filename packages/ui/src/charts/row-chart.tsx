import type { ReactNode } from 'react'
import { brokenLabel } from './broken-label.js'
import { linePath, plotOf, round, type Plot, type PlotSize } from './plot.js'

/** How a point is drawn: without colour alone it says what it is. */
export type PointMark = 'circle' | 'square' | 'diamond'

export interface ChartLine {
  readonly id: string
  /** Whose ink; none for what belongs to nobody. */
  readonly relation?: 'client' | 'practitioner'
  readonly values: readonly (number | null)[]
  readonly mark: PointMark
  /** Places that stand out. */
  readonly flagged?: ReadonlySet<number>
  /** Written at each point, above it unless it is said. */
  readonly label: (value: number) => string
  readonly labelled?: 'above' | 'below'
}

/** A line across the chart, named at its end. */
export interface ChartLevel {
  readonly id: string
  readonly at: number
  readonly label: string
  readonly tone: 'quiet' | 'attention' | 'practitioner'
  readonly isDashed?: boolean
}

export interface RowChartProps {
  /** All of it in words. */
  readonly label: string
  readonly count: number
  readonly lines: readonly ChartLine[]
  readonly levels?: readonly ChartLevel[]
  /** A stretch of values that is usual. */
  readonly band?: { readonly from: number; readonly to: number; readonly label: string } | null
  /** A limit between two places of the row: after so many of them. */
  readonly boundary?: { readonly after: number; readonly label: string } | null
  readonly scale: { readonly min: number; readonly max: number; readonly step: number }
  readonly format: (value: number) => string
  readonly selected: number | null
  /** By mouse; the places are buttons of their own under the chart. */
  readonly onSelect: (index: number) => void
  readonly height: number
}

const WIDTH = 860
/** From one line of a label to the next, and from its middle down to where letters stand, in em. */
const [LINE, MIDDLE] = [1.2, 0.35]
const FRAME = { start: 52, end: 118, top: 18, bottom: 14 }

/** Values in a row, one place after the other, in one chart; it never grades anybody. (AL4) */
export function RowChart(props: RowChartProps) {
  const { label, count, lines, levels = [], band = null, scale, height, selected } = props
  const size: PlotSize = { ...FRAME, width: WIDTH, height }
  const drawn = lines.flatMap(({ values }) => values.filter((value) => value !== null))
  const shown = [...drawn, ...levels.map(({ at }) => at), ...(band ? [band.from, band.to] : [])]
  const plot = plotOf({ size, count, values: shown, ...scale })
  return (
    <svg className="ac-chart" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
      {selected !== null && <Selected plot={plot} index={selected} />}
      {band && (
        <rect
          className="ac-chart-band"
          x={plot.start}
          width={WIDTH - plot.start - plot.end}
          y={round(plot.y(band.to))}
          height={round(plot.y(band.from) - plot.y(band.to))}
        />
      )}
      <Axis plot={plot} format={props.format} />
      {band && <EndLabel plot={plot} at={band.to} label={band.label} />}
      {levels.map((level) => (
        <Level key={level.id} plot={plot} level={level} />
      ))}
      {props.boundary && <Boundary plot={plot} boundary={props.boundary} />}
      {lines.map((line) => (
        <Line key={line.id} plot={plot} line={line} />
      ))}
      <Places plot={plot} count={count} onSelect={props.onSelect} />
    </svg>
  )
}

function Axis({ plot, format }: { readonly plot: Plot; readonly format: (value: number) => string }) {
  return plot.ticks.map((tick) => (
    <g key={tick}>
      <line
        className="ac-chart-axis"
        x1={plot.start}
        x2={plot.width - plot.end}
        y1={round(plot.y(tick))}
        y2={round(plot.y(tick))}
      />
      <text x={plot.start - 12} y={round(plot.y(tick)) + 4} textAnchor="end">
        {format(tick)}
      </text>
    </g>
  ))
}

function Selected({ plot, index }: { readonly plot: Plot; readonly index: number }) {
  const width = Math.min(plot.column, 52)
  const x = round(plot.x(index) - width / 2)
  return <rect className="ac-chart-selected" x={x} y={0} width={round(width)} height={plot.height} rx={8} />
}

function Level({ plot, level }: { readonly plot: Plot; readonly level: ChartLevel }) {
  const y = round(plot.y(level.at))
  return (
    <g className="ac-chart-level" data-tone={level.tone} data-dashed={level.isDashed ? '' : undefined}>
      <line x1={plot.start} x2={plot.width - plot.end} y1={y} y2={y} />
      <EndLabel plot={plot} at={level.at} label={level.label} />
    </g>
  )
}

function EndLabel({ plot, at, label }: { readonly plot: Plot; readonly at: number; readonly label: string }) {
  const x = plot.width - plot.end + 10
  const lines = brokenLabel(label)
  return (
    <text x={x} y={round(plot.y(at))}>
      {lines.map((words, index) => (
        <tspan key={index} x={x} dy={`${index === 0 ? MIDDLE - ((lines.length - 1) * LINE) / 2 : LINE}em`}>
          {words}
        </tspan>
      ))}
    </text>
  )
}

function Boundary({
  plot,
  boundary: { after, label },
}: {
  readonly plot: Plot
  readonly boundary: NonNullable<RowChartProps['boundary']>
}) {
  const x = round(plot.x(after - 1) + plot.column / 2)
  return (
    <g className="ac-chart-boundary">
      <line x1={x} x2={x} y1={plot.top} y2={plot.height - plot.bottom} />
      <text x={plot.start + 6} y={12}>
        {label}
      </text>
    </g>
  )
}

function Line({ plot, line }: { readonly plot: Plot; readonly line: ChartLine }) {
  const { values, mark, flagged, relation, labelled = 'above' } = line
  const dy = labelled === 'above' ? -12 : 22
  const last = values.findLastIndex((value) => value !== null)
  return (
    <g className="ac-chart-line" data-relation={relation}>
      <path d={linePath(plot, values)} />
      {values.map((value, index) => {
        if (value === null) return null
        const isFlagged = flagged?.has(index) ?? false
        const [x, y] = [round(plot.x(index)), round(plot.y(value))]
        return (
          <g
            key={index}
            data-flagged={isFlagged ? '' : undefined}
            data-last={index === last ? '' : undefined}
          >
            <Mark mark={isFlagged ? 'diamond' : mark} x={x} y={y} />
            <text x={x} y={isFlagged ? y + 27 : y + dy} textAnchor="middle">
              {line.label(value)}
            </text>
          </g>
        )
      })}
    </g>
  )
}

function Mark({
  mark,
  x,
  y,
}: {
  readonly mark: PointMark
  readonly x: number
  readonly y: number
}): ReactNode {
  switch (mark) {
    case 'circle':
      return <circle cx={x} cy={y} r={5} />
    case 'square':
      return <rect x={x - 4.5} y={y - 4.5} width={9} height={9} rx={2} />
    case 'diamond':
      return <path d={`M${x} ${y - 10}l10 10l-10 10l-10 -10z`} />
  }
}

/** Where a mouse can choose a place; for everybody else the places are buttons under the chart. */
function Places({ plot, count, onSelect }: { plot: Plot; count: number; onSelect: (index: number) => void }) {
  return Array.from({ length: count }, (_, index) => (
    <rect
      key={index}
      className="ac-chart-place"
      x={round(plot.x(index) - plot.column / 2)}
      y={0}
      width={round(plot.column)}
      height={plot.height}
      onClick={() => onSelect(index)}
    />
  ))
}
