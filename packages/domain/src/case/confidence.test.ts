import { describe, expect, it } from '@jest/globals'
import { refusalOf } from '../access/may.js'
import type { Actor, Subject } from '../access/subject.js'
import type { CaseId, ClinicId, PersonId } from '../ids.js'
import { confidantsOf, hasGuardian, withoutGuardians } from './confidence.js'
import type { PartyRelation } from './party.js'
import type { CaseFacts } from './relation.js'

const clinic = 'c1' as ClinicId
const person = (name: string) => name as PersonId
const party = (name: string, relation: PartyRelation, until: number | null = null) => ({
  person: person(name),
  relation,
  since: 0,
  until,
})
const facts: CaseFacts = {
  clinic,
  caseId: 'k1' as CaseId,
  closedAt: null,
  supervisors: [person('ruth')],
  parties: [
    party('mara', 'practitioner'),
    party('hanna', 'practitioner', 5),
    party('ellis', 'client'),
    party('petra', 'guardian'),
  ],
}
const actor = (name: string, audience: Actor['audience']): Actor => ({
  person: person(name),
  clinic,
  audience,
  roles: [],
})
const confidential: Subject = { kind: 'case', facts: withoutGuardians(facts) }

describe('what client and practitioner keep between them', () => {
  it('[CF2] is read by the client, the practitioner and the supervisor, and by nobody whose part has ended', () => {
    expect(confidantsOf(facts)).toEqual(['mara', 'ellis', 'ruth'])
  })

  it('[CF2] [AC5] does not exist for a guardian, who reads and writes the plan as before', () => {
    const petra = actor('petra', 'portal')
    for (const action of ['plan.read', 'plan.look', 'plan.write', 'history.read'] as const) {
      expect(refusalOf(petra, action, confidential)).toEqual({ refused: 'not-found' })
      expect(refusalOf(petra, action, { kind: 'case', facts })).toBeNull()
    }
  })

  it('[CF2] is written by its two, and only read by the supervisor', () => {
    expect(refusalOf(actor('ellis', 'portal'), 'plan.write', confidential)).toBeNull()
    expect(refusalOf(actor('mara', 'console'), 'plan.write', confidential)).toBeNull()
    expect(refusalOf(actor('ruth', 'console'), 'plan.read', confidential)).toBeNull()
    expect(refusalOf(actor('ruth', 'console'), 'plan.write', confidential)).toEqual({ refused: 'read-only' })
  })

  it('[CF1] is for cases with a guardian whose part lasts', () => {
    expect(hasGuardian(facts)).toBe(true)
    const ended = { ...facts, parties: [party('ellis', 'client'), party('petra', 'guardian', 3)] }
    expect(hasGuardian(ended)).toBe(false)
  })
})
