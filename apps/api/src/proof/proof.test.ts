import { rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { readCheckpoint } from '@accord/domain/history/checkpoint'
import { witness, type Verdict } from '@accord/domain/history/witness'
import type { LogId } from '@accord/domain/ids'
import type { Health } from '@accord/domain/rest/health'
import type { PlanProof } from '@accord/domain/rest/proof'
import { startTestApi, type TestApi } from '../../test/api.js'
import { openPlan, planOf, startGoal, type } from '../../test/live/clients.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'
import { createLogger } from '../http/logging.js'
import { CheckpointFile, checkpointFile } from './checkpoint-store.js'
import { readLine } from './checkpoint-line.js'
import { CheckpointService } from './checkpoint.service.js'
import { CheckpointBook } from './checkpoint-book.js'
import { HeadsRepository } from './heads.repository.js'
import { LatestNote } from './latest-note.js'
import { ensureSigningKey, isSignedBy, signingKeyFile } from './signing-key.js'
import { witnessFromFile } from './witness-from-file.js'

jest.setTimeout(30_000)

let api: TestApi
let house: House
let plan: LogId
let cookies: Record<Who, string>

const WHO = ['practitioner', 'supervisor', 'administrator', 'client', 'otherClient'] as const
type Who = (typeof WHO)[number]
const appOf = (who: Who) => (who === 'client' || who === 'otherClient' ? 'portal' : 'console')
const ask = (who: Who, of = plan) => api.ask(appOf(who), `/api/plans/${of}/proof`, { cookie: cookies[who] })
const proof = async (who: Who = 'practitioner') => (await ask(who)).json as PlanProof
const checkpoints = () => api.app.get(CheckpointService)
const number = ({ checkpoint }: PlanProof) => readCheckpoint(checkpoint.text)?.number ?? 0
const kept = () => new CheckpointFile(checkpointFile(api.config.dataDir)).read(0).lines.map(readLine)

async function write(words: string): Promise<void> {
  const client = await openPlan(api, house, 'client', plan)
  const place = await startGoal(client)
  type(client, place, 0, words)
  await client.saved()
  client.close()
}

beforeAll(async () => {
  // So long that it is only signed when a test asks for it.
  api = await startTestApi({
    limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 },
    checkpoints: { intervalMs: 3_600_000 },
  })
  house = await aHouse(api)
  plan = await planOf(api, house)
  cookies = Object.fromEntries(
    await Promise.all(WHO.map(async (who) => [who, await cookieFor(api, appOf(who), house[who])])),
  ) as Record<Who, string>
}, 30_000)
afterAll(() => api.stop())

function look(said: PlanProof): Verdict {
  const { text, signature, publicKey } = said.checkpoint
  const isSigned = isSignedBy(Buffer.from(publicKey, 'base64'), text, signature)
  const record = {
    seq: said.head.seq,
    hashAt: (seq: number) => (seq === said.leaf.seq ? said.leaf.hash : null),
  }
  return witness({ proof: said, isSigned, record, kept: null }).verdict
}

describe('the proof of a plan', () => {
  it('[HI16] is a signed checkpoint that holds the plan, also when it is the first', async () => {
    const said = await proof()
    expect(look(said)).toMatchObject({ kind: 'holds', covers: said.leaf.seq })
    expect([said.plan, said.leaf.seq <= said.head.seq]).toEqual([plan, true])
  })

  it('[HI16] [AC3] [AC5] is answered to those of the case; for others there is none', async () => {
    for (const who of WHO) {
      const expected = who === 'administrator' || who === 'otherClient' ? 404 : 200
      expect([who, (await ask(who)).status]).toEqual([who, expected])
    }
    expect((await ask('client', 'nonsense' as LogId)).status).toBe(404)
  })

  it('[HI14] [DR1] tells neither how many logs there are nor that one of somebody’s own began', async () => {
    const before = await proof()
    const opened = await api.ask('portal', `/api/cases/${house.case}/drafts`, {
      cookie: cookies.client,
      body: {},
    })
    expect(opened.status).toBe(200)
    await checkpoints().covering(plan, 0)
    await write('a')
    await checkpoints().covering(plan, before.head.seq + 1)
    const after = await proof()
    expect(kept().at(-1)?.heads.length).toBeGreaterThan(1)
    const [old, now] = [before, after].map(({ checkpoint }) => readCheckpoint(checkpoint.text))
    expect([now?.size, after.path.length, after.index]).toEqual([old?.size, before.path.length, before.index])
    expect(after.path.filter((hash) => before.path.includes(hash))).toEqual([])
    const { log_id: draft }: { log_id: string } = (
      await api.owner.query<{ log_id: string }[]>(`SELECT log_id FROM log WHERE audience = 'draft'`)
    )[0] ?? { log_id: '' }
    expect(JSON.stringify(after)).not.toContain(draft)
    expect((await ask('client', draft as LogId)).status).toBe(404)
  })
})

