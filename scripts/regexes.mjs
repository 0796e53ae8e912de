import { PlainFailure, runCommand } from './failure.mjs'
import { messages } from './messages.mjs'
import { isBounded, regexesOf } from './security/regexes.mjs'
import { root } from './settings.mjs'

await runCommand(async () => {
  const all = regexesOf(root)
  const unbounded = all.filter((one) => !isBounded(one))
  for (const { at, pattern, flags } of unbounded) console.error(`${at}: /${pattern}/${flags}`)
  if (unbounded.length > 0) throw new PlainFailure(messages.regexesFailed(unbounded.length))
  console.log(messages.regexesCounted(all.length))
})
