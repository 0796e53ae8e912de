import { DataSource } from 'typeorm'
import { EntryRepository } from '../../apps/api/dist/history/entry.repository.js'
import { KeyStore } from '../../apps/api/dist/history/key-store.js'
import { sealEntry } from '../../apps/api/dist/history/sealing.js'
import { CheckpointRepository } from '../../apps/api/dist/plan/checkpoint.repository.js'
import { PlanReader } from '../../apps/api/dist/plan/plan-reader.js'
import { longRecord } from '../../apps/api/dist/replay/long-record.js'

const BATCH = 100

/**
 * Writes entries into a plan as people would have made them, with a state of the plan after every hundredth, as the
 * product keeps them.
 *
 * @param {import('@nestjs/common').INestApplicationContext} context
 * @param {any} place
 * @param {number} count
 */
export async function writeRecord(context, place, count) {
  const key = context.get(KeyStore).open(place.log)
  const { plan, position } = await context.get(PlanReader).load(place)
  let prevHash = position.hash
  /** @type {ReturnType<typeof sealEntry>[]} */
  let batch = []
  for (const { by, at, staged } of longRecord(plan, position.at, count)) {
    const { payload, record, after } = staged
    const { seq, epoch } = after.plan
    const columns = { ...place, seq, prevHash, epoch, at, author: by.person, relation: by.relation }
    const none = { clientId: null, op: null, connection: null, session: null }
    const entry = sealEntry({ ...columns, ...none }, payload, record, key)
    prevHash = entry.hash
    batch.push(entry)
    if (seq % BATCH !== 0) continue
    await commit(context, batch.splice(0))
    await context.get(CheckpointRepository).keep(place, after.plan)
  }
  await commit(context, batch)
}

/**
 * @param {import('@nestjs/common').INestApplicationContext} context
 * @param {readonly ReturnType<typeof sealEntry>[]} batch
 */
async function commit(context, batch) {
  if (batch.length === 0) return
  const stored = await context.get(EntryRepository).commit(batch, context.get(DataSource))
  if (stored.size === 0) throw new Error('somebody else wrote in this plan meanwhile')
}
