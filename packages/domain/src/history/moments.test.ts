import { describe, expect, it } from '@jest/globals'
import type { ClientId, GoalId, PersonId } from '../ids.js'
import type { Piece } from '../text/attributed.js'
import type { HistoryEntry } from './entry.js'
import { momentsOf, type Moment } from './moments.js'
import type { EntryRecord, Payload } from './payload.js'

const MARA = 'mara' as PersonId
const JONAH = 'jonah' as PersonId
const SLEEP = 'sleep' as GoalId
const LEEDS = 'leeds' as GoalId

type Happened = Pick<HistoryEntry, 'author' | 'at' | 'payload' | 'record'>

function wrote(
  author: PersonId,
  at: number,
  piece: readonly [number, string, string],
  goal = SLEEP,
): Happened {
  const [from, removed, inserted] = piece
  const pieces: readonly Piece[] = [{ at: from, removed, removedRuns: [], inserted }]
  return { author, at, payload: { kind: 'text', goal, field: 'statement', changes: [] }, record: { pieces } }
}

function did(author: PersonId, at: number, payload: Payload, record: EntryRecord = {}): Happened {
  return { author, at, payload, record }
}

function log(...happened: readonly Happened[]): readonly HistoryEntry[] {
  return happened.map((one, index) => ({
    ...{ seq: index + 1, epoch: 1, hash: '', relation: 'client', clientId: 'tab' as ClientId, op: null },
    ...{ session: null },
    ...one,
  }))
}

function told(moment: Moment | undefined) {
  if (moment?.kind !== 'writing') return moment?.payload.kind
  return [moment.author, moment.before, moment.after]
}

describe('what history shows as one moment', () => {
  it('[HI10] words written in one go are one moment, whatever was tried in between', () => {
    const moments = momentsOf(
      log(
        wrote(JONAH, 0, [0, '', 'I sleep badly']),
        wrote(JONAH, 19_000, [8, 'badly', '']),
        wrote(JONAH, 38_000, [8, '', 'well']),
      ),
    )
    expect(moments.map(told)).toEqual([[JONAH, '', 'I sleep well']])
    expect(moments[0]).toMatchObject({ firstSeq: 1, lastSeq: 3, startedAt: 0, endedAt: 38_000 })
  })

  it('[HI10] a pause of more than 20 s begins another moment, one of 20 s does not', () => {
    const moments = momentsOf(
      log(
        wrote(JONAH, 0, [0, '', 'I sleep']),
        wrote(JONAH, 20_000, [7, '', ' well']),
        wrote(JONAH, 40_001, [12, '', ' now']),
      ),
    )
    expect(moments.map(told)).toEqual([
      [JONAH, '', 'I sleep well'],
      [JONAH, 'I sleep well', 'I sleep well now'],
    ])
  })

  it('[HI10] two people who write at once have a moment each, and each shows only their own words', () => {
    const moments = momentsOf(
      log(
        wrote(JONAH, 0, [0, '', 'I sleep']),
        wrote(MARA, 1_000, [7, '', ' by eleven']),
        wrote(JONAH, 2_000, [2, 'sleep', 'rest']),
        wrote(MARA, 3_000, [10, 'eleven', 'ten']),
      ),
    )
    expect(moments.map(told)).toEqual([
      [JONAH, '', 'I rest'],
      [MARA, 'I sleep', 'I sleep by ten'],
    ])
  })

  it('[HI10] words that somebody put in and another took out at once are in both their moments', () => {
    const moments = momentsOf(
      log(
        wrote(JONAH, 0, [0, '', 'I sleep']),
        wrote(MARA, 1_000, [7, '', ' by eleven']),
        wrote(JONAH, 2_000, [7, ' by eleven', ' well']),
        wrote(MARA, 3_000, [12, '', ', most nights']),
      ),
    )
    expect(moments.map(told)).toEqual([
      [JONAH, ' by eleven', 'I sleep well'],
      [MARA, 'I sleep', 'I sleep by eleven, most nights'],
    ])
  })

  it('[HI10] words of somebody else that were removed are shown as removed by who removed them', () => {
    const moments = momentsOf(
      log(
        wrote(MARA, 0, [0, '', 'Reduce pain']),
        wrote(JONAH, 60_000, [0, 'Reduce pain', 'I reach the shelf']),
      ),
    )
    expect(moments.map(told)).toEqual([
      [MARA, '', 'Reduce pain'],
      [JONAH, 'Reduce pain', 'I reach the shelf'],
    ])
  })

  it('[HI10] a command ends every moment and stands alone', () => {
    const moments = momentsOf(
      log(
        wrote(JONAH, 0, [0, '', 'I sleep']),
        did(MARA, 1_000, { kind: 'goal.move', goal: SLEEP, after: null }),
        wrote(JONAH, 2_000, [7, '', ' well']),
      ),
    )
    expect(moments.map(told)).toEqual([
      [JONAH, '', 'I sleep'],
      'goal.move',
      [JONAH, 'I sleep', 'I sleep well'],
    ])
  })

  it('[HI10] another goal is another moment, though the hand is the same', () => {
    const moments = momentsOf(
      log(wrote(JONAH, 0, [0, '', 'I sleep']), wrote(JONAH, 500, [0, '', 'I travel'], LEEDS)),
    )
    expect(moments.map(told)).toEqual([
      [JONAH, '', 'I sleep'],
      [JONAH, '', 'I travel'],
    ])
  })

  it('[HI10] a name begins with the title that its goal was added with, and restored words show what came back', () => {
    const name = { goal: SLEEP, field: 'name' } as const
    const pieces = (removed: string, inserted: string): EntryRecord => ({
      pieces: [{ at: 0, removed, removedRuns: [], inserted }],
    })
    const moments = momentsOf(
      log(
        did(MARA, 0, { kind: 'goal.add', goal: SLEEP, goalKind: 'change', title: 'Rest' }),
        did(JONAH, 1_000, { kind: 'text', ...name, changes: [] }, pieces('Rest', 'Sleep')),
        did(
          MARA,
          2_000,
          { kind: 'wording.restore', ...name, to: 1, changes: [], credit: [] },
          pieces('Sleep', 'Rest'),
        ),
      ),
    )
    expect(told(moments[1])).toEqual([JONAH, 'Rest', 'Sleep'])
    expect(moments[2]).toMatchObject({ words: { before: 'Sleep', after: 'Rest' } })
  })

  it('[HI10] a moment says what it did to the agreement', () => {
    const lapse = wrote(JONAH, 0, [0, '', 'x'])
    const undo = wrote(JONAH, 1_000, [0, 'x', ''])
    const moments = momentsOf(
      log(
        { ...lapse, record: { ...lapse.record, agreement: 'lapsed' } },
        { ...undo, record: { ...undo.record, agreement: 'restored' } },
      ),
    )
    expect(moments).toMatchObject([{ effects: ['lapsed', 'restored'], before: '', after: '' }])
  })
})
