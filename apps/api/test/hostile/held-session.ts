import type { CaseId, ClinicId, PersonId } from '@accord/domain/ids'
import { isRefusal } from '@accord/domain/refusal'
import { SessionService } from '../../src/session/session.service.js'
import type { TestApi } from '../api.js'

interface HeldFor {
  readonly clinic: ClinicId
  readonly caseId: CaseId
  readonly practitioner: PersonId
}

/** A session of the case that has ended, with a subject on its agenda. */
export async function held(
  api: TestApi,
  { clinic, caseId, practitioner: person }: HeldFor,
  put: (session: string) => Promise<string>,
): Promise<{ readonly session: string; readonly subject: string }> {
  const sessions = api.app.get(SessionService, { strict: false })
  const wish = { kind: 'work', place: 'room', scheduledFor: Date.now(), minutes: 50 } as const
  const made = await sessions.schedule({ clinic, person }, { ...wish, caseId })
  if (isRefusal(made)) throw new Error(made.refused)
  const subject = await put(made.session)
  await sessions.move({ clinic, person }, made.session, 'live')
  await sessions.move({ clinic, person }, made.session, 'ended')
  return { session: made.session, subject }
}
