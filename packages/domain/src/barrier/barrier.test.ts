import { describe, expect, it } from '@jest/globals'
import type { Station } from '../alliance/station.js'
import type { PersonId } from '../ids.js'
import {
  barrierCue,
  inOrder,
  isOpen,
  refusalOfMove,
  stationOf,
  stationsOf,
  type Barrier,
  type BarrierEntry,
} from './barrier.js'

const JONAH = 'jonah' as PersonId
const MARA = 'mara' as PersonId

type Entered = { readonly to: Station; readonly words?: string } | { readonly said: string }
function aBarrier(by: PersonId, ...entered: readonly (Entered & { readonly by?: PersonId })[]): Barrier {
  const rest = entered.map((one, index): BarrierEntry => {
    const dated = { seq: index + 2, by: one.by ?? MARA, at: (index + 1) * 10 }
    return 'to' in one
      ? { ...dated, kind: 'moved', station: one.to, words: one.words ?? null }
      : { ...dated, kind: 'said', words: one.said }
  })
  return {
    ...{ id: 'b1', client: JONAH, kind: 'communication', words: 'Says fine when he means no' },
    entries: [{ kind: 'moved', station: 'noticed', words: null, seq: 1, by, at: 0 }, ...rest],
  }
}
const drawn = (barrier: Barrier) => stationsOf(barrier).map(({ standing }) => standing)

describe('what gets in the way', () => {
  it('[BA1] is open from the noticing on, until something has changed', () => {
    expect(drawn(aBarrier(MARA))).toEqual(['passed', 'open', 'ahead'])
    expect(drawn(aBarrier(MARA, { to: 'talked' }))).toEqual(['passed', 'passed', 'open'])
    const changed = aBarrier(MARA, { to: 'talked' }, { to: 'changed' }, { said: 'Still so', by: JONAH })
    expect(drawn(changed)).toEqual(['passed', 'passed', 'passed'])
    expect([isOpen(aBarrier(MARA)), isOpen(changed), stationOf(changed)]).toEqual([true, false, 'changed'])
  })

  it('[BA1] [BA2] what comes back is open again, and when it was noticed stays', () => {
    const back = aBarrier(MARA, { to: 'talked' }, { to: 'changed' }, { to: 'noticed', words: 'Again' })
    const [noticed, talked, changed] = stationsOf(back)
    expect(noticed).toMatchObject({ standing: 'passed', move: { at: 0 } })
    expect(talked).toMatchObject({ standing: 'open', isAgain: true, since: { words: 'Again' } })
    expect(changed).toEqual({ station: 'changed', standing: 'ahead' })
    expect(isOpen(back)).toBe(true)
  })

  it('[BA2] goes forth with or without words, back with a reason, and never where it is', () => {
    expect(refusalOfMove('noticed', 'talked', null)).toBeNull()
    expect(refusalOfMove('noticed', 'changed', null)).toBeNull()
    expect(refusalOfMove('changed', 'talked', 'It came back')).toBeNull()
    expect(refusalOfMove('changed', 'talked', null)?.refused).toBe('malformed')
    expect(refusalOfMove('talked', 'talked', 'More')?.refused).toBe('already-exists')
  })

  it('[BA5] is worth asking about once its client wrote last, also when it seemed changed', () => {
    expect(barrierCue(aBarrier(JONAH), [], 3)).toEqual({ kind: 'said', at: 0 })
    expect(barrierCue(aBarrier(JONAH, { said: 'Thank you' }), [], 3)).toBeNull()
    const changed = aBarrier(MARA, { to: 'changed' }, { said: 'Not for me', by: JONAH })
    expect(barrierCue(changed, [], 3)).toEqual({ kind: 'said', at: 20 })
  })

  it('[BA5] is worth asking about when it is open and nobody touched it for so many sessions', () => {
    const open = aBarrier(MARA, { to: 'talked' })
    expect(barrierCue(open, [5, 11, 12], 3)).toBeNull()
    expect(barrierCue(open, [11, 12, 13], 3)).toEqual({ kind: 'untouched', sessions: 3 })
    expect(barrierCue(aBarrier(MARA, { to: 'changed' }), [11, 12, 13], 3)).toBeNull()
  })

  it('[BA1] stands open before changed, the earliest first', () => {
    const changed = aBarrier(MARA, { to: 'changed' })
    const [first] = changed.entries
    const later: Barrier = { ...aBarrier(MARA), id: 'b2', entries: [{ ...first, at: 5 }] }
    const early: Barrier = { ...aBarrier(MARA), id: 'b3' }
    expect(inOrder([changed, later, early]).map(({ id }) => id)).toEqual(['b3', 'b2', 'b1'])
  })
})
