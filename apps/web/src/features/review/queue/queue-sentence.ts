import type { PersonId } from '@accord/domain/ids'
import type { QueueCase } from '@accord/domain/rest/supervision'
import type { QueueReason } from '@accord/domain/supervision/reason'
import { daysSince } from '@accord/domain/supervision/reasons-of'
import { givenName, personOf } from '../../../lib/people.js'
import type { WebTranslate } from '../../../lib/use-web-messages.js'

/** How many reasons a card says; the others are counted. */
const SAID = 2

/** Who reads it, and when. */
interface Reader {
  readonly t: WebTranslate
  readonly now: Date
  readonly self: PersonId
}

interface Told {
  readonly sentences: readonly string[]
  /** Reasons that are not said. */
  readonly more: number
}

/** Why a case stands where it stands: who, what, when; the heaviest reason first. (SQ1) */
export function reasonSentences({ t, now, self }: Reader, queued: QueueCase): Told {
  const sentences = queued.reasons.slice(0, SAID).map((reason) => {
    const said = sentenceOf({ t, now, self }, queued, reason)
    return 'in' in reason && reason.in === 'confidential' ? t('queue.reason.between', { said }) : said
  })
  return { sentences, more: Math.max(0, queued.reasons.length - SAID) }
}

function sentenceOf({ t, now, self }: Reader, queued: QueueCase, reason: QueueReason): string {
  const days = daysSince(reason.at, now.getTime())
  const nameOf = (person: PersonId | null) =>
    person === null ? '' : givenName(personOf(queued.people, person)?.name ?? '')
  switch (reason.kind) {
    case 'history-broken':
      return t('queue.reason.history')
    case 'large-deletion':
      return t('queue.reason.deletion', {
        by: reason.by === null ? 'nobody' : 'other',
        name: nameOf(reason.by),
        days,
      })
    case 'lapsed':
      return t('queue.reason.lapsed', {
        by: reason.by === null ? 'nobody' : 'other',
        name: nameOf(reason.by),
        ...placeOf(t, reason),
        days,
      })
    case 'open-answer':
      return t(`queue.reason.${reason.answer}`, { name: nameOf(reason.by), ...placeOf(t, reason), days })
    case 'ask-open':
      return t('queue.reason.ask', {
        by: reason.by === self ? 'self' : 'other',
        name: nameOf(reason.by),
        about: reason.goalName === '' ? 'none' : 'other',
        goal: reason.goalName,
        days,
      })
    case 'unsigned':
      return t('queue.reason.unsigned', { upTo: reason.upTo, days })
    case 'never-read':
      return t('queue.reason.never', { days })
    case 'unread-for-long':
      return t('queue.reason.long', { changes: queued.changes })
  }
}

/** Which goal it is about, and whether a step of it. */
function placeOf(
  t: WebTranslate,
  { goalName, step }: Extract<QueueReason, { readonly step: unknown }>,
): { readonly goal: string; readonly what: 'step' | 'other' } {
  return {
    goal: goalName === '' ? t('goals.unnamed') : goalName,
    what: step === null ? 'other' : 'step',
  }
}
