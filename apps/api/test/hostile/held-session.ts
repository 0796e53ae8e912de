import { isRefusal } from '@accord/domain/refusal'
import { SessionService } from '../../src/session/session.service.js'
import type { TestApi } from '../api.js'
import type { Place } from './world.js'

type HeldFor = Pick<Place, 'clinic' | 'caseId' | 'practitioner'>

/** A session of the case that has ended, with a subject on its agenda. */
export async function held(
  api: TestApi,
  { clinic, caseId, practitioner: person }: HeldFor,
  put: (session: string) => Promise<string>,
): Promise<Pick<Place, 'session' | 'subject'>> {
  const sessions = api.app.get(SessionService, { strict: false })
  const wish = { kind: 'work', place: 'room', scheduledFor: Date.now(), minutes: 50 } as const
  const made = await sessions.schedule({ clinic, person }, { ...wish, caseId })
  if (isRefusal(made)) throw new Error(made.refused)
  const subject = await put(made.session)
  await sessions.move({ clinic, person }, made.session, 'live')
  await sessions.move({ clinic, person }, made.session, 'ended')
  return { session: made.session, subject }
}
