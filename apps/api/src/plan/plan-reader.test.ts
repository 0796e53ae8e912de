import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { chainStart } from '@accord/domain/history/verify'
import type { GoalId, LogId } from '@accord/domain/ids'
import { foldLog } from '@accord/domain/plan/fold'
import type { AttentionList } from '@accord/domain/rest/attention'
import type { HistoryPage } from '@accord/domain/rest/case'
import fc from 'fast-check'
import { DataSource } from 'typeorm'
import { startTestApi, type TestApi } from '../../test/api.js'
import { planOf } from '../../test/live/clients.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'
import { EntryRepository } from '../history/entry.repository.js'
import { HistoryService } from '../history/history.service.js'
import { KeyStore } from '../history/key-store.js'
import { newUuid } from '../history/new-uuid.js'
import { sealEntry, sha256, type StoredEntry } from '../history/sealing.js'
import { longRecord } from '../replay/long-record.js'
import { CheckpointRepository } from './checkpoint.repository.js'
import { PlanReader } from './plan-reader.js'

let api: TestApi
let house: House
let log: LogId
let cookie: string

beforeAll(async () => {
  api = await startTestApi({ live: { operationsPerSecond: 1_000, operationBurst: 1_000 } })
  house = await aHouse(api)
  log = await planOf(api, house)
  cookie = await cookieFor(api, 'portal', house.client)
  await command({
    name: 'goal.share',
    goal,
    kind: 'change',
    title: 'Sleep',
    statement: 'Asleep by ten',
    why: '',
  })
})
afterAll(() => api.stop())

const goal = newUuid(Date.now()) as GoalId
const here = () => ({ clinic: house.clinic, log })
const part = <Part>(of: abstract new (...given: never[]) => Part) => api.app.get<Part>(of, { strict: false })

/** In this process' own room. */
async function command(asked: object): Promise<void> {
  const body = { plan: log, clientId: newUuid(Date.now()), op: 1, command: asked }
  const { status, text } = await api.ask('portal', `/api/plans/${log}/operations`, { cookie, body })
  if (status > 299) throw new Error(text)
}

/** Straight into the database, as another process would, of which nobody here is told. */
async function writeElsewhere(count: number, keepsState: boolean): Promise<void> {
  const { plan, position } = await part(PlanReader).load(here())
  const key = part(KeyStore).open(log)
  const entries: StoredEntry[] = []
  let prevHash = position.hash
  let last = plan
  for (const { by, at, staged } of longRecord(plan, position.at, count)) {
    const { payload, record, after } = staged
    const stamp = { seq: after.plan.seq, epoch: 1, at, author: by.person, relation: by.relation }
    const nowhere = { clientId: null, op: null, connection: null, session: null }
    entries.push(sealEntry({ ...here(), prevHash, ...stamp, ...nowhere }, payload, record, key))
    prevHash = entries.at(-1)?.hash ?? prevHash
    last = after.plan
  }
  await part(EntryRepository).commit(entries, part(DataSource))
  if (keepsState) await part(CheckpointRepository).keep(here(), last)
}

async function foldedAnew() {
  const { entries } = await part(HistoryService).pageFrom(here(), chainStart(log, sha256), 100_000)
  return foldLog(log, entries)
}

describe('a plan that is read again and again', () => {
  it('[AT14] is what folding its log from the first entry gives, whoever wrote meanwhile', async () => {
    const comment = () => ({
      name: 'comment.add',
      goal,
      comment: newUuid(Date.now()),
      text: 'So?',
      asks: true,
    })
    const step = fc.oneof(
      fc.record({ where: fc.constant('here' as const) }),
      fc.record({
        where: fc.constant('elsewhere' as const),
        count: fc.integer({ min: 1, max: 130 }),
        keepsState: fc.boolean(),
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        for (const one of steps) {
          if (one.where === 'here') await command(comment())
          else await writeElsewhere(one.count, one.keepsState)
          expect(await part(PlanReader).read(here())).toEqual(await foldedAnew())
        }
      }),
      { numRuns: 8 },
    )
  })

  it('[AT14] tells what was acknowledged a moment ago, wherever it was stored', async () => {
    const theirs = await cookieFor(api, 'console', house.practitioner)
    const told = async () => {
      const { json } = await api.ask('console', '/api/attention', { cookie: theirs })
      return (json as AttentionList).cases.flatMap(({ items }) => items).length
    }
    for (let round = 0; round < 3; round++) {
      const before = await told()
      await command({ name: 'comment.add', goal, comment: newUuid(Date.now()), text: 'And?', asks: true })
      expect(await told()).toBe(before + 1)
    }
  })
})

describe('a history of more entries than an answer holds', () => {
  it('[HI9] says from where to ask on, and misses no number and doubles none', async () => {
    await writeElsewhere(1_000, false)
    const seqs: number[] = []
    const pages: (number | null)[] = []
    for (let next: number | null = 0; next !== null; next = pages.at(-1) ?? null) {
      const { json } = await api.ask('portal', `/api/plans/${log}/history?after=${next}`, { cookie })
      const { entries, head, nextFrom } = json as HistoryPage
      seqs.push(...entries.map(({ seq }) => seq))
      pages.push(nextFrom)
      expect(nextFrom).toBe(seqs.length < head.seq ? seqs.length : null)
    }
    expect(seqs).toEqual(Array.from(seqs, (_seq, at) => at + 1))
    expect(pages.slice(0, 1)).toEqual([1_000])
    expect(seqs.length).toBeGreaterThan(1_000)
  })
})
