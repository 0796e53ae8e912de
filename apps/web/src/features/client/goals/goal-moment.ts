import type { Agreement } from '@accord/domain/agreement/state'
import type { Goal } from '@accord/domain/goal/goal'
import type { Format } from '@accord/ui/messages/format'
import type { WebTranslate } from '../../../lib/use-web-messages.js'

/** When a goal came to stand as it does, for its margin: "15 October", or "10:21 today". */
export function goalMoment(
  t: WebTranslate,
  format: Format,
  now: Date,
  { goal, agreement }: { readonly goal: Goal; readonly agreement: Agreement },
): string {
  const at = new Date('since' in agreement ? agreement.since : goal.startedAt)
  const day = format.relativeDay(at, now)
  const isToday = day === format.relativeDay(now, now)
  return isToday ? t('goals.whenToday', { time: format.time(at), day }) : day
}
