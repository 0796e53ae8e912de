import type { RecordLook } from '@accord/domain/rest/looks'
import type { Format } from '../messages/format.js'
import type { Messages } from '../messages/compiled/messages.js'
import type { Translate } from '../messages/translate.js'

const MINUTE = 60_000
/** A look that nobody said the end of is over by now: no sign-in lasts longer; in ms. (ID3) */
const LONGEST = 12 * 60 * MINUTE

/** What somebody looked at, as one sentence. (AC10) */
export function lookSentence(t: Translate<Messages>, { name, what, goal, session }: RecordLook): string {
  if (what === 'replay' && goal && goal.name !== '') return t('looks.replayGoal', { name, goal: goal.name })
  return what === 'note'
    ? t('looks.note', { name, number: session?.number ?? 0 })
    : t(`looks.${what}`, { name })
}

/** As what, when, and for how long where that is known. */
export function lookTimes(t: Translate<Messages>, format: Format, look: RecordLook, now: Date): string {
  const { relation, what, at, until } = look
  const when = format.moment(new Date(at), now)
  const role = t('looks.role', { relation: relation === 'administrator' ? 'other' : relation })
  if (until !== null && until > at) {
    return t('looks.whenFor', { role, when, minutes: Math.round((until - at) / MINUTE) })
  }
  const lasts = what === 'plan' || what === 'replay'
  const isHere = until === null && lasts && now.getTime() - at < LONGEST
  return t(isHere ? 'looks.still' : 'looks.when', { role, when })
}
