import type { CaseId } from '@accord/domain/ids'
import type { RequestKind, RequestOutcome } from '@accord/domain/privacy/request'
import type { RetentionCode } from '@accord/domain/privacy/retention'
import type { OwnRequests, RequestDesk } from '@accord/domain/rest/requests'
import { newUuid } from '../src/history/new-uuid.js'
import type { TestApi } from './api.js'
import { aHouse, cookieFor } from './people.js'

export const DAY = 86_400_000

interface Wishes {
  readonly id?: string
  readonly caseId?: CaseId | null
  readonly words?: string
}

/** A clinic of its own, whose people are signed in, and what they ask and answer about records. */
export async function aDeskScene(api: TestApi) {
  const house = await aHouse(api)
  const cookies = {
    client: await cookieFor(api, 'portal', house.client),
    otherClient: await cookieFor(api, 'portal', house.otherClient),
    practitioner: await cookieFor(api, 'console', house.practitioner),
    supervisor: await cookieFor(api, 'console', house.supervisor),
    administrator: await cookieFor(api, 'console', house.administrator),
  }
  type Who = keyof typeof cookies
  const ask = (who: Who, path: string, body?: unknown, at: TestApi = api) =>
    at.ask(who === 'client' || who === 'otherClient' ? 'portal' : 'console', path, {
      cookie: cookies[who],
      ...(body === undefined ? {} : { body }),
    })
  const body = (kind: RequestKind, wishes: Wishes = {}) => ({
    ...{ id: newUuid(api.clock.now()), kind, caseId: house.case, words: 'Please.' },
    ...wishes,
  })
  /** @returns its id */
  const make = async (kind: RequestKind, wishes: Wishes = {}, who: Who = 'client') => {
    const asked = body(kind, wishes)
    const { status, text } = await ask(who, '/api/me/requests', asked)
    if (status !== 201) throw new Error(text)
    return asked.id
  }
  const own = async (who: Who = 'client') => (await ask(who, '/api/me/requests')).json as OwnRequests
  const desk = async () => (await ask('administrator', '/api/requests')).json as RequestDesk
  const answer = (id: string, outcome: RequestOutcome, words = 'Here you are.') =>
    ask('administrator', `/api/requests/${id}/answer`, { outcome, words })
  const choose = async (codes: readonly RetentionCode[], over = 0) => {
    const { status, text } = await ask('administrator', '/api/retention', { over, codes })
    if (status !== 200) throw new Error(text)
  }
  const born = (day: string, person = house.client) =>
    api.owner.query('INSERT INTO client_profile (clinic_id, person_id, date_of_birth) VALUES ($1, $2, $3)', [
      ...[house.clinic, person, day],
    ])
  return { house, cookies, ask, body, make, own, desk, answer, choose, born }
}
