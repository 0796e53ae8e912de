import { describe, expect, it } from '@jest/globals'
import type { CaseFacts } from '../case/relation.js'
import type { CaseId, ClinicId, PersonId } from '../ids.js'
import type { Action } from './action.js'
import { refusalOf } from './may.js'
import type { Actor, EmergencyInCase, StaffRole } from './subject.js'

const clinic = 'c1' as ClinicId
const id = (name: string) => name as PersonId
const facts: CaseFacts = {
  clinic,
  caseId: 'k1' as CaseId,
  closedAt: null,
  supervisors: [id('ruth')],
  parties: [
    { person: id('mara'), relation: 'practitioner', since: 0, until: null },
    { person: id('jonah'), relation: 'client', since: 0, until: null },
  ],
}
const staff = (name: string, ...roles: StaffRole[]): Actor => {
  return { person: id(name), clinic, audience: 'console', roles }
}
const hanna = staff('hanna', 'practitioner')
const asked = (who: Actor, action: Action, wishes: Partial<EmergencyInCase> = {}) => {
  const opening = { openedBy: id('hanna'), isStanding: true }
  const subject = { kind: 'emergency', facts, isWithheld: false, opening, ...wishes } as const
  return refusalOf(who, action, subject)?.refused ?? 'yes'
}

describe('who may open what isn’t theirs', () => {
  it.each<[string, Actor, string]>([
    ['a practitioner who isn’t of the case', hanna, 'yes'],
    ['a supervisor of another', staff('sven', 'supervisor'), 'yes'],
    ['its practitioner, who needs no emergency', staff('mara', 'practitioner'), 'not-yours'],
    ['its supervisor', staff('ruth', 'supervisor'), 'not-yours'],
    ['an administrator', staff('beth', 'administrator'), 'not-found'],
    ['its client', { ...staff('jonah'), audience: 'portal' as const }, 'not-found'],
    ['a practitioner at the portal', { ...hanna, audience: 'portal' as const }, 'not-found'],
    ['another clinic’s practitioner', { ...hanna, clinic: 'c2' as ClinicId }, 'not-found'],
  ])('[EM3] %s', (_who, actor, answer) => {
    expect(asked(actor, 'emergency.open', { opening: null })).toBe(answer)
  })

  it('[EM3] for whom consent was taken back from, it is absent, also when it stands open', () => {
    expect(asked(hanna, 'emergency.open', { opening: null, isWithheld: true })).toBe('not-found')
    expect(asked(hanna, 'emergency.read', { isWithheld: true })).toBe('not-found')
  })

  it('[EM5] [EM7] reads and ends it nobody but its opener, and only while it stands', () => {
    for (const action of ['emergency.read', 'emergency.end'] as const) {
      expect(asked(hanna, action)).toBe('yes')
      for (const other of [
        staff('ruth', 'supervisor'),
        staff('mara', 'practitioner'),
        staff('beth', 'administrator'),
      ])
        expect(asked(other, action)).toBe('not-found')
      expect(asked(hanna, action, { opening: { openedBy: id('hanna'), isStanding: false } })).toBe(
        'not-found',
      )
    }
  })

  it('[EM12] reviews it a supervisor of the case, and never who opened it', () => {
    const review = (who: Actor, supervisors: readonly string[]) =>
      asked(who, 'emergency.review', { facts: { ...facts, supervisors: supervisors.map(id) } })
    const sven = staff('sven', 'supervisor')
    expect(review(staff('ruth', 'supervisor'), ['ruth'])).toBe('yes')
    expect(review(sven, ['ruth'])).toBe('not-found')
    expect(review(sven, [])).toBe('yes')
    expect(review(sven, ['hanna'])).toBe('yes')
    expect(review({ ...hanna, roles: ['supervisor'] }, ['hanna'])).toBe('not-yours')
    expect(review(staff('mara', 'practitioner'), ['ruth'])).toBe('not-yours')
    expect(review(staff('beth', 'administrator'), ['ruth'])).toBe('not-found')
  })
})
