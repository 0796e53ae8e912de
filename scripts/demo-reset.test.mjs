import assert from 'node:assert/strict'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { messages } from './messages.mjs'
import { clientFor } from './postgres/database-url.mjs'
import { aCheckout, runScript } from './testing/checkout.mjs'
import { throwawayPostgres } from './testing/throwaway-postgres.mjs'

/** @type {ReturnType<typeof aCheckout>} */
let checkout
/** @type {Awaited<ReturnType<typeof throwawayPostgres>>} */
let postgres

before(async () => {
  checkout = aCheckout()
  postgres = await throwawayPostgres()
})
after(async () => {
  checkout.remove()
  await postgres.remove()
})

/** @param {string[]} args */
async function reset(...args) {
  const run = await runScript(checkout.folder, 'demo-reset.mjs', {
    env: { DATABASE_URL: postgres.url },
    args,
  })
  return { code: await run.exit, ...run.said }
}

describe('npm run demo:reset on a database of our own', () => {
  it('[HO19] asks for --yes, never works under somebody, then empties every schema and removes the keys', async () => {
    const keys = path.join(checkout.folder, '.data', 'keys')
    mkdirSync(keys, { recursive: true })
    const client = clientFor(postgres.url)
    await client.connect()
    await client.query('CREATE SCHEMA "of Ours"; CREATE TABLE "of Ours".a (); CREATE TABLE public.b ()')
    const unasked = await reset()
    assert.deepEqual(
      [unasked.code, unasked.err],
      [1, `${messages.resetNeedsYes(messages.resetReasonUrl())}\n`],
    )
    const used = await reset('--yes')
    assert.deepEqual([used.code, used.err], [1, `${messages.resetInUse()}\n`])
    assert.ok(existsSync(keys))
    await client.end()
    assert.deepEqual(await reset('--yes'), { code: 0, out: `${messages.resetDone()}\n`, err: '' })
    assert.equal(existsSync(keys), false)
    const later = clientFor(postgres.url)
    await later.connect()
    const { rows } = await later.query(
      "SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'",
    )
    const { rows: tables } = await later.query("SELECT 1 FROM pg_tables WHERE schemaname = 'public'")
    await later.end()
    assert.deepEqual([rows, tables], [[{ name: 'public' }], []])
  })
})
