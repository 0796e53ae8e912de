import 'reflect-metadata'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { verifyAudits } from '../audit/verify-audits.js'
import { readConfig, type Config } from '../config/config.js'
import { operatorAddress } from '../database/operator-address.js'
import { message } from '../messages/message.js'
import type { CheckpointWitness, ToldRestoration } from '../proof/checkpoint-witness.js'
import { witnessFromFile } from '../proof/witness-from-file.js'
import { verifyDatabase } from './verify-database.js'

const say = (line: string) => void process.stdout.write(`${line}\n`)

process.exit(await main())

/** 0 when everything holds, 1 when something does not, 2 when it could not be asked. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { checkpoint: { type: 'string' } } })
  const address = operatorAddress(process.env)
  if (!address) return 2
  const config = readConfig({ ...process.env, DATABASE_URL: address })
  const file = values.checkpoint && path.resolve(process.cwd(), values.checkpoint)
  if (!file) return (await verified(config, null)) > 0 ? 1 : 0
  const read = witnessFromFile(config, file)
  if (read.kind !== 'read') {
    process.stderr.write(
      `${message(`verify.${read.kind}`, { file: read.kind === 'no-key' ? read.file : file })}\n`,
    )
    return 2
  }
  const { witness, flaw } = read
  const broken = await verified(config, witness)
  for (const restoration of witness.restorations) sayRestoration(restoration)
  if (flaw) say(`checkpoint ${flaw.number} does not hold: ${flaw.reason}`)
  say(`${witness.count} checkpoints hold${flaw ? ', and what follows cannot be trusted' : ''}`)
  return broken > 0 || flaw ? 1 : 0
}

function sayRestoration({ number, time, backup, missing }: ToldRestoration): void {
  const [restored, made] = [time, backup].map((ms) => new Date(ms).toISOString())
  say(
    `checkpoint ${number}: restored ${restored} from a backup of ${made}, ${missing.length} logs are shorter`,
  )
  for (const { log, from, to } of missing) say(`log ${log}: entries ${from} to ${to} were not in the backup`)
}

/** How many logs do not hold. */
async function verified(config: Config, witness: CheckpointWitness | null): Promise<number> {
  let logs = 0
  let broken = 0
  const found = (log: string, what: string | null, held = '') => {
    logs += 1
    if (what !== null) broken += 1
    say(`log ${log}: ${what ?? held}`)
  }
  await verifyDatabase(
    config,
    ({ log, entries, flaw, isErased }) => {
      const seen = witness?.flawOf(log)
      const otherwise = seen ? `, checkpoint ${seen.number}` : ''
      const first = flaw ?? seen
      found(
        log,
        first ? `entry ${first.seq} does not hold: ${first.reason}${flaw ? '' : otherwise}` : null,
        `${entries} entries hold${isErased ? ', and their contents were erased' : ''}`,
      )
    },
    (entry) => witness?.observe(entry),
  )
  for (const { log, number } of witness?.missing() ?? []) {
    found(log, `the whole log is gone, and checkpoint ${number} saw it`)
  }
  say(`${logs} logs checked, ${broken} broken`)
  return broken + (await brokenAudits(config))
}

/** How many clinics' audits do not hold. */
async function brokenAudits({ databaseUrl }: Config): Promise<number> {
  let audits = 0
  await verifyAudits(databaseUrl, ({ clinic, events, broken }) => {
    if (broken !== null) audits += 1
    say(`audit ${clinic}: ${broken === null ? `${events} events hold` : `event ${broken} does not hold`}`)
  })
  return audits
}
