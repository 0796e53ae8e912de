import { AppModule } from '../app.module.js'
import { doorsOf, undeclared } from './undeclared.js'

// Part of the build: a route or event that declares no action does not get out of it. (AC1)
const missing = undeclared(AppModule)
for (const line of missing) process.stderr.write(`${line}\n`)
if (doorsOf(AppModule).length === 0) process.stderr.write('no route was found, so nothing was checked\n')
process.exit(missing.length > 0 || doorsOf(AppModule).length === 0 ? 1 : 0)
