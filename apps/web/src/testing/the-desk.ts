import type { CaseId, PersonId } from '@accord/domain/ids'
import type { CaseFile } from '@accord/domain/rest/case-file'
import type { Client, People } from '@accord/domain/rest/people'
import { aSelf } from './people.js'

export const BETH = 'beth' as PersonId
export const AS_BETH = aSelf(BETH, 'Beth Calloway', ['administrator'])

export const JONAHS_FILE: Client = {
  id: 'jonah' as PersonId,
  name: 'Jonah Okafor',
  pronouns: 'he / him',
  language: null,
  email: 'jonah@alder.example',
  phone: null,
  dateOfBirth: null,
  emergencyContact: null,
  signIn: 'not-invited',
  death: { version: 0, day: null, reason: null, by: null, at: null },
}

export const NOBODY_YET: People = {
  staff: [
    {
      id: BETH,
      name: 'Beth Calloway',
      email: 'beth@alder.example',
      roles: ['administrator'],
      signIn: 'active',
    },
  ],
  clients: [],
}

const { id, name, pronouns, email, signIn } = JONAHS_FILE
export const PEOPLE_HERE: People = {
  staff: [
    ...NOBODY_YET.staff,
    {
      id: 'mara' as PersonId,
      name: 'Mara Lindqvist',
      email: 'mara@alder.example',
      roles: ['practitioner'],
      signIn: 'active',
    },
    {
      id: 'hanne' as PersonId,
      name: 'Hanne Vos',
      email: 'hanne@alder.example',
      roles: ['practitioner'],
      signIn: 'active',
    },
  ],
  clients: [{ id, name, pronouns, email, signIn, cases: [] }],
}

export const JONAHS_CASE: CaseFile = {
  caseId: 'case' as CaseId,
  discipline: 'counselling',
  openedAt: Date.now() - 86_400_000,
  closedAt: null,
  people: [
    { person: id, name, relation: 'client', since: Date.now() - 86_400_000, until: null },
    {
      person: 'mara' as PersonId,
      name: 'Mara Lindqvist',
      relation: 'practitioner',
      since: Date.now() - 86_400_000,
      until: null,
    },
  ],
}
