import { requireNode } from './node-version.mjs'

requireNode()
const { PlainFailure, runCommand } = await import('./failure.mjs')
const { messages } = await import('./messages.mjs')
const { ownerAddress } = await import('./postgres/password.mjs')
const { runningPostmaster } = await import('./postgres/pid-file.mjs')
const { readSettings } = await import('./settings.mjs')

// Prints the owner's address and nothing else, for $(npm run --silent db:url). [HO18]
await runCommand(async () => {
  const { databaseUrl, postgresDir, secretsDir } = readSettings(process.env)
  const postmaster = databaseUrl === null ? runningPostmaster(postgresDir) : null
  if (databaseUrl === null && postmaster === null) throw new PlainFailure(messages.embeddedNotRunning())
  console.log(databaseUrl ?? ownerAddress({ port: postmaster?.port ?? 0, secretsDir }))
})
