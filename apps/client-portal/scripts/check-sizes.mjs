// Prints every script's size and fails when the first screen has grown beyond its budget, or holds what belongs to
// an open goal: the editor and the realtime part.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const BUDGET_KB = 200
const NOT_ON_THE_FIRST_SCREEN = { editor: 'cm-content', realtime: 'websocket' }

const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)
const first = new Set()
collect(entry)

const sizes = new Map()
for (const chunk of Object.values(manifest)) {
  if (!chunk.file.endsWith('.js')) continue
  sizes.set(chunk.file, gzipSync(readFileSync(new URL(chunk.file, dist)), { level: 9 }).length / 1000)
}
for (const [file, size] of [...sizes].sort((a, b) => b[1] - a[1])) {
  console.log(
    `${size.toFixed(1).padStart(7)} kB gzip  ${first.has(file) ? 'first screen' : 'later       '}  ${file}`,
  )
}

const total = [...first].reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0)
console.log(`${total.toFixed(1).padStart(7)} kB gzip  first screen in all, of ${BUDGET_KB}`)
const problems = []
if (total > BUDGET_KB)
  problems.push(`The first screen takes ${total.toFixed(1)} kB of script; its budget is ${BUDGET_KB}.`)
for (const file of first) {
  const script = readFileSync(new URL(file, dist), 'utf8')
  for (const [part, sign] of Object.entries(NOT_ON_THE_FIRST_SCREEN)) {
    if (script.includes(sign)) problems.push(`${file} is on the first screen and holds the ${part} part.`)
  }
}
for (const problem of problems) console.error(problem)
process.exit(problems.length === 0 ? 0 : 1)

/** A chunk and what it can't start without. */
function collect(key) {
  const chunk = manifest[key]
  if (first.has(chunk.file)) return
  first.add(chunk.file)
  for (const needed of chunk.imports ?? []) collect(needed)
}
