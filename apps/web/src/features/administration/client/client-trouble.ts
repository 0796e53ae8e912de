import { clientSchema } from '@accord/domain/rest/people'
import { emailMeant } from '../../../lib/email-fix.js'
import type { WebTranslate } from '../../../lib/use-web-messages.js'
import { bodyOf, type ClientDraft } from './client-draft.js'

export type ClientTroubles = Partial<Record<keyof ClientDraft, string>>

/** The domain's own shape says which fields won't do; the catalogue says it to a person. */
export function clientTroubles(t: WebTranslate, draft: ClientDraft, today: string): ClientTroubles {
  const read = clientSchema.safeParse(bodyOf(draft))
  const wrong = new Set(read.success ? [] : read.error.issues.map(({ path }) => path.join('.')))
  const meant = emailMeant(draft.email)
  const isEmpty = draft.email.trim() === ''
  return {
    ...(wrong.has('name') && { name: t('desk.field.name') }),
    ...(wrong.has('pronouns') && { pronouns: t('desk.field.tooLong') }),
    ...(isEmpty && { email: t('desk.field.email') }),
    ...(!isEmpty && wrong.has('email') && meant === null && { email: t('field.emailUnlikely') }),
    ...(!isEmpty && meant !== null && { email: t('field.emailMeant', { email: meant }) }),
    ...(wrong.has('phone') && { phone: t('desk.field.phone') }),
    ...((wrong.has('dateOfBirth') || draft.dateOfBirth > today) && { dateOfBirth: t('desk.field.birth') }),
    ...(wrong.has('emergencyContact.name') && { emergencyName: t('desk.field.emergencyName') }),
    ...(wrong.has('emergencyContact.relation') && { emergencyRelation: t('desk.field.emergencyRelation') }),
    ...(wrong.has('emergencyContact.phone') && { emergencyPhone: t('desk.field.phone') }),
  }
}
