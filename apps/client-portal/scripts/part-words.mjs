// Parts the sentences of the portal and of its components in two: those that the first screen can say, and all others,
// which come with the first room that is fetched later. Nobody keeps a list: what the first screen can say is what the
// files that it starts with name.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { catalogueModule } from '../../../packages/ui/scripts/catalogue-module.mjs'
import { nodesOf } from '../../../packages/ui/scripts/icu-nodes.mjs'
import { filesFrom, laterFrom } from './files-from.mjs'
import { idsIn } from './ids-in.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const own = path.join(root, 'src/messages')
const components = path.join(root, '../../packages/ui/src/messages')
const TYPES = '@accord/ui/messages/catalogue'

const known = Object.keys(wordsOf('en'))
const files = filesFrom(path.join(root, 'src/app/main.tsx'))
const atFirst = new Set([...files].flatMap((file) => idsIn(readFileSync(file, 'utf8'), known)))

const locales = readdirSync(own).filter((file) => file.endsWith('.json'))
for (const locale of locales.map((file) => file.slice(0, -'.json'.length))) {
  const words = Object.entries(wordsOf(locale)).map(([id, text]) => [id, nodesOf(text)])
  write(
    `${locale}.first.ts`,
    words.filter(([id]) => atFirst.has(id)),
  )
  write(
    `${locale}.later.ts`,
    words.filter(([id]) => !atFirst.has(id)),
  )
}

const silent = [...files].flatMap(laterFrom).filter(({ hasWords, file }) => !hasWords && says(file))
for (const { from, file } of silent)
  console.error(`${short(from)} fetches ${short(file)} without its words: import() it inside withWords()`)
process.exit(silent.length === 0 ? 0 : 1)

/** Whether something that is fetched later, or what comes with it, says what the first screen cannot. */
function says(file) {
  return [...filesFrom(file)].some((one) =>
    idsIn(readFileSync(one, 'utf8'), known).some((id) => !atFirst.has(id)),
  )
}

function wordsOf(locale) {
  return Object.assign({}, ...[components, own].map((folder) => read(path.join(folder, `${locale}.json`))))
}

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

function write(name, words) {
  writeFileSync(path.join(own, 'compiled', name), catalogueModule(words, TYPES))
}

function short(file) {
  return path.relative(path.join(root, '../..'), file)
}
