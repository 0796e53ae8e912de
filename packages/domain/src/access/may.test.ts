import { describe, expect, it } from '@jest/globals'
import type { CaseFacts } from '../case/relation.js'
import type { CaseId, ClinicId, PersonId } from '../ids.js'
import { ACTIONS, type Action } from './action.js'
import { may, refusalOf, type Actor, type StaffRole, type Subject } from './may.js'

const clinic = 'c1' as ClinicId
const person = (name: string) => name as PersonId
const actor = (name: string, audience: Actor['audience'], ...roles: StaffRole[]): Actor => ({
  person: person(name),
  clinic,
  audience,
  roles,
})
const facts: CaseFacts = {
  clinic,
  caseId: 'k1' as CaseId,
  closedAt: null,
  supervisors: [person('ruth')],
  parties: [
    { person: person('mara'), relation: 'practitioner', since: 0, until: null },
    { person: person('jonah'), relation: 'client', since: 0, until: null },
    { person: person('former'), relation: 'practitioner', since: 0, until: 5 },
  ],
}
const own: Subject = { kind: 'case', facts }
const inCase: readonly Action[] = ['case.read', 'plan.read', 'plan.look', 'history.read', 'plan.write']
const allowed = (who: Actor | null, subject: Subject = own) =>
  inCase.filter((action) => may(who, action, subject))

describe('who may do what in a case', () => {
  it('[AC3] its practitioner and its client read and write', () => {
    expect(allowed(actor('mara', 'console', 'practitioner'))).toEqual(inCase)
    expect(allowed(actor('jonah', 'portal'))).toEqual(inCase)
  })

  it('[AC3] its supervisor reads and does not write', () => {
    const ruth = actor('ruth', 'console', 'supervisor')
    expect(allowed(ruth)).toEqual(inCase.filter((action) => action !== 'plan.write'))
    expect(refusalOf(ruth, 'plan.write', own)).toMatchObject({ refused: 'read-only' })
  })

  it.each([
    ['an administrator', actor('ada', 'console', 'administrator')],
    ['another practitioner', actor('samuel', 'console', 'practitioner')],
    ['another supervisor', actor('tomasz', 'console', 'supervisor')],
    ['another client', actor('priya', 'portal')],
    ['a practitioner whose part has ended', actor('former', 'console', 'practitioner')],
    ['its practitioner, through the portal', actor('mara', 'portal', 'practitioner')],
    ['its client, through the console', actor('jonah', 'console')],
    ['somebody of another clinic', { ...actor('mara', 'console', 'practitioner'), clinic: 'c2' as ClinicId }],
  ])('[AC5] for %s the case does not exist', (_who, who) => {
    for (const action of inCase) expect(refusalOf(who, action, own)).toEqual({ refused: 'not-found' })
  })

  it('[AT11] its client may ask who looked at the record, its practitioner may not', () => {
    expect(may(actor('jonah', 'portal'), 'looks.read', own)).toBe(true)
    expect(refusalOf(actor('mara', 'console', 'practitioner'), 'looks.read', own)).toEqual({
      refused: 'not-yours',
    })
    expect(refusalOf(actor('priya', 'portal'), 'looks.read', own)).toEqual({ refused: 'not-found' })
  })

  it('[AC2] a closed case is read and not written', () => {
    const closed: Subject = { kind: 'case', facts: { ...facts, closedAt: 9 } }
    expect(allowed(actor('jonah', 'portal'), closed)).not.toContain('plan.write')
    expect(allowed(actor('jonah', 'portal'), closed)).toContain('plan.read')
  })
})

describe('everything else', () => {
  it('[AC1] nobody who is not signed in may do anything but come in', () => {
    const subjects: readonly Subject[] = [own, { kind: 'door' }, { kind: 'self' }, { kind: 'clinic', clinic }]
    const open = ACTIONS.filter((action) => subjects.some((subject) => may(null, action, subject)))
    expect(open).toEqual(['sign-in', 'clinic.greet', 'health.read', 'set-up', 'welcome'])
  })

  it('[AC1] an action asked of the wrong kind of subject is refused', () => {
    const mara = actor('mara', 'console', 'practitioner')
    expect(may(mara, 'plan.write', { kind: 'self' })).toBe(false)
    expect(may(mara, 'case.list', own)).toBe(false)
    expect(may(mara, 'case.list', { kind: 'clinic', clinic: 'c2' as ClinicId })).toBe(false)
  })
})

describe('who may manage the people of a clinic', () => {
  const desk: Subject = { kind: 'clinic', clinic }
  const atTheDesk: readonly Action[] = [
    'people.list',
    'people.manage',
    'people.import',
    'people.invite',
    'case-file.read',
    'case-file.write',
  ]
  const managed = (who: Actor) => atTheDesk.filter((action) => may(who, action, desk))

  it('[CL4] its administrators do, at the console, and nobody else', () => {
    expect(managed(actor('beth', 'console', 'administrator'))).toEqual(atTheDesk)
    expect(managed(actor('mara', 'console', 'practitioner'))).toEqual([])
    expect(managed(actor('ruth', 'console', 'supervisor'))).toEqual([])
    expect(managed(actor('beth', 'portal', 'administrator'))).toEqual([])
    expect(managed({ ...actor('beth', 'console', 'administrator'), clinic: 'c2' as ClinicId })).toEqual([])
  })

  it('[AC3] an administrator sees nothing of a case because of that', () => {
    expect(allowed(actor('beth', 'console', 'administrator'))).toEqual([])
  })

  it('[CL5] how to reach a client is for administrators and for the practitioners who see them', () => {
    const jonah: Subject = { kind: 'client', facts: { clinic, practitioners: [person('mara')] } }
    expect(may(actor('mara', 'console', 'practitioner'), 'client.write', jonah)).toBe(true)
    expect(may(actor('beth', 'console', 'administrator'), 'client.read', jonah)).toBe(true)
    const others = [
      actor('hanne', 'console', 'practitioner'),
      actor('jonah', 'portal'),
      actor('mara', 'portal'),
    ]
    for (const other of others) {
      expect(refusalOf(other, 'client.read', jonah)).toEqual({ refused: 'not-found' })
    }
    const elsewhere = { ...actor('beth', 'console', 'administrator'), clinic: 'c2' as ClinicId }
    expect(refusalOf(elsewhere, 'client.read', jonah)).toEqual({ refused: 'not-found' })
  })

  it('[CL15] the phase is read by those in the case and changed by its practitioner', () => {
    expect(may(actor('jonah', 'portal'), 'phase.read', own)).toBe(true)
    expect(refusalOf(actor('jonah', 'portal'), 'phase.write', own)).toEqual({ refused: 'not-yours' })
    expect(may(actor('ruth', 'console', 'supervisor'), 'phase.read', own)).toBe(true)
    expect(may(actor('ruth', 'console', 'supervisor'), 'phase.write', own)).toBe(false)
    expect(may(actor('mara', 'console', 'practitioner'), 'phase.write', own)).toBe(true)
    expect(may(actor('beth', 'console', 'administrator'), 'phase.read', own)).toBe(false)
  })
})
