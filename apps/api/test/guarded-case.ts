import type { Audience } from '@accord/domain/access/subject'
import type { PersonId } from '@accord/domain/ids'
import type { TestApi } from './api.js'
import { deskOf } from './desk.js'
import { createPerson } from './live/clinic.js'
import { aHouse, cookieFor, givePasswords, type House } from './people.js'

/** A house whose case has a guardian. */
export interface GuardedCase extends House {
  readonly guardian: PersonId
}

/** The guardian comes in as guardians do: an administrator gives them a part in the case. */
export async function aGuardedCase(api: TestApi): Promise<GuardedCase> {
  const house = await aHouse(api)
  const guardian = await createPerson(api.owner, house.clinic, [])
  await givePasswords(api.owner)
  const desk = deskOf(api, await cookieFor(api, 'console', house.administrator))
  const joined = await desk.post(`case-files/${house.case}/parties`, {
    person: guardian,
    relation: 'guardian',
    insteadOf: null,
  })
  if (joined.status !== 200) throw new Error(`joining was answered ${joined.status}`)
  return { ...house, guardian }
}

/** The app that somebody of a case comes through. */
export function audienceOf({ client, guardian, otherClient }: GuardedCase, person: PersonId): Audience {
  return [client, guardian, otherClient].includes(person) ? 'portal' : 'console'
}
