import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import type { ClinicId, LogId } from '@accord/domain/ids'
import { DataSource } from 'typeorm'
import { AppModule } from '../app.module.js'
import { Clock } from '../config/clock.js'
import { readConfig } from '../config/config.js'
import { ownerDataSource } from '../database/data-source.js'
import { EntryRepository, type LogPlace } from '../history/entry.repository.js'
import { KeyStore } from '../history/key-store.js'
import { sealEntry, type StoredEntry } from '../history/sealing.js'
import { createLogger } from '../http/logging.js'
import { CheckpointRepository } from '../plan/checkpoint.repository.js'
import { PlanReader } from '../plan/plan-reader.js'
import { longRecord } from './long-record.js'

/** Writes many entries into the plan of a case, for the benchmark: a house of its own, never a clinic's. */
const BATCH = 500
const CHECKPOINT_EVERY = 100

const QUIETLY: Readonly<Record<'logger', false>> = { logger: false }

const [caseId, wanted] = process.argv.slice(2)
if (!caseId || !Number.isInteger(Number(wanted))) {
  process.stderr.write('Usage: node apps/api/dist/replay/long-record.cli.js CASE ENTRIES\n')
  process.exit(2)
}
const config = readConfig(process.env)
const logger = createLogger({ write: (line) => void process.stderr.write(line) })
logger.level = 'error'
const context = await NestFactory.createApplicationContext(
  AppModule.with(config, logger, new Clock()),
  QUIETLY,
)
try {
  await write(await placeOf(caseId), Number(wanted))
} finally {
  await context.close()
}

async function placeOf(id: string): Promise<LogPlace> {
  const owner = await ownerDataSource(config.databaseUrl).initialize()
  const rows: { clinic_id: ClinicId; log_id: LogId }[] = await owner.query(
    `SELECT clinic_id, log_id FROM log WHERE case_id = $1 AND audience = 'plan'`,
    [id],
  )
  await owner.destroy()
  const [row] = rows
  if (!row) throw new Error('there is no such case')
  return { clinic: row.clinic_id, log: row.log_id }
}

async function write(place: LogPlace, count: number): Promise<void> {
  const key = context.get(KeyStore).open(place.log)
  const { plan, position } = await context.get(PlanReader).load(place)
  let batch: StoredEntry[] = []
  let prevHash: Uint8Array = position.hash
  for (const { by, at, staged } of longRecord(plan, position.at, count - plan.seq)) {
    const { payload, record, after } = staged
    const { seq, epoch } = after.plan
    const columns = { ...place, seq, prevHash, epoch, at, author: by.person, relation: by.relation }
    const none = { clientId: null, op: null, connection: null, session: null }
    const entry = sealEntry({ ...columns, ...none }, payload, record, key)
    prevHash = entry.hash
    batch.push(entry)
    if (seq % CHECKPOINT_EVERY === 0 && seq > count - BATCH) {
      await commit(batch)
      batch = []
      await context.get(CheckpointRepository).keep(place, after.plan)
    } else if (batch.length >= BATCH) {
      await commit(batch)
      batch = []
    }
  }
  await commit(batch)
}

async function commit(batch: readonly StoredEntry[]): Promise<void> {
  if (batch.length === 0) return
  const stored = await context.get(EntryRepository).commit(batch, context.get(DataSource))
  if (stored.size === 0) throw new Error('somebody else wrote in this plan meanwhile')
}
