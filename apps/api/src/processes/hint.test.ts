import { describe, expect, it } from '@jest/globals'
import type { ConnectionId, GoalId, LogId, PersonId } from '@accord/domain/ids'
import { newUuid } from '../history/new-uuid.js'
import { lettersOf, readLetter, type Hint } from './hint.js'
import { OutgoingHints } from './outgoing-hints.js'

const newId = () => newUuid(Date.now())
const from = newId()
const log = newId() as LogId
const stored = (seq: number, of = newId() as LogId): Hint => ({ kind: 'stored', log: of, seq })

function here(anchor: number, connection = newId() as ConnectionId): Hint {
  const at = { goal: newId() as GoalId, field: 'statement' as const, anchor, head: anchor }
  return { kind: 'here', log, who: { connection, person: newId() as PersonId, relation: 'client', at } }
}

describe('letters between processes', () => {
  it('[MP2] hold every hint in order, each letter within what NOTIFY takes', () => {
    const hints = Array.from({ length: 500 }, (_, at) => (at % 3 ? stored(at) : here(at)))
    const letters = lettersOf(from, hints)
    expect(Math.max(...letters.map((letter) => Buffer.byteLength(letter)))).toBeLessThan(8_000)
    expect(letters.length).toBeLessThan(25)
    const read = letters.map(readLetter)
    expect(new Set(read.map((letter) => letter?.from))).toEqual(new Set([from]))
    expect(read.flatMap((letter) => letter?.hints ?? [])).toEqual(hints)
  })

  it('[MP2] are not read when they hold anything else, however it came onto the bus', () => {
    const good = { from, hints: [stored(3, log)] }
    expect(readLetter(JSON.stringify(good))).toEqual(good)
    const bad: unknown[] = [
      { ...good, words: 'x' },
      { ...good, from: 'me' },
      { from, hints: [{ kind: 'stored', log, seq: -1 }] },
      { from, hints: [{ kind: 'stored', log, seq: 1, text: 'x' }] },
      { from, hints: [{ kind: 'here', log, who: { name: 'x' } }] },
      { from, hints: [{ kind: 'other', log }] },
      null,
      7,
    ]
    for (const letter of bad) expect(readLetter(JSON.stringify(letter))).toBeNull()
    expect(readLetter('{"from":')).toBeNull()
  })

  it('[MP2] carry only the newest of what replaces each other while one is on its way, and get lost quietly', async () => {
    const sent: string[] = []
    const counted: [number, number][] = []
    let isThere = true
    const send = (letter: string) => {
      sent.push(letter)
      return isThere ? Promise.resolve() : Promise.reject(new Error('gone'))
    }
    const outgoing = new OutgoingHints(from, send, (...counts) => counted.push(counts))
    const connection = newId() as ConnectionId
    const last = here(9, connection)
    for (const hint of [stored(1, log), here(1, connection), stored(2, log), last]) outgoing.add(hint)
    await outgoing.idle()
    expect(sent.map((letter) => readLetter(letter)?.hints)).toEqual([[stored(2, log), last]])
    isThere = false
    outgoing.add({ kind: 'gone', log, connection })
    await outgoing.idle()
    expect(counted).toEqual([
      [1, 0],
      [0, 1],
    ])
  })
})
