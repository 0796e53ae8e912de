import { describe, expect, it } from '@jest/globals'
import type { Party, PartyRelation } from '../case/party.js'
import type { CaseFacts } from '../case/relation.js'
import type { CaseId, ClinicId, PersonId } from '../ids.js'
import { refusalOf } from './may.js'
import type { Actor, ComfortOfClient } from './subject.js'
import { whoMay } from './who-may.js'

const clinic = 'c1' as ClinicId
const person = (name: string) => name as PersonId
const party = (name: string, relation: PartyRelation, until: number | null = null): Party => {
  return { person: person(name), relation, since: 0, until }
}
const actor = (name: string, audience: Actor['audience'], roles: Actor['roles'] = []): Actor => {
  return { person: person(name), clinic, audience, roles }
}
const of = (client: string, wishes: Partial<CaseFacts> = {}): ComfortOfClient => ({
  kind: 'comfort',
  client: person(client),
  facts: {
    clinic,
    caseId: 'k1' as CaseId,
    closedAt: null,
    supervisors: [person('ruth')],
    parties: [
      party('mara', 'practitioner'),
      party('former', 'practitioner', 5),
      party('ana', 'client'),
      party('luis', 'client'),
      party('petra', 'guardian'),
      party('gone', 'client', 5),
    ],
    ...wishes,
  },
})
const asked = (who: Actor | null, subject = of('ana')) => [
  refusalOf(who, 'comfort.read', subject)?.refused ?? 'yes',
  refusalOf(who, 'comfort.write', subject)?.refused ?? 'yes',
]

describe('how a client likes things', () => {
  it('[CL18] is read and written by that client and by a guardian', () => {
    expect(asked(actor('ana', 'portal'))).toEqual(['yes', 'yes'])
    expect(asked(actor('petra', 'portal'))).toEqual(['yes', 'yes'])
  })

  it('[CL18] is read, and not written, by practitioner and supervisor', () => {
    expect(asked(actor('mara', 'console', ['practitioner']))).toEqual(['yes', 'not-yours'])
    expect(asked(actor('ruth', 'console', ['supervisor']))).toEqual(['yes', 'read-only'])
  })

  it.each([
    ['the partner of a couple', actor('luis', 'portal')],
    ['an administrator', actor('beth', 'console', ['administrator'])],
    ['a practitioner whose part has ended', actor('former', 'console', ['practitioner'])],
    ['another practitioner', actor('hanna', 'console', ['practitioner'])],
    ['the client, through the console', actor('ana', 'console')],
    ['somebody of another clinic', { ...actor('ana', 'portal'), clinic: 'c2' as ClinicId }],
  ])('[CL18] is absent for %s', (_who, who) => {
    expect(asked(who)).toEqual(['not-found', 'not-found'])
  })

  it('[CL18] is kept of clients only, while they have a part in the case', () => {
    for (const nobody of ['gone', 'mara', 'petra', 'stranger']) {
      expect(asked(actor('mara', 'console'), of(nobody))).toEqual(['not-found', 'not-found'])
    }
    expect(asked(null)).toEqual(['not-signed-in', 'not-signed-in'])
  })

  it('[CL14] is read, and no longer written, in a closed case', () => {
    expect(asked(actor('ana', 'portal'), of('ana', { closedAt: 9 }))).toEqual(['yes', 'case-closed'])
  })

  it('[CL20] names its readers and writers by the very rule that answers them', () => {
    expect(whoMay('comfort.read', of('ana'))).toEqual(['mara', 'ana', 'petra', 'ruth'])
    expect(whoMay('comfort.write', of('luis'))).toEqual(['luis', 'petra'])
    expect(whoMay('comfort.write', of('luis', { closedAt: 9 }))).toEqual([])
  })
})
