import type { Moment } from '@accord/domain/history/moments'
import type { Format } from '@accord/ui/messages/format'

/** The moments of one day of the reader's calendar. */
export interface Day {
  readonly heading: string
  readonly moments: readonly Moment[]
}

/** Moments day by day, the newest last. */
export function daysOf(moments: readonly Moment[], format: Format, now: Date): readonly Day[] {
  const days: { heading: string; moments: Moment[] }[] = []
  for (const moment of moments) {
    const at = new Date(moment.kind === 'writing' ? moment.startedAt : moment.entry.at)
    const heading = format.relativeDay(at, now)
    const last = days.at(-1)
    if (last?.heading === heading) last.moments.push(moment)
    else days.push({ heading, moments: [moment] })
  }
  return days
}
