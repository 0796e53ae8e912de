import { describe, expect, it } from '@jest/globals'
import type { CaseId, PersonId } from '../ids.js'
import { FINDING_RULES, watchAudit } from './findings.js'

const hanne = 'hanne' as PersonId
const mara = 'mara' as PersonId
const MINUTE = 60_000
const noon = () => 12

type Act = Parameters<ReturnType<typeof watchAudit>['see']>[0][number]

function findingsIn(events: readonly Act[], hourOf: (at: number) => number) {
  const watch = watchAudit(hourOf)
  watch.see(events)
  return watch.found()
}

function acts(count: number, act: (at: number) => Partial<Act>): readonly Act[] {
  return Array.from({ length: count }, (_, at) => ({
    seq: at + 1,
    at: at * MINUTE,
    person: hanne,
    action: 'case.read',
    outcome: 'done',
    code: null,
    case: null,
    ...act(at),
  }))
}

describe('what is out of the ordinary', () => {
  it('[AU7] is one person reading many cases in a short time, told once for the whole run', () => {
    const { count } = FINDING_RULES['many-cases']
    const quick = acts(count + 3, (at) => ({ at: at * 1_000, case: `case-${at}` as CaseId }))
    expect(findingsIn(quick, noon)).toMatchObject([
      { kind: 'many-cases', person: hanne, count: count + 3, first: 1, last: count + 3 },
    ])
    const slow = acts(count + 3, (at) => ({ at: at * 5 * MINUTE, case: `case-${at}` as CaseId }))
    expect(findingsIn(slow, noon)).toEqual([])
    const oneCase = acts(count + 3, (at) => ({ at, case: 'case' as CaseId }))
    expect(findingsIn(oneCase, noon)).toEqual([])
    const byTwo = quick.map((event, at) => ({ ...event, person: at % 2 ? mara : hanne }))
    expect(findingsIn(byTwo, noon)).toEqual([])
  })

  it('[AU7] is the same whatever pages the events come in, and is found by looking at each event once', () => {
    const looked = { times: 0 }
    const counted = (event: Act): Act => ({
      ...event,
      get at() {
        looked.times += 1
        return event.at
      },
    })
    const refused = acts(4_000, (at) => ({ at: at * 10, outcome: 'refused' as const }))
    const watch = watchAudit(noon)
    for (let from = 0; from < refused.length; from += 7) watch.see(refused.slice(from, from + 7).map(counted))
    expect(watch.found()).toEqual(findingsIn(refused, noon))
    expect(watch.found()).toMatchObject([{ kind: 'many-refusals', count: 4_000, first: 1, last: 4_000 }])
    expect(looked.times).toBeLessThan(10 * refused.length)
  })

  it('[AU7] is two runs where the first was over before the second began', () => {
    const { count, minutes } = FINDING_RULES['many-refusals']
    const again = (at: number) => (at < count ? at : at + 3 * minutes) * MINUTE
    const refused = acts(2 * count, (at) => ({ at: again(at), outcome: 'refused' as const }))
    expect(findingsIn(refused, noon).map(({ first, last }) => [first, last])).toEqual([
      [count + 1, 2 * count],
      [1, count],
    ])
  })

  it('[AU7] is somebody who is refused again and again', () => {
    const { count } = FINDING_RULES['many-refusals']
    const refused = (times: number) => acts(times, () => ({ outcome: 'refused', code: 'not-found' }))
    expect(findingsIn(refused(count - 1), noon)).toEqual([])
    expect(findingsIn(refused(count), noon)).toMatchObject([{ kind: 'many-refusals', count }])
  })

  it('[AU7] is a row of wrong passwords, which are no refusals of a rule', () => {
    const { count } = FINDING_RULES['wrong-passwords']
    const wrong = acts(count, () => ({ action: 'sign-in', outcome: 'refused', code: 'wrong-credentials' }))
    expect(findingsIn(wrong, noon).map(({ kind }) => kind)).toEqual(['wrong-passwords'])
  })

  it('[AU7] is an export at night, by the clinic’s own clock', () => {
    const exported = acts(1, () => ({ action: 'history.export' }))
    expect(findingsIn(exported, noon)).toEqual([])
    for (const hour of [22, 0, 5]) expect(findingsIn(exported, () => hour)).toHaveLength(1)
    expect(findingsIn(exported, () => 6)).toEqual([])
    const refused = exported.map((event) => ({ ...event, outcome: 'refused' as const }))
    expect(findingsIn(refused, () => 23)).toEqual([])
  })
})
