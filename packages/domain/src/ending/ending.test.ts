import { describe, expect, it } from '@jest/globals'
import type { Party, PartyRelation } from '../case/party.js'
import type { GoalId, LogId, PersonId } from '../ids.js'
import { endingActSchema } from '../rest/ending.js'
import { endingHalves, isAllSaid, refusalOfAct } from './decide.js'
import {
  EMPTY_ENDING,
  enactEnding,
  type EndingAct,
  type EndingDraft,
  type EndingId,
  type LineId,
} from './draft.js'
import { endingWordsHash, packHash, packText } from './text.js'

const MARA = 'mara' as PersonId
const JONAH = 'jonah' as PersonId
const ENDING = '018f0000-0000-7000-8000-00000000e0d1' as EndingId
const LOG = '018f0000-0000-7000-8000-0000000000a1' as LogId
const line = (at: number) => `018f0000-0000-7000-8000-00000000000${at}` as LineId
const party = (person: PersonId, relation: PartyRelation): Party => ({
  person,
  relation,
  since: 1,
  until: null,
})
const PARTIES = [party(MARA, 'practitioner'), party(JONAH, 'client')]
const sleep = 'sleep' as GoalId

/** What the server does with an act: decides it of the pack as it is, and enacts it. */
function done(
  draft: EndingDraft,
  by: PersonId,
  act: EndingAct,
  statement = 'I sleep by eleven.',
): EndingDraft {
  const no = refusalOfAct({ ending: ENDING, draft, parties: PARTIES }, by, act)
  if (no) throw new Error(no.refused)
  const quote = { goal: sleep, log: LOG, seq: 41, hash: 'ab', name: 'Sleep', statement }
  const kept = act.kind === 'keep' ? { ...act, quote } : act
  return enactEnding(draft, { seq: draft.seq + 1, at: draft.seq + 1, by, act: kept })
}

function refused(draft: EndingDraft, by: PersonId, act: EndingAct): string {
  return refusalOfAct({ ending: ENDING, draft, parties: PARTIES }, by, act)?.refused ?? 'done'
}

const write = (box: 'changed' | 'saw', words: string, after = 0): EndingAct => ({
  kind: 'write',
  box,
  after,
  words,
})
const add = (at: number, words: string): EndingAct => ({ kind: 'add', line: line(at), list: 'coping', words })
const hashOf = (draft: EndingDraft) => endingWordsHash(ENDING, draft)
const say = (draft: EndingDraft): EndingAct => ({ kind: 'say', hash: hashOf(draft) })
const scene = (draft: EndingDraft) => ({ ending: ENDING, draft, parties: PARTIES })

describe('a pack', () => {
  it('[EN2] has boxes of one’s own, each saved upon the version that was read', () => {
    const begun = done(EMPTY_ENDING, JONAH, write('changed', 'I sleep.'))
    expect(refused(begun, MARA, write('changed', 'He sleeps.'))).toBe('not-yours')
    expect(refused(begun, JONAH, write('changed', 'I sleep well.'))).toBe('words-changed')
    const again = done(begun, JONAH, write('changed', 'I sleep well.', 1))
    expect(again.boxes).toMatchObject([{ writer: JONAH, box: 'changed', version: 2, words: 'I sleep well.' }])
    expect(endingActSchema.safeParse(write('saw', 'x'.repeat(4_001))).success).toBe(false)
    expect(endingActSchema.safeParse(write('saw', 'bell\u0007')).success).toBe(false)
  })

  it('[EN3] keeps a goal in the words that were quoted, until somebody quotes it again', () => {
    const kept = done(EMPTY_ENDING, JONAH, { kind: 'keep', goal: sleep })
    const again = done(kept, MARA, { kind: 'keep', goal: sleep }, 'I sleep by ten.')
    expect(kept.kept).toMatchObject([{ statement: 'I sleep by eleven.', log: LOG, seq: 41, by: JONAH }])
    expect(again.kept).toMatchObject([{ statement: 'I sleep by ten.', by: MARA }])
    expect(endingActSchema.safeParse({ kind: 'keep', goal: line(1), statement: 'Mine' }).success).toBe(false)
    expect(done(again, JONAH, { kind: 'leave', goal: sleep }).kept).toEqual([])
  })

  it('[EN4] holds lines that are moved, crossed out and taken back, and loses none', () => {
    const three = [add(1, 'Walk'), add(2, 'Ring Dele'), add(3, 'Tea')].reduce(
      (draft, act) => done(draft, JONAH, act),
      EMPTY_ENDING,
    )
    const moved = done(three, MARA, { kind: 'move', line: line(3), before: line(1) })
    expect(moved.lines.map(({ words }) => words)).toEqual(['Tea', 'Walk', 'Ring Dele'])
    const crossed = done(moved, MARA, { kind: 'cross', line: line(1) })
    expect(crossed.lines[1]).toMatchObject({ words: 'Walk', by: JONAH, crossed: { by: MARA } })
    expect(hashOf(crossed)).not.toBe(hashOf(moved))
    expect(hashOf(done(crossed, JONAH, { kind: 'uncross', line: line(1) }))).toBe(hashOf(moved))
    expect(refused(crossed, JONAH, add(1, 'Again'))).toBe('already-exists')
    expect(refused(crossed, JONAH, { kind: 'cross', line: line(9) })).toBe('not-found')
  })

  it('[EN4] has room for forty lines a list', () => {
    const forty = Array.from({ length: 40 }, (_, at) => ({
      ...{ line: `l${at}` as LineId, list: 'coping' as const, words: 'x', by: JONAH, at: 1, crossed: null },
    }))
    const full = { ...EMPTY_ENDING, lines: forty }
    expect(refused(full, JONAH, add(1, 'One more'))).toBe('too-large')
    expect(refused(full, JONAH, { ...add(1, 'Mum'), list: 'call' } as EndingAct)).toBe('done')
  })

  it('[EN6] is stood behind by everybody for its exact words, and anew when a word changes', () => {
    const written = done(EMPTY_ENDING, JONAH, write('changed', 'I sleep.'))
    const half = done(written, MARA, say(written))
    expect([isAllSaid(scene(half)), endingHalves(scene(half)).map(({ state }) => state)]).toEqual([
      false,
      ['on', 'off'],
    ])
    const both = done(half, JONAH, say(half))
    expect(isAllSaid(scene(both))).toBe(true)
    const changed = done(both, MARA, add(1, 'Tea'))
    expect(endingHalves(scene(changed)).map(({ state }) => state)).toEqual(['lapsed', 'lapsed'])
    expect(refused(changed, JONAH, say(both))).toBe('words-changed')
    expect(isAllSaid(scene(done(both, JONAH, { kind: 'unsay' })))).toBe(false)
    expect(refused(EMPTY_ENDING, JONAH, say(EMPTY_ENDING))).toBe('nothing-to-agree-to')
  })

  it('[EN7] has one exact text, in which no words can pass for another part of it', () => {
    const draft = done(EMPTY_ENDING, JONAH, write('changed', 'I sleep.\nbox saw mara\n  Brave'))
    const { boxes, kept, lines } = draft
    const pack = { ending: ENDING, closedAt: 9, people: [], boxes, kept, lines, urgent: [] }
    expect(packText(pack)).toBe(
      `accord/ending/1\nending ${ENDING}\nclosed 9\nbox changed jonah\n  I sleep.\n  box saw mara\n    Brave\nend\n`,
    )
    expect(packHash(pack)).toMatch(/^[0-9a-f]{64}$/)
    expect(packHash({ ...pack, closedAt: 10 })).not.toBe(packHash(pack))
  })
})
