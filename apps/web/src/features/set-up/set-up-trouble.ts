import { passwordTrouble } from '@accord/domain/people/password'
import { emailMeant, looksLikeEmail } from '../../lib/email-fix.js'
import type { WebTranslate } from '../../lib/use-web-messages.js'
import { WEEKDAYS, type DayHours, type SetUpDraft, type Weekday } from './set-up-draft.js'
import type { StepId } from './set-up-steps.js'

/** What is said beside a field, and what to put there instead where that is plain. */
export interface Trouble {
  readonly sentence: string
  readonly fix?: { readonly label: string; readonly part: Partial<SetUpDraft> }
}

export type Troubles = Partial<Record<'name' | 'email' | 'clinic' | Weekday, Trouble>> & {
  /** The field itself says what is wrong with it. */
  readonly password?: true
  readonly disciplines?: Trouble
  readonly timeZone?: Trouble
}

export interface Answers {
  readonly draft: SetUpDraft
  readonly password: string
}

/** What is missing or wrong on one page; empty when one may go on. */
export function troublesOf(t: WebTranslate, step: StepId, answers: Answers): Troubles {
  const { draft } = answers
  switch (step) {
    case 'you':
      return {
        ...(draft.name.trim() === '' && { name: { sentence: t('setUp.you.nameMissing') } }),
        ...emailTrouble(t, draft.email),
        ...(passwordTrouble(answers.password, draft) !== null && { password: true as const }),
      }
    case 'clinic':
      return draft.clinic.trim() === '' ? { clinic: { sentence: t('setUp.clinic.missing') } } : {}
    case 'work':
      return draft.disciplines.length === 0 ? { disciplines: { sentence: t('setUp.work.missing') } } : {}
    case 'hours':
      return Object.assign({}, ...WEEKDAYS.map((day) => hoursTrouble(t, day, draft))) as Troubles
    case 'language':
      return draft.timeZone === '' ? { timeZone: { sentence: t('setUp.language.zoneMissing') } } : {}
    case 'words':
    case 'check':
      return {}
  }
}

function emailTrouble(t: WebTranslate, email: string): Troubles {
  const meant = emailMeant(email)
  if (looksLikeEmail(email) && meant === null) return {}
  if (email.trim() === '') return { email: { sentence: t('setUp.you.emailMissing') } }
  if (meant === null) return { email: { sentence: t('field.emailUnlikely') } }
  const fix = { label: t('field.use', { value: meant }), part: { email: meant } }
  return { email: { sentence: t('field.emailMeant', { email: meant }), fix } }
}

const NOON_MINUTES = 720

function hoursTrouble(t: WebTranslate, day: Weekday, draft: SetUpDraft): Troubles {
  const { isOpen, from, to } = draft.hours[day]
  if (!isOpen) return {}
  if (from === '' || to === '') return { [day]: { sentence: t('setUp.hours.missing') } }
  if (minutes(to) > minutes(from)) return {}
  // Somebody who writes 5:00 for the end of a day means the afternoon.
  const later = minutes(to) + NOON_MINUTES
  if (minutes(to) >= NOON_MINUTES || later <= minutes(from)) {
    return { [day]: { sentence: t('setUp.hours.backwards', { from, to }) } }
  }
  const meant = `${String(Math.floor(later / 60))}:${to.slice(3)}`
  const hours: DayHours = { isOpen, from, to: meant }
  return {
    [day]: {
      sentence: t('setUp.hours.meant', { to, meant }),
      fix: { label: t('field.use', { value: meant }), part: { hours: { ...draft.hours, [day]: hours } } },
    },
  }
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
