import { describe, expect, it } from '@jest/globals'
import type { LogId } from '@accord/domain/ids'
import type { LookedMessage } from '@accord/domain/sync/wire'
import { changedFrame, frameOf, type Frame } from './frame.js'

/** What a client reads of a frame, by RFC 6455, 5.2. */
function readFrame({ bytes: frame }: Frame): unknown {
  expect(frame[0]).toBe(0x81)
  const short = frame[1] ?? 0
  const start = short < 126 ? 2 : short === 126 ? 4 : 10
  const length = start === 2 ? short : start === 4 ? frame.readUInt16BE(2) : Number(frame.readBigUInt64BE(2))
  expect(frame.length).toBe(start + length)
  const message = frame.toString('utf8', start)
  expect(message.slice(0, 2)).toBe('42')
  return JSON.parse(message.slice(2))
}

describe('a message that is framed once for everybody', () => {
  it.each([0, 90, 91, 200, 65_000, 70_000])('[LP2] of %i letters is read as it was said', (letters) => {
    const message = { plan: `é😀${'a'.repeat(letters)}`, gone: true } as LookedMessage
    expect(readFrame(frameOf('looked', message))).toEqual(['looked', message])
  })

  it('[LP2] holds an entry that is written already', () => {
    const entry = { seq: 42, payload: { kind: 'text', changes: [[0, 'é😀"\\']] } }
    expect(readFrame(changedFrame('p' as LogId, 41, JSON.stringify(entry)))).toEqual([
      'changed',
      { plan: 'p', prevSeq: 41, entry },
    ])
  })
})
