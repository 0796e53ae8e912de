import { describe, expect, it } from '@jest/globals'
import type { CaseFacts } from '../case/relation.js'
import type { CaseId, ClinicId, PersonId } from '../ids.js'
import { ACTIONS, type Action } from './action.js'
import { may, refusalOf } from './may.js'
import type { Actor, StaffRole, Subject } from './subject.js'

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
const inCase: readonly Action[] = [
  'case.read',
  'plan.read',
  'plan.look',
  'plan.seen',
  'history.read',
  'history.export',
  'plan.write',
]
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

  it('[AC10] [AC11] its parties see who looked, its client asks why, and whoever looked answers', () => {
    const looks: readonly Action[] = ['looks.read', 'looks.ask', 'looks.answer']
    const of = (who: Actor) => looks.filter((action) => may(who, action, own))
    expect(of(actor('jonah', 'portal'))).toEqual(['looks.read', 'looks.ask'])
    expect(of(actor('mara', 'console', 'practitioner'))).toEqual(['looks.read', 'looks.answer'])
    expect(of(actor('ruth', 'console', 'supervisor'))).toEqual(['looks.answer'])
    expect(of(actor('beth', 'console', 'administrator'))).toEqual([])
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

describe('a log that one person has to themselves', () => {
  const own = (log: 'draft' | 'private', writer: string): Subject => ({
    kind: 'own-log',
    log,
    writer: person(writer),
    facts,
  })
  const inOwn: readonly Action[] = ['draft.read', 'draft.write', 'private.read', 'private.write']
  const allowedIn = (who: Actor | null, subject: Subject) =>
    inOwn.filter((action) => may(who, action, subject))
  const jonah = actor('jonah', 'portal')
  const mara = actor('mara', 'console', 'practitioner')

  it('[DR1] is read and written by its writer', () => {
    expect(allowedIn(jonah, own('draft', 'jonah'))).toEqual(['draft.read', 'draft.write'])
    expect(allowedIn(mara, own('draft', 'mara'))).toEqual(['draft.read', 'draft.write'])
    expect(allowedIn(mara, own('private', 'mara'))).toEqual(['private.read', 'private.write'])
  })

  it.each([
    ['the other party', mara, own('draft', 'jonah')],
    ['the supervisor', actor('ruth', 'console', 'supervisor'), own('draft', 'jonah')],
    ['the supervisor, of the practitioner’s', actor('ruth', 'console', 'supervisor'), own('private', 'mara')],
    ['an administrator', actor('ada', 'console', 'administrator'), own('draft', 'jonah')],
    ['the client, of the practitioner’s', jonah, own('private', 'mara')],
    ['a writer whose part has ended', actor('former', 'console', 'practitioner'), own('draft', 'former')],
    ['its writer, through the other app', actor('jonah', 'console'), own('draft', 'jonah')],
    ['a supervisor who would write one', actor('ruth', 'console', 'supervisor'), own('draft', 'ruth')],
    ['a client who would have private notes', jonah, own('private', 'jonah')],
  ])('[DR1] [DR2] for %s it does not exist', (_who, who, subject) => {
    for (const action of inOwn) expect(refusalOf(who, action, subject)).toEqual({ refused: 'not-found' })
  })

  it('[DR1] is asked by the rules of its own: who may read the plan may not read it by that', () => {
    expect(may(mara, 'plan.read', own('draft', 'mara'))).toBe(false)
    expect(may(mara, 'draft.read', { kind: 'case', facts })).toBe(false)
    expect(refusalOf(null, 'draft.read', own('draft', 'jonah'))).toEqual({ refused: 'not-signed-in' })
  })

  it('[AC2] is still read, and no longer written, when the case is closed', () => {
    const closed: Subject = {
      kind: 'own-log',
      log: 'draft',
      writer: person('jonah'),
      facts: { ...facts, closedAt: 9 },
    }
    expect(allowedIn(jonah, closed)).toEqual(['draft.read'])
    expect(refusalOf(jonah, 'draft.write', closed)).toEqual({ refused: 'case-closed' })
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

describe('what a supervisor and a practitioner keep together', () => {
  const own = { clinic, supervisor: person('ruth'), practitioner: person('mara') }
  const theirs = (isCurrent: boolean, isKept = true): Subject => ({
    kind: 'supervision',
    facts: { ...own, isCurrent, isKept },
  })
  const deeds: readonly Action[] = ['supervision.read', 'supervision.write', 'supervision.sign']
  const done = (who: Actor, subject: Subject) => deeds.filter((action) => may(who, action, subject))
  const ruth = actor('ruth', 'console', 'supervisor')
  const mara = actor('mara', 'console', 'practitioner')

  it('[SQ14] is read, written and signed by the two', () => {
    expect(done(ruth, theirs(true))).toEqual(deeds)
    expect(done(mara, theirs(true, false))).toEqual(deeds)
  })

  it('[SQ14] without a case together is read and signed, and nothing is added', () => {
    expect(done(mara, theirs(false))).toEqual(['supervision.read', 'supervision.sign'])
    expect(refusalOf(mara, 'supervision.write', theirs(false))).toEqual({ refused: 'read-only' })
    expect(refusalOf(mara, 'supervision.read', theirs(false, false))).toEqual({ refused: 'not-found' })
  })

  it.each([
    ['another practitioner', actor('hanne', 'console', 'practitioner')],
    ['another supervisor', actor('tomasz', 'console', 'supervisor')],
    ['an administrator', actor('beth', 'console', 'administrator')],
    ['a client', actor('jonah', 'portal')],
    ['one of the two, through the portal', actor('mara', 'portal', 'practitioner')],
    ['somebody of another clinic', { ...actor('mara', 'console'), clinic: 'c2' as ClinicId }],
  ])('[SQ14] for %s it does not exist', (_who, who) => {
    for (const deed of deeds) expect(refusalOf(who, deed, theirs(true))).toEqual({ refused: 'not-found' })
  })

  it('[SQ14] a queue is for supervisors, a list of pairs also for practitioners, both at the console', () => {
    const desk: Subject = { kind: 'clinic', clinic }
    const asked = (who: Actor) =>
      (['queue.read', 'supervision.list'] as const).filter((action) => may(who, action, desk))
    expect(asked(ruth)).toEqual(['queue.read', 'supervision.list'])
    expect(asked(mara)).toEqual(['supervision.list'])
    expect(asked(actor('beth', 'console', 'administrator'))).toEqual([])
    expect(asked(actor('ruth', 'portal', 'supervisor'))).toEqual([])
  })
})
