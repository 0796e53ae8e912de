import { PlainFailure, runCommand } from './failure.mjs'
import { messages } from './messages.mjs'
import { judgeAsvs, readAsvs } from './security/asvs.mjs'
import { root } from './settings.mjs'

await runCommand(async () => {
  const { problems, counts } = judgeAsvs(readAsvs(root), root)
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) throw new PlainFailure(messages.asvsFailed(problems.length))
  console.log(messages.asvsCounted(counts.proven, counts.open, counts.not))
})
