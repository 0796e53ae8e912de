import { execFileSync } from 'node:child_process'
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from '@jest/globals'
import type { RefusedMessage } from '@accord/domain/sync/wire'
import { startTestApi } from '../api.js'
import { openPlan, planOf, startGoal, type } from '../live/clients.js'
import { ownPostgres } from '../own-postgres.js'
import { aHouse } from '../people.js'

const disk = mkdtempSync(path.join(tmpdir(), 'accord-disk-'))
const ended: (() => unknown)[] = [() => rmSync(disk, { recursive: true, force: true })]
afterAll(async () => {
  for (const end of ended.reverse()) await end()
})

/** Writes until there is no room left. */
function fill(file: string): void {
  const to = openSync(file, 'w')
  for (const size of [1_048_576, 4_096]) {
    try {
      for (;;) writeSync(to, Buffer.alloc(size))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }
  closeSync(to)
}

it('[FT14] a full disk: nothing is called saved, and when there is room again what was typed is stored', async () => {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256m,mode=0711', 'tmpfs', disk])
  ended.push(() => execFileSync('umount', [disk]))
  chmodSync(disk, 0o711)
  const postgres = await ownPostgres(disk)
  ended.push(() => postgres.remove())
  const quick = { operationsPerSecond: 10_000, operationBurst: 10_000 }
  const api = await startTestApi({ live: quick, server: postgres.url })
  ended.push(() => api.stop())
  const house = await aHouse(api)
  const plan = await planOf(api, house)
  const client = await openPlan(api, house, 'client', plan)
  const place = await startGoal(client)
  const codes = new Set<string>()
  client.wire.on('refused', ({ code }: RefusedMessage) => codes.add(code))
  let [accepted, typed] = [0, 0]
  client.wire.on('accepted', () => (accepted += 1))

  fill(path.join(disk, 'filler'))
  while (!codes.has('storage-unavailable') && typed < 300) {
    typed += 1
    type(client, place, 0, String.fromCharCode(97 + (typed % 26)).repeat(3_900), client.text(place).length)
    await client.saved(3_000).catch(() => undefined)
  }
  expect([...codes]).toEqual(['storage-unavailable'])
  const [{ count } = { count: 0 }]: { count: number }[] = await api.owner.query(
    `SELECT count(*)::int AS count FROM entry WHERE log_id = $1 AND kind = 'text'`,
    [plan],
  )
  // Every word that was called saved is there, and there are words that were not.
  expect(count).toBe(accepted)
  expect(client.state.pending.length).toBeGreaterThan(0)

  rmSync(path.join(disk, 'filler'))
  client.wire.disconnect().connect()
  await client.saved(60_000)
  const other = await openPlan(api, house, 'practitioner', plan)
  expect(other.text(place)).toBe(client.text(place))
  other.close()
  client.close()
}, 300_000)
