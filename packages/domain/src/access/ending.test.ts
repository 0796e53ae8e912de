import { describe, expect, it } from '@jest/globals'
import type { CaseFacts } from '../case/relation.js'
import type { CaseId, ClinicId, PersonId } from '../ids.js'
import type { Action } from './action.js'
import { refusalOf } from './may.js'
import type { Actor } from './subject.js'

const CLINIC = 'alder' as ClinicId
const FACTS: CaseFacts = {
  ...{ clinic: CLINIC, caseId: 'case' as CaseId, closedAt: null, supervisors: ['ruth' as PersonId] },
  parties: [
    { person: 'mara' as PersonId, relation: 'practitioner', since: 1, until: null },
    { person: 'jonah' as PersonId, relation: 'client', since: 1, until: null },
  ],
}
const actor = (person: string, audience: Actor['audience'], clinic = CLINIC): Actor => ({
  ...{ person: person as PersonId, clinic, audience, roles: [] },
})
const jonah = actor('jonah', 'portal')
const ask = (who: Actor, action: Action, facts: Partial<CaseFacts> = {}) =>
  refusalOf(who, action, { kind: 'case', facts: { ...FACTS, ...facts } })?.refused ?? 'yes'

describe('who does what with a pack', () => {
  it('[EN1] [EN7] [EN8] parties write, the practitioner begins and closes, the supervisor reads', () => {
    const actions = ['ending.read', 'ending.print', 'ending.write', 'ending.begin', 'ending.close'] as const
    const of = (who: Actor) => actions.map((action) => ask(who, action))
    expect(of(actor('mara', 'console'))).toEqual(['yes', 'yes', 'yes', 'yes', 'yes'])
    expect(of(jonah)).toEqual(['yes', 'yes', 'yes', 'not-yours', 'not-yours'])
    expect(of(actor('ruth', 'console'))).toEqual(['yes', 'yes', 'read-only', 'read-only', 'read-only'])
    const absent = actions.map(() => 'not-found')
    expect(of(actor('priya', 'portal'))).toEqual(absent)
    expect(of(actor('jonah', 'portal', 'elm' as ClinicId))).toEqual(absent)
  })

  it('[EN12] nobody writes in a closed case, and everybody in it reads', () => {
    const closed = { closedAt: 5, isReadingOver: false }
    expect(ask(jonah, 'ending.write', closed)).toBe('case-closed')
    expect(ask(actor('mara', 'console'), 'ending.close', closed)).toBe('case-closed')
    expect([ask(jonah, 'ending.read', closed), ask(jonah, 'plan.read', closed)]).toEqual(['yes', 'yes'])
  })

  it('[EN10] once the days are over the portal answers for consents alone, and the practice reads on', () => {
    const over = { closedAt: 5, isReadingOver: true }
    for (const action of ['ending.read', 'ending.print', 'plan.read', 'case.read', 'history.read'] as const) {
      expect([action, ask(jonah, action, over)]).toEqual([action, 'reading-over'])
      expect([action, ask(actor('mara', 'console'), action, over)]).toEqual([action, 'yes'])
    }
    expect([ask(jonah, 'consent.read', over), ask(jonah, 'consent.answer', over)]).toEqual(['yes', 'yes'])
    expect(ask(actor('priya', 'portal'), 'plan.read', over)).toBe('not-found')
  })
})
