import type { PersonId } from '@accord/domain/ids'
import type { Client, ClientBody } from '@accord/domain/rest/people'
import type { FirstSignIn } from '@accord/domain/rest/welcome'
import type { TestApi } from './api.js'
import type { Answer } from './ask.js'

/** What a clinic that begins says of itself. */
export const CLINIC = {
  name: 'Elm Row',
  timeZone: 'Europe/Stockholm',
  language: 'en',
  wordForClient: 'client',
  disciplines: ['counselling', 'massage'],
  hours: [{ day: 1, from: '09:00', to: '17:00' }],
}

export const PASS_PHRASE = 'seven quiet rivers'

/** A client of whom nothing is known but a name and an e-mail. */
export function aClient(wishes: Partial<ClientBody> = {}): ClientBody {
  const nothing = { pronouns: null, language: null, phone: null, dateOfBirth: null, emergencyContact: null }
  return { name: 'Wren', email: 'wren@example.org', ...nothing, ...wishes }
}

/** The administrator's desk: asks with their cookie. */
export function deskOf(api: TestApi, cookie: string) {
  const post = (path: string, body: unknown = {}) => api.ask('console', `/api/${path}`, { body, cookie })
  return {
    get: (path: string) => api.ask('console', `/api/${path}`, { cookie }),
    post,
    put: (path: string, body: unknown) => api.ask('console', `/api/${path}`, { method: 'PUT', body, cookie }),
    addClient: async (wishes: Partial<ClientBody>) => (await post('clients', aClient(wishes))).json as Client,
    /** A first link to hand over. */
    invite: async (person: PersonId): Promise<HandedOver> => {
      const made = (await post(`people/${person}/first-sign-in`, { by: 'hand' })).json as FirstSignIn
      if (made.link === null) throw new Error('there is no link to hand over')
      return { ...made, link: made.link }
    },
  }
}

interface HandedOver extends FirstSignIn {
  readonly link: string
}

/** What stands behind the hash of a link. */
export function tokenOf({ link }: { readonly link: string }): string {
  return new URL(link).hash.slice(1)
}

/** Status and code of an answer. */
export function gist(answer: Answer): readonly [number, string | undefined] {
  return [answer.status, (answer.json as { code?: string } | null)?.code]
}
