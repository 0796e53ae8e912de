import { requireNode } from './node-version.mjs'

requireNode()
const { runCommand } = await import('./failure.mjs')
const { resetDemo } = await import('./house/reset-demo.mjs')
await runCommand(() => resetDemo(process.env, process.argv.slice(2)))
