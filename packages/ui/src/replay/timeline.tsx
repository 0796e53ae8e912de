import { memo, useMemo, type PointerEvent } from 'react'
import type { Relation } from '@accord/domain/case/relation'
import type { Frames } from '@accord/domain/replay/frames'
import { effectsOf } from '@accord/domain/replay/jumps'
import { frameNear, type Band, type TimelineLayout } from '@accord/domain/replay/timeline'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface TimelineProps {
  readonly frames: Frames
  readonly layout: TimelineLayout
  readonly frame: number
  readonly relationOf: (person: string) => Relation | undefined
  readonly labelOf: (band: Band) => string
  /** Frames at which somebody pinned a comment. */
  readonly pins: readonly number[]
  /** The moment in plain words: "Change 22 of 31. 29 October, 10:16. Jonah wrote …" */
  readonly valueText: string
  readonly onGo: (frame: number) => void
}

/** Marks nearer to each other than this, in thousandths of the line, are drawn as one. */
const GRID = 4

/** The line of a replay: a real slider, on which one sees who did what and where it was agreed. (RP11) */
export function Timeline(props: TimelineProps) {
  const { frames, layout, frame, pins, valueText, onGo, ...drawing } = props
  const t = useUiMessages()
  const at = layout.places[frame] ?? 0
  const current = layout.bands.findLast((band) => band.from <= at)
  const go = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    onGo(frameNear(layout, (event.clientX - box.left) / Math.max(1, box.width)))
  }
  return (
    <div
      className="ac-timeline"
      role="slider"
      tabIndex={0}
      dir="ltr"
      aria-label={t('replay.slider')}
      aria-valuemin={1}
      aria-valuemax={frames.seqs.length}
      aria-valuenow={frame + 1}
      aria-valuetext={valueText}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        go(event)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) go(event)
      }}
    >
      <Marks frames={frames} layout={layout} pins={pins} {...drawing} />
      <span className="ac-timeline-done" style={{ inlineSize: percent(at) }} />
      {current && (
        <span
          className="ac-timeline-current"
          style={{ insetInlineStart: percent(current.from), inlineSize: percent(current.to - current.from) }}
        />
      )}
      <span className="ac-timeline-head" style={{ insetInlineStart: percent(at) }} />
    </div>
  )
}

type MarksProps = Pick<TimelineProps, 'frames' | 'layout' | 'pins' | 'relationOf' | 'labelOf'>

/** Everything that stays where it is while the playhead goes. */
const Marks = memo(function Marks({ frames, layout, pins, relationOf, labelOf }: MarksProps) {
  const marks = useMemo(() => marksOf(frames, layout, relationOf), [frames, layout, relationOf])
  return (
    <>
      {layout.bands.map((band, index) => (
        <span
          key={index}
          className="ac-timeline-band"
          style={{ insetInlineStart: percent(band.from), inlineSize: percent(band.to - band.from) }}
        />
      ))}
      <span className="ac-timeline-line" />
      {marks.map(({ place, what }) => (
        <i
          key={`${what} ${place}`}
          className="ac-timeline-mark"
          data-what={what}
          style={{ insetInlineStart: percent(place / 1_000) }}
        />
      ))}
      {pins.map((pin) => (
        <i
          key={`pin ${pin}`}
          className="ac-timeline-mark"
          data-what="comment"
          style={{ insetInlineStart: percent(layout.places[pin] ?? 0) }}
        />
      ))}
      {labelled(layout.bands, labelOf).map(({ place, label }) => (
        <span key={place} className="ac-timeline-label" style={{ insetInlineStart: percent(place) }}>
          {label}
        </span>
      ))}
    </>
  )
})

interface Mark {
  /** In thousandths of the line. */
  readonly place: number
  readonly what: 'above' | 'below' | 'agreed' | 'lapsed'
}

/** A mark for each moment, where it ended: as many as the line has room for, however long the record. */
function marksOf(
  frames: Frames,
  { places }: TimelineLayout,
  relationOf: TimelineProps['relationOf'],
): readonly Mark[] {
  const marks = new Map<string, Mark>()
  for (const stop of frames.stops) {
    const told = frames.moments[frames.momentOf[stop] ?? 0]
    if (!told) continue
    const place = Math.round(((places[stop] ?? 0) * 1_000) / GRID) * GRID
    const what = whatOf(told, relationOf)
    marks.set(`${what} ${place}`, { place, what })
  }
  return [...marks.values()]
}

function whatOf(told: Frames['moments'][number], relationOf: TimelineProps['relationOf']): Mark['what'] {
  const effects = effectsOf(told)
  if (effects.includes('closed') || effects.includes('restored')) return 'agreed'
  if (effects.includes('lapsed') || effects.includes('withdrawn')) return 'lapsed'
  return relationOf(told.author) === 'practitioner' ? 'above' : 'below'
}

/** Labels in the middle of their bands, as many as can be read side by side. */
function labelled(bands: readonly Band[], labelOf: (band: Band) => string) {
  let free = -Infinity
  return bands.flatMap((band) => {
    const label = labelOf(band)
    const place = (band.from + band.to) / 2
    // A letter of the label takes about a hundredth of the line.
    const half = (label.length * 0.0115) / 2
    if (place - half < free || place + half > 1.02) return []
    free = place + half + 0.012
    return [{ place, label }]
  })
}

function percent(part: number): string {
  return `${(part * 100).toFixed(3)}%`
}
