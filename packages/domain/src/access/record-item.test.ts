import { describe, expect, it } from '@jest/globals'
import { ITEM_KINDS } from '../addendum/item.js'
import type { CaseFacts } from '../case/relation.js'
import type { CaseId, ClinicId, PersonId } from '../ids.js'
import { refusalOf } from './may.js'
import { readersOfItem, refusalOfItem, type ItemScope } from './record-item.js'
import type { Actor } from './subject.js'

const CLINIC = 'alder' as ClinicId
const part = (person: string, relation: 'client' | 'guardian' | 'practitioner') => {
  return { person: person as PersonId, relation, since: 1, until: null }
}
/** A couple, the mother of one of them, and who works with them. */
const FACTS: CaseFacts = {
  ...{ clinic: CLINIC, caseId: 'case' as CaseId, closedAt: null, supervisors: ['ruth' as PersonId] },
  parties: [
    part('mara', 'practitioner'),
    part('jonah', 'client'),
    part('ines', 'client'),
    part('ada', 'guardian'),
  ],
}
const actor = (person: string, audience: Actor['audience']): Actor => ({
  ...{ person: person as PersonId, clinic: CLINIC, audience, roles: [] },
})
const shared = (kind: ItemScope['kind']): ItemScope => ({ kind, client: null, isBetween: false, shown: null })
const jonahs = (kind: ItemScope['kind'], shown: ItemScope['shown'] = null): ItemScope => {
  return { kind, client: 'jonah' as PersonId, isBetween: false, shown }
}
const ask = (who: Actor, action: 'addendum.read' | 'addendum.write', facts: Partial<CaseFacts> = {}) =>
  refusalOf(who, action, { kind: 'case', facts: { ...FACTS, ...facts } })?.refused ?? 'yes'

describe('who reads and writes what is added to a record', () => {
  const all = ['mara', 'jonah', 'ines', 'ada', 'ruth']

  it('[AD2] whoever reads an item reads what was added to it, by that item’s own right', () => {
    for (const kind of ['moment', 'session', 'ending', 'disclosure', 'supervisor-said', 'note'] as const)
      expect([kind, readersOfItem(shared(kind), FACTS)]).toEqual([kind, all])
    for (const kind of ['questionnaire', 'barrier', 'safety-plan'] as const)
      expect([kind, readersOfItem(jonahs(kind), FACTS)]).toEqual([kind, ['mara', 'jonah', 'ruth']])
    const between = { ...shared('moment'), isBetween: true }
    expect(readersOfItem(between, FACTS)).toEqual(['mara', 'jonah', 'ines', 'ruth'])
  })

  it('[AD2] [CI3] what was said of a check-in is read by those to whom its client left that', () => {
    const of = (shownTo: 'now' | 'after-talk' | 'supervisor', hasTalked = false) =>
      readersOfItem(jonahs('check-in', { shownTo, hasTalked }), FACTS)
    expect([of('now'), of('supervisor')]).toEqual([
      ['mara', 'jonah', 'ruth'],
      ['jonah', 'ruth'],
    ])
    expect([of('after-talk'), of('after-talk', true)]).toEqual([['jonah'], ['mara', 'jonah', 'ruth']])
  })

  it('[AD2] to an administrator and to another case’s client there is nothing', () => {
    for (const who of [actor('beth', 'console'), actor('priya', 'portal'), actor('jonah', 'console')])
      for (const kind of ITEM_KINDS)
        expect([kind, refusalOfItem(who, jonahs(kind), FACTS)?.refused]).toEqual([kind, 'not-found'])
  })

  it('[AD5] clients and guardians add, in a closed case too, until its days are over or while it is restricted', () => {
    const [jonah, ada] = [actor('jonah', 'portal'), actor('ada', 'portal')]
    const staff = [actor('mara', 'console'), actor('ruth', 'console')]
    expect([jonah, ada].map((who) => ask(who, 'addendum.write'))).toEqual(['yes', 'yes'])
    expect(staff.map((who) => ask(who, 'addendum.write'))).toEqual(['not-yours', 'not-yours'])
    expect(staff.map((who) => ask(who, 'addendum.read'))).toEqual(['yes', 'yes'])
    expect(ask(jonah, 'addendum.write', { closedAt: 5 })).toBe('yes')
    expect(ask(jonah, 'addendum.write', { closedAt: 5, isReadingOver: true })).toBe('reading-over')
    const locked = { closedAt: 5, restrictedAt: 5 }
    expect([ask(jonah, 'addendum.write', locked), ask(jonah, 'addendum.read', locked)]).toEqual([
      'restricted',
      'yes',
    ])
  })
})
