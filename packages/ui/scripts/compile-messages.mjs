#!/usr/bin/env node
// Compiles ICU catalogues into typed modules, so that no parser ships and a wrong message fails the build.
//
//   node compile-messages.mjs SOURCE [TARGET] [--types MODULE]
//
// SOURCE holds en.json (the reference) and any other <locale>.json; TARGET (SOURCE/compiled) gets one <locale>.ts
// each, and messages.ts with the keys and arguments. MODULE is where the generated code finds its types.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { catalogueModule } from './catalogue-module.mjs'
import { argumentsOf, nodesOf } from './icu-nodes.mjs'

const REFERENCE = 'en'
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { types: { type: 'string', default: '@accord/ui/messages/catalogue' } },
})
const [source = 'src/messages', target = join(source, 'compiled')] = positionals
const problems = []

const locales = readdirSync(source)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length))
const catalogues = new Map(locales.map((locale) => [locale, compile(locale)]))
const reference = catalogues.get(REFERENCE)
if (reference === undefined) problems.push(`${join(source, `${REFERENCE}.json`)} is missing`)
else for (const [locale, catalogue] of catalogues) if (locale !== REFERENCE) compare(locale, catalogue)

if (problems.length > 0) {
  for (const problem of problems) console.error(problem)
  process.exit(1)
}
rmSync(target, { recursive: true, force: true })
mkdirSync(target, { recursive: true })
writeFileSync(join(target, 'messages.ts'), typesModule())
for (const [locale, catalogue] of catalogues)
  writeFileSync(join(target, `${locale}.ts`), catalogueModule(treesOf(catalogue), values.types))

/** Parses every message of one language, collecting what doesn't hold instead of stopping at the first. */
function compile(locale) {
  const compiled = new Map()
  for (const [id, text] of Object.entries(JSON.parse(readFileSync(join(source, `${locale}.json`), 'utf8')))) {
    try {
      const nodes = nodesOf(text)
      compiled.set(id, { nodes, args: argumentsOf(nodes) })
    } catch (error) {
      problems.push(`${locale} ${id}: ${error.message}`)
    }
  }
  return compiled
}

/** A second language has the same keys, and no argument that the reference doesn't pass. */
function compare(locale, catalogue) {
  for (const [id, { args }] of reference) {
    const translated = catalogue.get(id)
    if (translated === undefined) problems.push(`${locale} ${id}: missing`)
    else
      for (const [name, type] of translated.args)
        if (args.get(name) === undefined || (type !== 'string' && type !== args.get(name)))
          problems.push(`${locale} ${id}: {${name}} differs from ${REFERENCE}`)
  }
  for (const id of catalogue.keys())
    if (!reference.has(id)) problems.push(`${locale} ${id}: not in ${REFERENCE}`)
}

function typesModule() {
  const rich = [...reference.values()].some(({ args }) => [...args.values()].includes('RichPart'))
  const lines = [...reference].map(([id, { args }]) => {
    const members = [...args].map(([name, type]) => `readonly ${name}: ${type}`)
    return `  '${id}': ${members.length === 0 ? 'Record<never, never>' : `{ ${members.join('; ')} }`}`
  })
  const head = rich ? `import type { RichPart } from '${values.types}'\n\n` : ''
  return `${head}export type Messages = {\n${lines.join('\n')}\n}\n`
}

function treesOf(catalogue) {
  return [...catalogue].map(([id, { nodes }]) => [id, nodes])
}
