import 'reflect-metadata'
import { readConfig } from '../config/config.js'
import { operatorAddress } from '../database/operator-address.js'
import { verifyDatabase } from './verify-database.js'

const address = operatorAddress(process.env)
if (!address) process.exit(2)
const config = readConfig({ ...process.env, DATABASE_URL: address })

let logs = 0
let broken = 0
await verifyDatabase(config, ({ log, entries, flaw }) => {
  logs += 1
  if (flaw) broken += 1
  const found = flaw ? `entry ${flaw.seq} does not hold: ${flaw.reason}` : `${entries} entries hold`
  process.stdout.write(`log ${log}: ${found}\n`)
})
process.stdout.write(`${logs} logs checked, ${broken} broken\n`)
process.exit(broken > 0 ? 1 : 0)
