import type { SafetyAlert } from '@accord/domain/safety/alert'
import type { useFormat } from '@accord/ui/messages/use-format'
import { givenName } from '../people.js'
import type { WebTranslate } from '../use-web-messages.js'

interface Words {
  readonly t: WebTranslate
  readonly format: ReturnType<typeof useFormat>
  readonly now: Date
}

/** What was said, where nobody looks over a shoulder: the instrument, the item, the answer. */
export function alertTitle({ t }: Pick<Words, 't'>, alert: SafetyAlert): string {
  const { title, item, answer, kind } = alert
  return kind === 'answered' && answer !== null
    ? t('safety.alert.answered', { title, item, answer })
    : t('safety.alert.leftOut', { title, item })
}

/** To whom it goes, or went, while nobody says that they know; null where it goes nowhere. (SA4) */
export function escalationWords({ t, format, now }: Words, alert: SafetyAlert): string | null {
  const { dueAt, escalatedAt, supervisors } = alert
  const names = format.list(supervisors.map(givenName))
  const count = supervisors.length
  if (escalatedAt !== null) {
    return t('safety.alert.escalated', { names, count, when: format.moment(new Date(escalatedAt), now) })
  }
  if (dueAt === null) return null
  return t('safety.alert.due', { names, count, when: format.moment(new Date(dueAt), now) })
}
