import { newUuid } from '../../src/history/new-uuid.js'
import type { StaffRole } from '@accord/domain/access/subject'
import type { PartyRelation } from '@accord/domain/case/party'
import type { CaseId, ClinicId, PersonId } from '@accord/domain/ids'
import type { DataSource } from 'typeorm'

/** People of a clinic of a test's own, with one case. */
export interface TestClinic {
  readonly clinic: ClinicId
  readonly case: CaseId
  readonly client: PersonId
  readonly practitioner: PersonId
  readonly supervisor: PersonId
  readonly administrator: PersonId
  readonly parties: readonly { readonly person: PersonId; readonly relation: PartyRelation }[]
}

/** Makes them through the owner's connection. */
export async function createClinic(owner: DataSource): Promise<TestClinic> {
  const clinic = newUuid(Date.now()) as ClinicId
  await owner.query('INSERT INTO clinic (clinic_id, name) VALUES ($1, $2)', [clinic, 'A clinic'])
  const client = await createPerson(owner, clinic, [])
  const practitioner = await createPerson(owner, clinic, ['practitioner'])
  const supervisor = await createPerson(owner, clinic, ['supervisor'])
  const administrator = await createPerson(owner, clinic, ['administrator'])
  const parties = [
    { person: practitioner, relation: 'practitioner' as const },
    { person: client, relation: 'client' as const },
  ]
  const people = { clinic, client, practitioner, supervisor, administrator, parties }
  return { ...people, case: await createCase(owner, people) }
}

export async function createCase(owner: DataSource, people: Omit<TestClinic, 'case'>): Promise<CaseId> {
  const { clinic, parties, supervisor } = people
  const opened = new Date(Date.now() - 86_400_000)
  const caseId = newUuid(Date.now()) as CaseId
  await owner.query(
    `INSERT INTO clinic_case (case_id, clinic_id, discipline, opened_at) VALUES ($1, $2, 'counselling', $3)`,
    [caseId, clinic, opened],
  )
  for (const { person, relation } of parties) {
    await owner.query(
      'INSERT INTO case_party (clinic_id, case_id, person_id, relation, since) VALUES ($1, $2, $3, $4, $5)',
      [clinic, caseId, person, relation, opened],
    )
  }
  await owner.query(
    'INSERT INTO case_supervisor (clinic_id, case_id, person_id, since) VALUES ($1, $2, $3, $4)',
    [clinic, caseId, supervisor, opened],
  )
  return caseId
}

export async function createPerson(
  owner: DataSource,
  clinic: ClinicId,
  roles: readonly StaffRole[],
): Promise<PersonId> {
  const person = newUuid(Date.now()) as PersonId
  const email = `${person}@example.org`
  await owner.query('INSERT INTO person (person_id, email, name) VALUES ($1, $2, $3)', [
    person,
    email,
    'Somebody',
  ])
  await owner.query('INSERT INTO membership (clinic_id, person_id, roles) VALUES ($1, $2, $3)', [
    clinic,
    person,
    roles,
  ])
  return person
}
