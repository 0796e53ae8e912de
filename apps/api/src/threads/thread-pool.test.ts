import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { threadId } from 'node:worker_threads'
import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { ThreadPool, type Outcome } from './thread-pool.js'

/** Echoes what it is given; told to, it never answers, fails, or goes. */
const PROGRAM = `
const { parentPort } = require('node:worker_threads')
parentPort.on('message', (asked) => {
  if (asked === 'fail') throw new Error('no paper')
  if (asked === 'go') process.exit(0)
  if (asked !== 'never') parentPort.postMessage(asked)
})`
const directory = mkdtempSync(path.join(tmpdir(), 'accord-threads-'))
const file = path.join(directory, 'echo.cjs')
writeFileSync(file, PROGRAM)

let pool: ThreadPool<string, string> | null = null
afterEach(() => pool?.close())
afterAll(() => rmSync(directory, { recursive: true }))

function aPool(limits: { readonly time?: number; readonly waiting?: number } = {}) {
  pool = new ThreadPool<string, string>(file, {
    threads: 1,
    waiting: 2,
    time: 60_000,
    idle: 60_000,
    ...limits,
  })
  return pool
}
const made = (outcome: Outcome<string>) => (outcome.kind === 'made' ? outcome.made : outcome.kind)

describe('work in another thread', () => {
  it('is done there, one job after the other', async () => {
    const threads = aPool()
    const [one, two] = await Promise.all([threads.run('one'), threads.run('two')])
    expect([made(one), made(two)]).toEqual(['one', 'two'])
    expect(one.kind === 'made' && one.thread).not.toBe(threadId)
  })

  it('is turned away at once when enough is waiting', async () => {
    const threads = aPool({ waiting: 1 })
    const waiting = ['never', 'second'].map((asked) => threads.run(asked))
    expect(await threads.run('third')).toEqual({ kind: 'busy' })
    await threads.close()
    expect((await waiting[1])?.kind).toBe('busy')
  })

  it('that takes too long is told so, and the next is done by another thread', async () => {
    const threads = aPool({ time: 1_000 })
    expect(await threads.run('never')).toEqual({ kind: 'too-slow' })
    // However slowly a thread starts here, some one of these is in time.
    for (let round = 0; round < 10; round++) if (made(await threads.run('next')) === 'next') return
    throw new Error('nothing was done any more')
  })

  it('that fails is told to whoever asked, and the next is done', async () => {
    const threads = aPool()
    const failed = threads.run('fail')
    await expect(failed).rejects.toThrow('no paper')
    expect(made(await threads.run('next'))).toBe('next')
    expect(made(await threads.run('go'))).toBe('busy')
    expect(made(await threads.run('next'))).toBe('next')
  })
})