describe('checkpoints', () => {
  it('[HI15] follow one another, and none is signed while nothing was written', async () => {
    await write('b')
    const { head } = await proof()
    await checkpoints().covering(plan, head.seq)
    const first = await proof()
    await checkpoints().covering(plan, head.seq)
    expect(number(await proof())).toBe(number(first))
    await write('c')
    await checkpoints().covering(plan, head.seq + 1)
    expect(number(await proof())).toBe(number(first) + 1)
    expect(kept().map((line) => line?.checkpoint.number)).toEqual(kept().map((_, at) => at + 1))
  })

  it('[HI15] of two processes on one file follow one another, and each knows the other’s', async () => {
    const { dataDir } = api.config
    const signer = ensureSigningKey(signingKeyFile(dataDir))
    const book = new CheckpointBook(
      new CheckpointFile(checkpointFile(dataDir)),
      signer,
      new LatestNote(dataDir),
    )
    const [logger, heads, clock] = [
      createLogger({ write: () => undefined }),
      api.app.get(HeadsRepository),
      api.clock,
    ]
    const other = new CheckpointService(api.config, logger, heads, book, clock)
    const before = number(await proof())
    for (const words of ['d', 'e', 'f']) {
      await write(words)
      const { seq } = (await proof()).head
      await Promise.all([checkpoints().covering(plan, seq), other.covering(plan, seq)])
    }
    expect([other.state(), number(await proof())]).toEqual([
      expect.objectContaining({ kind: 'written' }),
      before + 3,
    ])
    const read = witnessFromFile(api.config, checkpointFile(dataDir))
    expect(read).toMatchObject({ kind: 'read', flaw: null, witness: { count: before + 3 } })
  })

  it('[HI15] are signed with a key that only this user reads, apart from the keys of the logs', () => {
    const file = signingKeyFile(api.config.dataDir)
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
    expect(path.dirname(file)).not.toBe(path.join(api.config.dataDir, 'keys'))
  })

  it('[HI15] never take back what they saw of a log, and the house says that it is other now', async () => {
    const { head } = await proof()
    await checkpoints().covering(plan, head.seq)
    const seen = (await proof()).leaf
    const runner = api.owner.createQueryRunner()
    await runner.query('SET session_replication_role = replica')
    const rewind = (seq: number) =>
      runner.query('UPDATE log_head SET seq = $2 WHERE log_id = $1', [plan, seq])
    try {
      await rewind(seen.seq - 1)
      await checkpoints().covering(plan, seen.seq + 1)
      const said = await proof()
      expect([said.leaf.seq, look(said)]).toEqual([seen.seq, { kind: 'alarm', alarm: 'shorter' }])
      const ready = (await api.ask('console', '/api/health/ready')).json as Health
      expect(ready.checkpoints).toMatchObject({
        state: 'contradicted',
        sentence: expect.stringContaining('1 of'),
      })
    } finally {
      await rewind(seen.seq)
      await runner.query('SET session_replication_role = DEFAULT')
      await runner.release()
    }
  })

  it('[HI15] are not continued when some of the kept ones are gone', async () => {
    rmSync(checkpointFile(api.config.dataDir))
    await checkpoints().covering(plan, 1_000)
    const ready = await api.ask('console', '/api/health/ready')
    expect([ready.status, (ready.json as Health).checkpoints.state]).toEqual([200, 'failed'])
    expect(ready.text).not.toContain(api.config.dataDir)
  })
})

describe('a house that cannot keep its checkpoints', () => {
  it('[HI15] goes on, and says in words that the disk is full', async () => {
    const full = await startTestApi({ checkpoints: { file: '/dev/full' } })
    try {
      const people = await aHouse(full)
      const log = await planOf(full, people)
      const client = await openPlan(full, people, 'client', log)
      const place = await startGoal(client)
      type(client, place, 0, 'slept')
      await client.saved()
      client.close()
      expect(await full.app.get(CheckpointService).covering(log, 1)).toBeNull()
      const { status, json } = await full.ask('console', '/api/health/ready')
      expect([status, (json as Health).checkpoints]).toEqual([
        200,
        { state: 'failed', sentence: expect.stringContaining('disk that they go to is full') },
      ])
      expect(full.lines.filter((line) => line.includes('checkpoint-failed')).length).toBe(1)
    } finally {
      await full.stop()
    }
  })
})
