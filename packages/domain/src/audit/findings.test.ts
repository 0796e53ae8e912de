import { describe, expect, it } from '@jest/globals'
import type { CaseId, PersonId } from '../ids.js'
import { findingsIn, FINDING_RULES } from './findings.js'

const hanne = 'hanne' as PersonId
const mara = 'mara' as PersonId
const MINUTE = 60_000
const noon = () => 12

type Act = Parameters<typeof findingsIn>[0][number]

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
