import { describe, expect, it } from '@jest/globals'
import type { PartyRelation } from '../case/party.js'
import type { CaseFacts } from '../case/relation.js'
import type { CaseId, ClinicId, PersonId } from '../ids.js'
import type { Action } from './action.js'
import { may } from './may.js'
import type { Actor, StaffRole, Subject } from './subject.js'

const clinic = 'alder' as ClinicId
const id = (name: string) => name as PersonId
const party = (name: string, relation: PartyRelation) => ({
  person: id(name),
  relation,
  since: 0,
  until: null,
})
const facts: CaseFacts = {
  ...{ clinic, caseId: 'case' as CaseId, closedAt: null, supervisors: [id('ruth')] },
  parties: [party('mara', 'practitioner'), party('jonah', 'client'), party('petra', 'guardian')],
}
const actor = (name: string, audience: Actor['audience'], ...roles: StaffRole[]): Actor => {
  return { person: id(name), clinic, audience, roles }
}

/** Those of one case, its clinic's administrator, and a practitioner and a supervisor who have no part in it. */
const EVERYBODY = {
  mara: actor('mara', 'console', 'practitioner'),
  ruth: actor('ruth', 'console', 'supervisor'),
  beth: actor('beth', 'console', 'administrator'),
  jonah: actor('jonah', 'portal'),
  petra: actor('petra', 'portal'),
  hanna: actor('hanna', 'console', 'practitioner'),
  sven: actor('sven', 'console', 'supervisor'),
}
type Name = keyof typeof EVERYBODY
const STAFF: readonly Name[] = ['mara', 'ruth', 'beth', 'hanna', 'sven']
const NAMES = Object.keys(EVERYBODY) as readonly Name[]

const ofCase: Subject = { kind: 'case', facts }
const ofClinic: Subject = { kind: 'clinic', clinic }
/** Who may, of everybody, and nobody of another clinic. */
function those(action: Action, subject: Subject): readonly Name[] {
  const abroad = NAMES.filter((name) =>
    may({ ...EVERYBODY[name], clinic: 'elm' as ClinicId }, action, subject),
  )
  expect([action, abroad]).toEqual([action, []])
  return NAMES.filter((name) => may(EVERYBODY[name], action, subject))
}
function expectOf(subject: Subject, wanted: Partial<Record<Action, readonly Name[]>>): void {
  const found = (Object.keys(wanted) as readonly Action[]).map((action) => [action, those(action, subject)])
  expect(Object.fromEntries(found)).toEqual(wanted)
}

describe('who may ask', () => {
  it('[AC12] of a review its supervisors and practitioners, of its safe part the clients and guardians', () => {
    expectOf(ofCase, {
      'review.read': ['mara', 'ruth'],
      'review.write': ['mara', 'ruth'],
      'review.for-client': ['jonah', 'petra'],
    })
    const asked = ['ruth', 'beth', 'sven'] as const
    expectOf(ofClinic, { 'checklist.read': asked, 'checklist.write': asked })
  })

  it('[AC13] of alarms the staff, of the rules of queues supervisors and administrators, who alone change them', () => {
    expectOf(ofClinic, {
      'alarms.read': STAFF,
      'policy.read': ['ruth', 'beth', 'sven'],
      'policy.write': ['beth'],
    })
    expectOf(ofCase, {
      'alarms.report': ['mara', 'ruth', 'jonah', 'petra'],
      'alarms.acknowledge': ['ruth', 'beth'],
    })
  })

  it('[AC14] of notes the practice’s people in the case, of shown ones its clients and guardians, of forms the staff', () => {
    expectOf(ofCase, {
      'note.read': ['mara', 'ruth'],
      'note.write': ['mara'],
      'note.co-sign': ['ruth'],
      'note.print': ['mara', 'ruth'],
      'note.for-client': ['jonah', 'petra'],
      'note.reply': ['jonah', 'petra'],
    })
    expectOf(ofClinic, { 'note.unsigned': STAFF, 'note-form.read': STAFF, 'note-form.write': ['beth'] })
  })

  it('[AC15] of what gets in the way everybody in the case but guardians, and supervisors only read it', () => {
    expectOf(ofCase, {
      'barrier.read': ['mara', 'ruth', 'jonah'],
      'barrier.write': ['mara', 'jonah'],
      'barrier.move': ['mara'],
    })
  })

  it('[AC17] of a process note its writer, and only as long as they are a practitioner of the case', () => {
    const by = (writer: string): Subject => ({ kind: 'process-note', writer: id(writer), facts })
    expectOf(by('mara'), { 'process-note.read': ['mara'], 'process-note.write': ['mara'] })
    for (const other of ['ruth', 'jonah', 'hanna']) {
      expectOf(by(other), { 'process-note.read': [], 'process-note.write': [] })
    }
  })

  it('[AC18] of guardians’ parts that end everybody, of the rule the staff, who leave it to administrators', () => {
    expectOf(ofClinic, {
      'guardians.read': NAMES,
      'guardian-rule.read': STAFF,
      'guardian-rule.write': ['beth'],
    })
  })

  it('[AC19] of a request its asker at the portal, and of all of them administrators', () => {
    const own = ['jonah', 'petra'] as const
    expectOf(ofClinic, { 'own-requests.read': own, 'own-requests.write': own })
    const atTheDesk = ['requests.read', 'requests.answer', 'retention.read', 'retention.write'] as const
    for (const action of [...atTheDesk, 'hold.write', 'restriction.lift'] as const) {
      expectOf(ofClinic, { [action]: ['beth'] })
    }
  })

  it('[AC20] of an emergency practitioners and supervisors, of what was opened its opener, and another reviews', () => {
    expectOf(ofClinic, { 'emergency.find': ['mara', 'ruth', 'hanna', 'sven'], 'emergency.news': STAFF })
    const opening = { openedBy: id('hanna'), isStanding: true }
    const of = (opened: typeof opening | null): Subject => {
      return { kind: 'emergency', facts, isWithheld: false, opening: opened }
    }
    expectOf(of(null), { 'emergency.open': ['hanna', 'sven'] })
    expectOf(of(opening), {
      'emergency.read': ['hanna'],
      'emergency.end': ['hanna'],
      'emergency.review': ['ruth'],
    })
  })
})
