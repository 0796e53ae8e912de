import type { StaffRole } from '@accord/domain/access/subject'
import type { PersonId } from '@accord/domain/ids'
import type { Audience } from '@accord/domain/access/subject'
import { hash } from '@node-rs/argon2'
import type { DataSource } from 'typeorm'
import { PlanOpening } from '../src/plan/plan-opening.js'
import { cookieOf } from './ask.js'
import type { TestApi } from './api.js'
import { createCase, createClinic, createPerson, type TestClinic } from './live/clinic.js'

export const PASSWORD = 'an ordinary pass phrase'

/** People of a clinic whose case has a plan, all with one password. */
export interface House extends TestClinic {
  /** A client of another case of the same clinic. */
  readonly otherClient: PersonId
  readonly otherCase: TestClinic['case']
}

export async function aHouse(api: TestApi): Promise<House> {
  const people = await createClinic(api.owner)
  const otherClient = await createPerson(api.owner, people.clinic, [] as StaffRole[])
  const parties = [people.parties[0], { person: otherClient, relation: 'client' as const }].flatMap(
    (party) => party ?? [],
  )
  const otherCase = await createCase(api.owner, { ...people, client: otherClient, parties })
  const opening = api.app.get(PlanOpening)
  for (const [caseId, of] of [
    [people.case, people.parties],
    [otherCase, parties],
  ] as const) {
    const opened = {
      clinic: people.clinic,
      case: caseId,
      parties: of,
      at: Date.now(),
      by: people.administrator,
    }
    await opening.open(opened)
  }
  await givePasswords(api.owner)
  return { ...people, otherClient, otherCase }
}

/** A cheap hash: what a right one costs is another test's subject. */
export async function givePasswords(owner: DataSource): Promise<void> {
  const stored = await hash(PASSWORD, { memoryCost: 1_024, timeCost: 1, parallelism: 1 })
  await owner.query('UPDATE person SET password_hash = $1 WHERE password_hash IS NULL', [stored])
}

export function emailOf(person: PersonId): string {
  return `${person}@example.org`
}

/** Signs somebody in at an app. */
export async function signIn(api: TestApi, audience: Audience, person: PersonId, password = PASSWORD) {
  return api.ask(audience, '/api/sign-in', { body: { email: emailOf(person), password } })
}

/** The cookie of somebody who signed in. */
export async function cookieFor(api: TestApi, audience: Audience, person: PersonId): Promise<string> {
  const answer = await signIn(api, audience, person)
  if (answer.status !== 200) throw new Error(`signing in was answered ${answer.status}`)
  return cookieOf(answer)
}
